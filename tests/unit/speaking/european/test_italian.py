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
        ("S. Francesco, S. Anna e S. Lucia", "San Francesco, Sant'Anna e Santa Lucia"),
        (
            "S. Stefano, SS. Pietro e Paolo, S. Rossi",
            "Santo Stefano, Santi Pietro e Paolo, S. Rossi",
        ),
        ("I dizionari (I vecchi), «I ragazzi»", "I dizionari (I vecchi), «I ragazzi»"),
        ("Ma I film e I bar", "Ma I film e I bar"),
        ("X annuncia, su X tutti", "X annuncia, su X tutti"),
        (
            "Il I secolo, la I guerra, I edizione",
            "Il primo secolo, la prima guerra, prima edizione",
        ),
        ("il V posto, nel I turno", "il quinto posto, nel primo turno"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_italian(written) == said
