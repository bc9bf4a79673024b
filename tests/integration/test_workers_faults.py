"""An engine that crashes, refuses or says nothing costs its own article, named, and no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from runner import Press


HEARS_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background inherit: ignore
from audiopress.cli import main
main()
"""


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
        ("refuse", "refuse"),
    ],
)
def test_the_article_is_named_and_the_others_are_published(
    press: Press, fault: str, words: str
) -> None:
    put(press, "before", "All is well here.\n\nAnd here too.")
    put(press, fault, "It began well.\n\nThen came {{" + fault + "}} at once.")
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


def wait_for(condition: Callable[[], object]) -> bool:
    for _ in range(1200):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks for survivors in /proc")
def test_ctrl_c_says_what_is_done_and_the_next_run_goes_on(press: Press) -> None:
    put(press, "whole", "This one is short.")
    put(press, "stuck", "This one begins.\n\nHere it comes to {{hang}} for ever.")
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
