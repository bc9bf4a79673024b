"""Roman numerals: which are correctly written, and what they are worth."""

from __future__ import annotations

import re

import pytest

from audiopress.speaking.roman_numerals import ROMAN_NUMERAL, roman_value


@pytest.mark.parametrize(
    ("numeral", "value"), [("I", 1), ("XIV", 14), ("XLVIII", 48), ("MCMLXXXIV", 1984)]
)
def test_a_numeral_is_worth_its_letters(numeral: str, value: int) -> None:
    assert re.fullmatch(ROMAN_NUMERAL, numeral)
    assert roman_value(numeral) == value


@pytest.mark.parametrize("text", ["XIXa", "a XIXa b", "IVb", "Dx"])
def test_a_numeral_is_never_nothing(text: str) -> None:
    assert not re.search(rf"\b{ROMAN_NUMERAL}\b", text)


@pytest.mark.parametrize("text", ["IIII", "IC", "D", "", "ivx"])
def test_what_nobody_writes_is_no_numeral(text: str) -> None:
    assert not re.fullmatch(ROMAN_NUMERAL, text)
