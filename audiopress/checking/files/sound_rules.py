"""What the sound itself says: decoded once, in pieces, so that ten hours take no more memory."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import soundfile

from audiopress.audio.loudness import (
    apply_k_weighting,
    compute_gated_loudness,
    measure_energies,
    measure_true_peak,
)
from audiopress.checking.files.decoding import explain_decoding, hear_decoder
from audiopress.checking.files.place_rules import GRAIN, QUIET, cut_levels, find_place_faults
from audiopress.checking.files.wave_rules import find_wave_faults
from audiopress.checking.receipt import name_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audiopress.checking.version import Version

__all__ = ["LEVEL", "Meters", "find_sound_faults", "measure_sound"]

Look = tuple[str, str, str, str]
"""The check's name, the place, what is wrong or "", and the figure."""

LEVEL: Final = -16.0
"""Loudness in LUFS that podcasts are heard at (Apple), where nobody set another one."""

_OFF: Final = 0.5
"""LU by which an episode may differ."""

_SHORT: Final = 30
"""Seconds below which an episode's loudness is that of a few words ..."""

_SHORT_LEVEL: Final = 1.0
"""... and may differ by so many LU: none of them is lifted on its own (0.8 off were measured)."""

_PEAK: Final = -1.0
"""The highest true peak in dBTP (Apple, and AES TD1008)."""

_HIGHEST: Final = 8.0
"""The highest sample that is measured, 18 dB over full scale: of broken bytes decoders make numbers
without end, by which nothing else could be measured."""

_PIECE: Final = 30
"""Seconds that are decoded at a time."""

_LONGEST_SILENCE: Final = 2.0
"""Seconds after which a listener believes that it has stopped."""

_EDGE: Final = 0.04
"""Seconds around a paragraph that may still sound: an MP3 frame smears 26 ms."""

_JUMP: Final = 3.0
"""LU between neighbours at which a listener reaches for the volume."""

_LONG_ENOUGH: Final = 3.0
"""Seconds of a paragraph whose loudness can be compared: one word alone is louder or softer."""


_TAIL: Final = 60.0
"""Seconds behind the last paragraph that nothing explains ..."""

_SHORT_TAIL: Final = 20.0
"""... and of a sound that is nearly half of them."""


@dataclass(slots=True)
class Meters:
    """What is measured while the sound goes by.

    ``energies`` are K-weighted mean squares of 100 ms, ``levels`` the highest absolute samples of
    20 ms, ``fine`` the K-weighted mean squares of these and ``powers`` the plain ones, ``peak`` is
    the true peak in dBTP, ``notes`` what the decoder said.
    """

    samples: int = 0
    rate: int = 0
    energies: list[NDArray[np.float64]] = field(default_factory=list)
    peak: float = -120.0
    levels: list[NDArray[np.float32]] = field(default_factory=list)
    fine: list[NDArray[np.float64]] = field(default_factory=list)
    powers: list[NDArray[np.float64]] = field(default_factory=list)
    notes: tuple[str, ...] = ()


def find_sound_faults(
    version: Version, meters: Meters | str, level: float = LEVEL
) -> Iterator[Look]:
    """Yield each look at a version's sound by what `measure_sound` returned of it.

    ``level`` is the loudness in LUFS that the show is to have.
    """
    if isinstance(meters, str):
        # Where the frames end too early it is said with the place.
        yield "decoding", version.path, "" if version.frames.fault else meters, ""
        return
    promised = version.alignment.get("samples")
    fault = "" if meters.samples == promised else f"gives {meters.samples}, not {promised} samples"
    fault = fault or _describe_notes(() if version.frames.fault else meters.notes)
    yield "decoding", version.path, fault, f"{meters.samples / meters.rate:.1f} s"
    yield from _look_at_level(version, meters, level)
    if compute_gated_loudness(meters.energies) is None:
        return  # silence has no paragraphs
    yield from _look_at_pauses(version, np.concatenate(meters.levels))
    yield from _look_at_jumps(version, np.concatenate(meters.energies))
    yield from find_place_faults(version, meters)
    yield from find_wave_faults(version, meters)
    yield "sound behind the last paragraph", version.path, _find_tail_fault(version), ""


def _describe_notes(notes: tuple[str, ...]) -> str:
    if not notes:
        return ""
    times = f" ({len(notes)} times)" if len(notes) > 1 else ""
    return f"stumbles over bytes that are no sound: {notes[0]}{times}"


def measure_sound(sound: bytes) -> Meters | str:
    """Return what is measured of an MP3, or why it cannot be decoded."""
    try:
        with hear_decoder() as notes:
            meters = _measure(sound)
    except soundfile.SoundFileError as error:
        return f"is not possible: {explain_decoding(error)}"
    meters.notes = tuple(notes)
    return meters


