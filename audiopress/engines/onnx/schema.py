"""Numbers of the fields of ONNX's messages that are read or written here.

They are those of ``onnx/onnx.proto3`` of ONNX 1.x, where they never change: a field that is given
up keeps its number. Each class is a message, each name the field's own in capitals.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "ELEMENT_TYPES",
    "AttributeField",
    "AttributeType",
    "EntryField",
    "GraphField",
    "ModelField",
    "NodeField",
    "TensorField",
    "ValueField",
]


class ModelField(IntEnum):
    """``ModelProto``: a whole file."""

    GRAPH = 7
    METADATA_PROPS = 14


class EntryField(IntEnum):
    """``StringStringEntryProto``: a line of metadata."""

    KEY = 1
    VALUE = 2


class GraphField(IntEnum):
    """``GraphProto``: nodes in the order they are computed, weights, what goes in and out."""

    NODE = 1
    INITIALIZER = 5
    INPUT = 11
    OUTPUT = 12


class NodeField(IntEnum):
    """``NodeProto``: one operation."""

    INPUT = 1
    OUTPUT = 2
    NAME = 3
    OP_TYPE = 4
    ATTRIBUTE = 5
    DOMAIN = 7


class AttributeField(IntEnum):
    """``AttributeProto``: a setting of a node; ``TYPE`` says which of the others it has."""

    NAME = 1
    F = 2
    I = 3  # noqa: E741 - the field's own name
    T = 5
    INTS = 8
    TYPE = 20


class AttributeType(IntEnum):
    """``AttributeProto.AttributeType``."""

    FLOAT = 1
    INT = 2
    TENSOR = 4
    INTS = 7


class TensorField(IntEnum):
    """``TensorProto``: weights, either packed in ``RAW_DATA`` or listed by their type."""

    DIMS = 1
    DATA_TYPE = 2
    FLOAT_DATA = 4
    INT32_DATA = 5
    INT64_DATA = 7
    NAME = 8
    RAW_DATA = 9


class ValueField(IntEnum):
    """``ValueInfoProto``: the declaration of an input or output."""

    NAME = 1
    TYPE = 2


ELEMENT_TYPES = {1: "<f4", 2: "u1", 3: "i1", 6: "<i4", 7: "<i8"}
"""``TensorProto.DataType`` and NumPy's names for it: float, uint8, int8, int32, int64.

Little-endian, as raw data always is. Other types are in no model we change.
"""
