"""Tests of the command of this run with a further option, as messages propose it."""

import pytest

from audiopress.cli.help.repeated_command import repeat_command

PRIVATE = "if it is a server of your own, run the same command with --allow-private"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["build", "http://a.example/b"], "build http://a.example/b --allow-private"),
        (["plan", "--json", "http://a.example"], "plan --json http://a.example --allow-private"),
        (["script", "http://a.example/?a=1&b=2"], "script 'http://a.example/?a=1&b=2' "),
        (["build", "--", "http://a.example"], "build --allow-private -- http://a.example"),
        (["serve", "--lan", "http://a.example"], "serve --lan http://a.example --allow-private"),
        (["sync", "--every", "10m"], "sync --every 10m --allow-private"),
        (["show", "ping"], "show ping --allow-private"),
        (
            ["reading", "drop", "A line.", "--in", "http://a"],
            "reading drop 'A line.' --in http://a ",
        ),
    ],
)
def test_the_command_of_this_run_is_told_whole(monkeypatch, typed, told):
    monkeypatch.setattr("sys.argv", ["audiopress", *typed])
    assert repeat_command(PRIVATE).startswith(f"if it is a server of your own: audiopress {told}")


@pytest.mark.parametrize(
    "typed",
    [
        ["lexicon", "list"],
        ["show", "address"],
        ["nothing"],
        [],
        ["build", "https://ada:secret@a.example/b"],
        ["build", "a\nb"],
        ["build", *(f"http://a.example/{n}" for n in range(99))],
    ],
)
def test_a_command_without_the_option_or_unfit_to_be_printed_is_not(monkeypatch, typed):
    monkeypatch.setattr("sys.argv", ["audiopress", *typed])
    assert repeat_command(PRIVATE) == PRIVATE


def test_another_text_stays_as_it_is(monkeypatch):
    monkeypatch.setattr("sys.argv", ["audiopress", "build"])
    for text in ("run the same command again", "the same command with --port 8001: it is free"):
        assert repeat_command(text) == text
