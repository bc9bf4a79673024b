"""The feed as readers that nobody here wrote understand it."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3
from runner import PressHere

from audiopress.publish.feed.archive_pages import LIVE_ITEMS
from audiopress.publish.feed.rss import write_feeds
from tests.unit.publish_samples import episode, show

READERS = Path(__file__).parent / "feed_readers"


@pytest.fixture(scope="module")
def readers() -> Path:
    """Install the npm readers beside their lock file, or say why not."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.skip("feed readers: node and npm are not installed")
    if not (READERS / "node_modules" / "feedsmith").is_dir():
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        done = subprocess.run(command, cwd=READERS, capture_output=True, check=False, timeout=240)
        if done.returncode:
            pytest.skip("feed readers: npm ci failed, is a registry within reach?")
    return READERS


def read(readers: Path, body: bytes) -> dict[str, Any]:
    done = subprocess.run(
        ["node", "read.mjs"], cwd=readers, input=body, capture_output=True, check=True, timeout=120
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_partytime_finds_every_value(readers: Path) -> None:
    given = [episode(n) for n in range(3)]
    feed = read(readers, write_feeds(show(), given)["feed.xml"])["party"]
    assert feed["title"] == "The Sallow Listener"
    assert feed["guid"] == show().guid
    assert (feed["locked"], feed["podcastOwner"]) == (True, "desk@news.example")
    assert feed["medium"] == "podcast"
    assert feed["explicit"] is False
    assert feed["itunesCategory"] == ["News > Daily News"]
    assert feed["pubsub"] == {"self": "https://listen.news.example/edition/feed.xml"}
    assert {"locked", "transcript", "chapters"} <= set(feed["pc20support"]["1"])
    assert [item["guid"] for item in feed["items"]] == [one.guid for one in reversed(given)]
    for item, one in zip(feed["items"], reversed(given), strict=True):
        folder = show().address + one.folder
        assert item["enclosure"] == {
            "url": show().address + one.enclosure.path,
            "length": one.enclosure.length,
            "type": "audio/mpeg",
        }
        assert item["duration"] == round(one.samples / one.rate)
        assert item["podcastChapters"]["url"] == folder + "chapters.json"
        assert [t["url"] for t in item["podcastTranscripts"]] == [
            f"{folder}transcript.{kind}" for kind in ("vtt", "srt", "json")
        ]
        assert {t["language"] for t in item["podcastTranscripts"]} == {"en-GB"}
        people = [(person["name"], person["role"]) for person in item["podcastPeople"]]
        assert people == [("joe", "Narrator"), ("Ada Pember", "Author")]


def test_feedsmith_finds_every_value(readers: Path) -> None:
    answer = read(readers, write_feeds(show(), [episode(5)])["feed.xml"])["smith"]
    assert answer["format"] == "rss"
    feed, item = answer["feed"], answer["feed"]["items"][0]
    assert feed["podcast"]["guid"] == show().guid
    assert feed["podcast"]["updateFrequency"] == {"display": "Daily", "rrule": "FREQ=DAILY"}
    assert feed["podcast"]["txts"] == [{"display": "true", "purpose": "ai-content"}]
    assert feed["itunes"]["type"] == "episodic"
    assert item["podcast"]["txts"] == [{"display": "true", "purpose": "ai-content"}]
    assert item["guid"] == {"value": episode(5).guid, "isPermaLink": False}
    assert item["enclosures"][0]["length"] == episode(5).enclosure.length
    assert item["itunes"]["duration"] == round(episode().samples / episode().rate)
    assert item["podcast"]["chapters"]["type"] == "application/json+chapters"
    assert item["content"]["encoded"].startswith("<p>After forty years")


def test_a_preview_is_blocked_for_partytime(readers: Path) -> None:
    feed = read(readers, write_feeds(show(preview=True), [episode()])["feed.xml"])["party"]
    assert feed["podcastBlocked"] == "yes"
    assert feed["itunesBlock"] is True
    assert "guid" not in feed


def test_archive_pages_are_whole_feeds_with_their_links(readers: Path) -> None:
    pages = write_feeds(show(), [episode(n) for n in range(LIVE_ITEMS + 1)])
    found = set()
    for body in pages.values():
        feed = read(readers, body)["smith"]["feed"]
        found |= {item["guid"]["value"] for item in feed["items"]}
    assert len(found) == LIVE_ITEMS + 1
    links = {link["rel"] for link in feed["atom"]["links"]}
    assert links == {"self", "prev-archive"}


def test_hostile_words_come_out_as_words(readers: Path) -> None:
    words = "]]></description><script>alert(1)</script> & \u202e\x00 <b>"
    hostile = episode(title=words, summary=words, byline=words, section=words, narrators=(words,))
    answer = read(readers, write_feeds(show(), [hostile])["feed.xml"])
    plain = "]]></description><script>alert(1)</script> & <b>"
    item = answer["smith"]["feed"]["items"][0]
    assert item["title"] == plain
    assert html.unescape(item["description"]).startswith(plain)
    assert "<" not in item["description"]
    assert "<script" not in item["content"]["encoded"]
    assert item["podcast"]["persons"][0]["display"] == plain
    assert len(answer["party"]["items"]) == 1


def test_the_chapters_of_a_joined_edition_are_found_and_are_those_of_its_sound(
    readers: Path, tmp_path: Path
) -> None:
    press = PressHere(tmp_path / "edition")
    (press.folder / "articles").mkdir(parents=True)
    for name in ("alba", "brae", "corrie"):
        head = f"title: The {name} boat\nurl: https://news.example/{name}"
        text = f"---\n{head}\n---\n\nIt was {name}.\n"
        (press.folder / f"articles/{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "P"\n[edition]\nsources = ["articles"]\naddress = "{show().address}"\n'
        '[[editions]]\nid = "top"\ntitle = "Top"\nfrequency = "rolling"\nnewest = 9\n',
        "utf-8",
    )
    press.build()
    output = press.folder / "output"
    items = read(readers, (output / "feed.xml").read_bytes())["party"]["items"]
    (item,) = (one for one in items if one["title"] == "Top")
    assert item["podcastChapters"]["type"] == "application/json+chapters"
    path = item["podcastChapters"]["url"].removeprefix(show().address)
    chapters = json.loads((output / path).read_bytes())["chapters"]
    linked = {one["title"]: one["url"] for one in chapters if "url" in one}
    assert linked == {
        f"The {name} boat": f"https://news.example/{name}" for name in ("alba", "brae", "corrie")
    }
    sound = ID3(output / item["enclosure"]["url"].removeprefix(show().address))
    frames = [(one.start_time, str(one.sub_frames["TIT2"])) for one in sound.getall("CHAP")]
    assert frames == [(int(one["startTime"] * 1000), one["title"]) for one in chapters]
