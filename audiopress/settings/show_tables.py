"""The tables ``[[shows]]``: shows beside ``[show]``, each with what it takes and who speaks it.

A table says what is its own; of the rest it has what ``[show]`` says, but for what is one feed's
alone (`SHOW_OWN`). Where two shows would have one feed, both are named.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from audiopress.model import Cast, Show
from audiopress.settings.checks import PRESS_SETS, read_cast, read_show
from audiopress.settings.mistakes import (
    Mistakes,
    Place,
    fill_value,
    name_number,
    name_one,
    suggest_name,
)
from audiopress.settings.tables import ShowTable
from audiopress.sources.selection import PATTERN_KINDS, ArticleSelection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.settings.tables import EditionTable

__all__ = [
    "RESERVED",
    "SHOW_KEYS",
    "SHOW_OWN",
    "check_patterns",
    "is_show_id",
    "make_feed_show",
    "name_voices",
    "read_show_tables",
]

_LIST = "shows"
"""What the tables are called."""

RESERVED = frozenset({"by-url", "episodes", "player"})
"""Folders of the output that are others' already: a feed in them would lie among their files."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
"""An id of a show: it becomes part of an address and the name of a file in the ledger."""

_FOLDER = re.compile(r"[a-z0-9-]{1,40}(?:/[a-z0-9-]{1,40}){0,3}")
"""A folder of a feed, below the output folder: letters, figures and hyphens of addresses."""

SHOW_OWN = ("id", "folder", "title", "description", "artwork", "moved_to", "ownership", "subscribe")
"""Settings of ``[show]`` that another show does not take from there: they are of one feed."""

SHOW_KEYS = {
    "id": "What it is called in its address and in the ledger, for ever: small letters, figures, "
    "hyphens; not ``main``.",
    "include": "Which articles it takes: patterns of paths, or ``section:``, ``tag:``, "
    "``author:``, ``language:``, ``source:`` (as the source stands in the configuration). One of "
    "each kind must match; ``*`` stands for anything, case does not count.",
    "exclude": "Patterns of which none may match.",
    "folder": "Where its feed and front page lie below the address. Two shows with one folder are "
    "an error that names both.",
    "voice": "The voice of its body; without it that of ``[voices]``.",
    "voices": "A table as ``[voices]`` is, written ``[shows.voices]``, which says only what is "
    "other.",
}
"""Settings of a table ``[[shows]]`` that ``[show]`` does not have, and what each does."""


def read_show_tables(
    tables: list[dict[str, Any]],
    main: tuple[dict[str, Any], dict[str, Any]],
    edition: EditionTable,
    mistakes: Mistakes,
) -> tuple[ShowTable, ...]:
    """Return the shows; ``main`` are the file's tables ``[show]`` and ``[voices]``."""
    found: list[ShowTable] = []
    for number, table in enumerate(tables, start=1):
        where = name_number(_LIST, number)
        read = _read_table(table, main, where, edition, mistakes)
        if read is not None:
            _note_clash(read.show, found, where, mistakes)
            found.append(read)
    return tuple(found)


def _read_table(
    table: dict[str, Any],
    main: tuple[dict[str, Any], dict[str, Any]],
    where: Place,
    edition: EditionTable,
    mistakes: Mistakes,
) -> ShowTable | None:
    name, folder = table.get("id", ""), table.get("folder", "")
    if not is_show_id(name):
        text = 'is what it is called in addresses and in the ledger, for ever; say id = "sport"'
        mistakes.add(where, "id", text)
        return None
    where = name_one(_LIST, name)
    folder = folder or f"shows/{name}"
    _check_folder(folder, where, mistakes)
    if not isinstance(table.get("title"), str):
        mistakes.add(where, "", "needs title")
    known = [item.name for item in fields(Show) if item.name not in PRESS_SETS]
    for key in table.keys() - {*known, *SHOW_KEYS}:
        hint = suggest_name(key, (*known, *SHOW_KEYS))
        mistakes.add(where, key, f"no such setting{hint}")
    rest = {key: value for key, value in table.items() if key in known}
    common = {key: value for key, value in main[0].items() if key not in (*SHOW_OWN, "keep")}
    show = _read_show(common | rest, rest, where, edition, mistakes)
    takes = fill_value(
        ArticleSelection,
        {key: table[key] for key in ("include", "exclude") if key in table},
        where,
        mistakes,
    )
    check_patterns((*takes.include, *takes.exclude), where, mistakes)
    return ShowTable(
        show=replace(show, id=name, folder=f"{str(folder).strip('/')}/"),
        takes=takes,
        cast=_read_voices(table, main[1], where, mistakes),
    )


