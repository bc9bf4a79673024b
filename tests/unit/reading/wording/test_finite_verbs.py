"""Sentences by their verbs."""

from __future__ import annotations

import pytest

from audiopress.reading.wording.finite_verbs import has_finite_verb
from audiopress.reading.wording.verb_forms import FINITE, PLURAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The price rises.", True),
        ("The price rose again in May.", True),
        ("Prices rise.", True),
        ("The new ferries still run.", True),
        ("The press work.", False),
        ("They saved the bank.", True),
        ("Edited by Jane Doe.", False),
        ("J. Doe paid 3.50 at 10:30.", True),
        ("Photo: Jane Doe is here.", False),
        ("The bridge is", False),
        ("It isn’t here.", True),
        ("Photos, plays and shows.", True),
        ("Rises in the north.", False),
    ],
)
def test_a_closed_sentence_with_a_finite_verb(text: str, expected: bool) -> None:
    assert has_finite_verb(text) is expected


def test_third_persons_are_made_of_the_verb():
    assert {"reaches", "carries", "plays", "goes", "isn't", "rose"} <= FINITE
    assert not {"rise", "die", "books"} & FINITE


def test_a_verb_stands_once():
    assert len(PLURAL) == len(set(PLURAL))
