"""The lines of a saved page as somebody sees them, each with a number, without any reading of ours.

Labels of whole pages are numbers of such lines (`tests/corpus/data/foreign_pages.txt`), for the
texts are their publishers'. A line ends where a browser ends one: at the edges of blocks, and at
``<br>``. Nothing is judged here: navigation, boxes and footers are lines like those of the story.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNSEEN = re.compile(
    "head|iframe|math|noscript|object|option|script|select|style|svg|template|textarea|title"
)
"""Elements whose text no browser shows as text of the page."""
INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp"
    "|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""Elements that do not end a line."""
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([-\w]+)""", re.IGNORECASE)
"""What a page says of its encoding."""
HEAD = 4096
"""Bytes in which a page says its encoding."""
CHECK = 12
"""Hex digits by which the lines of a page are known to be those that were labelled."""


@dataclass(frozen=True)
class Line:
    """A line, the element it stands in, and how much of it is linked."""

    text: str
    tag: str
    linked: float


def list_lines(page: bytes) -> list[Line]:
    """Return the lines of a page that have a letter or a figure, from top to bottom."""
    tree = html.document_fromstring(_decode(page))
    body = tree.find("body")
    return list(_make_lines(_walk(tree if body is None else body, "body", linked=False)))


def check_of(lines: Iterable[Line]) -> str:
    """Return what changes as soon as a line does."""
    text = "\n".join(line.text for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()[:CHECK]


def _decode(page: bytes) -> str:
    named = DECLARED.search(page[:HEAD])
    for name in ("utf-8", *([named[1].decode()] if named else [])):
        try:
            text = page.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        break
    else:
        text = page.decode("cp1252", "replace")
    # a string that names its encoding is refused by the parser
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _walk(node: etree._Element, tag: str, *, linked: bool) -> Iterator[tuple[str, str, bool]]:
    """Yield pieces of text with the element of their line; an empty tag ends a line."""
    if not isinstance(node.tag, str) or UNSEEN.fullmatch(node.tag):
        return
    block = not INLINE.fullmatch(node.tag)
    inner = node.tag if block else tag
    linked = linked or node.tag == "a"
    if block:
        yield "", "", False
    yield node.text or "", inner, linked
    for child in node:
        yield from _walk(child, inner, linked=linked)
        yield child.tail or "", inner, linked
    if block:
        yield "", "", False


def _make_lines(pieces: Iterable[tuple[str, str, bool]]) -> Iterator[Line]:
    held: list[tuple[str, str, bool]] = []
    for piece in (*pieces, ("", "", False)):
        if piece[1]:
            held.append(piece)
            continue
        text = " ".join("".join(part for part, *_ in held).split())
        if re.search(r"\w", text):
            in_links = sum(len("".join(part.split())) for part, _, linked in held if linked)
            tag = next(tag for part, tag, _ in held if part.strip())
            yield Line(text, tag, in_links / len("".join(text.split())))
        held = []