def _read_show(
    whole: dict[str, Any],
    said: dict[str, Any],
    where: Place,
    edition: EditionTable,
    mistakes: Mistakes,
) -> Show:
    """Return the show; what ``[show]`` says wrong is noted there and not once more."""
    own = Mistakes()
    show = read_show(whole, edition, own)
    for each in own.found:
        _, _, nested = each.place.path.partition(".")
        if (nested.partition(".")[0] or each.key) in said:
            mistakes.add_below(where, each)
    return show


def _read_voices(
    table: dict[str, Any], voices: dict[str, Any], where: Place, mistakes: Mistakes
) -> Cast:
    said = table.get("voices", {})
    if not isinstance(said, dict):
        mistakes.add(where, "voices", "is a table, written as [shows.voices]")
        said = {}
    if "voice" in table:
        said = {"body": table["voice"]} | said
    merged = {key: _merge(voices.get(key), value) for key, value in said.items()}
    own, before = Mistakes(), Mistakes()
    cast = read_cast(voices | merged, own)
    read_cast(voices, before)
    for each in own.found:
        if each not in before.found:
            mistakes.add_below(where.go_below("voices"), each)
    return cast


def _merge(before: Any, value: Any) -> Any:
    both = isinstance(before, dict) and isinstance(value, dict)
    return before | value if both else value


def name_voices(show: str) -> Place:
    """Return the place of the voices of one of the shows, by its id."""
    return name_one(_LIST, show).go_below("voices")


def is_show_id(name: Any) -> bool:
    """Whether a value may name a show: what ``[show]`` is called in the ledger may not."""
    return isinstance(name, str) and bool(_ID.fullmatch(name)) and name != Show().id


def _check_folder(folder: Any, where: Place, mistakes: Mistakes) -> None:
    plain = isinstance(folder, str) and _FOLDER.fullmatch(folder.strip("/"))
    if not plain:
        text = f'{folder!r} is no folder of an address; say folder = "sport"'
    elif str(folder).strip("/").partition("/")[0] in RESERVED:
        text = f"{folder!r} is the folder of other files; say another"
    else:
        return
    mistakes.add(where, "folder", text)


def _note_clash(show: Show, others: Iterable[ShowTable], where: Place, mistakes: Mistakes) -> None:
    for other in (each.show for each in others):
        if other.id == show.id:
            mistakes.add(where, "id", f'two shows are called "{show.id}": give each its own')
        elif other.folder == show.folder:
            address = f"{show.address}{show.folder}feed.xml"
            text = f'"{other.id}" and "{show.id}" would have one feed, {address}: '
            mistakes.add(where, "folder", f"{text}give one of them another folder")


def check_patterns(patterns: Sequence[str], where: Place, mistakes: Mistakes) -> None:
    """Note patterns of a kind that there is none of, such as ``sections:Sport``."""
    for pattern in patterns:
        kind, colon, rest = pattern.partition(":")
        # An address is a path and has a colon too.
        if colon and kind.isalpha() and kind not in PATTERN_KINDS and not rest.startswith("//"):
            known = ", ".join(PATTERN_KINDS)
            mistakes.add(where, "include", f'"{pattern}": no such kind "{kind}"; there are {known}')


def make_feed_show(main: Show, name: str, title: str, **said: Any) -> Show:
    """Return a show of its own for what ``[[editions]]`` puts into a feed of its own."""
    names = (item.name for item in fields(Show) if item.name not in SHOW_OWN)
    kept = {name: getattr(main, name) for name in names}
    return Show(**kept | {"id": name, "folder": f"shows/{name}/", "title": title} | said)
