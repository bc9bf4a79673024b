"""English text to phonemes in misaki's alphabet, each with the written word it belongs to.

hibari's own text part does the work (misaki's lexicons and rules with a tagger, no espeak): what
it makes of a word depends on the words around it. Its normaliser is off, as spoken forms were
decided before. Here are ``[[ipa]]``, letters that are spelled, signs it would pass over, where a
sentence ends, and that no letter is lost.
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import hibari
from anyascii import anyascii
from hibari.g2p import G2P
from hibari.g2p.token import Tok

from audiopress.engines.hibari.ipa import convert_ipa
from audiopress.engines.hibari.placing import NO_WORD, place_tokens, share_symbols
from audiopress.engines.hibari.unknown_words import UnknownLetterError, UnknownWords
from audiopress.engines.speech.phonemes import keep_known, make_excerpt
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["NO_WORD", "EnglishPhonemizer", "Phoneme", "read_symbols"]

_ENDS = frozenset(".!?\u2026")
"""Marks at the end of a sentence."""

_BEHIND = frozenset('"()\u201c\u201d ')
"""Phonemes that may stand behind the mark at a sentence's end: quotes, brackets, a space."""

_STRESS, _WEAK_STRESS = "\u02c8\u02cc"
"""The two marks of stress."""

_UNHEARD = frozenset("\u02c8\u02cc\u02d0")
"""Letters to Unicode that are no sounds: the marks of stress, and that of length."""

_SIGN_CLASSES = frozenset({"So", "Sm", "Sc", "No"})
"""Unicode's classes of signs that are things of their own, which hibari would pass over: an arrow,
a heart, a currency, a fraction."""

_SAID_SIGNS = frozenset("+<=>|~^")
"""Those of them that hibari says itself, or passes over as print does."""

_LONGEST_FIGURE = 15
"""Digits of the longest figure that is read as a number, hundreds of trillions; of a longer one
each digit is read."""

# What hibari is not asked about, in this order: phonemes of the lexicon and their ending, letters
# that are spelled, a figure too long for it, a dash; a seam between "]" and "(", for it would take
# "[a](/b/)" for phonemes; a sign.
_SPECIAL = re.compile(
    r"\[\[(?P<ipa>.*?)\]\](?P<ending>['\u2019]s\b)?"
    r"|(?P<letters>\b(?<![.\u2019'])[A-Z](?: [A-Z])+\b(?![.\u2019']))"
    rf"|(?P<figure>[0-9]{{{_LONGEST_FIGURE + 1},}})"
    r"|(?P<dash>(?<=\s)--+(?=\s))"
    r"|(?P<seam>(?<=\])(?=\())"
    r"|(?P<sign>[^\sA-Za-z0-9])"
)

_FRACTION = "vulgar fraction "
"""How Unicode's names of fractions begin: the rest, "one half", is what people say."""

_SPACES = re.compile(r"\s+")
"""What may stand between two sentences, and one word and the next."""

_BEGINNING = re.compile(r"\[\[|[^\W_]")
"""With what the next sentence may begin: phonemes of the lexicon, a letter or a digit."""


@dataclass(frozen=True, slots=True)
class Phoneme:
    """A symbol of misaki's alphabet, and the number of the written word it is part of."""

    symbol: str
    word: int


def read_symbols() -> Mapping[str, int]:
    """Return the symbols that voices know, and their numbers; they are Kokoro's."""
    path = Path(hibari.__file__).parent / "assets" / "vocab.json"
    found: Mapping[str, int] = json.loads(path.read_text("utf-8"))
    return found


