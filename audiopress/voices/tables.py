"""Tables that people or other programs write, by their types; what is wrong is said plainly."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

__all__ = ["convert_table"]

Table = TypeVar("Table", bound=msgspec.Struct)
"""The shape that a table must have."""

_TYPES = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "float | null": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}
"""What the types that msgspec names are called for people who write TOML."""

_TYPE = re.compile(f"`({'|'.join(map(re.escape, _TYPES))})`")
"""The name of a type in what msgspec says is wrong."""

_MISSING = re.compile("Object missing required field `([^`]*)`")
"""What msgspec says of a key that is not there."""

_UNKNOWN = re.compile("Object contains unknown field `([^`]*)`")
"""What it says of a key that nobody reads."""


def convert_table(value: object, shape: type[Table]) -> Table:
    """Return ``value``, as TOML or JSON have it, in its ``shape``.

    Raises ``ValueError`` that names the key: ``loudness: expected a number, got ...``.
    """
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise ValueError(_explain(str(error))) from error


def _explain(fault: str) -> str:
    """Return what msgspec says is wrong, with the key in front."""
    fault, _, place = fault.partition(" - at `$")
    key = place.rstrip("`").lstrip(".")
    fault = _TYPE.sub(lambda match: _TYPES[match[1]], fault)
    fault = _UNKNOWN.sub(r"nobody reads '\1'", _MISSING.sub(r"it has no '\1'", fault))
    return f"{key}: {fault[:1].lower()}{fault[1:]}" if key else fault
