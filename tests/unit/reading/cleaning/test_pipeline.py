"""Cleaning as a whole: what holds of every text."""

from audiopress.model import Article, Reading
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import STORY, TITLE, block


def test_a_plain_text_may_offer_what_it_likes():
    line = "We sell tickets at the gate, and you can book a seat in our boat today."
    article = Article(
        uri="https://bridgeways.example/a.md", title=TITLE.text, language="en",
        blocks=(TITLE, *(block(text, hints=()) for text in [*STORY, line])),
    )  # fmt: skip
    cleaned, _ = clean(article, Reading())
    assert cleaned.blocks[-1].text == line
