"""How well voices are understood, as shipped: ``python -m tests.benchmarks.bench_voices FILE ...``.

The files are pages or texts. Of each, paragraphs of the story are taken, a few from each so that
many writers are heard, until there are ``--words``; then an episode of them is built for each voice
and what a recogniser hears in each paragraph of the decoded MP3 is compared with what was said
(`recogniser`). With it: loudness and true peak of the episode, its pauses against the timeline,
and where words begin against where they are heard. ``--keep`` has the counts of each paragraph.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import soundfile

from audiopress import voices
from tests.benchmarks.pages import paragraphs
from tests.benchmarks.recogniser import Recogniser, errors, words
from tests.benchmarks.samples import SAMPLES, SENTENCES
from tests.benchmarks.shipped import Shipped, ship
from tests.unit.audio_meters import of_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LENGTHS = range(120, 421)
"""Characters of a paragraph that is taken: not so short that one slip is all, nor longer than the
recogniser's window of 30 seconds."""

_EACH = 4
"""Paragraphs of one file at most, unless it is the only one."""


@dataclass(frozen=True, kw_only=True)
class _Result:
    """What was heard of a voice: words wrong and said, a paragraph each, and figures of sound."""

    voice: str
    wrong: list[int]
    said: list[int]
    figures: dict[str, float] = field(default_factory=dict)


def _choose(files: Sequence[Path], wanted: int, language: str) -> list[str]:
    """Return paragraphs of ``files`` in ``language``, with ``wanted`` words in all if there are."""
    chosen: list[str] = []
    for path in files:
        try:
            found = [line for line in paragraphs(path, language) if len(line) in _LENGTHS]
        except OSError as error:
            raise SystemExit(f"{path}: {error}") from error
        except subprocess.CalledProcessError as error:
            # Most of all one in another language, which no voice of this one speaks.
            told = error.stderr.decode("utf-8", "replace").splitlines()
            why = next((line for line in told if line.startswith("error")), f"{error}")
            _say(f"not heard: {path.name}: {why}")
            continue
        for line in found if len(files) == 1 else found[:_EACH]:
            if sum(len(each.split()) for each in chosen) >= wanted:
                return chosen
            chosen.append(line)
    return chosen


def _write(path: Path, lines: Iterable[str], language: str) -> Path:
    text = "\n\n".join(line.replace("*", "").replace("_", " ") for line in lines)
    path.write_text(f"---\nlanguage: {language}\n---\n\n# A reading\n\n{text}\n", "utf-8")
    return path


def _spell(paragraph: dict[str, Any]) -> str:
    """Return what was said in letters: a recogniser writes no IPA, so its word is as written."""
    text: str = paragraph["spoken"]
    for word in reversed(paragraph["words"]):
        begin, end = word["spoken"]
        if text[begin:end].startswith("[["):
            text = text[:begin] + paragraph["source"][slice(*word["source"])] + text[end:]
    return text


def _measure(shipped: Shipped, voice: str, hear: Recogniser, language: str) -> _Result:
    wrong, said = [], []
    for paragraph, _, sound in shipped.paragraphs():
        if paragraph["role"] != "body":
            continue
        written = words(_spell(paragraph), language)
        heard = "".join(each.text for each in hear.hear(sound, shipped.alignment["rate"]))
        wrong.append(errors(written, words(heard, language)))
        said.append(len(written))
    (loudness, peak), _ = of_file(shipped.path)
    stray, loudest = shipped.stray()
    off, _ = shipped.timing(hear)
    figures = {
        "LUFS": loudness,
        "dBTP": peak,
        "pause off by ms": stray,
        "loudest in a pause dBFS": loudest,
        "words begin off by ms": statistics.median(map(abs, off)) if off else float("nan"),
        "seconds": len(shipped.decoded) / shipped.alignment["rate"],
    }
    return _Result(voice=voice, wrong=wrong, said=said, figures=figures)


def _describe(result: _Result, first: _Result) -> str:
    share = sum(result.wrong) / max(1, sum(result.said))
    pairs = list(zip(result.wrong, first.wrong, strict=True))
    better, worse = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
    cells = [
        result.voice,
        f"{sum(result.wrong)} of {sum(result.said)} ({share:.1%})",
        f"{len(pairs)}" if result is first else f"{len(pairs)}: {better} better, {worse} worse",
        *(f"{name} {value:.3g}" for name, value in result.figures.items()),
    ]
    return f"| {' | '.join(cells)} |"


def _hear_samples() -> None:
    """Print what is heard wrong in each sample of docs/voices: two sentences, so only a glance."""
    for path in sorted(SAMPLES.glob("*.mp3")):
        language = voices.find(path.stem).languages[0]
        hear = Recogniser(base=True, language=language[:2])
        sound, rate = soundfile.read(path, dtype="float32")
        said = words(SENTENCES[language[:2]], language)
        text = "".join(each.text for each in hear.hear(sound, rate))
        _say(f"| {path.stem} | {errors(said, words(text, language))} of {len(said)} | {text} |")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print a row for each voice, as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="bench_voices", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--samples", action="store_true", help="hear those of docs/voices instead")
    parser.add_argument(
        "--voice", action="append", help="may be given again; the first is compared"
    )
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--language", default="en-GB", help="of the texts, such as fr")
    parser.add_argument("--small", action="store_true", help="Whisper tiny.en instead of base")
    parser.add_argument("--keep", type=Path, help="a folder for episodes and counts")
    given = parser.parse_args()
    if given.samples:
        _hear_samples()
        return
    if not given.files:
        parser.error("which pages? or --samples")
    lines = _choose(given.files, given.words, given.language[:2])
    _say(f"{len(lines)} paragraphs, {sum(len(line.split()) for line in lines)} words")
    hear = Recogniser(base=not given.small, language=given.language[:2])
    results: list[_Result] = []
    with tempfile.TemporaryDirectory() as temporary:
        kept = given.keep or Path(temporary)
        for voice in given.voice or ["heart"]:
            folder = kept / f"{voice}-{given.language}"
            folder.mkdir(parents=True)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            article = _write(folder / "reading.md", lines, given.language)
            shipped = ship(folder, article, voice)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            result = _measure(shipped, voice, hear, given.language)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            result.figures["CPU s of the build a second"] = spent / result.figures["seconds"]
            results.append(result)
            counts = {"voice": voice, "wrong": result.wrong, "said": result.said, **result.figures}
            (folder / "counts.json").write_text(json.dumps(counts), "utf-8")
            _say(_describe(result, results[0]))


if __name__ == "__main__":
    main()
