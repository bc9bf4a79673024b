"""A page as a row of text runs: what a reader sees between two block boundaries, and where.

The walk follows the idea of ``innerText``: block elements and double breaks end a run, inline
elements do not. Every run remembers its place in the page's text (so that a selector can be
made), how much of it is linked, the element it lies in, and what stands in it that is not spoken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from audiopress.model import LeftOut, Selector
from audiopress.reading.html.runs.page_walk import PageWalk
from audiopress.reading.html.tree.elements import find_language
from audiopress.reading.inline_parts.gaps import join_without
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Container

    from audiopress.reading.html.runs.page_walk import Marks
    from audiopress.reading.html.runs.unread import Unread
    from audiopress.reading.reasons import Reason

__all__ = ["PageText", "TextRun", "Unspoken", "count_letters", "read_runs"]

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_REACH = 400
"""Characters of the page's text that are looked through for the context, white space included."""

_NEAR = 40
"""Characters of an open run that tell what a raised figure behind them is."""

_HEADLINE = 300
"""Characters of the longest headline; most have less than a hundred."""

_LETTERS = frozenset(("b", "big", "em", "font", "i", "span", "strong", "u"))
"""Elements by which a line is set in other letters."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Kana and Han, which say in one letter what takes three of an alphabet."""


@dataclass(slots=True, eq=False)
class TextRun:
    """A run of text at ``start`` to ``end`` of the page's text.

    ``shown``, ``linked`` and ``bold`` count characters, of kana and Han thrice. ``element`` is the
    block element it lies in, ``opens_linked`` whether it begins with a link, ``text`` the run as
    one line, ``whole`` the same as it stands in the page, ``left_out`` what of that is not spoken.
    ``language`` is what the page says of all of it: of a text in two, what its block element says.
    """

    element: Any
    start: int
    end: int = 0
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    shown: int = 0
    bold: int = 0
    opens_linked: bool = False
    text: str = ""
    whole: str = ""
    left_out: tuple[LeftOut, ...] = ()
    language: str = ""


class Unspoken(NamedTuple):
    """A text that no run holds: before which run it stands, and the element for whose sake."""

    before: int
    left_out: LeftOut
    cause: Any


@dataclass(slots=True, eq=False)
class PageText:
    """All runs in document order, what none of them holds, and the page's text they point into."""

    runs: list[TextRun]
    unspoken: list[Unspoken]
    text: str

    def make_selector(self, run: TextRun) -> Selector:
        """Return where ``run`` stands: its text as in the page, and 32 characters on both sides.

        White space counts as one blank in the context: in the source of a page it often fills more
        than what is kept.
        """
        raw = self.text[run.start : run.end]
        # without the indentation at both ends, which no reader marks
        start = run.start + len(raw) - len(raw.lstrip())
        end = run.end - (len(raw) - len(raw.rstrip()))
        return Selector(
            exact=self.text[start:end],
            # joined before it is cut: in the source 32 characters may be one line's indentation
            prefix=" ".join(self.text[max(0, start - _REACH) : start].split())[-_CONTEXT:],
            suffix=" ".join(self.text[end : end + _REACH].split())[:_CONTEXT],
        )


