"""What stands alone and says nothing: bare numbers, and figures cell by cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.cleaning.block_features import count_words, is_closed
from audiopress.reading.cleaning.cleaning_rule import CleaningRule
from audiopress.reading.cleaning.example_blocks import LATER, STORY, heading, item, paragraph

if TYPE_CHECKING:
    from audiopress.model import Block
    from audiopress.reading.cleaning.judged import Judged, JudgedBlocks

__all__ = ["BARE_NUMBERS", "FIGURE_GRIDS"]

_NUMBER = re.compile(r"\W*\d{1,3}\W*")
"""A rank, the number of a note, stars: "7", "(12)"; not a year."""

_FIGURE = re.compile(r"\d|[$£€¥%]")
"""What the cell of a table of figures has."""

_CELL_WORDS = 9
"""Words of the longest cell; longer lines are verse or sentences."""

_FACT = re.compile(r"\W{0,9}[^\W\d_][^:\s]*(?:\s+[^:\s]+)+: \d\S*(?: \w+){0,2}")
"""A line that says what its figure is of, unlike the cell of a table: a name of several words, a
colon, a figure, perhaps what is counted: "Vessels seen in May: 214 ships"."""

_RATED = re.compile(r": \d{1,2}\.\d(?: ?/ ?\d{1,3})?$")
"""A figure as tests give them for what they have tried: "Ease of use: 4.0"."""

_GRID_CELLS = 5
"""Cells of the smallest grid: fewer lines with figures in them may be part of a story."""

_GRID_REASONS = ("price", "rating", "presenter-slot", "gallery", "repeated")
"""Reasons of lines that count as cells though they are left out already."""

_SCORE = re.compile(r"^[A-Z][\w/& -]{2,30}[: ]\d{1,2}\.\d(?: ?/ ?\d{1,3})?$")
"""The score of a test: "Comfort: 4.5/5", "Value 3.0"."""

_SCORES = 3
"""Scores of the shortest list of them."""


def drop_bare_numbers(judged: JudgedBlocks) -> None:
    """Leave out items that are a number each: notes and stars; not what a sentence leads in to."""
    for run in judged.find_runs(lambda one: _is_bare_number(one.block)):
        above = judged[run[0] - 1] if run[0] else None
        if not (above and above.is_spoken and above.block.text.endswith(":")):
            judged.leave_out_all(run, "number")


def _is_bare_number(block: Block) -> bool:
    return block.kind == "list_item" and bool(_NUMBER.fullmatch(block.text))


BARE_NUMBERS = CleaningRule(
    name="bare-numbers",
    judge=drop_bare_numbers,
    why="Stars, ranks and numbers of notes are items of lists on many pages, and say nothing.",
    after={"kept-in-context": "the line that leads in to numbers may be kept there"},
    left_out=(
        *STORY,
        heading("Rope of nine strands"),
        item("7", "number"),
        item("12", "number"),
        item("40", "number"),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("The winning numbers of the harbour lottery were:"),
        item("7"),
        item("12"),
        item("40"),
        *LATER,
    ),
)


def drop_figure_grids(judged: JudgedBlocks) -> None:
    """Leave out figures typed as paragraphs, cell by cell, and the scores of a test as a list."""
    # What is left out already does not part the cells of a grid.
    for run in judged.find_runs(lambda one: not one.is_spoken or _is_cell(one.block)):
        if _is_grid([judged[at] for at in run]):
            judged.leave_out_all(run, "table")
    for run in judged.find_runs(lambda one: one.block.kind == "list_item"):
        if len(run) >= _SCORES and all(_SCORE.search(judged[at].block.text) for at in run):
            judged.leave_out_all(run, "table")


def _is_cell(block: Block) -> bool:
    short = block.kind == "paragraph" and count_words(block) <= _CELL_WORDS
    return short and not is_closed(block.text) and not _is_fact(block.text)


def _is_fact(text: str) -> bool:
    """Whether a line says what its figure is of, and is no score of a test ("Ease of use: 4.0")."""
    return bool(_FACT.fullmatch(text)) and not _RATED.search(text)


def _is_grid(run: list[Judged]) -> bool:
    """Whether at least half of several cells are figures."""
    cells = [one for one in run if one.is_spoken or one.reason in _GRID_REASONS]
    figures = sum(bool(_FIGURE.search(one.block.text)) for one in cells)
    return len(cells) >= _GRID_CELLS and figures * 2 >= len(cells)


FIGURE_GRIDS = CleaningRule(
    name="figure-grids",
    judge=drop_figure_grids,
    why="A table that a page builds without table elements arrives cell by cell.",
    after={"repetition": "cells that say the same are left out there, and still count"},
    pages_only=True,
    left_out=(
        *STORY,
        paragraph("4.7", "table"),
        paragraph("12 pounds", "table"),
        paragraph("One adviser", "table"),
        paragraph("3.4 out of ten", "table"),
        paragraph("9 users", "table"),
        *LATER,
    ),
    spoken=(
        *STORY,
        paragraph("The river runs"),
        paragraph("Below the stone"),
        paragraph("And over it"),
        paragraph("The gulls alone"),
        paragraph("Are crying"),
        *LATER,
    ),
)
