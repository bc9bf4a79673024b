"""Commands in errors and notes start this installation."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from audiopress.cli import app
from audiopress.cli.copied_commands import write_copied
from audiopress.text.commands import write_command

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


def test_every_command_that_there_is_is_known(monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(sys, "argv", ["/opt/audiopress"])
    names = [each.name for each in (*app.registered_commands, *app.registered_groups)]
    assert len(names) > 10
    for name in names:
        assert write_copied(f"try: audiopress {name} x") == f"try: /opt/audiopress {name} x"


def test_no_command_is_printed_as_it_stands_in_the_code():
    """What tells people of a command goes through the function that says how to start it."""
    wrong = []
    for file in (Path(__file__).parents[3] / "audiopress/cli").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print_result"):
                continue
            said = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            if any(re.search(r"\baudiopress [a-z]", str(each)) for each in said):
                wrong.append(f"{file.name}:{node.lineno}")
    assert wrong == []


def test_addresses_and_names_are_quoted_for_a_shell():
    address = "https://example.org/?id=7&page=2"
    assert write_command("build", address) == f"audiopress build '{address}'"
    assert write_command("build", "my pile.csv") == "audiopress build 'my pile.csv'"
    assert (
        write_command("build", "https://example.org/a") == "audiopress build https://example.org/a"
    )
