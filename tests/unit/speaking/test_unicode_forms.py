"""Characters that mean others, and what goes on without a space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.speaking.normalize import normalize_text
from audiopress.speaking.unicode_forms import break_long_words


@given(st.text(alphabet="ab.1-£ ", max_size=900))
def test_nothing_unbroken_is_longer_than_a_word_can_be(text: str) -> None:
    found = break_long_words(text)
    assert found.replace(" ", "") == "".join(text.split())
    assert max(map(len, found.split()), default=0) <= 120
    assert "  " not in found


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Chapter Ⅷ", "Chapter eight"), ("① first", "one first"), ("20℃", "twenty degrees Celsius"),
        ("5㎏", "five kilograms"), ("№ 5", "number five"), ("H₂SO₄", "H two SO four"),
        ("1\u20112 goals", "one to two goals"), ("¼m", "one quarter m"), ("(Зел)", "(Зел)"),
        ("so\u00adft", "soft"),
    ],
)  # fmt: skip
def test_characters_that_mean_others(written: str, said: str) -> None:
    assert normalize_text(written, "en-GB").text == said
