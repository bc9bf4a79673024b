"""Paragraphs of printed pages: lines joined, words that a line's end parted made whole."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Literal

from audiopress.reading.documents.page import leave_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.reading.documents.printed.lines import PrintedLine

__all__ = [
    "CAPTION",
    "ENDED",
    "SHORTER",
    "PrintedParagraph",
    "WordJoiner",
    "find_body_size",
    "join_column",
    "join_notes",
    "part_notes",
]

Kind = Literal["text", "heading", "item", "caption", "footnote", "table", "label", "code"]
"""What a paragraph is."""

SHORTER = 0.93
"""Size of a footnote's letters for each of the text's, at most."""

_LARGER = 1.12
"""Size of a heading's letters for each of the text's, at least."""

_PITCH = 1.45
"""Space between the bases of two lines of a paragraph, for each of the usual space, at most."""

_INDENT = 0.8
"""Indent of a paragraph's first line, in letters' sizes."""

_SHORT_END = 0.88
"""Share of the column's width up to which a paragraph's last line reaches."""

_HEADING_LETTERS = 120
"""Letters of the longest heading."""

_CELLS = 3
"""Cells that make a line that of a table; two are a column of numbers beside a text."""

_PAIR = 2
"""Two lines beside each other, and letters up to which one is a mark before a text."""

_CELL_LETTERS = 40
"""Letters of a cell that has two lines, at most."""

_CELL_EDGE = 3.0
"""Points by which cells of one column may begin apart: letters have white at their sides."""

_CELL_GAP = 1.5
"""Space between two cells, in letters' sizes."""

ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]\d]*$")
"""The end of a sentence."""

_ITEM = re.compile(
    r"(?P<mark>[•‣◦▪●■–—∙·*\uf0b7\uf0a7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
"""How an item of a list begins."""

_NOTE = re.compile(r"(?:\d{1,3}|[*∗†‡§¶#]{1,3}|[a-z])(?:[.)]?\s+|(?=[A-Z\"“(‘]))\S")
"""How a footnote begins: with its mark."""

CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)?|tabelle|figura|tabla|tabella|tableau|chart|"
    r"box|plate|scheme|exhibit)\s*"
    r"(?:[A-Z]?\d{1,3}(?:[.-]\d{1,2})?|[IVX]{1,5})\s*(?:[.:|—–]|\s-\s|$)",
    re.IGNORECASE,
)
"""How the caption of a figure or a table begins."""

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.\d{0,2}|[IVX]{1,5}\.)\s+[A-ZÀ-Þ]")
"""How a heading begins that has a number."""


@dataclass(slots=True)
class PrintedParagraph:
    """A paragraph: its lines, and what it is. ``level`` is a heading's, from 1 on."""

    lines: list[PrintedLine] = field(default_factory=list)
    kind: Kind = "text"
    level: int = 0

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return self.lines[0].size if self.lines else 0.0


def find_body_size(lines: Iterable[PrintedLine]) -> float:
    """Return the size of the letters of most of a document's text, in points."""
    counts: Counter[float] = Counter()
    for line in lines:
        for span in line.spans:
            counts[round(span.size * 2) / 2] += len(span.text)
    return counts.most_common(1)[0][0] if counts else 10.0


# -- notes -------------------------------------------------------------------------------------


