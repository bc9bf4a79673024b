"""Pieces of HTML within Markdown: the text that a reader sees of them, and what is not read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.runs.list_numbers import ListNumbers
from audiopress.reading.html.tree.elements import BLOCK_KINDS
from audiopress.reading.inline_parts.gaps import GONE, close_signed_gaps
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import BlockKind
    from audiopress.reading.reasons import Reason

__all__ = ["FragmentText", "read_fragment"]

_KINDS: dict[str, BlockKind] = {
    **BLOCK_KINDS,
    **{f"h{level}": "heading" for level in range(1, 7)},
}
"""What a text is in these elements; in any other it is a paragraph."""

_REASONS: dict[str, Reason] = {
    "button": "control",
    "del": "struck-out",
    "option": "control",
    "pre": "code",
    "s": "struck-out",
    "script": "code",
    "strike": "struck-out",
    "style": "code",
    "svg": "drawing",
    "textarea": "control",
    "title": "drawing",
}
"""Elements whose text is not read, and why."""

_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code data dfn em font i ins kbd mark q rp rt ruby samp small span
    strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - a word a line would be a page
)
"""Elements that part no text."""


@dataclass(frozen=True, slots=True)
class FragmentText:
    """A text of a piece of HTML; with a reason it is not read. ``number`` is that of its item."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    reason: Reason | None = None
    number: str = ""


def read_fragment(html: str) -> list[FragmentText]:
    """Return the texts of a piece of HTML, in their order; tags may be open or closed elsewhere."""
    import lxml.html  # noqa: PLC0415 - little Markdown has any

    root = lxml.html.fragment_fromstring(html, create_parent="div")  # type: ignore[no-untyped-call]
    texts: list[FragmentText] = []
    pieces: list[str] = []
    struck: list[str] = []
    current = FragmentText("")
    for piece, where, is_break in _walk(root, FragmentText(""), ListNumbers()):
        if not is_break and where == replace(current, reason="struck-out"):
            struck += () if current.reason else (piece,)
            pieces.append(piece if current.reason else GONE)
            continue
        if is_break or where != current:
            _finish(pieces, current, texts, struck)
            current = where
        pieces.append(piece)
    _finish(pieces, current, texts, struck)
    return texts


def _finish(
    pieces: list[str], where: FragmentText, texts: list[FragmentText], struck: list[str]
) -> None:
    text, _ = close_signed_gaps(tidy("".join(pieces)))
    gone = tidy(" ".join(struck))
    struck.clear()
    if gone:
        texts.append(replace(where, text=gone, reason="struck-out"))
    pieces.clear()
    if text:
        # the second text of an item has no number
        last = next((one.number for one in reversed(texts) if one.number), "")
        number = "" if where.number == last else where.number
        texts.append(FragmentText(text, where.kind, where.level, where.reason, number))


def _walk(
    element: Any, where: FragmentText, numbers: ListNumbers
) -> Iterator[tuple[str, FragmentText, bool]]:
    """Yield every text below an element, where it stands, and whether it begins a new one."""
    yield element.text or "", where, False
    for child in element:
        # comments and instructions to programs have a function for a tag
        if not isinstance(child.tag, str):
            yield child.text or "", FragmentText("", reason="comment"), True
        else:
            inside = _place(child, where, numbers)
            is_break = child.tag not in _INLINE and child.tag not in _REASONS
            yield " " if child.tag == "br" else "", inside, is_break and child.tag != "br"
            yield from _walk(child, inside, numbers)
            if is_break and child.tag != "br":
                yield "", where, True
        yield child.tail or "", where, not isinstance(child.tag, str)


def _place(element: Any, where: FragmentText, numbers: ListNumbers) -> FragmentText:
    tag = element.tag
    if tag in _REASONS:
        return FragmentText(
            "", where.kind, where.level, where.reason or _REASONS[tag], where.number
        )
    if tag in _KINDS:
        level = int(tag[1]) if _KINDS[tag] == "heading" else 0
        number = numbers.take(element, "") if tag == "li" else where.number
        return FragmentText("", _KINDS[tag], level, where.reason, number)
    return where
