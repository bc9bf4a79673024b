"""Words of a lexicon in a text that rules run over: the rules see a word, the lexicon says it.

A rule tells what "Dr" or "St" means by the word beside it, so it has to see one. A plain word
stands in the text as it is written while the rules run, and is replaced in what they return. A
word that a rule would change itself ("C#", "R&D", "IMF") has a stand-in that looks like a name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.speaking.lexicon import LexiconWords

__all__ = ["PRIVATE", "HeldText", "say_around_words"]

PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Matches characters of private use: pictures of a page's own font, and those we hold words in."""

_FIRST_HELD = 0xF0000
"""The first of the private characters that stand for words of a lexicon."""

_PLAIN = re.compile(r"(?=.*[^\W\d_A-Z])[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
"""Matches what stands as it is written: words of letters, not all of them capitals."""

_STAND_IN = "Qxjz"
"""How a stand-in begins; no language has a word with these letters in it."""

_LETTERS = "bcdfghjklmnpqrstvwxz"
"""What it ends with, two of them: consonants, so that it is no word and no initials."""

_WAYS = ("written", "stand-in", "held")
"""How a word is shown to the rules, from what tells them most to what they cannot touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldText:
    """What rules made of a text, with ``words`` of a lexicon still held in private characters."""

    text: str
    words: tuple[str, ...]
    shown: dict[str, str] = field(default_factory=dict)

    def unhide(self, piece: str) -> str:
        """Return a piece of what the rules saw as it is written; ``shown`` are the stand-ins."""
        for stand_in, word in self.shown.items():
            piece = piece.replace(stand_in, word)
        return PRIVATE.sub("", piece)

    def release(self) -> str:
        """Return the text with all words as the lexicon says them."""
        return PRIVATE.sub(lambda held: self.words[ord(held[0]) - _FIRST_HELD], self.text)


def say_around_words(text: str, words: LexiconWords, say: Callable[[str], str]) -> HeldText:
    """Return what ``say`` makes of ``text``, with the words of the lexicon held in it.

    ``text`` has no character of private use. Where the rules change a word, or make one more, they
    are asked again and see less of it; at last it is one character, which no rule looks at.
    """
    pattern = words.pattern
    found = Counter(pattern.findall(text)) if pattern else Counter[str]()
    if pattern is None or not found:
        return HeldText(text=say(text), words=())
    spoken = tuple(found)
    # Rules know a name by its capital from A to Z: "Dr Świątek" has none.
    ways = {word: 0 if _PLAIN.fullmatch(word) and word[0].isascii() else 1 for word in spoken}
    if len(spoken) > len(_LETTERS) ** 2 or _STAND_IN in text:
        ways = dict.fromkeys(spoken, len(_WAYS) - 1)
    while True:
        shown = {word: _show(word, at, _WAYS[ways[word]]) for at, word in enumerate(spoken)}
        said = say(_replace(pattern, shown, text))
        changed = _list_changed(said, found, shown, pattern)
        if not changed or all(_WAYS[ways[word]] == "held" for word in changed):
            break
        for word in changed:
            ways[word] = min(ways[word] + 1, len(_WAYS) - 1)
    for at, word in enumerate(spoken):
        if _WAYS[ways[word]] == "stand-in":
            said = said.replace(shown[word], _hold(at))
    held = {word: _hold(at) for at, word in enumerate(spoken) if _WAYS[ways[word]] == "written"}
    if held:
        said = _replace(pattern, held, said)
    return HeldText(
        text=said,
        words=tuple(words.said[word] for word in spoken),
        shown={stand_in: word for word, stand_in in shown.items()},
    )


def _replace(pattern: re.Pattern[str], new: dict[str, str], text: str) -> str:
    return pattern.sub(lambda match: new.get(match[0], match[0]), text)


def _show(word: str, at: int, way: str) -> str:
    """Return what the rules see of the word that was found as number ``at``."""
    if way == "written":
        return word
    if way == "held":
        return _hold(at)
    high, low = divmod(at, len(_LETTERS))
    stand_in = _STAND_IN + _LETTERS[high] + _LETTERS[low]
    return stand_in.lower() if word[:1].islower() else stand_in


def _hold(at: int) -> str:
    return chr(_FIRST_HELD + at)


def _list_changed(
    said: str, found: Counter[str], shown: dict[str, str], pattern: re.Pattern[str]
) -> list[str]:
    """Return the words that the rules took away or made more of.

    Of a word as it is written some may go: of "Mr Mar in Mar. 2024" one is a month.
    """
    left = Counter(pattern.findall(said))
    return [
        word
        for word, times in found.items()
        if not (
            0 < left[word] <= times if shown[word] == word else said.count(shown[word]) == times
        )
    ]
