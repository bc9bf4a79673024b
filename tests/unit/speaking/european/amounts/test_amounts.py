"""Amounts in words; numbers without a unit stay figures."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.amounts.amounts import say_amounts


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "1 Mio. Leute, 2,5 Mrd. €", "eine Million Leute, zwei Komma fünf Milliarden Euro"),
        ("de", "1,01 € und 5 W", "ein Euro eins und 5 W"),
        ("fr", "0,5 %, 21 t", "zéro virgule cinq pour cent, vingt et une tonnes"),
        ("fr", "1,2 M$, 2 k€", "un virgule deux million de dollars, deux mille euros"),
        ("es", "21 £, 1,01 €", "veintiuna libras, un euro con un céntimo"),
        ("it", "1 £, 20° a 3", "una sterlina, venti gradi a 3"),
        ("pt", "2 t, R$ 0,05", "duas toneladas, cinco centavos"),
        ("nl", "5 GWh, 1 uur", "vijf gigawattuur, 1 uur"),
        ("de", "20 °F, 3 K", "zwanzig Grad Fahrenheit, 3 K"),
    ],
)  # fmt: skip
def test_example(language: str, written: str, said: str) -> None:
    assert " ".join(say_amounts(written, language).split()) == said
