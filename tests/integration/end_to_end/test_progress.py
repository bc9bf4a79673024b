"""What a build tells while it goes on: a bar that fits, lines, or JSON for a program."""

from __future__ import annotations

import fcntl
import json
import os
import re
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

TITLE = "The last keeper of Skerry light comes ashore"
STORY = f"# {TITLE}\n\n" + "\n\n".join(
    f"Keeper number {number} left the tower on a Tuesday." for number in range(30)
)

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""Matches what moves the cursor and colours."""


@pytest.fixture
def press(press: Press) -> Press:
    press.folder.mkdir(parents=True)
    (press.folder / "keeper.md").write_text(STORY, "utf-8")
    return press


def watch_bar(folder: Path, columns: int) -> list[str]:
    """Build on a terminal so wide, and return each state that its line had."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "LINES")}
    with subprocess.Popen(
        [sys.executable, "-m", "audiopress", "build", "keeper.md", "--voice", "tone"],
        cwd=folder, stderr=theirs, stdout=subprocess.DEVNULL, env=kept | {"TERM": "xterm"},
    ):  # fmt: skip
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65_536):
                said += part
        except OSError:  # how Linux says that nobody writes any more
            pass
    os.close(ours)
    text = said.decode().partition("built ")[0]  # what follows the bar is broken by the terminal
    return [line for line in re.split(r"[\r\n]+", ESCAPES.sub("", text)) if line.strip()]


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_bar_says_from_the_first_what_goes_on_and_fits(press: Press, columns: int) -> None:
    lines = [line for line in watch_bar(press.folder, columns) if "note:" not in line]
    bars = [line for line in lines if "━" in line or "reading" in line]
    assert bars[0].startswith("reading")
    assert any(line.startswith(TITLE[: columns // 3 - 2].rstrip()) for line in bars)
    assert max(map(cell_len, bars)) <= columns


def test_a_program_gets_json(press: Press) -> None:
    done = press.run("build", "keeper.md", "--progress", "json")
    told = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]
    assert all(each["event"] == "progress" for each in told)
    assert set(told[0]) == {"event", "time", "stage"}
    assert [each["time"] for each in told] == sorted(each["time"] for each in told)
    last = told[-1]
    assert last["segments_done"] == last["segments_total"] > 30
    assert last["articles_done"] == last["articles_total"] == 1
    assert {each["stage"] for each in told} <= {
        "reading", "loading the voice", "speaking", "writing",
    }  # fmt: skip
    assert TITLE in {each.get("article") for each in told}


@pytest.mark.parametrize("command", ["build", "sync"])
def test_a_log_for_programs_has_objects_alone(press: Press, command: str) -> None:
    (press.folder / "nothing.md").write_text("", "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[edition]\nsources = ["keeper.md", "nothing.md"]\n[voices]\nbody = "tone"\n', "utf-8"
    )
    done = press.run(command, "--log", "json", ok=False)
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert all({"time", "event"} <= each.keys() for each in told)
    (error,) = [each for each in told if each["event"] == "error"]
    assert (error["level"], error["where"]) == ("error", "nothing.md")
    assert {"progress", "message"} <= {each["event"] for each in told}
    (built,) = [each for each in told if each.get("status") == "built"]
    assert built["message"].startswith(f"built    {TITLE}")
    assert (built["id"], built["slug"] != "") == ("file:keeper.md", True)
    done = press.run(command, "--log", "json", "--progress", "none", ok=False)
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert "progress" not in {each["event"] for each in told}
    assert "error: " in press.run(command, ok=False).stderr


def test_a_log_gets_lines(press: Press) -> None:
    said = press.run("build", "keeper.md", "--progress", "plain").stderr
    assert "reading\n" in said
    assert re.search(
        r"^.* - 1 of 1 article, 3\d of 3\d paragraphs, \d+ s of speech$", said, re.MULTILINE
    )


def test_nothing_is_told_without_a_terminal_unless_it_is_asked_for(press: Press) -> None:
    silent = press.run("build", "keeper.md").stderr
    assert "reading" not in silent
    assert press.run("build", "keeper.md", "--progress", "none").stderr.count("\n") < 5
