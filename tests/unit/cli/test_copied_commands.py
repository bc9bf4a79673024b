"""Commands in errors and notes start this installation."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from audiopress.cli.copied_commands import write_copied

TEXT = 'audiopress voices install emma, then python -m pip install "x"; audiopress does the rest'


def test_on_the_path_they_stay_as_they_are(monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(Path(sys.executable).parent / "audiopress")])
    assert write_copied(TEXT) == TEXT


@pytest.mark.parametrize(
    ("called", "program"),
    [
        ("bin/audiopress", "bin/audiopress"),
        ("audiopress", "audiopress"),
        ("/somewhere/audiopress/__main__.py", "bin/python -m audiopress"),
        ("/opt/my tools/audiopress", "'/opt/my tools/audiopress'"),
    ],
)
def test_elsewhere_they_have_a_path(called, program, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    monkeypatch.setattr(sys, "argv", [called])
    assert write_copied(TEXT) == (
        f'{program} voices install emma, then bin/python -m pip install "x";'
        " audiopress does the rest"
    )


@pytest.mark.parametrize(
    "text",
    [
        "audiopress says",
        "python -m audiopress voices install",
        "my-audiopress build",
        "./audiopress build",
    ],
)
def test_what_is_no_command_stays(text, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.setattr(sys, "argv", ["/x/audiopress"])
    assert write_copied(text) == text
