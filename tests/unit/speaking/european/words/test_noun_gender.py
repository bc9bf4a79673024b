"""The gender of a noun behind a number."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.noun_gender import find_gender


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("de", "1 Stunde", "f"),
        ("de", "1 Euro", "m"),
        ("de", "1 Einleitung", "f"),
        ("de", "1 und", ""),
        ("fr", "1 femme", "f"),
        ("fr", "1 invité", "m"),
        ("es", "1 mujer", "f"),
        ("es", "1 problema", "m"),
        ("es", "1 de mayo", ""),
        ("es", "las 1", "f"),
        ("it", "1 tema", "m"),
        ("it", "1 volta", "f"),
        ("pt", "1 mil casas", "f"),
        ("pt", "1 mil", "m"),
        ("pt", "1 viagem", "f"),
        ("nl", "1 vrouw", ""),
    ],
)
def test_example(language: str, text: str, gender: str) -> None:
    assert find_gender(text, text.index("1") + 1, language) == gender
