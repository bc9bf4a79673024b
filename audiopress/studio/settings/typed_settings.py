"""What was typed into a field of the settings, as the file has it, or why it cannot be that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, SourceError
from audiopress.studio.files.fetched import complete_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.studio.settings.setting_fields import SettingField

__all__ = ["complete_typed", "read_typed"]

_MAIL = re.compile(r"[^\s@<>()\",;:]+@[^\s@<>()\",;:]+\.[^\s@<>()\",;:.]{2,}")
"""Where mail is sent to."""


def read_typed(field: SettingField, form: Mapping[str, str]) -> Any:
    """Return the value of a field as the file has it; ``None`` for one that is left to its default.

    Raises `ConfigError` for a number that is none.
    """
    said = " ".join(form.get(field.name, "").split())
    if field.kind == "flag":
        return said == "on"
    if not said:
        return None
    if field.kind != "number":
        return said
    try:
        number = float(said)
    except ValueError:
        raise ConfigError(f"{field.label}: {said} is no number", where=field.name) from None
    return int(number) if number.is_integer() else number


def complete_typed(field: SettingField, value: Any, before: Any) -> Any:
    """Return a value with what its person has left out, ``https://`` of an address.

    What stood there ``before`` is left as it is. Raises `ConfigError`, whose ``where`` is the
    field's name, for what is no address, or nowhere that mail could be sent to.
    """
    if not value or value == before:
        return value
    if field.name == "edition.address":
        return _complete_site(field, value)
    if field.name == "show.email" and not _MAIL.fullmatch(value):
        raise ConfigError(
            f"{field.label}: mail cannot be sent to \u201c{value}\u201d",
            where=field.name,
            hint="write the whole address, such as newsdesk@example.org, or leave it empty",
        )
    return value


def _complete_site(field: SettingField, typed: str) -> str:
    try:
        return complete_address(typed)
    except SourceError as error:
        why = error.message.partition(": ")[2]
        raise ConfigError(
            f"{field.label}: \u201c{typed}\u201d is no address of a site: {why}",
            where=field.name,
            hint="write it as listeners will have it, such as https://audio.example.org/",
        ) from error
