"""Every entry of the lexicon that is shipped: what can say it, and what the voice heart says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audiopress.engines.english.phonemizer import EnglishPhonemizer, load_phonemizer
from audiopress.engines.speech.phonemes import keep_known, split_ipa
from audiopress.press.lexicons.lexicon_check import check_lexicons
from audiopress.press.steps.lexicons import load_shipped_lexicon, read_shipped_files
from audiopress.settings import Settings
from audiopress.speaking.normalize import normalize_text

if TYPE_CHECKING:
    from audiopress.errors import ConfigError
    from audiopress.speaking.lexicon import LexiconEntry

ENTRIES = load_shipped_lexicon().entries
WORDS = load_shipped_lexicon().select_words("en-US")

PIPER = frozenset("abdefhijklmnoprstuvwzæðŋɑɐɔəɚɛɜɡɪɹɾʃʊʌʒθᵻˈˌː ")
"""Symbols of espeak's American English, by which joe was trained."""

TABLE = dict(
    line.split("\t")
    for line in Path(__file__).with_name("shipped_phonemes.tsv").read_text("utf-8").splitlines()
)
"""What heart says for each word of the lexicon, read by eye when the entry was made."""


@pytest.fixture(scope="module")
def heart() -> EnglishPhonemizer:
    return load_phonemizer(british=False)


def say(voice: EnglishPhonemizer, text: str) -> str:
    return "".join(each.symbol for sentence in voice.phonemize(text) for each in sentence)


def test_there_are_hundreds_and_no_word_is_there_twice() -> None:
    words = [entry.grapheme for entry in ENTRIES]
    assert len(words) == len(set(words)) > 400
    assert set(TABLE) == set(words)


def test_check_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    settings = Settings(
        root=tmp_path, output=tmp_path / "o", cache=tmp_path / "c", ledger=tmp_path / "l"
    )
    # Without the shipped lexicon itself, by which everything in it would change nothing.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("audiopress.press.lexicons.lexicon_check.read_shipped_files", lambda: ())
        found: tuple[ConfigError, ...] = check_lexicons(settings, read_shipped_files()).errors
    assert [error.message for error in found] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.grapheme)
def test_every_english_voice_can_say_it(heart: EnglishPhonemizer, entry: LexiconEntry) -> None:
    assert say(heart, entry.said)
    for ipa in re.findall(r"\[\[(.*?)\]\]", entry.said):
        assert keep_known(tuple(split_ipa(ipa)), PIPER, ipa) == [*split_ipa(ipa)]
        assert set(ipa) <= PIPER


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.grapheme)
def test_heart_says_it_as_expected(heart: EnglishPhonemizer, entry: LexiconEntry) -> None:
    assert say(heart, normalize_text(entry.grapheme, "en-US", WORDS).text) == TABLE[entry.grapheme]


def test_british_voices_say_each_ipa() -> None:
    british = load_phonemizer(british=True)
    said = [say(british, entry.said) for entry in ENTRIES if entry.phoneme]
    assert len(said) > 300
    assert all(said)
    assert say(british, "[[vəɹˈædkɚ]] and [[lˈaɪən]]") == "vəɹˈadkə and lˈIən"


