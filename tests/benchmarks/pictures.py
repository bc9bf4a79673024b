"""A page of pictures, waveform and loudness over time, for one episode of each engine.

``python -m tests.benchmarks.pictures PAGE.html [MP3 ...]`` draws the given files, or else builds
the sample article with every voice that is installed. The pictures are SVG inside of the page.
Loudness is libsndfile's decoding measured over 3 s (short-term, EBU Tech 3341) every 0.5 s.
"""

from __future__ import annotations

import html
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audiopress import voices
from audiopress.audio.loudness import measure_energies, to_lufs
from tests.benchmarks.pages import EXAMPLE
from tests.benchmarks.shipped import ship
from tests.unit.audio_meters import of_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_VOICES = ("tone", "system", "joe", "heart", "af_heart")
_WIDE, _TALL = 1000, 120
_TOP, _BOTTOM = -8.0, -32.0
_SHORT_TERM = 30
_STEP = 5


def _wave(samples: NDArray[np.float32]) -> str:
    """Return the outline of a waveform: the highest and lowest sample of every column."""
    size = max(1, len(samples) // _WIDE)
    columns = samples[: len(samples) // size * size].reshape(-1, size)
    middle = _TALL / 2
    high = [f"{x},{middle - y * middle:.1f}" for x, y in enumerate(columns.max(axis=1))]
    low = [f"{x},{middle - y * middle:.1f}" for x, y in enumerate(columns.min(axis=1))]
    ceiling = 10 ** (-1 / 20) * middle
    lines = "".join(
        f'<line class="limit" x1="0" x2="{_WIDE}" y1="{y:.1f}" y2="{y:.1f}"/>'
        for y in (middle - ceiling, middle + ceiling)
    )
    return _picture(f'<polygon class="wave" points="{" ".join(high + low[::-1])}"/>{lines}')


def _loudness(samples: NDArray[np.float32], rate: int) -> str:
    """Return short-term loudness as a line, with -16 LUFS and half a unit to both sides."""
    energies = measure_energies(samples, rate)
    means = np.convolve(energies, np.full(_SHORT_TERM, 1 / _SHORT_TERM), "valid")[::_STEP]
    wide = max(1, len(energies) - _SHORT_TERM)
    points = " ".join(
        f"{number * _STEP * _WIDE / wide:.1f},{_height(to_lufs(float(energy))):.1f}"
        for number, energy in enumerate(means)
    )
    band = _height(-15.5), _height(-16.5) - _height(-15.5)
    target = f'<rect class="target" width="{_WIDE}" y="{band[0]:.1f}" height="{band[1]:.1f}"/>'
    marks = "".join(
        f'<text x="2" y="{_height(value) + 4:.0f}">{value} LUFS</text>' for value in (-10, -16, -24)
    )
    return _picture(f'{target}<polyline class="loud" points="{points}"/>{marks}')


def _height(loudness: float) -> float:
    return float(np.clip((_TOP - loudness) / (_TOP - _BOTTOM), 0, 1)) * _TALL


def _picture(inside: str) -> str:
    return f'<svg viewBox="0 0 {_WIDE} {_TALL}" preserveAspectRatio="none">{inside}</svg>'


def _section(name: str, path: Path) -> str:
    samples, rate = soundfile.read(path, dtype="float32")
    (loudness, peak), _ = of_file(path)
    told = f"{len(samples) / rate:.0f} s, {loudness:.1f} LUFS, {peak:.1f} dBTP"
    head = f"<h2>{html.escape(name)}</h2><p>{told}</p>"
    return f"<section>{head}{_wave(samples)}{_loudness(samples, rate)}</section>"


def _page(sections: list[str]) -> str:
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>What was shipped, in pictures</title>
<style>
body {{ font: 14px/1.4 sans-serif; max-width: 1040px; margin: 2em auto; }}
svg {{ display: block; width: 100%; height: {_TALL}px; margin: 4px 0; background: #f6f6f4; }}
h2, p {{ margin: 0.6em 0 0.2em; }} text {{ font-size: 11px; fill: #555; }}
.wave {{ fill: #2b6cb0; }} .limit {{ stroke: #c53030; stroke-dasharray: 4 4; }}
.loud {{ fill: none; stroke: #2f855a; stroke-width: 2; }} .target {{ fill: #c6f6d5; }}
</style>
<h1>What was shipped, in pictures</h1>
<p>Above the waveform, dashed at -1 dBFS; below it the short-term loudness (3 s), the band is
-16 LUFS ±0.5.</p>
{"".join(sections)}
</html>
"""


def _built(folder: Path) -> Iterator[tuple[str, Path]]:
    for voice in _VOICES:
        if voices.is_installed(voices.find(voice)):
            (folder / voice).mkdir()
            yield voice, ship(folder / voice, EXAMPLE, voice).path


def main() -> None:
    """Draw the page."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    given = [(Path(name).stem, Path(name)) for name in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as name:
        sections = [_section(*one) for one in given or _built(Path(name))]
    Path(sys.argv[1]).write_text(_page(sections), "utf-8")


if __name__ == "__main__":
    main()
