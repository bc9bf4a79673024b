"""Missing segments are spoken, measured, levelled and encoded, each in a worker.

`perform_job` is what a worker does for one line. It writes to the cache and returns pointers, never
sound: sound that went from process to process would be copied twice. What needs numpy is imported
when a job is done, so that a build with nothing to do does not pay for it.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - a job is pickled with it
from typing import TYPE_CHECKING

from audiopress import parallel, plugins
from audiopress.errors import AudiopressError, SpeechError
from audiopress.model import Frames, Line, Segment, Sound, Speech, Word
from audiopress.store.cache import Cache
from audiopress.store.keys import frames_key
from audiopress.workers import Pool, make_local_pool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Future

    import numpy as np
    from numpy.typing import NDArray

    from audiopress.audio.frames import Encoded
    from audiopress.press.steps.plan import Passage

__all__ = [
    "PATIENCE",
    "ReadySegment",
    "SpeechJob",
    "WorkerPools",
    "find_ready",
    "keep_frames",
    "make_jobs",
    "name_version",
    "perform_job",
]


PATIENCE = 300.0
"""Seconds one paragraph may take before its worker is ended. The slowest voice needs a second for a
second of speech on an old machine, and most paragraphs last less than a minute. The longest line
that docs/plugins.md promises, of 20,000 characters, is about 20 minutes of speech: only an engine
that is four times as fast as speech ends it in time, with another it is an error that names it."""

_STEPS_PER_DB = 2
"""Gains are in steps of half a decibel, so that keys hold whole numbers: nobody hears a quarter."""

_QUOTED = 60
"""Characters of a paragraph that an error quotes: enough to find it, and one line on a screen."""


class NoSpeechError(SpeechError):
    """An engine gave something that nobody would call speech; it may do better when alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechJob:
    """One line to be made ready: everything a worker needs to know.

    ``key`` is the segment's, ``sound`` says how it is levelled and encoded, ``cache`` is the folder
    that speech and frames go to.
    """

    key: str
    line: Line
    sound: Sound
    cache: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySegment:
    """A segment whose speech and frames the cache has.

    ``spoken`` is false when the speech was there before; ``cpu_seconds`` are those of the engine.
    """

    segment: Segment
    frames: Frames
    spoken: bool
    cpu_seconds: float = 0.0


def make_jobs(passages: Iterable[Passage], sound: Sound, cache: Path) -> tuple[SpeechJob, ...]:
    """Return the jobs that make passages ready, the same line once, in the order of the text."""
    # The key has neither pause nor role in it, so a line that comes again is the same job.
    jobs = {
        item.key: SpeechJob(key=item.key, line=item.line, sound=sound, cache=cache)
        for item in passages
    }
    return tuple(jobs.values())


def find_ready(job: SpeechJob, cache: Cache) -> ReadySegment | None:
    """Return what the cache has for a job, every byte verified, or ``None``: it is to be done."""
    segment = cache.find_segment(job.key)
    if segment is None:
        return None
    # The speech is not read: an episode is made of its frames, but for an opening over music.
    frames = cache.find_frames(_make_frames_key(job, segment)[0])
    if frames is None or cache.read_frames(frames) is None:
        return None
    return ReadySegment(segment=segment, frames=frames, spoken=False)


def perform_job(job: SpeechJob) -> ReadySegment:
    """Make one line ready: speak it unless the cache has it, then encode its frames.

    This runs in a worker. Doing it twice is harmless: the same line gives the same bytes.
    Raises `SpeechError` when the engine fails or gives no sound.
    """
    cache = Cache(job.cache)
    segment = cache.find_segment(job.key)
    # Asked again: another build may share the cache, or this is the second try of the same task.
    body = None if segment is None else cache.read_speech(segment)
    if segment is not None and body is not None:
        from audiopress.audio.speech import unpack  # noqa: PLC0415 - numpy

        frames = _encode_frames(job, segment, unpack(body)[0], cache)
        return ReadySegment(segment=segment, frames=frames, spoken=False)
    # Imported before it is needed: another thread may be loading the voice just now.
    importlib.import_module("audiopress.audio.frames")
    # Of this task alone: the process's time would count the lines in its other threads too.
    before = parallel.measure_cpu_seconds()
    speech = _speak(job.line)
    spent = parallel.measure_cpu_seconds() - before
    segment, pcm = _keep_speech(job, speech, cache)
    frames = _encode_frames(job, segment, pcm, cache)
    return ReadySegment(segment=segment, frames=frames, spoken=True, cpu_seconds=spent)


def _speak(line: Line) -> Speech:
    """Let its engine speak a line; whatever an engine raises or gives becomes a `SpeechError`."""
    name = line.voice.engine
    engine = plugins.find_engine(name)
    try:
        speech: object = engine.speak(line)
    except AudiopressError:
        raise
    except Exception as error:
        raise SpeechError(
            f'the engine "{name}" failed: {error!r}',
            where=f"paragraph that begins {line.spoken[:_QUOTED]!r}",
            hint="--debug shows where in the engine; audiopress say TEXT tries it alone",
        ) from error
    if not isinstance(speech, Speech):
        raise SpeechError(f'the engine "{name}" gave {type(speech).__name__}, which is no Speech')
    if wrong := _find_wrong_type(speech):
        raise SpeechError(f'the engine "{name}" gave {wrong}')
    return speech


def _find_wrong_type(speech: Speech) -> str:
    """Return which value of a speech has another type than it must, or nothing."""
    if not hasattr(speech.pcm, "dtype"):
        return f"samples as {type(speech.pcm).__name__}, not as an int16 array of numpy"
    if not isinstance(speech.rate, int):
        return f"a sample rate that is no whole number: {speech.rate!r}"
    strange = next((word for word in speech.words if not isinstance(word, Word)), None)
    return "" if strange is None else f"{strange!r} as a word, which is no Word"


