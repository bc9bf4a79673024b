"""Settings that notes name as the configuration has them, said as the window has them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from audiopress.studio.settings.setting_fields import list_sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.studio.settings.setting_fields import SettingField

__all__ = ["say_settings"]

_NAMED = re.compile(
    r"\[(?P<table>[a-z.]+)\] (?P<key>[a-z_]+)(?: = (?P<value>true|false|\"[^\".<>]*\"))?"
    r"|(?P<first>[a-z_]+) = (?P<said>true|false|\"[^\".<>]*\") under \[(?P<of>[a-z.]+)\]"
)
"""A setting as notes name it, ``[reading] tables = true`` or ``tables = true under [reading]``."""

_SWITCHED = {"true": "switched on", "false": "switched off"}
"""What is done to a field that is on or off."""


def say_settings(text: str) -> str:
    """Return a text in which settings that the window has are called as there."""
    return _NAMED.sub(_say, text)


def _say(found: re.Match[str]) -> str:
    table, key = found["table"] or found["of"], found["key"] or found["first"]
    known = _list_fields().get(f"{table}.{key}")
    if known is None:
        return found[0]
    section, field = known
    name = f"\u201c{field.label}\u201d (Settings, {section})"
    value = found["value"] or found["said"] or ""
    if value in _SWITCHED:
        return f"{name}, {_SWITCHED[value]},"
    words = dict(field.choices).get(value.strip('"'), "")
    return f"{name}, set to \u201c{words}\u201d," if words else name if not value else found[0]


@cache
def _list_fields() -> Mapping[str, tuple[str, SettingField]]:
    """Return the fields of the window by the names of their settings, with their sections."""
    return {
        field.name: (section.title, field)
        for section in list_sections((), ())
        for field in section.fields
    }
