"""num2words: its faults that are mended, its bound, and that a text asks it little."""

from __future__ import annotations

import pytest
from num2words import CONVERTER_CLASSES

from audiopress.speaking.european import LANGUAGES
from audiopress.speaking.european.numbers.numerals import (
    say_cardinal,
    say_hundreds,
    say_ordinal,
    spell_figures,
)
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "figures", "gender", "said"),
    [
        ("de", "1", "f", "eine"),
        ("de", "101", "", "hunderteins"),
        ("de", "1102", "", "tausendhundertzwei"),
        ("fr", "80000", "", "quatre-vingt mille"),
        ("fr", "21", "f", "vingt et une"),
        ("es", "21000", "", "veintiún mil"),
        ("es", "31000000", "", "treinta y un millones"),
        ("es", "21", "m", "veintiún"),
        ("es", "321", "f", "trescientas veintiuna"),
        ("it", "1918", "", "millenovecentodiciotto"),
        ("it", "33", "", "trentatré"),
        ("it", "2500000", "", "due milioni cinquecentomila"),
        ("pt", "12345", "", "doze mil trezentos e quarenta e cinco"),
        ("pt", "202", "f", "duzentas e duas"),
        ("nl", "1", "", "één"),
        ("nl", "1001", "", "duizendeen"),
        ("de", "007", "", "null null sieben"),
    ],
)
def test_cardinals(language: str, figures: str, gender: str, said: str) -> None:
    assert say_cardinal(figures, language, gender) == said


@pytest.mark.parametrize(
    ("language", "number", "feminine", "said"),
    [
        ("fr", 80, False, "quatre-vingtième"),
        ("fr", 200, False, "deux centième"),
        ("fr", 1, True, "première"),
        ("fr", 1000000, False, "millionième"),
        ("it", 118, False, "centodiciottesimo"),
        ("es", 3, True, "tercera"),
        ("pt", 21, True, "vigésima primeira"),
        ("nl", 8, False, "achtste"),
        ("de", 100, False, "hundertste"),
    ],
)
def test_ordinals(language: str, number: int, feminine: bool, said: str) -> None:
    assert say_ordinal(number, language, feminine=feminine) == said


def test_years_in_hundreds() -> None:
    assert say_hundreds(1900, "de") == "neunzehnhundert"
    assert say_hundreds(1944, "nl") == "negentienhonderdvierenveertig"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_of_a_thousand_figures_is_said_figure_by_figure(language: str) -> None:
    assert say_cardinal("7" * 1000, language) == spell_figures("7" * 1000, language)
    said = normalize_text("7" * 1000, language).text
    assert said.replace(",", "").split() == [spell_figures("7", language)] * 1000


KINDS = ("7001 ", "7002,7002,", "7003.7003.", "7004/7004/", "7005½", "€7006 ", "7007-", "+7008 ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_library_is_asked_for_each_number_once(
    language: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What costs most is the library's own work: however long a row, it is asked for few."""
    asked: list[int] = []
    converter = CONVERTER_CLASSES["pt_BR" if language == "pt" else language]
    to_cardinal = converter.to_cardinal

    def count(number: int) -> str:
        asked.append(number)
        return to_cardinal(number)

    monkeypatch.setattr(converter, "to_cardinal", count)
    assert normalize_text((kind * 20_000)[:20_000], language).text
    assert 0 < len(asked) <= 100
