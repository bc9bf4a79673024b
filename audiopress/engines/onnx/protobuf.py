"""The fields of a serialised protobuf message, read and written where they stand.

An encoded message is a list of tagged fields (https://protobuf.dev/programming-guides/encoding).
What is not of interest is copied as it is. Only what ONNX models need is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LENGTH_DELIMITED",
    "encode_bytes",
    "encode_head",
    "encode_number",
    "encode_text",
    "encode_varint",
    "read_fields",
    "read_varint",
]

LENGTH_DELIMITED = 2
"""The wire type of a field with a length and a body: texts, messages, packed numbers."""

_VARINT = 0
"""The wire type of a whole number."""

_FIXED_SIZES = {1: 8, 5: 4}
"""Bytes of a body by its wire type, where they are always as many: doubles, floats."""

_WIRE_TYPE_BITS = 3
"""Bits of a field's key that hold its wire type; the number of the field is above them."""

_MORE_FOLLOWS = 0x80
"""The bit of a varint's byte that says that another byte follows ..."""

_VALUE_BITS = 0x7F
"""... and the seven bits that are part of the number, the lowest seven first."""

_TORN = "this is not an ONNX model, or a torn one"
"""What every fault in the bytes is called: which field is cut says nothing to who has the file."""


def read_fields(data: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Yield number, whole field, and body: for a whole number its varint (see `read_varint`).

    Raises ``ValueError`` where ``data`` is no such message, or a torn one.
    """
    position = 0
    while position < len(data):
        start = position
        key, position = read_varint(data, position)
        length, position = _measure_body(key & 7, data, position)
        # Looked at before the slice, which would just be shorter and hide a torn file.
        if length < 0 or position + length > len(data):
            raise ValueError(_TORN)
        end = position + length
        yield key >> _WIRE_TYPE_BITS, data[start:end], data[position:end]
        position = end


def _measure_body(wire_type: int, data: memoryview, position: int) -> tuple[int, int]:
    """Return how long a body is, less than 0 where nobody knows, and where it starts."""
    if wire_type == LENGTH_DELIMITED:
        return read_varint(data, position)
    if wire_type == _VARINT:
        _, after = read_varint(data, position)
        return after - position, position
    return _FIXED_SIZES.get(wire_type, -1), position


def read_varint(data: memoryview, position: int) -> tuple[int, int]:
    """Read a varint; return it (unsigned) and where the next thing stands."""
    value = shift = 0
    while position < len(data):
        byte = data[position]
        position += 1
        value |= (byte & _VALUE_BITS) << shift
        if byte < _MORE_FOLLOWS:
            return value, position
        shift += 7
    raise ValueError(_TORN)


def encode_varint(value: int) -> bytes:
    """Encode a whole number, a negative one as 64 bits of two's complement."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value >= _MORE_FOLLOWS:
        out.append(value & _VALUE_BITS | _MORE_FOLLOWS)
        value >>= 7
    out.append(value)
    return bytes(out)


def encode_bytes(tag: int, body: bytes) -> bytes:
    """Encode a field with a length and a body."""
    return encode_head(tag, len(body)) + body


def encode_head(tag: int, length: int) -> bytes:
    """Encode what stands before a body of ``length`` bytes."""
    return encode_varint(tag << _WIRE_TYPE_BITS | LENGTH_DELIMITED) + encode_varint(length)


def encode_text(tag: int, value: str) -> bytes:
    """Encode a field of text."""
    return encode_bytes(tag, value.encode())


def encode_number(tag: int, value: int) -> bytes:
    """Encode a field that is a whole number."""
    return encode_varint(tag << _WIRE_TYPE_BITS) + encode_varint(value)
