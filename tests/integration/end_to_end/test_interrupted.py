"""Ctrl-C says what is done and that running again goes on, and it does."""

import os
import signal
import subprocess
import sys
import time

import pytest
from runner import EXAMPLE, HEARS_CTRL_C, Press


def articles(folder, count):
    folder.mkdir(exist_ok=True)
    page = EXAMPLE.read_text("utf-8")
    for number in range(count):
        own = page.replace("last-keeper-of-skerry-light", f"keeper-{number}")
        own = own.replace("two suitcases", f"{number + 2} suitcases")
        own = own.replace("2026-03-14", f"2026-03-{number + 10}")
        (folder / f"a{number}.html").write_text(own, "utf-8")


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_stopped_and_started_again(tmp_path, name):
    whole = Press(tmp_path / "whole", voice="tone")
    articles(whole.folder, 18)
    whole.build(".")
    press = Press(tmp_path / "stopped", voice="tone", environment={"AUDIOPRESS_JOBS": "1"})
    articles(press.folder, 18)
    environment = os.environ | {"AUDIOPRESS_VOICE": "tone", "AUDIOPRESS_JOBS": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "build", "."],
        cwd=press.folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        deadline = time.monotonic() + 60
        while not list(press.folder.glob("output/episodes/*/*/*.mp3")):
            assert time.monotonic() < deadline
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(getattr(signal, name))
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "run the same command again" in said
    assert "Traceback" not in said
    report = press.build(".")
    assert report["totals"]["failed"] == 0
    assert press.tree() == whole.tree()


TELLS_WHEN_IT_READS = """
import sys
from audiopress.reading.formats import html
parse_page = html.parse_page
def tell(*given):
    print("reading", file=sys.stderr, flush=True)
    return parse_page(*given)
html.parse_page = tell
"""
"""Says a line when a page is parsed, from when on it is read."""

ROW = "<p>The ferry with the number {} came back to the island with <sup>2</sup> of its boats.</p>"

HUGE = {
    "paragraphs": "".join(map(ROW.format, range(9_900))),
    "raised": "<p>" + "".join(f"Word {n}<sup>{n % 9}</sup> and " for n in range(20_000)) + "</p>",
    "one line": "<p>" + "1 (2) [3] " * 80_000 + "</p>",
}
"""Pages near the limits, each of which is read for seconds."""


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("kind", HUGE)
def test_a_huge_page_is_left_while_it_is_read(tmp_path, kind):
    page = tmp_path / "huge.html"
    page.write_text(f"<html lang=en><article><h1>The ferry</h1>{HUGE[kind]}</article>", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", TELLS_WHEN_IT_READS + HEARS_CTRL_C, "script", page.name],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert "reading\n" in running.stderr
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said
