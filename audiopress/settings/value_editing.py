"""A value in ``audiopress.toml`` is written anew or taken out; all else in the file stays."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["replace_list", "replace_value"]

_TABLE = re.compile(r"^[ \t]*\[(?P<name>[^\[\]\n]+)\][ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
"""The line of a table."""

_NEXT = re.compile(r"^[ \t]*\[", re.MULTILINE)
"""Where a table ends: the next one begins, or one of a list."""

_LIST = r"""\[(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\]"'])*\]"""
"""Matches a list of strings."""

_VALUE = r"""(?:"(?!"")(?:[^"\\\n]|\\.)*"|'(?!'')[^'\n]*'|[^\s"'\[\]{}#]+)"""
"""Matches a string of one line, a number, a truth."""


def replace_list(text: str, table: str, key: str, values: Sequence[str], *, where: str) -> str:
    """Return the text of a configuration in which ``[table] key`` is ``values``.

    Comments and order stay. Raises `ConfigError` where the list is written in a way that is not
    understood here, so that nothing else in the file could be spoilt.
    """
    # As JSON, whose strings are TOML's; one value a line once there are several.
    listed = [json.dumps(each, ensure_ascii=False) for each in values]
    written = f"[{listed[0] if listed else ''}]"
    if len(listed) > 1:
        written = "".join(("[\n", *(f"  {each},\n" for each in listed), "]"))
    edited = _write(text, table, key, f"{key} = {written}", _LIST)
    return _check(text, edited, (table, key, list(values)), written, where)


def replace_value(text: str, table: str, key: str, value: str | float | None, *, where: str) -> str:
    """Return the text in which ``[table] key`` is a string, a number or a truth; ``None`` is none.

    ``table`` may be nested (``sound.pauses``). Raises as `replace_list` does.
    """
    if value is None:
        edited = _take_out(text, table, key)
        return _check(text, edited, (table, key, value), "", where)
    written = json.dumps(value, ensure_ascii=False)
    edited = _write(text, table, key, f"{key} = {written}", _VALUE)
    return _check(text, edited, (table, key, value), written, where)


def _check(text: str, edited: str, wanted: tuple[str, str, Any], written: str, where: str) -> str:
    """Return the edited text if it says what it should and nothing else; raises `ConfigError`."""
    table, key, value = wanted
    if _read(edited) != _expect(text, table, key, value):
        raise ConfigError(
            f"[{table}] {key} is written in a way that this cannot change",
            where=where,
            hint=f"write it there yourself: {key} = {written}" if written else "take it out there",
        )
    return edited


def _find_body(text: str, table: str) -> tuple[int, int] | None:
    """Return where the lines of a table begin and end."""
    head = next((one for one in _TABLE.finditer(text) if one["name"].strip() == table), None)
    if head is None:
        return None
    after = _NEXT.search(text, head.end())
    return head.end(), after.start() if after else len(text)


def _match_line(key: str, value: str) -> re.Pattern[str]:
    return re.compile(rf"^[ \t]*{re.escape(key)}[ \t]*=[ \t]*{value}", re.MULTILINE)


def _write(text: str, table: str, key: str, line: str, value: str) -> str:
    place = _find_body(text, table)
    if place is None:
        above = f"{text.rstrip()}\n\n" if text.strip() else ""
        return f"{above}[{table}]\n{line}\n"
    start, end = place
    body, found = _match_line(key, value).subn(lambda _: line, text[start:end], count=1)
    if not found:
        body = f"\n{line}{body}"
    return text[:start] + body + text[end:]


def _take_out(text: str, table: str, key: str) -> str:
    """Return the text without a line; a comment behind it stays where it was."""
    place = _find_body(text, table)
    if place is None:
        return text
    start, end = place
    line = re.compile(rf"{_match_line(key, _VALUE).pattern}[ \t]*(?:\r?\n)?", re.MULTILINE)
    return text[:start] + line.sub("", text[start:end], count=1) + text[end:]


def _read(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _expect(text: str, table: str, key: str, value: Any) -> dict[str, Any]:
    """Return what the configuration should say then."""
    known = tomllib.loads(text)
    inner = known
    for name in table.split("."):
        if value is None and name not in inner:
            return known
        inner = inner.setdefault(name, {})
    inner.pop(key, None)
    if value is not None:
        inner[key] = value
    return known
