"""The paragraphs of a plain text, however it marks them: by blank lines, indents, signs, or none.

A text that was wrapped by hand has a blank line or an indent between paragraphs; in another each
line is one. A word that was parted at the end of a line is whole again.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.reading.formats.filled_lines import find_width, part_filled, part_head
from audiopress.text.comparison import has_words
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import BlockKind

__all__ = ["TextParagraph", "split_paragraphs"]

_WRAPPED = (42, 90)
"""Characters of a line that was wrapped by hand at 60 to 80: longer than a label, and never more.

A text with a longer line was not wrapped, so that each of its lines is a paragraph.
"""

_SHORTEST = 20
"""Characters of a line that a sentence goes on from; shorter ones are words of a list."""

_FEWEST = 2
"""Paragraphs of a wrapped text: a single one may as well be lines."""

_BULLET = re.compile(r"\s*[*+•‣◦▪●–-]\s+(?=\S)")
"""What opens an item of a list; a dash without a space is a range or a minus."""

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}|[a-z])(?P<sign>[.)])[ \t]+(?=\S)")
"""What opens an item of an ordered list: "3. ", "b) "."""

_QUOTED = re.compile(r"\s*(?:>[ \t]?)+")
"""What stands before each line that an e-mail quotes."""

_UNDERLINE = re.compile(r"\s*(=|-|~|\^|\*|#)\1{2,}\s*")
"""The line below a heading; a rule where nothing stands right above it."""

_HEADING_WORDS = 15
"""Words of the longest underlined heading; above more of them a rule is a rule."""

_PARTED = re.compile(r"(?<!\w)(?P<start>\w{1,60})-\n[ \t]*(?P<end>[^\W\d_]\w*)")
"""A word at the end of a line with a hyphen, and what the next line begins with."""

_JOINING = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"))
"""Words behind a hyphen that parts no word: "pre- and post-war"."""

_ITALICS = re.compile(r"(?<![\w_])_(?=\S)(?P<said>[^_\n]{1,400}?)(?<=\S)_(?![\w_])")
"""Words in italics as books in plain text have them: "_Never_"."""


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph: ``raw`` as it stands in the file, ``text`` as one line, and what it is."""

    raw: str
    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    number: str = ""


def split_paragraphs(text: str) -> list[TextParagraph]:
    """Return the paragraphs of a text that have anything in them, in their order."""
    # a form feed parts pages, and what stands behind it begins anew
    text = text.replace("\f", "\n\n")
    chunks = [chunk for chunk in re.split(r"\n[ \t]*\n", text) if chunk.strip()]
    raws = [raw for chunk in chunks for raw in _split_chunk(chunk)]
    lines = _join_underlines(text.split("\n"))
    if len(raws) == 1 and (width := find_width(raws[0].split("\n"))):
        raws = part_filled(raws[0].split("\n"), width)
    elif not _are_wrapped(raws):
        raws = _join_sentences(lines)
    else:
        raws[:1] = part_head(raws[0], max(map(len, lines[1:] or lines)))
    made = [_make(raw, text) for raw in raws if tidy(raw)]
    return _settle_numbers([paragraph for paragraph in made if paragraph.text])


def _are_wrapped(raws: list[str]) -> bool:
    """Whether paragraphs were wrapped by hand, so that their line breaks part nothing."""
    least, most = _WRAPPED
    if any(len(line) > most for raw in raws for line in raw.split("\n")):
        return False
    # the last line of a paragraph is as long as it happens to be, and so is a heading
    lines = [raw.split("\n") for raw in raws if not _is_underlined(raw)]
    inner = [pair for one in lines for pair in itertools.pairwise(one)]
    going_on = [line for line, below in inner if _goes_on(line, below)]
    # a line that ends in a full stop is as likely a whole paragraph
    long = [line for line, _ in inner if len(line) > least and not line.endswith(".")]
    if len(raws) < _FEWEST:
        return len(inner) >= _FEWEST and len(going_on) * 2 > len(inner)
    return len({*long, *going_on}) * 2 > len(set(inner))


def _goes_on(line: str, below: str) -> bool:
    """Whether a sentence plainly goes on in the line below."""
    return (
        len(line) >= _SHORTEST
        and line[-1:].isalnum() | (line[-1:] in ",-")
        and (below.lstrip()[:1].islower())
    )


