"""IPA, as people write it in a lexicon, in the letters an English voice was trained with.

Names come from every language, so sounds that English has not become the English ones nearest to
them, as a newsreader says them. What is no sound at all is an error.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from audiopress.engines.english.sentences import is_heard
from audiopress.engines.speech.misaki import convert_symbols
from audiopress.engines.speech.phonemes import make_refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["convert_ipa", "read_ipa"]

_LETTERS = frozenset("AIOWYabdfhijklmnpstuvwzæðŋɑɒɔəɐɛɜɡɪɹʃʊʌʒʤʧθᵊ")
"""Letters of misaki's English lexicons that both varieties have, or whose sound both can say."""

_AMERICAN_LETTERS = _LETTERS | frozenset("Tᵻ")
"""Letters of an American voice: a flapped t and a reduced vowel too."""

_BRITISH_LETTERS = _LETTERS | frozenset("Q")
"""Letters of a British voice: the vowel of "go" too."""

_VOWELS = "AIOQWYaiuæɑɒɔəɐɛɜɪʊʌᵻ"
"""Letters of vowels, one of which a mark of stress stands before."""

_STRESS = "ˈˌ"
"""The two marks of stress."""

_MARKS = frozenset(f"{_STRESS}ː ,")
"""What may stand beside letters: stress, length, a space or a pause between two words."""

# Marks that change nothing here: a link, ties, steps and turns of the pitch, finer shades of a
# sound. The tilde of nasal vowels, the sign under syllabic consonants and the length mark do, and
# stay.
_SHADES = re.compile(
    r"\u203f|(?![\u0303\u0329])[\u0300-\u036f]|(?![ˈˌː])[ʰ-˿]|[ⁿᴬ-ᵪᶛ-ᶿ\ua700-\ua721\u2190-\u2199]"
)

# Before marks are left out: hooks of an r, a nasal that a word begins with (in "ᵐb", as "Mbappé"),
# and the h of "Hiroshima".
_BEFORE_SHADES = (
    ("ɜ˞", "ɝ"), ("ə˞", "ɚ"), ("˞", "ɹ"), ("(?<![^ .ˈˌ])ᵐ", "m"), ("(?<![^ .ˈˌ])ⁿ", "n"),
    ("(?<![^ .ˈˌ])ᵑ", "ŋ"), (r"\s", " "), ("ç(?=[iɪj])", "h"), ("ç", "x"),
)  # fmt: skip

# What parts two syllables or feet. It stays until all rules have been used: "ɪ.ə" are two vowels,
# and "t.ʃ" two consonants.
_PARTS = re.compile("[.|\u2016]")

# Foreign sounds, and the nearest of English as espeak writes them.
_NEAREST = str.maketrans({
    "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "ɹ", "ɺ": "ɹ", "χ": "x", "ħ": "h", "ɦ": "h", "ʜ": "h",
    "q": "k", "c": "k", "ɟ": "dj", "ɣ": "ɡ", "ɢ": "ɡ", "ɠ": "ɡ", "ʝ": "j", "β": "v", "ʋ": "v",
    "ⱱ": "v", "ɸ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ʈ": "t", "ʍ": "w", "ɥ": "w", "ɰ": "w",
    "ɱ": "m", "ɲ": "nj", "ɳ": "n", "ɴ": "ŋ", "ɭ": "l", "ʎ": "lj", "ɫ": "l", "ʟ": "l", "ɮ": "l",
    "ɕ": "ʃ", "ʂ": "ʃ", "ʑ": "ʒ", "ʐ": "ʒ", "ʦ": "ts", "ʣ": "dz", "ʨ": "ʧ", "ʥ": "ʤ",
    "y": "u", "ʉ": "u", "ø": "ɜː", "œ": "ɜː", "ɶ": "a", "ɵ": "ʊ", "ʏ": "ʊ", "ɯ": "ʊ", "ɨ": "ɪ",
    "ɘ": "ə", "ɞ": "ɜ", "ɤ": "ʌ", "ʔ": "", "ʕ": "", "r": "ɹ", "ɧ": "ʃ", "ʘ": "p", "ǀ": "k",
    "ǁ": "k", "ǂ": "k", "ǃ": "k",
})  # fmt: skip

_ANY_VOWEL = "[aeiouyæøœɐɑɒɔəɘɛɜɞɤɨɪɯɵɶʉʊʌʏ]"
"""Matches a vowel of any language."""

# A nasal vowel is the vowel and an n, which stands behind a nasal glide ("ɐ̃w̃"). How the length
# mark and the tilde follow each other is everybody's own.
_NASAL = (
    ("\u0303ː", "ː\u0303"), (f"({_ANY_VOWEL}ː?)\u0303([wjɪʊ])\u0303", "\\1\\2n"),
    ("oː?\u0303", "ɔn"), (f"({_ANY_VOWEL}ː?)\u0303", "\\1n"), ("ɰ\u0303", "n"),
    ("([wj])\u0303", "\\1n"),
)  # fmt: skip

