"""Whether a text that is called plain is Markdown, a page or a piece of one, by its signs.

What is pasted and saved as ``.txt`` is one of them as often as not. A sign counts that no plain
text has: a link in brackets, a heading of hashes, words between two asterisks on both sides, a
paragraph between tags. "*so*", "_so_", "# 1" and lists with dashes are in plain texts too.
"""

from __future__ import annotations

import re
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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
"""Characters of the longest line that was wrapped by hand; in a text that was not wrapped each line
is a paragraph."""

_TARGET = compile_late(r"(?<=\])\([^()\s]{1,2000}[^()\n]{0,400}\)|(?:https?://|www\.)\S{1,2000}")
"""Matches where a link leads to, which nobody wraps."""

_NO_PROSE = compile_late(r"[ \t]*(?:[#|<]|\[[^\]\n]{1,400}\]:)")
"""How a line begins that is as long as it happens to be: a heading, a row, a tag, a target."""

_ENDED = compile_late(r"[.!?…:][*_\"'”’)\]]{0,4}\s*\Z")
"""Matches the end of a line with which a sentence ends."""

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
    if _are_wrapped(lines):
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


def _are_wrapped(lines: list[str]) -> bool:
    """Whether lines go on in the next one, by their length, and by where sentences end."""
    prose = list(_list_prose(lines))
    lengths = [len(line) for line in prose]
    if max(lengths, default=0) <= _LONG_LINE:
        return True
    # short paragraphs among long ones each end a sentence, which wrapped lines do by chance
    ended = sum(bool(_ENDED.search(line)) for line in prose)
    return median(lengths) <= _LONG_LINE and ended * 2 < len(prose)


def _list_prose(lines: list[str]) -> Iterator[str]:
    """Yield the lines of running text, without where their links lead to."""
    fenced = False
    for line in lines:
        fence = bool(_FENCE.match(line))
        if not (fence or fenced or _KEPT.match(line) or _NO_PROSE.match(line)):
            yield _TARGET.sub("", line)
        fenced = fenced != fence
