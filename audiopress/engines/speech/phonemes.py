"""From a text to phonemes by sentence, for the engines that speak phonemes.

espeak does the work, through Piper's phonemiser for Piper's voices, else through `espeak`; both
hold a lock, since its state is the process's. Here are the pauses it passes over, the letters it
takes for words, and ``[[ipa]]``, which is said as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from audiopress.errors import SpeechError
from audiopress.text.phoneme_marks import IPA

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from audiopress.engines.speech.word_times import Token

__all__ = [
    "check_heard",
    "keep_known",
    "make_excerpt",
    "make_refusal",
    "phonemize_sentences",
    "phonemize_words",
    "split_ipa",
]

_EXCERPT = 80
"""Characters of a paragraph that name it in an error: enough to find it, within one line."""

_NO_SOUND = dict.fromkeys(map(ord, ".|\u203f\u0361\u035c"))
"""Marks of IPA that voices have no symbol for: between syllables and feet, and the three ties."""

# What espeak passes over without a pause, and how it is written so that it makes one.
_PAUSES = (
    (re.compile(r"\s*(?:\u2026|\.\.\.)\s*(?=\S)"), ", "),  # three dots before more text
    (re.compile(r"\s+\((?=\w)"), ", "),  # an opening bracket: "men (and boys"
    (re.compile(r"(?<=\w)\)\s+(?=\w)"), ", "),  # a closing one: "boys) went"
    (re.compile(r"\s+--?\s+"), " \u2013 "),  # a hyphen or two for a dash: "men - and"
)

_LETTERS = re.compile(r"\b(?<![.\u2019'])[A-Z](?: [A-Z])+\b(?![.\u2019'])")
"""Letters that are spelled: ``the R A F said``. Not beside a full stop or an apostrophe, which join
them to other letters."""

_LETTER_A = re.compile(r"(?<=[A-Za-z] )A(?= [a-z]|[,;:)])|\bA(?= and [A-Z]\b)")
"""A as a letter: ``vitamin A is``, ``A and E``. Not the article: ``In A Different World``."""

_ENDING = re.compile(r"['\u2019](?P<s>s\b)?(?!\w)")
"""What may stand right behind phonemes of the lexicon: ``[[kim]]'s``, ``[[kims]]'``."""

_VOICELESS, _HISSING = "ptkfθ", "szʃʒ"
"""Sounds behind which ``'s`` is an s, and those behind which it is a syllable."""

_NAME_OF_A = "eigh"
"""How the letter A is written so that espeak says its name, as in eight."""

_PLURAL = re.compile(r"\b(?P<letters>[B-DF-HJ-NP-TV-Z]{2,5}|ID)s\b(?![\u2019'])")
"""Letters with a plural s: ``MSPs``, ``IDs``. Not words such as ``ARMs``, nor ``MPs'``."""


def phonemize_sentences(
    text: str,
    phonemize: Callable[[str], list[list[str]]],
    *,
    english: bool = False,
    split: Callable[[str], str] | None = None,
) -> list[list[str]]:
    """Return the phoneme symbols of every sentence of ``text``; a sentence may be empty.

    ``english`` says that the voice is: only there is a lone A an article for espeak. ``split``
    gives the symbols of ``[[ipa]]``, as ``phonemize`` would have them (default: `split_ipa`).
    Raises `SpeechError` for IPA without a sound.
    """
    found: list[list[str]] = [[]]
    # `split` with a group gives text and phonemes in turns, so that those with odd numbers are IPA.
    for number, part in enumerate(IPA.split(text)):
        if number % 2:
            symbols = (split or split_ipa)(part)
            check_heard(symbols, part, text)
            _open_sentence(found).extend(symbols)
        else:
            plain = _say_ending(found[-1], part) if english and number else part
            prose = _write_pauses(_write_letters(plain) if english else plain)
            _append_phonemes(found, plain, phonemize(prose) if plain.strip() else [])
    return found


def _say_ending(sentence: list[str], part: str) -> str:
    """Say the ``'s`` that stands right behind ``[[ipa]]``, and return the text behind it.

    By itself espeak says the letter's name.
    """
    match = _ENDING.match(part)
    if not match:
        return part
    sounds = [each for each in sentence if unicodedata.category(each) in {"Ll", "Lo"}]
    if match["s"] and sounds:
        last = sounds[-1]
        sentence.extend("s" if last in _VOICELESS else "ɪz" if last in _HISSING else "z")
    return part[match.end() :]