@pytest.mark.parametrize(
    ("word", "wrong", "right"),
    [
        ("Takaichi", "tækˈAʧi", "tˌɑkɑˈiʧi"),
        ("Erdoğan", "ˈɜɹdOɡən", "ˈɛɹdəwɑn"),
        ("Świątek", "swˈIətək", "ʃvjˈɔntɛk"),
        ("Nawrocki", "nˈɔɹɑki", "nɑvɹˈɔtski"),
        ("Magyar", "mˈæɡjɑɹ", "mˈɑdjɑɹ"),
        ("Bukayo", "bjˈukAˌO", "bukˈIO"),
        ("Lamine", "lˈæmIn", "ləmˈin"),
        ("Xiaomi", "zˌIəˈOmi", "ʃˈWmi"),
        ("Merz", "mˈɜɹz", "mˈɛɹts"),
        ("Sébastien", "sˈAbæsʃən", "sAbˈæstiɛn"),
        ("Lecornu", "lˈɛkɔɹnˌu", "ləkɔɹnˈu"),
        ("Leyen", "lˈAən", "lˈIən"),
        ("Kaja", "kˈɑʤə", "kˈIə"),
        ("Szijjártó", "ʃɪʤˈɑɹTO", "sˈijɑɹtO"),
        ("Gukesh", "ɡjˈukɛʃ", "ɡˈukɛʃ"),
        ("Khan Younis", "kˈɑn jˈWniz", "kˌɑn jˈunɪs"),
        ("Chișinău", "ʧˈɪzɪnW", "kˌɪʃɪnˈW"),
        ("Łódź", "lˈɑdz", "wˈuʤ"),
        ("Wrocław", "ɹˈɑklɔ", "vɹˈɔtslɑf"),
        ("Reykjavík", "ɹˈAkʤəvˌɪk", "ɹˈAkjəvɪk"),
        ("Curaçao", "kjʊɹɹˈæsW", "kjˈʊɹəsW"),
        ("Lviv", "ˈɛlvˈɪv", "ləvˈiv"),
        ("Fico", "fˈikO", "fˈitsO"),
        ("Vučić", "vjˈuʧɪk", "vˈuʧɪʧ"),
        ("Rutte", "ɹˈʌt", "ɹˈʊtə"),
        ("Giannis", "ʤˈIəniz", "jˈɑnɪs"),
        ("Nguyen", "əŋˈIən", "wˈɪn"),
        ("Duterte", "dˈuTəɹt", "dutˈɛɹtA"),
        ("Phnom Penh", "fnˈɑm pˈɛn", "pənˌɔm pˈɛn"),
        ("Xi'an", "zˈIən", "ʃˌiˈɑn"),
        ("Saoirse", "sˈAəɜɹs", "sˈɜɹʃə"),
        ("Khamenei", "kˈɑmənˌA", "kˌɑmənˈAi"),
        ("Ncuti", "ˈɛŋkjˈuTi", "ʃˈuti"),
        ("Sinéad", "sˈɪnAˌæd", "ʃɪnˈAd"),
        ("Siobhan", "sɪˈɑbhən", "ʃɪvˈɔn"),
        ("Cillian", "sˈɪliən", "kˈɪliən"),
        ("Hassabis", "hˈæsəbˌɪs", "həsˈɑbɪs"),
        ("Keir", "kˈɛɹ", "kˈɪəɹ"),
        ("Verstappen", "vˈɜɹstæpən", "vəɹstˈɑpən"),
        ("AfD", "ˈæf dˈi", "ˌAˌɛfdˈi"),
    ],
)
def test_names_that_heart_says_wrong_by_itself(
    heart: EnglishPhonemizer, word: str, wrong: str, right: str
) -> None:
    assert say(heart, normalize_text(word, "en-US").text) == wrong
    assert say(heart, normalize_text(word, "en-US", WORDS).text) == right


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Takaichi's plan", "[[tˌɑːkɑːˈiːtʃi]]'s plan"),
        ("the Erdoğans and the Merzes", "the [[ˈɛɹdəwɑːn]] and the [[mˈɛɹts]]"),
        ("Cllr Niamh and Mr Merz", "Councillor Neev and Mister [[mˈɛɹts]]"),
        ("Dr Świątek and Dr Merz", "Doctor [[ʃvjˈɔntɛk]] and Doctor [[mˈɛɹts]]"),
        ("Pres. Milei and Gen. Hemedti", "President [[mɪlˈeɪ]] and General [[həmˈɛdti]]"),
        ("ASML's at COP30", "A S M L's at cop thirty"),
        ("They won 3-2 in Łódź", "They won three to two in [[wˈuːdʒ]]"),
        ("fine gardens, a merz", "fine gardens, a merz"),
        ("Traore\u0301 in Ło\u0301dz\u0301", "[[tɹaʊɹˈeɪ]] in [[wˈuːdʒ]]"),
        ("pro-Magyar", "pro-[[mˈɑːdjɑːɹ]]"),
    ],
)  # fmt: skip
def test_words_around_it_are_said_as_always(text: str, spoken: str) -> None:
    said = normalize_text(text, "en-US", WORDS).text
    assert re.sub(r"(?<=[nts])(?:z|ɪz)(?=\]\])", "", said) == spoken
