"""A page as a row of text runs: what a reader sees between two block boundaries, and where.

The walk follows the idea of ``innerText``: block elements and double breaks end a run, inline
elements do not. Every run remembers its place in the page's text (so that a selector can be
made), how much of it is linked, and the element it lies in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from audiopress.model import LeftOut, Selector
from audiopress.reading.html.elements import HEADING_LIKE, INLINE, NO_BORDER, SOURCE, UNSEEN
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.reading.reasons import Reason

__all__ = ["PageText", "TextRun", "read_runs"]

_Event: TypeAlias = "tuple[str, Any, Any, _Marks]"
"""A step of the walk: "open", "text", "gap" or "close"; element or text; block element; marks."""

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_REACH = 400
"""Characters of the page's text that are looked through for the context, white space included."""

_BUTTON_WORDS = 3
"""Words of a button that asks; fewer only do something ("Show more")."""

_BUTTON_DEPTH = 3
"""Elements up from a button to the heading it belongs to; further up are the page's own."""

_NOTE_MARK = re.compile(r"\[.{1,12}\]|[*†‡§]+")
"""A superscript that leads to a note: "[3]", "[citation]", "†"; no ² and no "th"."""

_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
"""A style on the element itself; style sheets are not read."""


class _Marks(NamedTuple):
    """What lies around a text node: links, bold elements, and what keeps it from being spoken.

    ``cause`` is the outermost element for whose sake it is not spoken. ``shown`` tells whether it
    stands in the page's text, ``flat`` whether it is part of a line, so that no block in it begins
    a run.
    """

    linked: int = 0
    bold: int = 0
    reason: Reason | Literal[""] = ""
    cause: Any = None
    shown: bool = True
    flat: bool = False


@dataclass(slots=True, eq=False)
class TextRun:
    """A run of text at ``start`` to ``end`` of the page's text.

    ``shown``, ``linked`` and ``bold`` count characters. ``element`` is the block element it lies
    in, ``opens_linked`` whether it begins with a link, ``text`` the run as one line, ``left_out``
    what stands in it and is not spoken.
    """

    element: Any
    start: int
    end: int = 0
    parts: list[str] = field(default_factory=list)
    unspoken: list[tuple[_Marks, list[str]]] = field(default_factory=list)
    linked: int = 0
    shown: int = 0
    bold: int = 0
    opens_linked: bool = False
    text: str = ""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(slots=True, eq=False)
class PageText:
    """All runs in document order, and the page's text they point into.

    ``unspoken`` are texts that no run holds, each with the number of the run it stands before:
    hidden ones, controls, and marks by themselves.
    """

    runs: list[TextRun]
    unspoken: list[tuple[int, LeftOut]]
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


