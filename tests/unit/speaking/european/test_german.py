"""Dates, scores and numerals as the library of numbers says them."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.german import say_german


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("am 3.5.2024", "am 3. Mai 2024"),
        ("am 3.13.2024", "am 3.13.2024"),
        ("Version 1.2.3", "Version 1.2.3"),
        ("am Montag, 3. Mai", "am Montag, dem 3. Mai"),
        ("am Freitag 3. Mai", "am Freitag, dem 3. Mai"),
        ("bis Montag, 3.5., und", "bis Montag, dem 3.5., und"),
        ("Freitag, 3.5.", "Freitag, der 3.5."),
        ("in 2:59:40", "in 2 Stunden 59 Minuten 40 Sekunden"),
        ("das 3:2", "das 3 zu 2"),
        ("um 20:15 Uhr", "um 20:15 Uhr"),
        ("1 Stunde und 1 Meter", "eine Stunde und ein Meter"),
        ("König Ludwig II.", "König Ludwig der zweite."),
        ("Elisabeth II. kam", "Elisabeth die zweite kam"),
        ("Das war Queen Elisabeth II.", "Das war Queen Elisabeth die zweite."),
        (
            "Sie ist Königin Margrethe II. Er auch.",
            "Sie ist Königin Margrethe die zweite. Er auch.",
        ),
        (
            "Prinzessin Anna III. und Kaiserin Maria I. kamen",
            "Prinzessin Anna die dritte und Kaiserin Maria die erste kamen",
        ),
        ("Papst Leo X. und Karl M. (44)", "Papst Leo der zehnte und Karl M. (44)"),
        (
            "Franz X. Gruber und der C. Weber, die M. Lange",
            "Franz X. Gruber und der C. Weber, die M. Lange",
        ),
        ("die Zeit Ludwigs XIV. war", "die Zeit Ludwigs des vierzehnten war"),
        ("der Sohn Elisabeths II.", "der Sohn Elisabeths der zweiten."),
        ("der I. Weltkrieg", "der 1. Weltkrieg"),
        ("im XIX. Jahrhundert", "im 19. Jahrhundert"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_german(written) == said
