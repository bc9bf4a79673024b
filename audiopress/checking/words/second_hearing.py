"""A second hearing of a paragraph that may be wrong: alone, and asked for the words themselves.

What a recogniser writes is the likeliest text, not the only likely one. Where both hearings have a
doubt at one place, it is asked how much less likely the words are that were to be said.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from audiopress.checking.words.comparable import list_numerals, list_readings
from audiopress.checking.words.heard_paragraphs import compare_paragraphs, describe_run, spell
from audiopress.checking.words.recogniser import RATE
from audiopress.checking.words.rewording import reword
from audiopress.checking.words.same_sound import (
    mistakable,
    slurred,
    sound_alike,
    sound_nearly_alike,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from audiopress.checking.words.differences import Difference
    from audiopress.checking.words.heard_paragraphs import HeardParagraph, Paragraph
    from audiopress.checking.words.recogniser import Recogniser

__all__ = ["hear_again", "list_common_words", "list_standing"]

_LONGEST: Final = 30.0
"""Seconds of sound that can be asked for words at once."""

_PLAUSIBLE: Final = 2.5
"""How much less likely, as a natural logarithm, words may be that were said nevertheless: 2.1 at
most in 24 right articles (the voice heart, Whisper base); where a word was cut out or a number put
in, 3.1 at least, and 7.1 of all but three of 34."""

_PLAUSIBLE_NEAR: Final = 8.0
"""The same for words of nearly the same sounds, which a model parts by what is likelier to be
written: right ones were less likely by 3.7 to 7.0 ("dock" as "dot"; voices joe and af_heart)."""

_MISHEARD: Final = 3.0
"""Words that are asked for at most: where more differ, nobody misheard."""


def hear_again(
    paragraph: Paragraph, look: HeardParagraph, cut: Callable[[], NDArray[np.float32]],
    recogniser: Recogniser, language: str,
) -> HeardParagraph:  # fmt: skip
    """Return what is left of the doubts in a ``look`` when its paragraph is heard alone.

    ``cut`` gives its sound. One that is too long to be asked for at once keeps what is a fault. Of
    a voice that is not heard clearly (`is_unclear`) words that may be slurred are not doubted.
    """
    list_doubts = partial(_list_doubts, paragraph=paragraph, language=language, clear=look.clear)
    doubts = list_doubts(look.runs, look.said)
    if not doubts:  # what else differs sounds alike
        return look._replace(fault="")
    samples = cut()
    if len(samples) > _LONGEST * RATE:
        numerals = list_numerals(language)
        faults = [
            run for run in doubts if run.is_fault(numerals) and not _is_misheard(run, language)
        ]
        return look._replace(fault=describe_run(faults[0], look.said) if faults else "")
    heard = recogniser.hear(samples, language)
    (again,) = compare_paragraphs([paragraph], [look.place], heard, language)
    both = [run for run in list_doubts(again.runs, again.said) if any(map(run.meets, doubts))]
    weigh = partial(recogniser.weigh, samples, language)
    wrong = list(list_standing(spell(paragraph), heard, both, weigh, language))
    fault = describe_run(wrong[0], again.said) if wrong else ""
    return again._replace(fault=fault, clear=look.clear)


def _list_doubts(
    runs: Iterable[Difference], said: Sequence[str], paragraph: Paragraph, language: str,
    *, clear: bool,
) -> list[Difference]:  # fmt: skip
    numerals, common = list_numerals(language), list_common_words(spell(paragraph), language)
    return [
        run
        for run in runs
        if (run.is_fault(numerals) or _is_doubtful(run, common, language, clear=clear))
        and not sound_alike(run.said, run.heard, language)
        and not _is_doubled(run, said)
    ]


def _is_doubtful(run: Difference, common: frozenset[str], language: str, *, clear: bool) -> bool:
    """Whether to ask for single words: of a voice heard unclearly, what sounds quite otherwise."""
    if not run.is_doubtful(common):
        return False
    return clear or not slurred(run.said, run.heard, language)


def _is_doubled(run: Difference, said: Sequence[str]) -> bool:
    """Whether all that was not heard is one word that stands twice: a model writes it once."""
    if run.heard or len(run.said) != 1:
        return False
    return run.said[0] in (*said[max(0, run.at - 1) : run.at], *said[run.at + 1 : run.at + 2])


def _is_misheard(run: Difference, language: str) -> bool:
    """Whether a run that nobody can ask for differs by no more than an ending or a vowel.

    Numbers do not: "fifteen" is not "fifty".
    """
    numbers = run.changes_number(list_numerals(language))
    return not numbers and sound_nearly_alike(run.said, run.heard, language)


def list_common_words(said: str, language: str) -> frozenset[str]:
    """Return the words of a text that are written small: no names, so a model can spell them."""
    small = [each for each in said.split() if each == each.lower()]
    return frozenset(list_readings(" ".join(small), language)[1])


def list_standing(
    said: str,
    heard: str,
    doubts: Iterable[Difference],
    weigh: Callable[[Sequence[str]], list[float]],
    language: str,
) -> Iterator[Difference]:
    """Yield the runs in ``heard`` for which it is not plausible that ``said`` was said there.

    ``weigh`` gives the logarithms of the probabilities of texts with the paragraph's sound.
    """
    for run in doubts:
        text = reword(said, heard, run, language) if run.weight <= _MISHEARD else ""
        if not text:
            if not _is_misheard(run, language):
                yield run
            continue
        own, other = weigh([text, heard])
        if own < other - _find_bound(run, language):
            yield run


def _find_bound(run: Difference, language: str) -> float:
    """Return how much less likely the words of a run may be; numbers that differ are never near."""
    numbers = run.changes_number(list_numerals(language))
    near = not numbers and mistakable(run.said, run.heard, language)
    return _PLAUSIBLE_NEAR if near else _PLAUSIBLE
