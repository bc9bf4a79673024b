"""How far the sounds of words are from each other, as an ear or a recogniser takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["measure_distance"]

_MANNERS: Final = ("pbtdkɡʔɾT", "mnŋ", "fvθðszʃʒh", "ʧʤ", "wjɹlr")
"""Consonants by how they are made: stopped, through the nose, hissed, both, or glided."""

_PLACES: Final = ("pbmfvw", "θð", "tdnszlɾT", "ʃʒʧʤjɹr", "kɡŋ", "hʔ")
"""Consonants by where: lips, teeth, the ridge behind them, the palate, its back, the throat."""

_CONSONANTS: Final = frozenset("".join(_MANNERS))
"""All others are vowels, which are not told apart any further."""

_PART: Final = 0.5
"""What a consonant differs by that is made otherwise, or elsewhere; by its voice alone, half of
it (International Phonetic Alphabet, chart of pulmonic consonants: manner, place, voice)."""

_VOWEL: Final = 0.25
"""What one vowel differs from another: they move most between speakers, and are swapped most."""

_WEAK: Final = frozenset("əᵊɐɪhʔ")
"""Sounds that quick speech leaves out ("assure" as "share")."""

_WEAK_COST: Final = 0.25
"""What a weak sound counts that only one side has; any other one counts 1."""


def measure_distance(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the distance of two rows of sounds: 0 for equal ones, 1 for nothing in common.

    It is the least cost of changes, as of Levenshtein, over the length of the longer row.
    """
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _cost_alone(sound))
    for mine in one:
        above, row = row, [row[0] + _cost_alone(mine)]
        for place, theirs in enumerate(other):
            changed = above[place] + _cost_change(mine, theirs)
            missing = above[place + 1] + _cost_alone(mine)
            row.append(min(changed, missing, row[place] + _cost_alone(theirs)))
    return min(1.0, row[-1] / max(len(one), len(other), 1))


def _cost_alone(sound: str) -> float:
    return _WEAK_COST if sound in _WEAK else 1.0


def _cost_change(one: str, other: str) -> float:
    if one == other:
        return 0.0
    consonants = (one in _CONSONANTS) + (other in _CONSONANTS)
    if consonants == 1:
        return 1.0
    if not consonants:
        return _VOWEL
    differs = [_find(one, table) != _find(other, table) for table in (_MANNERS, _PLACES)]
    return _PART * sum(differs) if any(differs) else _PART / 2


def _find(sound: str, table: tuple[str, ...]) -> int:
    return next(number for number, sounds in enumerate(table) if sound in sounds)
