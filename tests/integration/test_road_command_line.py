"""What goes in and comes out at the command line, byte by byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


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
