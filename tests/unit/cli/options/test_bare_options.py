"""An option of a command that is given without it is told with the command."""

from __future__ import annotations

import sys

import pytest

from audiopress.cli import app
from audiopress.cli.run import run


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("--lan pile.csv", "audiopress serve --lan pile.csv"),
        ("-lan pile.csv", "audiopress serve --lan pile.csv"),
        ("\u2013lan pile.csv", "audiopress serve --lan pile.csv"),
        ("--port=8001 --lan pile.csv", "audiopress serve --port=8001 --lan pile.csv"),
        ("--restore story", "audiopress withdraw --restore story"),
        ("--previous feed.xml output", "audiopress check --previous feed.xml output"),
    ],
)
def test_an_option_without_a_command_is_told_with_it(words, meant, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["audiopress", *words.split()])
    assert run(app) == 2
    assert meant in capsys.readouterr().err


@pytest.mark.parametrize("words", ["--nothing-has-this x", "-x", "--version"])
def test_other_options_are_left_to_the_program(words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["audiopress", *words.split()])
    run(app)
    assert "is an option of" not in capsys.readouterr().err
