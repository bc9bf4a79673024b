"""What smells like boilerplate and is text: sentences and headlines of stories, in every place."""

from pathlib import Path

import pytest

from audiopress.model import Article, Block, Document, Reading, Selector
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.narration import addresses_reader, is_narration

VECTORS = Path(__file__).parents[3] / "vectors"
TITLE = "Harbour bridge reopens"
STORY = [
    "The bridge reopened on Monday after two years of repairs to its towers.",
    "Engineers had found cracks in the cables during a routine inspection.",
    "The council paid for the work out of a fund that was set up for storms.",
    "Ferries will go on running until the end of the summer season.",
]
LATER = [
    "Two shops on the quay have said that they may move to the far side.",
    "A second crossing has been talked about for as long as anyone remembers.",
    "Painters will come back in the spring to finish the railings in green.",
]
PLACES = {"first": 0, "middle": 2, "last": 4}


def lines(name: str) -> list[str]:
    found = (VECTORS / name).read_text("utf-8").split("\n")
    return [line for line in found if line and not line.startswith("# ")]


def page(title: str, *inside: str) -> Document:
    body = (
        f"<html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1>"
        f"<div class=text>{''.join(inside)}</div></main></body></html>"
    )
    return Document(uri="https://example.org/a", media_type="text/html", body=body.encode())


def file(text: str, kind: str) -> Document:
    return Document(uri="a", media_type=f"text/{kind}", body=text.encode())


def spoken(document: Document) -> tuple[str, list[str]]:
    article, _ = clean(extract(document, Reading()), Reading())
    return article.title, [block.text for block in article.blocks if block.level != 1]


def test_the_table_is_long() -> None:
    assert len(lines("body_sentences.txt")) >= 200
    assert len(lines("headlines.txt")) >= 90


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hints", [("voted",), ()], ids=["page", "file"])
def test_sentences_of_stories_are_read(place: str, hints: tuple[str, ...]) -> None:
    lost = {}
    for sentence in lines("body_sentences.txt"):
        told = [*STORY[: PLACES[place]], sentence, *STORY[PLACES[place] :]]
        blocks = [
            Block(kind="paragraph", text=line, hints=hints, selector=Selector(exact=line))
            for line in told
        ]
        article = Article(uri="a", title=TITLE, blocks=tuple(blocks), language="en")
        cleaned, left = clean(article, Reading())
        if [block.text for block in cleaned.blocks] != told:
            lost[sentence] = [out.reason for out in left]
    assert lost == {}


@pytest.mark.parametrize("place", PLACES)
def test_sentences_of_stories_are_read_on_real_pages(place: str) -> None:
    for sentence in lines("body_sentences.txt")[::5]:
        told = [*STORY[: PLACES[place]], sentence, *STORY[PLACES[place] :]]
        assert spoken(page(TITLE, *(f"<p>{line}</p>" for line in told)))[1] == told


@pytest.mark.parametrize(
    "sentence", [*lines("body_sentences.txt")[-90::3], *lines("sentences_amid.txt")]
)
def test_sentences_are_read_amid_seven_paragraphs(sentence: str) -> None:
    told = [*STORY[:3], sentence, *STORY[3:], *LATER]
    written = file("\n\n".join(["# " + TITLE, *told]), "markdown")
    assert spoken(page(TITLE, *(f"<p>{line}</p>" for line in told)))[1] == told
    assert spoken(written)[1] == told


