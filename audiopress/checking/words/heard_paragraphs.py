"""What was heard of paragraphs, held against what was to be said in each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from audiopress.checking.words.comparable import list_numerals, list_readings, list_words
from audiopress.checking.words.differences import find_differences, settle_readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.words.differences import Difference

__all__ = ["HeardParagraph", "Paragraph", "compare_paragraphs", "describe_run", "spell"]

Paragraph = dict[str, Any]
"""A paragraph as ``alignment.json`` has it."""


class HeardParagraph(NamedTuple):
    """A look at a paragraph, and what was heard: ``runs`` are where that parts from ``said``.

    Their words are counted from the paragraph's first one; a run may go on into a neighbour.
    Where the voice is not heard ``clear`` enough, words that it may slur were not doubted.
    """

    name: str
    place: str
    fault: str
    figure: str
    said: tuple[str, ...] = ()
    runs: tuple[Difference, ...] = ()
    clear: bool = True


_SHOWN: Final = 60
"""Characters of a text that are shown."""


def compare_paragraphs(
    group: Sequence[Paragraph], places: Sequence[str], heard: str, language: str
) -> Iterator[HeardParagraph]:
    """Yield a look at each paragraph of a group, of which ``heard`` is what was heard in all.

    They are as ``alignment.json`` has them, and ``places`` are their names.
    """
    texts = [list_words(spell(each), language) for each in group]
    also = {one: other for each in group for one, other in _list_written(each, language)}
    said = [word for text in texts for word in text]
    ways = [find_differences(said, words, also) for words in list_readings(heard, language)]
    numerals = list_numerals(language)
    runs = settle_readings(ways, numerals)
    first = 0
    for number, (place, text) in enumerate(zip(places, texts, strict=True)):
        is_last = number == len(texts) - 1
        own = tuple(
            replace(run, at=run.at - first)
            for run in runs
            if _touches(run, first, len(text), is_last=is_last)
        )
        wrong = [run for run in own if run.is_fault(numerals)]
        fault = describe_run(wrong[0], text) if wrong else ""
        figure = f"{max((run.weight for run in own), default=0.0):.1f} words at most"
        yield HeardParagraph("words", place, fault, figure, tuple(text), own)
        first += len(text)


def _touches(run: Difference, first: int, count: int, *, is_last: bool) -> bool:
    """Whether words of a paragraph are in the run, or words that are too many stand before them."""
    if not run.said:
        return first <= run.at < first + count or (is_last and run.at == first + count)
    return run.at < first + count and run.at + len(run.said) > first


def describe_run(run: Difference, text: Sequence[str]) -> str:
    """Return a sentence on a run in the words of a paragraph, with what was heard and was not."""
    before = " ".join(text[max(0, run.at - 3) : max(0, run.at)])
    said, heard = (" ".join(words)[:_SHOWN] for words in (run.said, run.heard))
    return f"behind {before!r}: {heard!r} is heard, not {said!r}"


def spell(paragraph: Paragraph) -> str:
    """Return what is said in letters: a recogniser writes no IPA, so its word is as written."""
    text: str = paragraph["spoken"]
    for word in reversed(paragraph.get("words") or []):
        begin, end = word["spoken"]
        if text[begin:end].startswith("[[") and word.get("source"):
            text = text[:begin] + paragraph["source"][slice(*word["source"])] + text[end:]
    return text


def _list_written(paragraph: Paragraph, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is said otherwise than it is written, as a lexicon has it: both without blanks."""
    for word in paragraph.get("words") or []:
        if not word.get("source"):
            continue
        texts = [paragraph[side][slice(*word[side])] for side in ("spoken", "source")]
        # Of nearly all words both are one, and spoken forms take their time.
        if texts[0] == texts[1]:
            continue
        said, written = ("".join(list_words(text, language)) for text in texts)
        if said != written:
            yield said, written
