"""What nothing names goes, and nothing else: the next build speaks nothing and changes no byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from runner import Press

FIRST = "# Fair\n\nIt opens on Tuesday.\n\nThe mayor will be there.\n"
SECOND = FIRST.replace("Tuesday", "Wednesday")
OTHER = "# Ferry\n\nThe mayor will be there.\n"
NOW = ("--keep", "0h")
"""All that nothing names, however young it is."""


@pytest.fixture
def corrected(press: Press) -> Press:
    """An edition of an article that was corrected once."""
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(FIRST, "utf-8")
    press.build("a.md")
    (press.folder / "a.md").write_text(SECOND, "utf-8")
    press.build("a.md")
    return press


def collect(press: Press, *words: str) -> dict[str, Any]:
    return json.loads(press.run("gc", "--json", *words).stdout)


def test_what_is_young_stays(corrected: Press) -> None:
    before = corrected.tree(), corrected.tree(".audiopress/objects")
    found = collect(corrected)
    assert (found["speech"], found["frames"], found["versions"]) == (0, 0, [])
    assert (corrected.tree(), corrected.tree(".audiopress/objects")) == before


def test_a_replaced_version_and_its_speech_go_when_they_are_old(corrected: Press) -> None:
    found = collect(corrected, *NOW, "--dry-run")
    assert (found["removed"], found["speech"], found["frames"]) == (False, 1, 1)
    (version,) = found["versions"]
    before = corrected.tree()
    assert collect(corrected, *NOW)["versions"] == [version]
    gone = {path for path in before if path not in corrected.tree()}
    assert gone
    assert all(f"/{version['folder'].rpartition('/')[2]}/" in path for path in gone)
    assert collect(corrected, *NOW)["versions"] == []


def test_the_next_build_speaks_nothing_and_changes_no_byte(corrected: Press) -> None:
    collect(corrected, *NOW)
    kept = corrected.tree()
    assert corrected.build("a.md")["totals"]["spoken"] == 0
    assert corrected.tree() == kept
    # Nor with all of the output gone: the cache still has what the newest version needs.
    (corrected.folder / "output").rename(corrected.folder / "away")
    assert corrected.build("a.md")["totals"]["spoken"] == 0
    assert corrected.tree() == kept


def test_what_another_article_says_as_well_stays(corrected: Press) -> None:
    (corrected.folder / "b.md").write_text(OTHER, "utf-8")
    corrected.build("b.md")
    (corrected.folder / "a.md").write_text("# Fair\n\nIt is cancelled.\n", "utf-8")
    corrected.build("a.md")
    collect(corrected, *NOW)
    assert corrected.build("a.md", "b.md")["totals"]["spoken"] == 0


def test_what_is_held_stays(press: Press) -> None:
    press.folder.mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "T"\n[review]\nhold = true\ncorrections = true\n', "utf-8"
    )
    (press.folder / "a.md").write_text(FIRST, "utf-8")
    press.build("a.md")
    press.run("release", "--all")
    (press.folder / "a.md").write_text(SECOND, "utf-8")
    press.build("a.md")
    assert collect(press, *NOW)["speech"] == 0
    press.run("release", "--all")
    assert press.build("a.md")["totals"]["spoken"] == 0


def test_a_damaged_file_that_was_put_aside_goes(corrected: Press) -> None:
    aside = corrected.folder / ".audiopress" / "aside"
    aside.mkdir()
    (aside / "x").write_bytes(b"damaged")
    assert collect(corrected)["damaged"] == 0
    assert collect(corrected, *NOW)["damaged"] == 1
    assert not (aside / "x").exists()


def configure(press: Press, kept: str) -> None:
    text = f'[show]\ntitle = "T"\n[corrections]\nkeep_versions = {kept}\n'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


@pytest.mark.parametrize(("kept", "gone"), [("1", 1), ('"all"', 0), ('"0h"', 2), ("0", 2)])
def test_the_configuration_says_how_many_or_how_long(press: Press, kept: str, gone: int) -> None:
    press.folder.mkdir(parents=True)
    configure(press, kept)
    for text in (FIRST, SECOND, SECOND.replace("Wednesday", "Friday")):
        (press.folder / "a.md").write_text(text, "utf-8")
        press.build("a.md")
    before = [version["folder"] for version in collect(press, "--dry-run")["versions"]]
    assert len(before) == gone
    # The oldest go first, and an option goes before the file.
    assert len(collect(press, *NOW, "--dry-run")["versions"]) == 2
    assert [version["folder"] for version in collect(press)["versions"]] == before


def test_when_a_version_was_replaced_the_ledger_says(corrected: Press) -> None:
    (path,) = (corrected.folder / ".audiopress" / "ledger" / "articles").rglob("*.json")
    record = json.loads(path.read_text("utf-8"))
    first, second = record["makings"]
    assert [first["key"], second["key"]] == [one["key"] for one in record["versions"]]
    second["issued"] = "2020-01-01T00:00:00Z"
    path.write_text(json.dumps(record), "utf-8")
    # Whatever the files themselves say of their age.
    assert [one["superseded"] for one in collect(corrected)["versions"]] == [
        "2020-01-01T00:00:00+00:00"
    ]


def test_a_version_that_a_feed_still_names_stays(corrected: Press) -> None:
    feed = corrected.folder / "output" / "feed.xml"
    (version,) = collect(corrected, *NOW, "--dry-run")["versions"]
    folder = version["folder"].rpartition("/")[2]
    current = feed.read_text("utf-8")
    feed.write_text(current + f"<!-- episodes/fair/{folder}/fair.mp3 -->", "utf-8")
    assert collect(corrected, *NOW)["versions"] == []
    feed.write_text(current, "utf-8")
    assert len(collect(corrected, *NOW)["versions"]) == 1


def test_what_a_preview_left_in_the_output_is_named_once_and_goes(corrected: Press) -> None:
    (corrected.folder / "b.md").write_text(OTHER, "utf-8")
    corrected.build("b.md")
    episodes = corrected.folder / "output" / "episodes"
    before = {path.name for path in episodes.iterdir()}
    assert len(before) == 2
    (corrected.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\n'
        'address = "https://listen.example.org/"\nsources = ["b.md"]\n[voices]\nbody = "tone"\n',
        "utf-8",
    )
    assert "of the preview" in corrected.run("build").stderr
    assert "of the preview" not in corrected.run("build").stderr
    found = {Path(path) for path in collect(corrected, "--dry-run")["previews"]}
    assert all(path.exists() for path in found)
    kept = {path for path in episodes.rglob("*") if not found & {path, *path.parents}}
    collect(corrected)
    assert {*episodes.rglob("*")} == kept
    assert len([*episodes.iterdir()]) == 1
    assert collect(corrected)["previews"] == []
    assert corrected.build()["totals"]["spoken"] == 0
    assert {*episodes.rglob("*")} == kept


def test_a_preview_without_a_configuration_keeps_what_it_has(corrected: Press) -> None:
    before = corrected.tree()
    assert collect(corrected)["previews"] == []
    assert corrected.tree() == before
