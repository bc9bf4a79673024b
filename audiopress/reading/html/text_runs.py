"""A page as a row of text runs: what a reader sees between two block boundaries, and where.

The walk follows the idea of ``innerText``: block elements and double breaks end a run, inline
elements do not. Every run remembers its place in the page's text (so that a selector can be
made), how much of it is linked, and words on the elements it lies in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree
from lxml import html as lxml_html

from audiopress.errors import ReadingError
from audiopress.model import Selector
from audiopress.reading.html.late_parts import settle
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["HEADINGS", "Page", "Run", "is_question", "parse", "read_runs"]

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"))
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "picture",
        "source",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "head",
        "title",
        "meta",
        "link",
        "canvas",
        "audio",
        "video",
        "map",
        "math",
        "datalist",
        "dialog",
        "progress",
        "meter",
    ]
)
# unseen, and no border between what stands before and behind
_SLIGHT = frozenset(("button", "svg", "script", "style", "template", "meta", "link", "input"))
# what <main> may not lie in: https://html.spec.whatwg.org/multipage/grouping-content.html
_NO_MAIN = frozenset(("nav", "header", "footer", "aside"))
_Marks: TypeAlias = tuple[int, int, int]
_CONTEXT = 32
_REACH = 400


@dataclass(slots=True, eq=False)
class Run:
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
class Page:
    """All runs in document order, and the page's text they point into."""

    runs: list[Run]
    text: str

    def selector(self, run: Run) -> Selector:
        """Where ``run`` stands: its text as in the page, and 32 characters on both sides.

        White space counts as one blank in the context: in the source of a page it often fills more
        than what is kept.
        """
        raw = self.text[run.start : run.end]
        start = run.start + len(raw) - len(raw.lstrip())
        end = run.end - (len(raw) - len(raw.rstrip()))
        return Selector(
            exact=self.text[start:end],
            prefix=" ".join(self.text[max(0, start - _REACH) : start].split())[-_CONTEXT:],
            suffix=" ".join(self.text[end : end + _REACH].split())[:_CONTEXT],
        )


def parse(text: str, where: str) -> Any:
    """Return the tree of a page. Raises `ReadingError` where there is none."""
    parser = lxml_html.HTMLParser(  # type: ignore[no-untyped-call]
        encoding="utf-8", remove_pis=True, huge_tree=True
    )
    try:
        tree = lxml_html.document_fromstring(  # type: ignore[no-untyped-call]
            text.encode("utf-8", "surrogatepass"), parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            "the page holds no text", where=where, hint="open it in a browser and save it again"
        ) from error
    settle(tree)
    _lift(tree)
    _open(tree)
    return tree


_WORDS_OF_BUTTON = (
    ".//text()[not(ancestor::svg or ancestor::script or ancestor::style"
    " or ancestor::*[@aria-hidden='true'])]"
)


def _open(tree: Any) -> None:
    """Unfold what a heading opens that is a button, as readers do.

    So https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ has it.
    """
    for panel in tree.xpath("//*[@hidden]"):
        heading = panel.getprevious()
        if heading is None or heading.tag not in HEADINGS:
            continue
        buttons = (button.get("aria-expanded") for button in heading.iter("button"))
        if any(buttons) and (len(panel) or (panel.text or "").strip()):
            del panel.attrib["hidden"]
            panel.attrib.pop("aria-hidden", None)
            text = "".join(heading.xpath(_WORDS_OF_BUTTON))
            heading[:] = []
            heading.text = text.rstrip(" +−–-▾▼▸›\n\t")


def _lift(tree: Any) -> None:
    """Move ``<main>`` behind the menu, header or footer it lies in: a page left that one open."""
    main = tree.find(".//main")
    ancestors = [] if main is None else main.iterancestors()
    around = [element for element in ancestors if element.tag in _NO_MAIN]
    if around:
        around[-1].addnext(main)


