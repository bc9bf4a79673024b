"""Whether each paragraph is said: once, in its place, and with the words that were to be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from audiopress.audio.frames import resample
from audiopress.checking.files.decoding import decode_part
from audiopress.checking.receipt import name_moment
from audiopress.checking.words.clearness import is_unclear
from audiopress.checking.words.heard_paragraphs import HeardParagraph, compare_paragraphs
from audiopress.checking.words.recogniser import RATE
from audiopress.checking.words.second_hearing import hear_again
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from audiopress.checking.version import Version
    from audiopress.checking.words.heard_paragraphs import Paragraph
    from audiopress.checking.words.recogniser import Recogniser

__all__ = ["WINDOW", "find_word_faults"]

WINDOW: Final = 28.0
"""Seconds that are heard at once: Whisper has windows of 30 s, and a short one costs as much."""

_MARGIN: Final = 0.15
"""Seconds heard around a paragraph; the pauses between paragraphs are longer."""

_NO_LANGUAGE: Final = "its language"
"""What is said of a paragraph without a language."""


class _HeardGroup(NamedTuple):
    """Paragraphs that were heard together: a look at each, or why nothing is certified of them."""

    group: Sequence[Paragraph]
    language: str
    looks: Sequence[HeardParagraph] = ()
    fault: str = ""


def find_word_faults(version: Version, recogniser: Recogniser) -> Iterator[HeardParagraph]:
    """Yield a look at each paragraph of a version: what was heard where, in place of what."""
    hearings = [_hear(version, group, recogniser) for group in _group(version.paragraphs)]
    unclear = _list_unclear(hearings)
    for hearing in hearings:
        clear = hearing.language not in unclear
        looks: Sequence[HeardParagraph | None] = hearing.looks or [None] * len(hearing.group)
        for each, look in zip(hearing.group, looks, strict=True):
            if look is None:
                yield _refuse(version, each, hearing.fault)
            else:
                first = look._replace(clear=clear)
                yield _hear_again(version, each, first, recogniser, hearing.language)


def _hear(version: Version, group: Sequence[Paragraph], recogniser: Recogniser) -> _HeardGroup:
    language = str(group[0].get("language") or version.alignment.get("language") or "")
    if not recogniser.knows(language):
        why = f"the model does not know {language or _NO_LANGUAGE}"
        return _HeardGroup(group, language, fault=why)
    try:
        text = recogniser.hear(_cut_sound(version, group), language)
    except SpeechError as error:
        return _HeardGroup(group, language, fault=error.message)
    places = [_name(version, each) for each in group]
    return _HeardGroup(group, language, list(compare_paragraphs(group, places, text, language)))


def _list_unclear(hearings: Sequence[_HeardGroup]) -> set[str]:
    """Return the languages of an article that were heard too unclearly to doubt single words."""
    looks: dict[str, list[HeardParagraph]] = {}
    for hearing in hearings:
        looks.setdefault(hearing.language, []).extend(hearing.looks)
    return {language for language, found in looks.items() if is_unclear(found, language)}


def _hear_again(
    version: Version, each: Paragraph, look: HeardParagraph, recogniser: Recogniser, language: str
) -> HeardParagraph:
    try:
        return hear_again(each, look, partial(_cut_sound, version, [each]), recogniser, language)
    except SpeechError as error:
        return _refuse(version, each, error.message)


def _refuse(version: Version, each: Paragraph, why: str) -> HeardParagraph:
    return HeardParagraph("words", _name(version, each), f"is not certified: {why}", "")


def _cut_sound(version: Version, group: Sequence[Paragraph]) -> NDArray[np.float32]:
    part = decode_part(version.sound, group[0]["start"] - _MARGIN, group[-1]["end"] + _MARGIN)
    return resample(*part, RATE)


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


def _name(version: Version, paragraph: Paragraph) -> str:
    return name_moment(version.path, paragraph["start"])
