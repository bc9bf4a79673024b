"""The shipped sound of every engine: level, limiter, pauses, words heard, times of words.

An engine whose voice is not installed is left out by name, and so is what needs the recogniser
where it is not installed (``requirements/bench.txt``).
"""

from __future__ import annotations

import ctypes
import statistics
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from audiopress import voices
from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.recogniser import Recogniser, errors, words
from tests.benchmarks.shipped import EDGE, Shipped, ship
from tests.unit.audio_meters import of_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

__all__ = ["BENCHES"]

_VOICES = ("tone", "system", "joe", "heart", "af_heart")
_WER = {"joe": 0.045, "heart": 0.035, "af_heart": 0.035}
_TIMED = ("joe", "heart", "af_heart")
_LOUDNESS = -16.0


def _editions(setting: Setting, wanted: Iterable[str]) -> Iterable[tuple[str, Shipped]]:
    for voice in wanted:
        if not voices.is_installed(voices.find(voice)):
            print(f"  {voice} is left out: it is not installed", file=sys.stderr)
            continue
        place = setting.folder / voice
        if not place.exists():
            place.mkdir()
            yield voice, ship(place, setting.article, voice)
        else:
            yield voice, Shipped(place)


def _levels(setting: Setting) -> list[Figure]:
    found: list[Figure] = []
    for voice, shipped in _editions(setting, _VOICES):
        for meter, level in zip(("ffmpeg", "libebur128"), of_file(shipped.path), strict=True):
            if level is None:
                print("  libebur128 has no wheel for this Python", file=sys.stderr)
                continue
            off = Figure(what=f"{voice}: LU off -16 LUFS by {meter}", target=0.5, unit="LU",
                         value=abs(level[0] - _LOUDNESS))  # fmt: skip
            peak = Figure(what=f"{voice}: true peak by {meter}", target=-1, unit="dBTP",
                          value=level[1])  # fmt: skip
            found += [off, peak]
        own = voices.find(voice).loudness
        stray, loudest = shipped.stray()
        onsets = shipped.onsets()
        found += [
            Figure(what=f"{voice}: limiter's 95th percentile", target=8, unit="dB",
                   value=shipped.reduction(None if own is None else _LOUDNESS - own)),
            Figure(what=f"{voice}: a pause off the timeline by", target=20, unit="ms", value=stray),
            Figure(what=f"{voice}: loudest sound in a pause", target=-50, unit="dBFS",
                   value=loudest),
            Figure(what=f"{voice}: words after a silence begin elsewhere by (median)", target=60,
                   unit="ms", value=statistics.median(map(abs, onsets)),
                   remark=f"{len(onsets)} words"),
        ]  # fmt: skip
    return found


def _heard(setting: Setting) -> list[Figure]:
    try:
        hear = Recogniser()
    except ImportError as error:
        print(f"  {error.name} is missing: see requirements/bench.txt", file=sys.stderr)
        return []
    found: list[Figure] = []
    for voice, shipped in _editions(setting, [name for name in _VOICES if name != "tone"]):
        wrong, total = _word_errors(shipped, hear)
        found.append(
            Figure(what=f"{voice}: word errors in the MP3", value=wrong / total,
                   target=_WER.get(voice), remark=f"{wrong} of {total}")
        )  # fmt: skip
        mp3, raw = _errors_apart(shipped, hear)
        more = f"{mp3} and {raw} on what the engine gave"
        found.append(Figure(what=f"{voice}: word errors that the MP3 adds", target=0,
                            value=mp3 - raw, remark=more))  # fmt: skip
        if voice in _TIMED:
            found += _timing(voice, *shipped.timing(hear))
        if voice == "system":
            bare = _bare_errors(shipped, hear)
            found.append(Figure(what="system: word errors more than espeak-ng itself", target=0,
                                value=raw - bare, remark=f"{bare} there"))  # fmt: skip
    return found


def _timing(voice: str, off: list[float], late: list[float]) -> list[Figure]:
    """Words against the recogniser's times, as they are and less what the recogniser is late."""
    own = statistics.median(late)
    return [
        Figure(what=f"{voice}: words begin elsewhere than heard by (median)", target=60, unit="ms",
               value=statistics.median(map(abs, off)), remark=f"{len(off)} words, ten paragraphs"),
        Figure(what=f"{voice}: the same, less what the recogniser is late itself", target=60,
               unit="ms", value=statistics.median(abs(one + own) for one in off),
               remark=f"{own:.0f} ms, by {len(late)} words after a silence"),
    ]  # fmt: skip


def _word_errors(shipped: Shipped, hear: Recogniser) -> tuple[int, int]:
    """Return the errors in the whole MP3 and the words there are."""
    said = words(" ".join(one["spoken"] for one in shipped.alignment["paragraphs"]))
    heard = _words(hear, shipped.decoded, shipped.alignment["rate"])
    return errors(said, heard), len(said)


def _errors_apart(shipped: Shipped, hear: Recogniser) -> tuple[int, int]:
    """Return the errors in the MP3 and in the engine's own sound, paragraph by paragraph.

    On whole sounds a recogniser's windows of 30 s would begin elsewhere in each.
    """
    mp3 = raw = 0
    for (paragraph, _, cut), (segment, pcm) in zip(
        shipped.paragraphs(), shipped.raw(), strict=True
    ):
        said = words(paragraph["spoken"])
        mp3 += errors(said, _words(hear, cut, shipped.alignment["rate"]))
        raw += errors(said, _words(hear, _edged(pcm, segment.rate), segment.rate))
    return mp3, raw


def _edged(pcm: NDArray[np.int16], rate: int) -> NDArray[np.int16]:
    return np.pad(pcm, int(EDGE * rate))


def _words(hear: Recogniser, samples: NDArray[Any], rate: int) -> list[str]:
    return words("".join(word.text for word in hear.hear(samples, rate)))


def _bare_errors(shipped: Shipped, hear: Recogniser) -> int:
    """Word errors of espeak-ng, driven through its own library without pyttsx3."""
    espeak, wrong = _Espeak(), 0
    for one in shipped.alignment["paragraphs"]:
        pcm, rate = espeak.speak(one["spoken"])
        wrong += errors(words(one["spoken"]), _words(hear, _edged(pcm, rate), rate))
    return wrong


class _Espeak:
    """espeak-ng's library with the voice and pace that our engine asks for."""

    def __init__(self) -> None:
        import espeakng_loader  # noqa: PLC0415 - a process may hold it only once

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self._rate = int(self._library.espeak_Initialize(2, 0, data, 0))
        self._parts: list[NDArray[np.int16]] = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        self._callback = kind(self._take)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_SetVoiceByName(b"en-gb")
        self._library.espeak_SetParameter(1, 175, 0)

    def _take(self, samples: Any, count: int, _events: object) -> int:
        if count:
            self._parts.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    def speak(self, text: str) -> tuple[NDArray[np.int16], int]:
        self._parts = []
        body = text.encode()
        self._library.espeak_Synth(body, len(body) + 1, 0, 1, 0, 1, None, None)
        self._library.espeak_Synchronize()
        return np.concatenate(self._parts), self._rate


BENCHES = (
    Bench(name="levels", minutes=3, measure=_levels),
    Bench(name="heard", minutes=5, measure=_heard),
)
