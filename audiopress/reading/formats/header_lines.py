"""Header lines above a text: "Title: ...", "Date: ...", as Pelican and MultiMarkdown have them.

No fence says where they begin and end, and a story may have such lines as well: an interview has
"Q:" and "A:", a play its speakers, a day its hours ("09:15 The bridge opens."). So what is not
known to be a header stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["HeaderLines", "read_header_lines"]

_HEADER = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):[ \t]*(?P<value>.*)")
"""A header, as https://python-markdown.github.io/extensions/meta_data/ has it for Pelican."""

_MORE = re.compile(r"[ ]{4,}(?P<value>.*)")
"""A line that goes on with the header above it."""

_END = re.compile(r"\s*|(?:-{3}|\.{3})(?:\s.*)?")
"""What ends the headers: a blank line, or the fence of YAML."""

_SENTENCE = re.compile(r"\S+(?:\s+\S+){2,}[.!?]")
"""Three words or more with a full stop: what somebody says, and no address, name or path."""


@dataclass(frozen=True, slots=True)
class HeaderLines:
    """Headers by their keys in small letters, each with its lines, and the text below them.

    ``closed`` says that a blank line, a fence or the end of the file ended them.
    """

    values: dict[str, list[str]]
    rest: str
    closed: bool


@dataclass(slots=True)
class _Header:
    key: str
    lines: list[str]
    end: int
    """Number of the file's lines up to the end of this header."""


def read_header_lines(
    text: str, usual: Collection[str], terse: Collection[str] = ()
) -> HeaderLines:
    """Return the header lines that stand above a text, and the text below them.

    They reach to the last key of ``usual``: others count between two of these, and not at the end,
    nor where they stand twice, as speakers do. A key of ``terse`` has no sentence as its value.
    """
    lines = text.split("\n")
    run = _read_run(lines)
    headers = run[: _count_headers(run, usual, terse)]
    at = headers[-1].end if headers else 0
    closed = at == len(lines) or bool(_END.fullmatch(lines[at]))
    rest = "\n".join(lines[at + 1 if closed else at :])
    # a key that stands twice says what it says last, as in YAML
    return HeaderLines({header.key: header.lines for header in headers}, rest, closed)


def _read_run(lines: list[str]) -> list[_Header]:
    """Return all lines of the form of a header from the first on, without a gap."""
    run: list[_Header] = []
    for end, line in enumerate(map(str.rstrip, lines), 1):
        if header := _HEADER.fullmatch(line):
            run.append(_Header(header["key"].lower(), [header["value"]], end))
        elif run and (more := _MORE.fullmatch(line)):
            run[-1].lines.append(more["value"])
            run[-1].end = end
        else:
            break
    return run


def _count_headers(run: list[_Header], usual: Collection[str], terse: Collection[str]) -> int:
    """Return how many of a run are headers; the others are lines of the story."""
    often = Counter(header.key for header in run)
    count = 0
    for at, header in enumerate(run, 1):
        if header.key in terse and _SENTENCE.fullmatch(" ".join(header.lines)):
            break
        # a name of a program's ("base_url") is no speaker's
        if header.key in usual or "_" in header.key:
            count = at
        elif often[header.key] > 1:
            break
    return count
