"""One output more for an ONNX model, without reading it.

Two serialised messages one behind the other are one message with the fields of both (protobuf,
"Last One Wins" and "Merging"): a graph with nothing in it but an output, put behind a model, adds
that output to the model's graph. So the weights are copied once and nothing is parsed
(docs/decisions/0127, 0130).
"""

from __future__ import annotations

__all__ = ["add_output"]

_GRAPH = 7
"""``ModelProto.graph``, by its number in onnx.proto3."""

_OUTPUT = 12
"""``GraphProto.output``."""

_NAME, _TYPE = 1, 2
"""``ValueInfoProto.name`` and ``type``."""

_TENSOR = 1
"""``TypeProto.tensor_type``."""

_ELEMENT, _SHAPE = 1, 2
"""``TypeProto.Tensor.elem_type`` and ``shape``."""

_FLOAT = 1
"""``TensorProto.DataType.FLOAT``."""

_DIMENSION, _DIMENSION_NAME = 1, 2
"""``TensorShapeProto.dim``, and ``dim_param`` of one, the name of a size that is free."""

_SEVEN_BITS = 0x7F
"""What a byte of a varint holds of a number; its top bit says that there is more."""

_BYTES = 2
"""The wire type of what has a length: texts and messages."""


def add_output(model: bytes, name: str, *, rank: int) -> bytes:
    """Return ``model`` with its float tensor ``name``, of ``rank`` free sizes, as an output more.

    Raises ``ValueError`` when there is no such tensor in it: it is another kind of model.
    """
    if name.encode() not in model:
        raise ValueError(f"it has no {name}")
    sizes = (_encode(_DIMENSION_NAME, f"{name}_{axis}".encode()) for axis in range(rank))
    shape = b"".join(_encode(_DIMENSION, size) for size in sizes)
    # A number below 128 is its own varint, and its field has the wire type 0.
    tensor = bytes([_ELEMENT << 3, _FLOAT]) + _encode(_SHAPE, shape)
    declared = _encode(_NAME, name.encode()) + _encode(_TYPE, _encode(_TENSOR, tensor))
    return model + _encode(_GRAPH, _encode(_OUTPUT, declared))


def _encode(field: int, body: bytes) -> bytes:
    """Return a field with its length before it."""
    return bytes([field << 3 | _BYTES]) + _encode_varint(len(body)) + body


def _encode_varint(number: int) -> bytes:
    """Return a number seven bits at a time, the lowest first; all but the last have the top bit."""
    out = bytearray()
    while number > _SEVEN_BITS:
        out.append(number & _SEVEN_BITS | 0x80)
        number >>= 7
    return bytes((*out, number))
