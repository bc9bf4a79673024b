"""Titles that are written small in front of a name."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.abbreviations import say_abbreviations


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("pt", "o prof. Carlos", "o professor Carlos"),
        ("pt", "a dra. Rita, na av. Paulista", "a doutora Rita, na avenida Paulista"),
        ("pt", "no cap. IV", "no cap. IV"),
        ("es", "el dr. Pérez y la sra. Paz", "el doctor Pérez y la señora Paz"),
        ("es", "el lic. Soto", "el licenciado Soto"),
        ("it", "il gen. Rossi", "il generale Rossi"),
        ("fr", "le dr Martin, le prof. Luc", "le docteur Martin, le professeur Luc"),
        ("fr", "mme Dupont", "madame Dupont"),
        ("de", "der prof. Meier", "der Professor Meier"),
        ("es", "un viaje en col. y av.", "un viaje en col. y av."),
    ],
)
def test_small_titles(language: str, written: str, said: str) -> None:
    assert say_abbreviations(written, language) == said
