"""IPA, as people write it in a lexicon, in the letters an English voice was trained with.

Names come from every language, so sounds that English has not become the English ones nearest to
them, as a newsreader says them. What is no sound at all is an error.
"""

from __future__ import annotations

import re
import unicodedata

from audiopress.engines.english.sentences import is_heard
from audiopress.engines.speech.misaki import convert_symbols
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError

__all__ = ["convert_ipa", "make_refusal", "read_ipa"]

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

# Marks that change nothing here: between syllables, ties, finer shades of a sound. The tilde of
# nasal vowels, the sign under syllabic consonants and the length mark do, and stay.
_SHADES = re.compile(r"[.|\u203f\u2016]|(?![\u0303\u0329])[\u0300-\u036f]|(?![ˈˌː])[ʰ-˿ⁿ]")

# Foreign sounds, and the nearest of English as espeak writes them.
_NEAREST = str.maketrans({
    "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "ɹ", "ɺ": "ɹ", "χ": "x", "ħ": "h", "ɦ": "h", "ʜ": "h",
    "q": "k", "c": "k", "ɟ": "dj", "ɣ": "ɡ", "ɢ": "ɡ", "ɠ": "ɡ", "ʝ": "j", "β": "v", "ʋ": "v",
    "ⱱ": "v", "ɸ": "f", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ʈ": "t", "ʍ": "w", "ɥ": "w", "ɰ": "w",
    "ɱ": "m", "ɲ": "nj", "ɳ": "n", "ɴ": "ŋ", "ɭ": "l", "ʎ": "lj", "ɫ": "l", "ʟ": "l", "ɮ": "l",
    "ɕ": "ʃ", "ʂ": "ʃ", "ʑ": "ʒ", "ʐ": "ʒ", "ʦ": "ts", "ʣ": "dz", "ʨ": "ʧ", "ʥ": "ʤ",
    "y": "u", "ʉ": "u", "ø": "ɜː", "œ": "ɜː", "ɶ": "a", "ɵ": "ʊ", "ʏ": "ʊ", "ɯ": "ʊ", "ɨ": "ɪ",
    "ɘ": "ə", "ɞ": "ɜ", "ɤ": "ʌ", "ʔ": "", "ʕ": "",
})  # fmt: skip

# Before espeak's letters become misaki's: the other variety's vowels, and pure ones of other
# languages. "e" and "o" are half of a diphthong in espeak's English, and vowels in IPA.
_SHARED = (("([ɑɔɛæeoaiɐœ]ː?)\u0303", "\\1n"), ("e(?![ɪə])", "ɛ"), ("ɝː?", "ɜː"))
# For an American voice: its own diphthongs, and r-coloured vowels where British ones glide.
_AMERICAN = (
    *_SHARED, ("əʊ", "oʊ"), ("ɒː?", "ɑː"), ("[eɛ]əɹ?", "ɛɹ"), ("(?<![aeɔ])ɪəɹ?", "ɪɹ"),
    ("(?<![aoə])ʊəɹ?", "ʊɹ"),
    ("a(?![ɪʊ])", "ɑ"), ("o(?!ʊ|ː?ɹ)ː?", "oʊ"),
)  # fmt: skip
# For a British voice: its own diphthong, no r-coloured vowels, one a for "cat".
_BRITISH = (
    *_SHARED, ("oʊ", "əʊ"), ("ɛə", "eə"), ("ɜː?ɹ(?![aeiouæɑɒɔəɛɜɪʊʌ])", "ɜː"), ("ɚ", "ə"),
    ("ᵻ", "ɪ"), ("ɾ", "ɹ"), ("æ", "a"), ("oː(?!ɹ)", "əʊ"), ("o(?=ː?ɹ)", "ɔ"), ("o", "əʊ"),
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


def make_refusal(what: str, text: str) -> SpeechError:
    """Return the error about something in ``text`` that the voice has no sound for."""
    return SpeechError(
        f"the voice has no sound for {what}",
        where=make_excerpt(text),
        hint="write the word differently in the lexicon",
    )


def convert_ipa(ipa: str, *, british: bool) -> str:
    """Return ``ipa`` in misaki's alphabet, for a British or an American voice.

    Raises ``ValueError`` with the first letter that no English voice can say.
    """
    # In one piece, as ``ç`` is a letter of its own; then all accents apart.
    text = unicodedata.normalize("NFC", ipa).replace("ç", "x")
    text = _SHADES.sub("", unicodedata.normalize("NFD", text)).translate(_NEAREST)
    for pattern, symbols in _BRITISH if british else _AMERICAN:
        text = re.sub(pattern, symbols, text)
    text = convert_symbols(text, "en-gb" if british else "en-us")
    text = _MISPLACED.sub(r"\2\1", text)
    letters = _BRITISH_LETTERS if british else _AMERICAN_LETTERS
    for symbol in text:
        if symbol not in letters and symbol not in _MARKS:
            raise ValueError(symbol)
    return text
