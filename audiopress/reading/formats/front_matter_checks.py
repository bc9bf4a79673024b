"""What a front matter says that nobody can act on: a slip is an error, the rest a note.

A date that is not understood would put the article at the wrong place of the feed, a ``draft``
that is not understood would publish it: both are errors with their line. A key that nobody reads
is only named, for it may be another program's.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import ReadingError
from audiopress.reading.formats.usual_keys import USUAL_KEYS
from audiopress.reading.metadata.dates.declared_dates import (
    find_unread_zone,
    read_declared_date,
)
from audiopress.reading.metadata.dates.stated_dates import read_stated_date
from audiopress.reading.metadata.declared.language_tags import find_language_tag, is_language_tag
from audiopress.text.counts import count_things
from audiopress.text.language_names import name_language
from audiopress.text.language_slips import list_meant

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = [
    "NOT_SAYING",
    "note_keys",
    "note_repeated_keys",
    "read_truth",
    "refuse_slips",
    "refuse_value",
]

NOT_SAYING = ("", "~", "null")
"""How the languages of front matter write that there is no value."""

_TRUE = ("true", "yes", "on", "y", "1")
"""What says yes, in YAML 1.1 and in forms that people fill in."""

_FALSE = ("false", "no", "off", "n", "0")
"""What says no."""

_OUTER_KEY = re.compile(r"^[\"']?(?P<key>[\w-]+)[\"']?[ \t]*:(?=\s)", re.MULTILINE)
"""A key of YAML that stands in no other: all below it is indented."""

_LIKENESS = 0.75
"""From which likeness on a key is taken for a slip of one that is read: "titel", "auther"."""

_FEWEST_LETTERS = 4
"""Letters below which two keys are alike by chance ("data" and "date" are no chance)."""

_DATE_HINT = (
    'write it as 2024-05-03, 2024-05-03T21:35:00+01:00 or in words ("3 May 2024", "3. Mai 2024")'
)
"""The ways to write a date that are understood and can mean one day only."""

_ZONE_HINT = "write the offset: 2024-05-03T21:35:00+05:30, or leave it out"
"""What says a zone whose name several countries have."""


def read_truth(text: str) -> bool | None:
    """Return what a text says of yes and no, ``None`` if neither; nothing said is no."""
    said = text.lower()
    return True if said in _TRUE else False if said in (*_FALSE, *NOT_SAYING) else None


def _find_key_line(head: str, key: str) -> int:
    """Return the number of the line of a front matter in which a key stands, else its first."""
    found = re.search(
        rf"^[ \t{{,]*[\"']?{re.escape(key)}[\"']?[ \t]*[:=]", head, re.IGNORECASE | re.MULTILINE
    )
    # JSON may have it within a line
    found = found or re.search(rf'"{re.escape(key)}"\s*:', head, re.IGNORECASE)
    return head.count("\n", 0, found.start()) + 1 if found else 1


def refuse_value(kind: str, key: str, value: str) -> ReadingError | None:
    """Return the error of a value of this kind (``date``, ``language`` ...), if it is one."""
    if kind == "date":
        return _refuse_date(key, value)
    if kind == "language" and not is_language_tag(value):
        tag = find_language_tag(value) or next(iter(list_meant(value)), "en-GB")
        return ReadingError(
            f"`{key}: {value}` is no language",
            hint=f"write a tag: `{key}: {tag}` is {name_language(tag)}",
        )
    return None


def refuse_slips(slips: Mapping[str, ReadingError], head: str, where: str) -> None:
    """Raise `ReadingError` for the values of these keys of a front matter, each with its line."""
    placed = sorted((_find_key_line(head, key), key) for key in slips)
    if not placed:
        return
    line, first = placed[0]
    message, hint = slips[first].message, slips[first].hint
    if len(placed) > 1:
        told = (f"\n  line {at}: {slips[key].message}; {slips[key].hint}" for at, key in placed)
        message = f"{count_things(len(placed), 'mistake')} in its front matter:{''.join(told)}"
        hint = "mend the lines above"
    raise ReadingError(message, where=f"{where}:{line}", hint=hint)


def _refuse_date(key: str, value: str) -> ReadingError | None:
    # `published: false` is no date, and says something else
    if key == "published" and read_truth(value) is not None:
        return None
    if zone := find_unread_zone(value):
        why = f'has "{zone}" behind its time, which is no zone that means one offset'
        return ReadingError(f"`{key}: {value}` {why}", hint=_ZONE_HINT)
    if read_declared_date(value):
        return None
    stated = read_stated_date(value)
    why = "may mean two days" if len(stated.days) > 1 else stated.why or "is not all understood"
    return ReadingError(f"`{key}: {value}` {why}", hint=_DATE_HINT)


def note_keys(said: Mapping[str, Any], known: Collection[str]) -> tuple[str, ...]:
    """Return a note on keys that are not read: slips of known ones, and those of no program."""
    unknown = [key for key in said if key not in known and key not in USUAL_KEYS]
    meant = {key: _find_meant(key, known) for key in unknown}
    slips = [f"`{key}` is not read; did you mean `{name}`?" for key, name in meant.items() if name]
    others = ", ".join(f"`{key}`" for key in unknown if not meant[key])
    return (*slips, *([f"front matter that is not read: {others}"] if others else ()))


def _find_meant(key: str, known: Collection[str]) -> str:
    if len(key) < _FEWEST_LETTERS:
        return ""
    return next(iter(difflib.get_close_matches(key, sorted(known), n=1, cutoff=_LIKENESS)), "")


def note_repeated_keys(head: str) -> tuple[str, ...]:
    """Return a note on each key that stands twice in a front matter in YAML, with its line."""
    seen: set[str] = set()
    notes = []
    for found in _OUTER_KEY.finditer(head if head.lstrip().startswith("---") else ""):
        key = found["key"]
        if key in seen:
            line = head.count("\n", 0, found.start()) + 1
            notes.append(f"`{key}` stands again in line {line}: what it says there counts")
        seen.add(key)
    return tuple(notes)
