# ruff: noqa: E501 - written as pages write it
"""What a stranger found on real pages: headings, buttons, tables, repetition, variety."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.errors import ConfigError
from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.speaking.english.normalize import normalize_english
from audiopress.speaking.lexicon import add_word
from audiopress.speaking.opening import write_opening
from audiopress.text.language import guess_english_variety

HEAD = "Council keeps the old library open for another year"
STORY = [
    "The council voted on Tuesday night to keep the old library open until the end of next year.",
    "Residents had collected more than four thousand signatures against the plan to sell the building.",
    "The mayor said that the money for the roof would have to be found in the budget for the schools.",
    "A decision on the future of the building is expected after the summer, the council said in a statement.",
]


def read(inside: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What is said of a story with ``inside`` in its middle, and what is left out and why."""
    first, second, *rest = (f"<p>{text}</p>" for text in STORY)
    html = f"<html lang=en><head><title>{HEAD}</title></head><body><main><h1>{HEAD}</h1><div class=text>{first}{second}{inside}{''.join(rest)}</div></main></body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [block.text for block in article.blocks], [(out.text, out.reason) for out in left_out]


def test_an_id_that_is_the_slug_of_a_heading_says_nothing_of_it() -> None:
    said, _ = read(
        "<h2 id=what-social-media-does-to-sleep>What social media does to sleep</h2>"
        "<p>Nobody in the town had expected the debate to last for so many months.</p>"
    )
    assert "What social media does to sleep" in said


@pytest.mark.parametrize(
    "icon", ["<button></button>", "<button><svg></svg></button>", "<svg></svg>"]
)
def test_an_icon_in_a_paragraph_does_not_cut_it(icon: str) -> None:
    text = "The oldest books in the library were printed by a monk who lived beside the river."
    said, _ = read(f"<p>{text.replace('monk who', f'monk<span>{icon}</span> who')}</p>")
    assert text in said


@pytest.mark.parametrize(
    "question",
    [
        "<h3><button>When will the roof be mended?</button></h3>",
        "<div class=item><button aria-expanded=false>When will the roof be mended?</button></div>",
    ],
)
def test_a_question_on_a_button_is_read(question: str) -> None:
    said, _ = read(
        f"{question}<p>The council hopes to have the roof mended before the first snow falls.</p>"
    )
    assert "When will the roof be mended?" in said


def test_a_button_that_does_something_is_not_read() -> None:
    said, _ = read("<p><button>Show all the photos</button></p>")
    assert "Show all the photos" not in said


def test_a_table_is_one_line_of_what_was_left_out() -> None:
    cells = "".join(f"<tr><td>Year {n}</td><td>{n}</td></tr>" for n in range(30))
    _, out = read(f"<table>{cells}</table>")
    assert [reason for _, reason in out] == ["table"]
    assert out[0][0].endswith("(60 cells)")
    assert out[0][0].startswith("Year 0")


def test_a_heading_that_calls_is_kept_over_its_section() -> None:
    under = (
        "A letter from somebody who lives in the area counts for more than a thousand signatures."
    )
    said, _ = read(f"<h3>Email your representative</h3><p>{under}</p>")
    assert "Email your representative" in said


def test_what_stands_in_a_figure_has_its_own_reason() -> None:
    _, out = read(
        "<figure><a href=#x>skip past newsletter promotion</a></figure><figure><p>Advertisement</p></figure>"
    )
    assert dict(out) == {"skip past newsletter promotion": "skip-link", "Advertisement": "advert"}


def test_a_sentence_of_the_story_is_not_said_twice() -> None:
    _, out = read("<p>the money for the roof would have to be found in the budget</p>")
    assert out == [("the money for the roof would have to be found in the budget", "repeated")]


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US", "en-us", "en-AU"])
def test_dates_and_numbers_are_of_one_variety(language: str) -> None:
    article = Article(
        uri="a", title="A", blocks=(), language=language,
        published=datetime(2024, 4, 3, tzinfo=UTC),
    )  # fmt: skip
    american = write_opening(article, Reading()) == "Wednesday, April 3, 2024."
    assert ("hundred forty" in normalize_english("140 people", language)) is american


def test_dates_tell_the_variety() -> None:
    assert guess_english_variety("It opened on 5 May and closed on 7 June 2021.") == "en-GB"
    assert guess_english_variety("It opened on May 5 and closed on June 7, 2021.") == "en-US"


@pytest.mark.parametrize("say", ["[[", "[[abc", "abc]]", "[[]]", "[[ ]]"])
def test_a_broken_phoneme_is_refused(say: str) -> None:
    with pytest.raises(ConfigError) as caught:
        add_word(b"", "KCNA", say)
    assert "[[" in caught.value.hint