class _RunReader:
    """The runs found so far, and the one that is open."""

    def __init__(self, titles: Container[str] = ()) -> None:
        self.titles = titles
        self.runs: list[TextRun] = []
        self.unspoken: list[Unspoken] = []
        self.pieces: list[str] = []
        self.at = 0
        self.run: TextRun | None = None
        # what stands in the open run and is not spoken, a part an element, each with the number
        # of texts before it that are; and all of the run's text
        self.left_out: list[tuple[Marks, list[str]]] = []
        self.places: list[int] = []
        self.whole: list[str] = []
        # whether a text in it is said otherwise than it stands there
        self.rewritten = False

    def close_run(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        run.end = self.at
        # a run of marks alone (footnotes, glosses) has nothing to say
        if run.shown:
            run.text, run.left_out = self._finish_text(run)
        if run.text:
            otherwise = run.left_out or self.rewritten
            run.whole = tidy("".join(self.whole)) if otherwise else run.text
            self.runs.append(run)
        else:
            self.unspoken += [
                Unspoken(len(self.runs), LeftOut(text=text, reason=reason), cause)
                for cause, (_, text, reason) in self._list_left_out()
            ]
        self.left_out, self.places, self.whole, self.rewritten = [], [], [], False

    def _finish_text(self, run: TextRun) -> tuple[str, tuple[LeftOut, ...]]:
        """Return what is spoken of a run as one line, and what is not."""
        if not self.left_out:
            return tidy("".join(run.parts)), ()
        return join_without(run.parts, [gap for _, gap in self._list_left_out()])

    def _list_left_out(self) -> list[tuple[Any, tuple[int, str, Reason]]]:
        """Return what of the open run is not spoken: for which element's sake, where, and why."""
        return [
            (marks.cause, (at, text, marks.reason))
            for (marks, texts), at in zip(self.left_out, self.places, strict=True)
            if marks.reason and (text := tidy("".join(texts)))
        ]

    def add_text(self, text: str, said: str, element: Any, marks: Marks) -> None:
        """Take a text node, and what is said of it; white space alone opens no run."""
        if self.run is None and text.strip():
            self.run = TextRun(element=element, start=self.at)
        # the page's text holds what is not spoken too: selectors point into what a browser shows
        if marks.shown:
            self.pieces.append(text)
            self.at += len(text)
        if self.run is None:
            return
        self.whole.append(text)
        self.rewritten = self.rewritten or said is not text
        if marks.reason:
            self._leave_out(text, marks)
        else:
            _extend(self.run, said, marks)

    def add_gap(self, marks: Marks, element: Any) -> None:
        """Part two words by a line break, which stands in no text of the page.

        A headline that is set apart by its letters is a line of its own, though one break only
        (``element``) parts it from the text.
        """
        if self.run is None:
            return
        if self.titles and self._is_headline(self.run, element):
            self.close_run()
            return
        self.whole.append(" ")
        if marks.reason:
            self._leave_out(" ", marks)
        else:
            self.run.parts.append(" ")

    def _is_headline(self, run: TextRun, element: Any) -> bool:
        """Whether what stands before a break is the title, in an element of its own."""
        before = None if element is None or run.shown > _HEADLINE else element.getprevious()
        if before is None or before.tag not in _LETTERS or (before.tail or "").strip():
            return False
        return make_comparable("".join(run.parts)) in self.titles

    def _leave_out(self, text: str, marks: Marks) -> None:
        """Add a text node to what stands in the open run and is not spoken."""
        if self.left_out and self.left_out[-1][0].cause is marks.cause:
            self.left_out[-1][1].append(text)
        else:
            self.left_out.append((marks, [text]))
            self.places.append(len(self.run.parts) if self.run else 0)

    def read_last(self) -> str:
        """Return the last characters of the open run: what a raised figure stands behind."""
        parts: list[str] = []
        size = 0
        for part in reversed(self.run.parts if self.run else ()):
            parts.append(part)
            size += len(part)
            if size > _NEAR:
                break
        return "".join(reversed(parts))[-_NEAR:]


def count_letters(text: str) -> int:
    """Return how many characters a text has, kana and Han counted thrice."""
    return len(text) if text.isascii() else len(text) + 2 * len(_UNSPACED.findall(text))


def _extend(run: TextRun, text: str, marks: Marks) -> None:
    """Count a text node that is spoken."""
    size = count_letters(text.strip())
    if size and run.language != marks.language and _has_letters(text):
        begun = any(map(_has_letters, run.parts))
        run.language = _find_block_language(run.element) if begun else marks.language
    # only before anything is shown: later links do not open it
    run.opens_linked = run.opens_linked or bool(marks.linked and not run.shown and size)
    run.parts.append(text)
    run.shown += size
    run.linked += size if marks.linked else 0
    run.bold += size if marks.bold else 0


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))


def _find_block_language(element: Any) -> str:
    """Return the language of a block whose words say several: that of its sentences."""
    around = (find_language(each) for each in (element, *element.iterancestors()))
    return next(filter(None, around), "")


def read_runs(body: Any, unread: dict[Any, Unread], *, titles: Container[str] = ()) -> PageText:
    """Walk the tree below ``body`` and return its runs; ``unread`` are elements that are not.

    ``titles`` are what the page may be called, in letters alone (`make_comparable`).
    """
    reader = _RunReader(titles)
    for kind, thing, block, marks in PageWalk(body, unread, reader.read_last).list_steps():
        if kind == "text":
            reader.add_text(thing, thing, block, marks)
        elif kind == "written":
            text, said = thing
            reader.add_text(text, said, block, marks)
        elif kind == "gap":
            reader.add_gap(marks, thing)
        else:
            reader.close_run()
    # the body may end in a text that no element closes
    reader.close_run()
    return PageText(runs=reader.runs, unspoken=reader.unspoken, text="".join(reader.pieces))
