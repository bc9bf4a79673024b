"""A page's elements, and at which byte of its file each begins and ends.

A parser builds the tree as browsers see it but forgets where its elements stood; so each start tag
gets its place as an attribute before it is parsed. The page itself is never written from the tree.
"""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree
from lxml import html as lxml_html

from audiopress.text.decode import decode

__all__ = ["find_element_end", "find_element_start", "find_tag_end", "parse_with_places"]

_AT: Final = "data-audiopress-at"
"""The attribute that says at which byte of the file a tag begins; it is in the tree alone."""

_TOKEN: Final = re.compile(
    rb"<!--.*?-->"
    rb"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes|template)\b"
    rb".*?</(?P=raw)\b[^>]*>"
    rb"|<(?P<close>/?)(?P<name>[a-z][^\s/>]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE | re.DOTALL,
)
"""What a page consists of beside text: comments, what holds no elements of the page, tags."""


def parse_with_places(body: bytes) -> Any:
    """Return the tree of a page, its elements with their places; `None` where it is no page."""
    # What a script or a template holds is not in the page, and gets no place.
    source = _TOKEN.sub(_add_place, body)
    parser = lxml_html.HTMLParser(encoding="utf-8")  # type: ignore[no-untyped-call]
    text = decode(source).encode("utf-8", "replace")
    try:
        return lxml_html.document_fromstring(  # type: ignore[no-untyped-call]
            text, parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _add_place(found: re.Match[bytes]) -> bytes:
    if not found["name"] or found["close"]:
        return found[0]
    begin = len(found["name"]) + 1
    # First, for of an attribute that is there twice the first counts.
    return b'%s %s="%d"%s' % (found[0][:begin], _AT.encode(), found.start(), found[0][begin:])


def find_element_start(element: Any) -> int:
    """Return the byte at which an element's start tag begins, -1 where the file has none."""
    return int(element.get(_AT, "-1"))


def find_tag_end(body: bytes, element: Any) -> int:
    """Return the byte behind an element's start tag, -1 where the file has none."""
    start = find_element_start(element)
    found = _TOKEN.match(body, start) if start >= 0 else None
    return found.end() if found else -1


def find_element_end(body: bytes, element: Any) -> int:
    """Return the byte behind an element's end tag, -1 where it is left out."""
    open_ones, name = 0, element.tag.encode()
    start = find_element_start(element)
    for found in _TOKEN.finditer(body, start) if start >= 0 else ():
        if (found["name"] or b"").lower() == name:
            open_ones += -1 if found["close"] else 1
        if not open_ones:
            return found.end()
    return -1
