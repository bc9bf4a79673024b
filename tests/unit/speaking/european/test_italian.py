"""Italian numerals and the forms of one."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.italian import say_italian


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("XX secolo, secolo XIX", "ventesimo secolo, secolo diciannovesimo"),
        ("Leone XIV, Elisabetta II", "Leone quattordicesimo, Elisabetta seconda"),
        ("la II guerra, V edizione", "la seconda guerra, quinta edizione"),
        ("capitolo IV, Malcolm X", "capitolo quarto, Malcolm X"),
        ("1 ora, 1 studente, 21 ore", "un'ora, uno studente, 21 ore"),
        ("I come Imola", "I come Imola"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_italian(written) == said
