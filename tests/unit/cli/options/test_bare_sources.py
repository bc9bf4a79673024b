"""What is built without saying so, and what stays a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from audiopress.cli import app
from audiopress.cli.options.bare_sources import add_build

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = typer.main.get_command(app)


@pytest.mark.parametrize(
    "words",
    [["article.html"], ["https://example.org/a"], ["-"], ["-o", "story.mp3", "a.html"],
     ["--voice=joe", "a.html"], ["folder/"], ["./pile"], ["a.md", "b.md", "--json"]],
)  # fmt: skip
def test_a_source_without_a_command_is_built(words: list[str]) -> None:
    assert add_build(words, PROGRAM) == ["build", *words]


@pytest.mark.parametrize(
    "words",
    [[], ["build", "a.html"], ["biuld", "a.html"], ["--help"], ["--version"], ["voices", "list"],
     ["--nope", "a.html"], ["-o"]],
)  # fmt: skip
def test_commands_options_and_slips_stay(words: list[str]) -> None:
    assert add_build(words, PROGRAM) == words


def test_a_folder_that_is_there_is_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert add_build(["articles"], PROGRAM) == ["articles"]
    (tmp_path / "articles").mkdir()
    assert add_build(["articles"], PROGRAM) == ["build", "articles"]


def test_where_somebody_sits_before_a_browser_the_page_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("audiopress.cli.options.bare_sources.is_watched", lambda: True)
    assert add_build(["a.html"], PROGRAM) == ["build", "--open", "a.html"]
    for said in ("--no-open", "--open", "--json"):
        assert add_build(["a.html", said], PROGRAM) == ["build", "a.html", said]
    assert add_build(["build", "a.html"], PROGRAM) == ["build", "a.html"]
