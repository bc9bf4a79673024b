"""A line that is left out is spoken after all, or one that is spoken is left out.

Written into ``[reading] keep`` and ``drop`` of audiopress.toml, where a person would write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.reading.named_texts import TEXT
from audiopress.settings import check_text
from audiopress.settings.value_editing import replace_list
from audiopress.store.atomic_files import replace_if_changed
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.settings import Settings

__all__ = ["choose_line"]

_OTHER = {"keep": "drop", "drop": "keep"}
"""What a line is taken out of that goes into the one: it was chosen before, and is no more."""


def choose_line(settings: Settings, line: str, how: str) -> None:
    """Have ``line`` always read (``keep``) or never (``drop``), in all articles.

    Raises `ConfigError` where there is no configuration, or it cannot be changed here.
    """
    file = settings.file
    if file is None:
        raise ConfigError(
            "which lines are read stands in audiopress.toml, and there is none yet",
            where=str(settings.root),
            hint="begin one: save Settings once",
        )
    if how not in _OTHER or not make_comparable(line):
        raise ConfigError("a line is kept or dropped by its words", where=line)
    listed = {key: _leave_out(getattr(settings.reading, key), line) for key in _OTHER}
    if len(listed[_OTHER[how]]) == len(getattr(settings.reading, _OTHER[how])):
        listed[how] = (*listed[how], f"{TEXT}{' '.join(line.split())}")
    text = file.read_bytes().decode()  # lines end as they do
    for key, values in listed.items():
        if values != getattr(settings.reading, key):
            text = replace_list(text, "reading", key, values, where=str(file))
    check_text(text, file)
    replace_if_changed(file, text.encode())


def _leave_out(entries: Sequence[str], line: str) -> tuple[str, ...]:
    """Return entries without those that name this line."""
    words = make_comparable(line)
    return tuple(
        entry
        for entry in entries
        if not (entry.startswith(TEXT) and make_comparable(entry.removeprefix(TEXT)) == words)
    )
