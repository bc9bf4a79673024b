"""English text to phonemes in misaki's alphabet, each with the written word it belongs to.

hibari's own text part does the work (misaki's lexicons and rules with a tagger, no espeak): what
it makes of a word depends on the words around it. Its normaliser is off, as spoken forms were
decided before. Here are ``[[ipa]]``, letters that are spelled, signs it would pass over, where a
sentence ends, and that no letter is lost.
"""

from __future__ import annotations

import functools
import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import hibari
from anyascii import anyascii
from hibari.g2p.token import Tok

from audiopress.engines.english.ipa import read_ipa
from audiopress.engines.english.placing import NO_WORD, place_tokens, share_symbols
from audiopress.engines.english.sentences import (
    Phoneme,
    add_stop,
    append_phonemes,
    ends_sentence,
    is_heard,
    strip_spaces,
)
from audiopress.engines.english.special_parts import (
    find_special_parts,
    name_sign,
    simplify_marks,
)
from audiopress.engines.english.text_part import load_text_part
from audiopress.engines.english.unknown_words import UnknownLetterError, UnknownWords
from audiopress.engines.speech.phonemes import keep_known, make_refusal
from audiopress.engines.speech.word_times import find_tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["NO_WORD", "EnglishPhonemizer", "Phoneme", "load_phonemizer", "read_symbols"]

_STRESS, _WEAK_STRESS = "ˈˌ"
"""The two marks of stress."""

_VOICELESS, _HISSING = "ptkfθ", "szʃʒʧʤ"
"""Sounds behind which ``'s`` is an s, and those behind which it is a syllable (misaki)."""


def read_symbols() -> Mapping[str, int]:
    """Return the symbols that voices know, and their numbers; they are Kokoro's."""
    path = Path(hibari.__file__).parent / "assets" / "vocab.json"
    found: Mapping[str, int] = json.loads(path.read_text("utf-8"))
    return found


@functools.cache
def load_phonemizer(*, british: bool) -> EnglishPhonemizer:
    """Return the text part of a variety, loaded once a process: it takes 100 MB."""
    return EnglishPhonemizer(british=british)


