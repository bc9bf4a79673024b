"""Fractions, ranges, versions and whatever else is left."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.numbers.figures import say_figures, write_ranges


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "3/4, 1/3, 7/20", "drei Viertel, ein Drittel, sieben Zwanzigstel"),
        ("fr", "1/2, 3/4, 5/8", "un demi, trois quarts, cinq huitièmes"),
        ("es", "2/3, 7/12", "dos tercios, siete doceavos"),
        ("it", "3/5", "tre quinti"),
        ("pt", "1/3, 3/10, 5/12", "um terço, três décimos, cinco doze avos"),
        ("nl", "2/3, 3/4", "twee derde, drie kwart"),
        ("de", "24/7, 2023/24", "vierundzwanzig sieben, zweitausenddreiundzwanzig vierundzwanzig"),
        ("de", "12/345", "zwölf Schrägstrich dreihundertfünfundvierzig"),
        ("de", "15-jährige, 3fach, 80er-Jahre", "fünfzehnjährige, dreifach, achtziger Jahre"),
        ("de", "1.2.3, 5a, H2O", "eins Punkt zwei Punkt drei, fünf a, H zwei O"),
    ],
)  # fmt: skip
def test_example(language: str, written: str, said: str) -> None:
    assert say_figures(written, language) == said


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "10-15, 1914–1918", "10 bis 15, 1914 bis 1918"),
        ("fr", "-5, +3, 2 + 3", "moins 5, plus 3, 2 plus 3"),
        ("it", "2-1, 1915-1918", "2 1, 1915 al 1918"),
        ("nl", "10-15, 3-1", "10 tot 15, 3 1"),
        ("es", "4-4-2, 978-3-16", "4 4 2, 978 3 16"),
        ("de", "A-6, Covid-19", "A-6, Covid-19"),
    ],
)
def test_ranges(language: str, written: str, said: str) -> None:
    assert write_ranges(written, language) == said
