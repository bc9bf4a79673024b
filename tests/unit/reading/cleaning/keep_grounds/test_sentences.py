"""Sentences in the thick of the story."""

import pytest

from audiopress.model import Article, Block, Reading, Selector
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import STORY, block, later, read, story


def test_a_short_sentence_between_chosen_ones_stays():
    said, left = read(
        *story(), block("“Oh no,” said the captain.", hints=("alone",)), later()[0],
        block("Adverts on this page", hints=("alone",)),
    )  # fmt: skip
    assert "“Oh no,” said the captain." in said
    assert left["Adverts on this page"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Residents can sign up for flood alerts by telephone, the agency said.",
        "The daily briefing for generals is delivered every morning by the duty officer.",
        "The judge said the material may not be published before the trial ends.",
        "Topics for the summit include the price of grain and the safety of ships.",
        "Sale of the stadium raised £40m for the club, its accounts show.",
        "Provided by the state, school meals are hot and free in all of the county.",
        "Tell me what you saw, the barrister said to the witness on Friday.",
        "Background: two years ago the school lost its roof in the great storm.",
    ],
)
@pytest.mark.parametrize("hints", [("voted",), ()], ids=["page", "file"])
def test_sentences_that_begin_like_furniture_are_read(
    sentence: str, hints: tuple[str, ...]
) -> None:
    lines = [*STORY[:2], sentence, *STORY[2:]]
    blocks = tuple(
        Block(kind="paragraph", text=line, hints=hints, selector=Selector(exact=line))
        for line in lines
    )
    article = Article(uri="a", title="Harbour", blocks=blocks)
    cleaned, left = clean(article, Reading())
    assert sentence in [block.text for block in cleaned.blocks], left
