"""Several shows of one configuration: which feed names what, whose voice speaks, what stays."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from runner import PressHere

from audiopress.press.edition.publishing import show_files
from audiopress.public import load_settings
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

MAIN = '[show]\ntitle = "The Post"\nauthor = "Post"\n'
EDITION = '[edition]\nsources = ["articles"]\naddress = "https://audio.example.org/"\n'
SPORT = '[[shows]]\nid = "sport"\ntitle = "Sport"\ninclude = ["section:Sport"]\n'
NEWS = '[[shows]]\nid = "news"\ntitle = "News"\nexclude = ["section:Sport"]\n'
STORY = (
    "---\ntitle: The {0} match\ndate: 2026-03-{1:02}\nsection: {2}\n---\n\n"
    "The {0} match was played on Monday.\n"
)
ARTICLES = {"alba": (1, "Sport"), "brae": (2, "News"), "corrie": (3, "Sport")}


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    return PressHere(tmp_path / "edition")


def write(press: PressHere, text: str, articles: dict[str, tuple[int, str]] = ARTICLES) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (day, section) in articles.items():
        (folder / f"{name}.md").write_text(STORY.format(name, day, section), "utf-8")
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


def feed(press: PressHere, folder: str = "") -> str:
    path = press.folder / "output" / folder / "feed.xml"
    return path.read_text("utf-8") if path.is_file() else ""


def titles(press: PressHere, folder: str = "") -> list[str]:
    return re.findall(r"<item>\s*<title>The (\w+) match", feed(press, folder))


def test_every_picture_that_a_feed_names_is_there(press: PressHere) -> None:
    # An article is in several feeds, and has one cover: that of the show whose page it is on.
    write(press, MAIN + EDITION + SPORT + NEWS.replace("exclude", "include"))
    press.build()
    named = re.findall(r"https://audio\.example\.org/(episodes/[^ \"]+\.jpg)", everything(press))
    assert len(named) >= len(ARTICLES)
    assert [name for name in named if not (press.folder / "output" / name).is_file()] == []


def everything(press: PressHere) -> str:
    """Return all the feeds and pages of an edition."""
    output = press.folder / "output"
    files = [*output.rglob("*.xml"), *output.rglob("*.html"), *output.rglob("chapters.json")]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_the_main_show_does_not_change_by_a_byte(press: PressHere) -> None:
    write(press, MAIN + EDITION)
    press.build()
    feed_before, ledger = feed(press), press.tree("ledger")
    sounds = [name for name in press.tree() if name.endswith(".mp3")]
    write(press, MAIN + EDITION + SPORT)
    report = press.build()
    assert report["totals"]["spoken"] == 0
    guids = re.compile(r"<(?:guid|enclosure|podcast:guid)[^>]*>[^<]*")
    assert guids.findall(feed(press)) == guids.findall(feed_before)
    assert [name for name in press.tree() if name.endswith(".mp3")] == sounds
    assert ledger.keys() <= press.tree("ledger").keys()
    assert titles(press) == ["corrie", "brae", "alba"]
    assert titles(press, "shows/sport") == ["corrie", "alba"]


def test_each_has_its_own_feed_guid_and_picture(press: PressHere) -> None:
    write(press, MAIN + EDITION + SPORT + 'category = "Sports"\n' + NEWS)
    press.build()
    feeds = [feed(press), feed(press, "shows/sport"), feed(press, "shows/news")]
    for mark in ("podcast:guid", "title", "url"):
        assert len({re.search(f"<{mark}>([^<]+)", text)[1] for text in feeds}) == 3  # type: ignore[index]
    assert 'href="https://audio.example.org/shows/sport/feed.xml" rel="self"' in feeds[1]
    assert '<itunes:category text="Sports"/>' in feeds[1]
    assert "<itunes:author>Post" in feeds[1]
    front = (press.folder / "output" / "index.html").read_text("utf-8")
    own = (press.folder / "output" / "shows" / "sport" / "index.html").read_text("utf-8")
    for name in ("shows/sport/", "shows/news/"):
        assert f'href="{name}feed.xml"' in front
        assert f'href="{name}index.html"' in front
    assert 'href="../../shows/sport/feed.xml"' in own
    page = press.folder / "output" / "shows" / "sport"
    links = re.findall(r'(?:href|src)="(\.\./[^"?#]+)', own)
    assert links
    assert all((page / link).resolve().is_file() for link in links)
    assert (press.folder / "ledger" / "shows" / "sport.json").is_file()


def test_a_plan_of_them_writes_nothing(press: PressHere) -> None:
    write(press, MAIN + EDITION + SPORT)
    before = press.tree(".")
    press.run("plan")
    assert press.tree(".") == before


def test_one_that_is_in_two_shows_is_spoken_once(press: PressHere) -> None:
    both = '[[shows]]\nid = "all"\ntitle = "All"\n'
    write(press, EDITION + SPORT + both)
    report = press.build()
    # Of each its headline, date and paragraph; the notice is one for all.
    assert report["totals"]["spoken"] == 3 * len(ARTICLES) + 1
    assert titles(press, "shows/all") == ["corrie", "brae", "alba"]
    assert titles(press, "shows/sport") == ["corrie", "alba"]
    # Without [show] there is no feed of all, and the front page names the others.
    assert not feed(press)
    front = (press.folder / "output" / "index.html").read_text("utf-8")
    assert 'href="feed.xml"' not in front
    guids = [re.findall(r"<guid[^>]*>([^<]+)", feed(press, f"shows/{n}")) for n in ("all", "sport")]
    assert set(guids[1]) <= set(guids[0])


def test_one_that_is_in_no_show_is_named_and_not_spoken(press: PressHere) -> None:
    write(press, EDITION + SPORT)
    report = press.build()
    assert [one["slug"] for one in report["articles"]] == ["the-corrie-match", "the-alba-match"]
    assert any("in no show of sport (section News" in note for note in report["notes"])
    plan = press.run("plan").stdout
    assert "in no show of sport (section News; language en; source articles)" in plan
    assert "articles/brae.md" in plan


def test_a_show_that_takes_nothing_is_told_and_has_no_feed(press: PressHere) -> None:
    write(press, MAIN + EDITION + SPORT.replace("Sport", "Chess"))
    notes = press.build()["notes"]
    assert any(
        "the show sport takes no article" in note and "section:Chess; sections here: Sport" in note
        for note in notes
    )
    assert not feed(press, "shows/sport")
    front = (press.folder / "output" / "index.html").read_text("utf-8")
    assert "shows/sport" not in front
    # Told once: a build that changes nothing says nothing.
    assert not [note for note in press.build()["notes"] if "takes no article" in note]


def test_a_section_that_changes_moves_an_article(press: PressHere) -> None:
    write(press, MAIN + EDITION + SPORT)
    press.build()
    write(press, MAIN + EDITION + SPORT, {"alba": (1, "News"), "corrie": (3, "News")})
    report = press.build()
    assert report["totals"]["spoken"] == 0
    assert titles(press) == ["corrie", "brae", "alba"]
    assert feed(press, "shows/sport")
    assert titles(press, "shows/sport") == []


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ('include = ["section:sport"]', ["corrie", "alba"]),
        ('include = ["articles/[ab]*"]', ["brae", "alba"]),
        ('include = ["language:en"]', ["corrie", "brae", "alba"]),
        ('include = ["language:de"]', []),
        ('include = ["source:articles"]', ["corrie", "brae", "alba"]),
        ('exclude = ["section:Sport"]', ["brae"]),
        ('include = ["section:Sport"]\nexclude = ["articles/alba.md"]', ["corrie"]),
    ],
)
def test_what_a_show_takes(press: PressHere, pattern: str, taken: list[str]) -> None:
    write(press, f'{MAIN}{EDITION}[[shows]]\nid = "own"\ntitle = "Own"\n{pattern}\n')
    press.build()
    assert titles(press, "shows/own") == taken


def test_a_show_has_voices_of_its_own(press: PressHere) -> None:
    press.voice = None
    voices = '[voices]\nbody = "tone"\n[voices.rate]\ntone = 1.0\n'
    own = SPORT + '[shows.voices]\nbody = "tone"\n[shows.voices.rate]\ntone = 1.5\n'
    write(press, MAIN + EDITION + voices)
    before = {one["slug"]: one for one in press.build()["articles"]}
    write(press, MAIN + EDITION + voices + own)
    after = {one["slug"]: one for one in press.build()["articles"]}
    changed = {slug for slug in after if after[slug]["enclosure"] != before[slug]["enclosure"]}
    assert changed == {"the-alba-match", "the-corrie-match"}
    assert all(after[slug]["guid"] == before[slug]["guid"] for slug in after)


def test_the_newest_of_a_show_are_kept_and_what_no_show_keeps_goes(press: PressHere) -> None:
    write(press, EDITION + SPORT + "keep = 1\n" + NEWS)
    report = press.build()
    # What would not be kept is not spoken first.
    assert [one["slug"] for one in report["articles"]] == ["the-corrie-match", "the-brae-match"]
    guid = report["articles"][0]["guid"]
    write(press, EDITION + SPORT + "keep = 1\n" + NEWS, {"dun": (4, "Sport")})
    press.build()
    assert titles(press, "shows/sport") == ["dun"]
    gone = press.folder / "output" / "episodes" / "the-corrie-match"
    assert sorted(path.name for path in gone.iterdir()) == ["embed.html", "index.html"]
    before = press.tree()
    assert press.build()["totals"]["spoken"] == 0
    assert press.tree() == before
    # Kept again, it is who it was.
    write(press, EDITION + SPORT + "keep = 2\n" + NEWS)
    again = {one["slug"]: one for one in press.build()["articles"]}
    assert again["the-corrie-match"]["guid"] == guid
    assert titles(press, "shows/sport") == ["dun", "corrie"]


def test_each_article_that_is_kept_is_in_the_feed_that_keeps_it(press: PressHere) -> None:
    # Two of one moment, of which each show keeps one: by what decides is the same everywhere.
    articles = dict.fromkeys(("alba", "brae", "corrie", "dun", "esk"), (4, "Sport"))
    main = MAIN + "keep = 2\n" + EDITION + SPORT + "keep = 1\n"
    write(press, main, articles)
    report = press.build()
    live = {one["slug"].split("-")[1] for one in report["articles"]}
    assert len(live) == 2
    assert set(titles(press)) == live
    front = (press.folder / "output" / "index.html").read_text("utf-8")
    assert set(re.findall(r"episodes/the-(\w+)-match/index", front)) == live


def test_status_is_told_by_show(press: PressHere) -> None:
    tables = MAIN + EDITION + SPORT + NEWS
    write(press, tables)
    press.build()
    told: dict[str, Any] = json.loads(press.run("status", "--json").stdout)
    shows = {each["id"]: each for each in told["shows"]}
    assert {name: each["counts"]["published"] for name, each in shows.items()} == {
        "main": 3, "sport": 2, "news": 1
    }  # fmt: skip
    assert shows["sport"]["feed"] == "https://audio.example.org/shows/sport/feed.xml"
    # An article of two shows is one article.
    assert told["counts"]["published"] == 3


@pytest.mark.parametrize(
    "tags",
    ["tags: [Ferry, Fog]", "tags:\n  - fog\n  - ferry", "tags: fog, ferry", 'tags: ["ferry"]'],
)
def test_a_show_by_tag_takes_what_a_file_says_of_itself(press: PressHere, tags: str) -> None:
    tables = MAIN + EDITION + '[[shows]]\nid = "own"\ntitle = "Own"\ninclude = ["tag:ferry"]\n'
    write(press, tables)
    path = press.folder / "articles" / "brae.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("section: News", f"section: News\n{tags}"), "utf-8")
    page = (
        "<html><head><title>The dun match</title><meta property='article:tag' content='Ferry'>"
        "<meta property='article:published_time' content='2026-03-05'></head><body><article>"
        "<h1>The dun match</h1><p>The dun match was played on Monday, in fog and rain.</p>"
        "<p>Nobody came home by boat, for there was none until the evening.</p></article></body>"
    )
    (press.folder / "articles" / "dun.html").write_text(page, "utf-8")
    press.build()
    assert titles(press, "shows/own") == ["dun", "brae"]
    # Another tag moves it, and nothing is spoken for that.
    path.write_text(text, "utf-8")
    assert press.build()["totals"]["spoken"] == 0
    assert titles(press, "shows/own") == ["dun"]


def test_each_show_is_listed_once_when_all_are_published(
    press: PressHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(press, MAIN + EDITION + SPORT + NEWS)
    press.build()
    listed: list[str] = []
    real = show_files.list_published

    def count(*values: Any, **named: Any) -> Any:
        listed.append(values[3].show_id)
        return real(*values, **named)

    monkeypatch.setattr(show_files, "list_published", count)
    settings = load_settings(folder=press.folder)
    cache, ledger = Cache(settings.cache), Ledger(settings.ledger)
    files = show_files.open_show_files(settings, cache, ledger)
    files.publish()
    shows = ["main", *(table.show.id for table in settings.shows)]
    assert len(shows) > 2
    assert sorted(listed) == sorted(shows)
    # What is published later is listed then.
    files.publish()
    assert sorted(listed) == sorted(shows * 2)
