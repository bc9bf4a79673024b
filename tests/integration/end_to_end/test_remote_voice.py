"""An edition spoken by a server: built, built again without it, and named when it fails."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from runner import HEARS_CTRL_C, Press

from tests.integration.engines.openai.speech_server import (
    SECONDS,
    SpeechServer,
    always,
    answer,
    error,
    sound_file,
    speak,
    tone,
)

KEY = "sk-4711-secret"
ARTICLE = """---
title: The ferry is back
id: ferry
date: 2024-03-01
---

The ferry, which costs £1.2m, came back in the evening with two suitcases on board.

Nobody knows whose they are, and nobody has asked for them until now.
"""
LINES = 5  # headline, date, two paragraphs, and that the voice is synthetic
TABLE = """
[voices]
body = "ours"

[[voices.remote]]
name = "ours"
url = "{url}"
model = "{model}"
voice = "{voice}"
private = true
languages = ["en"]
"""


def set_up(press, url, more="", model="small", voice="sky"):
    press.folder.mkdir(exist_ok=True)
    press.voice = None
    article = press.folder / "ferry.md"
    if not article.exists():
        article.write_text(ARTICLE, "utf-8")
    text = (
        '[edition]\nsources = ["ferry.md"]\n'
        + TABLE.format(url=url, model=model, voice=voice)
        + more
    )
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


def speak_at_random(asked):
    """Answer as models do that draw: another length and another sound each time."""
    random = np.random.default_rng()
    seconds = SECONDS * len(asked.said["input"]) * random.uniform(0.9, 1.1)
    return [answer(sound_file(tone(seconds, pitch=random.uniform(100, 900))))]


def test_an_edition_is_spoken_and_needs_neither_server_nor_key_again(press):
    press.environment = {"SPEECH_KEY": KEY}
    with SpeechServer([speak_at_random]) as server:
        set_up(press, server.url, 'key_env = "SPEECH_KEY"\n')
        planned = json.loads(press.run("plan", "--json").stdout)
        assert server.asked == []
        report = press.build()
        asked = list(server.asked)
    assert len(asked) == report["totals"]["spoken"] == LINES
    assert {each.header("Authorization") for each in asked} == {f"Bearer {KEY}"}
    assert "one point two million pounds" in " ".join(each.said["input"] for each in asked)
    first = press.tree()
    press.environment = {}
    # Nothing is asked, so neither is missed.
    shutil.rmtree(press.folder / "output")
    report = press.build()
    assert (report["totals"]["spoken"], report["totals"]["failed"]) == (0, 0)
    assert press.tree() == first
    assert planned["articles"]
    (alignment,) = press.folder.glob("output/episodes/*/*/*alignment.json")
    cues = json.loads(alignment.read_text("utf-8"))
    assert '"estimated": true' in json.dumps(cues)
    assert '"estimated": false' not in json.dumps(cues)
    # The key is nowhere: not in the cache, the ledger, the output.
    for path in press.folder.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()
    assert "synthetic" in (press.folder / "output/feed.xml").read_text("utf-8")


def test_a_changed_paragraph_alone_is_asked_for(press):
    with SpeechServer([speak_at_random]) as server:
        set_up(press, server.url)
        press.build()
        page = press.folder / "ferry.md"
        page.write_text(page.read_text("utf-8").replace("two suitcases", "nine suitcases"), "utf-8")
        server.asked.clear()
        report = press.build()
    assert report["totals"]["spoken"] == 1
    assert ["nine suitcases" in each.said["input"] for each in server.asked] == [True]


def count_to_speak(press):
    """Paragraphs that another voice would speak, where it is asked to: else what is out stays."""
    said = press.run("plan", "--update-voices", "all").stdout
    return int(re.search(r"(\d+) of \d+ paragraphs? would be spoken", said)[1])


def test_what_makes_another_voice_of_it_and_what_does_not(press):
    with SpeechServer() as server:
        set_up(press, server.url)
        press.build()
        url = server.url
    # Where one's own server stands, and who pays, is no part of the sound.
    for same in ("http://127.0.0.1:9", "https://10.0.0.7/v1", url + "/v1/audio/speech"):
        set_up(press, same, 'key_env = "OTHER"\n')
        assert count_to_speak(press) == 0
    for changed in ({"model": "large"}, {"voice": "rain"}):
        set_up(press, url, **changed)
        assert count_to_speak(press) == LINES
    set_up(press, url, 'format = "mp3"\n')
    assert count_to_speak(press) == LINES
    set_up(press, url, "[voices.rate]\nours = 1.1\n")
    assert count_to_speak(press) == LINES
    # Somebody else's server is somebody else's voice, though it be called the same.
    text = (press.folder / "audiopress.toml").read_text("utf-8").replace("private = true", "")
    public = re.sub(r'url = ".*"', 'url = "https://one.example/v1"', text)
    (press.folder / "audiopress.toml").write_text(public, "utf-8")
    assert count_to_speak(press) == LINES


def test_a_server_that_refuses_costs_its_articles_and_is_named(press):
    press.environment = {"SPEECH_KEY": KEY}
    said = error("401 Unauthorized", {"error": {"message": f"Incorrect API key: {KEY}"}})
    with SpeechServer([always(said)]) as server:
        set_up(press, server.url, 'key_env = "SPEECH_KEY"\n')
        done = press.run("build", ok=False)
        shown = press.run("build", "--debug", ok=False)
    assert "Traceback" in shown.stderr
    assert KEY not in shown.stderr
    assert done.returncode == 1
    assert 'voice "ours"' in done.stderr
    assert f"{server.url}/v1/audio/speech" in done.stderr
    assert "401 Unauthorized" in done.stderr
    assert "export SPEECH_KEY=" in done.stderr
    assert KEY not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_key_that_is_not_set_is_named(press):
    press.without = ("SPEECH_KEY",)
    with SpeechServer() as server:
        set_up(press, server.url, 'key_env = "SPEECH_KEY"\n')
        done = press.run("build", ok=False)
    assert "the variable SPEECH_KEY" in done.stderr
    assert "export SPEECH_KEY=" in done.stderr
    assert server.asked == []


def test_what_failed_once_is_spoken_by_the_next_build(press):
    with SpeechServer([speak] * 2 + [always(error("400 Bad Request", {}))]) as server:
        set_up(press, server.url)
        report = press.build(ok=False)
        assert report["totals"]["failed"] == 1
        server.asked.clear()
        server.replies = [speak]
        report = press.build()
        asked = len(server.asked)
    assert report["totals"]["failed"] == 0
    # What came of the first build is kept.
    assert asked <= LINES - 2


@pytest.mark.parametrize("jobs", [1, 3])
def test_no_more_is_asked_at_once_than_there_are_jobs(press, jobs):
    def wait(asked):
        time.sleep(0.1)
        return speak(asked)

    with SpeechServer([wait]) as server:
        set_up(press, server.url)
        press.build("--jobs", jobs)
    assert 1 <= server.most <= jobs


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_ctrl_c_ends_the_waiting(press):
    with SpeechServer([always(error("429 Busy", {}, Retry_After="100"))]) as server:
        set_up(press, server.url)
        with subprocess.Popen(
            [sys.executable, "-c", HEARS_CTRL_C, "build"],
            cwd=press.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as running:
            deadline = time.monotonic() + 60
            while not server.asked:
                assert time.monotonic() < deadline
                time.sleep(0.01)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Traceback" not in said


def test_untrusted_reaches_no_server(press):
    with SpeechServer() as server:
        set_up(press, server.url)
        for command in ("build", "plan", "script"):
            done = press.run(command, "ferry.md", "--untrusted", ok=False)
            assert done.returncode == 2
            assert "[voices.remote] ours" in done.stderr
            assert "--untrusted" in done.stderr
    assert server.asked == []


def test_the_commands_about_voices_know_it(press):
    with SpeechServer() as server:
        set_up(press, server.url)
        host = server.url.partition("//")[2]
        rows = press.run("voices", "list").stdout.splitlines()
        (row,) = (each for each in rows if each.lstrip().startswith("ours "))
        assert re.search(rf"ours +en +sky of small, spoken by {host}", row)
        assert rows[rows.index(row) - 1] == "on a server, which is sent the text"
        shown = press.run("voices", "show", "ours").stdout
        assert re.search(rf"^server: +{host}$", shown, re.MULTILINE)
        assert re.search(r"^licence: +its own terms$", shown, re.MULTILINE)
        listed = json.loads(press.run("voices", "list", "--json").stdout)["voices"]
        assert {v["name"]: v["server"] for v in listed}["ours"] == host
        assert "nothing to install" in press.run("voices", "install", "ours").stdout
        assert server.asked == []
        press.run("voices", "try", "ours")
        press.run("say", "Good evening.", "-o", "evening.wav")
        assert len(server.asked) == 2
        assert server.asked[1].said["input"] == "Good evening."
        done = press.run("build", "--voice", "our", ok=False)
    assert "did you mean ours" in done.stderr


def test_a_broken_configuration_hides_no_voice_of_the_machine(press):
    press.folder.mkdir()
    (press.folder / "audiopress.toml").write_text("[voices]\nboddy = 3\n", "utf-8")
    done = press.run("voices", "list", ok=False)
    assert done.returncode == 1
    assert "joe" in done.stdout
    assert "boddy" in done.stderr
    press.run("voices", "show", "joe")


def test_two_machines_with_one_cache_make_the_same_bytes(tmp_path):
    one, other = Press(tmp_path / "one"), Press(tmp_path / "other")
    with SpeechServer([speak_at_random]) as server:
        set_up(one, server.url)
        one.build()
        set_up(other, "http://127.0.0.1:9")
        shutil.copytree(one.folder / ".audiopress", other.folder / ".audiopress")
        shutil.copytree(one.folder / "ledger", other.folder / "ledger", dirs_exist_ok=True)
    other.build()
    assert other.tree() == one.tree()
