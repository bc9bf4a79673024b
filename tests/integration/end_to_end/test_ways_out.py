"""How the program ends: one JSON document in any case, and an output that nobody reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from runner import EXAMPLE, HEARS_CTRL_C, Press

UNIX = pytest.mark.skipif(os.name == "nt", reason="shells and devices of Unix")


def put_articles(press: Press) -> None:
    press.folder.mkdir(parents=True, exist_ok=True)
    (press.folder / "a.html").write_bytes(EXAMPLE.read_bytes())
    (press.folder / "wrong.toml").write_text("[show]\ntitel = 3\n[voices]\nbody = 'nobody'\n")
    (press.folder / "broken.toml").write_text("[show\n")
    (press.folder / "folder.toml").mkdir()


@pytest.mark.parametrize(
    "words",
    [
        "build --json --nope",
        "build --jobs many --json a.html",
        "build --json --config wrong.toml",
        "build -c broken.toml --json",
        "build -c folder.toml --json",
        "build -c gone.toml --json",
        "build --json",
        "build --json gone.html",
        "build --json --voice nobody a.html",
        "build --json --output . a.html",
        "build --json --lexicon gone.pls a.html",
        "plan --json gone.html a.html",
        "plan --json --voice",
        "script --json",
        "script --json gone.html",
        "script --json --lines gone.txt",
        "site --json",
        "site --json gone",
        "site --json --address nowhere .",
        "voices show --json nobody",
        "voices list --json --nope",
        "frobnicate --json",
        "--json",
        "say --json",
    ],
)
def test_whatever_goes_wrong_there_is_one_document(press, words):
    put_articles(press)
    done = press.run(*words.split(), ok=False)
    assert done.returncode in (1, 2)
    document = json.loads(done.stdout)
    errors = document.get("errors") or [item["error"] for item in document["articles"]]
    assert all(error["message"] for error in errors)
    assert done.stderr


def test_a_script_names_the_source_that_failed_beside_the_one_that_did_not(press):
    put_articles(press)
    document = json.loads(press.run("script", "--json", "a.html", "gone.html", ok=False).stdout)
    assert document["article"]["title"] == "The last keeper of Skerry Light comes ashore"
    assert [error["where"] for error in document["errors"]] == [str(press.folder / "gone.html")]
    assert json.loads(press.run("script", "--json", "a.html").stdout)["errors"] == []


@pytest.mark.parametrize(
    "fault", ["raise RuntimeError('surprise')", "raise KeyboardInterrupt", "raise MemoryError"]
)
def test_a_crash_and_ctrl_c_leave_a_document_too(tmp_path, fault):
    program = (
        "import audiopress.public as public\n"
        f"def load_settings(*_a, **_k):\n    {fault}\n"
        "public.load_settings = load_settings\n" + HEARS_CTRL_C
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "plan", "--json", "a.html"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (130 if "Interrupt" in fault else 1)
    assert len(json.loads(done.stdout)["errors"]) == 1
    assert "Traceback" not in done.stderr


def test_words_behind_the_last_option_ask_for_no_json(press):
    done = press.run("say", "--", "--json", "more", ok=False)
    assert done.stdout == ""
    assert done.returncode == 2


def shell(press: Press, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of sh in which ``$A`` is the program."""
    return subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=press.folder,
        env=os.environ | {"A": f"{sys.executable} -m audiopress", "AUDIOPRESS_VOICE": "tone"},
        capture_output=True,
        text=True,
        check=False,
    )


@UNIX
@pytest.mark.parametrize("where", [">&-", ">/dev/full", "2>&-", "2>/dev/full", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["build a.html", "build --json a.html", "say Yes."])
def test_an_output_that_nobody_reads_is_no_failure_of_work_that_is_done(press, where, command):
    put_articles(press)
    if where.endswith("full") and not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = shell(press, f"$A {command} {where}")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    if "build" in command:
        assert (press.folder / "output" / "feed.xml").read_bytes().endswith(b"</rss>\n")


@UNIX
@pytest.mark.parametrize("command", ["plan a.html", "script a.html", "voices list", "--help"])
def test_what_was_asked_for_and_could_not_be_written_is_a_failure(press, command):
    put_articles(press)
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    done = shell(press, f"$A {command} > /dev/full")
    assert done.returncode == 1
    assert "standard output cannot be written: no space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@UNIX
@pytest.mark.parametrize("command", ["build a.html", "script a.html", "plan a.html", "--help"])
def test_a_reader_who_has_seen_enough_is_no_mistake(press, command):
    put_articles(press)
    done = shell(press, f"$A {command} | head -c 1 > /dev/null")
    assert done.returncode == 0
    assert "error" not in done.stderr
    assert "Exception" not in done.stderr


@UNIX
def test_what_is_told_to_outlive_its_terminal_does(press):
    put_articles(press)
    program = (
        "import os, signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "import audiopress.public as public\nload = public.load_settings\n"
        "def load_settings(*a, **k):\n    os.kill(os.getpid(), signal.SIGHUP)\n"
        "    return load(*a, **k)\n"
        "public.load_settings = load_settings\nfrom audiopress.cli import main\nmain()\n"
    )
    words = [sys.executable, "-c", program, "build", "a.html", "--voice", "tone"]
    done = subprocess.run(words, cwd=press.folder, capture_output=True, check=False)
    assert done.returncode == 0
    heard = program.replace("signal.SIG_IGN", "signal.SIG_DFL")
    done = subprocess.run(
        [*words[:2], heard, *words[3:]], cwd=press.folder, capture_output=True, check=False
    )
    assert done.returncode == 130


@UNIX
def test_a_folder_that_was_removed_under_our_feet_is_named(press):
    put_articles(press)
    done = shell(press, "mkdir gone && cd gone && rmdir ../gone && $A plan --json a.html")
    assert done.returncode == 2
    assert "the current folder is not there any more" in done.stderr
    assert len(json.loads(done.stdout)["errors"]) == 1
