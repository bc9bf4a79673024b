"""What a heading, a sponsor or an appeal owns of what stands around it."""

import pytest

from audiopress.model import Article, Reading
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import LATER, STORY, TITLE, block, heading, item, later, read, story


def test_who_paid_owns_the_section():
    said, left = read(
        *story(), heading("A kettle for everyone"), block("This post is sponsored by Kettles."),
        block("It boils faster than any other kettle that we have seen this year."),
        heading("Back to the bridge"), later()[0],
    )  # fmt: skip
    assert said == [*STORY, "Back to the bridge", LATER[0]]
    assert set(left.values()) == {"advert"}


def test_a_sponsor_of_the_bridge_is_no_advert():
    line = "The festival on the bridge was sponsored by a bank and drew large crowds."
    said, _ = read(*story(), heading("Festival"), block(line), later()[0])
    assert {"Festival", line} <= set(said)


def test_a_byline_leaves_out_nothing_below_it():
    line = "Nobody knows yet how long it will last"
    said, _ = read(heading("By Jane Doe"), block(line), *story(), byline="Jane Doe")
    assert line in said


def test_a_line_in_a_plain_text_takes_nothing_else_with_it():
    lines = [*STORY, "Related: the old mill", "“No.”", "Yes.", "They all went home."]
    article = Article(
        uri="a.txt", title=TITLE.text, language="en",
        blocks=(TITLE, *(block(line, hints=()) for line in lines)),
    )  # fmt: skip
    cleaned, left = clean(article, Reading())
    assert [one.text for one in cleaned.blocks[1:]] == [*STORY, *lines[5:]]
    assert [one.reason for one in left] == ["read-more"]


def test_a_box_that_nobody_chose_between_parts_of_the_story_is_left_out():
    card = heading("Another bridge in another town was closed", hints=("alone",))
    blurb = block("It may be years before the old one opens again, they fear.", hints=("alone",))
    said, _ = read(*story(), card, blurb, *later())
    assert said == [*STORY, *LATER]
    asked = heading("Will the other bridge be closed too?", hints=("alone",))
    said, _ = read(*story(), asked, blurb, *later())
    assert {asked.text, blurb.text} <= set(said)


BOX = [
    block("Most popular", hints=("alone", "aside")),
    block("Ferry strike in its second week", links=1.0, hints=("alone", "aside")),
    block("Tunnel toll to rise in May", links=1.0, hints=("alone", "aside")),
]


@pytest.mark.parametrize(
    "lines",
    [
        [item("Length: 90 m"), item("Height of the towers, with their roofs")],
        [item("Two pairs of shoes"), item("A bottle of water")],
        [block("What it cost the town")],
        [block("Nine weeks in dock"), block("And one week more")],
        [item("Länge in Metern: 90", hints=("past-box", "voted"))],
    ],
)
def test_the_story_goes_on_behind_a_box_beside_it(lines):
    said, left = read(*story(), *BOX, *lines, *later())
    assert said == [*STORY, *(line.text for line in lines), *LATER]
    assert set(left) == {line.text for line in BOX}


@pytest.mark.parametrize("hints", [("aside", "voted"), ("alone", "aside"), ("<aside>", "voted")])
def test_what_lies_in_the_box_stays_out(hints):
    lines = [block("A tram for the far side", hints=hints), block("More on trams", hints=hints)]
    assert read(*story(), *BOX, *lines, *later())[0] == [*STORY, *LATER]


def test_a_box_that_the_page_does_not_set_aside_goes_on():
    label = block("Most popular", hints=("alone",))
    lines = [block("Ferry strike in its second week"), block("Tunnel toll to rise in May")]
    assert read(*story(), label, *lines, *later())[0] == [*STORY, *LATER]
