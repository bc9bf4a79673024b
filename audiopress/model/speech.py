"""Voices and what they say: lines, speech, and the pointers to what is cached of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Frames",
    "Line",
    "Loudness",
    "Segment",
    "Speech",
    "SpeechServer",
    "Voice",
    "VoiceFile",
    "Word",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFile:
    """One file of a voice: ``name`` in its folder, ``size`` in bytes, where it is fetched from."""

    name: str
    sha256: str
    size: int
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechServer:
    """Where a voice is asked that no machine of ours computes: a table ``[[voices.remote]]``.

    ``url`` is that of its requests, ``host`` the part of it that may be shown, with the port where
    it is not the scheme's own. ``key_env`` names the variable of the environment that holds the
    key, which is nowhere else. ``own`` says that the server is one's own: its address may be
    private.
    """

    url: str
    host: str
    model: str
    format: str
    key_env: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice by its manifest. ``package`` names the pip package that carries its files, if any.

    ``loudness`` is how loud it usually speaks, in LUFS: what a line too short to measure is
    levelled by, ``cost`` the CPU seconds that a second of its speech takes, as measured. ``extra``
    names what of audiopress's extras it needs to speak (``espeak``: audiopress[espeak]), and
    ``sounds`` says in a few words how it sounds, ``attribution`` is what its licence wants said of
    it where it is heard. ``options`` are the audible ones, ``earlier`` what
    they were before: what was published so stays so. Who speaks over the network has a ``server``
    and no files.
    """

    name: str
    engine: str
    languages: tuple[str, ...]
    title: str = ""
    speaker: str = ""
    licence: str = ""
    attribution: str = ""
    lineage: str = ""
    sample_rate: int = 22050
    package: str = ""
    loudness: float | None = None
    extra: str = ""
    cost: float | None = None
    sounds: str = ""
    files: tuple[VoiceFile, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, str], ...] | None = None
    server: SpeechServer | None = None

    @property
    def narrator(self) -> str:
        """What people are told it is called: "Joe", not the name of its manifest."""
        name, colon, _ = self.title.partition(":")
        return name if colon else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that an engine gets. ``options`` are the audible ones, sorted; ``seed`` is 64 bits."""

    spoken: str
    language: str
    voice: Voice
    options: tuple[tuple[str, str], ...] = ()
    # Not among the options: it is made of the key, and the key of the options.
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A spoken word: ``start`` and ``end`` in samples, ``at`` and ``to`` characters of the text.

    In `Speech` and `Segment` the samples are at the speech's own rate and the characters those
    of the spoken text.
    """

    start: int
    end: int
    at: int
    to: int


# Not compared by value: two arrays have no one answer to whether they are equal.
@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Speech:
    """All that an engine gives: ``pcm`` int16 mono of shape (n,), at ``rate`` Hz.

    ``estimated`` is true when the word times were not given by the engine.
    """

    pcm: NDArray[np.int16]
    rate: int
    words: tuple[Word, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Loudness:
    """Measurements of one segment's speech.

    ``blocks`` are the K-weighted mean-square energies of consecutive 100 ms pieces (so that
    any four neighbours make one 400 ms gating block of ITU-R BS.1770), ``peak`` the true peak in
    dBTP, ``integrated`` in LUFS or ``None`` where the segment is too short or too quiet to
    measure.
    """

    # Kept by piece, so that the level of a whole episode follows without a second look at samples.
    blocks: tuple[float, ...]
    peak: float
    integrated: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A pointer to cached speech with its measurements, never the bytes.

    ``key`` is the segment key, ``digest`` the sha256 of the cached object.
    """

    key: str
    digest: str
    samples: int
    rate: int
    loudness: Loudness
    words: tuple[Word, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """A pointer to MP3 frames of one levelled segment.

    ``count`` frames decode to ``count * 1152`` samples at ``rate``, in which the speech
    lies at ``lead`` and is ``samples`` long; ``gain`` is what was applied, in steps of 0.5 dB.
    """

    key: str
    digest: str
    count: int
    lead: int
    samples: int
    rate: int
    # What the limiter gave back is not in it: else the key would depend on the result (0142).
    gain: float
    size: int