# Of "ñ" and "gl" English says the j before a vowel alone.
_PALATALS = (
    (f"ɲ(?!ː?[.ˈˌ]*{_ANY_VOWEL})", "n"), (f"ʎ(?!ː?[.ˈˌ]*{_ANY_VOWEL})", "l"),
    (f"ɟ(?!ː?[.ˈˌ]*{_ANY_VOWEL})", "dʒ"),
)  # fmt: skip

# Before espeak's letters become misaki's: the other variety's vowels, and pure ones of other
# languages. "e" and "o" are half of a diphthong in espeak's English, and vowels in IPA: long, or at
# the end of a word, English says them as that diphthong.
_SHARED = (
    ("ːː+", "ː"), ("eː(?![.]?ɹ)|e(?= |$)", "eɪ"), ("e(?![ɪə])", "ɛ"), ("ɝː?", "ɜː"),
)  # fmt: skip
_SAID_VOWEL = "[aeiouæɑɒɔəɐɛɜɪʊʌᵻɚɝɹː]"
"""Matches the letters of English vowels, and what may stand at their end."""

# A tap is an American t only between two vowels of which the second has no stress: "butter".
_TAP = f"ɾ(?!{_SAID_VOWEL})|(?<!{_SAID_VOWEL})(?<!{_SAID_VOWEL}[.])ɾ"

# An unstressed "ɪə" or "ʊə" that nothing coloured by r follows is two vowels, as in "India".
_STRESSED = rf"((?:[ˈˌ]|(?<![^ ]))[^{_VOWELS}eo .]*)"

# For an American voice: its own diphthongs, and r-coloured vowels where British ones glide. An r
# is heard once, also where the next syllable begins with it.
_AMERICAN = (
    *_SHARED, (_TAP, "ɹ"), ("əʊ", "oʊ"), ("ɒː?", "ɑː"), ("[eɛ]əɹ?", "ɛɹ"),
    ("(?<![aeɔ])ɪəɹ", "ɪɹ"), (f"{_STRESSED}ɪə", "\\1ɪɹ"), ("(?<![aeɔ])ɪə", "iə"),
    ("(?<![aoə])ʊəɹ", "ʊɹ"), (f"{_STRESSED}ʊə", "\\1ʊɹ"), ("(?<![aoə])ʊə", "uə"),
    ("a(?![ɪʊ])", "ɑ"), ("o(?!ʊ|ː?[.]?ɹ)ː?", "oʊ"), ("ɜː?[.]?ɹ", "ɜːɹ"),
    ("([ɹɚ])[.]?ɹ", "\\1"),
)  # fmt: skip
# For a British voice: its own diphthong, no r-coloured vowels, one a for "cat". Consonants have no
# length in English.
_BRITISH = (
    *_SHARED, (f"(?<!{_SAID_VOWEL})ː", ""), ("oʊ", "əʊ"), ("ɛə", "eə"),
    ("ɜː?ɹ(?![.]?[aeiouæɑɒɔəɛɜɪʊʌ])", "ɜː"), ("ɚ", "ə"),
    ("ᵻ", "ɪ"), ("ɾ", "ɹ"), ("æ", "a"), ("oː(?![.]?ɹ)", "əʊ"), ("o(?=ː?[.]?ɹ)", "ɔ"), ("o", "əʊ"),
)  # fmt: skip

# In misaki's alphabet a mark of stress stands right before its vowel.
_MISPLACED = re.compile(f"([{_STRESS}])([^{_VOWELS}{_STRESS} ,]+)(?=[{_VOWELS}])")


def read_ipa(ipa: str, text: str, *, british: bool) -> str:
    """Return ``ipa``, which stands in ``text``, in misaki's alphabet; raises `SpeechError`."""
    try:
        found = convert_ipa(ipa, british=british)
    except ValueError as error:
        raise make_refusal(f"{str(error)!r} in [[{ipa}]]", text) from error
    if not is_heard(found):
        raise make_refusal(f"[[{ipa}]]", text)
    return found


def convert_ipa(ipa: str, *, british: bool) -> str:
    """Return ``ipa`` in misaki's alphabet, for a British or an American voice.

    Raises ``ValueError`` with the first letter that no English voice can say.
    """
    # In one piece, as ``ç`` is a letter of its own; then all accents apart.
    text = _replace(_BEFORE_SHADES, unicodedata.normalize("NFC", ipa))
    text = _replace(_NASAL, _SHADES.sub("", unicodedata.normalize("NFD", text)))
    text = _PARTS.sub(".", _replace(_PALATALS, text).translate(_NEAREST))
    text = _replace(_BRITISH if british else _AMERICAN, text)
    text = convert_symbols(text, "en-gb" if british else "en-us").replace(".", "")
    text = _MISPLACED.sub(r"\2\1", text)
    letters = _BRITISH_LETTERS if british else _AMERICAN_LETTERS
    for symbol in text:
        if symbol not in letters and symbol not in _MARKS:
            raise ValueError(symbol)
    return text


def _replace(rules: Sequence[tuple[str, str]], text: str) -> str:
    for pattern, symbols in rules:
        text = re.sub(pattern, symbols, text)
    return text
