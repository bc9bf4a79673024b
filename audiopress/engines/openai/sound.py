"""From a server's answer to samples, and whether they can be what was asked for.

Servers send sound while it is made, so the sizes in the head of a WAV say nothing: mostly they are
the largest number there is, sometimes 0.
"""

from __future__ import annotations

import io
import struct
import unicodedata
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audiopress.engines.openai.server_words import find_message
from audiopress.engines.speech import word_times
from audiopress.engines.speech.pcm import find_sound_edges, to_int16
from audiopress.errors import SpeechError
from audiopress.model import Speech, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from audiopress.net.post import PostAnswer

__all__ = ["PieceSound", "UnfitSoundError", "join_sounds", "read_sound"]

_TEXTS = ("text/", "application/json", "application/xml", "application/problem", "image/")
"""How media types begin that are no sound. Others are let through: some servers name none, or
``application/octet-stream``, and the bytes themselves say what they are."""

_RATES = (8000, 192_000)
"""Hz: from that of a telephone to the largest of studios."""

_FASTEST = 0.03
"""Seconds a letter or figure needs at least: 360 words a minute, half as much again as the fastest
readers of books. What is shorter lacks a part of its text."""

_SLOWEST = 0.25
"""Seconds a letter may take: four times as long as usual, which slow voices and many pauses are
far from. What is longer says something again, or something else: models that draw what comes next
do so."""

_LONG_SIGN = 4
"""So many letters' time may be taken by a figure, a currency, or a sign that stands for a syllable
or a word (``7``, ``€``, ``語``)."""

_BESIDE = 5.0
"""Seconds that may be added to that, for a single word with silence around it."""

_STREAMED = 0x7FFFF000
"""Sizes from here on in the head of a WAV mean "until it ends": 0x7FFFFFFF and 0xFFFFFFFF are in
use, less what stands before the samples. So does 0."""

_EDGE = 0.1
"""Seconds of quiet left at both ends of a piece that others follow or precede."""


