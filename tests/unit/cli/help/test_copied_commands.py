"""Commands in errors and notes start this installation."""

from __future__ import annotations

import ast
import contextlib
import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from audiopress.cli import app
from audiopress.cli.help.copied_commands import write_copied
from audiopress.cli.options.given_options import forget_origins
from audiopress.cli.run import load_commands, run
from audiopress.cli.terminal.console import error_to_json, notes_to_json
from audiopress.errors import AudiopressError
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


@pytest.fixture(autouse=True)
def no_earlier_run():
    """What an earlier run of this process was given is no part of these."""
    forget_origins()


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


@pytest.fixture
def given(tmp_path, monkeypatch):
    """Return what writes a text as a run with these words on its command line writes it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    (tmp_path / "my show.toml").write_text("")

    def write(text: str, *words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["audiopress", *words])
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            run(app)
        return write_copied(text)

    yield write
    forget_origins()


@pytest.mark.parametrize(
    ("words", "text", "written"),
    [
        ("plan pocket.csv", "why: audiopress plan", "why: audiopress plan pocket.csv"),
        ("plan 'a b.csv' x.md", "audiopress plan, or", "audiopress plan 'a b.csv' x.md, or"),
        ("plan p --limit 3", "audiopress plan --json", "audiopress plan p --limit 3 --json"),
        (
            "plan p.csv --include '/news/*' --include tag:a",
            "audiopress build",
            "audiopress build p.csv --include '/news/*' --include tag:a",
        ),
        # What is meant is said already.
        ("plan p.csv", "audiopress plan other.md; it", "audiopress plan other.md; it"),
        ("plan p.csv", "audiopress build - < FILE", "audiopress build - < FILE"),
        ("plan p.csv", "or audiopress build SOURCE first", "or audiopress build p.csv first"),
        ("status -o out", "audiopress build SOURCE", "audiopress build SOURCE --output out"),
        ("plan p.csv", "audiopress release a-slug", "audiopress release a-slug"),
        # The edition is another one with these.
        (
            "plan p.csv -c 'my show.toml' --output out",
            "(audiopress withdraw a-slug takes it back)",
            "(audiopress withdraw --config 'my show.toml' --output out a-slug takes it back)",
        ),
        ("plan p.csv -o out", "audiopress gc -o that", "audiopress gc -o that"),
        ("status -o out", "audiopress withdraw a --site s", "audiopress withdraw a --site s"),
        ("gc -o x", "audiopress say, audiopress gc", "audiopress say, audiopress gc --output x"),
        ("status --cache c", "audiopress lexicon add A", "audiopress lexicon add A"),
        ("plan p.csv --lexicon x.pls", "audiopress lexicon add A", "audiopress lexicon add A"),
        ("plan p.csv --lexicon x.pls", "audiopress lexicon list --all",
         "audiopress lexicon list --lexicon x.pls --all"),
        # A shell gave hundreds, or it cannot be repeated.
        (f"plan {' '.join(f'{n:03}.html' for n in range(99))}", "audiopress plan",
         "audiopress plan SOURCE..."),
        ("plan https://me:secret@example.org/f", "audiopress plan", "audiopress plan SOURCE..."),
        ("plan -", "audiopress plan", "audiopress plan - < FILE"),
        ("serve p.csv", "audiopress build SOURCE first", "audiopress build p.csv first"),
        ("status", "audiopress plan", "audiopress plan"),
        # What is chosen of the held says nothing of the sources.
        ("release --include section:A -o out", "audiopress build", "audiopress build --output out"),
        # A look speaks nothing; on a phone a pile is spoken.
        ("plan p.csv --allow-private", "audiopress serve --open", "audiopress serve --open"),
        ("plan p.csv --voice tone", "audiopress serve", "audiopress serve"),
        ("plan p.csv --allow-private", "audiopress serve --lan SOURCE",
         "audiopress serve --allow-private --lan SOURCE"),
        ("plan p.md --voice tone", "audiopress serve --api", "audiopress serve --voice tone --api"),
        ("plan p.csv --limit 3", "audiopress serve --api", "audiopress serve --api"),
    ],
)  # fmt: skip
def test_they_name_the_sources_and_the_edition_of_the_run(words, text, written, given):
    assert given(text, *shlex.split(words)) == written


EVERYTHING = (
    "plan p.csv -c 'my show.toml' -o out --cache c --voice tone --lexicon x.pls --allow-private "
    "--limit 3 --since 2026-01-01 --max-age 7d --include tag:a --exclude tag:b --archived"
)
"""A run with all that says which edition is meant and what of it."""


def list_commands() -> list[str]:
    """Return the commands that there are, those of a group with its name before."""
    program = load_commands(app)
    groups = {name: getattr(each, "commands", {}) for name, each in program.commands.items()}
    return [
        f"{name} {inner}".strip() for name, inside in groups.items() for inner in inside or [""]
    ]


@pytest.mark.parametrize("name", [*list_commands(), "serve --open", "serve --lan"])
def test_a_command_takes_what_is_proposed_of_it(name, given):
    """With its sources and options, of which some refuse each other."""
    words = shlex.split(given(f"audiopress {name}", *shlex.split(EVERYTHING)))[1:]
    command = load_commands(app)
    while words and (inner := getattr(command, "commands", {}).get(words[0])):
        command = inner
        words = words[1:]
    known = {spelling for each in command.params for spelling in each.opts}
    assert {word for word in words if word.startswith("--")} <= known
    if name.startswith("serve"):
        # What it refuses by itself comes before it looks for an edition.
        assert "no edition lies here" in refuse("serve", *words)


def refuse(*words: str) -> str:
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(said):
        patch.setattr(sys, "argv", ["audiopress", *words])
        run(app)
    return said.getvalue()


def test_a_variable_for_the_machine_does_not_stop_a_look(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AUDIOPRESS_ALLOW_PRIVATE", "1")
    assert "no edition lies here" in refuse("serve")
    monkeypatch.delenv("AUDIOPRESS_ALLOW_PRIVATE")
    assert "--allow-private does nothing here" in refuse("serve", "--allow-private")


def test_what_is_in_the_environment_is_not_repeated(given, monkeypatch):
    monkeypatch.setenv("AUDIOPRESS_OUTPUT", "out")
    assert given("audiopress gc", "status") == "audiopress gc"


def test_a_run_forgets_what_an_earlier_one_was_given(given):
    given("", "plan", "p.csv", "-o", "out")
    assert given("audiopress plan", "status") == "audiopress plan"


def test_programs_get_whole_commands_too(given):
    given("", "plan", "p.csv", "-o", "out")
    assert error_to_json(AudiopressError("no", hint="audiopress plan"))["hint"] == (
        "audiopress plan p.csv --output out"
    )
    assert notes_to_json(["why: audiopress plan"]) == ["why: audiopress plan p.csv --output out"]


def test_every_command_that_takes_sources_ends_where_they_can_be_added():
    """A word behind "audiopress plan" would be taken for a source: "audiopress plan says why"."""
    wrong = []
    house = Path(__file__).parents[3] / "audiopress"
    # Examples stand in the help as they are: nothing is added to them.
    for file in set(house.rglob("*.py")) - {house / "cli" / "examples.py"}:
        for node in ast.walk(ast.parse(file.read_text())):
            text = node.value if isinstance(node, ast.Constant) else ""
            if isinstance(text, str) and re.search(
                r"(?<!`)audiopress (build|plan|script)(?! first\b| or\b) [a-z]", text
            ):
                wrong.append(f"{file.name}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "proposed", "completed"),
    [
        ("serve --lan x.csv --voice no", "audiopress build b.csv", "serve --voice no --lan b.csv"),
        (
            "serve --lan --port 8001 --limit 3 --voice no nope.csv",
            "audiopress build 'a b.csv'",
            "serve --voice no --limit 3 --port 8001 --lan 'a b.csv'",
        ),
        ("build --private --limit 3 nope.csv", "audiopress build pocket.csv",
         "build --limit 3 --private pocket.csv"),
        ("build --private nope.csv", "audiopress build says it again", "build says it again"),
    ],
)  # fmt: skip
def test_a_proposal_of_another_source_keeps_what_was_typed(
    typed, proposed, completed, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["audiopress", *typed.split()])
    with contextlib.redirect_stderr(io.StringIO()):
        run(app)
    assert write_copied(proposed).endswith(f"audiopress {completed}")


def test_a_line_of_a_configuration_that_is_not_there_is_told_with_its_file(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    line = 'de = "NAME" under [voices.languages]'
    for typed, told in (("status", True), ("build nope.csv --private", True)):
        monkeypatch.setattr(sys, "argv", ["audiopress", *typed.split()])
        with contextlib.redirect_stderr(io.StringIO()):
            run(app)
        assert ("audiopress.toml" in write_copied(line)) is told
        assert ("audiopress init" in write_copied(line)) is told
    both = write_copied("teasers = true takes it; their names: audiopress plan")
    assert both.count("audiopress init") == 1
    assert "audiopress plan nope.csv" in both
    assert "init" not in write_copied("archived = true, or --archived, takes it")
    (tmp_path / "audiopress.toml").write_text('[show]\ntitle = "T"\n', "utf-8")
    with contextlib.redirect_stderr(io.StringIO()):
        run(app)
    assert write_copied(line) == line
