"""What kind of change a line had: other signs, other spelling, or other words.

Only a change that leaves what is said as it was may leave the sound as it was. So figures, and
words that are words, never count as spelling: "hired" is no misspelt "fired".
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "ChangeKind", "measure_change"]

ChangeKind = Literal["punctuation", "spelling", "wording"]

_SOFT = re.compile(
    r"(?<=\w)['\u2019](?=\w)"
    r"|[.,;:!?\u2026'\u2018-\u201f\"\u00ab\u00bb\u2039\u203a()\[\]\-\u2010-\u2015\s]+(?!\d)"
    r"|\s+"
)
"""Signs that no voice says, but for those before a figure: ``1.5``, ``-5`` and ``.5``."""

_TOKEN = re.compile(r"\w+(?:'\w+)*|[^\w\s]")
"""A word, or a sign that is said: ``$``, ``%``."""

_LONGEST_SLIP = 2
"""Letters by which a slip of the hand differs at most: more is another word."""

_SHORT = 6
"""Letters below which a word may differ by one only: of four letters two make any other word."""

_SHORTEST = 4
"""Letters of the shortest word that counts as misspelt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What kind a change is, and how many words it spells otherwise."""

    kind: ChangeKind
    words: int = 0


def measure_change(before: str, after: str, language: str) -> Change:
    """Return what kind of change leads from one line to another.

    Signs are compared in every language, spelling in English: we have no words of the others.
    """
    old, new = _list_tokens(before), _list_tokens(after)
    if old == new:
        return Change(kind="punctuation")
    if language.partition("-")[0].lower() != "en":
        return Change(kind="wording")
    words = 0
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        if not _is_respelt(old[start:end], new[begin:stop]):
            return Change(kind="wording")
        words += max(end - start, stop - begin)
    return Change(kind="spelling", words=words)


def _list_tokens(line: str) -> list[str]:
    """Return what is said of a line: its words and figures, and the signs among them."""
    return _TOKEN.findall(_SOFT.sub(_soften, line))


def _soften(sign: re.Match[str]) -> str:
    """Return what stands for a sign: an apostrophe within a word stays, in one form."""
    within = sign[0] in ("'", "\u2019") and sign.string[sign.end() : sign.end() + 1].isalpha()
    return "'" if within and sign.string[: sign.start()][-1:].isalpha() else " "


def _is_respelt(old: list[str], new: list[str]) -> bool:
    """Whether words are the same, spelt otherwise: misspelt, or parted and joined."""
    if len(old) == len(new):
        return all(_is_misspelt(*pair) for pair in zip(old, new, strict=True))
    joined = "".join(old) == "".join(new) and "".join(old).isalpha()
    # "alot" and "everytime" are no words; "may be" and "maybe" are both, and say something else.
    return joined and not all(map(_is_word, old)) and all(map(_is_word, new))


def _is_misspelt(old: str, new: str) -> bool:
    """Whether ``old`` is no word, and ``new`` the word that was meant."""
    if not (old.isalpha() and new.isalpha()) or min(len(old), len(new)) < _SHORTEST:
        return False
    most = 1 if min(len(old), len(new)) < _SHORT else _LONGEST_SLIP
    if count_slips(old.lower(), new.lower()) > most:
        return False
    return not _is_word(old) and _is_word(new)


def _is_word(word: str) -> bool:
    from audiopress.engines.english.dictionary import is_english_word  # noqa: PLC0415 - for these

    return is_english_word(word)


def count_slips(old: str, new: str) -> int:
    """Return how many letters were added, left out, changed, or changed places with the next."""
    before: list[int] = []
    row = list(range(len(new) + 1))
    for at, letter in enumerate(old, 1):
        following = [at]
        for to, other in enumerate(new, 1):
            cost = min(row[to] + 1, following[to - 1] + 1, row[to - 1] + (letter != other))
            if at > 1 and to > 1 and (letter, old[at - 2]) == (new[to - 2], other):
                cost = min(cost, before[to - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1]
