"""Whether words sound alike, however they are spelt: "quay" and "key"."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from audiopress.checking.words.sound_distance import measure_distance
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["mistakable", "slurred", "sound_alike", "sound_nearly_alike"]

_FOLDED: Final = str.maketrans("ɐᵻ", "əɪ", "ˈˌː ")
"""Sounds that only careful speech tells apart, and what is no sound: stress, length, and the edges
of words ("some" without its stress is "sum")."""

_NEARLY: Final = 0.8
"""The share of sounds that two texts have in common which a recogniser takes for each other: "tore
open" and "tour opened" .82; of words that were cut out and what was heard there .67 at most."""

_MISTAKABLE: Final = 0.22
"""The distance of sounds up to which one is taken for the other: "dock" and "dot" .17, "between"
and "but we" .21 at most of five that right voices were misheard for; "he" and "she", "can" and
"can't" .25, "times have" and "to have", where a word was cut out, .29."""


_SLURRED: Final = 0.63
"""The distance of sounds up to which a voice that is heard unclearly may have said the other: "of"
and "a" .62, "is her" and "asserted" .43 of the voice joe; "husband" and "father" .64, "open" and
"shut" .69, "free" and "closed" .75."""


def sound_alike(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether a British or an American voice says both the same way; only of English is it known.

    A recogniser writes the commoner word of the two, and no sound can tell which was meant.
    """
    known = _can_compare(one, other, language)
    return known and any(said == heard for said, heard in _pair_sounds(one, other))


def sound_nearly_alike(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether both differ by an ending or a vowel at most; only of English is it known."""
    return _can_compare(one, other, language) and any(
        SequenceMatcher(None, said, heard, autojunk=False).ratio() >= _NEARLY
        for said, heard in _pair_sounds(one, other)
    )


def mistakable(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether few and near sounds differ, as of "dock" and "dot"; only of English is it known.

    Not where one side has all of the other and more: there something was cut, as "legal" is of
    "illegal".
    """
    if not _can_compare(one, other, language):
        return False
    pairs = list(_pair_sounds(one, other))
    if any(said in heard or heard in said for said, heard in pairs):
        return False
    return any(measure_distance(said, heard) <= _MISTAKABLE for said, heard in pairs)


def slurred(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether both may be one thing said unclearly; of other languages than English, always."""
    return not _can_compare(one, other, language) or any(
        measure_distance(said, heard) <= _SLURRED for said, heard in _pair_sounds(one, other)
    )


def _can_compare(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    """Whether the sounds of both are known: they have words, and these are English."""
    return bool(one and other) and language.lower().startswith("en")


def _pair_sounds(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the sounds of both, as an American voice says them and as a British one does."""
    for british in (False, True):
        yield _say(one, british=british), _say(other, british=british)


def _say(words: Sequence[str], *, british: bool) -> str:
    from audiopress.engines.english.phonemizer import (  # noqa: PLC0415 - 100 MB, for a doubt only
        load_phonemizer,
    )

    text = " ".join(words)
    try:
        sentences = load_phonemizer(british=british).phonemize(text)
    except SpeechError:
        return text  # as it is written, which is like itself alone
    said = "".join(each.symbol for sentence in sentences for each in sentence)
    return said.translate(_FOLDED)
