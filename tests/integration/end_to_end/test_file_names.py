"""Articles that generators keep as ``index`` files, each in a folder of its own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

YEARS = ("2024", "2025")
CONFIGURATION = '[show]\ntitle = "T"\n[edition]\nsources = ["{source}"]\n'


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    return PressHere(tmp_path / "edition")


def write_site(folder: Path) -> None:
    for year in YEARS:
        (folder / year).mkdir(parents=True)
        text = f"---\ntitle: The year\ndate: {year}-03-01\n---\n\n"
        text += "\n\n".join(f"In {year} the {what} was late." for what in ("ferry", "bus", "tide"))
        (folder / year / "index.md").write_text(text + "\n", "utf-8")


def configure(press: PressHere, source: str) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text(CONFIGURATION.format(source=source), "utf-8")


def guids(press: PressHere, *words: object) -> dict[str, str]:
    return {each["id"]: each["guid"] for each in press.build(*words)["articles"]}


NAMES = {f"file:{year}/index.md" for year in YEARS}


@pytest.mark.parametrize("source", ["../site/*/index.md", "../site", "../site/20*"])
def test_files_of_one_name_elsewhere_are_called_by_their_folders(
    press: PressHere, source: str
) -> None:
    write_site(press.folder.parent / "site")
    configure(press, source)
    assert set(guids(press)) == NAMES


def test_they_are_the_same_however_they_are_named(press: PressHere) -> None:
    site = press.folder.parent / "site"
    write_site(site)
    configure(press, "../site/*/index.md")
    files = [site / year / "index.md" for year in YEARS]
    found = guids(press, files[1])
    assert set(found) == {"file:2025/index.md"}
    found |= guids(press, files[0])
    named = press.folder / "list.txt"
    named.write_text("".join(f"{file}\n" for file in reversed(files)), "utf-8")
    assert guids(press, "--from-list", named) == found
    assert guids(press, *files) == found
    assert guids(press, site) == found
    assert guids(press) == found
    assert "is withdrawn" in press.run("withdraw", "../site/2024/index.md").stdout
    assert guids(press, files[1]) == {"file:2025/index.md": found["file:2025/index.md"]}


def test_all_of_it_may_be_moved(press: PressHere) -> None:
    write_site(press.folder.parent / "site")
    configure(press, "../site/*/index.md")
    before, feed = guids(press), (press.folder / "output/feed.xml").read_bytes()
    elsewhere = press.folder.parent / "another/machine"
    elsewhere.mkdir(parents=True)
    shutil.move(press.folder.parent / "site", elsewhere / "site")
    shutil.move(press.folder, elsewhere / "edition")
    moved = PressHere(elsewhere / "edition")
    assert guids(moved) == before
    assert (moved.folder / "output/feed.xml").read_bytes() == feed


def test_what_the_version_before_has_published_stays_who_it_is(press: PressHere) -> None:
    """It called a file elsewhere by its name alone, and refused the second one of that name."""
    site = press.folder.parent / "site"
    write_site(site)
    configure(press, "../site/*/index.md")
    # What it has put into the ledger is what a file of this name in the edition's folder does.
    shutil.copy(site / "2024/index.md", press.folder)
    guid = guids(press, "index.md")["file:index.md"]
    (press.folder / "index.md").unlink()
    text = (site / "2024/index.md").read_text("utf-8").replace("bus was late", "bus was early")
    (site / "2024/index.md").write_text(text, "utf-8")
    found = guids(press)
    assert found["file:index.md"] == guid
    assert set(found) == {"file:index.md", "file:2025/index.md"}
    assert guids(press) == found


def test_a_folder_in_the_edition_that_moves_takes_its_articles_along(press: PressHere) -> None:
    write_site(press.folder / "posts")
    configure(press, "posts")
    before = guids(press)
    (press.folder / "content").mkdir()
    shutil.move(press.folder / "posts", press.folder / "content/posts")
    for year in YEARS:
        path = press.folder / "content/posts" / year / "index.md"
        path.write_text(path.read_text("utf-8").replace("tide was late", "tide was early"), "utf-8")
    configure(press, "content")
    assert guids(press) == before


@pytest.mark.parametrize("name", ["articles/ferry.md", "ferry.md"])
def test_a_file_of_another_edition_is_not_ours_of_the_same_path(
    press: PressHere, name: str
) -> None:
    for folder in (press.folder, press.folder.parent / "other"):
        path = folder / name
        path.parent.mkdir(parents=True)
        text = f"---\ntitle: The ferry\ndate: 2026-03-01\n---\n\nThe {folder.name} was late.\n"
        path.write_text(text, "utf-8")
    configure(press, name)
    found = guids(press)
    refused = press.run("withdraw", f"../other/{name}", ok=False)
    assert refused.returncode == 1
    assert "the ledger has no article" in refused.stderr
    assert "is withdrawn" in press.run("withdraw", f"../edition/{name}").stdout
    press.run("withdraw", f"./{name}", "--restore")
    assert guids(press) == found


def test_a_file_that_was_moved_is_not_gone_when_another_of_its_name_comes(
    press: PressHere,
) -> None:
    configure(press, "all")
    texts = "The ferry sails at nine.\n\nTickets are sold on the pier.\n\nIt was {} today.\n"
    for folder in ("old", "new", "more"):
        (press.folder / "all" / folder).mkdir(parents=True)
    ferry = press.folder / "all" / "old" / "ferry.md"
    ferry.write_text(texts.format("late"), "utf-8")
    (known,) = guids(press).values()
    ferry.rename(press.folder / "all" / "new" / "ferry.md")
    assert list(guids(press).values()) == [known]
    (press.folder / "all" / "more" / "ferry.md").write_text(texts.format("early"), "utf-8")
    assert set(guids(press)) == {"file:all/old/ferry.md", "file:all/more/ferry.md"}
