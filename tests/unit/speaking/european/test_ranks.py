"""Ordinals in figures, and figures that are none."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.ranks import say_ranks


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("fr", "1er, 1re, 2e, 3èmes, 2nde", "premier, première, deuxième, troisièmes, seconde"),
        ("fr", "5 de mes amis, 3d", "5 de mes amis, 3d"),
        ("es", "1.er piso, 3.ª, 2º, 11º", "primer piso, tercera, segundo, undécimo"),
        ("es", "20 a 30", "20 a 30"),
        ("it", "2º posto, 3ª, 1° trimestre, 20°", "secondo posto, terza, primo trimestre, 20°"),
        ("pt", "1º, 2.ª, 21º", "primeiro, segunda, vigésimo primeiro"),
        ("nl", "21e, 1ste, 3de, 8e", "eenentwintigste, eerste, derde, achtste"),
        ("de", "die 3. Etage", "die dritte Etage"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert say_ranks(written, language) == said
