"""Names with blanks that nobody has put in quotes."""

from __future__ import annotations

import sys

import pytest

from audiopress.cli.options.split_names import refuse_split_names
from audiopress.errors import ConfigError


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("My Reading List.csv", "serve --lan My Reading List.csv"),
        ("pocket (1).csv", "build --limit 3 pocket (1).csv"),
        ("two  blanks.html", "plan two blanks.html --json"),
        ("a folder/b c.md", "script a folder/b c.md"),
        ("ends here.txt", "build a.md ends here.txt"),
    ],
)
def test_the_words_of_one_name_are_told_with_the_quoted_command(name, typed, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "a.md").write_text("x", "utf-8")
    words = typed.split()
    monkeypatch.setattr(sys, "argv", ["audiopress", *words])
    known = ("--lan", "--limit", "3", "--json")
    sources = [each for each in words[1:] if each not in known]
    with pytest.raises(ConfigError) as caught:
        refuse_split_names(sources)
    assert caught.value.where == name
    assert "quotes" in caught.value.message
    assert caught.value.hint == f"audiopress {typed.replace(' '.join(name.split()), repr(name))}"


def test_sources_that_are_there_or_nowhere_are_left_alone(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b", "a b"):
        (tmp_path / name).write_text("x", "utf-8")
    refuse_split_names([])
    refuse_split_names(["a", "b"])
    refuse_split_names(["nowhere", "at all.csv"])
    refuse_split_names(["https://example.org/a", "b"])
