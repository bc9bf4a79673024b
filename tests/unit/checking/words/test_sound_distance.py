"""How far rows of sounds are from each other."""

from __future__ import annotations

import pytest

from audiopress.checking.words.sound_distance import measure_distance


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("kæt", "kæt", 0),
        ("", "", 0),
        ("dɒk", "dɒt", 0.5 / 3),  # another place
        ("dɒk", "dɒɡ", 0.25 / 3),  # the voice alone
        ("dɒk", "dɒs", 1 / 3),  # place and manner
        ("dɒk", "dæk", 0.25 / 3),  # a vowel
        ("dɒk", "dɒə", 1 / 3),  # a consonant is no vowel
        ("əʃʊ", "ʃʊ", 0.25 / 3),  # what quick speech leaves out
        ("aʃʊ", "ʃʊ", 1 / 3),
    ],
)
def test_changes_cost_what_an_ear_hears_of_them(one: str, other: str, distance: float) -> None:
    assert measure_distance(one, other) == pytest.approx(distance)
    assert measure_distance(other, one) == pytest.approx(distance)


@pytest.mark.parametrize("sound", "pbtdkɡmnŋfvθðszʃʒhʧʤwjɹl")
def test_every_consonant_of_english_is_made_somehow_and_somewhere(sound: str) -> None:
    assert measure_distance(sound, "a") == 1
    assert measure_distance(sound, "p") <= 1
