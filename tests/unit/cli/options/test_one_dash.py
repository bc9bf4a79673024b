"""Long options that have one dash are refused, with the command that was meant."""

from __future__ import annotations

import sys

import pytest

from audiopress.cli import app
from audiopress.cli.run import run


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("serve -lan pile.csv", "audiopress serve --lan pile.csv"),
        ("build -limit 3 pile.csv", "audiopress build --limit 3 pile.csv"),
        ("build pile.csv -output=there", "audiopress build pile.csv --output=there"),
        ("build pile.csv \u2013private", "audiopress build pile.csv --private"),
        ("voices list -json", "audiopress voices list --json"),
        ("build -no-open pile.csv", "audiopress build --no-open pile.csv"),
        ("-version", "audiopress --version"),
        ("voices -help", "audiopress voices --help"),
    ],
)
def test_one_dash_is_told_with_the_command_that_was_meant(words, meant, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["audiopress", *words.split()])
    assert run(app) == 2
    told = capsys.readouterr().err
    assert "did you mean --" in told
    assert meant in told


@pytest.mark.parametrize(
    "words", ["build nope.md -o -lan", "build -o there nope.md", "build -- -limit"]
)
def test_short_options_and_values_stay_what_they_are(words, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["audiopress", *words.split(), "--dry-run"])
    run(app)
    assert "did you mean --" not in capsys.readouterr().err
