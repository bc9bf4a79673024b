"""Our own graph surgery beside the ``onnx`` package: ``python -m tests.benchmarks.bench_graph``.

Each way changes the models of joe, af_heart and its kernel ``fast`` (those that are installed) in a
process of its own, in turns: CPU seconds with what is imported for it, and by how much the peak of
memory rises above the published model's. Then both results speak three lines, which must be the
same samples; and what ``onnx`` adds to an installation is counted from the installed files.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import numpy as np

from audiopress import voices
from audiopress.model import Line

MODELS = (("joe", ""), ("af_heart", ""), ("af_heart", "fast"))
LINES = (
    "Kim said the men had gone.",
    "The launch came hours after 8,000 of the men had crossed the border, as the ministers knew.",
    "Who said that, and when?",
)


def change(way: str, name: str, kernel: str, target: Path) -> None:
    """Change one model, keep what comes of it and print what that cost: a process of its own."""
    engine = voices.find(name).engine
    names = ("graph_changes", "vocoder") if engine == "piper" else ("model", "fast_kernel")
    modules = [importlib.import_module(f"audiopress.engines.{engine}.{each}") for each in names]
    changes = modules[0]
    published = _read_published(name)
    before, begin = _reset_peak(), time.process_time()
    source: Any = published
    if way == "onnx":
        _put_in_place(modules)
        source = importlib.import_module("onnx").load_from_string(published)
    if engine == "piper":
        changed = changes.expose_noise_and_durations(source)
        made = [changes.extract_front(changed), changes.extract_vocoder(changed)]
    else:
        made = [changes._change_model(source, kernel)]  # noqa: SLF001 - the same
    made = [each if isinstance(each, bytes) else each.SerializeToString() for each in made]
    spent = time.process_time() - begin
    peak = _read_status("VmHWM")
    target.write_bytes(pickle.dumps(made))
    print(json.dumps([spent, (peak - before) / 1e6]))


def _reset_peak() -> int:
    """Forget the highest memory so far (proc_pid_clear_refs(5)); return the bytes there are now."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _read_status("VmRSS")


def _read_status(field: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


def _put_in_place(modules: list[Any]) -> None:
    """Let these modules use the functions of `onnx_graph` where they use ours."""
    other = importlib.import_module("tests.benchmarks.onnx_graph")
    for module in modules:
        module.graph = other
        for name in dir(module):
            if name.startswith("make_") and hasattr(other, name):
                setattr(module, name, getattr(other, name))


def _read_published(name: str) -> bytes:
    voice = voices.find(name)
    return voices.read(voice, next(f.name for f in voice.files if f.name.endswith(".onnx")))


def speak(name: str, kernel: str, made: list[bytes]) -> list[np.ndarray]:
    """Return the samples of `LINES`, spoken with changed models."""
    from audiopress.engines.onnx import sessions  # noqa: PLC0415 - not in the measured process

    voice = voices.find(name)
    model = importlib.import_module(f"audiopress.engines.{voice.engine}.model")

    def open_session(*_given: object, variant: str) -> Any:
        return sessions._create_session(  # noqa: SLF001 - past what is kept
            made[variant == "vocoder"], sessions._make_options()  # noqa: SLF001
        )  # fmt: skip

    original, sessions.open_session = sessions.open_session, open_session
    try:
        options = {"kernel": kernel} if kernel else {}
        loaded = model.load_model(voice, **options)
        lines = [Line(spoken=text, language="en", voice=voice, seed=7) for text in LINES]
        return [loaded.speak(line).pcm for line in lines]
    finally:
        sessions.open_session = original


def compare(name: str, kernel: str, pairs: int, folder: Path) -> None:
    """Measure both ways in turns and print a line."""
    costs: dict[str, list[list[float]]] = {"ours": [], "onnx": []}
    for way in ("ours", "onnx") * pairs:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench_graph", "--way", way, "--voice", name,
             "--kernel", kernel, "--target", str(folder / way)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        costs[way].append(json.loads(done.stdout))
    ours, theirs = (
        speak(name, kernel, pickle.loads((folder / way).read_bytes()))  # noqa: S301 - our own
        for way in costs
    )
    same = all(np.array_equal(one, other) for one, other in zip(ours, theirs, strict=True))
    for way, runs in costs.items():
        cpu, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{name:8} {kernel:5} {way:5} {cpu:5.2f} CPU s  +{memory:4.0f} MB", flush=True)
    print(f"{name:8} {kernel:5} samples {'the same' if same else 'DIFFER'}", flush=True)


def count_megabytes(package: str) -> float:
    """Return the size of the installed files of a package, without what Python compiles."""
    found = distribution(package)
    files = (Path(str(found.locate_file(file))) for file in found.files or ())
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def main() -> None:
    """Measure, or be the process in which one change is measured."""
    words = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_graph")
    words.add_argument("--pairs", type=int, default=5)
    for name in ("way", "voice", "kernel", "target"):
        words.add_argument(f"--{name}", default="", help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.way:
        change(asked.way, asked.voice, asked.kernel, Path(asked.target))
        return
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        for voice, kernel in MODELS:
            if voices.is_installed(voices.find(voice)):
                compare(voice, kernel, asked.pairs, Path(folder))
    for package in ("onnx", "ml-dtypes"):
        print(f"{package:14} {count_megabytes(package):5.1f} MB installed")


if __name__ == "__main__":
    main()