class UnfitSoundError(SpeechError):
    """What came is no sound of that text; the message can follow "the server gave"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceSound:
    """The sound of one piece: ``pcm`` in 16 bits, mono; ``text`` is what it says."""

    text: str
    pcm: NDArray[np.int16]
    rate: int


def read_sound(answer: PostAnswer, text: str, pace: float) -> PieceSound:
    """Return the samples of an answer; raises `UnfitSoundError` where it cannot be ``text``.

    ``pace`` is how fast was asked for, 1 being the voice's own.
    """
    if answer.media_type.startswith(_TEXTS):
        words = find_message(answer.body)
        said = f": {words}" if words else ""
        raise UnfitSoundError(f"{answer.media_type} instead of a sound{said}")
    if not answer.body:
        raise UnfitSoundError("an empty answer")
    longest = _measure_longest(text, pace)
    samples, rate = _decode(_mend_sizes(answer.body, measured=answer.measured), longest)
    try:
        pcm = to_int16(samples, text)
    except SpeechError as error:
        finite = bool(np.isfinite(samples).all())
        raise UnfitSoundError("silence" if finite else "samples that are no numbers") from error
    start, end = find_sound_edges(samples, 0)
    _check_length((end - start) / rate, text, pace, longest)
    return PieceSound(text=text, pcm=pcm, rate=rate)


def join_sounds(sounds: Sequence[PieceSound]) -> Speech:
    """Return the pieces of a line one after the other, with words spread over each.

    Raises `UnfitSoundError` where one has another rate than the first.
    """
    rate = sounds[0].rate
    if any(sound.rate != rate for sound in sounds):
        raise UnfitSoundError(f"{rate} samples a second, and then others within a paragraph")
    if len(sounds) > 1:
        sounds = [_cut_edges(sound) for sound in sounds]
    starts = accumulate((len(sound.pcm) for sound in sounds), initial=0)
    places = accumulate((len(sound.text) for sound in sounds), initial=0)
    words = tuple(
        Word(start=start + word.start, end=start + word.end, at=at + word.at, to=at + word.to)
        # Both have one more, the end of all.
        for sound, start, at in zip(sounds, starts, places, strict=False)
        for word in word_times.estimate_words(sound.text, len(sound.pcm))
    )
    pcm = np.concatenate([sound.pcm for sound in sounds])
    return Speech(pcm=pcm, rate=rate, words=words, estimated=True)


def _cut_edges(sound: PieceSound) -> PieceSound:
    samples = np.asarray(sound.pcm / 32768, dtype=np.float32)
    start, end = find_sound_edges(samples, round(_EDGE * sound.rate))
    return PieceSound(text=sound.text, pcm=sound.pcm[start:end], rate=sound.rate)


# -- bytes -------------------------------------------------------------------------------------


def _decode(body: bytes, longest: float) -> tuple[NDArray[np.float32], int]:
    """Return mono samples and their rate, of any file that soundfile reads, and no more than fit.

    Few bytes can unpack to hours of silence, which may not fill the memory.
    """
    try:
        with soundfile.SoundFile(io.BytesIO(body)) as file:
            rate = int(file.samplerate)
            if not _RATES[0] <= rate <= _RATES[1]:
                raise UnfitSoundError(f"a sound of {rate} samples a second")
            # Twice as much as may be heard, for silence around it, and one more to know of.
            most = round(2 * longest * rate)
            samples = file.read(most + 1, dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, RuntimeError) as error:
        raise UnfitSoundError("bytes that are no sound file") from error
    if len(samples) > most:
        raise UnfitSoundError(f"a sound of more than {2 * longest:.0f} s")
    if not len(samples):
        raise UnfitSoundError("a sound file without a sound")
    return np.asarray(samples.mean(axis=1), dtype=np.float32), rate


def _mend_sizes(body: bytes, *, measured: bool) -> bytes:
    """Return a WAV whose sizes are those of its bytes; other files come back as they are.

    Raises `UnfitSoundError` for one that ends before it should, where only its head can tell.
    """
    if body[:4] != b"RIFF" or body[8:12] != b"WAVE":
        return body
    at = 12
    while at + 8 <= len(body):
        name, size = body[at : at + 4], int.from_bytes(body[at + 4 : at + 8], "little")
        if name == b"data":
            return _mend_data(body, at, size, measured=measured)
        # Chunks begin at even places (RIFF).
        at += 8 + size + size % 2
    return body


def _mend_data(body: bytes, at: int, size: int, *, measured: bool) -> bytes:
    there = len(body) - at - 8
    streamed = not 0 < size < _STREAMED
    # Where the server said how long the answer is, all of it came, and it is the head that is
    # wrong; else the connection broke.
    if size > there and not streamed and not measured:
        raise UnfitSoundError(f"{there:,} of {size:,} bytes of sound")
    if streamed or size > there or _ends_nowhere(body, at + 8 + size):
        size = there
    head = struct.pack("<I", min(at + size, 0xFFFFFFFF))
    return body[:4] + head + body[8 : at + 4] + struct.pack("<I", size) + body[at + 8 :]


def _ends_nowhere(body: bytes, end: int) -> bool:
    """Whether more samples follow where they should end, and not another chunk."""
    rest = body[end + end % 2 :]
    if len(rest) < 8:  # noqa: PLR2004 - name and size of a chunk
        return False
    size = int.from_bytes(rest[4:8], "little")
    if rest[:4] == b"RIFF":
        raise UnfitSoundError("several WAV files in one; another format may be whole")
    # A name is letters and blanks: "LIST", "id3 ".
    named = all(0x20 <= byte < 0x7F for byte in rest[:4])  # noqa: PLR2004 - printable ASCII
    return not (named and size <= len(rest) - 8)


# -- length ------------------------------------------------------------------------------------


def _measure_longest(text: str, pace: float) -> float:
    """Return the seconds of sound that ``text`` may be."""
    signs = sum(_weigh_sign(sign) for sign in text)
    # A server may pass over a wish for another pace.
    return _BESIDE + _SLOWEST * signs / min(1.0, pace)


def _weigh_sign(sign: str) -> int:
    """Return the time that a sign may take, in letters'."""
    kind = unicodedata.category(sign)
    # "Lo" are letters without capitals: of Hebrew and Arabic, and all that is no alphabet.
    return _LONG_SIGN if kind[0] in "NS" or kind == "Lo" else int(kind[0] == "L")


def _check_length(seconds: float, text: str, pace: float, longest: float) -> None:
    letters = sum(sign.isalnum() for sign in text)
    shortest = _FASTEST * letters / max(1.0, pace)
    if seconds < shortest:
        raise UnfitSoundError(
            f"{seconds:.1f} s for {letters} letters, too short: no voice needs less than "
            f"{shortest:.1f} s"
        )
    if seconds > longest:
        raise UnfitSoundError(
            f"{seconds:.1f} s for {letters} letters, too long: it may be {longest:.1f} s"
        )
