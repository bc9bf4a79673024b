"""Ten hours from cached frames into one tagged MP3.

Writes real frames of 60 segments of 4 to 14 s to a folder, lays them out until the hours are full,
then joins them in a process of its own, whose time and resident memory are printed. A plain copy
of as many bytes by the same means stands beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.processes import RESIDENT

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_HOURS = 10.0

_WORK = """
import json, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
begin, wall = time.process_time(), time.perf_counter()
from audiopress.audio.episode import count_bytes, stream_bytes
from audiopress.audio.timeline import Clip, lay_out
from audiopress.model import Frames, Loudness, Segment, Sound, Utterance
loaded = time.perf_counter()
quiet = Loudness(blocks=(), peak=0.0, integrated=None)
sound, pieces = Sound(), []
for number, fields in enumerate(json.loads((folder / "order.json").read_text())):
    frames = Frames(**fields)
    said = Utterance(role="body", source="", spoken="", language="en", voice="", pause=26460,
                     paragraph=number)
    segment = Segment(key="", digest="", samples=frames.samples // 2, rate=22050, loudness=quiet)
    pieces.append(Clip(frames=frames, utterance=said, segment=segment))
ready = time.perf_counter()
timeline, plan = lay_out(pieces, sound)
with (folder / "episode.mp3").open("wb") as file:
    for part in stream_bytes(plan, sound, lambda frames: (folder / frames.key).read_bytes()):
        file.write(part)
done = time.perf_counter()
assert (folder / "episode.mp3").stat().st_size == count_bytes(plan, sound)
print(json.dumps({
    "hours": timeline.samples / timeline.rate / 3600, "pieces": len(pieces),
    "bytes": count_bytes(plan, sound), "import": loaded - wall, "join": done - ready,
    "cpu": time.process_time() - begin,
    "peak": resident()}))
"""

_COPY = """
import json, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
wall = time.perf_counter()
with (folder / "copy.mp3").open("wb") as file:
    for fields in json.loads((folder / "order.json").read_text()):
        file.write((folder / fields["key"]).read_bytes())
print(time.perf_counter() - wall)
"""


def _prepare(folder: Path, hours: float) -> None:
    """Write the segments, and the order that fills the hours."""
    import numpy as np  # noqa: PLC0415 - not in the process that is measured

    from audiopress.audio.frames import encode  # noqa: PLC0415
    from audiopress.model import Sound  # noqa: PLC0415

    sound, noise, known = Sound(), np.random.default_rng(1), []
    for number in range(60):
        count = int(noise.uniform(4, 14) * sound.rate)
        pcm = (noise.standard_normal(count) * 1500).astype(np.int16)
        made = encode(pcm, sound.rate, 0.0, sound)
        (folder / str(number)).write_bytes(made.data)
        known.append(
            {
                "key": str(number),
                "digest": "",
                "count": made.count,
                "lead": made.lead,
                "samples": made.samples,
                "rate": sound.rate,
                "gain": 0.0,
                "size": len(made.data),
            }
        )
    order, left = [], 1.01 * hours * 3600 * sound.rate  # a pause is a little shorter
    while left > 0:
        order.append(known[len(order) % len(known)])
        left -= order[-1]["samples"] + 26460
    (folder / "order.json").write_text(json.dumps(order))


def _run(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    return done.stdout


def _join(setting: Setting) -> list[Figure]:
    _prepare(setting.folder, _HOURS)
    found = json.loads(_run(RESIDENT + _WORK, setting.folder))
    copied = float(_run(_COPY, setting.folder))
    return [
        Figure(what=f"{found['hours']:.1f} hours joined from cached segments: wall",
               value=found["join"], target=1, unit="s",
               remark=f"{found['pieces']} segments; a plain copy takes {copied:.2f} s"),
        Figure(what="ten hours joined: resident", value=found["peak"], target=100, unit="MB"),
    ]  # fmt: skip


BENCHES = (Bench(name="join", minutes=0.2, measure=_join),)
