"""A large edition is built article by article without reading its ledger, into the same bytes."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from runner import Press, PressHere

from audiopress.store import ledger
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

BY_THE_CLOCK = re.compile(
    rb'"(?:first_seen|issued|at|changed|withdrawn)": "[^"]*"|<lastBuildDate>[^<]*</lastBuildDate>'
)
LINES = ("{0}: the ferry was late.", "{0}: the harbour says why.", "{0}: nobody was hurt.")


def make(folder: Path) -> Press:
    press = PressHere(folder)
    folder.mkdir()
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        '[edition]\naddress = "https://audio.example.org/"\n',
        "utf-8",
    )
    for name in ("one", "two", "three"):
        write(press, name, name)
    return press


def write(press: Press, name: str, says: str, head: str = "") -> None:
    body = "\n\n".join(line.format(says) for line in LINES)
    front = f"---\ntitle: Ferry\ndate: 2026-11-0{len(says)}\n{head}---\n"
    path = press.folder / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{front}\n{body}\n", "utf-8")


def live_through(press: Press) -> Iterator[object]:
    """Publish three articles of one title; move, correct and take back, and yield what is told."""
    for name in ("one", "two", "three", "one"):
        yield press.build(f"{name}.md")
    (press.folder / "moved").mkdir()
    (press.folder / "one.md").rename(press.folder / "moved/other.md")
    yield press.build("moved/other.md")
    write(press, "two", "two", "author: Ada Fenwick\n")
    yield press.build("two.md")
    write(press, "three", "three", "draft: true\n")
    yield press.build("three.md")
    write(press, "four", "two")
    yield press.build("four.md")
    press.run("withdraw", "moved/other.md")
    yield press.build("moved/other.md", "two.md")


def read_tree(press: Press, name: str) -> dict[str, bytes]:
    """Return every file below a folder, without when it was made and where."""
    place = str(press.folder).encode()
    return {
        file: BY_THE_CLOCK.sub(b"", (press.folder / name / file).read_bytes()).replace(place, b"")
        for file in press.tree(name)
    }


def tell(said: object) -> object:
    """Return a report without what is another in each run."""
    assert isinstance(said, dict)
    articles = [each | {"changed": ""} for each in said["articles"]]
    return (articles, said["notes"], said["feed"])


def test_looking_records_up_makes_the_edition_that_reading_all_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whole").mkdir()
    (tmp_path / "looked").mkdir()
    whole = make(tmp_path / "whole" / "edition")
    told = [tell(said) for said in live_through(whole)]
    monkeypatch.setattr(ledger, "_LARGE", 0)
    press = make(tmp_path / "looked" / "edition")
    assert [tell(said) for said in live_through(press)] == told
    for folder in ("output", "ledger"):
        assert read_tree(press, folder) == read_tree(whole, folder)
        assert len(press.tree(folder)) > len(LINES)


def test_a_named_article_is_built_without_reading_all_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = make(tmp_path / "edition")
    press.build("one.md", "two.md")
    monkeypatch.setattr(ledger, "_LARGE", 0)
    monkeypatch.setattr(Ledger, "read_all", None)
    said = press.build("three.md")
    assert [each["status"] for each in said["articles"]] == ["built"]
    assert said["feed"]["items"] == 3


def test_of_a_large_edition_strays_are_looked_for_after_a_builder_was_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_LARGE", 0)
    press = make(tmp_path / "edition")
    (press.folder / "output").mkdir()
    stray = press.folder / "output/.audiopress-0123456789abcdef.tmp"
    stray.touch()
    press.build("one.md")
    assert not stray.exists()  # it is the first that anybody knows of
    stray.touch()
    press.build("two.md")
    assert stray.exists()  # nobody was killed since: to look for it would take long
    (lock,) = (press.folder / ".audiopress/locks").glob("*.lock")
    assert lock.read_bytes() == b""
    lock.write_text("process 1 on skerry\n", "utf-8")  # as one leaves it that is killed
    press.run("withdraw", "one.md")
    press.build("three.md")
    assert not stray.exists()


def test_of_a_large_edition_strays_are_looked_for_every_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_LARGE", 0)
    press = make(tmp_path / "edition")
    press.build("one.md")
    stray = press.folder / "output/.audiopress-0123456789abcdef.tmp"
    stray.touch()
    (swept,) = (press.folder / ".audiopress/locks").glob("*.swept")
    os.utime(swept, (0, 0))
    press.build("two.md")
    assert not stray.exists()
