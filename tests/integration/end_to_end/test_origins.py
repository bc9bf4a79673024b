"""An error names who said the value that is wrong: an option, the environment, the file."""

import json

import pytest
from runner import PressHere

CONFIG = """
[show]
title = "Harbour Post"
[edition]
sources = ["a.md"]
lexicons = [{lexicons}]
[voices]
body = "{voice}"
"""


@pytest.fixture
def ready(tmp_path, monkeypatch):
    press = PressHere(tmp_path / "edition", voice=None)
    (press.folder / "site").mkdir(parents=True)
    (press.folder / "site" / "a.html").write_text("<h1>A</h1><p>The bells rang.</p>", "utf-8")
    (press.folder / "a.md").write_text("# Bells\n\nThe bells rang at noon today.\n", "utf-8")
    write_config(press)
    monkeypatch.chdir(press.folder)
    return press


def write_config(press, voice="tone", lexicons=""):
    text = CONFIG.format(voice=voice, lexicons=lexicons)
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


def read_error(press, words):
    done = press.run(*words.split(), "--json", ok=False)
    assert done.returncode == 2, words
    (error,) = json.loads(done.stdout)["errors"]
    assert error["where"] in done.stderr or error["where"] in error["message"], words
    return error


WRONG = [
    ("VOICE", "voice", "nobody", "plan", ""),
    ("VOICE", "voice", "af_heart", "plan", ""),
    ("CONFIG", "config", "gone.toml", "plan", ": gone.toml"),
    ("LEXICON", "lexicon", "gone.pls", "script a.md", ": gone.pls"),
    ("JOBS", "jobs", "many", "build", ""),
    ("OUTPUT", "output", ".", "plan", ""),
    ("CACHE", "cache", "output/cache", "build", ""),
    ("SITE", "address", "nowhere", "site site", ""),
]
"""Variable, option, a value that is refused, the command, and what stands behind the name."""


@pytest.fixture(autouse=True)
def without_voices(monkeypatch, tmp_path):
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong[1] + " " + wrong[2])
def test_it_names_the_option_or_the_variable(ready, monkeypatch, wrong):
    variable, option, value, command, after = wrong
    place = f"--{option}{after}"
    assert place in read_error(ready, f"{command} --{option} {value}")["where"]
    monkeypatch.setenv(f"AUDIOPRESS_{variable}", value)
    place = f"AUDIOPRESS_{variable} in the environment{after}"
    assert place in read_error(ready, command)["where"]


@pytest.mark.parametrize("name", ["nobody", "af_heart"])
def test_a_voice_of_the_file_is_the_files(ready, name):
    write_config(ready, voice=name)
    assert read_error(ready, "plan")["where"] == "audiopress.toml, [voices] body"


def test_a_lexicon_of_the_file_is_the_files(ready):
    write_config(ready, lexicons='"gone.pls"')
    where = read_error(ready, "plan")["where"]
    assert where == f"audiopress.toml, [edition] lexicons: {ready.folder / 'gone.pls'}"


def test_an_output_of_the_file_is_the_files(ready):
    with (ready.folder / "audiopress.toml").open("a", encoding="utf-8") as file:
        file.write("[sound]\nbitrate = 96\n")
    text = (ready.folder / "audiopress.toml").read_text("utf-8")
    text = text.replace("[edition]", '[edition]\noutput = "."')
    (ready.folder / "audiopress.toml").write_text(text, "utf-8")
    where = read_error(ready, "plan")["where"]
    assert "(audiopress.toml, [edition] output)" in where
    assert "([edition] ledger)" in where


def test_two_that_exclude_each_other_are_named_each(ready, monkeypatch):
    monkeypatch.setenv("AUDIOPRESS_UNTRUSTED", "1")
    where = read_error(ready, "plan --allow-private")["where"]
    assert where == "AUDIOPRESS_UNTRUSTED in the environment and --allow-private"


def test_an_option_comes_before_the_environment(ready, monkeypatch):
    monkeypatch.setenv("AUDIOPRESS_VOICE", "tone")
    assert read_error(ready, "plan --voice nobody")["where"] == "--voice"


def test_what_one_run_was_given_is_not_told_by_the_next(ready):
    read_error(ready, "plan --voice nobody --output elsewhere")
    write_config(ready, voice="nobody")
    assert read_error(ready, "plan")["where"] == "audiopress.toml, [voices] body"
    tried = ready.run("voices", "try", "nobody", ok=False)
    assert tried.stderr.splitlines()[1].endswith("where: NAME")
