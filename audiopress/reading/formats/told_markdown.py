"""Whether a text that is called plain is Markdown, a page or a piece of one, by its signs.

What is pasted and saved as ``.txt`` is one of them as often as not. A sign counts that no plain
text has: a link in brackets, a heading of hashes, words between two asterisks on both sides, a
paragraph between tags. "*so*", "_so_", "# 1" and lists with dashes are in plain texts too.
"""

from __future__ import annotations

import re
from itertools import islice

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["is_markdown", "is_page", "part_lines"]

_SIGNS = compile_late(
    any_of(
        r"(?<!\\)\[[^\[\]\n]{1,400}\]\((?:https?://|mailto:|/|#|\./)[^\s()]{0,2000}\)",
        r"(?:(?<=\s)|(?<=[(\"“‘])|\A)\*\*(?=[^\s*])[^*\n]{1,400}(?<=[^\s*])\*\*(?![\w*])",
        r"^#{2,6}[ ]+[^\W\d_]",
        r"\A\s*#[ ]+[^\W\d_]",
        r"^(?:```|~~~)\w*$",
        r"<a[ ][^<>\n]{0,100}href=[^<>\n]{1,2000}>[^<>\n]{1,400}</a>",
    ),
    re.MULTILINE | re.IGNORECASE,
)
"""Matches one of them."""

_BLOCK = compile_late(
    r"^[ \t]*<(?P<tag>p|h[1-6]|ul|ol|div|blockquote|article|section)\b[^<>\n]{0,400}>",
    re.MULTILINE | re.IGNORECASE,
)
"""Matches the tag that opens a paragraph or a box at the beginning of a line."""

_TAGS = 20
"""Such tags of which one has to be closed."""

_BOOK = "*** START OF "
"""What stands above a book of Project Gutenberg, which has stars of its own."""

_HEADINGS = compile_late(r"^#[ ]+[^\W\d_]", re.MULTILINE)
"""Matches a line that may be a heading, or begin with a hash; two are headings."""

_PAGE = compile_late(
    r"\s*(?:<\?xml\b[^<>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
"""How a page begins."""

_LONG_LINE = 90
"""Characters of the longest line that was wrapped by hand; in a text with longer ones each line is
a paragraph."""

_FENCE = compile_late(r"[ \t]*(?:```|~~~)")
"""A line that opens or closes a listing of code."""

_KEPT = compile_late(r"[ \t]*(?:\||[ \t]{4}|$)")
"""A line that goes on with the one above it: a row of a table, something indented, nothing."""


def is_page(text: str) -> bool:
    """Whether a text is a page of HTML."""
    return bool(_PAGE.match(text))


def is_markdown(text: str) -> bool:
    """Whether a text is written in Markdown, of which a piece of HTML is a kind."""
    if _BOOK in text:
        return False
    headed = len(_HEADINGS.findall(text)) > 1
    return headed or bool(_SIGNS.search(text)) or _has_closed_block(text)


def _has_closed_block(text: str) -> bool:
    """Whether a paragraph or a box of HTML that a line begins with ends somewhere."""
    opened = {found["tag"].lower() for found in islice(_BLOCK.finditer(text), _TAGS)}
    lowered = text.lower() if opened else ""
    return any(f"</{tag}>" in lowered for tag in opened)


def part_lines(text: str) -> str:
    """Return Markdown with a blank line between its lines, if each of them is a paragraph."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONG_LINE:
        return text
    parted: list[str] = []
    fenced = False
    for line in lines:
        fence = bool(_FENCE.match(line))
        if not (fenced or _KEPT.match(line)) and parted and parted[-1].strip():
            parted.append("")
        fenced = fenced != fence
        parted.append(line)
    return "\n".join(parted)
