"""Words that no ear can tell from each other."""

from __future__ import annotations

import pytest

from audiopress.check.words.same_sound import sound_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("quay", "key"), ("sails", "sales"), ("wait", "weight"), ("in aisle", "in isle")],
)
def test_they_are_alike_in_english(one: str, other: str) -> None:
    assert sound_alike(one.split(), other.split(), "en-GB")
    assert not sound_alike(one.split(), other.split(), "de")


@pytest.mark.parametrize(
    ("one", "other"), [("quay", "kay"), ("sacks", ""), ("times have", "to have")]
)
def test_others_are_not(one: str, other: str) -> None:
    assert not sound_alike(one.split(), other.split(), "en")
