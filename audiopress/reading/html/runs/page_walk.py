"""The steps of a walk through a page: its texts, and where a line of text ends.

A step is a text, a gap between two words of a line, or the end of a line; each text comes with
what lies around it, such as a link, and with the reason why it is not spoken, if there is one.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from audiopress.reading.html.runs.broken_lines import parts_facts
from audiopress.reading.html.runs.link_labels import is_label_of_link
from audiopress.reading.html.runs.note_links import NoteLinks
from audiopress.reading.html.runs.superscripts import find_noted_numbers, judge_superscript
from audiopress.reading.html.tree.elements import (
    HEADING_LIKE,
    INLINE,
    NO_BORDER,
    READINGS,
    SOURCE,
    UNSEEN,
    find_language,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.reading.html.runs.unread import Unread
    from audiopress.reading.reasons import Reason

__all__ = ["Marks", "PageWalk"]

_Step: TypeAlias = "tuple[str, Any, Any, Marks]"
"""A step: "open", "text", "written", "gap" or "close"; element or text; block element; marks.

Of "written" the text is a pair: as it stands in the page, and as it is written in a line.
"""

_BUTTON_WORDS = 3
"""Words of a button that asks; fewer only do something ("Show more")."""

_BUTTON_DEPTH = 3
"""Elements up from a button to the heading it belongs to; further up are the page's own."""

_IN_SENTENCE = frozenset(("noscript", "select", "template", "textarea"))
"""Elements that end a line, unless they stand in the middle of a sentence."""


_SMALL = frozenset(("em", "i", "small", "span"))
"""Elements in which a label stands beside its link."""


class Marks(NamedTuple):
    """What lies around a text node: links, bold elements, and what keeps it from being spoken.

    ``cause`` is the outermost element for whose sake it is not spoken. ``shown`` tells whether it
    stands in the page's text, ``flat`` whether it is part of a line, so that no block in it begins
    a run. ``language`` is what the nearest element around it says that has a ``lang``.
    """

    linked: int = 0
    bold: int = 0
    reason: Reason | Literal[""] = ""
    cause: Any = None
    shown: bool = True
    flat: bool = False
    language: str = ""


class PageWalk:
    """A walk through the tree below ``body``.

    ``unread`` are the elements that are not read, and why; ``read_last`` gives the last characters
    of the open line.
    """

    def __init__(self, body: Any, unread: dict[Any, Unread], read_last: Callable[[], str]) -> None:
        """Begin at the body."""
        self._body = body
        self._unread = unread
        self._read_last = read_last
        self._note_links = NoteLinks(body)

    @cached_property
    def _noted(self) -> frozenset[str]:
        return find_noted_numbers(self._body)

    def list_steps(self) -> Iterator[_Step]:
        """Yield texts, gaps and ends of lines; an explicit stack, for pages are nested deeply."""
        stack: list[_Step] = [("open", self._body, self._body, Marks())]
        while stack:
            kind, thing, block, marks = stack.pop()
            if kind != "open":
                yield kind, thing, block, marks
            # lxml gives comments a function for a tag
            elif not isinstance(thing.tag, str) or thing.tag in SOURCE:
                continue
            elif thing.tag == "br":
                ends = (_is_double_break(thing) or parts_facts(thing)) and not marks.flat
                yield ("close" if ends else "gap"), thing, block, marks
            elif thing.tag in ("sup", "sub") and not marks.reason and thing not in self._unread:
                stack.extend(self._open_raised(thing, block, marks))
            else:
                inside = self._add_marks(thing, block, marks)
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

    def _open_raised(self, element: Any, block: Any, marks: Marks) -> Iterator[_Step]:
        """Yield the steps of a raised or lowered text: as a power, a mark, or part of a word."""
        if is_label_of_link(element):
            labelled = marks._replace(reason="link-label", cause=element, flat=True)
            yield from _list_children(element, block, labelled)
            return
        found = judge_superscript(
            element, self._read_last(), _read_behind(element), self._noted_if_needed(element)
        )
        text = "".join(element.itertext())
        if found.kind == "note":
            inside = marks._replace(reason="note-mark", cause=element, flat=True)
            yield from _list_children(element, block, inside)
        elif found.text == text.strip():
            yield from _list_children(element, block, marks)
        else:
            yield "written", (text, found.text), block, marks

    def _noted_if_needed(self, element: Any) -> frozenset[str]:
        # the ids of a page are looked through for a raised figure only
        return self._noted if "".join(element.itertext()).strip().isdigit() else frozenset()

    def _add_marks(self, element: Any, block: Any, marks: Marks) -> Marks:
        """Return the marks of what lies in an element."""
        if marks.reason:  # the outermost says why
            return marks
        tag = element.tag
        if said := find_language(element):
            marks = marks._replace(language=said)
        reason, shown = self._find_reason(element)
        if reason:
            flat = tag in INLINE or tag in NO_BORDER or _is_in_sentence(element)
            return marks._replace(reason=reason, cause=element, shown=shown, flat=flat)
        # a link without an address is an anchor to jump to, and leads nowhere
        if tag == "a" and element.get("href") and not _is_own_anchor(element, block):
            return marks._replace(linked=marks.linked + 1)
        if tag in ("b", "strong"):
            return marks._replace(bold=marks.bold + 1)
        return marks

    def _is_bracketed(self) -> bool:
        """Whether a bracket was opened in this line and not closed yet."""
        last = self._read_last()
        return last.rfind("[") > last.rfind("]")

    def _find_reason(self, element: Any) -> tuple[Reason | Literal[""], bool]:
        """Return why what an element holds is not spoken, if so, and whether a browser shows it."""
        known = self._unread.get(element)
        if known is not None:
            return known.reason, known.shown
        tag = element.tag
        if tag in UNSEEN:
            return ("", True) if _is_read_all_the_same(element) else (UNSEEN[tag], False)
        if tag in READINGS:
            return "reading-aid", True
        if tag in _SMALL and is_label_of_link(element):
            return "link-label", True
        # "[1-3]" of links goes out whole, with its brackets, when the sentence is known
        if tag in ("a", "span") and not self._is_bracketed():
            mark = self._note_links.is_mark(element, self._read_last)
            return ("note-mark" if mark else ""), True
        return "", True