class _TreeWalk:
    """The runs found so far, and the one that is open."""

    def __init__(self) -> None:
        self.runs: list[TextRun] = []
        self.unspoken: list[tuple[int, LeftOut]] = []
        self.pieces: list[str] = []
        self.at = 0
        self.run: TextRun | None = None

    def close_run(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        run.end = self.at
        run.left_out = tuple(_list_unspoken(run))
        # a run of marks alone (footnotes, glosses) has nothing to say
        if not run.shown:
            self.unspoken += [(len(self.runs), left) for left in run.left_out]
            return
        run.text = tidy("".join(run.parts))
        self.runs.append(run)

    def add_text(self, text: str, element: Any, marks: _Marks) -> None:
        """Take a text node; white space alone opens no run."""
        if self.run is None and text.strip():
            self.run = TextRun(element=element, start=self.at)
        # the page's text holds what is not spoken too: selectors point into what a browser shows
        if marks.shown:
            self.pieces.append(text)
            self.at += len(text)
        if self.run is None:
            return
        if marks.reason:
            _leave_out(self.run, text, marks)
        else:
            _extend(self.run, text, marks)

    def add_gap(self, marks: _Marks) -> None:
        """Part two words by a line break, which stands in no text of the page."""
        if self.run is not None and marks.reason:
            _leave_out(self.run, " ", marks)
        elif self.run is not None:
            self.run.parts.append(" ")


def _extend(run: TextRun, text: str, marks: _Marks) -> None:
    """Count a text node that is spoken."""
    size = len(text.strip())
    # only before anything is shown: later links do not open it
    run.opens_linked = run.opens_linked or bool(marks.linked and not run.shown and size)
    run.parts.append(text)
    run.shown += size
    run.linked += size if marks.linked else 0
    run.bold += size if marks.bold else 0


def _leave_out(run: TextRun, text: str, marks: _Marks) -> None:
    """Add a text node to what stands in a run and is not spoken: one part an element."""
    if run.unspoken and run.unspoken[-1][0].cause is marks.cause:
        run.unspoken[-1][1].append(text)
    else:
        run.unspoken.append((marks, [text]))


def _list_unspoken(run: TextRun) -> Iterator[LeftOut]:
    for marks, texts in run.unspoken:
        text = tidy("".join(texts))
        if text:
            yield LeftOut(text=text, reason=marks.reason)


def read_runs(body: Any) -> PageText:
    """Walk the tree below ``body`` and return its runs."""
    walk = _TreeWalk()
    for event, element, block, marks in _walk_tree(body):
        if event == "text":
            walk.add_text(element, block, marks)
        elif event == "gap":
            walk.add_gap(marks)
        else:
            walk.close_run()
    # the body may end in a text that no element closes
    walk.close_run()
    return PageText(runs=walk.runs, unspoken=walk.unspoken, text="".join(walk.pieces))


def _walk_tree(body: Any) -> Iterator[_Event]:
    """Yield text, gap and close events; an explicit stack, for pages may be nested deeply."""
    stack: list[_Event] = [("open", body, body, _Marks())]
    while stack:
        kind, thing, block, marks = stack.pop()
        if kind != "open":
            yield kind, thing, block, marks
        # lxml gives comments a function for a tag
        elif not isinstance(thing.tag, str) or thing.tag in SOURCE:
            continue
        elif thing.tag == "br":
            ends = _is_double_break(thing) and not marks.flat
            yield ("close" if ends else "gap"), None, block, marks
        else:
            inside = _add_marks(thing, block, marks)
            if _stands_in_line(thing, block, inside):
                stack.extend(_list_children(thing, block, inside))
            elif inside.flat:
                # in a line of its own for the eye, and no run: its words stay apart
                stack.append(("gap", None, block, inside))
                stack.extend(_list_children(thing, block, inside))
                yield "gap", None, block, inside
            else:
                yield "close", None, block, marks
                # below the children on the stack: it is taken when all of them are done
                stack.append(("close", None, block, marks))
                stack.extend(_list_children(thing, thing, inside))


def _stands_in_line(element: Any, block: Any, marks: _Marks) -> bool:
    """Whether an element goes on in the line of text that it stands in."""
    if element.tag in INLINE or element.tag in NO_BORDER:
        # the text of a heading's button is the heading's own, so it goes on in the same line
        return element.tag != "button" or bool(marks.reason) or block.tag in HEADING_LIKE
    return False


def _list_children(element: Any, block: Any, marks: _Marks) -> Iterator[_Event]:
    """Yield what an element holds, last first, as a stack wants it."""
    for child in reversed(element):
        # a tail stands behind its element, so it lies below it on the stack
        if child.tail:
            yield "text", child.tail, block, marks
        yield "open", child, block, marks
    if element.text:
        yield "text", element.text, block, marks


def _add_marks(element: Any, block: Any, marks: _Marks) -> _Marks:
    """Return the marks of what lies in an element."""
    if marks.reason:  # the outermost says why
        return marks
    tag = element.tag
    reason, shown = _find_reason(element)
    if reason:
        flat = tag in INLINE or tag in NO_BORDER
        return marks._replace(reason=reason, cause=element, shown=shown, flat=flat)
    # a link without an address is an anchor to jump to, and leads nowhere
    if tag == "a" and element.get("href") and not _is_own_anchor(element, block):
        return marks._replace(linked=marks.linked + 1)
    if tag in ("b", "strong"):
        return marks._replace(bold=marks.bold + 1)
    return marks


def _find_reason(element: Any) -> tuple[Reason | Literal[""], bool]:
    """Return why what an element holds is not spoken, if so, and whether a browser shows it."""
    if _is_hidden(element):
        return "hidden", False
    if element.tag in UNSEEN:
        return ("", True) if _asks_question(element) else (UNSEEN[element.tag], False)
    # `rp` and `rt` hold the reading of a word in ruby, which would be said twice
    if element.tag in ("rp", "rt"):
        return "reading-aid", True
    if element.tag in ("del", "s", "strike"):
        return "struck-out", True
    if element.tag == "sup" and _is_note_mark(element):
        return "note-mark", True
    return "", True


def _is_own_anchor(element: Any, block: Any) -> bool:
    """Whether a heading links to a place in its own page: to itself, most often."""
    return block.tag in HEADING_LIKE and element.get("href").startswith("#")


def _is_note_mark(element: Any) -> bool:
    """Tell a footnote mark: seen, never spoken (superscript in 10² or 1st is)."""
    text = "".join(element.itertext()).strip()
    # a bare number is an exponent, unless it is linked, as a note's is
    return bool(_NOTE_MARK.fullmatch(text)) or bool(len(element) and text.isdigit())


def _asks_question(element: Any) -> bool:
    """Whether an element is a button that opens an answer: a heading's, or worded as a question."""
    if element.tag != "button":
        return False
    text = "".join(element.itertext()).strip()
    if len(text.split()) < _BUTTON_WORDS:
        # a label does something ("Read more"); what asks is longer
        return False
    around = islice(element.iterancestors(), _BUTTON_DEPTH)
    headed = any(found.tag in HEADING_LIKE for found in around)
    return headed or (element.get("aria-expanded") is not None and text.endswith("?"))


def _is_hidden(element: Any) -> bool:
    if element.get("hidden", "until-found") != "until-found":  # which a browser unfolds to find
        return True
    style = element.get("style") or ""
    return bool(style) and bool(_NOT_DISPLAYED.search(style))


def _is_double_break(element: Any) -> bool:
    """Whether a <br> stands beside another: a paragraph ends there."""
    follower = element.getnext()
    if follower is not None and follower.tag == "br" and not (element.tail or "").strip():
        return True
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()
