"""Read and change the graph of an ONNX model, without the ``onnx`` package.

Engines make a tensor an output, a random node an input, and put other nodes in a node's place. The
changes touch a few hundred bytes, or for another kernel (`fast_kernel`) the weights of the layers
concerned, so they are made in the serialised model: fields that are not ours are copied as they
are, and the weights are copied once and never become objects. What ``onnx`` would cost and save is
in docs/decisions/0127; the tests let ``onnx.checker`` judge what is made here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from audiopress.engines.onnx.protobuf import (
    LENGTH_DELIMITED,
    encode_bytes,
    encode_head,
    encode_text,
    read_fields,
    read_varint,
)
from audiopress.engines.onnx.schema import (
    ELEMENT_TYPES,
    AttributeField,
    EntryField,
    GraphField,
    ModelField,
    NodeField,
    TensorField,
    ValueField,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

__all__ = ["Node", "add_metadata", "extract_part", "find_nodes", "read_weights", "replace_nodes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One operation of the graph: its kind and the names of what it takes and gives.

    ``attributes`` are those that are whole numbers or lists of them.
    """

    op: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def find_nodes(model: bytes, op: str = "") -> tuple[Node, ...]:
    """Return the nodes of kind ``op``, or all of them, in the order of the graph.

    Raises ``ValueError`` when ``model`` is not a serialised ONNX model.
    """
    graph, _, _ = _find_graph(model)
    wanted = op.encode()
    return tuple(
        found
        for tag, _, body in read_fields(graph)
        if tag == GraphField.NODE
        and wanted in bytes(body)  # most nodes need not be looked at closer
        and (found := _read_node(body)).op == (op or found.op)
    )


def read_weights(model: bytes, names: Collection[str]) -> dict[str, NDArray[np.generic]]:
    """Return the weights called ``names`` that are there, of the types in `ELEMENT_TYPES`."""
    graph, _, _ = _find_graph(model)
    found = (_read_tensor(body) for tag, _, body in read_fields(graph)
             if tag == GraphField.INITIALIZER)  # fmt: skip
    return {name: value for name, value in found if name in names and value is not None}


def replace_nodes(
    model: bytes,
    replace: Mapping[str, Sequence[bytes]],
    *,
    inputs: Sequence[bytes] = (),
    outputs: Sequence[bytes] = (),
    weights: Sequence[bytes] = (),
) -> bytes:
    """Return ``model`` with nodes exchanged, and weights, inputs and outputs added.

    ``replace`` maps the name of a node to the nodes that stand in its place, none to take it out;
    they and all that is added are made by `builders`. Raises ``ValueError`` when a node is not
    there.
    """
    graph, start, end = _find_graph(model)
    missing = dict(replace)
    sought = [name.encode() for name in missing]
    # Views into the model: a model of 90 MB is copied once, in `_join_model`.
    out: list[bytes | memoryview] = []
    for tag, whole, body in read_fields(graph):
        # Names are looked for in the raw bytes first: to read each of some 2,000 nodes takes long.
        name = _read_name(body) if tag == GraphField.NODE and _mentions(body, sought) else ""
        if name in missing:
            # In the old node's place: nodes stand in an order in which they can be computed.
            out.extend(encode_bytes(GraphField.NODE, new) for new in missing.pop(name))
        else:
            out.append(whole)
    # Another export of the model: better no voice than one with half of our changes.
    if missing:
        raise ValueError(f"the model has no node called {', '.join(missing)}")
    # Repeated fields need not stand together in a message (protobuf, encoding).
    out.extend(encode_bytes(GraphField.INITIALIZER, value) for value in weights)
    out.extend(encode_bytes(GraphField.INPUT, value) for value in inputs)
    out.extend(encode_bytes(GraphField.OUTPUT, value) for value in outputs)
    return _join_model(model, out, start, end)


def _join_model(model: bytes, parts: Sequence[bytes | memoryview], start: int, end: int) -> bytes:
    """Put a graph of ``parts`` into its model, with one copy of the weights and no more."""
    head = encode_head(ModelField.GRAPH, sum(map(len, parts)))
    return b"".join((model[:start], head, *parts, model[end:]))


def extract_part(
    model: bytes, *, inputs: Sequence[bytes] = (), outputs: Sequence[bytes] = ()
) -> bytes:
    """Return what of ``model`` gives ``outputs``, or its own, without what these do not need.

    ``inputs`` are tensors of the model that are fed instead of computed; both are made by
    `make_value_info`. onnxruntime would compute nodes that nobody needs and keep their weights.
    """
    graph, start, end = _find_graph(model)
    parts = [each for each in read_fields(graph) if each[0] != GraphField.OUTPUT or not outputs]
    given = {_read_name(memoryview(each), ValueField.NAME) for each in inputs}
    wanted = {_read_name(memoryview(each), ValueField.NAME) for each in outputs}
    # When the model's own outputs stay: they were not left out of `parts`.
    wanted |= {_read_name(body, ValueField.NAME) for tag, _, body in parts
               if tag == GraphField.OUTPUT}  # fmt: skip
    kept: list[memoryview] = []
    # From the end: nodes are in order of computation, so one pass finds all that is needed.
    for tag, whole, body in reversed(parts):
        found = _read_node(body) if tag == GraphField.NODE else None
        # What is fed needs no node that computes it.
        if found and not (wanted - given).isdisjoint(found.outputs):
            wanted |= set(found.inputs)
            kept.append(whole)
    rest = (whole for tag, whole, body in parts if _is_kept(tag, body, wanted))
    fed = [encode_bytes(GraphField.INPUT, each) for each in inputs]
    out = [encode_bytes(GraphField.OUTPUT, each) for each in outputs]
    return _join_model(model, (*reversed(kept), *rest, *fed, *out), start, end)


