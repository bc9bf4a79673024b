"""Whether each paragraph is said: once, in its place, and with the words that were to be said."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from audiopress.audio.frames import resample
from audiopress.checking.files.decoding import decode_part
from audiopress.checking.receipt import name_moment
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


def find_word_faults(version: Version, recogniser: Recogniser) -> Iterator[HeardParagraph]:
    """Yield a look at each paragraph of a version: what was heard where, in place of what."""
    for group in _group(version.paragraphs):
        language = str(group[0].get("language") or version.alignment.get("language") or "")
        if not recogniser.knows(language):
            for each in group:
                fault = f"is not certified: the model does not know {language or 'its language'}"
                yield HeardParagraph("words", _name(version, each), fault, "")
            continue
        try:
            heard = _hear_group(version, group, recogniser, language)
        except SpeechError as error:
            fault = f"is not certified: {error.message}"
            heard = [HeardParagraph("words", _name(version, each), fault, "") for each in group]
        yield from heard


def _hear_group(
    version: Version, group: Sequence[Paragraph], recogniser: Recogniser, language: str
) -> list[HeardParagraph]:
    text = recogniser.hear(_cut_sound(version, group), language)
    places = [_name(version, each) for each in group]
    looks = compare_paragraphs(group, places, text, language)
    return [
        hear_again(each, look, partial(_cut_sound, version, [each]), recogniser, language)
        for each, look in zip(group, looks, strict=True)
    ]


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
