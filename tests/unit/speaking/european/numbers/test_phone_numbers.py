"""Numbers of telephones, and what looks like one."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.numbers.phone_numbers import say_phone_numbers


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "030 123456", "null drei null, eins zwei drei vier fünf sechs"),
        ("de", "+49 (0)30 123", "plus vier neun, drei null, eins zwei drei"),
        ("fr", "01 23 45 67 11", "zéro un, vingt-trois, quarante-cinq, soixante-sept, onze"),
        ("fr", "01.23.45.67.11", "zéro un, vingt-trois, quarante-cinq, soixante-sept, onze"),
        ("es", "900 123 456", "nueve cero cero, uno dos tres, cuatro cinco seis"),
        ("es", "900 123 456 euros", "900 123 456 euros"),
        ("fr", "1 000 000", "1 000 000"),
        ("de", "0 12", "0 12"),
        ("pt", "912 345 678", "nove um dois, três quatro cinco, seis sete oito"),
        ("nl", "telefoon 112233", "telefoon één één twee twee drie drie"),
    ],
)  # fmt: skip
def test_example(language: str, written: str, said: str) -> None:
    assert say_phone_numbers(written, language) == said