class EnglishPhonemizer:
    """Gives the phonemes of a text by sentence, in British or American English."""

    def __init__(self, *, british: bool) -> None:
        """Read the lexicons and the tagger, which takes about half a second."""
        self._british = british
        self._symbols = read_symbols()
        self._g2p = G2P(oov=UnknownWords(british=british), british=british)

    def phonemize(self, text: str) -> tuple[tuple[Phoneme, ...], ...]:
        """Return the phonemes of each sentence of ``text``; no sentence is without a sound.

        Words are numbered as `find_tokens` finds them in ``text``. Raises `SpeechError` for IPA
        and for letters that cannot be said, by name.
        """
        try:
            made = self._g2p.phonemize_tokens(list(self._tokenize(text)))
        except UnknownLetterError as error:
            raise _make_refusal(f"the letter {str(error)!r}", text) from error
        sentences: list[list[Phoneme]] = [[]]
        for token in place_tokens(made, text):
            phonemes = token.phonemes
            # What is written as a word and not heard would be a word lost.
            if _is_word(token.text) and not _is_heard(phonemes):
                phonemes = self._name_letters(token.text, text) + phonemes
            symbols = keep_known(phonemes, self._symbols, text)
            owners = share_symbols(symbols, token.words)
            sentences[-1].extend(map(Phoneme, symbols, owners))
            if _ends_sentence(sentences[-1], text, token.to):
                sentences.append([])
        stripped = (_strip(sentence) for sentence in sentences)
        return tuple(each for each in stripped if _is_heard("".join(p.symbol for p in each)))

    # -- what hibari is given --------------------------------------------------------------

    def _tokenize(self, text: str) -> Iterator[Tok]:
        """Yield the tokens of ``text``, those of special parts with their phonemes."""
        at = 0
        for match in _SPECIAL.finditer(text):
            if match["sign"] and not _is_named_sign(match):
                continue
            yield from self._g2p.tokenize(text[at : match.start()])
            parts = list(self._say_special(match, text))
            behind = " " if text[match.end() : match.end() + 1].isspace() else ""
            for number, (written, phonemes) in enumerate(parts, start=1):
                space = behind if number == len(parts) else ""
                yield Tok(written, "NN", space, phonemes=phonemes, rating=5)
            at = match.end()
        yield from self._g2p.tokenize(text[at:])

    def _say_special(self, match: re.Match[str], text: str) -> Iterator[tuple[str, str]]:
        """Yield pieces of what is written, with their phonemes; nothing at a seam."""
        kind = match.lastgroup if match.lastgroup != "ending" else "ipa"
        if kind == "ipa":
            stem = self._convert(match["ipa"], text)
            yield f"[[{match['ipa']}]]", stem
            if match["ending"]:
                yield match["ending"], self._inflect(stem)
        elif kind == "letters":
            yield from self._spell(match[0].split())
        elif kind == "figure":
            yield match[0], self._g2p(" ".join(match[0]), normalize_text=False)
        elif kind == "dash":
            yield match[0], "\u2014"
        elif kind == "sign":
            name = unicodedata.name(match[0], "sign").lower().removeprefix(_FRACTION)
            # Beside a word it is one of its own: "m²".
            around = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            before, after = (" " if each.isalnum() else "" for each in around)
            yield match[0], f"{before}{self._g2p(name, normalize_text=False)}{after}"

    def _inflect(self, stem: str) -> str:
        """Return the sound of ``'s`` behind phonemes (misaki)."""
        if stem[-1] in "ptkfθ":
            return "s"
        return ("ɪz" if self._british else "ᵻz") if stem[-1] in "szʃʒʧʤ" else "z"

    def _convert(self, ipa: str, text: str) -> str:
        try:
            found = convert_ipa(ipa, british=self._british)
        except ValueError as error:
            raise _make_refusal(f"{str(error)!r} in [[{ipa}]]", text) from error
        if not _is_heard(found):
            raise _make_refusal(f"[[{ipa}]]", text)
        return found

    def _spell(self, letters: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield letters and their names, the last one stressed as in "BBC"."""
        for number, letter in enumerate(letters, start=1):
            name = self._g2p.lexicon.golds.get(letter).replace(_STRESS, _WEAK_STRESS)
            if number == len(letters):
                before, _, after = name.rpartition(_WEAK_STRESS)
                name = f"{before}{_STRESS}{after}"
            yield letter, name

    def _name_letters(self, word: str, text: str) -> str:
        """Return the names of the letters and digits of a word, for one that cannot be read."""
        letters = " ".join(filter(str.isalnum, anyascii(word)))
        found: str = self._g2p(letters.upper(), normalize_text=False)
        if not _is_heard(found):
            raise _make_refusal(repr(word), text)
        return found


def _is_named_sign(match: re.Match[str]) -> bool:
    """Whether a sign is said by its Unicode name; one of money beside its amount is read so."""
    sign, text = match["sign"], match.string
    if unicodedata.category(sign) not in _SIGN_CLASSES or sign in _SAID_SIGNS:
        return False
    near = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return not (unicodedata.category(sign) == "Sc" and any(map(str.isdigit, near)))


def _make_refusal(what: str, text: str) -> SpeechError:
    return SpeechError(
        f"the voice has no sound for {what}",
        where=make_excerpt(text),
        hint="write the word differently in the lexicon",
    )


def _is_word(text: str) -> bool:
    """Whether there is a letter or a figure; those above the line are shades of other sounds."""
    return any(each.isalnum() and unicodedata.category(each) != "Lm" for each in text)


def _is_heard(phonemes: str) -> bool:
    return any(symbol.isalpha() and symbol not in _UNHEARD for symbol in phonemes)


# -- sentences ---------------------------------------------------------------------------------


def _ends_sentence(phonemes: Sequence[Phoneme], text: str, at: int) -> bool:
    """Whether a sentence ends with these phonemes; ``at`` is where ``text`` goes on."""
    space = _SPACES.match(text, at)
    if space and "\n" in space[0]:
        return True
    marks = itertools.takewhile(
        lambda symbol: symbol in _BEHIND | _ENDS, (phoneme.symbol for phoneme in reversed(phonemes))
    )
    if not space or _ENDS.isdisjoint(marks):
        return False
    # 'Why?" he asked' and "left ... and" go on.
    beginning = _BEGINNING.search(text, at)
    return not (beginning and beginning[0].islower())


def _strip(sentence: Sequence[Phoneme]) -> tuple[Phoneme, ...]:
    """Leave out the spaces at both ends."""
    heard = [number for number, phoneme in enumerate(sentence) if phoneme.symbol != " "]
    return tuple(sentence[heard[0] : heard[-1] + 1]) if heard else ()
