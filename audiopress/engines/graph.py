"""Change an ONNX model without the ``onnx`` package.

Engines need three changes: a tensor made an output, a random node made an input, a few nodes put
in a node's place. Importing ``onnx`` and sending 60 MB of weights through its objects costs over
a second of CPU each time (docs/decisions/0120); the changes touch a few hundred bytes. A
serialised model is a list of tagged fields (protobuf encoding: developers.google.com/
protocol-buffers, field numbers: onnx.proto3 of ONNX 1.x), so fields that are not ours are
copied as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Node", "attribute", "constant", "edit", "node", "nodes", "tensor"]

_LENGTH_DELIMITED = 2
_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_INPUT, _GRAPH_OUTPUT = 1, 11, 12
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OP, _NODE_ATTRIBUTE = 1, 2, 3, 4, 5
_ATTRIBUTE_NAME, _ATTRIBUTE_INT, _ATTRIBUTE_TENSOR, _ATTRIBUTE_TYPE = 1, 3, 5, 20
_TYPE_INT, _TYPE_TENSOR = 2, 4
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_INT64 = 1, 2, 7
_INT64 = 7
_VALUE_NAME, _VALUE_TYPE = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One operation of the graph: its kind and the names of what it takes and gives."""

    op: str
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def nodes(model: bytes, op: str) -> tuple[Node, ...]:
    """Return the nodes of kind ``op`` in the order of the graph.

    Raises ``ValueError`` when ``model`` is not a serialised ONNX model.
    """
    graph, _, _ = _graph(model)
    wanted = op.encode()
    return tuple(
        found
        for number, _, body in _fields(graph)
        if number == _GRAPH_NODE and wanted in bytes(body) and (found := _node(body)).op == op
    )


def edit(
    model: bytes,
    *,
    replace: Mapping[str, Sequence[bytes]],
    inputs: Sequence[bytes] = (),
    outputs: Sequence[bytes] = (),
) -> bytes:
    """Return ``model`` with nodes exchanged and inputs and outputs added.

    ``replace`` maps the name of a node to the nodes (`node`) that stand in its place; ``inputs``
    and ``outputs`` are made by `tensor`. Raises ``ValueError`` when a node is not there.
    """
    graph, start, end = _graph(model)
    missing = dict(replace)
    out: list[bytes | memoryview] = []
    names = {name: name.encode() for name in replace}
    for number, whole, body in _fields(graph):
        name = _replaced(number, body, names)
        if name is None:
            out.append(whole)
        else:
            out.extend(_field(_GRAPH_NODE, new) for new in missing.pop(name))
    if missing:
        raise ValueError(f"the model has no node called {', '.join(missing)}")
    out.extend(_field(_GRAPH_INPUT, value) for value in inputs)
    out.extend(_field(_GRAPH_OUTPUT, value) for value in outputs)
    changed = b"".join(out)
    opening = _key(_MODEL_GRAPH) + _varint(len(changed))
    return b"".join((model[:start], opening, changed, model[end:]))


def _replaced(number: int, body: memoryview, names: Mapping[str, bytes]) -> str | None:
    if number != _GRAPH_NODE:
        return None
    raw = bytes(body)
    if not any(name in raw for name in names.values()):
        return None
    name = _node(body).name
    return name if name in names else None


# -- making parts ----------------------------------------------------------------------------


def node(
    op: str, inputs: Sequence[str], outputs: Sequence[str], *attributes: bytes, name: str
) -> bytes:
    """Serialise an operation of the default domain."""
    return b"".join(
        (
            *(_text(_NODE_INPUT, text) for text in inputs),
            *(_text(_NODE_OUTPUT, text) for text in outputs),
            _text(_NODE_NAME, name),
            _text(_NODE_OP, op),
            *(_field(_NODE_ATTRIBUTE, body) for body in attributes),
        )
    )


def attribute(name: str, value: int) -> bytes:
    """Serialise a whole-number attribute of a node."""
    return (
        _text(_ATTRIBUTE_NAME, name)
        + _number(_ATTRIBUTE_INT, value)
        + _number(_ATTRIBUTE_TYPE, _TYPE_INT)
    )


def constant(output: str, values: Sequence[int]) -> bytes:
    """Serialise a node that gives the int64 vector ``values``, none of them negative."""
    packed = b"".join(_varint(value) for value in values)
    body = (
        _number(_TENSOR_DIMS, len(values))
        + _number(_TENSOR_TYPE, _INT64)
        + _field(_TENSOR_INT64, packed)
    )
    value = (
        _text(_ATTRIBUTE_NAME, "value")
        + _field(_ATTRIBUTE_TENSOR, body)
        + _number(_ATTRIBUTE_TYPE, _TYPE_TENSOR)
    )
    return node("Constant", (), (output,), value, name=output)


def tensor(name: str, element: int | None = None, rank: int = 0) -> bytes:
    """Serialise the declaration of an input or output.

    ``element`` is ONNX's number of the element type (1: float32), ``rank`` how many dimensions,
    all of them free; without ``element`` the type is left to the runtime.
    """
    if element is None:
        return _text(_VALUE_NAME, name)
    dimensions = b"".join(_field(1, _text(2, f"{name}_{axis}")) for axis in range(rank))
    kind = _field(1, _number(1, element) + _field(2, dimensions))
    return _text(_VALUE_NAME, name) + _field(_VALUE_TYPE, kind)


# -- the encoding ----------------------------------------------------------------------------


def _graph(model: bytes) -> tuple[memoryview, int, int]:
    """Find the graph: its body, where its field starts and where it ends."""
    position = 0
    for number, whole, body in _fields(memoryview(model)):
        if number == _MODEL_GRAPH:
            return body, position, position + len(whole)
        position += len(whole)
    raise ValueError("this is not an ONNX model")


def _node(body: memoryview) -> Node:
    parts: dict[int, list[str]] = {}
    for number, _, value in _fields(body):
        if number in (_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OP):
            parts.setdefault(number, []).append(str(value, "utf-8"))
    return Node(
        op=parts.get(_NODE_OP, [""])[0],
        name=parts.get(_NODE_NAME, [""])[0],
        inputs=tuple(parts.get(_NODE_INPUT, ())),
        outputs=tuple(parts.get(_NODE_OUTPUT, ())),
    )


def _fields(data: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Yield number, whole field, and body (only that of length-delimited ones is of use)."""
    position = 0
    while position < len(data):
        start = position
        key, position = _read_varint(data, position)
        kind = key & 7
        if kind == _LENGTH_DELIMITED:
            length, position = _read_varint(data, position)
        elif kind == 0:
            _, after = _read_varint(data, position)
            length = after - position
        else:
            length = {1: 8, 5: 4}.get(kind, -1)
        if length < 0 or position + length > len(data):
            raise ValueError("this is not an ONNX model, or a torn one")
        yield key >> 3, data[start : position + length], data[position : position + length]
        position += length


def _read_varint(data: memoryview, position: int) -> tuple[int, int]:
    value = shift = 0
    while position < len(data):
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the bit that says "more follows"
            return value, position
        shift += 7
    raise ValueError("this is not an ONNX model, or a torn one")


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _key(number: int) -> bytes:
    return _varint(number << 3 | _LENGTH_DELIMITED)


def _field(number: int, body: bytes) -> bytes:
    return b"".join((_key(number), _varint(len(body)), body))


def _text(number: int, text: str) -> bytes:
    return _field(number, text.encode())


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)