def split_ipa(ipa: str) -> str:
    """Return IPA of a lexicon as voices have it, a character a symbol."""
    # NFD, for voices have letter and accent as two symbols.
    return unicodedata.normalize("NFD", ipa).translate(_NO_SOUND)


def check_heard(symbols: Sequence[str], ipa: str, text: str) -> None:
    """Raise `SpeechError` for ``ipa`` of ``text`` that has marks alone: the word would be lost."""
    if not any(unicodedata.category(symbol[0]) in {"Lu", "Ll", "Lo"} for symbol in symbols):
        raise make_refusal(f"[[{ipa}]]", text)


def phonemize_words(
    written: Sequence[Token], phonemize: Callable[[str], list[list[str]]]
) -> list[str]:
    """Return the phonemes of every word said by itself: one paragraph each, all in one call."""
    texts = [token.text for token in written]
    # A place for each word, so that they keep their numbers.
    plain = [" " if text.startswith("[[") else text for text in texts]
    # An empty line ends a sentence for espeak, so that each word is one of its own.
    found = phonemize("\n\n".join(plain))
    # A word may have become two sentences, or none: then each by itself.
    if len(found) != len(plain):
        found = [list(chain.from_iterable(phonemize(text))) for text in plain]
    return [
        text[2:-2] if text.startswith("[[") else "".join(symbols)
        for text, symbols in zip(texts, found, strict=True)
    ]


def keep_known(symbols: Sequence[str], inventory: Collection[str], text: str) -> list[str]:
    """Leave out the marks a voice does not know.

    A letter it does not know would be a sound lost, so that is a `SpeechError`; ``text`` is named.
    """
    kept = []
    for symbol in symbols:
        if symbol in inventory:
            kept.append(symbol)
        # Not Lm: marks of length, stress and aspiration are letters to Unicode and no sounds.
        elif unicodedata.category(symbol[0]) in {"Lu", "Ll", "Lo"}:
            raise make_refusal(f"the phoneme {symbol!r}", text)
    return kept


def make_refusal(what: str, text: str) -> SpeechError:
    """Return the error about something in ``text`` that the voice has no sound for."""
    return SpeechError(
        f"the voice has no sound for {what}",
        where=make_excerpt(text),
        hint="write the word differently in the lexicon",
    )


def make_excerpt(text: str) -> str:
    """Return the beginning of a paragraph, to name it in an error."""
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 3]}..."


def _write_pauses(text: str) -> str:
    """Write pauses so that espeak makes them: it passes over brackets, dashes and dots."""
    for pattern, mark in _PAUSES:
        text = pattern.sub(mark, text)
    return text


def _write_letters(text: str) -> str:
    """Write letters so that espeak names them.

    It says "R uh F", stresses each letter of I M F, and loses the s of IDs and MSPs.
    """
    text = _PLURAL.sub(lambda match: f"{' '.join(match['letters'])}'s", text)
    return _LETTER_A.sub(_NAME_OF_A, _LETTERS.sub(_join_letters, text))


def _join_letters(match: re.Match[str]) -> str:
    """Letters before a plain word go together, "I.M.F."; else a full stop could end a sentence."""
    if re.match(r" [a-z]", match.string[match.end() : match.end() + 2]):
        return match[0].replace(" ", ".") + "."
    # Only A: espeak takes it for the article even among letters.
    return re.sub("A", _NAME_OF_A, match[0])


def _append_phonemes(sentences: list[list[str]], part: str, found: Sequence[Sequence[str]]) -> None:
    """Append the phonemes of what stands beside ``[[ipa]]`` to the sentence it stands in."""
    # A mark right behind ``[[ipa]]``: espeak passes over one that a text begins with.
    if part[:1] and part[0] in ",;:.!?":
        sentences[-1].append(part[0])
    if part[:1].isspace() or part[:1] in {",", ";", ":"}:
        _append_space(sentences[-1])
    if found:
        _open_sentence(sentences).extend(found[0])
        sentences.extend([*phonemes] for phonemes in found[1:])
    if part[-1:].isspace():
        _append_space(sentences[-1])


def _open_sentence(sentences: list[list[str]]) -> list[str]:
    """Return the sentence that goes on, a new one when the last is closed."""
    # Only the mark ends a sentence: what stands on either side of ``[[ipa]]`` is one.
    if sentences[-1] and sentences[-1][-1] in ".!?":
        sentences.append([])
    return sentences[-1]


def _append_space(sentence: list[str]) -> None:
    if sentence and sentence[-1] not in " .!?":
        sentence.append(" ")
