"""Where what was heard parts from what was to be said: runs of words that differ.

An average over a paragraph hides ten seconds of rubbish in a long one; a run does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = ["Difference", "find_differences", "settle_readings"]

_SMALL: Final = {1: 0.3, 2: 0.5, 3: 0.5}
"""What a word of so many letters counts that was said and not heard, or the other way round:
recognisers drop some, and letters that are said one by one most."""

_ONE_SIDED: Final = 0.9
"""Words that may be missing, or too many: less than one of four letters ..."""

_CHANGED: Final = 2.0
"""... and words that may be others: names of two words are heard as any that sound like them
(1.7 in 2,141 words of news read by the voice heart, Whisper base)."""

_DOUBTFUL: Final = 0.4
"""Words of the language, no names, that may be others before they are asked for: "times have" was
heard as "to have" where "times" was cut out (0.7), and 3 of 100 right paragraphs have as much."""

_HOMOPHONES: Final = {"to": "two", "too": "two", "for": "four", "won": "one", "ate": "eight"}
"""Words that sound as a number does."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that differ, one after another: ``said`` from word ``at`` on, and ``heard`` instead.

    ``place`` is the number of the first word that was heard instead. Words that are too many or
    missing may as well be others that are the same, as of a sentence that is heard twice: the run
    stands anywhere from ``before`` words before ``at`` to ``behind`` words behind it.
    """

    at: int
    said: tuple[str, ...]
    heard: tuple[str, ...]
    place: int = field(default=0, compare=False)
    before: int = field(default=0, compare=False)
    behind: int = field(default=0, compare=False)

    @property
    def weight(self) -> float:
        """How many words are not those that were to be said.

        Words that are written otherwise and sound alike count by how many letters they share, and
        a name that was heard as two words does not count twice.
        """
        if not self.said or not self.heard:
            return sum(_SMALL.get(len(word), 1.0) for word in self.said + self.heard)
        said, heard = "".join(self.said), "".join(self.heard)
        alike = SequenceMatcher(None, said, heard, autojunk=False).ratio()
        return max(len(self.said), len(self.heard)) * (1 - alike)

    @property
    def is_wrong(self) -> bool:
        """Whether it is more than a recogniser mishears of what is said right."""
        return self.weight > (_CHANGED if self.said and self.heard else _ONE_SIDED)

    def is_fault(self, numerals: Collection[str]) -> bool:
        """Whether it is wrong, or changes a number."""
        return self.is_wrong or self.changes_number(numerals)

    def is_doubtful(self, common: frozenset[str]) -> bool:
        """Whether only ``common`` words, that a model can spell, were to be said."""
        return self.weight >= _DOUBTFUL and bool(self.said) and common.issuperset(self.said)

    def meets(self, other: Difference) -> bool:
        """Whether both stand, or may stand, at one place of what was to be said."""
        (begin, end), (start, stop) = self._reach, other._reach
        return begin <= stop and start <= end

    @property
    def _reach(self) -> tuple[int, int]:
        return self.at - self.before, self.at + len(self.said) + self.behind

    def changes_number(self, numerals: Collection[str]) -> bool:
        """Whether a number was to be said, and another one was heard."""
        said, heard = (
            [_HOMOPHONES.get(word, word) for word in side] for side in (self.said, self.heard)
        )
        numbers, others = ([word for word in side if word in numerals] for side in (said, heard))
        return bool(numbers) and bool(others) and numbers != others


def find_differences(
    said: Sequence[str], heard: Sequence[str], also: Mapping[str, str] | None = None
) -> list[Difference]:
    """Return the runs of words that differ, in their order.

    ``also`` has, by words as they are said, how they are written: either may have been heard.
    """
    same = also or {}
    steps = _align(said, heard)
    runs = []
    for (one, other), (end, stop) in pairwise(((-1, -1), *steps, (len(said), len(heard)))):
        words, instead = tuple(said[one + 1 : end]), tuple(heard[other + 1 : stop])
        plain = "".join(words)
        if (words or instead) and "".join(instead) not in (plain, same.get(plain, plain)):
            run = Difference(one + 1, words, instead, other + 1)
            runs.append(_let_slide(run, said, heard))
    return runs


def _let_slide(run: Difference, said: Sequence[str], heard: Sequence[str]) -> Difference:
    """Return a run with how far it may stand before and behind, if it has words of one side."""
    if run.said and run.heard:
        return run
    side, first = (said, run.at) if run.said else (heard, run.place)
    stop = first + len(run.said or run.heard)
    before = _count_equal(side[:first][::-1], side[:stop][::-1])
    return replace(run, before=before, behind=_count_equal(side[first:], side[stop:]))


def _count_equal(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words are the same from the first ones on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def settle_readings(
    ways: Sequence[Sequence[Difference]], numerals: Collection[str]
) -> list[Difference]:
    """Return the runs of the first way, or at their place those of another that differs less.

    The ways are how what was heard may be read. They are weighed place by place: one sentence may
    have figures that only one of them reads as they were said, and others that another does.
    """
    first, *others = ways

    def rate(runs: Sequence[Difference]) -> tuple[bool, float]:
        return any(run.is_fault(numerals) for run in runs), sum(run.weight for run in runs)

    found: list[Difference] = []
    for run in first:
        here = [[other for other in way if other.meets(run)] for way in others]
        found += [each for each in min([[run], *here], key=rate) if each not in found]
    return found


def _align(said: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of equal words, in both, as many as there can be (Levenshtein)."""
    rows = _count_costs(said, heard)
    found = []
    one, other = len(said), len(heard)
    while one and other:
        if rows[one][other] == rows[one - 1][other - 1] + (said[one - 1] != heard[other - 1]):
            one, other = one - 1, other - 1
            if said[one] == heard[other]:
                found.append((one, other))
        elif rows[one][other] == rows[one - 1][other] + 1:
            one -= 1
        else:
            other -= 1
    return found[::-1]


def _count_costs(said: Sequence[str], heard: Sequence[str]) -> list[list[int]]:
    rows = [list(range(len(heard) + 1))]
    for number, word in enumerate(said, 1):
        above, row = rows[-1], [number]
        for place, other in enumerate(heard):
            changed = above[place] + (word != other)
            row.append(min(changed, above[place + 1] + 1, row[place] + 1))
        rows.append(row)
    return rows
