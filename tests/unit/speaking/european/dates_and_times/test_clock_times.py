"""Times of day, and figures that are none."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.dates_and_times.clock_times import say_clock_times


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "0.30 Uhr, 14:00 Uhr, 1 Uhr", "null Uhr dreißig, vierzehn Uhr, ein Uhr"),
        ("de", "Das kostet 9.30", "Das kostet 9.30"),
        ("fr", "8h05, 0h30, 12:30", "huit heures cinq, zéro heure trente, douze heures trente"),
        ("es", "9:30, 13:30, las 8.05", "nueve y media, trece treinta, las ocho cero cinco"),
        ("it", "alle 8:00, ore 20.45", "alle otto, ore venti e quarantacinque"),
        ("pt", "00h20, 18:05", "zero hora e vinte, dezoito horas e cinco"),
        ("nl", "8.05 uur, om 20.15", "acht uur vijf, om twintig uur vijftien"),
        ("fr", "2:19:12", "deux heures dix-neuf minutes douze secondes"),
        ("it", "25:61", "25:61"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert say_clock_times(written, language) == said
