"""Known forms are taken for the same text, language and words, and for nothing else."""

from __future__ import annotations

import pytest

from audiopress.speaking import spoken_forms
from audiopress.speaking.lexicon import Lexicon, LexiconEntry
from audiopress.speaking.normalize import normalize_text
from audiopress.speaking.spoken_forms import SpokenForms

WORDS = Lexicon(entries=(LexiconEntry(grapheme="Leith", alias="Leeth"),)).select_words("en-GB")
OTHERS = Lexicon(entries=(LexiconEntry(grapheme="Leith", alias="Layth"),)).select_words("en-GB")
TEXTS = (
    "It cost £1.2m in Leith.",
    "He was 3-2 up; 10m away stood Dr Moss.",
    "The value of x~7 is n/a.",
    "On 14/07 he paid 3 M€ to Λεωνίδας.",
    "",
)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of which a form was made, as they are made."""
    made: list[str] = []

    def count(text: str, *rest: object) -> object:
        made.append(text)
        return normalize_text(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(spoken_forms, "normalize_text", count)
    return made


@pytest.mark.parametrize("language", ["en-GB", "en-US", "de", "fr", "el"])
def test_what_is_known_is_the_same_and_not_made_again(counted: list[str], language: str) -> None:
    first = SpokenForms({})
    forms = [first.say(text, language, WORDS) for text in TEXTS]
    assert forms == [normalize_text(text, language, WORDS) for text in TEXTS]
    assert counted == list(TEXTS)
    second = SpokenForms(first.used)
    assert [second.say(text, language, WORDS) for text in TEXTS] == forms
    assert counted == list(TEXTS)
    assert second.used == first.used


def test_another_text_language_or_word_is_made(counted: list[str]) -> None:
    first = SpokenForms({})
    first.say("It cost £1.2m in Leith.", "en-GB", WORDS)
    counted.clear()
    second = SpokenForms(first.used)
    second.say("It cost £1.3m in Leith.", "en-GB", WORDS)
    second.say("It cost £1.2m in Leith.", "en-US", WORDS)
    assert "Layth" in second.say("It cost £1.2m in Leith.", "en-GB", OTHERS).text
    assert len(counted) == 3
    assert "Leeth" in second.say("It cost £1.2m in Leith.", "en-GB", WORDS).text
    assert len(counted) == 3


def test_what_is_not_said_any_more_is_not_kept() -> None:
    first = SpokenForms({})
    for text in TEXTS:
        first.say(text, "en-GB", WORDS)
    second = SpokenForms(first.used)
    second.say(TEXTS[0], "en-GB", WORDS)
    assert [list(texts) for texts in second.used.values()] == [[TEXTS[0]]]
