"""Whether the sound is where its records say: under the words, and as the player draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from audiopress.checking.files.peak_rules import find_bar_fault
from audiopress.checking.files.record_rules import read_peaks
from audiopress.checking.receipt import name_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from audiopress.checking.files.sound_rules import Meters
    from audiopress.checking.version import Version

__all__ = ["GRAIN", "QUIET", "cut_levels", "find_place_faults"]

Look = tuple[str, str, str, str]
"""The check's name, the place, what is wrong or "", and the figure."""

GRAIN: Final = 50
"""Pieces a second in which silence is looked for: 20 ms, shorter than any sound of speech."""

QUIET: Final = 10 ** (-50 / 20)
"""The level below which there is silence, -50 dBFS: a click at a joint would be above it."""

_BARS: Final = 60
"""Bars of a waveform that a sound with pauses cannot have all alike."""

_LONGEST_BAR: Final = 7
"""Hundreds of milliseconds that a bar may stand for so that it is told from its neighbours: the
loudest of several seconds of speech is nearly the same everywhere (.26 alike in a right article of
755 s)."""

_ALIKE: Final = 0.5
"""How alike bars and sound are at least (of 1): of right ones .89 to .96 were measured, of another
article's at most .25. Music, which bars have at half their height, makes it less."""

_SILENT_WORD: Final = 0.06
"""Seconds of a word that cannot all be silent: of 37,000 words of real voices none was, and a
shorter one is less than can be measured."""


def find_place_faults(version: Version, meters: Meters) -> Iterator[Look]:
    """Yield each look at where a version's sound is."""
    yield from _look_at_words(version, np.concatenate(meters.levels))
    yield "peaks", version.path, _find_peaks_fault(version, meters), ""
    yield "sound as it is drawn", version.path, find_bar_fault(version, meters), ""


def cut_levels(levels: NDArray[np.float32], start: float, end: float) -> NDArray[np.float32]:
    """Return what was measured from ``start`` to ``end``, in seconds."""
    return levels[int(np.ceil(start * GRAIN)) : int(max(0, end * GRAIN))]


def _look_at_words(version: Version, levels: NDArray[np.float32]) -> Iterator[Look]:
    """Look at each paragraph for words that are marked where nothing sounds."""
    for number, each in enumerate(version.paragraphs):
        silent = [
            word
            for word in ([] if each.get("estimated") else each.get("words", []))
            if word["end"] - word["start"] >= _SILENT_WORD
            and _is_silent(cut_levels(levels, word["start"], word["end"]))
        ]
        place = name_moment(version.path, silent[0]["start"] if silent else each["start"])
        fault = f"none where words are marked ({len(silent)} of paragraph {number})"
        yield "sound in each paragraph", place, fault if silent else "", ""


def _is_silent(run: NDArray[np.float32]) -> bool:
    return len(run) > 0 and float(run.max()) <= QUIET


def _find_peaks_fault(version: Version, meters: Meters) -> str:
    """Return whether the bars that a player draws are those of other sound."""
    bars = np.frombuffer(read_peaks(version.alignment) or b"", np.uint8)
    energies = np.concatenate(meters.energies)
    if len(bars) < _BARS or len(energies) < len(bars) or not energies.std() > 0:
        return ""  # of a short sound a bar is less than what is measured
    if not bars.std() > 0:
        return "are flat, and the sound is not"
    if len(energies) > _LONGEST_BAR * len(bars):
        return ""
    heard = np.zeros(len(bars))
    np.maximum.at(heard, np.arange(len(energies)) * len(bars) // len(energies), energies)
    alike = float(np.corrcoef(bars, np.sqrt(heard))[0, 1])
    return f"are those of other sound (alike to {alike:.2f} of 1)" if alike < _ALIKE else ""
