"""Letters, which espeak takes for words: each test failed on its own phonemes."""

from __future__ import annotations

import pytest
from piper import PiperConfig, PiperVoice
from piper.config import PhonemeType

from audiopress.engines.speech.phonemes import phonemize_sentences
from audiopress.errors import SpeechError

CONFIG = PiperConfig(
    num_symbols=0, num_speakers=1, sample_rate=22050, espeak_voice="en-us",
    phoneme_id_map={}, phoneme_type=PhonemeType.ESPEAK,
)  # fmt: skip
VOICE = PiperVoice(session=None, config=CONFIG)


def said(text: str, *, english: bool = True) -> str:
    found = phonemize_sentences(text, VOICE.phonemize, english=english)
    return "".join("".join(part) for part in found).replace("ˈ", "").replace("ˌ", "")


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("the R A F said", "ðɪʲ ɑːɹɹeɪɛf sɛd"),
        ("the U A E Smith", "ðə juː eɪ iː smɪθ"),
        ("A and E staff", "eɪ ænd iː stæf"),
        ("vitamin A is", "vaɪɾəmɪn eɪ ɪz"),
        ("an A K forty seven", "ɐn eɪkeɪ fɔːɹɾi sɛvən"),
        ("the IDs of", "ðɪʲ aɪ diːz ʌv"),
        ("three MSPs.", "θɹiːʲ ɛm ɛs piːz."),
    ],
)
def test_letters_have_their_names(text: str, sounds: str) -> None:
    assert said(text) == sounds


def test_an_article_stays_one() -> None:
    assert said("A man saw a dog.").startswith("ɐ mæn")
    assert said("In A Different World").startswith("ɪn ɐ")


def test_the_comma_behind_letters_is_heard() -> None:
    assert "," in said("the I M F, which")


def test_other_languages_keep_their_letters() -> None:
    assert said("vitamin A is", english=False) == "vaɪɾəmɪn ɐ ɪz"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[mˈɛɹts]]'s a", "mˈɛɹtsɪz a"),
        ("[[mˈɑːdjɑːɹ]]’s a", "mˈɑːdjɑːɹz a"),
        ("[[mɪlˈeɪt]]'s a", "mɪlˈeɪts a"),
        ("[[mˈɛɹts]]' a", "mˈɛɹts a"),
        ("[[kˈɪm]]'said", "kˈɪm'said"),
    ],
)
def test_an_ending_behind_ipa_is_said_with_it(text: str, said: str) -> None:
    found = phonemize_sentences(text, lambda part: [[*part.strip()]], english=True)
    assert "".join(found[0]) == said


@pytest.mark.parametrize("ipa", ["ˈ", "", ".", "ˌ ˈ", "ː"])
def test_ipa_without_a_sound_is_named(ipa: str) -> None:
    with pytest.raises(SpeechError, match="no sound for") as caught:
        phonemize_sentences(f"He met [[{ipa}]] today.", lambda part: [[*part.strip()]])
    assert f"[[{ipa}]]" in caught.value.message


def test_ipa_in_square_brackets_is_said() -> None:
    found = phonemize_sentences("[[[kɪm]]] said", lambda part: [[*part.strip()]], english=True)
    assert "kɪm" in "".join(found[0])
