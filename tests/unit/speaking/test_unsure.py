"""No figure stands beside a sign that nobody understood without being listed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiopress.speaking.normalize import normalize_text
from tests.corpus.forms import rows

FIGURES = ("5", "12", "007", "1,600", "2.5", "1.000", "3,14", "2024", "10.11.12", "99999", "½")
SIGNS = (
    "", "", " ", "/", ".", ",", ":", "°", "µ", "£", "$", "€", "₴", "¥", "zł", "kr", "%", "‰", "#",
    "@", "&", "*", "+", "-", "−", "–", "±", "×", "÷", "=", "<", ">", "≤", "≈", "~", "^", "_", "|",
    "\\", "√", "π", "²", "⁻¹", "→", "§", "№", "(", ")", "'", "″", "…", "µg/m³", "p/kWh", "°N",
)  # fmt: skip
WORDS = ("of", "Kelly", "km", "m/s", "x", "ref.", "case", "v", "in", "Group", "C", "per", "the")
LANGUAGES = ("en-GB", "en-US", "de", "fr", "es", "it", "pl", "ru")
NUMBER_WORD = (
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|pounds|degrees)\b"
)
UNSAID = re.compile(
    rf"{NUMBER_WORD}[.:,/°µ_^\\|][^\W_]|[^\W_][.:,/°µ_^\\|]{NUMBER_WORD}"
    rf"|{NUMBER_WORD}\s?[°µ£$€¥₴^_\\~*]|[°µ£$€¥₴^_\\~*]\s?{NUMBER_WORD}|\d",
    re.IGNORECASE,
)
"""Matches what a listener would hear as rubbish, told by what is said alone."""

mixed = st.lists(
    st.tuples(st.sampled_from(FIGURES) | st.sampled_from(WORDS), st.sampled_from(SIGNS)),
    min_size=1,
    max_size=5,
).map(lambda pairs: "".join(figure + sign for figure, sign in pairs))


@given(mixed)
@settings(max_examples=400)
def test_no_figure_beside_a_sign_is_said_without_being_listed(text: str) -> None:
    for language in ("en-GB", "en-US"):
        found = normalize_text(text, language)
        if UNSAID.search(found.text):
            assert found.unsure, (text, found.text)


@given(mixed, st.sampled_from(LANGUAGES[2:]))
@settings(max_examples=400)
def test_other_languages_list_the_figures_they_leave_beside_signs(text: str, language: str) -> None:
    found = normalize_text(text, language)
    if re.search(r"\d[µ°£$€¥₴^_\\~*=/±≤≈|]|[µ°£$€¥₴^_\\~*=/±≤≈|]\d", found.text):
        assert found.unsure, (text, found.text)


SAID_ALONE = "±≤≥≈√^=~‰∞×÷+−§#№°%£$€¥π<>"
"""Signs that must be heard beside a figure."""


@pytest.mark.parametrize("language", LANGUAGES[:6])
@pytest.mark.parametrize("sign", SAID_ALONE)
@pytest.mark.parametrize("pattern", ["it is {}5 now", "it is {} 5 now", "x {} 5 now", "3 {} 5 now"])
def test_no_sign_is_dropped_in_silence(pattern: str, sign: str, language: str) -> None:
    """With the sign something else is said than without it, or the sign is listed."""
    found = normalize_text(pattern.format(sign), language)
    without = normalize_text(" ".join(pattern.format("").split()), language)
    assert found.text != without.text or found.unsure


@pytest.mark.parametrize("row", [row[2] for row in rows("en")])
def test_what_the_tables_have_is_understood(row: str) -> None:
    found = normalize_text(row, "en-GB")
    if UNSAID.search(found.text):
        assert found.unsure, found.text


@pytest.mark.parametrize(
    ("written", "unsure"),
    [
        ("It held 35.2xg/m5 of it.", ("35.2xg/m5",)),
        ("It is 5,3 and 12:30:45:10.", ("5,3", "12:30:45:10")),
        ("In §5 of 5° and £5 the 30-year plan of 1,600 (in 2024).", ()),
        ("Of 3.4.5.6.7 and 5|4.", ("3.4.5.6.7", "5|4")),
        ("A 43-year-old, B2B, 5's and 3–2 won; “5” of (5).", ()),
    ],
)
def test_what_is_listed_is_what_was_written(written: str, unsure: tuple[str, ...]) -> None:
    assert normalize_text(written, "en-GB").unsure == unsure


def test_a_language_without_rules_lists_signs_and_no_figures() -> None:
    assert normalize_text("W 2024 roku o 12:30 było 1.000,5.", "pl").unsure == ()
    assert normalize_text("Było 12/3 i 5% tego.", "pl").unsure == ("12/3", "5%")
    assert normalize_text("2024年、5。", "ja").unsure == ()


@pytest.mark.parametrize(
    ("language", "written", "unsure"),
    [
        ("en", "on 03/12/2026 it", ("03/12/2026 (said as March twelfth twenty twenty six)",)),
        ("en-US", "on 3-4-26 it", ("3-4-26 (said as March fourth twenty twenty six)",)),
        # no month is the 13th; both are the same; full stops
        ("en-GB", "on 4/3/26 it", ("4/3/26 (said as the fourth of March twenty twenty six)",)),
        ("en", "on 13/12/2026, 12/13/2026, 5/5/2026 and 03.12.2026 it", ()),
    ],
)
def test_a_date_that_could_be_two_says_which_was_taken(
    language: str, written: str, unsure: tuple[str, ...]
) -> None:
    assert normalize_text(written, language).unsure == unsure


@pytest.mark.parametrize(
    ("language", "text", "doubted"),
    [
        (
            "en-GB",
            "It opens on 3/4/2026.",
            ["3/4/2026 (said as the third of April twenty twenty six)"],
        ),
        ("en-US", "It opens on 3/4/2026.", ["3/4/2026 (said as March fourth twenty twenty six)"]),
        (
            "en-GB",
            "From 3-4-2026 to 4-3-2026.",
            [
                "3-4-2026 (said as the third of April twenty twenty six)",
                "4-3-2026 (said as the fourth of March twenty twenty six)",
            ],
        ),
        # the same day in either order, or one that has one order only
        ("en-GB", "It opens on 4/4/2026, 14/4/2026.", []),
        ("en-US", "It opens on 4/14/2026.", []),
        # written like its neighbour
        ("en-GB", "It was shut from 28/3/2026 to 3/4/2026.", []),
        ("en-US", "It was shut from 3/28/2026 to 4/3/2026.", []),
        # full stops count days first everywhere
        ("en-US", "It opens on 3.4.2026.", []),
    ],
)
def test_a_date_that_could_be_two_is_listed_with_the_one_that_is_said(
    language: str, text: str, doubted: list[str]
) -> None:
    assert list(normalize_text(text, language).unsure) == doubted


@pytest.mark.parametrize(
    ("text", "said", "doubted"),
    [
        (
            "53m of the pier was lost. It was 35m.",
            "fifty three meters of the pier was lost. It was thirty five meters.",
            [],
        ),
        ("It was 35m.", "It was thirty five meters.", ["35m (said as thirty five meters)"]),
        ("12m of the cliff path fell.", "twelve meters of the cliff path fell.", []),
        ("250m of the sea wall", "two hundred and fifty meters of the sea wall", []),
        ("18m of the murky water", "eighteen meters of the murky water", []),
        ("2.5m of drying room", "two point five meters of drying room", ["2.5m"]),
        ("The wall, 12m of which fell", "The wall, twelve meters of which fell", []),
        ("5m of the sea wall collapses", "five meters of the sea wall collapses", []),
        ("He swam 400m in 22m.", None, ["22m"]),
        ("The firm has 12m.", None, ["12m"]),
        # people, and what they pay
        ("It sold 2m of the consoles.", "It sold two million of the consoles.", []),
        ("2m of the road users", "two million of the road users", []),
        ("4m of the pier fund", "four million of the pier fund", []),
        ("The pier cost 12m to mend.", "The pier cost twelve million to mend.", []),
        ("2m of those who voted", "two million of those who voted", []),
        ("It received 12m from the EU.", "It received twelve million from the EU.", []),
    ],
)
def test_meters_are_told_from_millions_by_what_they_are_of_or_are_listed(
    text: str, said: str | None, doubted: list[str]
) -> None:
    spoken = normalize_text(text, "en-GB")
    assert said is None or spoken.text == said
    assert len(spoken.unsure) == len(doubted)
    assert all(map(str.startswith, spoken.unsure, doubted))
