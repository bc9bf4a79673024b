"""Text that was pasted without blank lines: wrapped at a width, or a paragraph in each line."""

from __future__ import annotations

import textwrap

import pytest

from audiopress.reading.formats.filled_lines import find_width, part_filled, part_head

HEAD = ["Council approves a ferry terminal", "By Ann Example"]
STORY = (
    """
The harbour council approved a new ferry terminal on Tuesday evening after a debate in the town
 hall of four hours, where forty people had come to be heard by the chair.

Councillors had argued for months about the cost of the second berth, and about the noise of it.
 Residents of Quay Street fear the lorries at night, one of them said.

Work will begin in March and take two years, the chair told us on Wednesday, and the old terminal
 will be kept as a museum of the island lines.
""".replace("\n ", " ")
    .strip()
    .split("\n\n")
)


@pytest.mark.parametrize("width", [50, 64, 72, 80])
def test_wrapped_lines_are_the_paragraphs_that_were_wrapped(width: int) -> None:
    lines = [*HEAD, *(line for one in STORY for line in textwrap.wrap(one, width))]
    found = find_width(lines)
    assert width - 9 < found <= width
    # a paragraph whose last line is full has no end that could be seen
    parts = part_filled(lines, found)
    assert parts[:2] == HEAD
    assert " ".join(" ".join(parts[2:]).split()) == " ".join(STORY)
    assert {one[:20] for one in parts[2:]} <= {one[:20] for one in STORY}


@pytest.mark.parametrize(
    "lines",
    [
        [*HEAD, *STORY],
        ["To buy for the boat", "apples and pears", "rope", "lamp oil for a week"],
        [*HEAD, *(one.split(". ")[-1][:80] + "." for one in STORY), "The vote was nine to six."],
        ["And still the grey sea rolled", "And still the sea rolled on", "And on and on"],
        ["Is it the tide? It is never the tide, says the master of the old boat there",
         "What then? Nobody wants to say it aloud in the harbour, though all know it",
         "The boat must be replaced, and nobody has the money to do it before spring"],
    ],
)  # fmt: skip
def test_lines_of_any_length_were_not_wrapped(lines: list[str]) -> None:
    assert find_width(lines) == 0


def test_a_byline_below_a_headline_that_fills_its_line_is_none_of_it() -> None:
    lines = ["Council approves a new ferry terminal after a long debate on Tuesday", HEAD[1]]
    lines += textwrap.wrap(STORY[0], 72)
    assert part_filled(lines, 72)[:2] == lines[:2]


def test_headline_and_byline_right_above_a_paragraph_are_none_of_it() -> None:
    story = textwrap.fill(STORY[0], 72)
    assert part_head("\n".join([*HEAD, story]), 72) == [*HEAD, story]
    assert part_head(story, 72) == [story]
