"""Whether each paragraph is said: once, in its place, and with the words that were to be said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from audiopress.audio.frames import resample
from audiopress.check.files.decoding import decode_part
from audiopress.check.receipt import name_moment
from audiopress.check.words.comparable import list_numerals, list_plain_words, list_words
from audiopress.check.words.differences import find_differences
from audiopress.check.words.recogniser import RATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.check.version import Version
    from audiopress.check.words.differences import Difference
    from audiopress.check.words.recogniser import Recogniser

__all__ = ["WINDOW", "HeardParagraph", "compare_paragraphs", "find_word_faults"]

Paragraph = dict[str, Any]


class HeardParagraph(NamedTuple):
    """A look at a paragraph, and what was heard: ``runs`` are where that parts from ``said``.

    Their words are counted from the paragraph's first one; a run may go on into a neighbour.
    """

    name: str
    place: str
    fault: str
    figure: str
    said: tuple[str, ...] = ()
    runs: tuple[Difference, ...] = ()


WINDOW: Final = 28.0
"""Seconds that are heard at once: Whisper has windows of 30 s, and a short one costs as much."""

_MARGIN: Final = 0.15
"""Seconds heard around a paragraph; the pauses between paragraphs are longer."""

_SHOWN: Final = 60
"""Characters of a text that are shown."""


def find_word_faults(version: Version, recogniser: Recogniser) -> Iterator[HeardParagraph]:
    """Yield a look at each paragraph of a version: what was heard where, in place of what."""
    for group in _group(version.paragraphs):
        language = str(group[0].get("language") or version.alignment.get("language") or "")
        if not recogniser.knows(language):
            for each in group:
                fault = f"is not certified: the model does not know {language or 'its language'}"
                yield HeardParagraph("words", _name(version, each), fault, "")
            continue
        part = decode_part(version.sound, group[0]["start"] - _MARGIN, group[-1]["end"] + _MARGIN)
        text = recogniser.hear(resample(*part, RATE), language)
        places = [_name(version, each) for each in group]
        yield from compare_paragraphs(group, places, text, language)


def _group(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield neighbours of one language that fit into a window together; a longer one alone."""
    group: list[Paragraph] = []
    for each in paragraphs:
        fits = group and each["end"] - group[0]["start"] + 2 * _MARGIN <= WINDOW
        if group and not (fits and each.get("language") == group[0].get("language")):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def compare_paragraphs(
    group: Sequence[Paragraph], places: Sequence[str], heard: str, language: str
) -> Iterator[HeardParagraph]:
    """Yield a look at each paragraph of a group, of which ``heard`` is what was heard in all.

    They are as ``alignment.json`` has them, and ``places`` are their names.
    """
    texts = [list_words(_spell(each), language) for each in group]
    also = {one: other for each in group for one, other in _list_written(each, language)}
    said = [word for text in texts for word in text]
    # A recogniser writes shorter than it hears, and that may be read in two ways.
    ways = [
        find_differences(said, listing(heard, language), also)
        for listing in (list_words, list_plain_words)
    ]
    first = 0
    for number, (place, text) in enumerate(zip(places, texts, strict=True)):
        is_last = number == len(texts) - 1
        own = [
            [run for run in runs if _touches(run, first, len(text), is_last=is_last)]
            for runs in ways
        ]
        judged = [(*_judge(runs, text, first, language), runs) for runs in own]
        fault, figure, runs = min(judged, key=lambda found: found[:2])
        within = tuple(replace(run, at=run.at - first) for run in runs)
        yield HeardParagraph("words", place, fault, figure, tuple(text), within)
        first += len(text)


def _judge(
    runs: Sequence[Difference], text: Sequence[str], first: int, language: str
) -> tuple[str, str]:
    """Return what is wrong with a paragraph or "", and how much of one run differs at most."""
    numerals = list_numerals(language)
    wrong = [run for run in runs if run.is_wrong or run.changes_number(numerals)]
    heaviest = max((run.weight for run in runs), default=0.0)
    return _describe(wrong[0], text, first) if wrong else "", f"{heaviest:.1f} words at most"


def _touches(run: Difference, first: int, count: int, *, is_last: bool) -> bool:
    """Whether words of a paragraph are in the run, or words that are too many stand before them."""
    if not run.said:
        return first <= run.at < first + count or (is_last and run.at == first + count)
    return run.at < first + count and run.at + len(run.said) > first


def _describe(run: Difference, text: Sequence[str], first: int) -> str:
    at = run.at - first
    before = " ".join(text[max(0, at - 3) : at])
    said, heard = (" ".join(words)[:_SHOWN] for words in (run.said, run.heard))
    return f"behind {before!r}: {heard!r} is heard, not {said!r}"


def _name(version: Version, paragraph: Paragraph) -> str:
    return name_moment(version.path, paragraph["start"])


def _spell(paragraph: Paragraph) -> str:
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
