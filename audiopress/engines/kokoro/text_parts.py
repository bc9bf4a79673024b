"""From a text to the symbols Kokoro speaks, in three ways, and when its words are heard.

English as Kokoro was trained, by misaki's lexicons (``phonemes = "misaki"``). Other languages by
espeak-ng with ties, as misaki has them (the same, with ``espeak = "fr"``). And espeak alone, as all
voices were fed until 0.1.0: what was published by it stays as it is (docs/decisions/0133).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from audiopress.engines.english.phonemizer import NO_WORD, Phoneme, load_phonemizer
from audiopress.engines.english.runs import Run, cut_runs, extend_spans, make_words
from audiopress.engines.speech import espeak, phonemes, word_times
from audiopress.engines.speech.misaki import convert_symbols, join_ties, tie_ipa
from audiopress.errors import VoiceError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiopress.engines.english.phonemizer import EnglishPhonemizer
    from audiopress.model import Voice, Word

__all__ = ["SYMBOLS", "TextPart", "check_espeak_ipa", "choose_text_part", "is_misaki"]

_RUN = 300
"""Symbols a run has at most; the model's own limit is 510, long runs take memory and hurry."""

_MISAKI = "misaki"
"""The option ``phonemes`` of a voice that is fed as Kokoro was trained."""

SYMBOLS = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13,
    "“": 14, "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22, "ꭧ": 23,
    "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "a": 43,
    "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53, "l": 54,
    "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62, "u": 63, "v": 64,
    "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75, "ɔ": 76,
    "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87, "ɟ": 90,
    "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112, "ɳ": 113,
    "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125, "ɻ": 126,
    "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136, "ʌ": 138,
    "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157, "ː": 158,
    "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}  # fmt: skip
"""Kokoro's symbols and their tokens (config.json of hexgrad/Kokoro-82M, Apache-2.0)."""


class TextPart(Protocol):
    """Gives the runs of a text, and the words of it that are heard."""

    def cut_runs(self, text: str) -> list[Run]:
        """Return the runs of ``text``, none where there is nothing to say; raises `SpeechError`."""

    def time_words(
        self, text: str, runs: Sequence[Run], edges: Sequence[Sequence[int]]
    ) -> tuple[Word, ...]:
        """Return when each word of ``text`` is heard.

        ``edges`` are, for each run, where the mark before it ends, each symbol, and the mark
        behind, in samples.
        """


@dataclass(frozen=True, slots=True)
class _EnglishText:
    """Phonemes by misaki's lexicons: each is known to be of which word."""

    phonemizer: EnglishPhonemizer

    def cut_runs(self, text: str) -> list[Run]:
        sentences = self.phonemizer.phonemize(text)
        # A sound that Kokoro has not is an error by name: it would be missing in the sound.
        for sentence in sentences:
            phonemes.keep_known([each.symbol for each in sentence], SYMBOLS, text)
        known = ([each for each in one if each.symbol in SYMBOLS] for one in sentences)
        return cut_runs(known, _RUN)

    def time_words(
        self, text: str, runs: Sequence[Run], edges: Sequence[Sequence[int]]
    ) -> tuple[Word, ...]:
        spans: dict[int, tuple[int, int]] = {}
        for run, ends in zip(runs, edges, strict=True):
            extend_spans(spans, run.phonemes, ends)
        return make_words(spans, text)


@dataclass(frozen=True, slots=True)
class _EspeakAlphabet:
    """How espeak's phonemes, and IPA of a lexicon among them, are written for a voice."""

    language: str
    ties: bool

    def split_ipa(self, ipa: str) -> str:
        """Return IPA as espeak gives phonemes, a character a symbol."""
        return phonemes.split_ipa(tie_ipa(ipa, self.language) if self.ties else ipa)

    def join(self, symbols: str) -> str:
        """Return espeak's phonemes in Kokoro's symbols, and others that it has not."""
        return join_ties(symbols) if self.ties else convert_symbols(symbols, self.language)

    def convert(self, symbols: str, text: str) -> list[str]:
        """Return what is said of phonemes of ``text``; raises `SpeechError` for no sound."""
        return phonemes.keep_known(self.join(symbols), SYMBOLS, text)


@dataclass(frozen=True, slots=True)
class _EspeakText:
    """Phonemes by espeak-ng: which word they are of is found by comparing sounds."""

    phonemizer: espeak.EspeakPhonemizer
    alphabet: _EspeakAlphabet

    def cut_runs(self, text: str) -> list[Run]:
        english = self.alphabet.language.startswith("en")
        found = []
        for sentence in phonemes.phonemize_sentences(
            text, self.phonemizer.phonemize, english=english, split=self.alphabet.split_ipa
        ):
            known = self.alphabet.convert("".join(sentence), text)
            if any(unicodedata.category(symbol)[0] in "LN" for symbol in known):
                found += cut_runs([[Phoneme(symbol, NO_WORD) for symbol in known]], _RUN)
        return found

    def time_words(
        self, text: str, runs: Sequence[Run], edges: Sequence[Sequence[int]]
    ) -> tuple[Word, ...]:
        phones: list[word_times.Phone] = []
        for run, ends in zip(runs, edges, strict=True):
            # What is behind a run parts its last word from the next one's first.
            symbols = [*(each.symbol for each in run.phonemes), " "]
            phones += map(word_times.Phone, symbols, ends[:-1], ends[1:])
        written = word_times.find_tokens(text)
        alone = phonemes.phonemize_words(written, self.phonemizer.phonemize)
        return word_times.time_words(phones, written, list(map(self._convert_word, alone, written)))

    def _convert_word(self, symbols: str, written: word_times.Token) -> str:
        if self.alphabet.ties and written.text.startswith("[["):
            symbols = self.alphabet.split_ipa(symbols)
        return self.alphabet.join(symbols)


def is_misaki(voice: Voice) -> bool:
    """Whether English is said by misaki's lexicons and not by espeak."""
    options = dict(voice.options)
    return options.get("phonemes") == _MISAKI and "espeak" not in options


def choose_text_part(voice: Voice) -> TextPart:
    """Return what ``voice`` is fed by; raises `VoiceError` where it is not to be had."""
    options = dict(voice.options)
    kind = options.get("phonemes", "")
    if kind not in ("", _MISAKI):
        raise VoiceError(
            f'kokoro has no phonemes "{kind}"',
            where=voice.name,
            hint=f'it has phonemes = "{_MISAKI}"',
        )
    if is_misaki(voice):
        return _EnglishText(load_phonemizer(british=voice.languages == ("en-GB",)))
    alphabet = _choose_alphabet(options)
    phonemizer = espeak.load_phonemizer(alphabet.language, ties=alphabet.ties)
    return _EspeakText(phonemizer, alphabet)


def check_espeak_ipa(voice: Voice, ipa: str) -> None:
    """Raise `SpeechError` for IPA that a voice fed by espeak cannot say, as `TextPart` does."""
    alphabet = _choose_alphabet(dict(voice.options))
    symbols = alphabet.split_ipa(ipa)
    phonemes.check_heard(symbols, ipa, f"[[{ipa}]]")
    alphabet.convert(symbols, f"[[{ipa}]]")


def _choose_alphabet(options: Mapping[str, str]) -> _EspeakAlphabet:
    language = options.get("espeak", "en-us")
    ties = options.get("phonemes") == _MISAKI and not language.startswith("en")
    return _EspeakAlphabet(language, ties)
