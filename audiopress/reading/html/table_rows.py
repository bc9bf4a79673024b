"""Tables of sentences: each row is read as one item, its name and then what is said of it.

"Ada | She wrote the first program." is read "Ada: She wrote the first program." A table of figures
or of single words stays a row of cells, which cleaning leaves out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.text.sentence_ends import ENDING_MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.reasons import Reason

__all__ = ["join_table_rows"]

_Chosen: TypeAlias = "tuple[TextRun, frozenset[str] | Reason]"
"""A run, and its hints if it belongs to the story, else why it does not."""

_COLUMNS = range(2, 4)
"""Columns of a table whose rows are read: a name and a sentence, perhaps a third."""

_ROWS = 2
"""Rows of the smallest such table, without the one that names the columns."""

_TOLD_SHARE = 0.5
"""Share of the rows that must hold a sentence; facts in a box beside the story have none."""

_SENTENCE_WORDS = 3
"""Words of the shortest sentence in a cell."""

_WORD = re.compile(r"[^\W\d_]{2,}")
"""A word: letters, not a figure."""

_TELLING_WORDS = 8
"""Words that the cells beside the names have on average, if they tell of them without full stops:
"Harbour office | the people who open the bridge for ships and write down each of them"."""

_NAME_WORDS = 8
"""Words of the longest name of a row."""

_CELL = 400
"""Characters of the longest cell; with longer ones the table arranges the page."""

_CLOSED = re.compile(rf"[{ENDING_MARKS}]\W*$")
"""The end of a sentence."""

_FIGURE = re.compile(r"[^\W\d_]{2}")
"""What a cell of figures alone has not: two letters in a row."""

_DEPTH = 4
"""Elements up from a text to its cell."""


def join_table_rows(chosen: Sequence[_Chosen]) -> list[_Chosen | None]:
    """Return the runs with each row of a table of sentences in one; ``None`` where one went in.

    The places stay, since others count by them.
    """
    out: list[_Chosen | None] = list(chosen)
    for rows in _find_tables(chosen).values():
        if _is_told([[chosen[at][0] for at in row] for row in rows.values()]):
            for tr, row in rows.items():
                if _is_row(tr, [chosen[at][0] for at in row]):
                    _join(out, chosen, tr, row)
    return out


def _find_tables(chosen: Sequence[_Chosen]) -> dict[Any, dict[Any, list[int]]]:
    """Return the numbers of the runs that lie in cells, by table and row."""
    tables: dict[Any, dict[Any, list[int]]] = {}
    for at, (run, hints) in enumerate(chosen):
        cell = _find_cell(run.element)
        if cell is None or not isinstance(hints, frozenset):
            continue
        tr = cell.getparent()
        table = next(cell.iterancestors("table"), None)
        if table is not None and tr is not None and tr.tag == "tr":
            tables.setdefault(table, {}).setdefault(tr, []).append(at)
    return tables


def _find_cell(element: Any) -> Any:
    if element.tag in ("td", "th"):
        return element
    return next(islice(element.iterancestors("td", "th"), 1), None) if element.tag == "p" else None


def _is_told(rows: list[list[TextRun]]) -> bool:
    """Whether the rows of a table hold sentences on the whole, and few links."""
    if any(run.end - run.start > _CELL for row in rows for run in row):
        return False
    body = [row for row in rows if any(run.element.tag != "th" for run in row)]
    told = [row for row in body if len(row) in _COLUMNS and any(map(_is_sentence, row[1:]))]
    told = body if _tells_of_names(body) else told
    linked = sum(run.linked for row in body for run in row)
    shown = sum(run.shown for row in body for run in row)
    return len(told) >= max(_ROWS, _TOLD_SHARE * len(body)) and linked * 2 < shown


def _tells_of_names(body: list[list[TextRun]]) -> bool:
    """Whether each row of a table is a name and what is told of it, closed by a mark or not."""
    if not body or any(len(row) != min(_COLUMNS) for row in body):
        return False
    # figures tell nothing by themselves: "Smith | 4 5 4 3 4 5 4 3 4 par" is no sentence
    words = sum(len(_WORD.findall(row[1].text)) for row in body)
    names = sum(len(row[0].text.split()) for row in body)
    return words >= max(_TELLING_WORDS * len(body), 2 * names)


def _is_row(tr: Any, row: list[TextRun]) -> bool:
    """Whether a row has a name and something said of it, each cell in one run."""
    cells = [one for one in tr if one.tag in ("td", "th")]
    words = any(_FIGURE.search(run.text) for run in row[1:])
    named = len(row[0].text.split()) <= _NAME_WORDS if row else False
    heads = all(cell.tag == "th" for cell in cells)
    return len(row) == len(cells) and len(row) in _COLUMNS and named and words and not heads


def _is_sentence(run: TextRun) -> bool:
    return bool(_CLOSED.search(run.text)) and len(run.text.split()) >= _SENTENCE_WORDS


def _join(out: list[_Chosen | None], chosen: Sequence[_Chosen], tr: Any, row: list[int]) -> None:
    """Put a row into the place of its first cell."""
    runs = [chosen[at][0] for at in row]
    hints = frozenset().union(*(chosen[at][1] for at in row)) - {"alone"} | {"voted"}
    whole = replace(
        runs[0],
        element=tr,
        end=runs[-1].end,
        linked=sum(run.linked for run in runs),
        shown=sum(run.shown for run in runs),
        bold=0,
        text=_join_texts([run.text for run in runs]),
        whole=" ".join(run.whole for run in runs),
        left_out=tuple(left for run in runs for left in run.left_out),
    )
    out[row[0]] = (whole, hints)
    for at in row[1:]:
        out[at] = None


def _join_texts(texts: list[str]) -> str:
    """Return the cells as a line: names first, then a colon, then what is said."""
    first = next((n for n, text in enumerate(texts) if n and _CLOSED.search(text)), len(texts) - 1)
    names = ", ".join(text.rstrip(":,; ") for text in texts[:first])
    rest = [text if _CLOSED.search(text) else f"{text}." for text in texts[first:]]
    return f"{names}: {' '.join(rest)}"
