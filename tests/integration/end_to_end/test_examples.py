"""The example packages, installed and used as docs/plugins.md says, and shown there as they are."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from runner import EXAMPLE, ROOT, Press

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "examples"
PACKAGES = ("engine-beep", "source-json")
GUIDE = ROOT / "docs" / "plugins.md"


def lay(name: str, target: Path) -> dict[str, str]:
    """Install a package as pip leaves it, and return what lets a program see it."""
    project = tomllib.loads((EXAMPLES / name / "pyproject.toml").read_text("utf-8"))
    about, points = project["project"], project["project"]["entry-points"]
    info = target / f"{about['name'].replace('-', '_')}-{about['version']}.dist-info"
    info.mkdir(parents=True)
    for module in project["tool"]["setuptools"]["py-modules"]:
        shutil.copy(EXAMPLES / name / f"{module}.py", target)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n", "utf-8"
    )
    groups = (f"[{group}]\n{kind} = {where}\n" for group, of in points.items()
              for kind, where in of.items())  # fmt: skip
    (info / "entry_points.txt").write_text("".join(groups), "utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(target), os.environ.get("PYTHONPATH", "")])}


def test_an_article_is_spoken_by_the_engine(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", voice="beep", environment=lay("engine-beep", tmp_path))
    report = press.build(EXAMPLE)
    assert [article["status"] for article in report["articles"]] == ["built"]
    assert report["totals"]["audio_seconds"] > 10
    assert press.build(EXAMPLE)["totals"]["spoken"] == 0


def test_the_voice_is_listed_and_shown(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", environment=lay("engine-beep", tmp_path))
    assert re.search(r"^ +beep +installed", press.run("voices", "list").stdout, re.MULTILINE)
    assert "engine:" in press.run("voices", "show", "beep").stdout
    close = press.run("voices", "show", "beeb", ok=False)
    assert "did you mean beep?" in close.stderr


def test_articles_come_from_the_source(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", environment=lay("source-json", tmp_path))
    export = EXAMPLES / "source-json" / "export.json"
    articles = press.build(f"json:{export}")["articles"]
    assert {article["id"] for article in articles} == {"file:json:ferry-1", "file:json:bridge-7"}
    missing = press.run("build", "json:nowhere.json", ok=False)
    assert missing.returncode == 1
    assert "no JSON" in missing.stderr


def test_a_title_of_the_source_keeps_its_marks(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", environment=lay("source-json", tmp_path))
    title = '*Bread* costs $4: "too much", says a caf\u00e9 \U0001f35e'
    export = [{"id": 1, "title": title, "date": "2026-03-02", "text": "It was three last week."}]
    (tmp_path / "export.json").write_text(json.dumps(export), "utf-8")
    done = press.run("plan", "--json", f"json:{tmp_path / 'export.json'}")
    assert [article["title"] for article in json.loads(done.stdout)["articles"]] == [title]


def test_a_bad_record_of_the_source_costs_itself_alone(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", environment=lay("source-json", tmp_path))
    good = {"id": 2, "title": "Brae", "date": "2026-03-02", "text": "It was late last week."}
    bad = {"id": 1, "titel": "Alba", "date": "2026-03-01", "text": "It was late too."}
    (tmp_path / "export.json").write_text(json.dumps([bad, 7, good]), "utf-8")
    done = press.run("plan", "--json", f"json:{tmp_path / 'export.json'}", ok=False)
    assert [each["title"] for each in json.loads(done.stdout)["articles"] if each["id"]][
        -1
    ] == "Brae"
    assert "it lacks title" in done.stderr
    assert "export.json, record 1" in done.stderr
    assert "it lacks date, id, text, title" in done.stderr


def test_a_voice_of_the_engine_differs_by_its_option(tmp_path: Path) -> None:
    press = Press(tmp_path / "edition", environment=lay("engine-beep", tmp_path))
    for voice in ("beep", "hum"):
        press.run("say", "Good evening.", "--voice", voice, "-o", f"{voice}.wav")
    beep, hum = ((press.folder / f"{voice}.wav").read_bytes() for voice in ("beep", "hum"))
    assert len(beep) > 10_000
    assert beep != hum


def test_the_commands_of_the_guide_run_in_a_clone() -> None:
    programs = {
        line.split()[0]
        for block in blocks("console") for line in block.splitlines() if line.strip()
    }  # fmt: skip
    assert programs == {"cp", ".venv/bin/python", ".venv/bin/audiopress"}


@pytest.mark.parametrize("name", PACKAGES)
def test_their_own_tests_pass(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull,
         str(EXAMPLES / name)],
        env=os.environ | lay(name, tmp_path), cwd=tmp_path, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_pip_installs_them(name: str, tmp_path: Path) -> None:
    pytest.importorskip("setuptools", minversion="77", reason="no build backend is installed")
    source = shutil.copytree(EXAMPLES / name, tmp_path / "source")  # setuptools writes beside it
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation",
         "--no-index", "--target", str(tmp_path / "pip"), str(source)],
        check=True,
    )  # fmt: skip
    lay(name, tmp_path / "laid")
    for laid in (tmp_path / "laid").rglob("*.py"):
        assert (tmp_path / "pip" / laid.name).read_bytes() == laid.read_bytes()
    (mine,) = (tmp_path / "laid").rglob("entry_points.txt")
    (theirs,) = (tmp_path / "pip").rglob("entry_points.txt")
    assert theirs.read_text("utf-8").split() == mine.read_text("utf-8").split()


def blocks(language: str) -> list[str]:
    fence = re.compile(rf"^```{language}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return fence.findall(GUIDE.read_text("utf-8"))


@pytest.mark.parametrize("name", PACKAGES)
def test_the_guide_shows_them_as_they_are(name: str) -> None:
    (module,) = (EXAMPLES / name).glob("audiopress_*.py")
    (checks,) = (EXAMPLES / name).glob("test_*.py")
    assert module.read_text("utf-8") in blocks("python")
    assert checks.read_text("utf-8") in blocks("python")
    assert (EXAMPLES / name / "pyproject.toml").read_text("utf-8") in blocks("toml")


def test_they_are_as_short_as_the_guide_says() -> None:
    def count(name: str, start: str) -> int:
        (module,) = (EXAMPLES / name).glob("audiopress_*.py")
        body = module.read_text("utf-8").partition(start)[2]
        return 1 + len([line for line in body.splitlines() if line.strip()])

    assert count("engine-beep", "RATE = ") <= 30
    assert count("source-json", "class JsonSource") <= 20
