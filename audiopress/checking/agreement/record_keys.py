"""Whether a record says anything that no build writes: an editor's name, a path of a machine.

Every record of an edition is held against the names that a build writes into it; what else is there
was put there by somebody, and everybody can read it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_foreign_keys", "find_foreign_records"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_ALIGNMENT: Final = {
    "": "version id guid key title byline language url audio mediaType duration samples rate "
    "aiNarrated narrators chapters paragraphs peaks",
    "chapters": "start title url",
    "paragraphs": "paragraph role language voice source spoken start end estimated selector words",
    "paragraphs.selector": "type exact prefix suffix",
    "paragraphs.words": "start end spoken source",
}
"""The names in ``alignment.json``, by where they stand (`audiopress.publish.timed.alignment`)."""

_EPISODE: Final = {
    "": "version id guid title byline language url published changed key duration aiNarrated audio "
    "page alignment transcripts chapters corrections peaks",
    "audio": "src length type sha256",
    "transcripts": "text/vtt application/x-subrip application/json",
    "corrections": "at paragraphs removed sound",
}
"""Those in ``episode.json`` (`audiopress.publish.timed.episode_json`)."""

_EMBED: Final = {
    "": "version type title provider_name provider_url width height html author_name author_url "
    "thumbnail_url thumbnail_width thumbnail_height",
}
"""Those in ``oembed.json`` (`audiopress.publish.pages.oembed`)."""

_POINTER: Final = {"": "version url episode alignment page"}
"""Those in a record below ``by-url/``."""

_TITLES: Final = {
    "": "version titles older",
    "titles": "title page section language direction date day",
}
"""Those in what the front searches."""


def find_foreign_keys(version: Version, shelf: Shelf) -> Iterator[Look]:
    """Yield a look at each record of an episode, for names that no build writes."""
    records = (
        (f"{version.folder}alignment.json", version.alignment, _ALIGNMENT),
        (f"{version.home}episode.json", version.episode, _EPISODE),
        (f"{version.home}oembed.json", _read(shelf, f"{version.home}oembed.json"), _EMBED),
    )
    for where, record, table in records:
        yield "foreign to a record", where, _find_key_fault(record, table)


def find_foreign_records(shelf: Shelf) -> Iterator[Look]:
    """Yield a look at each record that stands around the episodes."""
    for where in shelf.list_paths("by-url/**/index.json"):
        yield "foreign to a record", where, _find_key_fault(_read(shelf, where), _POINTER)
    for where in ("titles.json", *shelf.list_paths("titles-*.json")):
        if shelf.read(where) is not None:
            fault = _find_key_fault(_read(shelf, where), _TITLES)
            yield "foreign to a record", where, fault


def _read(shelf: Shelf, where: str) -> Any:
    try:
        return json.loads(shelf.read(where) or b"{}")
    except (ValueError, RecursionError):
        return {}  # it is said elsewhere


def _find_key_fault(record: Any, table: Mapping[str, str]) -> str:
    strange = _find_strange(record, table, "")
    return f"has {strange}, which no build writes" if strange else ""


def _find_strange(value: Any, table: Mapping[str, str], place: str) -> str:
    """Return the first name in ``value`` that is not in the table for its place."""
    if isinstance(value, list):
        return next(filter(None, (_find_strange(each, table, place) for each in value)), "")
    if not isinstance(value, dict) or place not in table:
        return f"something in {place}" if isinstance(value, dict) else ""
    known = table[place].split()
    strange = [name for name in value if name not in known]
    if strange:
        return repr(strange[0]) + (f" in {place}" if place else "")
    inner = (
        _find_strange(each, table, f"{place}.{name}" if place else name)
        for name, each in value.items()
        if isinstance(each, dict | list)
    )
    return next(filter(None, inner), "")
