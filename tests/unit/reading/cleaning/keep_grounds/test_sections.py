"""Headings with the number of a section, typed as lines of text."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, later, read, story

LONE = ("alone",)


@pytest.mark.parametrize(
    ("chapter", "line"),
    [
        ("3. Crossing the river", "3.1 Requirements"),
        ("3 Überfahrt", "3.1. Übersicht"),
        ("3.1 Requirements", "3.2 Installation of the ropes"),
        ("3.1 Requirements", "3.1.1 Étape"),
        ("12.4.2 Ropes", "12.4.3 Cables"),
    ],
)
def test_a_line_with_the_next_number_is_the_next_heading(chapter, line):
    said, _ = read(*story(), heading(chapter), later()[0], block(line, hints=LONE), later()[1])
    assert said == [*STORY, chapter, LATER[0], line, LATER[1]]


@pytest.mark.parametrize(
    "line",
    ["5.7 Requirements", "3.2 miles", "3.2", "3 Requirements", "4.1 Stars", "See 3.2 Ropes"],
)
def test_another_number_is_that_of_no_section(line):
    parts = (heading("3.1 Towers"), later()[0], block(line, hints=LONE), *later()[1:])
    assert line not in read(*story(), *parts)[0]


def test_lines_number_each_other():
    lines = [block(f"3.{n} Ropes of kind {n}", hints=LONE) for n in (1, 2)]
    said, _ = read(*story(), lines[0], later()[0], lines[1], *later()[1:])
    assert said == [*STORY, lines[0].text, LATER[0], lines[1].text, *LATER[1:]]
    assert lines[0].text not in read(*story(), lines[0], *later())[0]
