"""Random sentences of the words of `tests/corpus/data/en.txt`: every figure becomes a word."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.speaking.english.normalize import SPOKEN_FORMS, normalize_english
from audiopress.speaking.english.spoken_form import Variety
from audiopress.speaking.normalize import normalize_text

TABLE = Path(__file__).parents[3] / "corpus" / "data" / "en.txt"
ROWS = [line.split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line[:1] != "#"]
TOKENS = sorted({token for row in ROWS for token in row[2].split()})
VARIETY = Variety(british=True, day_first=True)


def sentences(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [
        chance.choice((" ", " ", " ", "")).join(chance.choices(TOKENS, k=chance.randint(2, 7)))
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "seed"), [(1_000, 1), pytest.param(20_000, 2, marks=pytest.mark.campaign)]
)
@pytest.mark.parametrize("language", ["en-GB", "en-US"])
def test_no_figure_is_left(count: int, seed: int, language: str) -> None:
    for text in sentences(count, seed):
        said = normalize_text(text, language).text
        assert not any(map(str.isdecimal, said)), text
        assert said == normalize_text(text, language).text


def test_what_is_said_is_said_the_same_again() -> None:
    """No promise for all (a "BA" of the article is spelled once it stands free), but nearly all."""
    lines = sentences(1_000, 3)
    said = [normalize_text(text, "en-GB").text for text in lines]
    assert sum(text == normalize_text(text, "en-GB").text for text in said) >= 0.97 * len(lines)


def test_a_text_without_what_a_rule_needs_would_not_be_changed_by_it() -> None:
    lines = [row[2] for row in ROWS] + [
        written for form in SPOKEN_FORMS for written, _ in form.examples
    ]
    for form in filter(lambda form: form.needs, SPOKEN_FORMS):
        always = replace(form, needs="")
        for line in lines:
            assert form.apply(line, VARIETY) == always.apply(line, VARIETY), form.name


PIECES = ("£1", "06:00 ", "(1)", "Jan. ", '5" ', "3-2 ", "the £5 ", "a 5m ", "call on ", "0800 ")


@pytest.mark.parametrize("unit", PIECES)
def test_a_page_of_one_piece_comes_to_an_end(unit: str) -> None:
    """A rule that looks at the whole page from every piece would take minutes here."""
    assert normalize_english((unit * 20_000)[:20_000], "en-GB")


@given(st.text(alphabet="abc 0123456789£$%.,-–/:'()#@&½°m", max_size=40))
def test_nothing_written_stops_the_rules_and_no_figure_is_left(text: str) -> None:
    said = normalize_english(text, "en-GB")
    assert not any(char.isdigit() for char in said)


@given(st.text(max_size=60))
def test_the_rules_are_deterministic(text: str) -> None:
    assert normalize_english(text, "en-US") == normalize_english(text, "en-US")
