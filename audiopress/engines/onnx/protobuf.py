"""The fields of a serialised protobuf message, read and written where they stand.

An encoded message is a list of tagged fields (developers.google.com/protocol-buffers,
"Encoding"); what is not of interest is copied as it is. Only what ONNX models need is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LENGTH_DELIMITED", "field", "fields", "head", "number", "number_at", "text", "varint"]

LENGTH_DELIMITED = 2


def fields(data: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Yield number, whole field, and body: for a whole number its varint (see `number_at`).

    Raises ``ValueError`` where ``data`` is no such message, or a torn one.
    """
    position = 0
    while position < len(data):
        start = position
        key, position = number_at(data, position)
        kind = key & 7
        if kind == LENGTH_DELIMITED:
            length, position = number_at(data, position)
        elif kind == 0:
            _, after = number_at(data, position)
            length = after - position
        else:
            length = {1: 8, 5: 4}.get(kind, -1)
        if length < 0 or position + length > len(data):
            raise ValueError("this is not an ONNX model, or a torn one")
        yield key >> 3, data[start : position + length], data[position : position + length]
        position += length


def number_at(data: memoryview, position: int) -> tuple[int, int]:
    """Read a varint; return it (unsigned) and where the next thing stands."""
    value = shift = 0
    while position < len(data):
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:  # noqa: PLR2004 - the bit that says "more follows"
            return value, position
        shift += 7
    raise ValueError("this is not an ONNX model, or a torn one")


def varint(value: int) -> bytes:
    """Write a whole number, a negative one as 64 bits of two's complement."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def field(tag: int, body: bytes) -> bytes:
    """Write a field with a length and a body."""
    return head(tag, len(body)) + body


def head(tag: int, length: int) -> bytes:
    """Write what stands before a body of ``length`` bytes."""
    return varint(tag << 3 | LENGTH_DELIMITED) + varint(length)


def text(tag: int, value: str) -> bytes:
    """Write a field of text."""
    return field(tag, value.encode())


def number(tag: int, value: int) -> bytes:
    """Write a field that is a whole number."""
    return varint(tag << 3) + varint(value)
