"""What the elements of HTML are to a reader of text: headings, words in a line, never seen.

The sets follow the rendering section of the standard, not its content models:
https://html.spec.whatwg.org/multipage/rendering.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import BlockKind
    from audiopress.reading.reasons import Reason

__all__ = [
    "BLOCKS",
    "BLOCK_KINDS",
    "HEADINGS",
    "HEADING_LIKE",
    "INLINE",
    "NO_BORDER",
    "PARAGRAPHS",
    "READINGS",
    "SOURCE",
    "STRUCK",
    "UNSEEN",
    "climb",
    "find_language",
    "is_within",
]

BLOCK_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "td": "table",
    "th": "table",
    "li": "list_item",
    "dd": "list_item",
    "dt": "list_item",
}
"""What a text is in these elements; in any other it is a paragraph."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""Headings with a level, which is the second character of their name."""

HEADING_LIKE = HEADINGS | {"dt", "summary"}
"""What heads the text behind it: a term its definition, a summary what it unfolds."""

INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "annotation",
        "annotation-xml",
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
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "mi",
        "mjx-container",
        "mn",
        "mo",
        "mrow",
        "mstyle",
        "mtext",
        "nobr",
        "picture",
        "q",
        "rb",
        "rp",
        "rt",
        "rtc",
        "ruby",
        "s",
        "samp",
        "semantics",
        "small",
        "source",
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
    )
)
"""Elements that stand in a line of text and do not end it; every other one begins a new run.

Of MathML what wraps a single letter is among them. Elements that nobody knows are looked at one by
one (`audiopress.reading.html.tree.unknown_elements`).
"""

READINGS = frozenset(("rp", "rt", "rtc"))
"""The reading of a word in ruby, and the brackets around it: with it the word were said twice."""

STRUCK = frozenset(("del", "s", "strike"))
"""Elements that are drawn with a line through them."""

PARAGRAPHS = HEADINGS | {"p", "dt", "summary", "caption", "figcaption", "pre"}
"""Blocks that hold a line of text and no other block."""

BLOCKS = PARAGRAPHS | frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "search",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
"""Elements that begin and end a line, by the standard."""

SOURCE = frozenset(("head", "script", "style"))
"""Elements whose text is no text for people: programs and styles."""

UNSEEN: dict[str, Reason] = {
    "audio": "player",
    "button": "control",
    "canvas": "hidden",
    "datalist": "control",
    "dialog": "hidden",
    "embed": "hidden",
    "iframe": "frame",
    "input": "control",
    "link": "hidden",
    "map": "hidden",
    "meta": "hidden",
    "meter": "control",
    "noembed": "hidden",
    "noframes": "hidden",
    "noscript": "hidden",
    "object": "hidden",
    "option": "control",
    "progress": "control",
    "select": "control",
    "svg": "drawing",
    "template": "hidden",
    "textarea": "control",
    "title": "hidden",
    "video": "player",
}
"""Elements whose text nobody reads out, and why: controls, and what stands in for a player."""

NO_BORDER = frozenset(
    (
        "button",
        "datalist",
        "input",
        "link",
        "meta",
        "meter",
        "object",
        "progress",
        "svg",
    )
)
"""Those of `UNSEEN` that take no line of their own: a paragraph goes on behind an icon in it."""


def climb(element: Any) -> Iterator[Any]:
    """Yield the element and its ancestors, the nearest first, without the body."""
    while element is not None and element.tag != "body":
        yield element
        element = element.getparent()


def is_within(element: Any, elements: frozenset[Any]) -> bool:
    """Whether an element or one around it is among ``elements``."""
    while elements and element is not None:
        if element in elements:
            return True
        element = element.getparent()
    return False


def find_language(element: Any) -> str:
    """Return what an element itself says of its language, as it stands there, or nothing."""
    # the parser of HTML knows no namespaces: in XHTML this is the whole name
    return (element.get("lang") or element.get("xml:lang") or "").strip()
