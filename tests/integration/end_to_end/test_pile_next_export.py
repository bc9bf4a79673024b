"""The next export of a pile: what has left it, whatever the file is called, and what is done."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest

from tests.integration.end_to_end.test_pile_listed import write_page
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

NAMES = ("alba", "brae", "corrie", "dunlin")


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        for name in NAMES:
            server.answers[f"/{name}"] = always(page(write_page(name)))
        yield server


def build(press: Press, site: Server, pile: str, *rows: str, options: str = "") -> list[str]:
    """Build an export of these rows, ``alba`` or ``alba:archive``; return what it says of them."""
    press.folder.mkdir(parents=True, exist_ok=True)
    told = [(name, state or "unread") for name, _, state in (row.partition(":") for row in rows)]
    text = "".join(f"{name},{site.url(f'/{name}')},,,{state}\n" for name, state in told)
    (press.folder / pile).write_text(f"title,url,time_added,tags,status\n{text}", "utf-8")
    notes = press.build(pile, "--private", "--allow-private", *options.split())["notes"]
    return [note for note in notes if "kept in the edition" in note]


@pytest.mark.parametrize("later", ["pocket-2.csv", "pocket (1).csv", "unread.csv"])
def test_what_left_a_pile_is_told_of_the_next_export_of_another_name(
    press: Press, site: Server, later: str
) -> None:
    assert build(press, site, "pocket.csv", "alba", "brae", "corrie") == []
    (note,) = build(press, site, later, "alba", "dunlin")
    assert note.startswith(f"in pocket.csv, and no longer in {later}, and kept in the edition: ")
    assert "to take them down: audiopress withdraw brae corrie" in note
    # Once, whatever the export after that is called, and of what left since.
    (note,) = build(press, site, later.replace(".csv", "-9.csv"), "alba")
    assert "dunlin" in note
    assert "brae" not in note


def test_what_is_archived_now_is_told_with_what_takes_it_down(press: Press, site: Server) -> None:
    build(press, site, "pocket.csv", "alba", "brae", "corrie")
    (note,) = build(press, site, "pocket.csv", "alba", "brae:archive", "corrie")
    assert note.startswith("archived in pocket.csv, and kept in the edition: brae; to take it ")
    assert build(press, site, "pocket.csv", "alba", "brae:archive", "corrie") == []
    # Whoever puts it back and archives it again is told again.
    assert build(press, site, "pocket.csv", "alba", "brae", "corrie") == []
    (note,) = build(press, site, "pocket-2.csv", "alba", "brae:archive", "corrie")
    assert note.startswith("archived in pocket-2.csv, ")
    (note,) = build(press, site, "pocket-2.csv", "brae:archive", "alba", options="--archived")
    assert ("corrie" in note, "brae" in note) == (True, False)


def test_another_pile_has_nothing_to_do_with_it(press: Press, site: Server) -> None:
    build(press, site, "pocket.csv", "alba", "brae")
    assert build(press, site, "raindrop.csv", "corrie") == []


def test_every_entry_of_a_pile_is_in_the_line_of_what_was_done(press: Press, site: Server) -> None:
    press.folder.mkdir(parents=True)
    rows = [("alba", "unread"), ("brae", "archive"), ("corrie", "unread"), ("corrie", "unread"),
            ("dunlin", "archive"), ("dunlin", "unread"), ("gone", "unread")]  # fmt: skip
    text = "".join(f"{name},{site.url(f'/{name}')},{state}\n" for name, state in rows)
    (press.folder / "pile.csv").write_text(f"title,url,status\n{text}", "utf-8")
    for counts in ("3 built, 1 failed", "3 unchanged, 1 failed"):
        done = press.run("build", "pile.csv", "--allow-private", ok=False)
        assert f"7 in all: {counts}, 1 archived, 2 named twice; " in done.stderr
    done = press.run("build", "pile.csv", "--allow-private", "--limit", "1", ok=False)
    assert re.search(r"\b7 in all: 1 unchanged, .*\b1 archived", done.stderr)


def list_lines(press: Press, *words: str) -> list[str]:
    """Run a command, and return the lines that it says of exports."""
    said = press.run(*words, "--allow-private").stderr
    return [line for line in said.splitlines() if "pocket" in line and "audiopress.toml" in line]


def test_a_configuration_has_the_newest_export_and_is_told_of_a_newer_one(
    press: Press, site: Server
) -> None:
    for at, name in enumerate(("pocket.csv", "pocket (1).csv")):
        build(press, site, name, *NAMES[at : at + 2])
        os.utime(press.folder / name, (1_700_000_000 + at, 1_700_000_000 + at))
    said = press.run("init", "--yes").stdout
    assert "left out as older exports of the same pile: pocket.csv" in said
    file = press.folder / "audiopress.toml"
    assert 'sources = ["pocket (1).csv"]' in file.read_text("utf-8")
    assert list_lines(press, "build") == []
    # The older one lies there still, and says nothing.
    text = (press.folder / "pocket (1).csv").read_text("utf-8")
    (press.folder / "pocket (2).csv").write_text(text, "utf-8")
    (line,) = list_lines(press, "build")
    assert line.startswith(
        "note: audiopress.toml names pocket (1).csv, which was read, and a newer"
    )
    assert 'sources = ["pocket (2).csv"] under [edition]' in line
    (line,) = list_lines(press, "build", "pocket (2).csv")
    assert "which the next plain build reads, and not what was built now: pocket (2).csv" in line
    file.write_text(file.read_text("utf-8").replace("(1)", "(2)"), "utf-8")
    assert list_lines(press, "build") == []
    assert "and nothing is to be done" in " ".join(press.run("withdraw", "brae").stdout.split())
