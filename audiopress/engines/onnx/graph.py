"""Change an ONNX model without the ``onnx`` package.

Engines make a tensor an output, a random node an input, and put other nodes in a node's place.
Importing ``onnx`` and sending 60 MB of weights through its objects costs over a second of CPU
each time (docs/decisions/0120); the changes touch a few hundred bytes, or for another kernel
(`rows`) the weights of the layers concerned. Fields that are not ours are copied as they are;
their numbers are those of onnx.proto3 of ONNX 1.x.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from audiopress.engines.onnx import protobuf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

__all__ = ["Node", "attribute", "constant", "edit", "initializer", "node", "nodes", "noted"]
__all__ += ["part", "tensor", "tensors"]

_MODEL_GRAPH, _MODEL_NOTE = 7, 14
_NOTE_NAME, _NOTE_VALUE = 1, 2
_GRAPH_NODE, _GRAPH_TENSOR, _GRAPH_INPUT, _GRAPH_OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OP = 1, 2, 3, 4
_NODE_ATTRIBUTE, _NODE_DOMAIN = 5, 7
_ATTRIBUTE_NAME, _ATTRIBUTE_FLOAT, _ATTRIBUTE_INT = 1, 2, 3
_ATTRIBUTE_TENSOR, _ATTRIBUTE_INTS, _ATTRIBUTE_TYPE = 5, 8, 20
_TYPE_FLOAT, _TYPE_INT, _TYPE_TENSOR, _TYPE_INTS = 1, 2, 4, 7
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 8, 9
_TENSOR_FLOATS, _TENSOR_INT32S, _TENSOR_INT64S = 4, 5, 7
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPES = {1: "<f4", 2: "u1", 3: "i1", 6: "<i4", 7: "<i8"}
"""ONNX's numbers of element types, and NumPy's names for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One operation of the graph: its kind and the names of what it takes and gives.

    ``settings`` are its attributes that are whole numbers or lists of them.
    """

    op: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    settings: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def nodes(model: bytes, op: str = "") -> tuple[Node, ...]:
    """Return the nodes of kind ``op``, or all of them, in the order of the graph.

    Raises ``ValueError`` when ``model`` is not a serialised ONNX model.
    """
    graph, _, _ = _graph(model)
    wanted = op.encode()
    return tuple(
        found
        for tag, _, body in protobuf.fields(graph)
        if tag == _GRAPH_NODE
        and wanted in bytes(body)
        and (found := _node(body)).op == (op or found.op)
    )


def tensors(model: bytes, names: Collection[str]) -> dict[str, NDArray[np.generic]]:
    """Return the weights called ``names`` that are there, of the types `initializer` knows."""
    graph, _, _ = _graph(model)
    found = (_tensor(body) for tag, _, body in protobuf.fields(graph) if tag == _GRAPH_TENSOR)
    return {name: value for name, value in found if name in names and value is not None}


def edit(
    model: bytes,
    *,
    replace: Mapping[str, Sequence[bytes]],
    inputs: Sequence[bytes] = (),
    outputs: Sequence[bytes] = (),
    weights: Sequence[bytes] = (),
) -> bytes:
    """Return ``model`` with nodes exchanged, and weights, inputs and outputs added.

    ``replace`` maps the name of a node to the nodes (`node`) that stand in its place, none to
    take it out; ``inputs`` and ``outputs`` are made by `tensor`, ``weights`` by `initializer`.
    Raises ``ValueError`` when a node is not there.
    """
    graph, start, end = _graph(model)
    missing = dict(replace)
    sought = [name.encode() for name in missing]
    out: list[bytes | memoryview] = []
    for tag, whole, body in protobuf.fields(graph):
        name = _name(body) if tag == _GRAPH_NODE and _mentions(body, sought) else ""
        if name in missing:
            out.extend(protobuf.field(_GRAPH_NODE, new) for new in missing.pop(name))
        else:
            out.append(whole)
    if missing:
        raise ValueError(f"the model has no node called {', '.join(missing)}")
    out.extend(protobuf.field(_GRAPH_TENSOR, value) for value in weights)
    out.extend(protobuf.field(_GRAPH_INPUT, value) for value in inputs)
    out.extend(protobuf.field(_GRAPH_OUTPUT, value) for value in outputs)
    return _rejoined(model, out, start, end)


def _rejoined(model: bytes, parts: Sequence[bytes | memoryview], start: int, end: int) -> bytes:
    """Put a graph of ``parts`` into its model, with one copy of the weights and no more."""
    head = protobuf.head(_MODEL_GRAPH, sum(map(len, parts)))
    return b"".join((model[:start], head, *parts, model[end:]))


def part(model: bytes, *, inputs: Sequence[bytes] = (), outputs: Sequence[bytes] = ()) -> bytes:
    """Return what of ``model`` gives ``outputs``, or its own, without what these do not need.

    ``inputs`` are tensors of the model that are fed instead of computed; both are made by
    `tensor`. onnxruntime would compute nodes that nobody needs and keep their weights.
    """
    graph, start, end = _graph(model)
    parts = [each for each in protobuf.fields(graph) if each[0] != _GRAPH_OUTPUT or not outputs]
    fed = [protobuf.field(_GRAPH_INPUT, each) for each in inputs]
    out = [protobuf.field(_GRAPH_OUTPUT, each) for each in outputs]
    given = {_name(memoryview(each), _VALUE_NAME) for each in inputs}
    wanted = {_name(memoryview(each), _VALUE_NAME) for each in outputs}
    wanted |= {_name(body, _VALUE_NAME) for tag, _, body in parts if tag == _GRAPH_OUTPUT}
    kept: list[memoryview] = []
    for tag, whole, body in reversed(parts):
        found = _node(body) if tag == _GRAPH_NODE else None
        if found and not (wanted - given).isdisjoint(found.outputs):
            wanted |= set(found.inputs)
            kept.append(whole)
    rest = (whole for tag, whole, body in parts if _stays(tag, body, wanted))
    return _rejoined(model, (*reversed(kept), *rest, *fed, *out), start, end)


def noted(model: bytes, name: str, value: str) -> bytes:
    """Return ``model`` with a line of metadata, which the runtime gives back."""
    note = protobuf.text(_NOTE_NAME, name) + protobuf.text(_NOTE_VALUE, value)
    return model + protobuf.field(_MODEL_NOTE, note)


def _stays(tag: int, body: memoryview, wanted: Collection[str]) -> bool:
    """Whether something of a graph that is no node stays when only ``wanted`` is computed."""
    if tag == _GRAPH_TENSOR:
        return _name(body, _TENSOR_NAME) in wanted
    if tag == _GRAPH_INPUT:
        return _name(body, _VALUE_NAME) in wanted
    return tag != _GRAPH_NODE


# -- making parts ----------------------------------------------------------------------------


def node(
    op: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    *attributes: bytes,
    name: str,
    domain: str = "",
) -> bytes:
    """Serialise an operation, of the default domain if no other is named."""
    return b"".join(
        (
            *(protobuf.text(_NODE_INPUT, text) for text in inputs),
            *(protobuf.text(_NODE_OUTPUT, text) for text in outputs),
            protobuf.text(_NODE_NAME, name),
            protobuf.text(_NODE_OP, op),
            *(protobuf.field(_NODE_ATTRIBUTE, body) for body in attributes),
            protobuf.text(_NODE_DOMAIN, domain) if domain else b"",
        )
    )


def attribute(name: str, value: float | Sequence[int]) -> bytes:
    """Serialise an attribute of a node: a whole number, a float, or whole numbers."""
    if isinstance(value, float):
        body = protobuf.varint(_ATTRIBUTE_FLOAT << 3 | 5) + struct.pack("<f", value)
        kind = _TYPE_FLOAT
    elif isinstance(value, int):
        body, kind = protobuf.number(_ATTRIBUTE_INT, value), _TYPE_INT
    else:
        body = b"".join(protobuf.number(_ATTRIBUTE_INTS, each) for each in value)
        kind = _TYPE_INTS
    return protobuf.text(_ATTRIBUTE_NAME, name) + body + protobuf.number(_ATTRIBUTE_TYPE, kind)


def constant(output: str, values: Sequence[int]) -> bytes:
    """Serialise a node that gives the int64 vector ``values``."""
    value = (
        protobuf.text(_ATTRIBUTE_NAME, "value")
        + protobuf.field(_ATTRIBUTE_TENSOR, initializer("", np.array(values, dtype="<i8")))
        + protobuf.number(_ATTRIBUTE_TYPE, _TYPE_TENSOR)
    )
    return node("Constant", (), (output,), value, name=output)


def initializer(name: str, value: NDArray[np.generic]) -> bytes:
    """Serialise weights of any shape; float32, uint8, int8, int32 or int64."""
    element = next(number for number, kind in _TYPES.items() if np.dtype(kind) == value.dtype)
    return b"".join(
        (
            *(protobuf.number(_TENSOR_DIMS, size) for size in value.shape),
            protobuf.number(_TENSOR_TYPE, element),
            protobuf.text(_TENSOR_NAME, name),
            protobuf.field(_TENSOR_RAW, value.tobytes()),
        )
    )


def tensor(name: str, element: int | None = None, rank: int = 0) -> bytes:
    """Serialise the declaration of an input or output.

    ``element`` is ONNX's number of the element type (1: float32), ``rank`` how many dimensions,
    all of them free; without ``element`` the type is left to the runtime.
    """
    if element is None:
        return protobuf.text(_VALUE_NAME, name)
    free = (protobuf.text(2, f"{name}_{axis}") for axis in range(rank))
    dimensions = b"".join(protobuf.field(1, each) for each in free)
    kind = protobuf.field(1, protobuf.number(1, element) + protobuf.field(2, dimensions))
    return protobuf.text(_VALUE_NAME, name) + protobuf.field(_VALUE_TYPE, kind)


# -- reading parts ---------------------------------------------------------------------------


def _graph(model: bytes) -> tuple[memoryview, int, int]:
    """Find the graph: its body, where its field starts and where it ends."""
    position = 0
    for tag, whole, body in protobuf.fields(memoryview(model)):
        if tag == _MODEL_GRAPH:
            return body, position, position + len(whole)
        position += len(whole)
    raise ValueError("this is not an ONNX model")


def _name(body: memoryview, at: int = _NODE_NAME) -> str:
    names = (value for tag, _, value in protobuf.fields(body) if tag == at)
    return str(next(names, b""), "utf-8")


def _mentions(body: memoryview, sought: Sequence[bytes]) -> bool:
    """Whether any of the names is in there: most nodes need not be looked at closer."""
    whole = bytes(body)
    return any(name in whole for name in sought)


def _node(body: memoryview) -> Node:
    parts: dict[int, list[str]] = {}
    settings: dict[str, tuple[int, ...]] = {}
    for tag, _, value in protobuf.fields(body):
        if tag in (_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OP):
            parts.setdefault(tag, []).append(str(value, "utf-8"))
        elif tag == _NODE_ATTRIBUTE:
            settings |= _setting(value)
    return Node(
        op=parts.get(_NODE_OP, [""])[0],
        name=parts.get(_NODE_NAME, [""])[0],
        inputs=tuple(parts.get(_NODE_INPUT, ())),
        outputs=tuple(parts.get(_NODE_OUTPUT, ())),
        settings=settings,
    )


def _setting(body: memoryview) -> dict[str, tuple[int, ...]]:
    name, values = "", list[int]()
    for tag, whole, value in protobuf.fields(body):
        if tag == _ATTRIBUTE_NAME:
            name = str(value, "utf-8")
        elif tag in (_ATTRIBUTE_INT, _ATTRIBUTE_INTS):
            values.extend(_numbers(whole, value))
    return {name: tuple(values)} if values else {}


def _numbers(whole: memoryview, body: memoryview) -> Iterator[int]:
    """Yield the numbers of a field that holds one, or many packed together."""
    packed = whole[0] & 7 == protobuf.LENGTH_DELIMITED
    position = 0
    while position < len(body):
        value, position = protobuf.number_at(body, position)
        yield value - (1 << 64) if value >> 63 else value
        if not packed:
            return


def _tensor(body: memoryview) -> tuple[str, NDArray[np.generic] | None]:
    name, kind, shape = "", 0, list[int]()
    raw: memoryview | bytes | None = None
    listed: list[int] = []
    for tag, whole, value in protobuf.fields(body):
        if tag == _TENSOR_NAME:
            name = str(value, "utf-8")
        elif tag in (_TENSOR_RAW, _TENSOR_FLOATS):
            raw = value
        elif tag == _TENSOR_TYPE:
            kind = protobuf.number_at(value, 0)[0]
        elif tag == _TENSOR_DIMS:
            shape.extend(_numbers(whole, value))
        elif tag in (_TENSOR_INT32S, _TENSOR_INT64S):
            listed.extend(_numbers(whole, value))
    if kind not in _TYPES:
        return name, None
    values = np.array(listed).astype(_TYPES[kind])
    values = values if raw is None else np.frombuffer(raw, dtype=_TYPES[kind])
    return name, values.reshape(shape) if math.prod(shape) == len(values) else None
