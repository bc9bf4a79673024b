"""A block judged by its elements and boxes."""

import pytest

from tests.unit.text_blocks import STORY, block, later, read, story

STANDFIRSTS = [
    "Two years of repairs have made the old bridge a business.",
    "What the council paid for is not what it got.",
    "Nobody in the town asked for a toll, said the mayor!",
    "Die Brücke ist seit Montag wieder für alle offen.",
    "Le pont est de nouveau ouvert depuis lundi matin.",
]


def test_things_with_their_shops_typed_in_one_line_are_read():
    things = "Rope knife marlinspike fid palm needle twine wax gloves " * 3 + "tape (optional)"
    hints = ("alone", "leads-out", "opens-with-link")
    assert things in read(*story(), block(things, links=0.6, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=1.0, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=0.6, hints=hints[:1]), *later())[0]


@pytest.mark.parametrize("line", STANDFIRSTS)
def test_a_standfirst_beside_the_author_is_read(line):
    lead = block(line, hints=("<header>", "byline", "standfirst"))
    assert read(lead, *story())[0] == [line, *STORY]


@pytest.mark.parametrize(
    ("line", "hints"),
    [
        ("Harbour correspondent", ("<header>", "byline", "standfirst")),
        ("Words and pictures from the far side of the river", ("<header>", "byline", "standfirst")),
        (STANDFIRSTS[0], ("<header>", "byline")),
        (STANDFIRSTS[1], ("byline",)),
        (STANDFIRSTS[2], ("byline", "voted")),
    ],
)
def test_what_else_stands_in_the_author_s_box_is_not(line, hints):
    assert read(block(line, hints=hints), *story())[0] == STORY
