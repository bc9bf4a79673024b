"""Whole texts: our rules, then the library."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.normalize import normalize_european


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "Im Jahr 2000", "Im Jahr zweitausend"),
        ("de", "20 €", "zwanzig Euro"),
        ("fr", "Louis XIV", "Louis quatorze"),
        ("fr", "François I", "François premier"),
        ("fr", "Malcolm X", "Malcolm X"),
        ("es", "Isabel II", "Isabel segunda"),
        ("es", "Alfonso XIII", "Alfonso trece"),
        ("it", "5 €", "cinque euro"),
        ("fr", "2½ heures", "deux heures et demie"),
        ("fr", "1½ h", "une heure et demie"),
        ("fr", "une ½ heure", "une demi-heure"),
        ("fr", "3 ½ kilos et 2½ tonnes", "trois kilos et demi et deux tonnes et demie"),
        ("fr", "½ litre", "un demi litre"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert normalize_european(written, language) == said