def _is_kept(tag: int, body: memoryview, wanted: Collection[str]) -> bool:
    """Whether something of a graph that is no node stays when only ``wanted`` is computed."""
    if tag == GraphField.INITIALIZER:
        return _read_name(body, TensorField.NAME) in wanted
    if tag == GraphField.INPUT:
        return _read_name(body, ValueField.NAME) in wanted
    return tag != GraphField.NODE


def add_metadata(model: bytes, name: str, value: str) -> bytes:
    """Return ``model`` with a line of metadata, which the runtime gives back.

    A field that is repeated may stand anywhere in a message, so it is put at the end.
    """
    entry = encode_text(EntryField.KEY, name) + encode_text(EntryField.VALUE, value)
    return model + encode_bytes(ModelField.METADATA_PROPS, entry)


# -- reading parts ---------------------------------------------------------------------------


def _find_graph(model: bytes) -> tuple[memoryview, int, int]:
    """Return the body of the graph, where its field starts and where it ends."""
    position = 0
    for tag, whole, body in read_fields(memoryview(model)):
        if tag == ModelField.GRAPH:
            # Where the field stands, too: everything around it is copied as it is.
            return body, position, position + len(whole)
        position += len(whole)
    raise ValueError("this is not an ONNX model")


def _read_name(body: memoryview, at: int = NodeField.NAME) -> str:
    names = (value for tag, _, value in read_fields(body) if tag == at)
    return str(next(names, b""), "utf-8")


def _mentions(body: memoryview, sought: Sequence[bytes]) -> bool:
    """Whether any of the names is in there: most nodes need not be looked at closer."""
    whole = bytes(body)
    return any(name in whole for name in sought)


_NODE_TEXTS = (NodeField.INPUT, NodeField.OUTPUT, NodeField.NAME, NodeField.OP_TYPE)
"""Fields of a node that are texts and that `Node` has."""


def _read_node(body: memoryview) -> Node:
    texts: dict[int, list[str]] = {}
    attributes: dict[str, tuple[int, ...]] = {}
    for tag, _, value in read_fields(body):
        if tag in _NODE_TEXTS:
            texts.setdefault(tag, []).append(str(value, "utf-8"))
        elif tag == NodeField.ATTRIBUTE:
            attributes |= _read_attribute(value)
    return Node(
        op=texts.get(NodeField.OP_TYPE, [""])[0],
        name=texts.get(NodeField.NAME, [""])[0],
        inputs=tuple(texts.get(NodeField.INPUT, ())),
        outputs=tuple(texts.get(NodeField.OUTPUT, ())),
        attributes=attributes,
    )


def _read_attribute(body: memoryview) -> dict[str, tuple[int, ...]]:
    """Return an attribute by its name; nothing where it has no whole numbers."""
    name, values = "", list[int]()
    for tag, whole, value in read_fields(body):
        if tag == AttributeField.NAME:
            name = str(value, "utf-8")
        elif tag in (AttributeField.I, AttributeField.INTS):
            values.extend(_read_numbers(whole, value))
    return {name: tuple(values)} if values else {}


def _read_numbers(whole: memoryview, body: memoryview) -> Iterator[int]:
    """Yield the numbers of a field that holds one, or many packed together."""
    # A writer may do either with repeated numbers, and a reader has to take both (protobuf).
    is_packed = whole[0] & 7 == LENGTH_DELIMITED
    position = 0
    while position < len(body):
        value, position = read_varint(body, position)
        # Negative numbers are stored as 64 bits of two's complement; the wire has no sign.
        yield value - (1 << 64) if value >> 63 else value
        if not is_packed:
            return


def _read_tensor(body: memoryview) -> tuple[str, NDArray[np.generic] | None]:
    """Return the name of weights, and them where their type is among `ELEMENT_TYPES`."""
    name, kind, shape = "", 0, list[int]()
    raw: memoryview | bytes | None = None
    listed: list[int] = []
    for tag, whole, value in read_fields(body):
        if tag == TensorField.NAME:
            name = str(value, "utf-8")
        # Packed floats lie there as raw ones do: four bytes each, little-endian.
        elif tag in (TensorField.RAW_DATA, TensorField.FLOAT_DATA):
            raw = value
        elif tag == TensorField.DATA_TYPE:
            kind = read_varint(value, 0)[0]
        elif tag == TensorField.DIMS:
            shape.extend(_read_numbers(whole, value))
        elif tag in (TensorField.INT32_DATA, TensorField.INT64_DATA):
            listed.extend(_read_numbers(whole, value))
    if kind not in ELEMENT_TYPES:
        return name, None
    values = np.array(listed).astype(ELEMENT_TYPES[kind])
    values = values if raw is None else np.frombuffer(raw, dtype=ELEMENT_TYPES[kind])
    # Else its numbers lie in a field that is not read here, or in a file beside the model.
    return name, values.reshape(shape) if math.prod(shape) == len(values) else None
