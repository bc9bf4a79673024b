"""What goes in and comes out at the command line, byte by byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from runner import PressHere

from tests.integration.net.servers import Server, always, page


def audiopress(folder, *words, given=b"", **environment):
    """Run the program with these bytes as standard input, whatever the locale."""
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("AUDIOPRESS_", "LC_", "PYTHON"))
    }
    return subprocess.run(
        [sys.executable, "-m", "audiopress", *words],
        cwd=folder,
        env=clean | {"AUDIOPRESS_VOICE": "tone"} | environment,
        input=given,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_every_line_of_a_text_is_one_utterance(tmp_path, locale):
    text = "\ufeffDer Zug fährt.\r\nOne\x0cline.\n\nAnd one\u2028more.\n"
    done = audiopress(
        tmp_path, "script", "--lines", "-", "--json", given=text.encode(), LC_ALL=locale
    )
    said = [item["source"] for item in json.loads(done.stdout)["utterances"]]
    assert len(said) == 4
    assert said[0] == "Der Zug fährt."
    (tmp_path / "lines.txt").write_bytes(text.encode())
    again = audiopress(tmp_path, "script", "--lines", "lines.txt", "--json", LC_ALL=locale)
    assert again.stdout == done.stdout


@pytest.mark.parametrize("words", [["say"], ["script", "--lines", "-"], ["say", b"caf\xe9"]])
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_text_that_is_not_utf8_is_a_mistake_of_usage(tmp_path, words, locale):
    done = audiopress(tmp_path, *words, given=b"caf\xe9\n", LC_ALL=locale)
    assert done.returncode == 2
    assert b"not UTF-8" in done.stderr


def test_debug_is_off_when_it_is_switched_off(tmp_path):
    off = audiopress(tmp_path, "script", "--lines", "gone", AUDIOPRESS_DEBUG="0")
    assert off.returncode == 2
    assert b"Traceback" not in off.stderr
    on = audiopress(tmp_path, "script", "--lines", "gone", AUDIOPRESS_DEBUG="1")
    assert b"Traceback" in on.stderr


def test_debug_of_one_run_in_this_process_is_not_that_of_the_next(tmp_path):
    before = dict(os.environ)
    on = PressHere(tmp_path).run("script", "--lines", "gone", "--debug", ok=False)
    assert "Traceback" in on.stderr
    assert dict(os.environ) == before


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:surrogateescape"])
def test_what_a_program_gets_is_utf8(tmp_path, encoding):
    (tmp_path / "a.md").write_text("# Größe 日本\n\nEin Absatz, der etwas zu sagen hat.\n", "utf-8")
    done = audiopress(tmp_path, "plan", "a.md", "--json", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["articles"][0]["title"] == "Größe 日本"
    lost = audiopress(tmp_path, "build", b"caf\xe9.md", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(lost.stdout.decode("utf-8"))["totals"]["failed"] == 1


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_only_a_terminal_sees_colours(tmp_path):
    (tmp_path / "a.md").write_text("# Bells\n\nA paragraph that has something to say.\n")
    terminal, seen = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "audiopress", "plan", "--voice", "tone", "a.md"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=seen,
        check=True,
    )
    os.close(seen)
    os.close(terminal)
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("key", ["ab/cd12efgh==", "ab%2bcd12efgh", "abcdefghijklmnopqrst"])
def test_the_key_of_an_address_that_is_given_is_in_nothing_that_is_printed(tmp_path, key):
    body = b"<h1>Bells</h1>" + b"<p>The bells of the harbour are rung at nine each day.</p>" * 9
    press = PressHere(tmp_path)
    with Server() as server:
        server.answers[f"/a?feedkey={key}"] = always(page(b"<article>" + body + b"</article>"))
        address = server.url(f"/a?feedkey={key}")
        (built,) = press.build(address, "--allow-private")["articles"]
        assert built["id"].endswith("/a?feedkey=***")
        lost = server.url(f"/b?feedkey={key}")
        told = []
        for words in (
            ("build", lost, "--allow-private", "--json"),
            ("script", address, "--allow-private"),
            ("correct", address),
            ("correct", address, "--version", "1"),
            ("reading", "keep", "The bells.", f"--in={address}"),
            ("reading", "keep", "The bells are rung.", "--in", lost),
            ("withdraw", address, "--json"),
            ("withdraw", lost),
        ):
            done = press.run(*words, ok=False)
            told.append(done.stdout + done.stderr)
    assert not [each for each in told if "feedkey=" in each.replace("feedkey=***", "")]
    assert sum("feedkey=***" in each for each in told) > 4
