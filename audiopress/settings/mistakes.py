"""A table of the file becomes a value, by the types of the value's fields; mistakes are collected.

A mistake does not stop the reading: its field keeps the default, and the next one is looked at, so
that a person hears of all mistakes at once.
"""

from __future__ import annotations

import difflib
import typing
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin

from audiopress.errors import ConfigError

if typing.TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = [
    "Mistake",
    "Mistakes",
    "Place",
    "describe_type",
    "fill_value",
    "has_type",
    "name_number",
    "name_one",
    "suggest_name",
]

T = typing.TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A table of the file, as errors write it.

    ``path`` is what stands in its brackets; one of a list of tables, and what lies in it, also has
    which one of them that is: ``[show]``, ``[[shows]] "sport"``, ``[[shows]] "sport"
    [shows.voices]``.
    """

    path: str
    one: Place | None = None
    which: str = ""

    def __str__(self) -> str:
        """Return it as errors write it."""
        if self.which:
            return f"[[{self.path}]] {self.which}"
        return f"{self.one} [{self.path}]" if self.one else f"[{self.path}]"

    def go_below(self, name: str) -> Place:
        """Return the place of a table in this one."""
        return Place(f"{self.path}.{name}", self if self.which else self.one)


def name_number(path: str, number: int) -> Place:
    """Return the place of one of a list of tables that has no name, counted from 1."""
    return Place(path, which=f"number {number}")


def name_one(path: str, name: str) -> Place:
    """Return the place of the one of a list of tables that is called so."""
    return Place(path, which=f'"{name}"')


def _find_place(table: str | Place) -> Place:
    return Place(table) if isinstance(table, str) else table


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a key of a table, or with the table where ``key`` is empty."""

    place: Place
    key: str
    text: str

    def __str__(self) -> str:
        """Return it as a line of an error."""
        return f"{self.place} {self.key}: {self.text}" if self.key else f"{self.place}: {self.text}"


class Mistakes:
    """Collects mistakes, each with its table and key."""

    def __init__(self) -> None:
        """Begin without any."""
        self.found: list[Mistake] = []

    def add(self, table: str | Place, key: str, text: str) -> None:
        """Note what is wrong with a key of a table, or with the table where ``key`` is empty."""
        self.found.append(Mistake(_find_place(table), key, text))

    def add_below(self, place: Place, found: Mistake) -> None:
        """Note at ``place`` what was found in a table that was read in its stead."""
        _, _, rest = found.place.path.partition(".")
        there = place.go_below(rest) if rest else place
        # A text may say how a table below it is written.
        text = found.text.replace(f"[{found.place.path}.", f"[{there.path}.")
        self.add(there, found.key, text)

    def raise_for(self, file: Path) -> None:
        """Raise `ConfigError` with all that were found, if any were."""
        if not self.found:
            return
        count = len(self.found)
        head = "1 mistake" if count == 1 else f"{count} mistakes"
        lines = "".join(f"\n  {mistake}" for mistake in self.found)
        hint = "mend the lines above; every setting is explained in docs/configuration.md"
        raise ConfigError(f"{head} in the configuration:{lines}", where=str(file), hint=hint)


def fill_value(
    kind: type[T],
    table: dict[str, Any],
    where: str | Place,
    mistakes: Mistakes,
    without: tuple[str, ...] = (),
) -> T:
    """Return a value of the dataclass ``kind`` with what the table ``where`` says of its fields.

    ``without`` are fields that the file may not set.
    """
    # Not `field.type`, which is a text here: annotations are not evaluated.
    hints = typing.get_type_hints(kind)
    known = [name for name in hints if name not in without]
    place = _find_place(where)
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            mistakes.add(place, name, "no such setting" + suggest_name(name, known))
            continue
        read = _read_field(hints[name], value, place, name, mistakes)
        if read is not MISSING:
            values[name] = read
    needed = _list_needed(kind, values)
    # An empty text stands for what is missing: the settings are never used, only looked at further.
    if needed:  # only nested tables have fields without a default
        mistakes.add(place, "", f"needs {', '.join(needed)}")
    return kind(**dict.fromkeys(needed, ""), **values)


def _list_needed(kind: type, values: dict[str, Any]) -> list[str]:
    """Name the fields without a default that the table does not set."""
    return [
        item.name
        for item in fields(kind)
        if item.default is MISSING and item.default_factory is MISSING and item.name not in values
    ]


def _read_field(hint: Any, value: Any, where: Place, name: str, mistakes: Mistakes) -> Any:
    """Return the value as the field's type has it, or ``MISSING`` after noting the mistake."""
    kind = _strip_optional(hint)
    if is_dataclass(kind) and isinstance(kind, type):
        if isinstance(value, dict):
            return fill_value(kind, value, where.go_below(name), mistakes)
        mistakes.add(where, name, f"is a table, written as [{where.path}.{name}]")
        return MISSING
    # The only tuples in these values are of texts; pairs are read by `checks`.
    if get_origin(kind) is tuple and isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return tuple(value)
    # TOML writes 1 and 1.0 as different types, and a person means the same.
    elif has_type(value, kind):
        return float(value) if kind is float else value
    mistakes.add(where, name, f"is {describe_type(kind)}, not {value!r}")
    return MISSING


def _strip_optional(hint: Any) -> Any:
    """Return ``X`` for the annotation ``X | None``; TOML has no word for nothing."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    # The arguments of a tuple are what it holds, and not alternatives.
    return kinds[0] if kinds and get_origin(hint) is not tuple else hint


def has_type(value: Any, kind: Any) -> bool:
    """Whether a value of TOML may stand where ``kind`` is wanted; true and false are no numbers."""
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind is int:
        # In Python True is an int.
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(kind, type) and isinstance(value, kind)


def describe_type(kind: Any) -> str:
    """Return what a person must write for ``kind``, in words."""
    words = {
        str: "a text in quotes",
        bool: "true or false",
        int: "a whole number",
        float: "a number",
    }
    # Tuples are all that is left of the types a setting has.
    return words.get(kind, 'a list of texts, ["like", "this"]')


def suggest_name(name: str, known: Iterable[str]) -> str:
    """Return the end of a sentence that names the known name most like this one, else all."""
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1)
    return f"; did you mean {close[0]}?" if close else f"; there are {', '.join(sorted(names))}"