def _measure(sound: bytes) -> Meters:
    meters = Meters()
    with soundfile.SoundFile(io.BytesIO(sound)) as file:
        meters.rate = file.samplerate
        for block in file.blocks(blocksize=_PIECE * file.samplerate, dtype="float32"):
            mono = np.asarray(block if block.ndim == 1 else block.mean(axis=1), np.float32)
            mono = np.clip(np.nan_to_num(mono), -_HIGHEST, _HIGHEST)
            meters.samples += len(mono)
            meters.energies.append(measure_energies(mono, meters.rate))
            weighted = apply_k_weighting(mono, meters.rate)
            meters.fine.append(_find_powers(weighted, meters.rate // GRAIN))
            meters.powers.append(_find_powers(mono, meters.rate // GRAIN))
            meters.peak = max(meters.peak, measure_true_peak(mono))
            meters.levels.append(_find_levels(mono, meters.rate // GRAIN))
    return meters


def _find_powers(samples: NDArray[np.float32], size: int) -> NDArray[np.float64]:
    """Return the mean square of each piece; the last one may be shorter."""
    pieces = np.pad(samples, (0, -len(samples) % size)).reshape(-1, size)
    return np.asarray(np.einsum("ij,ij->i", pieces, pieces), np.float64) / size


def _find_levels(samples: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Return the highest absolute value of each piece; the last one may be shorter."""
    padded = np.pad(np.abs(samples), (0, -len(samples) % size))
    levels: NDArray[np.float32] = padded.reshape(-1, size).max(axis=1)
    return levels


def _look_at_level(version: Version, meters: Meters, level: float) -> Iterator[Look]:
    loudness = compute_gated_loudness(meters.energies)
    shown = "silence" if loudness is None else f"{loudness:.1f} LUFS"
    short = meters.samples < _SHORT * meters.rate
    allowed = _SHORT_LEVEL if short else _OFF
    off = loudness is None or abs(loudness - level) > allowed
    fault = f"is {shown}, not {level:.1f} LUFS (--loudness names another aim)" if off else ""
    yield "loudness", version.path, fault, shown
    over = meters.peak > _PEAK
    fault = f"is {meters.peak:.1f} dBTP, over {_PEAK:.0f}" if over else ""
    yield "true peak", version.path, fault, f"{meters.peak:.1f} dBTP"


def _look_at_pauses(version: Version, levels: NDArray[np.float32]) -> Iterator[Look]:
    """Look where nothing is said for sound, and where something is said for silence."""
    edges = [(each["start"], each["end"]) for each in version.paragraphs]
    for number, ((_, end), (start, _)) in enumerate(pairwise(edges)):
        pause = cut_levels(levels, end + _EDGE, start - _EDGE)
        loud = float(pause.max(initial=0))
        decibels = 20 * np.log10(max(loud, 1e-6))
        place = name_moment(version.path, end)
        fault = f"{decibels:.0f} dBFS behind paragraph {number}" if loud > QUIET else ""
        yield "quiet between paragraphs", place, fault, ""
    for number, (start, end) in enumerate(edges):
        silent = cut_levels(levels, start, end).max(initial=0) <= QUIET
        place = name_moment(version.path, start)
        yield "sound in each paragraph", place, f"none in {number}" if silent else "", ""
    at, longest = _find_longest_silence(levels)
    fault = f"{longest:.1f} s of silence" if longest > _LONGEST_SILENCE else ""
    yield "no long silence", name_moment(version.path, at), fault, f"{longest:.1f} s at most"


def _find_longest_silence(levels: NDArray[np.float32]) -> tuple[float, float]:
    """Return where the longest silence begins and how long it is, in seconds."""
    loud = np.flatnonzero(levels > QUIET)
    bounds = np.concatenate(([-1], loud, [len(levels)]))
    gaps = np.diff(bounds) - 1
    longest = int(gaps.argmax())
    return float(bounds[longest] + 1) / GRAIN, float(gaps[longest]) / GRAIN


def _look_at_jumps(version: Version, energies: NDArray[np.float64]) -> Iterator[Look]:
    heard = []
    for each in version.paragraphs:
        if each["end"] - each["start"] >= _LONG_ENOUGH:
            run = energies[int(each["start"] * 10) : int(each["end"] * 10)]
            loudness = compute_gated_loudness([run])
            if loudness is not None:
                heard.append((each["start"], loudness))
    for (_, one), (start, other) in pairwise(heard):
        jump = abs(other - one)
        fault = f"{jump:.1f} LU from the paragraph before" if jump > _JUMP else ""
        yield "even loudness", name_moment(version.path, start), fault, ""


def _find_tail_fault(version: Version) -> str:
    # Music at the end is shorter; chapters say of anything else what it is.
    end = max((each["end"] for each in version.paragraphs), default=version.length)
    told = any(each["start"] >= end for each in version.alignment.get("chapters", []))
    rest = version.length - end
    repeated = rest > _TAIL or (rest > _SHORT_TAIL and rest > 0.4 * version.length)
    return f"has {rest:.0f} s that no paragraph says" if repeated and not told else ""