def _keep_speech(job: SpeechJob, speech: Speech, cache: Cache) -> tuple[Segment, NDArray[np.int16]]:
    from audiopress.audio.loudness import measure  # noqa: PLC0415 - numpy
    from audiopress.audio.speech import find_fault, pack, trim  # noqa: PLC0415

    # Before it is kept: what the cache has is not spoken again.
    wrong = find_fault(speech.pcm, speech.rate)
    if wrong:
        raise NoSpeechError(f"the engine gave {wrong}", hint="audiopress say TEXT tries it alone")
    speech = trim(speech)
    # Measured and named after the cut, so that an engine's silence decides neither level nor key.
    body = pack(speech)
    segment = Segment(
        key=job.key,
        digest=hashlib.sha256(body).hexdigest(),
        samples=len(speech.pcm),
        rate=speech.rate,
        loudness=measure(speech.pcm, speech.rate),
        words=speech.words,
        estimated=speech.estimated,
    )
    cache.put_speech(job.key, segment, body)
    return segment, speech.pcm


def _encode_frames(
    job: SpeechJob, segment: Segment, pcm: NDArray[np.int16], cache: Cache
) -> Frames:
    from audiopress.audio.frames import encode  # noqa: PLC0415 - numpy and the encoder

    key, gain = _make_frames_key(job, segment)
    known = cache.find_frames(key)
    # There already when a setting was put back, or when another line gave the same samples.
    if known is not None and cache.read_frames(known) is not None:
        return known
    return keep_frames(key, encode(pcm, segment.rate, gain, job.sound), job.sound, cache)


def keep_frames(key: str, made: Encoded, sound: Sound, cache: Cache) -> Frames:
    """Keep what was encoded under its key and return the pointer to it."""
    frames = Frames(
        key=key,
        digest=hashlib.sha256(made.data).hexdigest(),
        count=made.count,
        lead=made.lead,
        samples=made.samples,
        rate=sound.rate,
        gain=made.gain,
        size=len(made.data),
    )
    cache.put_frames(frames, made.data)
    return frames


def _make_frames_key(job: SpeechJob, segment: Segment) -> tuple[str, float]:
    """Return the key of a segment's frames and the gain in dB that is part of it."""
    from audiopress.audio.frames import FORMAT  # noqa: PLC0415 - numpy
    from audiopress.audio.loudness import choose_gain  # noqa: PLC0415

    sound, own = job.sound, job.line.voice.loudness
    # What is too short to be measured is raised by what its voice usually needs.
    gain = choose_gain(segment.loudness, sound, None if own is None else sound.loudness - own)
    # All that shapes the bytes beside the samples; another version of a library may round anew.
    encoder: list[str | int] = [
        FORMAT,
        name_version("lameenc"),
        name_version("soxr"),
        sound.rate,
        sound.bitrate,
        sound.quality,
        f"{sound.peak:g}",
    ]
    # Exact: `choose_gain` gives whole multiples of half a decibel.
    steps = round(gain * _STEPS_PER_DB)
    return frames_key(segment.digest, gain_steps=steps, encoder=encoder), gain


@functools.cache
def name_version(name: str) -> str:
    """Return a library with its version, as keys have it."""
    return f"{name} {importlib.metadata.version(name)}"


def _load_voice(line: Line) -> None:
    """Load in a worker what lines like this one need; what is wrong the first of them will say."""
    load = plugins.find_loader(plugins.find_engine(line.voice.engine))
    with contextlib.suppress(AudiopressError):
        if load:
            load(line)


class WorkerPools(contextlib.ExitStack):
    """One pool for engines that may run in threads and one for the others, made when needed.

    ``patience`` is in seconds a line. What gives no speech is tried once more alone, like what
    ends its worker. Leaving the ``with`` block by an exception drops the work that is under way.
    """

    def __init__(self, jobs: int, patience: float) -> None:
        """Start nothing."""
        super().__init__()
        self._jobs, self._patience = jobs, patience
        self._made: dict[bool, Pool] = {}

    def choose(self, line: Line) -> Pool:
        """Return the pool that speaks a line."""
        threads = plugins.find_engine(line.voice.engine).threads
        if threads not in self._made:
            # Only silence and noise: an engine's own words are believed the first time (0200).
            pool = make_local_pool(
                self._jobs, threads=threads, timeout=self._patience, again=(NoSpeechError,)
            )
            self._made[threads] = self.enter_context(pool)
        return self._made[threads]

    def speak(self, _uri: str, jobs: Sequence[SpeechJob]) -> dict[Future[ReadySegment], str]:
        """Begin lines, whichever article they are of; return a future for each, with its key."""
        return {self.choose(job.line).submit(perform_job, job): job.key for job in jobs}

    @property
    def is_lost(self) -> bool:
        """Return false: a process that ends is replaced."""
        return False

    def load(self, line: Line) -> None:
        """Let a worker load what lines like this one need, if they will all share the worker."""
        engine = plugins.find_engine(line.voice.engine)
        # Of many processes one would have loaded it, and the line would go to any other.
        if engine.threads and plugins.find_loader(engine):
            self.choose(line).submit(_load_voice, line)

    def close(self) -> None:
        """Take no more lines; workers that have nothing left to do end meanwhile."""
        for pool in self._made.values():
            pool.shutdown(wait=False)

    def abandon(self) -> None:
        """Drop all work: nothing of it is needed any more."""
        for pool in self._made.values():
            pool.abandon()
