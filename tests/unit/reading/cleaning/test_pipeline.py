"""Cleaning as a whole: what holds of every text."""

from audiopress.model import Article, Block, LeftOut, Reading
from audiopress.reading.cleaning.pipeline import clean, explain_rule
from tests.unit.text_blocks import STORY, TITLE, block


def test_a_plain_text_may_offer_what_it_likes():
    line = "We sell tickets at the gate, and you can book a seat in our boat today."
    article = Article(
        uri="https://bridgeways.example/a.md", title=TITLE.text, language="en",
        blocks=(TITLE, *(block(text, hints=()) for text in [*STORY, line])),
    )  # fmt: skip
    cleaned, _ = clean(article, Reading())
    assert cleaned.blocks[-1].text == line


def test_parts_of_a_block_are_listed_with_their_reasons():
    mark = LeftOut(text="[3]", reason="footnote")
    story = Block(kind="paragraph", text="The ferry was late.", left_out=(mark,))
    spoken, left_out = clean(Article(uri="a.html", title="Ferry", blocks=(story,)), Reading())
    assert [block.text for block in spoken.blocks] == ["The ferry was late."]
    assert left_out == (mark,)


def test_a_block_that_is_left_out_names_its_rule():
    lines = [*STORY, "Sign up for our weekly newsletter", "12", "Bare heading"]
    blocks = (TITLE, *map(block, lines[:-1]), block(lines[-1], "heading", level=2))
    article = Article(
        uri="https://bridgeways.example/a", title=TITLE.text, language="en", blocks=blocks
    )
    _, left_out = clean(article, Reading())
    assert [(item.text, item.rule) for item in left_out] == [
        (lines[-3], "wording: sign up for a newsletter"),
        ("12", "lone-number"),
        (lines[-1], "loose-headings"),
    ]
    assert "Sign up for our weekly newsletter" in explain_rule(left_out[0].rule)
    assert explain_rule("loose-headings").startswith("After")
    assert explain_rule("weather") == ""
