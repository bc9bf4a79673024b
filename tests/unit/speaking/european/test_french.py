"""Ranks in Roman numerals."""

from __future__ import annotations

import pytest

from audiopress.speaking.european.french import say_french


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("XXIe siècle", "21e siècle"),
        ("Ier", "premier"),
        ("Ire", "première"),
        ("XIXe-XXe siècle", "19e et 20e siècle"),
        ("Le Ce De", "Le Ce De"),
    ],
)
def test_example(written: str, said: str) -> None:
    assert say_french(written) == said
