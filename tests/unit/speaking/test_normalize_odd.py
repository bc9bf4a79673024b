"""Odd strings: nothing stops the layer, nothing written is lost, nothing takes for ever."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiopress.press.steps.lexicons import load_shipped_lexicon
from audiopress.speaking.acronyms import collect_acronyms
from audiopress.speaking.normalize import normalize_text
from audiopress.speaking.quotes import split_quotes
from audiopress.speaking.unicode_forms import replace_unicode_forms
from tests.corpus.sentences import clauses, sentences

LANGUAGES = ("en-GB", "en-US", "de", "fr", "es", "it", "pl")
WORDS = {language: load_shipped_lexicon().select_words(language) for language in LANGUAGES}
ODD = [
    "£",
    "$",
    "€",
    "%",
    "‰",
    "°",
    "°C",
    "½",
    "²",
    "⁻¹",
    "×",
    "÷",
    "±",
    "≤",
    "√",
    "∞",
    "→",
    "…",
    "--",
    "|",
    "#",
    "@",
    "&",
    "*",
    "^",
    "_",
    "~",
    "+",
    "=",
    "<",
    ">",
    "(",
    ")",
    "[",
    "]",
    "'",
    "’",
    "“",
    "”",
    "„",
    "«",
    "»",
    ",",
    ".",
    ";",
    "1",
    "0",
    "00",
    "007",
    "13",
    "99",
    "1,000",
    "1.000",
    "10\u202f000",
    "1,2,3",
    "99999999999999999999999",
    "1e10",
    "0x1F",
    "3.14",
    "3,14",
    ".5",
    "1/2",
    "9/11",
    "1066",
    "1999-2005",
    "2023/24",
    "31/12/2024",
    "99/99/9999",
    "2024-12-31",
    "12:30",
    "25:61",
    "7.30pm",
    "a.m.",
    "Mon",
    "Sept.",
    "32nd",
    "1th",
    "II",
    "XIV",
    "IIII",
    "kg",
    "km/h",
    "m",
    "bn",
    "m²",
    "5'10\"",
    "Dr.",
    "St.",
    "No.",
    "vs.",
    "e.g.",
    "U.S.",
    "Ph.D.",
    "IMF",
    "MPs",
    "A",
    "I",
    "https://",
    "www.",
    "bbc.co.uk",
    "http://a.b/c?d=e",
    "x@y.com",
    "@bob",
    "#Tag",
    "#123",
    "Зел",
    "北京",
    "ﬁ",
    "ａ１",
    "Ⅷ",
    "①",
    "١٢",
    "१२",
    "𝟙",
    "👍",
    "1️⃣",
    "\u200b",
    "\xad",
    "\ufeff",
    "́",
    "\x07",
    "\ue001",
    "\U000f0001",
    "Straße",
    "and",
    "won",
    "MH370",
    "(R-Texas)",
    "401(k)",
    "-5C",
    "CO2",
    "GMT+2",
    "Q3",
    "1H24",
    "5G",
    "£½m",
    "£1.5bn-£2bn",
    "1,50",
    "n°",
    "§",
    "z.B.",
    "MM.",
    "siglo",
    "XIXe",
    "Uhr",
    "h",
]
pieces = st.lists(
    st.tuples(st.sampled_from(ODD), st.sampled_from(["", " ", "\u00a0", "\n"])), max_size=10
)
odd = pieces.map(lambda found: "".join(word + gap for word, gap in found))


@given(odd | st.text(max_size=40), st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_whatever_is_written_something_is_said(text: str, language: str) -> None:
    said = normalize_text(text, language, WORDS[language]).text
    if any(map(str.isalnum, replace_unicode_forms(text))):
        assert any(map(str.isalnum, said))
    if language.startswith("en"):
        assert not any(char.isdecimal() for char in said)
    assert said == normalize_text(text, language, WORDS[language]).text


@given(odd)
def test_cutting_loses_nothing(text: str) -> None:
    letters = "".join(text.split())
    assert "".join("".join(sentences(text)).split()) == letters
    assert "".join("".join(part.text for part in split_quotes(text)[0]).split()) == letters
    assert "".join("".join(clauses(text, 30)).split()) == letters


@pytest.mark.parametrize(
    ("language", "length"), [("en-GB", 20_000), ("de", 4_000), ("fr", 4_000), ("es", 4_000)]
)
@pytest.mark.parametrize("unit", ["a", "1", " ", "1.", "…", "A.", "7am-", "IMF "])
def test_long_repeats_come_to_an_end(unit: str, language: str, length: int) -> None:
    """Rules that look again from every place would take minutes here."""
    line = (unit * length)[:length]
    assert normalize_text(line, language, WORDS[language]).text.strip() or not line.strip()
    assert collect_acronyms([line]).entries == ()
    assert "".join("".join(clauses(line, 30)).split()) == "".join(line.split())
