"""What of a page's claims is corrected before anything is judged."""

from audiopress.model import Article, Reading
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import LATER, STORY, TITLE, block, heading, later, read, story


def test_a_headline_behind_the_story_is_not_believed():
    pairs = [f"{text} {more}" for text in STORY for more in LATER]
    long = [block(pair, hints=("before-title",)) for pair in pairs]
    article = Article(uri="", title=TITLE.text, blocks=(*long, TITLE), language="en")
    cleaned, _ = clean(article, Reading())
    assert len(cleaned.blocks) == 17
    few = (block(LATER[0], hints=("before-title",)), TITLE, *story())
    cleaned, left = clean(Article(uri="", title=TITLE.text, blocks=few, language="en"), Reading())
    assert left[0].reason == "before-headline"


def test_a_table_of_sentences_is_read_and_one_of_figures_is_not():
    cells = ["Step", "Why", *LATER]
    figures = ["1990", "4", "1991", "5"]
    said, left = read(
        *story(), *(block(text, "table") for text in cells), block("That is not all of it."),
        *(block(text, "table") for text in figures),
        block("The rest of it is to come in May."),
    )  # fmt: skip
    assert [text for text in cells if text in said] == cells[2:]
    assert set(left.values()) == {"table"}


def test_paragraphs_with_bullets_beside_the_story_are_its_list():
    typed = [block(f"· {text}", hints=("alone",)) for text in ("Ropes", "Cables of steel")]
    cleaned, left = clean(
        Article(
            uri="", title=TITLE.text, blocks=(TITLE, *story(), *typed, *later()), language="en"
        ),
        Reading(),
    )
    assert [one.text for one in cleaned.blocks if one.kind == "list_item"] == [
        "Ropes",
        "Cables of steel",
    ]
    assert left == ()


def test_one_bullet_makes_no_list():
    said, left = read(*story(), block("• 3 min read", hints=("alone",)), *later())
    assert "• 3 min read" in left
    assert said == [*STORY, *LATER]


def test_the_sign_of_a_permanent_link_is_no_part_of_a_heading():
    said, left = read(heading("The towers¶"), *story(), heading("The road 🔗"), *later())
    assert [text for text in said if text.startswith("The towers")] == ["The towers"]
    assert "The road" in said
    assert left == {}
