"""Make the parts of a graph: nodes, attributes, weights, declarations of inputs and outputs.

Each is a serialised message, named and called as in ``onnx.helper``, for `graph` to put in.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np

from audiopress.engines.onnx.protobuf import (
    encode_bytes,
    encode_number,
    encode_text,
    encode_varint,
)
from audiopress.engines.onnx.schema import (
    ELEMENT_TYPES,
    AttributeField,
    AttributeType,
    NodeField,
    TensorField,
    ValueField,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["make_attribute", "make_constant", "make_initializer", "make_node", "make_value_info"]

_FLOAT_WIRE_TYPE = 5
"""The wire type of four bytes."""


def make_node(
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
            *(encode_text(NodeField.INPUT, text) for text in inputs),
            *(encode_text(NodeField.OUTPUT, text) for text in outputs),
            encode_text(NodeField.NAME, name),
            encode_text(NodeField.OP_TYPE, op),
            *(encode_bytes(NodeField.ATTRIBUTE, body) for body in attributes),
            encode_text(NodeField.DOMAIN, domain) if domain else b"",
        )
    )


def make_attribute(name: str, value: float | Sequence[int]) -> bytes:
    """Serialise an attribute of a node: a whole number, a float, or whole numbers."""
    if isinstance(value, float):
        body = encode_varint(AttributeField.F << 3 | _FLOAT_WIRE_TYPE) + struct.pack("<f", value)
        kind = AttributeType.FLOAT
    elif isinstance(value, int):
        body, kind = encode_number(AttributeField.I, value), AttributeType.INT
    else:
        body = b"".join(encode_number(AttributeField.INTS, each) for each in value)
        kind = AttributeType.INTS
    return _join_attribute(name, body, kind)


def make_constant(output: str, values: Sequence[int]) -> bytes:
    """Serialise a node that gives the int64 vector ``values``."""
    # Without a name: it is part of the node and no weight of the graph.
    tensor = make_initializer("", np.array(values, dtype="<i8"))
    body = encode_bytes(AttributeField.T, tensor)
    value = _join_attribute("value", body, AttributeType.TENSOR)
    return make_node("Constant", (), (output,), value, name=output)


def _join_attribute(name: str, body: bytes, kind: AttributeType) -> bytes:
    kind_field = encode_number(AttributeField.TYPE, kind)
    return encode_text(AttributeField.NAME, name) + body + kind_field


def make_initializer(name: str, value: NDArray[np.generic]) -> bytes:
    """Serialise weights of any shape; float32, uint8, int8, int32 or int64."""
    element = next(
        number for number, kind in ELEMENT_TYPES.items() if np.dtype(kind) == value.dtype
    )
    return b"".join(
        (
            *(encode_number(TensorField.DIMS, size) for size in value.shape),
            encode_number(TensorField.DATA_TYPE, element),
            encode_text(TensorField.NAME, name),
            encode_bytes(TensorField.RAW_DATA, value.tobytes()),
        )
    )


def make_value_info(name: str, element: int | None = None, rank: int = 0) -> bytes:
    """Serialise the declaration of an input or output.

    ``element`` is ONNX's number of the element type (1: float32), ``rank`` how many dimensions,
    all of them free; without ``element`` the type is left to the runtime.
    """
    if element is None:
        return encode_text(ValueField.NAME, name)
    # TypeProto.tensor_type (1) has elem_type (1) and shape (2), a shape has dim (1), and a free
    # dimension has a dim_param (2), which is only its name.
    free = (encode_text(2, f"{name}_{axis}") for axis in range(rank))
    shape = b"".join(encode_bytes(1, each) for each in free)
    kind = encode_bytes(1, encode_number(1, element) + encode_bytes(2, shape))
    return encode_text(ValueField.NAME, name) + encode_bytes(ValueField.TYPE, kind)
