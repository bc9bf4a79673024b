"""Dutch numerals, and numbers that are a word with what follows."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.dutch import say_dutch


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Lodewijk XIV", "Lodewijk de veertiende"),
        ("WO II, hoofdstuk IV", "WO 2, hoofdstuk 4"),
        ("15jarige, 3daagse", "vijftienjarige, driedaagse"),
        ("de 80'ers", "de tachtigers"),
        ("Malcolm X", "Malcolm X"),
        ("Willem II speelt", "Willem 2 speelt"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_dutch(written) == said
