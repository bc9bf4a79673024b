"""An article that must go goes, from feed, pages and disk, and can come back as who it was."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime
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


@pytest.mark.parametrize("purge", [(), ("--purge",)])
def test_its_address_leads_to_nothing_any_more(built, purge):
    entries = built.folder / "output/by-url/news.example.org"
    assert sorted(path.name for path in entries.iterdir()) == ["story-1", "story-2"]
    built.run("withdraw", "story-number-1", *purge)
    assert [path.name for path in entries.iterdir()] == ["story-2"]
    built.run("withdraw", "story-number-2", *purge)
    assert not (built.folder / "output/by-url").exists()
    built.build()
    assert not (built.folder / "output/by-url").exists()


def test_where_another_article_has_its_address_that_stays(built):
    other = article(2).replace("story-2", "story-1/live")
    (built.folder / "articles/2.md").write_text(other, "utf-8")
    built.build()
    built.run("withdraw", "story-number-1")
    left = {path for path in built.tree() if path.startswith("by-url/")}
    assert left == {"by-url/news.example.org/story-1/live/index.json"}


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


def test_several_go_at_once_and_come_back(built):
    both = ("story-number-1", "https://news.example.org/story-2")
    before, feed = built.tree(), titles(built)
    gone = json.loads(built.run("withdraw", *both, "--purge", "--json").stdout)["articles"]
    assert [each["slug"] for each in gone] == ["story-number-1", "story-number-2"]
    assert [each["held"]["paragraphs"] > 0 for each in gone] == [True, True]
    assert titles(built) == []
    assert not list((built.folder / "output").rglob("*.mp3"))
    built.run("withdraw", *both, "--restore")
    built.build()
    assert titles(built) == feed
    assert built.tree() == before


@pytest.mark.parametrize("names", [("story-number-1", "nosuch"), ("a", "story-number-1", "b")])
def test_one_name_that_means_nothing_and_nothing_is_done(built, names):
    before = built.tree(), built.tree("ledger")
    done = built.run("withdraw", *names, ok=False)
    assert done.returncode == 1
    assert f"so nothing is done of the {len(names)} that were named" in done.stderr
    assert all(f"no article {name!r}" in done.stderr for name in names if "story" not in name)
    assert (built.tree(), built.tree("ledger")) == before
    built.run("withdraw", "story-number-1")
    taken = built.tree("ledger")
    done = built.run("withdraw", "story-number-1", "story-number-2", "--restore", ok=False)
    assert "story-number-2 is not withdrawn" in done.stderr
    assert built.tree("ledger") == taken


def test_two_that_say_the_same_words_are_purged_of_them_together(built):
    for number in (1, 2):
        path = built.folder / "articles" / f"{number}.md"
        path.write_text(article(number) + "\nBoth of them say this.\n", "utf-8")
    built.build()
    built.run("withdraw", "story-number-1", "story-number-2", "--purge")
    assert json.loads(built.run("gc", "--keep", "0d", "--dry-run", "--json").stdout)["speech"] == 0


def test_a_plan_says_that_it_is_withdrawn_and_since_when(built):
    built.run("withdraw", "story-number-1")
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    told = built.run("plan", "-o", "output").stdout
    assert f"is withdrawn since {day}" in told
    back = "withdraw --output output story-number-1 --restore"
    assert back in told
    (one,) = json.loads(built.run("plan", "--json").stdout)["taken_back"]
    assert (one["slug"], one["since"][:10]) == ("story-number-1", day)
    states = json.loads(built.run("status", "--json").stdout)["shows"][0]["articles"]
    assert {each["slug"]: (each["since"] or "")[:10] for each in states}["story-number-1"] == day
    # Purged later, it was gone before.
    built.run("withdraw", "story-number-1", "--purge")
    purged = json.loads(built.run("plan", "--json").stdout)["taken_back"]
    assert purged == [one | {"title": "story-number-1"}]
    built.run(*back.split())
    assert "withdrawn" not in built.run("plan").stdout


def test_of_one_that_an_older_version_withdrew_no_day_is_known(built):
    built.run("withdraw", "story-number-1")
    for path in (built.folder / "ledger").rglob("*.json"):
        value = json.loads(path.read_text("utf-8"))
        value.pop("withdrawn", None)
        path.write_text(json.dumps(value), "utf-8")
    assert "  is withdrawn, and a build leaves it out" in built.run("plan").stdout


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


def test_lines_that_were_dropped_in_a_purged_article_go_from_the_ledger(built):
    line = "Mr Garrow took the money."
    for number in (1, 2):
        path = built.folder / "articles" / f"{number}.md"
        path.write_text(f"{article(number)}\n{line}\n", "utf-8")
        built.run("reading", "drop", line, "--in", f"articles/{number}.md")
    built.build()
    files = set((built.folder / "ledger" / "sites").glob("article-*.json"))
    told = json.loads(built.run("withdraw", "story-number-1", "--json").stdout)
    assert told["held"]["corrections"] == 1
    assert set((built.folder / "ledger" / "sites").glob("article-*.json")) == files
    gone = built.run("withdraw", "story-number-1", "--purge").stdout
    assert "the ledger lines that were kept or dropped in it (1 file)" in gone
    (left,) = (built.folder / "ledger" / "sites").glob("article-*.json")
    assert "story-2" in left.read_text("utf-8")
