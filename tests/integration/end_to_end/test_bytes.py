"""The same input gives the same bytes, whatever the machine around it."""

import json
import subprocess
import sys

import pytest
from runner import EXAMPLE, Press

OTHER_CLOCK = """
import sys, time_machine
from audiopress.cli import main
sys.argv = ["audiopress", "build", "--voice", "tone", "article.html"]
with time_machine.travel("2031-07-01 03:04:05+00:00", tick=True):
    main()
"""


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return built(Press(tmp_path_factory.mktemp("first")))


def built(press, *words):
    press.folder.mkdir(exist_ok=True)
    (press.folder / "article.html").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    press.build(*words, "article.html")
    return press.tree()


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "AUDIOPRESS_JOBS": "1"},
        {"AUDIOPRESS_JOBS": "5"},
    ],
    ids=lambda value: " ".join(f"{k}={v}" for k, v in value.items()),
)
def test_another_environment_another_folder_the_same_bytes(tmp_path, first, environment):
    assert built(Press(tmp_path / "elsewhere", environment=environment)) == first


def test_another_clock_the_same_bytes(tmp_path, first):
    (tmp_path / "article.html").write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    subprocess.run([sys.executable, "-c", OTHER_CLOCK], cwd=tmp_path, check=True)
    assert Press(tmp_path).tree() == first


def test_a_clock_that_is_set_back_takes_no_correction_back(tmp_path):
    press = Press(tmp_path)
    for words in ("one suitcase", "two bags", "three boxes"):
        page = EXAMPLE.read_text("utf-8").replace("two suitcases", words)
        (tmp_path / "article.html").write_text(page, "utf-8")
        if words == "two bags":
            subprocess.run([sys.executable, "-c", OTHER_CLOCK], cwd=tmp_path, check=True)
        else:
            press.build("article.html")
    (path,) = tmp_path.glob(".audiopress/ledger/articles/*/*.json")
    changed = [version["changed"] for version in json.loads(path.read_bytes())["versions"]]
    assert [moment[:4] for moment in changed] == ["2026", "2031", "2031"]
    assert changed == sorted(changed)
    assert "2031" in (tmp_path / "output" / "feed.xml").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("voice", ["joe", "heart"])
def test_a_real_voice_gives_the_same_bytes_from_any_number_of_threads(tmp_path, voice):
    text = "One light. Two boats came home before the storm.\n\nNobody slept.\n\nThe sea is calm."
    trees = []
    for jobs in ("1", "3"):
        environment = {"AUDIOPRESS_JOBS": jobs, "PYTHONHASHSEED": jobs}
        press = Press(tmp_path / jobs, voice=voice, environment=environment)
        press.folder.mkdir()
        (press.folder / "a.md").write_text(f"---\ndate: 2026-03-14\n---\n# Storm\n\n{text}\n")
        press.build("a.md")
        trees.append(press.tree())
    assert trees[0] == trees[1]
    assert any(name.endswith(".mp3") for name in trees[0])
