"""Units per unit, currencies, powers and signs of mathematics, by the names of CLDR."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.amounts.quantities import say_quantities
from audiopress.speaking.european.normalize import normalize_european
from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "35,2 µg/m³", "35,2 Mikrogramm pro Kubikmeter"),
        ("fr", "1,5 mg/l et 2 W/m²", "1,5 milligramme par litre et 2 watts par mètre carré"),
        ("es", "8 g/l", "8 gramos por litro"),
        ("it", "5 MB/s", "5 megabyte al secondo"),
        ("de", "12 km/h", "12 km/h"),
        ("de", "20 zł und 5 SEK", "20 Polnische Złoty und 5 Schwedische Kronen"),
        ("fr", "1 PLN", "1 zloty polonais"),
        ("it", "₹ 500", "500 rupie indiane"),
        ("de", "5 USD", "5 USD"),
        ("es", "¥500", "¥500"),
        ("de", "10⁹ und 10⁻³", "10 hoch 9 und 10 hoch minus 3"),
        ("fr", "x² et x³", "x au carré et x au cube"),
        ("es", "x^2 - 4ac", "x al cuadrado menos 4 a c"),
        ("it", "a - b", "a - b"),
        ("de", "12 m³", "12 m³"),
        ("de", "± 5, ≥3 und √2", "plus minus 5, mindestens 3 und Wurzel aus 2"),
        ("fr", "y = 3, a=3", "y égale 3, a=3"),
        ("it", "A → B", "A a B"),
        ("de", "22,01°N", "22,01 Grad Nord"),
        ("fr", "48,8° O", "48,8 degrés ouest"),
        ("de", "C# und F#", "C sharp und F sharp"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert " ".join(say_quantities(written, language).split()).replace(" ,", ",") == said


def test_the_library_says_the_numbers() -> None:
    said = normalize_european("Es waren 35,2 µg/m³ bei −5 °C.", "de")
    assert said.startswith("Es waren fünfunddreißig Komma zwei Mikrogramm pro Kubikmeter bei minus")


@pytest.mark.parametrize("language", ["de", "fr", "es", "it"])
def test_what_is_said_is_not_unsure(language: str) -> None:
    written = "35,2 µg/m³, ± 5, x² = 3, 10⁹, 20 zł, A → B, 22,01°N"
    assert normalize_text(written, language).unsure == ()