class _Walk:
    """The state of one walk."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.pieces: list[str] = []
        self.at = 0
        self.run: Run | None = None

    def close(self) -> None:
        if self.run is not None and self.run.shown:
            self.run.end = self.at
            self.run.text = tidy("".join(self.run.parts))
            self.runs.append(self.run)
        self.run = None

    def add(self, text: str | None, element: Any, marks: _Marks) -> None:
        """Take a text node; ``marks`` = depth in links, in bold, in what is not spoken."""
        if not text:
            return
        if self.run is None and text.strip():
            self.run = Run(element=element, start=self.at)
        self.pieces.append(text)
        self.at += len(text)
        if self.run is None:
            return
        linked, bold, mute = marks
        size = len(text.strip())
        if not mute:
            self.run.opens_linked = self.run.opens_linked or bool(
                linked and not self.run.shown and size
            )
            self.run.parts.append(text)
            self.run.shown += size
            self.run.linked += size if linked else 0
            self.run.bold += size if bold else 0

    def gap(self) -> None:
        if self.run is not None:
            self.run.parts.append(" ")


def read_runs(body: Any) -> Page:
    """Walk the tree below ``body`` and return its runs."""
    walk = _Walk()
    for event, element, block, marks in _events(body):
        if event == "text":
            walk.add(element, block, marks)
        elif event == "gap":
            walk.gap()
        else:
            walk.close()
    walk.close()
    return Page(runs=walk.runs, text="".join(walk.pieces))


def _events(body: Any) -> Iterator[tuple[str, Any, Any, _Marks]]:
    """Yield text, gap and close events; an explicit stack, for pages may be nested deeply."""
    stack: list[tuple[str, Any, Any, _Marks]] = [("open", body, body, (0, 0, 0))]
    while stack:
        kind, thing, block, marks = stack.pop()
        if kind != "open":
            yield kind, thing, block, marks
        elif not isinstance(thing.tag, str):
            continue  # a comment
        elif (thing.tag in UNSEEN and not is_question(thing)) or _hidden(thing):
            if thing.tag not in INLINE and thing.tag not in _SLIGHT:
                yield "close", None, block, marks
        elif thing.tag == "br":
            yield ("close" if _double_break(thing) else "gap"), None, block, marks
        elif thing.tag in INLINE or (thing.tag == "button" and block.tag in HEADINGS):
            stack.extend(_inside(thing, block, _marks(thing, block, marks)))
        else:
            yield "close", None, block, marks
            stack.append(("close", None, block, marks))
            stack.extend(_inside(thing, thing, marks))


def _inside(element: Any, block: Any, marks: _Marks) -> Iterator[tuple[str, Any, Any, _Marks]]:
    """Yield what an element holds, last first, as a stack wants it."""
    for child in reversed(element):
        if child.tail:
            yield "text", child.tail, block, marks
        yield "open", child, block, marks
    if element.text:
        yield "text", element.text, block, marks


def _marks(element: Any, block: Any, marks: _Marks) -> _Marks:
    linked, bold, mute = marks
    tag = element.tag
    if tag == "a" and element.get("href") and not _own_link(element, block):
        return (linked + 1, bold, mute)
    if tag in ("b", "strong"):
        return (linked, bold + 1, mute)
    if tag in ("sup", "rp", "rt"):
        return (linked, bold, mute + _is_note(element, tag))
    return marks


def _own_link(element: Any, block: Any) -> bool:
    """Whether a heading links to a place in its own page: to itself, most often."""
    return block.tag in HEADINGS and element.get("href").startswith("#")


def _is_note(element: Any, tag: str) -> int:
    """Tell a footnote mark or ruby gloss: seen, never spoken (superscript in 10² or 1st is)."""
    if tag != "sup":
        return 1
    text = "".join(element.itertext()).strip()
    return int(
        bool(re.fullmatch(r"\[.{1,12}\]|[*†‡§]+", text)) or bool(len(element) and text.isdigit())
    )


def is_question(element: Any) -> bool:
    """Whether a button is what opens an answer: several words, a heading's or a question."""
    if element.tag != "button":
        return False
    text = "".join(element.itertext()).strip()
    if len(text.split()) < 3:  # noqa: PLR2004 - "Show more"
        return False
    headed = any(found.tag in HEADINGS for found in islice(element.iterancestors(), 3))
    return headed or (element.get("aria-expanded") is not None and text.endswith("?"))


def _hidden(element: Any) -> bool:
    if element.get("hidden", "until-found") != "until-found":
        return True
    style = element.get("style") or ""
    return bool(style) and bool(re.search(r"display\s*:\s*none", style, re.IGNORECASE))


def _double_break(element: Any) -> bool:
    """Whether a <br> stands beside another: a paragraph ends there."""
    follower = element.getnext()
    if follower is not None and follower.tag == "br" and not (element.tail or "").strip():
        return True
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()
