# ruff: noqa: E501 - written as pages write it
"""The article the project began with, and variants of it: other names, wording and markup."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from audiopress.model import Article, Cast, Document, Pauses, Reading, Script
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.speaking.lexicon import Lexicon
from audiopress.speaking.script import compose

SHARED = Path(os.environ.get("AUDIOPRESS_SHARED", Path(__file__).parents[3] / ".." / "shared"))
TYPES = {"txt": "text/plain", "html": "text/html", "md": "text/markdown"}


def cast(body: str | bytes, kind: str) -> tuple[Article, Script]:
    raw = body if isinstance(body, bytes) else body.encode()
    reading = Reading()
    article, left_out = clean(
        extract(Document(uri=f"a.{kind}", media_type=TYPES[kind], body=raw), reading), reading
    )
    script = compose(
        article,
        left_out,
        reading=reading,
        cast=Cast(),
        pauses=Pauses(),
        rate=44100,
        lexicon=Lexicon.empty(),
    )
    return article, script


def sources(script: Script) -> list[str]:
    return [u.source for u in script.utterances if u.role not in ("opening", "disclosure")]


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_the_first_article_is_read_as_expected(kind: str) -> None:
    path = SHARED / "articles" / f"north-korean-troops.{kind}"
    if not path.exists():
        pytest.skip("the first article: ../shared/articles is not here")
    expected = json.loads((path.parent / "north-korean-troops.expected.json").read_text("utf-8"))
    article, script = cast(path.read_bytes(), kind)
    assert sources(script) == expected["spoken"]
    assert article.published is not None
    assert article.published.isoformat()[:16] == expected["published"]
    out = {left.text for left in script.left_out}
    if kind == "txt":
        assert out >= set(expected["left_out"])


TITLE = "Harbour bridge to close for 'several months' after storm damage, council says"
LEAD = (
    "The main bridge over the harbour will close to all traffic from Monday, the council has said."
)
BODY = [
    "Around 4,200 vehicles cross the bridge every day, and the detour adds about 25 minutes to the trip for people who live on the eastern shore",
    "Engineers found cracks in two of the six piers after the storm on Tuesday night.",
    '"We cannot take any risk with a structure of this age," Ms Okafor told reporters.',
    "The Harbour Users' Association (HUA) said its members had not been told before the announcement.",
    "HUA wants a ferry to run every half hour while the bridge is shut, with the fare paid by the council.",
    "The council will decide on the ferry at its next meeting on Thursday.",
]  # fmt: skip
SLOTS = ["Anna Bell 10am - 1pm", "Late Night with Tom Reyes 22:00 - 01:00", "On Air Now"]
SLOTS += ["The Breakfast Show 6:30am to 9am", "Nadia Khan 4pm – 7pm"]
DATES = ["2 March 2025, 07:05", "March 2, 2025", "Published: Sunday 2 March 2025 at 7.05am"]
DATES += ["02 Mar 2025 07:05 GMT", "Sunday, March 2nd, 2025"]
PLAYERS = [
    ["Listen to this article", "Loading audio..."],
    ["Listen to this story", "0:00 / 3:12"],
    ["Play audio", "Loading…"],
    ["Hear this article", "Audio is loading"],
    ["Listen", "This article is read by an automated voice"],
]
TEASERS = [
    "Read more: Ferry operator asks for a second landing stage",
    "Related: Ferry operator asks for a second landing stage",
    "READ MORE | Ferry operator asks for a second landing stage",
    "See also: Ferry operator asks for a second landing stage",
    "Also read: Ferry operator asks for a second landing stage",
]


@pytest.mark.parametrize("number", range(5))
def test_text_variants(number: int) -> None:
    lines = [SLOTS[number], TITLE, DATES[number], LEAD, *PLAYERS[number], *BODY[:3]]
    lines += [TEASERS[number], *BODY[3:]]
    blank = "\n\n" if number % 2 else "\n"
    article, script = cast(blank.join(lines), "txt")
    assert sources(script) == [TITLE, LEAD, *BODY]
    assert article.published is not None
    assert article.published.date().isoformat() == "2025-03-02"
    assert {left.text for left in script.left_out} >= {
        SLOTS[number], TEASERS[number], *PLAYERS[number],
    }  # fmt: skip


def page(number: int) -> str:
    paragraphs = [f"<p>{text}</p>" for text in BODY]
    slot = f"<div class='station'><b>{SLOTS[number]}</b></div>"
    player = "".join(f"<p>{line}</p>" for line in PLAYERS[number])
    word, _, told = TEASERS[number].partition(" Ferry")
    teaser = f"<p>{word} <a href='/x'>Ferry{told}</a></p>"
    banner = [
        "<section><h3>Sign up to our newsletter</h3><p>The day's stories in your inbox.</p></section>",
        "<div class='promo'><p>Subscribe to the morning briefing, delivered to your inbox.</p></div>",
        "<p>Get our daily newsletter: enter your email address to sign up.</p>",
        "<aside><p>Follow us on Facebook, Instagram and X.</p></aside>",
        "<p><a href='/app'>Download our app from the App Store</a></p>",
    ][number]
    wrap = [
        "<main><article>{}</article></main>",
        "<div id='content'><div class='story'>{}</div></div>",
        "<section role='main'>{}</section>",
        "<article><div class='wrapper'><div class='text'>{}</div></div></article>",
        "<table><tr><td>{}</td></tr></table>" if number == 9 else "<div>{}</div>",
    ][number]
    inner = (
        f"<h1>{TITLE}</h1><time>{DATES[number]}</time><p class='standfirst'>{LEAD}</p>{player}"
        f"<div>{''.join(paragraphs[:3])}{teaser}{''.join(paragraphs[3:])}</div>{banner}"
    )
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    foot = "<footer><p>© Harbour Radio 2025. All rights reserved.</p></footer>"
    return (
        f"<!doctype html><html lang=en-GB><head><title>{TITLE} - Harbour Radio</title></head>"
        f"<body>{nav}{slot}{wrap.format(inner)}{foot}</body></html>"
    )


@pytest.mark.parametrize("number", range(5))
def test_page_variants(number: int) -> None:
    article, script = cast(page(number), "html")
    assert sources(script) == [TITLE, LEAD, *BODY]
    assert article.published is not None
    assert article.published.date().isoformat() == "2025-03-02"


@pytest.mark.parametrize("number", range(5))
def test_selectors_are_in_the_page(number: int) -> None:
    _, script = cast(page(number), "html")
    for utterance in script.utterances:
        if utterance.selector is not None:
            assert utterance.selector.exact in page(number)
            assert utterance.selector.exact == utterance.source


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/markdown", "# {}\n\n{}"),
        ("text/plain", "{}\n\n{}"),
        ("text/html", "<html><body><article><h1>{}</h1><p>{}</p></article></body></html>"),
    ],
)
@pytest.mark.parametrize(
    ("show", "said", "language"),
    [
        ("", ("Маяк", "В 1923 году маяк закрыли."), "ru"),
        ("bg", ("Маяк", "В 1923 году маяк закрыли."), "bg"),
        ("de", ("Leuchtturm", "Leuchtturm 1923 geschlossen."), "de"),
        ("de", ("Lighthouse", "The lighthouse was closed in 1923."), "en"),
    ],
)
def test_what_tells_no_language_is_in_that_of_the_show(
    kind: str, body: str, show: str, said: tuple[str, str], language: str
) -> None:
    document = Document(uri="page", media_type=kind, body=body.format(*said).encode())
    assert extract(document, Reading(words_language=show)).language == language