def _is_underlined(raw: str) -> bool:
    return bool(_UNDERLINE.fullmatch(raw.rpartition("\n")[2])) and "\n" in raw


def _split_chunk(chunk: str) -> Iterator[str]:
    """Yield the paragraphs between two blank lines: by items, indents, quotes and rules."""
    lines = _join_underlines(chunk.strip("\n").split("\n"))
    indented = [line[:1].isspace() for line in lines]
    # where all are indented it is the block that is
    by_indent = any(indented) and not all(indented[1:] or [True])
    current: list[str] = []
    for line in lines:
        begins = (
            _BULLET.match(line)
            or _NUMBER.match(line)
            or not has_words(line)
            or "\n" in line
            or (by_indent and line[:1].isspace())
        )
        ends = current and (
            not has_words(current[-1])
            or "\n" in current[-1]
            or bool(_QUOTED.match(line)) != bool(_QUOTED.match(current[-1]))
        )
        if current and (begins or ends):
            yield "\n".join(current)
            current = []
        current.append(line)
    if current:
        yield "\n".join(current)


def _join_underlines(lines: list[str]) -> list[str]:
    """Put the line below a heading to the heading."""
    joined: list[str] = []
    for line in lines:
        above = joined[-1] if joined else ""
        short = 0 < len(above.split()) <= _HEADING_WORDS
        if _UNDERLINE.fullmatch(line) and short and has_words(above) and "\n" not in above:
            joined[-1] = f"{above}\n{line}"
        else:
            joined.append(line)
    return joined


def _join_sentences(lines: list[str]) -> list[str]:
    """Put to a line the next one where its sentence goes on there; others are paragraphs each."""
    joined: list[str] = []
    for line in lines:
        last = joined[-1].rpartition("\n")[2] if joined else ""
        if _goes_on(last, line) and not (_BULLET.match(line) or _NUMBER.match(line)):
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            joined.append(line)
    return joined


def _make(raw: str, text: str) -> TextParagraph:
    raw = raw.strip()
    heading, _, underline = raw.rpartition("\n")
    if heading and "\n" not in heading and _UNDERLINE.fullmatch(underline):
        return TextParagraph(raw, tidy(heading), "heading", 1 if "=" in underline else 2)
    lines = raw.split("\n")
    if all(map(_QUOTED.match, lines)):
        said = "\n".join(_QUOTED.sub("", line) for line in lines)
        return TextParagraph(raw, _say(said, text), "quote")
    # a line of signs alone opens no item
    if (item := _BULLET.match(raw)) and has_words(raw):
        return TextParagraph(raw, _say(raw[item.end() :], text), "list_item")
    return TextParagraph(raw, _say(raw, text))


def _say(raw: str, text: str) -> str:
    """Return a paragraph as one line, its parted words joined."""

    def join(found: re.Match[str]) -> str:
        start, end = found["start"], found["end"]
        if end.lower() in _JOINING:
            return f"{start}- {end}"
        # a compound keeps its hyphen: it stands so elsewhere, or begins with a capital
        keeps = end[0].isupper() or f"{start}-{end}" in text or start.isdigit()
        return f"{start}-{end}" if keeps else f"{start}{end}"

    return tidy(_ITALICS.sub(r"\g<said>", _PARTED.sub(join, raw)))


def _settle_numbers(paragraphs: list[TextParagraph]) -> list[TextParagraph]:
    """Take the numbers of items of a list, which count up, from their texts."""
    settled = list(paragraphs)
    opened = [
        (at, found)
        for at, one in enumerate(paragraphs)
        if one.kind == "paragraph" and (found := _NUMBER.match(one.raw))
    ]
    counts = [_count(found["number"]) for _, found in opened]
    for place, (at, found) in enumerate(opened):
        # a number by itself may be a year or a rank: it is an item's only where it is counted on
        after = counts[place + 1 : place + 2] == [counts[place] + 1]
        before = place > 0 and counts[place - 1] == counts[place] - 1
        if after or before:
            rest = paragraphs[at].text.partition(found["sign"])[2].lstrip()
            # a full stop, whatever the sign: that is what is heard as a pause
            number = f"{found['number']}."
            settled[at] = replace(paragraphs[at], text=rest, kind="list_item", number=number)
    return settled


def _count(number: str) -> int:
    """Return what an item's number counts, a letter by its place in the alphabet."""
    return int(number) if number.isdigit() else ord(number) - ord("a") + 1
