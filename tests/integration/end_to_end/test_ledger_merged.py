"""A ledger that git merged: two articles of one name, and files that nobody can use."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import feedparser
import pytest
from runner import PressHere

sys.path.append(str(Path(__file__).parents[2] / "campaigns"))
import merges

CONFIG = """
[show]
title = "Harbour Post"
[edition]
address = "https://audio.example.org/"
sources = ["articles"]
[voices]
body = "tone"
"""


SAME = ("Morning news", "The storm", "Aux", "晨间新闻", "Café")
"""Titles that both branches use."""


def story(title, name, day=1):
    return f"---\ntitle: {title}\ndate: 2026-11-0{day}\n---\n\nThe boat of {name} came home.\n"


def git(folder, *words, ok=True):
    who = [word for key in ("name", "email") for word in ("-c", f"user.{key}=x@example.org")]
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert not ok or done.returncode == 0, done.stderr
    return done.stdout


def commit(press):
    git(press.folder, "add", "-A")
    git(press.folder, "commit", "-q", "--allow-empty", "-m", "x")


def write(press, name, title, who, day=1):
    (press.folder / "articles" / name).write_text(story(title, who, day), "utf-8")


@pytest.fixture
def trunk(tmp_path):
    """An edition of one article, committed."""
    press = PressHere(tmp_path / "edition")
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    (press.folder / ".gitignore").write_text("output/\n.audiopress/\n", "utf-8")
    git(press.folder, "init", "-q", "-b", "main")
    write(press, "first.md", "The first story", "Zoe")
    press.build()
    commit(press)
    return press


@pytest.fixture
def merged(trunk):
    """Two branches, each with an article "Morning news", merged; built on both sides before."""
    return merge_titles(trunk, "Morning news")


def merge_titles(press, title):
    git(press.folder, "checkout", "-q", "-b", "side")
    write(press, "side.md", title, "Bo", 2)
    press.build()
    commit(press)
    git(press.folder, "checkout", "-q", "main")
    write(press, "main.md", title, "Ada", 3)
    press.build()
    commit(press)
    git(press.folder, "merge", "-q", "--no-edit", "side")
    return press


def records(press):
    found = (
        json.loads(path.read_bytes()) for path in (press.folder / "ledger/articles").rglob("*.json")
    )
    return {record["id"]: record for record in found}


def record_path(press, article_id):
    return next(
        path
        for path in (press.folder / "ledger" / "articles").rglob("*.json")
        if f'"id": "{article_id}"' in path.read_text("utf-8")
    )


def feed(press):
    return feedparser.parse((press.folder / "output" / "feed.xml").read_bytes()).entries


def sounds(press):
    return {name: body for name, body in press.tree().items() if name.endswith(".mp3")}


# -- two articles of one name -------------------------------------------------------------------


@pytest.mark.parametrize("title", SAME)
def test_two_of_one_slug_are_named_and_healed(trunk, title):
    merge_titles(trunk, title)
    before, shipped = records(trunk), sounds(trunk)
    done = trunk.run("build")
    after = records(trunk)
    kept, moved = (after[f"file:articles/{name}.md"] for name in ("side", "main"))
    assert before[kept["id"]]["slug"] == before[moved["id"]]["slug"]
    assert kept["slug"] == before[kept["id"]]["slug"], "it was there first"
    assert moved["slug"] != kept["slug"]
    assert re.search(f"{kept['id']} and {moved['id']} both had the slug", done.stderr)
    assert f"gets {moved['slug']}" in done.stderr
    for name, body in shipped.items():
        assert sounds(trunk)[name] == body, "what was published keeps address and bytes"
    assert {name: one["guid"] for name, one in after.items()} == {
        name: one["guid"] for name, one in before.items()
    }
    for one in (kept, moved):
        page = (trunk.folder / "output/episodes" / one["slug"] / "index.html").read_text("utf-8")
        assert ("Bo" if one is kept else "Ada") in page
    assert "both had" not in trunk.run("build").stderr


@pytest.mark.parametrize("gone", ["side", "main"])
@pytest.mark.parametrize("first", [(), ("build",)], ids=["at once", "after a build"])
def test_to_withdraw_one_of_two_takes_nothing_of_the_other(merged, gone, first):
    if first:
        merged.run(*first)
    other = "main" if gone == "side" else "side"
    merged.run("withdraw", f"articles/{gone}.md")
    merged.build()
    left = records(merged)
    assert [one["slug"] for one in left.values() if one["state"] == "withdrawn"] == [
        left[f"file:articles/{gone}.md"]["slug"]
    ]
    files = merged.tree()
    for version in left[f"file:articles/{other}.md"]["versions"]:
        assert version["enclosure"]["path"] in files
    for version in left[f"file:articles/{gone}.md"]["versions"]:
        assert version["enclosure"]["path"] not in files
    assert {item.id for item in feed(merged)} == {
        one["guid"] for one in left.values() if one["state"] == "live"
    }


def test_a_plan_says_what_a_build_would_heal_and_writes_nothing(merged):
    before = merged.tree("ledger")
    notes = json.loads(merged.run("plan", "--json").stdout)["notes"]
    assert any("both had the slug morning-news" in note for note in notes)
    assert merged.tree("ledger") == before


def test_both_clones_heal_alike(merged, tmp_path):
    other = PressHere(tmp_path / "other")
    git(merged.folder, "commit", "-q", "--allow-empty", "-m", "x")
    git(tmp_path, "clone", "-q", str(merged.folder), "other")
    for press in (merged, other):
        press.run("ledger", "check")
    assert merged.tree("ledger") == other.tree("ledger")


def test_a_record_that_was_copied_gets_a_guid_of_its_own(trunk):
    path = record_path(trunk, "file:articles/first.md")
    record = json.loads(path.read_bytes())
    write(trunk, "second.md", "The second story", "Bo")
    trunk.build()
    second = record_path(trunk, "file:articles/second.md")
    copied = json.loads(second.read_bytes())
    copied["guid"] = copied["versions"][0]["guid"] = record["guid"]
    second.write_text(json.dumps(copied), "utf-8")
    done = trunk.run("build")
    assert "both had the guid" in done.stderr
    assert records(trunk)["file:articles/first.md"]["guid"] == record["guid"]
    assert len({item.id for item in feed(trunk)}) == 2


def test_a_branch_that_is_built_into_the_same_folder_gets_its_page_back(merged):
    git(merged.folder, "reset", "-q", "--hard", "HEAD^")
    merged.build()
    page = merged.folder / "output" / "episodes" / "morning-news" / "index.html"
    assert "Ada" in page.read_text("utf-8")
    git(merged.folder, "checkout", "-q", "side")
    merged.build()
    assert "Bo" in page.read_text("utf-8")


# -- files that cannot be used ------------------------------------------------------------------

DAMAGE = {
    "conflict": lambda body: b"<<<<<<< HEAD\n" + body + b"=======\n" + body + b">>>>>>> side\n",
    "rate": lambda body: re.sub(rb'"rate": \d+', b'"rate": 0', body),
    "samples": lambda body: re.sub(rb'"samples": ', b'"samples": -', body),
    "type": lambda body: re.sub(rb'"guid": "[^"]*"', b'"guid": 7', body),
    "twice": lambda body: body.replace(b"{", b'{"slug": "x",', 1),
    "cut": lambda body: body[: len(body) // 2],
    "empty": lambda _body: b"",
    "zeroed": lambda body: bytes(len(body)),
    "no number": lambda body: re.sub(rb'"words": \d+', b'"words": NaN', body),
    "no zone": lambda body: re.sub(rb'("first_seen": "[^"]*)Z"', rb'\1"', body),
    "newer": lambda body: body.replace(b'"format": 1', b'"format": 2'),
    "id": lambda body: body.replace(b"articles/second.md", b"articles/other.md"),
    "utf-16": lambda body: body.decode().encode("utf-16"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_one_bad_record_costs_its_own_article_only(trunk, damage):
    write(trunk, "second.md", "The second story", "Bo")
    trunk.build()
    guids = {item.id for item in feed(trunk)}
    path = record_path(trunk, "file:articles/second.md")
    body = damage(path.read_bytes())
    assert body != path.read_bytes()
    path.write_bytes(body)
    shipped = trunk.tree()
    write(trunk, "second.md", "The second story", "somebody else")
    write(trunk, "third.md", "The third story", "Cy")

    done = trunk.run("build", "--json", ok=False)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    (failed,) = [one for one in report["articles"] if one["status"] == "failed"]
    assert str(path) in failed["error"]["where"]
    assert failed["error"]["hint"]
    assert sorted(one["status"] for one in report["articles"]) == ["built", "failed", "unchanged"]
    # What was published stays as it is, and in the feed.
    assert {item.id for item in feed(trunk)} > guids
    files = trunk.tree()
    assert all(files[name] == was for name, was in shipped.items() if "the-second-story" in name)
    assert path.read_bytes() == body

    checked = trunk.run("ledger", "check", "--json", ok=False)
    assert checked.returncode == 1
    assert str(path) in json.loads(checked.stdout)["errors"][0]["where"]
    # The others can be withdrawn, this one is named.
    assert trunk.run("withdraw", "articles/second.md", ok=False).returncode == 1
    told = trunk.run("withdraw", "the-third-story").stderr
    assert "audiopress ledger check" in told
    assert "the-second-story" in str(trunk.tree())


def test_without_a_cache_a_bad_record_is_named_and_its_sound_is_left(trunk):
    path = record_path(trunk, "file:articles/first.md")
    path.write_bytes(b"")
    shipped = sounds(trunk)
    shutil.rmtree(trunk.folder / ".audiopress")
    done = trunk.run("build", ok=False)
    assert done.returncode == 1
    assert "is not known" in done.stderr
    assert sounds(trunk) == shipped


# -- audiopress ledger check --------------------------------------------------------------------


def test_check_heals_what_a_build_would(merged):
    looked = merged.run("ledger", "check", "--dry-run", "--json", ok=False)
    said = json.loads(looked.stdout)
    assert (looked.returncode, said["ok"]) == (1, False)
    assert [(one["kind"], one["name"], one["healed"]) for one in said["collisions"]] == [
        ("slug", "morning-news", False)
    ]
    healed = merged.run("ledger", "check")
    assert "healed:" in healed.stderr
    assert "3 articles, all is well" in healed.stdout
    again = json.loads(merged.run("ledger", "check", "--json").stdout)
    assert again == {"ok": True, "articles": 3, "collisions": [], "errors": []}


def test_check_names_a_show_that_cannot_be_read(trunk):
    show = trunk.folder / "ledger" / "shows" / "main.json"
    show.write_bytes(show.read_bytes()[:-10])
    done = trunk.run("ledger", "check", ok=False)
    assert done.returncode == 1
    assert "main.json" in done.stderr
    assert "git checkout" in done.stderr


def test_check_makes_no_ledger(tmp_path):
    press = PressHere(tmp_path)
    settings = press.folder / "audiopress.toml"
    settings.write_text('[show]\nlink = "https://www.example.org/"\n', "utf-8")
    assert "0 articles, all is well" in press.run("ledger", "check").stdout
    assert list(press.folder.iterdir()) == [settings]


# -- random histories ---------------------------------------------------------------------------


def test_random_merges_lose_nothing():
    """The long form is ``python tests/campaigns/merges.py --merges 1000``."""
    seen = merges.campaign(8, 1)
    assert seen["faults"] == []
    assert seen["merges"] == 8
    assert seen["merges that left two of one slug"]
