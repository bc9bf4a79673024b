"""Numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.speaking.english.numbers.number_words import say_cardinal, say_ordinal, say_year


@given(st.integers(0, 10**18 - 1))
def test_every_number_has_words(number: int) -> None:
    words = say_cardinal(number)
    assert words
    assert not any(char.isdigit() for char in words)
    assert say_cardinal(number, british=True).replace(" and ", " ") == words
    assert say_ordinal(number).split()[:-1] == words.split()[:-1]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1900, "nineteen hundred"), (1905, "nineteen oh five"), (2000, "two thousand"),
     (2008, "two thousand eight"), (2024, "twenty twenty four"), (1066, "ten sixty six")],
)  # fmt: skip
def test_years(number: int, words: str) -> None:
    assert say_year(number) == words
