"""The headline of an article that names none: a line at its top, its first words, or its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.metadata.name_words import read_name_words
from audiopress.text.comparison import has_words
from audiopress.text.sentence_ends import CLOSING_MARKS, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block

__all__ = ["find_untitled", "write_excerpt"]

_TOP = 2
"""Blocks at the top, of which a heading is called the headline before a line is."""

_HEADLINE_WORDS = 40
"""Words of a first line that may be a headline; more are a paragraph."""

_NAME_WORDS = 3
"""Words of an address that is worded for people; fewer may be a number or a place of a system."""

_EXCERPT = 60
"""Characters of the first words of a post: what a podcast app shows of a title in its list."""

_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Letters of scripts that put no spaces between words: kana, Han, Thai."""

_LONGEST_LINE = 2 * _EXCERPT
"""Characters of a post's first line that may be its headline."""

_PAUSES = ".,;:!?…-–—( "
"""What does not stand before the dots."""

_SPACELESS_EXCERPT = 20
"""The same for a script without spaces, whose letters say more and are wider."""

_STOPPED = re.compile(f"[.。．｡।۔][{CLOSING_MARKS}]*$")
"""A full stop at the end, which a sentence of the story has and no headline."""


def find_untitled(blocks: Sequence[Block], uri: str, *, wordless: bool) -> str:
    """Return what an article without a headline is called.

    It is a heading near the top, else the first line. Where that line is a sentence of the story
    or all that there is of it, it is the words of the address or of the file's name, so that the
    story is read below them; where the address has none, as those of posts, it is the first words
    of the line. ``wordless`` says that there is a headline and it has no word: then
    the name is asked though it is short. Returns nothing where the name has no words either and
    the line is needed as the story.
    """
    worded = [block for block in blocks if has_words(block.text)]
    # a line that is nothing but a link leads elsewhere, unless it is the heading's own
    lines = [one for one in worded if one.kind == "heading" or one.links < 1] or worded
    heading = next((block for block in lines[:_TOP] if block.kind == "heading"), None)
    if heading or not lines:
        return heading.text if heading else ""
    first = lines[0].text
    if not wordless and _is_numbered(uri):
        # One with a line that can stand above others has it; a post of a feed is one paragraph.
        needed = len(lines) == 1 or len(first) > _LONGEST_LINE
        if needed and (excerpt := write_excerpt(first)):
            return excerpt
    # labels and menus are no story that could stand below it
    sentences = [block.text for block in lines if SENTENCE_END.search(block.text)]
    name = read_name_words(uri)
    if sentences == [first] or (wordless and len(lines) == 1):
        return name
    if len(first.split()) > _HEADLINE_WORDS or (wordless and _STOPPED.search(first)):
        return name if wordless or len(name.split()) >= _NAME_WORDS else first
    return first


def _is_numbered(uri: str) -> bool:
    """Whether an article's name is one of a system: few words in an address, none in a file's."""
    name = read_name_words(uri)
    if "://" in uri or uri.startswith("feed:"):
        return len(name.split()) < _NAME_WORDS
    return not any(map(str.isalpha, name))


def write_excerpt(text: str) -> str:
    """Return the first words of a text, shorter than it, with dots; of one word nothing."""
    words = text.split()
    if len(words) == 1 and _UNSPACED.search(text):
        end = min(_SPACELESS_EXCERPT, len(text) // 2)
        return f"{text[:end].rstrip(_PAUSES)}…" if end else ""
    kept = ""
    for word in words[:-1]:
        if kept and len(kept) + len(word) >= _EXCERPT:
            break
        kept = f"{kept} {word}".strip()
    return f"{kept.rstrip(_PAUSES)}…" if has_words(kept) else ""