def part_notes(
    column: list[PrintedLine], body: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Return the lines of a column, and the footnotes below them."""
    start = len(column)
    for at in range(len(column) - 1, -1, -1):
        line = column[at]
        if line.size > SHORTER * body:
            break
        if _opens_note(line):
            start = at
    if start == 0:  # nothing stands above them: a page of notes, or all in small letters
        small = all(line.size <= SHORTER * body for line in column)
        return ([], column) if small and _opens_note(column[0]) else (column, [])
    return column[:start], column[start:]


def _opens_note(line: PrintedLine) -> bool:
    first = line.spans[0] if line.spans else None
    raised = first is not None and first.raised and bool(first.text.strip())
    return raised or bool(_NOTE.match(line.text))


def join_notes(lines: list[PrintedLine]) -> list[PrintedParagraph]:
    """Return footnotes; each begins with its mark."""
    notes: list[PrintedParagraph] = []
    for line in lines:
        if not notes or _opens_note(line):
            notes.append(PrintedParagraph([line], "footnote"))
        else:
            notes[-1].lines.append(line)
    return notes


# -- paragraphs --------------------------------------------------------------------------------


def join_column(lines: list[PrintedLine], body: float) -> list[PrintedParagraph]:
    """Return the paragraphs of one column."""
    rows = _join_rows(lines)
    found: list[PrintedParagraph] = []
    tables = _find_tables(rows)
    texts = [row[0] for at, row in enumerate(rows) if at not in tables]
    left = _find_edge(texts, right=False)
    right = _find_edge(texts, right=True)
    pitch = _find_pitch(texts, body)
    before: PrintedLine | None = None
    for at, row in enumerate(rows):
        if at in tables:
            if not found or found[-1].kind != "table":
                found.append(PrintedParagraph([], "table"))
            found[-1].lines += row
            before = None
            continue
        line = _merge(row)
        if before is None or _begins(before, line, left, right, pitch):
            found.append(PrintedParagraph([line]))
        else:
            found[-1].lines.append(line)
        before = line
    for paragraph in found:
        _judge(paragraph, body)
    return found


def _join_rows(lines: list[PrintedLine]) -> list[list[PrintedLine]]:
    """Return lines, those together that stand beside each other."""
    rows: list[list[PrintedLine]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        beside = last is not None and abs(last.base - line.base) < 0.5 * max(line.size, last.size)
        if beside and last is not None and line.left >= last.left:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _find_tables(rows: list[list[PrintedLine]]) -> set[int]:
    """Return which rows are of a table: two or more of several cells, one below the other."""
    wide = [len(row) >= _CELLS or (len(row) == _PAIR and _are_cells(row)) for row in rows]
    found = set()
    for at, is_wide in enumerate(wide):
        near = any(wide[each] for each in (at - 1, at + 1) if 0 <= each < len(wide))
        if is_wide and near:
            found.add(at)
    # a row that has fewer cells, below those of the row above it
    for at in range(1, len(rows)):
        if at - 1 in found and len(rows[at]) >= _PAIR and _stands_below(rows[at], rows[at - 1]):
            found.add(at)
    # a row of one cell between two of several: a cell that has two lines
    for at in range(1, len(rows) - 1):
        if at - 1 in found and at + 1 in found and len(rows[at][0].text) < _CELL_LETTERS:
            found.add(at)
    return found


def _stands_below(row: list[PrintedLine], above: list[PrintedLine]) -> bool:
    """Whether each cell of a row begins where one of the row above does."""
    return all(any(abs(cell.left - other.left) < _CELL_EDGE for other in above) for cell in row)


def _are_cells(row: list[PrintedLine]) -> bool:
    """Whether two lines beside each other are cells: a mark of a list and its text are not."""
    gap = row[1].left - row[0].right
    mark = len(row[0].text) <= _PAIR or _ITEM.match(row[0].text + " x")
    return gap > _CELL_GAP * row[0].size and not mark


def _merge(row: list[PrintedLine]) -> PrintedLine:
    """Return the lines beside each other as one."""
    first = row[0]
    for other in row[1:]:
        if first.spans and not first.spans[-1].text.endswith(" "):
            first.spans[-1].text += " "
        first.spans += other.spans
        first.right = max(first.right, other.right)
    return first


def _find_edge(lines: list[PrintedLine], *, right: bool) -> float:
    """Return where most lines of a column begin, or end."""
    counts = Counter(round(line.right if right else line.left) for line in lines)
    if not counts:
        return 0.0
    if right:
        return float(max(counts))
    return float(counts.most_common(1)[0][0])


def _find_pitch(lines: list[PrintedLine], body: float) -> float:
    """Return the usual space between the bases of two lines."""
    gaps = Counter(
        round(above.base - line.base)
        for above, line in itertools.pairwise(lines)
        if 0 < above.base - line.base < 4 * body and above.size == line.size
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 1.2 * body


def _begins(
    before: PrintedLine, line: PrintedLine, left: float, right: float, pitch: float
) -> bool:
    """Whether a line begins a paragraph."""
    size = max(line.size, 1.0)
    if abs(before.size - line.size) > 0.08 * size or before.bold != line.bold:
        return True
    usual = pitch if abs(size - before.size) < 1 else 1.2 * size
    usual = max(usual, 1.1 * size) if size > 1.2 * pitch else usual
    if not -0.5 * size < before.base - line.base <= _PITCH * usual:
        return True
    if _ITEM.match(line.text) and (
        ENDED.search(before.text) or _ITEM.match(before.text) or line.left != before.left
    ):
        return True
    indent = line.left - max(left, 0.0)
    ended = bool(ENDED.search(before.text))
    if (
        indent > _INDENT * size
        and before.left < line.left - _INDENT * size
        and (ended or indent < 4 * size)
    ):
        # an indented first line; a hanging indent goes on below its first line
        return not _ITEM.match(before.text) and (ended or not _hangs(before, line))
    width = max(right - left, 1.0)
    return ended and before.right - left < _SHORT_END * width and not line.text[:1].islower()


def _hangs(before: PrintedLine, line: PrintedLine) -> bool:
    return line.left > before.left and not line.text[:1].isupper()


def _judge(paragraph: PrintedParagraph, body: float) -> None:
    """Say what a paragraph is."""
    if paragraph.kind == "table":
        return
    text, first = paragraph.text, paragraph.lines[0]
    short = len(text) <= _HEADING_LETTERS and not re.search(r"[,;]$", text)
    if CAPTION.match(text):
        paragraph.kind = "caption"
    elif (
        (short and first.size >= _LARGER * body and re.search(r"[^\W\d_]{2}", text))
        or (
            short
            and first.bold
            and not re.search(r"[.:]$", text)
            and re.search(r"[^\W\d_]{2}", text)
            and first.size > 0.9 * body
        )
        or (short and _NUMBERED.match(text) and len(paragraph.lines) == 1 and text.isupper())
    ):
        paragraph.kind = "heading"
    elif _ITEM.match(text):
        paragraph.kind = "item"


# -- words -------------------------------------------------------------------------------------


_HYPHENS = "-\N{HYPHEN}\N{SOFT HYPHEN}\N{NOT SIGN}"
"""What parts a word at the end of a line; some fonts have their hyphen as a sign for "not"."""

_PARTED = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]$")
"""The beginning of a word at the end of a line."""

_BEGUN = re.compile(r"[^\W\d_]+")
"""Its end, at the beginning of the next one."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word, with the hyphens in it."""


class WordJoiner:
    """Makes lines whole; what a hyphen at their end was, the document's other words tell."""

    def __init__(self, lines: Iterable[PrintedLine]) -> None:
        """Know the words that stand within lines."""
        self._words: set[str] = set()
        for line in lines:
            inner = _WORD.findall(line.text)
            # the last of a line may be half a word
            self._words.update(word.lower() for word in inner[:-1])

    def write(self, lines: Sequence[PrintedLine]) -> str:
        """Return the HTML of lines that are a paragraph."""
        parts: list[str] = []
        for at, line in enumerate(lines):
            following = lines[at + 1] if at + 1 < len(lines) else None
            parts.append(self._write_line(line, following))
        return "".join(parts).strip()

    def _write_line(self, line: PrintedLine, following: PrintedLine | None) -> str:
        parts = []
        for span in line.spans:
            text = escape(_clean(span.text))
            parts.append(f"<sup>{text.strip()}</sup>" if span.raised and text.strip() else text)
        text = "".join(parts).replace(" <sup>", "<sup>").rstrip()
        if following is None:
            return text
        found = _PARTED.search(text)
        begun = _BEGUN.match(following.text)
        if not found:
            return text.rstrip("\N{SOFT HYPHEN}") + ("" if text.endswith(("/", "—", "–")) else " ")
        if not begun:
            return text + " "
        return self._join(text, found[1], begun[0])

    def _join(self, text: str, start: str, end: str) -> str:
        """Return a line's text with the hyphen at its end, or without it."""
        whole, parted = f"{start}{end}".lower(), f"{start}-{end}".lower()
        if parted in self._words and whole not in self._words:
            return text[:-1] + "-"
        if whole in self._words or end[0].islower():
            return text[:-1]
        return text[:-1] + "-"


def _clean(text: str) -> str:
    """Return letters without ligatures, and without signs that only one font has."""
    text = "".join(
        unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign
        for sign in text
    )
    return "".join(sign for sign in text if not "\ue000" <= sign <= "\uf8ff")


def leave_marks(text: str) -> str:
    """Return raised marks as notes' marks are left out."""
    return re.sub(r"<sup>([^<]*)</sup>", lambda found: leave_out(found[1], "note-mark"), text)