@pytest.mark.parametrize(
    "line",
    [
        "We may earn a commission if you buy through links on this page.",
        "Sign up for our newsletter and never miss a story.",
        "This story was originally published by Example Press.",
        "Photo by Jane Doe.",
        "The mayor opens the bridge on Monday. Image courtesy of the town.",
        "Get the app and see what everyone loves about our news.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Click here to read more.",
        "The Post may receive a commission when readers buy through links.",
        "Product names are trademarks of their respective owners.",
        "The material may not be published, broadcast, rewritten or redistributed.",
        "Max Muster has contributed to this report.",
        "This story is the property of Example Press and may not be reproduced or published.",
        "Sign up for the newsletter that is the talk of the town.",
        "The photographs were supplied by Getty Images.",
    ],
)
def test_boilerplate_amid_the_story_stays_left_out(line: str) -> None:
    told = [*STORY, *LATER]
    put = [*STORY[:3], line, *STORY[3:], *LATER]
    assert spoken(page(TITLE, *(f"<p>{one}</p>" for one in put)))[1] == told
    assert spoken(file("\n\n".join(["# " + TITLE, *put]), "markdown"))[1] == told


@pytest.mark.parametrize("headline", lines("headlines.txt"))
def test_headlines_that_sound_like_labels_are_read(headline: str) -> None:
    told = [f"<p>{line}</p>" for line in STORY]
    under = [*STORY[:2], headline, *STORY[2:]]
    assert spoken(page(headline, *told)) == (headline, STORY)
    assert spoken(page(TITLE, *told[:2], f"<h2>{headline}</h2>", *told[2:]))[1] == under
    assert spoken(file("\n\n".join([headline, *STORY]), "plain")) == (headline, STORY)
    text = "\n\n".join(["# " + TITLE, *STORY[:2], "## " + headline, *STORY[2:]])
    assert spoken(file(text, "markdown"))[1] == under


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Reporting by Jane Doe in Cairo and Max Muster; editing by Jo Bloggs.", "agency-credit"),
        ("With additional reporting by the Example Press and staff.", "agency-credit"),
        ("With files from agencies", "agency-credit"),
        ("Max Muster and Jane Doe contributed to this report.", "agency-credit"),
        ("This story was originally published by Example Press.", "agency-credit"),
        ("A version of this article first appeared in the spring issue.", "agency-credit"),
        ("This article was provided by The Example Press.", "agency-credit"),
        ("Photos by Jane Doe", "credit"),
        ("Image: Jane Doe", "credit"),
        ("Topics: bridges, harbours", "topics"),
        ("Back to top", "skip-link"),
        ("Join us today and help our newsroom.", "subscribe"),
        ("Tell us what you think!", "call"),
        ("All rights reserved.", "copyright"),
        ("Related recipes", "read-more"),
        ("Trending now", "read-more"),
    ],
)
def test_what_still_is_boilerplate(text: str, reason: str) -> None:
    assert judge_wording(text) == reason


def test_narration() -> None:
    assert is_narration("Join us, the strikers sang.")
    assert is_narration("Join us, said the strikers.")
    assert is_narration("Written by a miner, the play opened on Friday.")
    assert is_narration("“Subscribe to nothing.”")
    assert is_narration("Join us is the motto of the club.")
    assert is_narration("The mill burnt down in 1923.")
    assert is_narration("Ferries still run on Sundays.")
    assert not is_narration("Join us today.")
    assert not is_narration("Join us is the best that you can do.")
    assert not is_narration("Find the ferry.")
    assert not is_narration("The policy covers members.")
    assert not is_narration("He was there")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This story is ours.", True),
        ("Please subscribe.", True),
        ("The quay (photo credit: Jane Doe)", True),
        ("Courtesy of the town", True),
        ("2024 Example Press", True),
        ("He took a credit from the bank.", False),
        ("Those who subscribe get a mug.", False),
        ("The story was told in 2024.", False),
    ],
)
def test_what_speaks_to_the_reader_or_of_the_page(text: str, expected: bool) -> None:
    assert addresses_reader(text) is expected


@pytest.mark.timeout(30)
def test_a_long_row_of_names_that_ends_otherwise_is_looked_at_in_one_pass() -> None:
    assert judge_wording("Written by " + "The " * 36 + "x.") is None
    assert judge_wording("Reporting by " + "Jane Doe, " * 18 + "fell") is None
