"""A list of words in ``audiopress.toml`` is written anew; all else in the file stays as it is."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["replace_list"]

_TABLE = re.compile(r"^[ \t]*\[(?P<name>[^\[\]\n]+)\][ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
"""The line of a table."""


_LIST = r"""\[(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\]"'])*\]"""
"""Matches a list of strings."""


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
    edited = _write(text, table, key, f"{key} = {written}")
    if _read(edited) != _expect(text, table, key, list(values)):
        raise ConfigError(
            f"[{table}] {key} is written in a way that this cannot change",
            where=where,
            hint=f"write it there yourself: {key} = {written}",
        )
    return edited


def _write(text: str, table: str, key: str, line: str) -> str:
    head = next((one for one in _TABLE.finditer(text) if one["name"].strip() == table), None)
    if head is None:
        above = f"{text.rstrip()}\n\n" if text.strip() else ""
        return f"{above}[{table}]\n{line}\n"
    after = _TABLE.search(text, head.end())
    end = after.start() if after else len(text)
    body = text[head.end() : end]
    old = re.compile(rf"^[ \t]*{key}[ \t]*=[ \t]*{_LIST}", re.MULTILINE)
    body, found = old.subn(lambda _: line, body, count=1)
    if not found:
        body = f"\n{line}{body}"
    return text[: head.end()] + body + text[end:]


def _read(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _expect(text: str, table: str, key: str, values: list[str]) -> dict[str, Any]:
    """Return what the configuration should say then."""
    known = tomllib.loads(text)
    return known | {table: known.get(table, {}) | {key: values}}
