"""An edition that 0.1.0 made goes on: nothing is spoken again, no byte of what it promised changes.

``edition_0_1_0.zip`` is a folder as 0.1.0 left it: two articles, one corrected, one withdrawn, with
cache and ledger. Of the output it has the feed and the folders that never change.
"""

import json
import zipfile
from dataclasses import replace
from importlib.metadata import version

import pytest
from runner import ROOT, Press

from audiopress.store.ledger import Ledger

EDITION = ROOT / "tests" / "vectors" / "edition_0_1_0.zip"


@pytest.fixture
def press(tmp_path):
    with zipfile.ZipFile(EDITION) as kept:
        kept.extractall(tmp_path / "edition")
    return Press(tmp_path / "edition", voice=None)


def read_ledger(press):
    """Return what is promised of each article, and of how many it is known who spoke it."""
    records = Ledger(press.folder / "ledger").load_all()
    known = sum(any(one.voices for one in record.makings) for record in records)
    return [replace(record, makings=()) for record in records], known


def test_nothing_is_spoken_again_and_its_ledger_only_learns_who_spoke(press):
    before, known = read_ledger(press)
    assert known == 0
    planned = json.loads(press.run("plan", "--json").stdout)
    assert [article["to_speak"] for article in planned["articles"]] == [0]
    totals = press.build()["totals"]
    assert (totals["spoken"], totals["failed"]) == (0, 0)
    # Of the one that is withdrawn there is nothing to keep.
    assert read_ledger(press) == (before, 1)
    # No lock either: the folder is committed.
    learnt = press.tree("ledger")
    press.build()
    assert press.tree("ledger") == learnt
    assert all(name.endswith(".json") for name in learnt)


def test_no_byte_of_sound_and_feed_changes(press):
    libraries = json.loads((press.folder / "made_with.json").read_text("utf-8"))
    if any(version(name) != known for name, known in libraries.items()):
        pytest.skip("the sound is promised for the same versions of what encodes and tags it")
    before, times = press.tree(), press.times()
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8").splitlines()
    assert any(name.endswith(".mp3") for name in before)
    press.build()
    after, later = press.tree(), press.times()
    sound = before.keys() - {"feed.xml"}
    assert {name: after[name] for name in sound} == {name: before[name] for name in sound}
    assert {name: later[name] for name in sound} == {name: times[name] for name in sound}
    # What it said is said still; pictures of items, and in the podcast namespace, came since.
    now = (press.folder / "output" / "feed.xml").read_text("utf-8").splitlines()
    came = [line for line in now if line not in feed]
    assert [line for line in now if line not in came] == feed
    assert {line.split()[0] for line in came} == {"<podcast:images", "<itunes:image"}


def test_what_it_withdrew_comes_back_as_who_it_was(press):
    press.run("withdraw", "the-harbour", "--restore")
    totals = press.build()["totals"]
    assert (totals["spoken"], totals["failed"]) == (0, 0)
    assert (press.folder / "output/episodes/the-harbour/index.html").exists()


def test_the_notice_on_the_voice_stays_at_its_end_and_comes_first_in_what_is_new(press):
    (press.folder / "articles" / "new.md").write_text(
        "---\ndate: 2026-03-02\n---\n# A new ferry\n\nThe new ferry sails on Monday, they said.\n",
        "utf-8",
    )
    done = press.run("build")
    assert "said at the end that the voice is synthetic" in done.stderr
    script = json.loads(press.run("script", "--json", "articles/new.md").stdout)
    assert [each["role"] for each in script["utterances"]][:2] == ["headline", "disclosure"]
    assert [each["role"] for each in script["utterances"]].count("disclosure") == 1
    planned = json.loads(press.run("plan", "--json").stdout)
    assert sum(article["to_speak"] for article in planned["articles"]) == 0
    # It is told once, and no more when a place is chosen.
    assert "at the end that the voice" not in press.run("build").stderr
