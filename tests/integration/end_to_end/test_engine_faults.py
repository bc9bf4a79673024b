"""An engine that crashes, refuses or says nothing costs its own article, named, and no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from runner import HEARS_CTRL_C

from audiopress.press.build import build
from audiopress.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from runner import Press

    from audiopress.settings import Settings


def put(press: Press, name: str, text: str) -> None:
    press.folder.mkdir(exist_ok=True)
    body = f"---\ntitle: About {name}\nid: {name}\ndate: 2024-03-01\n---\n\n{text}\n"
    (press.folder / f"{name}.md").write_text(body, "utf-8")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("crash", "ended with status 70"),
        ("abort", "ended by SIGABRT"),
        ("silence", "silence"),
        ("noise", "full scale"),
        ("refuse", "refuse"),
        ("bug", "ValueError"),
    ],
)
def test_the_article_is_named_and_the_others_are_published(
    press: Press, fault: str, words: str
) -> None:
    put(press, "before", "All is well here.\n\nAnd here too.")
    put(press, fault, "It began well.\n\nThen came {" + fault + "} at once.")
    put(press, "later", "Nothing happened.\n\nNothing at all.")
    report = press.build(".", ok=False)
    assert {article["id"]: article["status"] for article in report["articles"]} == {
        "id:before": "built", f"id:{fault}": "failed", "id:later": "built",
    }  # fmt: skip
    error = next(a["error"] for a in report["articles"] if a["id"] == f"id:{fault}")
    assert words in str(error)
    assert f"{fault}.md" in str(error)
    assert report["feed"]["items"] == 2
    assert b"About " + fault.encode() not in (press.folder / "output/feed.xml").read_bytes()
    put(press, fault, "It began well.\n\nThen it went on well.")
    again = press.build(".")
    assert (again["feed"]["items"], again["totals"]["failed"]) == (3, 0)


def settings(press: Press) -> Settings:
    loaded = load_settings(None, root=press.folder)
    return replace(loaded, cast=replace(loaded.cast, body="tone"), jobs=2)


def test_a_paragraph_that_hangs_costs_its_own_article(press: Press) -> None:
    put(press, "before", "All is well here.\n\nAnd here too.")
    put(press, "hang", "It began well.\n\nThen came {hang} at once.")
    report = build(settings(press), (str(press.folder),), patience=6.0)
    assert {o.id: o.status for o in report.outcomes} == {"id:before": "built", "id:hang": "failed"}
    (error,) = [str(outcome.error) for outcome in report.outcomes if outcome.error]
    assert "took longer than 6 s, and did so again with nothing else running" in error


@pytest.mark.skipif(sys.platform != "linux", reason="memory is known from /proc")
def test_a_paragraph_that_eats_memory_costs_its_own_article(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiopress.workers.pool.measure_memory", lambda: 1_200_000_000)
    put(press, "before", "All is well here.\n\nAnd here too.")
    put(press, "memory", "It began well.\n\nThen came {memory} at once.")
    report = build(settings(press), (str(press.folder),))
    assert {o.id: o.status for o in report.outcomes} == {
        "id:before": "built", "id:memory": "failed",
    }  # fmt: skip
    assert "needed more than 900 MB" in str([outcome.error for outcome in report.outcomes])


SILENT_ONCE = """
import os, pathlib
from audiopress.engines import tone

def once(self, line, speak=tone.ToneEngine.speak):
    mark = pathlib.Path(os.environ["SILENT_ONCE"])
    speech = speak(self, line)
    if "worth it" in line.spoken and not mark.exists():
        mark.touch()
        speech.pcm[:] = 0
    return speech

tone.ToneEngine.speak = once
"""


def test_an_engine_that_is_silent_once_is_forgiven(press: Press, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(SILENT_ONCE, "utf-8")
    path = [str(tmp_path / "site"), os.environ.get("PYTHONPATH", "")]
    press.environment["PYTHONPATH"] = os.pathsep.join(path)
    press.environment["SILENT_ONCE"] = str(tmp_path / "silent")
    put(press, "one", "A second try is worth it.\n\nNothing happened.")
    assert press.build(".")["totals"]["failed"] == 0
    assert (tmp_path / "silent").exists()


def wait_for(condition: Callable[[], object]) -> bool:
    for _ in range(1200):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks for survivors in /proc")
def test_ctrl_c_says_what_is_done_and_the_next_run_goes_on(press: Press) -> None:
    put(press, "whole", "This one is short.")
    put(press, "stuck", "This one begins.\n\nHere it comes to {hang} for ever.")
    building = subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "build", "."],
        cwd=press.folder,
        env={**os.environ, "AUDIOPRESS_VOICE": "tone"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert wait_for(lambda: list(press.folder.glob(".audiopress/ledger/articles/*/*.json")))
    os.killpg(building.pid, signal.SIGINT)  # what a terminal does
    _, said = building.communicate()
    assert building.returncode == 130, said
    assert "stopped" in said
    assert "; 0 paragraphs spoken" not in said
    assert "run the same command again" in said
    assert "Traceback" not in said
    assert (press.folder / "output/feed.xml").read_bytes().count(b"<item>") == 1
    assert wait_for(lambda: not survivors(building.pid))
    put(press, "stuck", "This one begins.\n\nHere it goes on for ever.")
    report = press.build(".")
    assert report["feed"]["items"] == 2
    assert report["totals"]["spoken"] < report["totals"]["segments"]


def survivors(session: int) -> list[Path]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, number = path.read_text("ascii").rpartition(")")[2].split()[:4]
        except OSError:  # gone meanwhile
            continue
        found += [path] if number == str(session) and state != "Z" else []
    return found
