"""A page as a row of text runs: what a reader sees between two block boundaries, and where.

The walk follows the idea of ``innerText``: block elements and double breaks end a run, inline
elements do not. Every run remembers its place in the page's text (so that a selector can be
made), how much of it is linked, and the element it lies in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.model import Selector
from audiopress.reading.html.elements import HEADING_LIKE, INLINE, NO_BORDER, UNSEEN
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PageText", "TextRun", "read_runs"]

_Marks: TypeAlias = tuple[int, int, int]
"""How many links, bold elements, and elements that are never spoken lie around a text node."""

_Event: TypeAlias = tuple[str, Any, Any, _Marks]
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


@dataclass(slots=True, eq=False)
class TextRun:
    """A run of text at ``start`` to ``end`` of the page's text.

    ``shown``, ``linked`` and ``bold`` count characters. ``element`` is the block element it lies
    in, ``opens_linked`` whether it begins with a link, ``text`` the run as one line.
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


@dataclass(slots=True, eq=False)
class PageText:
    """All runs in document order, and the page's text they point into."""

    runs: list[TextRun]
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
        self.pieces: list[str] = []
        self.at = 0
        self.run: TextRun | None = None

    def close_run(self) -> None:
        # a run of marks alone (footnotes, glosses) has nothing to say
        if self.run is not None and self.run.shown:
            self.run.end = self.at
            self.run.text = tidy("".join(self.run.parts))
            self.runs.append(self.run)
        self.run = None

    def add_text(self, text: str | None, element: Any, marks: _Marks) -> None:
        """Take a text node; white space alone opens no run."""
        if not text:
            return
        if self.run is None and text.strip():
            self.run = TextRun(element=element, start=self.at)
        # the page's text holds what is not spoken too: selectors point into what a browser shows
        self.pieces.append(text)
        self.at += len(text)
        # the text is the run's, but not to be spoken
        if self.run is not None and not marks[2]:
            _extend(self.run, text, marks)

    def add_gap(self) -> None:
        """Part two words by a line break, which stands in no text of the page."""
        if self.run is not None:
            self.run.parts.append(" ")


def _extend(run: TextRun, text: str, marks: _Marks) -> None:
    """Count a text node that is spoken."""
    linked, bold, _mute = marks
    size = len(text.strip())
    # only before anything is shown: later links do not open it
    run.opens_linked = run.opens_linked or bool(linked and not run.shown and size)
    run.parts.append(text)
    run.shown += size
    run.linked += size if linked else 0
    run.bold += size if bold else 0


def read_runs(body: Any) -> PageText:
    """Walk the tree below ``body`` and return its runs."""
    walk = _TreeWalk()
    for event, element, block, marks in _walk_tree(body):
        if event == "text":
            walk.add_text(element, block, marks)
        elif event == "gap":
            walk.add_gap()
        else:
            walk.close_run()
    # the body may end in a text that no element closes
    walk.close_run()
    return PageText(runs=walk.runs, text="".join(walk.pieces))


def _walk_tree(body: Any) -> Iterator[_Event]:
    """Yield text, gap and close events; an explicit stack, for pages may be nested deeply."""
    stack: list[_Event] = [("open", body, body, (0, 0, 0))]
    while stack:
        kind, thing, block, marks = stack.pop()
        if kind != "open":
            yield kind, thing, block, marks
        # lxml gives comments a function for a tag
        elif not isinstance(thing.tag, str):
            continue  # a comment
        elif (thing.tag in UNSEEN and not _asks_question(thing)) or _is_hidden(thing):
            # two paragraphs stay two, though a picture's script between them is not seen
            if thing.tag not in INLINE and thing.tag not in NO_BORDER:
                yield "close", None, block, marks
        elif thing.tag == "br":
            yield ("close" if _is_double_break(thing) else "gap"), None, block, marks
        # the text of a heading's button is the heading's own, so it goes on in the same line
        elif thing.tag in INLINE or (thing.tag == "button" and block.tag in HEADING_LIKE):
            stack.extend(_list_children(thing, block, _add_marks(thing, block, marks)))
        else:
            yield "close", None, block, marks
            # below the children on the stack: it is taken when all of them are done
            stack.append(("close", None, block, marks))
            stack.extend(_list_children(thing, thing, marks))


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
    """Return the marks of what lies in an inline element."""
    linked, bold, mute = marks
    tag = element.tag
    # a link without an address is an anchor to jump to, and leads nowhere
    if tag == "a" and element.get("href") and not _is_own_anchor(element, block):
        return (linked + 1, bold, mute)
    if tag in ("b", "strong"):
        return (linked, bold + 1, mute)
    if tag in ("sup", "rp", "rt"):
        return (linked, bold, mute + _is_note_mark(element))
    return marks


def _is_own_anchor(element: Any, block: Any) -> bool:
    """Whether a heading links to a place in its own page: to itself, most often."""
    return block.tag in HEADING_LIKE and element.get("href").startswith("#")


def _is_note_mark(element: Any) -> bool:
    """Tell a footnote mark or ruby gloss: seen, never spoken (superscript in 10² or 1st is)."""
    # `rp` and `rt` hold the reading of a word in ruby, which would be said twice
    if element.tag != "sup":
        return True
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
