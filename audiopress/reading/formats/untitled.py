"""The headline of an article that names none: a line at its top, or the words of its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.metadata.name_words import read_name_words
from audiopress.text.comparison import has_words
from audiopress.text.sentence_ends import CLOSING_MARKS, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Block

__all__ = ["find_untitled"]

_TOP = 2
"""Blocks at the top, of which a heading is called the headline before a line is."""

_HEADLINE_WORDS = 40
"""Words of a first line that may be a headline; more are a paragraph."""

_NAME_WORDS = 3
"""Words of an address that is worded for people; fewer may be a number or a place of a system."""

_STOPPED = re.compile(f"[.。．｡।۔][{CLOSING_MARKS}]*$")
"""A full stop at the end, which a sentence of the story has and no headline."""


def find_untitled(blocks: Sequence[Block], uri: str, *, wordless: bool) -> str:
    """Return what an article without a headline is called.

    It is a heading near the top, else the first line. Where that line is a sentence of the story
    or all that there is of it, it is the words of the address or of the file's name, so that the
    story is read below them. ``wordless`` says that there is a headline and it has no word: then
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
    # labels and menus are no story that could stand below it
    sentences = [block.text for block in lines if SENTENCE_END.search(block.text)]
    name = read_name_words(uri)
    if sentences == [first] or (wordless and len(lines) == 1):
        return name
    if len(first.split()) > _HEADLINE_WORDS or (wordless and _STOPPED.search(first)):
        return name if wordless or len(name.split()) >= _NAME_WORDS else first
    return first
