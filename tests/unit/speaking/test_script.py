"""Items of an ordered list are said with the number that a reader sees before them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.model import Article, Block, Cast, Pauses, Reading
from audiopress.speaking.lexicon import Lexicon
from audiopress.speaking.script import compose


def test_the_number_is_said_and_is_no_part_of_the_source() -> None:
    items = (
        Block(kind="list_item", text="Check the rope", number="3."),
        Block(kind="list_item", text="Ring the bell"),
    )
    script = compose(
        Article(uri="rules.html", title="Rules", blocks=items),
        (),
        reading=Reading(),
        cast=Cast(),
        pauses=Pauses(),
        rate=24000,
        lexicon=Lexicon.empty(),
    )
    said = [(line.source, line.spoken) for line in script.utterances if line.role == "list_item"]
    assert said[0][0] == "Check the rope"
    assert said[0][1].lower().startswith("three")
    assert said[0][1].endswith("Check the rope")
    assert said[1] == ("Ring the bell", "Ring the bell")


def test_a_script_that_is_written_again_names_what_is_left_out_once() -> None:
    summary = Block(kind="paragraph", text="A short summary.", hints=("standfirst",))
    article = Article(
        uri="a.html", title="Ice", blocks=(summary, Block(kind="paragraph", text="It is cold."))
    )
    settings = {"reading": Reading(standfirst=False), "cast": Cast(), "pauses": Pauses()}
    first = compose(article, (), **settings, rate=24000, lexicon=Lexicon.empty())
    again = compose(article, first.left_out, **settings, rate=24000, lexicon=Lexicon.empty())
    assert [item.reason for item in first.left_out] == ["standfirst"]
    assert again == first


def test_a_standfirst_that_an_editor_keeps_is_said_where_no_other_is() -> None:
    summary = Block(kind="paragraph", text="A short summary.", hints=("keep", "standfirst"))
    article = Article(uri="a.html", title="Ice", blocks=(summary,))
    settings = {"reading": Reading(standfirst=False), "cast": Cast(), "pauses": Pauses()}
    script = compose(article, (), **settings, rate=24000, lexicon=Lexicon.empty())
    assert summary.text in [line.source for line in script.utterances]
    assert script.left_out == ()


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("The ferry was…", "headline"),
        ("The ferry was late.", "headline"),
        ("The ferry was late again today…", "body"),
        ("The ferry  was late again...", "body"),
        ("…", "headline"),
    ],
)
def test_a_title_that_is_the_begin_of_the_text_is_said_once(title: str, first: str) -> None:
    text = "The ferry was late again today, and nobody said why."
    blocks = (Block(kind="paragraph", text="The ferry is old." if "was…" in title else text),)
    script = compose(
        Article(uri="a.html", title=title, blocks=blocks),
        (),
        reading=Reading(byline=False, date=False),
        cast=Cast(),
        pauses=Pauses(),
        rate=24000,
        lexicon=Lexicon.empty(),
    )
    said = [line for line in script.utterances if line.role != "disclosure"]
    assert said[0].role == first
    assert said[-1].source == blocks[0].text


@pytest.mark.parametrize(
    ("show", "tag", "text", "said"),
    [
        ("en-GB", "en", "It shut on 11/12/2026.", "eleventh of December"),
        ("en-IE", "en", "It took 1,250 days.", "two hundred and fifty"),
        ("en-US", "en", "It shut on 11/12/2026.", "November"),
        ("en", "en", "It shut on 11/12/2026.", "November"),
        ("de-AT", "en", "It shut on 11/12/2026.", "November"),
        ("", "en", "It shut on 11/12/2026.", "November"),
        ("en-GB", "en-US", "It shut on 11/12/2026.", "November"),
        ("en-US", "en-GB", "It shut on 11/12/2026.", "eleventh of December"),
        ("en-GB", "en", "The center of the theater shut on 11/12/2026.", "November"),
    ],
)
def test_plain_english_is_read_as_in_the_region_of_the_show_and_stays_what_it_is(
    show: str, tag: str, text: str, said: str
) -> None:
    article = Article(
        uri="a.html",
        title="The pier",
        byline="Ann",
        published=datetime(2026, 11, 28, tzinfo=UTC),
        language=tag,
        blocks=(Block(kind="paragraph", text=text), Block(kind="paragraph", text="It is cold.")),
    )
    others = tuple((one, "heart") for one in ("en-GB", "en-IE", "en-US") if one != tag)
    settings = {"cast": Cast(body="tone", languages=others), "pauses": Pauses(), "rate": 24000}
    settings["lexicon"] = Lexicon.empty()
    here = compose(article, (), reading=Reading(words_language=show), **settings)
    usual = compose(article, (), reading=Reading(), **settings)
    assert [said in line.spoken for line in here.utterances if line.source == text] == [True]
    assert {(line.language, line.voice) for line in here.utterances} == {(tag, "tone")}
    # all other lines, the opening with its date too, are those that were published
    rest = [line for line in here.utterances if line.source != text]
    assert rest == [line for line in usual.utterances if line.source != text]
