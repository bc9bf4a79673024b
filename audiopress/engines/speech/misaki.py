"""The alphabet of misaki, the text-to-phoneme part of Kokoro and of what was distilled from it.

One letter for a diphthong or an affricate, superscripts for reduced vowels.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["convert_symbols", "join_ties", "tie_ipa"]

# espeak's symbols and Kokoro's, applied in this order. All languages share these; the last of them,
# a sign under syllabic consonants, goes after all others, as rules of English look for it.
_SHARED = (("d\u0361?ʒ", "ʤ"), ("t\u0361?ʃ", "ʧ"), ("g", "ɡ"), ("\u0329", ""))
# English: diphthongs are one capital letter, reduced vowels are superscripts. So writes misaki,
# the text-to-phoneme part that Kokoro was trained with.
_ENGLISH = (
    ("eɪ", "A"), ("aɪ", "I"), ("aʊ", "W"), ("ɔɪ", "Y"), ("ʔn\u0329?", "tᵊn"), ("əl\\b", "ᵊl"),
    ("n\u0329", "ᵊn"), ("l\u0329", "ᵊl"), ("ʲ", ""), ("ɬ", "l"), ("[xç]", "k"), ("r", "ɹ"),
    ("\u0303", ""), ("ɐ", "ə"),
)  # fmt: skip
# American English: no length marks, r-coloured vowels as two symbols, a flapped t as ``T``.
_AMERICAN = (("oʊ", "O"), ("ɜː(ɹ)?", "ɜɹ"), ("ɚ", "əɹ"), ("ɾ", "T"), ("ː", ""), ("o", "ɔ"))
# British English: its own diphthongs; length marks stay.
_BRITISH = (("əʊ", "Q"), ("eə", "ɛː"), ("iə", "ɪə"), ("ɾ", "t"))


def convert_symbols(espeak: str, language: str) -> str:
    """Return espeak's phonemes in Kokoro's symbols; ``language`` is espeak's name for it."""
    rules: tuple[tuple[str, str], ...] = ()
    if language.startswith("en"):
        rules = (*_ENGLISH, *(_AMERICAN if language == "en-us" else _BRITISH))
    for pattern, symbol in (*_SHARED[:-1], *rules, _SHARED[-1]):
        espeak = re.sub(pattern, symbol, espeak)
    return espeak


# Two letters of one sound in a language that is not English, tied by espeak, and misaki's letter
# for them. Others stay two.
_TIED = {
    "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q", "ɔ^ɪ": "Y",
    "d^ʒ": "ʤ", "t^ʃ": "ʧ", "d^z": "ʣ", "t^s": "ʦ", "s^s": "S",
}  # fmt: skip


_TIES = re.compile("[\u0361\u035c\u203f]")
"""How people write in IPA that two letters are one sound."""

_AFFRICATES = ("dʒ", "tʃ", "dz", "ts")
"""Two letters that people write for one sound without a tie, in every language."""

_DIPHTHONGS = ("aɪ", "aʊ", "eɪ", "oʊ", "əʊ", "ɔɪ")
"""The same of vowels, where espeak ties them (`_DIPHTHONGS_IN`)."""

_DIPHTHONGS_IN = ("es", "pt")
"""Languages in whose text espeak ties diphthongs; in Italian they are two letters."""

# Letters that these voices have not, and the sound nearest to theirs.
_NEAREST = str.maketrans({
    "ʀ": "ʁ", "ɫ": "l", "ɭ": "l", "ʟ": "l", "ɬ": "l", "ɮ": "l", "ɱ": "m", "ɺ": "ɾ", "ʍ": "w",
    "ħ": "h", "ɦ": "h", "ʜ": "h", "ʑ": "ʒ", "ʐ": "ʒ", "ɢ": "ɡ", "ɠ": "ɡ", "ɓ": "b", "ɗ": "d",
    "ʏ": "y", "ʉ": "u", "ɵ": "ø", "ɞ": "œ", "ɘ": "ə", "ɶ": "œ", "ɝ": "ɜ",
})  # fmt: skip


def tie_ipa(ipa: str, language: str) -> str:
    """Return ``ipa`` as espeak gives the phonemes of ``language`` with ties: ``t^ʃ``.

    Letters apart from accents (NFD); what parts two sounds (``a.ɪ``) is left in it.
    """
    text = unicodedata.normalize("NFD", ipa).translate(_NEAREST)
    text = _TIES.sub("^", text)
    diphthongs = _DIPHTHONGS if language.startswith(_DIPHTHONGS_IN) else ()
    for first, second in (*_AFFRICATES, *diphthongs):
        text = text.replace(first + second, f"{first}^{second}")
    return text


def join_ties(espeak: str) -> str:
    """Return espeak's phonemes with ties (``t^ʃ``) in Kokoro's symbols, one letter a sound.

    For other languages than English: these voices were trained on espeak's phonemes so written.
    """
    joined = re.sub(".\\^.", lambda match: _TIED.get(match[0], match[0]), espeak)
    # NFD has parted the one letter with a mark that is a letter here.
    return joined.replace("^", "").replace("g", "ɡ").replace("c\u0327", "ç")
