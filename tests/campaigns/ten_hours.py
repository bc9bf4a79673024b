"""Build one article of ten hours, and see whether its sound is where its timeline says.

    .venv/bin/python -m tests.campaigns.ten_hours --hours 10 --voice heart

The paragraphs of an article are said again, each time a bit other, until the hours are full. Held
against the MP3 as it is decoded: its length to the sample, each pause (silence where the timeline
has one, and sound within 50 ms on both its sides), and the highest sample. Printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import soundfile

from tests.benchmarks.pages import EXAMPLE, NORTH_KOREA, repeated
from tests.benchmarks.processes import build
from tests.benchmarks.shipped import Shipped

_QUIET = 10 ** (-60 / 20)
"""The loudest that a sample of a pause may be: -60 dBFS."""

_EDGE = 0.02
"""Seconds at both ends of a pause that belong to its neighbours: an encoder rings so long."""

_NEAR = 0.05
"""Seconds beside a pause in which speech is heard: 50 ms of quiet are left around a run."""


def main() -> None:
    """Build, look at every pause, print what was found; the status is 1 if anything is wrong."""
    words = argparse.ArgumentParser(prog="ten_hours")
    words.add_argument("--hours", type=float, default=10.0)
    words.add_argument("--voice", default="heart")
    words.add_argument("--article", type=Path)
    asked = words.parse_args()
    article = asked.article or (NORTH_KOREA if NORTH_KOREA.exists() else EXAMPLE)
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        once = _build(Path(folder) / "once", article, asked.voice, 1)[0]
        times = round(asked.hours * 3600 / once.alignment["duration"])
        shipped, figures = _build(Path(folder) / "long", article, asked.voice, times)
        figures |= _look(shipped)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    raise SystemExit(bool(figures["wrong"]))


def _build(place: Path, article: Path, voice: str, times: int) -> tuple[Shipped, dict[str, float]]:
    place.mkdir()
    page = repeated(place / "article.html", article, times)
    cost = build(place, page.name, voice=voice, memory=True)
    return Shipped(place), {"wall s": cost.wall, "CPU s": cost.cpu, "MB": cost.peak}


def _look(shipped: Shipped) -> dict[str, object]:
    told = shipped.alignment
    wrong: list[str] = []
    loudest, highest = 0.0, 0.0
    with soundfile.SoundFile(shipped.path) as sound:
        rate = sound.samplerate
        said = round(told["duration"] * rate)
        if sound.frames != said:
            wrong.append(f"{sound.frames} samples, and the timeline says {said}")
        pairs = list(pairwise(told["paragraphs"]))
        for before, after in pairs:
            begin = int((before["end"] - _NEAR) * rate)
            sound.seek(begin)
            samples = np.abs(sound.read(int((after["start"] + _NEAR) * rate) - begin, "float32"))
            near, edge = int(_NEAR * rate), int(_EDGE * rate)
            inner = float(samples[near + edge : -near - edge].max(initial=0))
            loudest, highest = max(loudest, inner), max(highest, float(samples.max(initial=0)))
            if inner > _QUIET:
                wrong.append(f"sound in the pause at {before['end']:.3f} s")
            if min(samples[:near].max(), samples[-near:].max()) < _QUIET:
                wrong.append(f"no sound beside the pause at {before['end']:.3f} s")
    return {
        "hours": said / rate / 3600,
        "paragraphs": len(told["paragraphs"]),
        "pauses looked at": len(pairs),
        "loudest in a pause dBFS": 20 * float(np.log10(max(loudest, 1e-6))),
        "highest beside one dBFS": 20 * float(np.log10(max(highest, 1e-6))),
        "bytes": shipped.path.stat().st_size,
        "wrong": wrong[:20],
    }


if __name__ == "__main__":
    main()
