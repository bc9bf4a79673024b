"""Plain text: paragraphs by blank lines, or a line each; the headline found among furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.model import Article, Block, Selector
from audiopress.reading.metadata.dates import is_dateline, read_date_in
from audiopress.reading.wording.boilerplate import is_boilerplate, judge_wording
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.model import BlockKind

__all__ = ["paragraphs", "quoted", "read_plain"]

_WRAPPED = 60
_CONTEXT = 32
_HEAD = 8


def read_plain(text: str, uri: str, language: str) -> Article:
    """Read a text file; the lines before its headline stay blocks with the hint ``before-title``.

    Raises `ReadingError` for a file without a line of text.
    """
    lines = [line for line in paragraphs(text) if tidy(line)]
    if not lines:
        raise ReadingError("the file is empty", where=uri, hint="write the article into it")
    at = _headline(lines)
    dates = [line for line in lines[: at + 4] if is_dateline(tidy(line))]
    bylines = [found for line in lines[at : at + 4] if (found := read_byline(tidy(line)))]
    blocks = _blocks(lines, text, at)
    return Article(
        uri=uri,
        title=tidy(lines[at]),
        blocks=blocks,
        byline=bylines[0] if bylines else "",
        published=read_date_in(tidy(dates[0])) if dates else None,
        language=language,
    )


def paragraphs(text: str) -> list[str]:
    """Split a text: hard-wrapped paragraphs at blank lines, else every line is one."""
    chunks = [chunk for chunk in re.split(r"\n[ \t]*\n", text) if chunk.strip()]
    lines = [line for line in text.split("\n") if line.strip()]
    inner = [line for chunk in chunks for line in chunk.strip("\n").split("\n")[:-1]]
    long_lines = sum(len(line) > 1.5 * _WRAPPED for line in lines)
    wrapped = [line for line in inner if len(line) > _WRAPPED * 0.7 and not line.endswith(".")]
    if len(chunks) > 1 and long_lines == 0 and len(wrapped) * 2 > len(inner):
        return chunks
    return lines


def quoted(text: str, exact: str, start: int) -> tuple[Selector, int]:
    """Return the selector of ``exact`` at or after ``start``, and where it ends."""
    at = text.find(exact, start)
    end = at + len(exact)
    context = (text[max(0, at - _CONTEXT) : at], text[end : end + _CONTEXT])
    return Selector(exact=exact, prefix=context[0], suffix=context[1]), end


_BYLINE = re.compile(
    r"(?:By|Von|Par|Por)\s+((?:[A-Z][\w.'’-]+|de|van|von|bin|al)(?:\s+(?:[A-Z][\w.'’-]+|de|van|von|bin|al)){0,4}"
    r"(?:(?:,| and| und| et| y| &)\s+(?:[A-Z][\w.'’-]+)(?:\s+[A-Z][\w.'’-]+){0,3})*)"
    r"(?:,\s+[A-Z][\w ]{2,60})?\s*$"
)


def read_byline(line: str) -> str:
    """Return the names of a line such as "By Jane Doe, Political Editor", else nothing."""
    match = _BYLINE.fullmatch(line) if len(line) <= 120 else None  # noqa: PLR2004 - a line of names
    return match[1] if match else ""


def _headline(lines: list[str]) -> int:
    """Find the first line that could be a headline: no furniture, date, byline or sentence.

    If nothing among the first lines looks like one, the first that is no furniture.
    """
    heads = [
        at
        for at, line in enumerate(lines[:_HEAD])
        if not is_boilerplate(tidy(line))
        and not is_dateline(tidy(line))
        and not read_byline(tidy(line))
    ]
    for at in heads:
        line = tidy(lines[at])
        if _like_headline(line) and not _slot(line, lines[at + 1 : at + 3]):
            return at
    return heads[0] if heads else 0


def _like_headline(line: str) -> bool:
    words = line.split()
    return 2 <= len(words) <= 40 and not re.search(r"[.:;,]$", line)  # noqa: PLR2004


def _slot(line: str, following: list[str]) -> bool:
    """Two or three words directly above a longer headline are a section or a name.

    So is what stands above furniture, such as a programme above its hours.
    """
    after = [tidy(follower) for follower in following if not is_dateline(tidy(follower))]
    if not after:
        return False
    if len(line.split()) <= 6 and judge_wording(after[0]) == "presenter-slot":  # noqa: PLR2004
        return True
    longer = len(after[0].split())
    return len(line.split()) <= 4 and 5 < longer <= 40 and _like_headline(after[0])  # noqa: PLR2004


def _blocks(lines: list[str], text: str, headline: int) -> tuple[Block, ...]:
    blocks = []
    at = 0
    for number, line in enumerate(lines):
        exact = line.strip()
        selector, at = quoted(text, exact, at)
        kind, shown = _kind(tidy(line))
        if number == headline:
            blocks.append(Block(kind="heading", text=tidy(line), level=1, selector=selector))
            continue
        hints = ("before-title",) if number < headline else ()
        blocks.append(Block(kind=kind, text=shown, selector=selector, hints=hints))
    return tuple(blocks)


def _kind(line: str) -> tuple[BlockKind, str]:
    item = re.match(r"[*•‣◦–-]\s+(?=\S)", line)
    return ("list_item", line[item.end() :]) if item else ("paragraph", line)
