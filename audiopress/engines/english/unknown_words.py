"""How words that no lexicon has are said: a small network of hibari's, given all of the word.

By itself it passes over letters it does not know and over all behind the first 24.
"""

from __future__ import annotations

import threading
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import hibari
from anyascii import anyascii
from hibari.g2p.oov import OOV

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["UnknownLetterError", "UnknownWords"]

_NETWORKS = {False: "oov.onnx", True: "oov_gb.onnx"}
"""File of the package, by whether the voice is British."""

_LETTERS = str.maketrans({"ʀ": "ɹ", "1": "", "-": "", "(": "", ")": ""})
"""Signs of the network, left over from what it was trained on, that no voice was trained with."""


_SIGNS_FOR_WORDS = frozenset({"CJK", "CUNEIFORM"})
"""Scripts, as Unicode's names of their signs begin, of which a sign is a word or a syllable: one
that is not known would be lost."""


class UnknownLetterError(Exception):
    """A letter that cannot be read, and is not passed over; its text is the letter."""


class UnknownWords:
    """Gives phonemes for any word; loads the network at the first one."""

    def __init__(self, *, british: bool) -> None:
        """Load nothing."""
        self._path = Path(hibari.__file__).parent / "assets" / _NETWORKS[british]
        self._network: OOV | None = None
        self._loading = threading.Lock()

    def __call__(self, word: str) -> str:
        """Return the phonemes of ``word``; raises `UnknownLetterError`."""
        network = self._load()
        composed = unicodedata.normalize("NFC", word)
        letters = "".join(_romanise(letter, network.cin) for letter in composed)
        pieces = range(0, len(letters), network.maxlen)
        found = (network(letters[at : at + network.maxlen]) or "" for at in pieces)
        return "".join(found).translate(_LETTERS)

    def _load(self) -> OOV:
        with self._loading:
            if self._network is None:
                self._network = OOV(str(self._path))
            return self._network


def _romanise(letter: str, known: Collection[str]) -> str:
    """Return a letter as the network reads it best: ASCII, if it is not a Latin one it knows.

    It has some letters of other scripts, and says their names: "Путин" would be six letters.
    """
    if letter.isascii() or (letter in known and unicodedata.name(letter).startswith("LATIN")):
        return letter
    # Marks on letters are read with them; letters above the line are aspiration and the like.
    if unicodedata.category(letter)[0] == "M" or unicodedata.category(letter) == "Lm":
        return ""
    return anyascii(letter).strip() or _say_carrier(letter)


def _say_carrier(letter: str) -> str:
    """Return how a letter is read that has no Latin one: scripts of letters have a few.

    All but Korea's, which is silent, are an A or what carries a vowel: the Arabic alef.
    """
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script in _SIGNS_FOR_WORDS or not script:
        raise UnknownLetterError(letter)
    return "" if script in ("HANGUL", "HALFWIDTH") else "a"
