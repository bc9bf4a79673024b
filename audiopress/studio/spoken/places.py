"""Links within a script: from the mark of a note to the note, from "Table 2" to that, and back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from audiopress.sources.dates.names import find_month
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.studio.spoken.script import ScriptRow

__all__ = ["NoteMark", "RowLink", "link_rows"]

_NOTE = "footnote"
"""The reason for which a note is left out."""

_LABEL = re.compile(r"(?P<name>[^\W\d_]{3,15}\.?\s\d{1,3}[a-z]?)\s*(?:[:.|]|[-\u2013\u2014]\s)")
"""How the line of a table or a picture begins that is named elsewhere: "Table 2: Boats"."""


class NoteMark(NamedTuple):
    """The mark of a note, such as ``[^1]``, and the text that it stands in."""

    text: str
    mark: str


class RowLink(NamedTuple):
    """Where a row leads to: the ``place`` of another one, and what that is called."""

    place: str
    words: str


class _RowPair(NamedTuple):
    """Two rows by their numbers: one that names the other, and what it calls it."""

    at: int
    to: int
    words: str


def link_rows(rows: Sequence[ScriptRow], marks: Sequence[NoteMark]) -> list[ScriptRow]:
    """Return rows that have places, and links to what they name and to where they are named."""
    links: dict[int, list[RowLink]] = {}
    for pair in (*_pair_notes(rows, marks), *_pair_labels(rows)):
        links.setdefault(pair.at, []).append(RowLink(_name_place(pair.to), pair.words))
        back = RowLink(_name_place(pair.at), f"back to where {pair.words} is named")
        links.setdefault(pair.to, []).append(back)
    return [
        replace(row, place=_name_place(at), links=tuple(links.get(at, ())))
        for at, row in enumerate(rows)
    ]


def _name_place(at: int) -> str:
    return f"row{at}"


def _pair_notes(rows: Sequence[ScriptRow], marks: Sequence[NoteMark]) -> Iterator[_RowPair]:
    """Yield marks with their notes: the first mark is of the first note, and so on."""
    notes = [at for at, row in enumerate(rows) if row.reason == _NOTE]
    numbers = list(dict.fromkeys(make_comparable(mark.mark) for mark in marks))
    # Where there are more marks than notes nobody knows which of them have none.
    if len(numbers) != len(notes):
        return
    texts = {row.source: at for at, row in reversed(list(enumerate(rows))) if row.number >= 0}
    for mark in marks:
        number = make_comparable(mark.mark)
        if mark.text in texts:
            yield _RowPair(texts[mark.text], notes[numbers.index(number)], f"note {number or 1}")


def _pair_labels(rows: Sequence[ScriptRow]) -> Iterator[_RowPair]:
    """Yield rows that name a table or a picture, with the row that begins with that name."""
    for to, row in enumerate(rows):
        found = _LABEL.match(row.source)
        # "March 12: ..." begins an entry of a day, and a sentence elsewhere is not about it.
        if found is None or find_month(found["name"].split()[0]):
            continue
        named = re.compile(rf"(?<!\w){re.escape(found['name'])}(?!\w)", re.IGNORECASE)
        for at, other in enumerate(rows):
            if at != to and other.number >= 0 and named.search(other.source):
                yield _RowPair(at, to, found["name"])
