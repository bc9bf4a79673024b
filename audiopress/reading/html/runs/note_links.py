"""Links that are the mark of a note: "the States (1)", where the 1 leads to a list of sources.

What the link leads to is the evidence: a note, a place that leads back to the mark, or an item
below a heading such as "References". A year or a page that is linked is text.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.runs.footnotes import is_note
from audiopress.reading.html.tree.elements import HEADINGS, climb
from audiopress.reading.inline_parts.note_words import LABELS, LOCATORS
from audiopress.reading.wording.source_headings import SOURCE_HEADING
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NOTES", "NOTE_TEXT", "NoteLinks", "is_called_note"]

NOTES = any_of("fn", "foot-?note", "end-?note", "note", "cite-?note", "ref", "bib", "ftn", "edn")
"""What notes are called in ids and addresses."""

_NOTE_LINK = compile_late(
    rf"#(?:[\w-]*[-_:])?{NOTES}s?(?:[-_:.]|\d|$)",
    re.IGNORECASE,
)
"""The address of a note in the page."""

NOTE_TEXT = compile_late(
    r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|note \d{1,3}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE
)
"""What the link to a note shows."""

_NUMBER = compile_late(r"[\[(]?[1-9]\d{0,2}[a-z]?[\])]?")
"""The same where nothing but the number tells."""

_LABELLED = compile_late(
    r"\b" + any_of(LABELS, LOCATORS, "step", "item", "part", "rule", "no") + r"s?\.?\s$",
    re.IGNORECASE,
)
"""A word that the number belongs to: "see note 3", "in Table 2"."""

_LEADS_IN = compile_late(
    r"[(（]\s?(?:(?:see|cf\.|e\.g\.|refs?\.?|notes?|sources?|siehe|vgl\.|voir|véase)[\s,:]*)?"
    r"(?:[\s,;&–-]|and|und|et|y)*$",
    re.IGNORECASE,
)
"""A round bracket in which nothing but marks of notes stands so far."""

_CLOSES = compile_late(r"\s*[)）,;&–-]|\s*(?:and|und|et|y)\b", re.IGNORECASE)
"""What goes on with marks behind one of them, or closes their bracket."""

_NEAREST = 4
"""Elements up from the place a link leads to, the nearest of which is the note."""

_NOTE = frozenset(("aside", "dd", "div", "dt", "li", "p", "section", "td", "tr"))
"""Elements that are a note; what leads to a heading or a picture is text."""

_LIST_NAME = compile_late(
    r"(?:^|[-_ ])"
    + any_of("references?", "ref-?list", "bibliography", "citations?", "(?:end|foot)-?notes?")
    + r"(?:$|[-_ ])",
    re.IGNORECASE,
)
"""What lists of sources are called in classes, ids and roles."""

_NAMES = ("class", "id", "role")
"""Attributes that say what an element is."""

_LONGEST = 2_000
"""Characters of the longest note; more is a section of the story."""

_BACK = 12
"""Links of a note among which the one back to its mark is looked for."""

_HEADING_ABOVE = (
    "preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6"
    " or self::summary or self::legend][1]"
)
"""The nearest heading before an element."""


def is_called_note(element: Any) -> bool:
    """Whether an element is a link to a note, or is called one, and shows no more than a mark."""
    role = f"{element.get('role') or ''} {element.get('epub:type') or ''}"
    names = (element.get("class") or "").lower()
    called = "noteref" in role or re.search(r"(?:foot|end)?note-?ref|citeref|\breference\b", names)
    leads = element.tag == "a" and _NOTE_LINK.search(element.get("href") or "")
    if not called and not leads:
        return False
    return bool(NOTE_TEXT.fullmatch("".join(element.itertext()).strip()))


class NoteLinks:
    """The links of a page below ``body`` that are marks of notes."""

    def __init__(self, body: Any) -> None:
        """Look at nothing yet: most pages have no such link."""
        self._body = body
        self._lists: dict[Any, bool] = {}

    @cached_property
    def _places(self) -> dict[str, Any]:
        """What has a name that a link can lead to."""
        named = {one.get("name"): one for one in self._body.iter("a") if one.get("name")}
        return {**named, **{one.get("id"): one for one in self._body.xpath(".//*[@id]")}}

    def is_mark(self, element: Any, read_before: Callable[[], str]) -> bool:
        """Whether an element is such a link; ``read_before`` gives what stands before it."""
        if is_called_note(element):
            return not _LABELLED.search(read_before())
        if element.tag != "a" or "#" not in (element.get("href") or ""):
            return False
        text = "".join(element.itertext()).strip()
        if not NOTE_TEXT.fullmatch(text) or _LABELLED.search(before := read_before()):
            return False
        local, _, name = element.get("href").partition("#")
        place = self._places.get(name)
        if place is not None:
            return self._is_noted(place, element)
        # the notes were cut off with the end of the page, or come later
        if not _NUMBER.fullmatch(text):
            return False
        bracketed = text[0] in "([" or (
            bool(_LEADS_IN.search(before)) and bool(_CLOSES.match(element.tail or ""))
        )
        return not local and bool(name) and bracketed

    def _is_noted(self, place: Any, link: Any) -> bool:
        """Whether a place in the page is a note, or a list of them."""
        for element in islice(climb(place), _NEAREST):
            if element.tag in HEADINGS or _is_within(link, element):
                return False
            if _LIST_NAME.search(" ".join(element.get(name) or "" for name in _NAMES)):
                return True
            if element.tag not in _NOTE or len(element.xpath("string()")) > _LONGEST:
                continue
            if is_note(element) or self._leads_back(element, link) or self._is_listed(element):
                return True
        return False

    def _leads_back(self, note: Any, link: Any) -> bool:
        """Whether a link of a note leads to what holds its mark."""
        for back in islice(note.iter("a"), _BACK):
            local, _, name = (back.get("href") or "").partition("#")
            mark = self._places.get(name) if name and not local else None
            if mark is not None and (mark is link or _is_beside(mark, link)):
                return True
        return False

    def _is_listed(self, note: Any) -> bool:
        """Whether a note lies in a list below a heading such as "References"."""
        around = note.getparent()
        if around is None:
            return False
        if around not in self._lists:
            self._lists[around] = _is_headed(note)
        return self._lists[around]


def _is_within(element: Any, box: Any) -> bool:
    """Whether an element lies in another, or is it."""
    return any(around is box for around in climb(element))


def _is_beside(mark: Any, link: Any) -> bool:
    """Whether a mark that a note leads back to is the one of a link: around, in or next to it."""
    return _is_within(link, mark) or _is_within(mark, link) or mark.getparent() is link.getparent()


def _is_headed(note: Any) -> bool:
    """Whether the next heading above a note says that sources or notes follow."""
    heading = next(iter(note.xpath(_HEADING_ABOVE)), None)
    return heading is not None and bool(
        SOURCE_HEADING.search(" ".join(heading.xpath("string()").split()))
    )
