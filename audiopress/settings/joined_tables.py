"""The tables ``[[editions]]``: episodes joined from articles that are published already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.model import Show
from audiopress.settings.mistakes import fill_value, name_number, name_one
from audiopress.settings.show_tables import check_patterns, is_show_id
from audiopress.settings.tables import JoinedTable
from audiopress.text.language_slips import check_tag

if TYPE_CHECKING:
    from collections.abc import Collection

    from audiopress.settings.mistakes import Mistakes, Place

__all__ = ["JOINED_FREQUENCIES", "read_joined_tables"]

_LIST = "editions"
"""What the tables are called."""

JOINED_FREQUENCIES = ("daily", "weekly", "rolling")
"""How often a joined episode is a new one."""

_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
"""A time of day."""

_MOST = 250
"""Articles of a joined episode at most: its chapters, and those before and after them, are counted
by one byte in an MP3."""


def read_joined_tables(
    tables: list[dict[str, Any]], shows: Collection[str], mistakes: Mistakes
) -> tuple[JoinedTable, ...]:
    """Return the tables; ``shows`` are the ids that are shows' already."""
    found: list[JoinedTable] = []
    for number, table in enumerate(tables, start=1):
        named = table.get("id")
        where = name_one(_LIST, str(named)) if is_show_id(named) else name_number(_LIST, number)
        read = fill_value(JoinedTable, table, where, mistakes)
        _check_names(read, table, {*shows, *(each.id for each in found)}, where, mistakes)
        _check_bounds(read, where, mistakes)
        check_patterns((*read.include, *read.exclude), where, mistakes)
        if read.feed not in (Show().id, "own", *shows):
            known = ", ".join(("main", "own", *sorted(shows)))
            mistakes.add(where, "feed", f'"{read.feed}" is no feed; there are {known}')
        found.append(read)
    return tuple(found)


def _check_names(
    read: JoinedTable,
    table: dict[str, Any],
    taken: Collection[str],
    where: Place,
    mistakes: Mistakes,
) -> None:
    if "id" in table and not is_show_id(read.id):
        mistakes.add(where, "id", f'{read.id!r} is no name for addresses; say id = "morning"')
    elif read.id in taken:
        mistakes.add(where, "id", f'a show or an edition is called "{read.id}" already')
    if "title" in table and not read.title.strip():
        mistakes.add(where, "title", 'is empty; say title = "Morning edition"')
    if read.language and (slip := check_tag(read.language)):
        mistakes.add(where, "language", slip)


def _check_bounds(read: JoinedTable, where: Place, mistakes: Mistakes) -> None:
    if read.frequency not in JOINED_FREQUENCIES:
        mistakes.add(where, "frequency", f"is one of {', '.join(JOINED_FREQUENCIES)}")
    if read.at and not _TIME.fullmatch(read.at):
        mistakes.add(where, "at", f'{read.at!r} is no time of day; say at = "06:30"')
    if read.at and read.frequency == "rolling":
        mistakes.add(where, "at", "is for daily and weekly ones: a rolling one has no time")
    for name in ("newest", "minutes", "keep"):
        if getattr(read, name) < 0:
            mistakes.add(where, name, "is no number below 0; 0 is no bound")
    if read.newest > _MOST:
        mistakes.add(where, "newest", f"is at most {_MOST}: an MP3 has no more chapters")
    if read.frequency == "rolling" and not (read.newest or read.minutes):
        mistakes.add(where, "", "a rolling edition needs newest = 20 or minutes = 30")
