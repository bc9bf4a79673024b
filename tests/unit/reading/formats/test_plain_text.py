"""What stands around the beginning of a text that was copied from a page."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

TITLE = "Main bridge over the harbour to close from Monday for at least a year, council says"
LEAD = "The main bridge over the harbour will close to all traffic from Monday, it was announced."
STORY = [
    "Around 4,200 vehicles cross the bridge every day, and the detour adds about 25 minutes.",
    "Engineers found cracks in two of the six piers after the storm on Tuesday night.",
    "The council will decide on the ferry at its next meeting on Thursday, the mayor told us.",
]


def said(*lines: str) -> list[str]:
    """What is left of a text file with these lines."""
    body = "\n".join(lines).encode()
    document = Document(uri="file:bridge.txt", media_type="text/plain", body=body)
    article, _ = clean(extract(document, Reading()), Reading())
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "slot",
    [
        ["Marta Lind, weekdays 7pm - 10pm"],
        ["Presenter: Marta Lind | 19:00 – 22:00"],
        ["Drive with Marta Lind", "5pm - 7pm"],
        ["Marta Lind 6pm-9pm Saturdays"],
    ],
)
def test_a_programme_and_its_hours_are_no_headline(slot: list[str]) -> None:
    assert said(*slot, TITLE, "2 March 2025, 07:05", LEAD, *STORY) == [TITLE, LEAD, *STORY]


@pytest.mark.parametrize(
    "player",
    [
        ["Listen to article", "Preparing audio…"],
        ["Play article", "00:00 / 02:41"],
        ["🔊 Listen to this article", "1.5x"],
        ["Audio version", "2 min"],
        ["Read aloud", "Powered by Speechmaker"],
    ],
)
def test_the_words_of_a_player_are_not_read(player: list[str]) -> None:
    assert said(TITLE, "2 March 2025, 07:05", LEAD, *player, *STORY) == [TITLE, LEAD, *STORY]


@pytest.mark.parametrize("label", ["More on this story", "Explained", "Read more on this"])
def test_another_story_below_its_label_is_not_read(label: str) -> None:
    teaser = f"{label}: Ferry operator asks for a second landing stage"
    assert said(TITLE, LEAD, STORY[0], teaser, *STORY[1:]) == [TITLE, LEAD, *STORY]


def test_a_sentence_with_hours_in_it_is_read() -> None:
    hours = "The ferry runs from 7am to 10pm on weekdays and from 9am to 6pm on Sundays, he said."
    assert hours in said(TITLE, LEAD, hours, *STORY)


WRAPPED = """The main bridge over the harbour will close to all traffic from Monday, it
was announced, and the detour will add about twenty-five minutes to the way
of everybody who crosses it."""
JOINED = WRAPPED.replace("\n", " ")
BOOK = [f"*** {which} OF THE PROJECT GUTENBERG EBOOK BRIDGE ***" for which in ("START", "END")]
MORE = """Engineers found cracks in two of the six piers after the storm on Tuesday
night, and the council will decide on the ferry at its next meeting."""
MORE_JOINED = MORE.replace("\n", " ")


def read(text: str, uri: str = "x/2024-05-03-late-ferry.txt") -> tuple[Article, list[str]]:
    """An article, and what is left of its text."""
    document = Document(uri=uri, media_type="text/plain", body=text.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    return article, [block.text for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "title", "spoken"),
    [
        (f"{WRAPPED}\n\n* * *\n\n{MORE}\n", "Late ferry", [JOINED, MORE_JOINED]),
        (f"{WRAPPED}\n\n-----\n\n{MORE}\n", "Late ferry", [JOINED, MORE_JOINED]),
        (f"{JOINED}\n* * *\n{MORE_JOINED}\n", "Late ferry", [JOINED, MORE_JOINED]),
        (f"{WRAPPED}\n\nWhat comes next\n\n{MORE}\n", "Late ferry", None),
        (f"🎉\n\nThe bridge\n\n{WRAPPED}\n\n{MORE}\n", "The bridge", None),
        (f"...\n\nThe bridge\n\n{WRAPPED}\n\n{MORE}\n", "The bridge", None),
        (f"The bridge closes\n\n{WRAPPED}\n\n{MORE}\n", "The bridge closes", None),
        (
            f"The bridge\n==========\n\n{WRAPPED}\n\nWhy\n---\n\n{MORE}\n",
            "The bridge",
            ["The bridge", JOINED, "Why", MORE_JOINED],
        ),
        (
            "The bridge\n\n" + "".join(f"   {one}\n" for one in (WRAPPED, MORE)),
            "The bridge",
            ["The bridge", JOINED, MORE_JOINED],
        ),
        (
            f"The bridge\n\n> {WRAPPED.replace(chr(10), chr(10) + '> ')}\n\n{MORE}\n",
            "The bridge",
            ["The bridge", JOINED, MORE_JOINED],
        ),
        (f"The bridge\f{WRAPPED}\f{MORE}\n", "The bridge", ["The bridge", JOINED, MORE_JOINED]),
        ("To buy\n• apples\n• pears\n* plums\n", "To buy", ["To buy", "apples", "pears", "plums"]),
        (
            f"Title: The Bridge\n\n{BOOK[0]}\n\n{WRAPPED}\n\n{MORE}\n\n{BOOK[1]}\nFree.\n",
            "The Bridge",
            [JOINED, MORE_JOINED],
        ),
    ],
)
def test_the_ways_of_plain_text(text: str, title: str, spoken: list[str] | None) -> None:
    article, said = read(text)
    assert article.title == title
    assert said == spoken or spoken is None
    assert (JOINED in said and MORE_JOINED in said) or "apples" in said


@pytest.mark.parametrize(
    ("parted", "joined"),
    [
        ("at the har-\nbour on the day of the storm it was", "at the harbour on"),
        ("of a well-\nknown and well-known captain it was", "a well-known and"),
        ("in the pre-\nand post-war years of the ferry it was", "in the pre- and post-war"),
        ("of the Anglo-\nFrench ferry of the year that was", "the Anglo-French ferry"),
        ("in the 20-\nyear history of the ferry there was", "the 20-year history"),
    ],
)
def test_a_word_that_was_parted_at_the_end_of_a_line_is_whole(parted: str, joined: str) -> None:
    text = f"The bridge\n\nNobody had seen anything like it before {parted} late.\n\n{MORE}\n"
    assert joined in " ".join(read(text)[1])


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("1. Check the rope\n2. Check the knot\n3. Go", ["1.", "2.", "3."]),
        ("1) Check the rope\n2) Check the knot", ["1.", "2."]),
        ("a) Check the rope\nb) Check the knot", ["a.", "b."]),
        ("7. Check the rope\n8. Check the knot", ["7.", "8."]),
        ("900. That was a year\n2. Check the knot", ["", ""]),
    ],
)
def test_the_numbers_of_a_list_are_no_part_of_its_text(lines: str, numbers: list[str]) -> None:
    document = Document(
        uri="a.txt", media_type="text/plain", body=f"Rules for all\n\n{lines}\n".encode()
    )
    blocks = extract(document, Reading()).blocks[1:]
    assert [block.number for block in blocks] == numbers
    if all(numbers):
        assert blocks[0].text == "Check the rope"


words = st.lists(
    st.sampled_from(["W", "W W", "W, W.", "W-\nW", "W\nW", "_W_", "W W W W W W W W W W W W."]),
    min_size=1,
    max_size=6,
).map(" ".join)
paragraphs = st.builds(
    lambda make, text: make(text),
    st.sampled_from(
        [
            lambda s: s,
            lambda s: f"  {s}",
            lambda s: f"{s}\n-----",
            lambda s: f"> {s}",
            lambda s: f"- {s}\n- W",
            lambda s: f"1. {s}\n2. W\n3. W",
            lambda _: "* * *",
            lambda _: "...",
            lambda s: f"\f{s}",
            lambda s: f"*** START OF THE PROJECT GUTENBERG EBOOK {s.split()[0]} ***",
        ]
    ),
    words,
)


@given(st.lists(paragraphs, min_size=1, max_size=8), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=200, deadline=None)
def test_every_word_of_a_text_is_spoken_or_listed(made: list[str], between: str) -> None:
    numbers = itertools.count(1)
    text = re.sub(r"\bW\b", lambda _: f"w{next(numbers)}w", f"W W W.\n\n{between.join(made)}")
    document = Document(uri="a.txt", media_type="text/plain", body=text.encode())
    cleaned, left_out = clean(extract(document, Reading()), Reading())
    told = " ".join([cleaned.title, *(block.text for block in cleaned.blocks)])
    told += " ".join(left.text for left in left_out)
    assert [word for word in re.findall(r"w\d+w", text) if word not in told] == []


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        # one line that is not wrapped says nothing of those beside it
        (WRAPPED, [JOINED]),
        ("The old ferry left the quay\nat dawn with a crew of six.", None),
        ("And still the grey sea rolled on,\nand still the sea rolled on.", None),
        ("He had a boat, a dog, a well-\nmade coat and no fear of the sea.", None),
        ("Nobody knew of the keeper and\nhis dog until the winter came.", None),
        # what begins anew is a paragraph
        ("It was a long night at sea.\nthe end", ["It was a long night at sea.", "the end"]),
        ("The keeper of the light\nThe mate", ["The keeper of the light", "The mate"]),
        ("Rope and hemp\noil", ["Rope and hemp", "oil"]),
    ],
)
def test_a_sentence_goes_on_in_the_next_line_whatever_the_text(lines, spoken) -> None:
    _, said = read(f"The bridge\n\n{lines}\n\n{MORE_JOINED}\n")
    one = lines.replace("well-\nmade", "wellmade").replace("\n", " ")
    assert said[1:-1] == (spoken or [one])


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("The keeper", '"I will not go back," he said on the quay. "Never."'),
        ("The keeper", "What did he see there, in all those years? Nobody knows!"),
        ("Chapter one", "It was a dark night (as all nights are, out there.)"),
        ("Skerry Light", "Skerry Light is a lighthouse in the isles. It was built in 1911.[1][2]"),
        ("AN INTERVIEW", "Q: When did you come out here?\nA: In 1954.\nQ: Alone?\nA: Yes."),
        ("The keeper", "TOM: When will the boat be here?\nADA: At nine.\nTOM: Why?\nADA: Fog."),
    ],
)
def test_a_short_title_above_a_sentence_is_the_headline(title: str, first: str) -> None:
    article, said = read(f"{title}\n\n{first}\n\n{WRAPPED}\n\n{MORE}\n")
    assert article.title == title
    assert any(line.startswith(first[:20]) for line in said)


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Opinion", "Why does the ferry come so late every day?"),
        ("World news", "Review: the last ferry has left the old harbour"),
        ("Sport", "“We were robbed,” says captain after late boat"),
    ],
)
def test_a_section_above_a_headline_is_none(label: str, title: str) -> None:
    assert read(f"{label}\n\n{title}\n\n{WRAPPED}\n\n{MORE}\n")[0].title == title


@pytest.mark.parametrize("sign", ["* ", "- ", "• ", "1. "])
def test_a_list_at_the_top_is_no_menu_above_a_sentence(sign: str) -> None:
    names = ("Ferry late", "Bridge closed", "School out")
    items = "\n".join(sign.replace("1", str(at)) + one for at, one in enumerate(names, 1))
    article, said = read(f"{items}\n\nMore on all of this in the evening.\n")
    assert article.title == "Late ferry"
    assert len(said) == 4