def _stands_in_line(element: Any, block: Any, marks: Marks) -> bool:
    """Whether an element goes on in the line of text that it stands in."""
    if element.tag in INLINE or element.tag in NO_BORDER:
        # the text of a heading's button is the heading's own, so it goes on in the same line
        return element.tag != "button" or bool(marks.reason) or block.tag in HEADING_LIKE
    return marks.cause is element and marks.flat


def _list_children(element: Any, block: Any, marks: Marks) -> Iterator[_Step]:
    """Yield what an element holds, last first, as a stack wants it."""
    for child in reversed(element):
        # a tail stands behind its element, so it lies below it on the stack
        if child.tail:
            yield "text", child.tail, block, marks
        yield "open", child, block, marks
    if element.text:
        yield "text", element.text, block, marks


def _is_own_anchor(element: Any, block: Any) -> bool:
    """Whether a heading links to a place in its own page: to itself, most often."""
    return block.tag in HEADING_LIKE and element.get("href").startswith("#")


def _read_behind(element: Any) -> str:
    """Return what stands right behind an element in its line, also behind an end of italics."""
    for around in islice((element, *islice(element.iterancestors(), 2)), 3):
        if around.tail or around.getnext() is not None or around.tag not in INLINE:
            return (around.tail or "") if around.tag in INLINE else ""
    return ""


def _is_in_sentence(element: Any) -> bool:
    """Whether there is text right before and right behind an element that usually ends a line."""
    if element.tag not in _IN_SENTENCE or not (element.tail or "").strip():
        return False
    before = element.getprevious()
    text = element.getparent().text if before is None else before.tail
    return bool((text or "").strip())


def _is_read_all_the_same(element: Any) -> bool:
    """Whether an element of those that nobody reads is read: a question, words in an object."""
    # a browser shows what an object holds when it has nothing to load
    return _asks_question(element) or (element.tag == "object" and element.get("data") is None)


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


def _is_double_break(element: Any) -> bool:
    """Whether a <br> stands beside another: a paragraph ends there."""
    follower = element.getnext()
    if follower is not None and follower.tag == "br" and not (element.tail or "").strip():
        return True
    before = element.getprevious()
    return before is not None and before.tag == "br" and not (before.tail or "").strip()
