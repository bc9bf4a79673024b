"""From the sound files of an operating system's voice to one `Speech`."""

from __future__ import annotations

import io
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile

from audiopress.engines.speech import word_times
from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError
from audiopress.model import Speech, Word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

__all__ = ["assemble"]

_QUIET = 104
"""Sample value (of 32767) of -50 dBFS: what is not louder is the quiet around the speech."""

_EDGE = 0.1
"""Seconds of quiet left before the first and after the last sound."""


def assemble(text: str, pieces: Sequence[str], answer: Mapping[str, Any], sound: bytes) -> Speech:
    """Join what the child made of ``pieces`` of ``text``.

    ``answer`` holds ``sizes`` of the files in ``sound`` and for each piece ``words``: character
    and millisecond. Raises `SpeechError` when a file is torn or nothing can be heard.
    """
    ends = list(accumulate(answer["sizes"], initial=0))
    files = [_decode(sound[start:end], text) for start, end in pairwise(ends)]
    rate = files[0][1]
    if any(other != rate for _, other in files):
        raise SpeechError("the voice changed its sample rate", where=make_excerpt(text))
    starts = list(accumulate((len(pcm) for pcm, _ in files), initial=0))
    offsets = accumulate(map(len, pieces), initial=0)
    heard = [
        (offset + at, start + milliseconds * rate // 1000)
        # `offsets` and `starts` have one more, the end of all.
        for offset, start, piece in zip(offsets, starts, answer["words"], strict=False)
        for at, milliseconds in piece
    ]
    pcm, cut = _trim(np.concatenate([pcm for pcm, _ in files]), rate, text)
    timed = _time_words(text, [(at, sample - cut) for at, sample in heard], len(pcm))
    guess = timed or word_times.estimate_words(text, len(pcm))
    return Speech(pcm=pcm, rate=rate, words=guess, estimated=not timed)


def _decode(file: bytes, text: str) -> tuple[NDArray[np.int16], int]:
    """Any file soundfile reads as int16 mono, shape (n,)."""
    try:
        pcm, rate = soundfile.read(io.BytesIO(file), dtype="int16", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise SpeechError(
            f"the voice wrote a file nobody can read: {error}", where=make_excerpt(text)
        ) from error
    return np.asarray(pcm[:, 0], dtype=np.int16), rate


def _trim(pcm: NDArray[np.int16], rate: int, text: str) -> tuple[NDArray[np.int16], int]:
    """Leave a little of the quiet at both ends; also how many samples went at the beginning."""
    loud = np.nonzero(np.abs(pcm.astype(np.int32)) > _QUIET)[0]
    if not len(loud):
        raise SpeechError("the voice gave no sound", where=make_excerpt(text))
    edge = round(_EDGE * rate)
    start = max(0, int(loud[0]) - edge)
    trimmed = pcm[start : int(loud[-1]) + edge].copy()
    return trimmed, start


def _time_words(text: str, heard: Sequence[tuple[int, int]], samples: int) -> tuple[Word, ...]:
    """Give each written word the first time espeak named a place in it.

    espeak says some words as one ("of the") and names the first: they share its time by length.
    """
    groups: list[tuple[int, list[word_times.Token]]] = []
    places = iter(heard)
    place = next(places, None)
    for token in word_times.find_tokens(text):
        start = None
        # All places up to the word's end are used up: espeak names parts of a word too.
        while place is not None and place[0] < token.to:
            if place[0] >= token.at and start is None:
                start = max(0, place[1])
            place = next(places, None)
        if start is not None:
            groups.append((start, [token]))
        # Not a sign that nobody says; before the first place there is no time to share.
        elif groups and token.text[0].isalnum():
            groups[-1][1].append(token)
    ends = [*(start for start, _ in groups[1:]), samples]
    return tuple(
        word
        for (start, shared), end in zip(groups, ends, strict=True)
        for word in _share_time(shared, start, end)
        if word.start < word.end <= samples
    )


def _share_time(shared: Sequence[word_times.Token], start: int, end: int) -> list[Word]:
    places = list(accumulate((len(token.text) for token in shared), initial=0))
    times = [start + (end - start) * place // places[-1] for place in places]
    return [
        Word(start=one, end=other, at=token.at, to=token.to)
        for token, (one, other) in zip(shared, pairwise(times), strict=True)
    ]
