"""What is handed out, wheel and source, installed where nothing else is, and speaking there."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from runner import EXAMPLE, ROOT

import audiopress

pytest.importorskip("setuptools", minversion="77", reason="no build backend is installed")

SOURCE = ("audiopress", "voices", "pyproject.toml", "README.md", "LICENSE")
"""What a package is made of; the rest of the repository is not read for it."""

TWINE = ROOT / ".venv" / "package" / ("Scripts" if os.name == "nt" else "bin") / "twine"


def build(kind: str, tree: Path, target: Path) -> Path:
    """Return the file that the build backend makes of a tree: a ``wheel`` or an ``sdist``."""
    target.mkdir(exist_ok=True)
    program = f"from setuptools import build_meta as b; b.build_{kind}({str(target)!r})"
    subprocess.run([sys.executable, "-c", program], cwd=tree, check=True, capture_output=True)
    (made,) = target.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source, and the wheel that is made of it, as people get them."""
    folder = tmp_path_factory.mktemp("made")
    tree = folder / "tree"
    tree.mkdir()
    for name in SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tree)
    source = build("sdist", tree, folder / "source")
    with tarfile.open(source) as packed:
        packed.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return source, build("wheel", unpacked, folder / "wheel")


def link_base(target: Path) -> None:
    """Put into a folder what the wheel requires, and nothing else that is installed here."""
    pins = (ROOT / "requirements" / "audiopress.txt").read_text("utf-8")
    for name in re.findall(r"^([\w-]+)==", pins, re.MULTILINE):
        try:
            found = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        for top in {file.parts[0] for file in found.files or ()} - {"..", "__pycache__"}:
            if not (target / top).exists():
                (target / top).symlink_to(Path(str(found.locate_file(top))))


@pytest.fixture(scope="module")
def bare(made: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, in an environment with the wheel and its requirements alone."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    (site,) = folder.glob("lib/python*/site-packages")
    link_base(site)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet",
         "--no-index", "--no-deps", str(made[1])],
        check=True,
    )  # fmt: skip
    return folder / "bin" / "audiopress"


def run(program: Path, folder: Path, *words: str) -> str:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("AUDIOPRESS_", "PYTHON"))}
    done = subprocess.run(
        [str(program), *words], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_an_article_is_spoken_by_the_wheel_alone(bare: Path, tmp_path: Path) -> None:
    assert run(bare, tmp_path, "--version").split() == ["audiopress", audiopress.__version__]
    said = run(bare, tmp_path, "build", str(EXAMPLE))
    assert "feed:" in said
    run(bare, tmp_path, "check")
    (page,) = tmp_path.glob("output/episodes/*/index.html")
    assert "audiopress-player.js" in page.read_text("utf-8")
    run(bare, tmp_path, str(EXAMPLE), "-o", "story.mp3")
    assert (tmp_path / "story.mp3").stat().st_size > 100_000


def test_the_wheel_holds_every_file_of_the_package(made: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(made[1]) as packed:
        names = {name for name in packed.namelist() if name.startswith("audiopress/")}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "audiopress").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    voices = {f"audiopress/voices_data/{path.name}" for path in (ROOT / "voices").glob("*.toml")}
    assert wanted - names == set()
    assert voices - names == set()


def test_what_is_handed_out_says_rightly_what_it_is(made: tuple[Path, Path]) -> None:
    if not TWINE.exists():
        pytest.skip("no twine: python3 tests/run.py sets it up in .venv/package")
    done = subprocess.run(
        [str(TWINE), "check", "--strict", *map(str, made)], capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == len(made)


def test_metadata_without_a_text_would_be_seen(made: tuple[Path, Path], tmp_path: Path) -> None:
    if not TWINE.exists():
        pytest.skip("no twine: python3 tests/run.py sets it up in .venv/package")
    broken = tmp_path / made[1].name
    with zipfile.ZipFile(made[1]) as packed, zipfile.ZipFile(broken, "w") as copy:
        for name in packed.namelist():
            if name.endswith("dist-info/METADATA"):
                copy.writestr(name, packed.read(name).partition(b"\n\n")[0] + b"\n\n")
            elif ".dist-info/" in name:
                copy.writestr(name, packed.read(name))
    done = subprocess.run([str(TWINE), "check", "--strict", str(broken)], check=False,
                          capture_output=True)  # fmt: skip
    assert done.returncode != 0
    assert b"long_description" in done.stdout
