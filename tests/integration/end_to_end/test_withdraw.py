"""An article that must go goes, from feed, pages and disk, and can come back as who it was."""

import errno
import json
import os
import shutil
from pathlib import Path

import feedparser
import pytest
from runner import Press

from audiopress.errors import StoreError
from audiopress.press.steps.ship import unship_episode

CONFIG = """
[show]
title = "Harbour Post"
[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""


def article(number):
    head = f"---\ntitle: Story number {number}\ndate: 2024-03-0{number}\n"
    head += f"canonical: https://news.example.org/story-{number}\n---\n\n"
    return head + f"The boat number {number} came home on Tuesday.\n"


@pytest.fixture
def built(tmp_path):
    press = Press(tmp_path / "edition")
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    for number in (1, 2):
        (press.folder / "articles" / f"{number}.md").write_text(article(number), "utf-8")
    press.build()
    return press


def titles(press):
    feed = feedparser.parse((press.folder / "output" / "feed.xml").read_bytes())
    return [(entry.title, entry.id) for entry in feed.entries]


def test_a_withdrawn_article_leaves_a_page_and_nothing_else(built):
    built.run("withdraw", "story-number-1", "--reason", "The council asked us to.")
    assert [title for title, _ in titles(built)] == ["Story number 2"]
    home = built.folder / "output" / "episodes" / "story-number-1"
    assert sorted(path.name for path in home.rglob("*")) == ["embed.html", "index.html"]
    page = (home / "index.html").read_text("utf-8")
    assert "The council asked us to." in page
    assert "came home" not in page
    left = b"".join(p.read_bytes() for p in (built.folder / "output").rglob("*") if p.is_file())
    assert b"story-number-1" not in left
    assert b"boat number 1" not in left


def test_a_build_does_not_bring_it_back(built):
    built.run("withdraw", "https://audio.example.org/episodes/story-number-1/")
    before = built.tree()
    report = built.build()
    assert [one["status"] for one in report["articles"]] == ["unchanged", "withdrawn"]
    assert built.tree() == before


def test_it_comes_back_as_who_it_was(built):
    feed, tree = titles(built), built.tree()
    built.run("withdraw", "https://news.example.org/story-1")
    built.run("withdraw", "story-number-1", "--restore")
    report = built.build()
    assert report["totals"]["spoken"] == 0
    assert titles(built) == feed
    assert built.tree() == tree


def test_the_last_article_can_go(built):
    for slug in ("story-number-1", "story-number-2"):
        built.run("withdraw", slug)
    assert titles(built) == []
    assert built.build()["feed"]["items"] == 0


def test_a_withdrawal_that_was_cut_off_is_finished_by_the_next_build(built):
    record = next(
        path
        for path in (built.folder / "ledger").rglob("*.json")
        if "story-number-1" in path.read_text("utf-8")
    )
    value = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(value | {"state": "withdrawn"}), "utf-8")
    built.build()
    assert [title for title, _ in titles(built)] == ["Story number 2"]
    assert not list((built.folder / "output" / "episodes" / "story-number-1").rglob("*.mp3"))


def test_an_unknown_name_is_told_the_nearest(built):
    done = built.run("withdraw", "story-numbr-1", ok=False)
    assert done.returncode == 1
    assert "did you mean story-number-1, 'Story number 1'" in done.stderr
    # A guess that is ready to paste would be run.
    assert "audiopress withdraw story-number-1" not in done.stderr
    again = built.run("withdraw", "story-numbr-1", "--restore", ok=False)
    assert "audiopress withdraw SLUG --restore" in again.stderr
    for far in ("urn:uuid:nope", "parabola", "file:stony", "id:story", "storm"):
        told = built.run("withdraw", far, ok=False).stderr
        assert "did you mean" not in told
        assert "story-number" not in told


def test_nothing_is_left_where_the_cache_is_gone(built):
    shutil.rmtree(built.folder / ".audiopress")
    built.run("withdraw", "story-number-1")
    left = b"".join(p.read_bytes() for p in (built.folder / "output").rglob("*") if p.is_file())
    assert b"story-number-1" not in left


def test_what_lies_in_another_folder_is_not_called_withdrawn(built):
    before = built.tree("ledger")
    done = built.run("withdraw", "story-number-1", "-o", "elsewhere", ok=False)
    assert done.returncode == 1
    assert "not in this output folder" in done.stderr
    assert built.tree("ledger") == before


def test_only_what_is_withdrawn_comes_back_and_a_reason_stays(built):
    assert built.run("withdraw", "story-number-1", "--restore", ok=False).returncode == 1
    built.run("withdraw", "story-number-1", "--reason", "The council asked us to.")
    built.run("withdraw", "story-number-1")
    page = built.folder / "output" / "episodes" / "story-number-1" / "index.html"
    assert "The council asked us to." in page.read_text("utf-8")


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path, monkeypatch):
    def broken(_folder):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "iterdir", broken)
    with pytest.raises(StoreError, match="read or write error") as raised:
        unship_episode(tmp_path, "episodes/story/", b"gone")
    assert str(tmp_path / "episodes" / "story") in raised.value.where
