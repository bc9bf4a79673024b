"""Portuguese numerals: ordinals to the tenth, numbers beyond it."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.portuguese import say_portuguese


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("século XIX, século V", "século dezenove, século quinto"),
        ("dom João VI, Isabel II", "dom João sexto, Isabel segunda"),
        ("Luís XIV", "Luís catorze"),
        ("a II Guerra, o XX congresso", "a Segunda Guerra, o vigésimo congresso"),
        ("Malcolm X, vitamina C", "Malcolm X, vitamina C"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_portuguese(written) == said