class EnglishPhonemizer:
    """Gives the phonemes of a text by sentence, in British or American English."""

    def __init__(self, *, british: bool) -> None:
        """Read the lexicons and the tagger, which takes about a quarter of a second."""
        self._british = british
        self._symbols = read_symbols()
        self._g2p = load_text_part(british=british, say_unknown=UnknownWords(british=british))

    def phonemize(self, text: str) -> tuple[tuple[Phoneme, ...], ...]:
        """Return the phonemes of each sentence of ``text``; no sentence is without a sound.

        Words are numbered as `find_tokens` finds them in ``text``. Raises `SpeechError` for IPA
        and for letters that cannot be said, by name.
        """
        specials = tuple(find_special_parts(text))
        plain = _simplify(text, specials)
        try:
            made = self._g2p.phonemize_tokens(list(self._tokenize(plain, specials)))
        except UnknownLetterError as error:
            raise make_refusal(f"the letter {str(error)!r}", text) from error
        sentences: list[list[Phoneme]] = [[]]
        for token in place_tokens(made, plain, find_tokens(text)):
            phonemes = token.phonemes
            # What is written as a word and not heard would be a word lost.
            if _is_word(token.text) and not is_heard(phonemes):
                phonemes = self._name_letters(token.text, text) + phonemes
            phonemes = add_stop(phonemes, token.text, plain, token.to)
            symbols = keep_known(phonemes, self._symbols, text)
            owners = share_symbols(symbols, token.words)
            append_phonemes(sentences[-1], tuple(map(Phoneme, symbols, owners)))
            if ends_sentence(sentences[-1], plain, token.to):
                sentences.append([])
        stripped = (strip_spaces(sentence) for sentence in sentences)
        return tuple(each for each in stripped if is_heard("".join(p.symbol for p in each)))

    # -- what hibari is given --------------------------------------------------------------

    def _tokenize(self, text: str, specials: Sequence[re.Match[str]]) -> Iterator[Tok]:
        """Yield the tokens of ``text``, those of special parts with their phonemes."""
        at = 0
        for match in specials:
            yield from self._g2p.tokenize(text[at : match.start()])
            parts = self._say_special(match)
            behind = " " if text[match.end() : match.end() + 1].isspace() else ""
            for number, (written, phonemes) in enumerate(parts, start=1):
                space = behind if number == len(parts) else ""
                yield Tok(written, "NN", space, phonemes=phonemes, rating=5)
            at = match.end()
        yield from self._g2p.tokenize(text[at:])

    def _say_special(self, match: re.Match[str]) -> list[tuple[str, str]]:
        """Return pieces of what is written, with their phonemes."""
        if match["figure"]:
            return [(match[0], self._g2p(" ".join(match[0]), normalize_text=False))]
        if match["dash"]:
            return [(match[0], "\u2014")]
        if match["sign"]:
            return [(match[0], self._say_sign(match))]
        return self._say_with_ending(match)

    def _say_sign(self, match: re.Match[str]) -> str:
        said = self._g2p(name_sign(match[0]), normalize_text=False)
        # Beside a word it is one of its own: "m²".
        text = match.string
        around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        before, after = (" " if each.isalnum() else "" for each in around)
        return f"{before}{said}{after}"

    def _say_with_ending(self, match: re.Match[str]) -> list[tuple[str, str]]:
        """Return phonemes of the lexicon, or letters, and the ``'s`` behind them."""
        if match["letters"]:
            parts = self._spell(match["letters"].split())
        else:
            parts = [
                (f"[[{match['ipa']}]]", read_ipa(match["ipa"], match.string, british=self._british))
            ]
        if match["ending"]:
            last = parts[-1][1][-1]
            syllable = "ɪz" if self._british else "ᵻz"
            said = "s" if last in _VOICELESS else syllable if last in _HISSING else "z"
            parts.append((match["ending"], said))
        return parts

    def _spell(self, letters: Sequence[str]) -> list[tuple[str, str]]:
        """Return letters and their names, the last one stressed as in "BBC"."""
        parts = []
        for number, letter in enumerate(letters, start=1):
            name = self._g2p.lexicon.golds.get(letter).replace(_STRESS, _WEAK_STRESS)
            if number == len(letters):
                before, _, after = name.rpartition(_WEAK_STRESS)
                name = f"{before}{_STRESS}{after}"
            parts.append((letter, name))
        return parts

    def _name_letters(self, word: str, text: str) -> str:
        """Return the names of the letters and digits of a word, for one that cannot be read."""
        letters = " ".join(filter(str.isalnum, anyascii(word))) or _name_lone_letters(word)
        found: str = self._g2p(letters.upper(), normalize_text=False)
        if not is_heard(found):
            raise make_refusal(repr(word), text)
        return found


def _name_lone_letters(word: str) -> str:
    """Return the names of letters that are no sound by themselves: "hamza"."""
    names = (unicodedata.name(letter, "") for letter in word if letter.isalpha())
    return " ".join(name.rpartition(" LETTER ")[2] for name in names if " LETTER " in name)


def _simplify(text: str, specials: Sequence[re.Match[str]]) -> str:
    """Return ``text`` with marks that hibari knows; special parts stay as they are."""
    ends = [0, *(match.end() for match in specials)]
    parts = [simplify_marks(text[end : match.start()]) + match[0]
             for end, match in zip(ends, specials, strict=False)]  # fmt: skip
    return "".join(parts) + simplify_marks(text[ends[-1] :])


def _is_word(text: str) -> bool:
    """Whether there is a letter or a figure; those above the line are shades of other sounds."""
    return any(each.isalnum() and unicodedata.category(each) != "Lm" for each in text)
