"""Dates in figures get the name of their month."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.dates_and_times.dates import write_dates


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "2024-07-14, am 24.12., 3.5.24", "14. Juli 2024, am 24. Dezember, 3. Mai 24"),
        ("de", "8. Nov., am 3.13.2024", "8. November, am 3.13.2024"),
        ("fr", "24/12/2023, le 14/07, 1 mai", "24 décembre 2023, le 14 juillet, premier mai"),
        ("fr", "31 mai, 24/7, 14/07", "31 mai, 24/7, 14/07"),
        ("es", "24-12-2023, el 1 de mayo", "24 de diciembre de 2023, el 1 de mayo"),
        ("it", "1° maggio, 1 gennaio, 11 marzo", "primo maggio, primo gennaio, 11 marzo"),
        ("pt", "1º de maio, em 25/12", "primeiro de maio, em 25 de dezembro"),
        ("nl", "24-12-2023, op 5/6, 3 okt. 2023", "24 december 2023, op 5 juni, 3 oktober 2023"),
        # A month by itself, behind a word or before its year; elsewhere it is a word.
        (
            "de",
            "Im Okt. 2,4, Ende Sept. und im Feb.",
            "Im Oktober 2,4, Ende September und im Februar.",
        ),
        ("de", "Nov. 2025 bis Jan. 2026", "November 2025 bis Januar 2026"),
        ("de", "Es war im Sept. Dann kam er", "Es war im September. Dann kam er"),
        ("de", "Herr Jan. Kam im Nov", "Herr Jan. Kam im Nov"),
        ("fr", "le 1er janv. 2026, fin oct.", "le 1er janvier 2026, fin octobre."),
        ("es", "en ene. 2024, el mar. azul", "en enero de 2024, el mar. azul"),
        ("nl", "jan. 2024, eind okt.", "januari 2024, eind oktober."),
        ("de", "192.168.10.12, 1.2.3", "192.168.10.12, 1.2.3"),
        ("de", "3.1.10. Vom Wasser, 3.1.10.", "3.1.10. Vom Wasser, 3. Januar 10."),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert write_dates(written, language) == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "le 3 nov 2026", "le 3 novembre 2026"),
        ("de", "am 3. Nov 2026", "am 3. November 2026"),
        ("es", "el 3 nov 2026", "el 3 de noviembre de 2026"),
        ("nl", "op 3 nov 2026", "op 3 november 2026"),
        # without a year it may be any word
        ("fr", "le 3 nov dans", "le 3 nov dans"),
        ("pt", "o 2 set 20001", "o 2 set 20001"),
    ],
)
def test_a_year_tells_the_month_before_it(language, text, said):
    assert write_dates(text, language) == said
