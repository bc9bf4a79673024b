"""What a heading, a sponsor or an appeal owns of what stands around it."""

from audiopress.model import Article, Reading
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import LATER, STORY, TITLE, block, heading, later, read, story


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
