"""Plain text: paragraphs by blank lines, or a line each; the headline found among boilerplate."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.model import Block, Selector
from audiopress.reading.formats.file_article import make_file_article
from audiopress.reading.formats.front_matter import (
    FrontMatter,
    opens_front_matter,
    split_front_matter,
)
from audiopress.reading.metadata.bylines import read_byline
from audiopress.reading.metadata.dates import is_dateline
from audiopress.reading.wording.boilerplate import is_boilerplate, judge_wording
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.model import Article, BlockKind, Reading

__all__ = ["read_plain_text"]

_WRAPPED = (42, 90)
"""Characters of a line that was wrapped by hand at 60 to 80: longer than a label, and never more.

A text with a longer line was not wrapped, so that each of its lines is a paragraph.
"""

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_HEAD = 8
"""Lines among which the headline is looked for: a copied page has its menu above, not a story."""

_BELOW_HEADLINE = 4
"""Lines, the headline among them, in which a date and a byline are looked for."""

_HEADLINE_WORDS = range(2, 41)
"""Words of a headline; more are a paragraph."""

_LABEL_WORDS = 4
"""Words up to which a line is a section or a name ("World news", "Jane Doe") above a headline."""

_PROGRAMME_WORDS = 6
"""Words up to which a line above hours ("5pm - 7pm") is the name of a programme."""

_LINES_BELOW_LABEL = 2
"""Lines below a label that may be its headline: one of them is often a date."""

_BULLET = re.compile(r"[*•‣◦–-]\s+(?=\S)")
"""What opens an item of a list; a dash without a space is a range or a minus."""


def read_plain_text(text: str, uri: str, reading: Reading) -> Article:
    """Read a text file; the lines before its headline stay blocks with the hint ``before-title``.

    A front matter counts where a key of it is one that we know: a rule of dashes above a text is no
    front matter. Raises `ReadingError` for a file without a line of text.
    """
    front, body = FrontMatter(), text
    if opens_front_matter(text):
        # else a text that stands between two rules of dashes would be refused as YAML
        front, body = split_front_matter(text, uri)
    lines = [line for line in _split_paragraphs(body) if tidy(line)]
    if not lines:
        raise ReadingError("the file is empty", where=uri, hint="write the article into it")
    # a title that stands above the text need not stand in it as well
    at = _find_line(lines, front.title) if front.title else _find_headline(lines)
    # -1 is a title that stands in the front matter alone
    near = [tidy(line) for line in lines[: max(0, at) + _BELOW_HEADLINE]]
    return make_file_article(
        front,
        uri=uri,
        title=front.title or tidy(lines[at]),
        blocks=_make_blocks(lines, body, at),
        body=body,
        dated_in=near,
        signed_in=near[max(0, at) :],
        reading=reading,
    )


def _find_line(lines: list[str], title: str) -> int:
    """Return the number of the line that repeats a title near the beginning, else -1."""
    same = (at for at, line in enumerate(lines[:_HEAD]) if tidy(line) == title)
    return next(same, -1)


def _split_paragraphs(text: str) -> list[str]:
    """Split a text: hard-wrapped paragraphs at blank lines, else every line is one."""
    chunks = [chunk for chunk in re.split(r"\n[ \t]*\n", text) if chunk.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    # the last line of a paragraph is as long as it happens to be
    inner = [line for chunk in chunks for line in chunk.strip("\n").split("\n")[:-1]]
    least, most = _WRAPPED
    # a line that ends in a full stop is as likely a whole paragraph
    wrapped = [line for line in inner if len(line) > least and not line.endswith(".")]
    too_long = any(len(line) > most for line in lines)
    if len(chunks) > 1 and not too_long and len(wrapped) * 2 > len(inner):
        return chunks
    return lines


def _find_headline(lines: list[str]) -> int:
    """Return the number of the headline's line: no boilerplate, no date and no byline."""
    heads = [
        at
        for at, line in enumerate(lines[:_HEAD])
        if not is_boilerplate(tidy(line))
        and not is_dateline(tidy(line))
        and not read_byline(tidy(line))
    ]
    # the first that looks like one; where none does, the first that is no boilerplate
    for at in heads:
        line = tidy(lines[at])
        below = lines[at + 1 : at + 1 + _LINES_BELOW_LABEL]
        if _looks_like_headline(line) and not _is_label(line, below):
            return at
    return heads[0] if heads else 0


def _looks_like_headline(line: str) -> bool:
    return len(line.split()) in _HEADLINE_WORDS and not re.search(r"[.:;,]$", line)


def _is_label(line: str, following: list[str]) -> bool:
    """Tell two or three words directly above a longer headline: a section or a name.

    So is what stands above boilerplate, such as a programme above its hours.
    """
    # a date between a section and its headline is neither
    after = [tidy(follower) for follower in following if not is_dateline(tidy(follower))]
    if not after:
        return False
    words, words_below = len(line.split()), len(after[0].split())
    # the hours of a programme are no headline, so its name is none either
    if words <= _PROGRAMME_WORDS and judge_wording(after[0]) == "presenter-slot":
        return True
    return (
        words <= _LABEL_WORDS and words_below > _LABEL_WORDS + 1 and _looks_like_headline(after[0])
    )


def _make_blocks(lines: list[str], text: str, headline: int) -> tuple[Block, ...]:
    blocks = []
    at = 0
    for number, line in enumerate(lines):
        # from where the last one ended: a line that is said twice has two places
        selector, at = _find_selector(text, line.strip(), at)
        if number == headline:
            blocks.append(Block(kind="heading", text=tidy(line), level=1, selector=selector))
            continue
        kind, shown = _judge_kind(tidy(line))
        hints = ("before-title",) if number < headline else ()
        blocks.append(Block(kind=kind, text=shown, selector=selector, hints=hints))
    return tuple(blocks)


def _find_selector(text: str, exact: str, start: int) -> tuple[Selector, int]:
    """Return the selector of ``exact`` at or after ``start``, and where it ends."""
    at = text.find(exact, start)
    end = at + len(exact)
    context = (text[max(0, at - _CONTEXT) : at], text[end : end + _CONTEXT])
    return Selector(exact=exact, prefix=context[0], suffix=context[1]), end


def _judge_kind(line: str) -> tuple[BlockKind, str]:
    item = _BULLET.match(line)
    return ("list_item", line[item.end() :]) if item else ("paragraph", line)
