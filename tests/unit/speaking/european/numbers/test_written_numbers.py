"""How numbers are written, and when one is one."""

from __future__ import annotations

import re

import pytest

from audiopress.speaking.european.numbers.written_numbers import NUMBER, is_one, say_number


@pytest.mark.parametrize(
    "written", ["1.600", "1 600", "1'600", "1,600,000", "1600", "2,5", "1.600,25"]
)
def test_a_number_is_found_whole(written: str) -> None:
    assert re.fullmatch(NUMBER, written)


@pytest.mark.parametrize("written", ["1.60", "1 60", "16.00.0", "1,2,3"])
def test_what_is_none_is_not(written: str) -> None:
    assert not re.fullmatch(NUMBER, written)


def test_commas_that_make_no_number_are_said_part_by_part() -> None:
    assert say_number("3,143,14", "de") == "drei, hundertdreiundvierzig, vierzehn"
    assert say_number("3,143", "de") == "drei Komma eins vier drei"


def test_decimals() -> None:
    assert say_number("0,25", "de") == "null Komma zwei fünf"
    assert say_number("0,25", "fr") == "zéro virgule vingt-cinq"
    assert say_number("0,05", "fr") == "zéro virgule zéro cinq"
    assert say_number("3,14159", "it") == "tre virgola uno quattro uno cinque nove"


def test_years_and_amounts() -> None:
    assert say_number("1990", "de") == "neunzehnhundertneunzig"
    assert say_number("1.990", "de") == "tausendneunhundertneunzig"
    assert say_number("1990", "de", amount=True) == "tausendneunhundertneunzig"
    assert say_number("2024", "de") == "zweitausendvierundzwanzig"


def test_what_is_below_two_is_one_in_french() -> None:
    assert is_one("1,5", "fr")
    assert not is_one("1,5", "de")
    assert is_one("1", "de")
    assert not is_one("15", "fr")
