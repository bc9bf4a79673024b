"""Signs and addresses in the words of each language."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.words.symbols import say_symbols


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("de", "@bob und #BlackLivesMatter", "at bob und hashtag Black Lives Matter"),
        ("de", "A320 und 5G", "A 320 und 5 G"),
        ("de", "2½", "2½"),
        ("fr", "5 €/kg", "5 € par kg"),
        ("fr", "www.lemonde.fr/eco", "lemonde point fr barre oblique eco"),
        ("fr", "ana@exemple.fr", "ana arobase exemple point fr"),
        ("es", "2½", "2 y medio"),
        ("es", "Él — dijo", "Él, dijo"),
        ("it", "(m²)", "(metro quadrato)"),
    ],
)
def test_example(language: str, written: str, said: str) -> None:
    assert say_symbols(written, language) == said
