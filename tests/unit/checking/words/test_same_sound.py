"""Words that no ear can tell from each other."""

from __future__ import annotations

import pytest

from audiopress.checking.words.same_sound import (
    mistakable,
    slurred,
    sound_alike,
    sound_nearly_alike,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("quay", "key"), ("sails", "sales"), ("wait", "weight"), ("in aisle", "in isle"),
     ("some", "sum"), ("some won", "sum one")],
)  # fmt: skip
def test_they_are_alike_in_english(one: str, other: str) -> None:
    assert sound_alike(one.split(), other.split(), "en-GB")
    assert not sound_alike(one.split(), other.split(), "de")


@pytest.mark.parametrize(
    ("one", "other"), [("quay", "kay"), ("sacks", ""), ("times have", "to have")]
)
def test_others_are_not(one: str, other: str) -> None:
    assert not sound_alike(one.split(), other.split(), "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("tore open", "tour opened"), ("walked down", "walk down"),
     ("insure", "ensure"), ("accept that", "except that"), ("can", "can't")],
)  # fmt: skip
def test_an_ending_or_a_vowel_is_nearly_alike(one: str, other: str) -> None:
    assert sound_nearly_alike(one.split(), other.split(), "en-US")
    assert not sound_nearly_alike(one.split(), other.split(), "fr")


@pytest.mark.parametrize(
    ("one", "other"),
    [("times have", "to have"), ("until it", "let"), ("sacks", ""), ("creek", "quay"),
     ("said", "stayed on"), ("nobody", "somebody")],
)  # fmt: skip
def test_what_is_other_words_is_not(one: str, other: str) -> None:
    assert not sound_nearly_alike(one.split(), other.split(), "en-US")


@pytest.mark.parametrize(
    ("one", "other"),
    [("dock", "dot"), ("velor", "bill or"), ("you doze", "she does"), ("between", "but we"),
     ("assure", "share"), ("batch", "patch")],
)  # fmt: skip
def test_few_and_near_sounds_are_mistakable(one: str, other: str) -> None:
    assert mistakable(one.split(), other.split(), "en-GB")
    assert not mistakable(one.split(), other.split(), "es")


@pytest.mark.parametrize(
    ("one", "other"),
    [("times have", "to have"), ("he", "she"), ("can", "can't"), ("not", "now"), ("north", "south"),
     ("sacks", ""), ("increase", "decrease"), ("illegal", "legal"), ("important", "unimportant")],
)  # fmt: skip
def test_far_sounds_are_not(one: str, other: str) -> None:
    assert not mistakable(one.split(), other.split(), "en-US")


def test_what_a_voice_may_slur_is_near_in_sound() -> None:
    assert slurred(["of"], ["a"], "en-GB")
    assert slurred(["are"], [], "en-GB")
    assert slurred(["offen"], ["zu"], "de")  # nothing is known of its sounds
    for one, other in (("open", "shut"), ("always", "never"), ("husband", "father")):
        assert not slurred([one], [other], "en-GB")
