"""Editions joined from published articles: what they hold, what is spoken, what stays the same."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3
from runner import PressHere

from audiopress.press import build_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = '[show]\ntitle = "The Post"\n[edition]\nsources = ["articles"]\naddress = "{0}"\n'
ADDRESS = "https://audio.example.org/"
MORNING = '[[editions]]\nid = "morning"\ntitle = "Morning edition"\n'
STORY = (
    "---\ntitle: The {0} boat\ndate: {1}\nsection: {2}\nurl: https://news.example/{0}\n---\n\n"
    "The {0} boat was late again.\n\n## Why\n\nIt had to wait for {0}.\n"
)


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    return PressHere(tmp_path / "edition")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what sets the time of the next builds."""

    def set_clock(moment: str) -> None:
        now = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)

        class Clock(dt.datetime):
            @classmethod
            def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
                return now.astimezone(tz)

        monkeypatch.setattr(build_run, "datetime", Clock)

    set_clock("2026-03-14T12:00")
    return set_clock


def write(press: PressHere, tables: str = MORNING, **stories: str) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(HEAD.format(ADDRESS) + tables, "utf-8")


def story(name: str, day: int = 14, section: str = "Sea") -> str:
    return STORY.format(name, f"2026-03-{day:02}", section)


def edition(report: dict[str, Any], name: str = "morning") -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in report["articles"] if one["id"].startswith(f"edition:{name}/")
    )
    return found


def members(press: PressHere, guid: str) -> list[str]:
    for path in (press.folder / "ledger" / "articles").rglob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        if record["guid"] == guid:
            return [name.rpartition("/")[2] for name in record["members"]]
    raise AssertionError(guid)


def feed(press: PressHere, folder: str = "") -> str:
    return (press.folder / "output" / folder / "feed.xml").read_text("utf-8")


def test_an_edition_is_joined_and_nothing_of_an_article_is_spoken(
    press: PressHere, clock: object
) -> None:
    write(press, MORNING + "contents = true\n", a=story("alba"), b=story("brae"), c=story("corrie"))
    report = press.build()
    made = edition(report)
    # Its title, the notice, and what is said before the titles, which are spoken already.
    assert (made["status"], made["spoken"]) == ("built", 3)
    folder = press.folder / "output" / made["enclosure"]["path"].rpartition("/")[0]
    chapters = json.loads((folder / "chapters.json").read_text("utf-8"))["chapters"]
    assert [one["title"] for one in chapters] == [
        "Morning edition, 14 March 2026",
        *(f"The {name} boat" for name in ("alba", "brae", "corrie")),
    ]
    assert [one.get("url") for one in chapters[1:]] == [
        f"https://news.example/{name}" for name in ("alba", "brae", "corrie")
    ]
    pictures = [one["img"].removeprefix(ADDRESS) for one in chapters[1:]]
    assert all((press.folder / "output" / name).is_file() for name in pictures)
    # The chapters of the sound are those, and its words those of the articles.
    tag = ID3(press.folder / "output" / made["enclosure"]["path"])
    starts = [(frame.start_time, str(frame.sub_frames["TIT2"])) for frame in tag.getall("CHAP")]
    assert starts == [(int(one["startTime"] * 1000), one["title"]) for one in chapters]
    told = json.loads((folder / "alignment.json").read_text("utf-8"))
    said = [one["source"] for one in told["paragraphs"]]
    assert said[:6] == [
        "Morning edition, 14 March 2026", "Read aloud by a synthetic voice.", "In this edition:",
        "The alba boat", "The brae boat", "The corrie boat",
    ]  # fmt: skip
    assert "It had to wait for brae." in said
    assert sum("synthetic" in line for line in said) == 1
    numbers = [one["paragraph"] for one in told["paragraphs"]]
    assert numbers == sorted(numbers)
    assert press.build()["totals"]["spoken"] == 0


def test_what_is_heard_of_an_article_is_its_own_episodes_sound(
    press: PressHere, clock: object
) -> None:
    write(press, a=story("alba"), b=story("brae"))
    report = press.build()
    heard = {}
    for one in (edition(report), *report["articles"]):
        path = press.folder / "output" / one["enclosure"]["path"]
        told = json.loads((path.parent / "alignment.json").read_text("utf-8"))
        samples, rate = soundfile.read(path)
        found = next(p for p in told["paragraphs"] if p["source"].startswith("It had to wait"))
        first, last = (round(found[key] * rate) for key in ("start", "end"))
        heard.setdefault(found["source"], []).append(samples[first:last])
    joined, alone = heard["It had to wait for alba."][:2]
    assert len(joined) == len(alone)
    # Other frames stand before it, which a decoder of MP3 mixes into the first few milliseconds.
    assert np.abs(joined[2000:-2000] - alone[2000:-2000]).max() < 0.001


def test_a_correction_keeps_the_guid_of_the_days_edition_and_moves_its_sound(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, a=story("alba"), b=story("brae"))
    before = edition(press.build())
    clock("2026-03-14T18:00")
    write(press, a=story("alba").replace("late again", "on time"))
    after = edition(press.build())
    assert (after["guid"], after["slug"]) == (before["guid"], before["slug"])
    assert after["enclosure"]["path"] != before["enclosure"]["path"]
    assert after["spoken"] == 0
    assert feed(press).count(before["guid"]) == 1


def test_the_next_day_leaves_an_edition_as_it_is_and_has_what_came_since(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, a=story("alba"), b=story("brae"))
    first = edition(press.build())
    before = press.tree("output/" + first["enclosure"]["path"].rpartition("/")[0])
    clock("2026-03-15T09:00")
    write(press, a=story("alba").replace("late again", "on time"), c=story("corrie", 15))
    second = edition(press.build())
    assert members(press, second["guid"]) == ["corrie"]
    assert second["guid"] != first["guid"]
    assert press.tree("output/" + first["enclosure"]["path"].rpartition("/")[0]) == before
    assert feed(press).count(first["guid"]) == 1


def test_what_comes_between_two_builds_is_in_one_edition_and_in_no_other(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, a=story("alba"))
    held = [members(press, edition(press.build())["guid"])]
    for number, (moment, more) in enumerate(
        [
            ("2026-03-15T07:00", {"b": story("brae"), "c": story("corrie", 15)}),
            # A weekend without a build, and an article from before that is new here.
            ("2026-03-18T07:00", {"d": story("dun", 16), "e": story("eigg", 2)}),
        ]
    ):
        clock(moment)
        write(press, **more)
        held.append(sorted(members(press, edition(press.build())["guid"])))
        assert len(held) == number + 2
    assert held == [["alba"], ["brae", "corrie"], ["dun", "eigg"]]


def test_one_that_was_taken_back_is_in_no_edition(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, a=story("alba"), b=story("brae"))
    made = edition(press.build())
    done = press.run("withdraw", "the-alba-boat")
    assert "Morning edition, 14 March 2026 held it" in done.stderr + done.stdout
    # At once, and not with the next build.
    assert made["guid"] not in feed(press)
    assert not (press.folder / "output" / made["enclosure"]["path"]).exists()
    # Also on a later day: it is made again without.
    clock("2026-03-16T09:00")
    press.build()
    assert members(press, made["guid"]) == ["brae"]
    assert feed(press).count(made["guid"]) == 1
    again = press.tree()
    press.build()
    assert press.tree() == again
    press.run("withdraw", "the-brae-boat", "--purge")
    press.build()
    assert made["guid"] not in feed(press)
    ledger = [path.read_text("utf-8") for path in (press.folder / "ledger").rglob("*.json")]
    assert not [text for text in ledger if "The brae boat" in text]
    said = b"".join(path.read_bytes() for path in press.folder.rglob("*") if path.is_file())
    assert b"It had to wait for brae" not in said.replace(
        (press.folder / "articles" / "b.md").read_bytes(), b""
    )


def test_an_edition_that_was_withdrawn_stays_so(press: PressHere, clock: object) -> None:
    write(press, a=story("alba"), b=story("brae"))
    made = edition(press.build())
    press.run("withdraw", made["slug"])
    press.build()
    assert made["guid"] not in feed(press)
    press.run("withdraw", made["slug"], "--restore")
    assert edition(press.build())["enclosure"] == made["enclosure"]
    assert made["guid"] in feed(press)


def test_nothing_to_fill_it_is_said_and_is_no_episode(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, a=story("alba", 1))
    report = press.build()
    assert not [one for one in report["articles"] if one["id"].startswith("edition:")]
    assert any("Morning edition, 14 March 2026: no article" in note for note in report["notes"])
    assert feed(press).count("<item>") == 1


@pytest.mark.parametrize(
    ("table", "held"),
    [
        ("newest = 2\n", ["dun", "corrie"]),
        ('include = ["section:Land"]\n', ["corrie"]),
        ('exclude = ["section:Land"]\n', ["dun", "brae", "alba"]),
        ('include = ["/d*", "/a*"]\n', ["dun", "alba"]),
        ('frequency = "weekly"\n', ["dun", "corrie", "brae", "alba"]),
        ('frequency = "rolling"\nnewest = 3\n', ["dun", "corrie", "brae"]),
        ('at = "06:00"\n', ["brae", "alba"]),
        ("minutes = 1\nnewest = 3\n", ["dun", "corrie", "brae"]),
    ],
)
def test_what_an_edition_holds(
    press: PressHere, clock: Callable[[str], None], table: str, held: list[str]
) -> None:
    moments = {"alba": "13 18:00", "brae": "14 05:59", "corrie": "14 06:00", "dun": "14 09:00"}
    stories = {
        name: story(name, 14, "Land" if name == "corrie" else "Sea").replace(
            "2026-03-14", f"2026-03-{moment}"
        )
        for name, moment in moments.items()
    }
    write(press, MORNING + table, **stories)
    assert members(press, edition(press.build())["guid"]) == held


def test_what_has_no_room_is_said(press: PressHere, clock: object) -> None:
    write(press, MORNING + "newest = 1\n", a=story("alba"), b=story("brae"))
    notes = press.build()["notes"]
    assert any("1 article more had no room" in note for note in notes)


def test_the_newest_are_kept_and_the_rest_goes_as_what_is_withdrawn(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    tables = MORNING + 'keep = 2\nfeed = "own"\ndescription = "What is new."\n'
    guids = []
    for day in (14, 15, 16, 17):
        clock(f"2026-03-{day}T09:00")
        write(press, tables, **{f"a{day}": story(f"alba{day}", day)})
        guids.append(edition(press.build())["guid"])
    own = feed(press, "shows/morning")
    assert [guid in own for guid in guids] == [False, False, True, True]
    assert len(set(guids)) == 4
    assert not [guid for guid in guids if guid in feed(press)]
    assert "<title>Morning edition</title>" in own
    first = press.folder / "output" / "episodes" / "morning-edition-14-march-2026"
    assert sorted(path.name for path in first.iterdir()) == ["embed.html", "index.html"]
    before = press.tree()
    press.build()
    assert press.tree() == before


def test_an_ident_sounds_between_articles(press: PressHere, clock: object) -> None:
    write(press, a=story("alba"), b=story("brae"))
    without = edition(press.build())["audio_seconds"]
    soundfile.write(press.folder / "bell.wav", np.sin(np.arange(22050) / 8) * 0.2, 22050)
    write(press, MORNING + 'ident = "bell.wav"\n')
    with_it = edition(press.build())
    # Two of a second, each with a pause of paragraphs.
    assert 2 < with_it["audio_seconds"] - without < 4
    assert with_it["spoken"] == 0


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, clock: Callable[[str], None]) -> None:
    trees = []
    for name, moment in (("one", "2026-03-14T12:00"), ("two", "2026-03-14T12:07")):
        clock(moment)
        press = PressHere(tmp_path / name)
        write(press, MORNING + "contents = true\n", a=story("alba"), b=story("brae"))
        press.build()
        trees.append(press.tree())
    assert trees[0] == trees[1]


def test_files_that_are_gone_are_made_again(press: PressHere, clock: Callable[[str], None]) -> None:
    write(press, a=story("alba"), b=story("brae"))
    press.build()
    clock("2026-03-15T09:00")
    write(press, c=story("corrie", 15))
    press.build()
    before = press.tree()
    shutil.rmtree(press.folder / "output")
    press.build()
    assert press.tree() == before
    shutil.rmtree(press.folder / "output")
    shutil.rmtree(press.folder / ".audiopress")
    press.build()
    assert press.tree() == before


def test_an_article_whose_speech_is_gone_is_named_and_left_out(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, "", a=story("alba"), b=story("brae"))
    press.build()
    (press.folder / "articles" / "a.md").unlink()
    shutil.rmtree(press.folder / ".audiopress")
    write(press)
    report = press.build()
    assert members(press, edition(report)["guid"]) == ["brae"]
    assert any("The alba boat cannot be joined" in note for note in report["notes"])


def test_an_edition_loses_nothing_with_the_cache(press: PressHere, clock: object) -> None:
    write(press, a=story("alba"), b=story("brae"))
    made = edition(press.build())
    (press.folder / "articles" / "a.md").unlink()
    shutil.rmtree(press.folder / ".audiopress")
    kept = edition(press.build())
    assert (kept["status"], kept["enclosure"]) == ("unchanged", made["enclosure"])
    assert members(press, made["guid"]) == ["alba", "brae"]


def test_a_plan_says_what_an_edition_would_hold_and_speak(
    press: PressHere, monkeypatch: pytest.MonkeyPatch, clock: object
) -> None:
    from audiopress.press import preview  # noqa: PLC0415

    monkeypatch.setattr(preview, "datetime", build_run.datetime)
    write(press, MORNING + "contents = true\n", a=story("alba"), b=story("brae"))
    (planned,) = json.loads(press.run("plan", "--json").stdout)["editions"]
    assert planned["articles"] == ["The alba boat", "The brae boat"]
    assert planned["to_speak"] == 3
    assert not (press.folder / "ledger").exists()
    assert "; 3 of 3 lines of editions would be spoken" in press.run("plan").stdout
    press.build()
    told = press.run("plan")
    assert "; 0 of 3 lines of editions would be spoken" in told.stdout
    assert "joined from 2 articles:" in told.stdout
    assert "speak" not in told.stdout


def test_a_day_is_that_of_the_editions_zone(press: PressHere, clock: Callable[[str], None]) -> None:
    clock("2026-03-14T23:30")
    zone = 'timezone = "Asia/Tokyo"\n' + MORNING
    write(press, zone, a=story("alba", 15).replace("-15", "-15T07:00:00+09:00"))
    assert edition(press.build())["id"] == "edition:morning/2026-03-15"


def test_words_of_its_own_are_in_the_editions_language(press: PressHere, clock: object) -> None:
    tables = MORNING + 'language = "de"\ncontents = true\n'
    write(press, tables, a=story("alba"), b=story("brae"))
    made = edition(press.build())
    folder = press.folder / "output" / made["enclosure"]["path"].rpartition("/")[0]
    said = json.loads((folder / "alignment.json").read_text("utf-8"))["paragraphs"]
    assert [one["source"] for one in said[:3]] == [
        "Morning edition, 14. März 2026",
        "Vorgelesen von einer künstlichen Stimme.",
        "In dieser Ausgabe:",
    ]
    # The notice of articles in another language is heard too, once.
    assert sum(one["role"] == "disclosure" and one["language"] != "de" for one in said) == 1


def test_two_editions_of_one_day_are_two_episodes(press: PressHere, clock: object) -> None:
    evening = MORNING.replace("morning", "evening").replace("Morning", "Evening")
    write(press, MORNING + evening, a=story("alba"), b=story("brae"))
    report = press.build()
    guids = {edition(report, name)["guid"] for name in ("morning", "evening")}
    assert len(guids) == 2
    assert len(re.findall("<item>", feed(press))) == 4


def test_an_edition_that_grows_all_day_keeps_few_versions(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    names = ("alba", "brae", "corrie", "dun", "eigg")
    for number, name in enumerate(names):
        clock(f"2026-03-14T{12 + number}:00")
        write(press, **{name: story(name)})
        made = edition(press.build())
    home = (press.folder / "output" / made["enclosure"]["path"]).parent.parent
    assert len([path for path in home.iterdir() if path.is_dir()]) == 3
    before = press.tree()
    press.build()
    assert press.tree() == before


def test_a_table_that_is_taken_out_is_told_once_and_moves_nothing(
    press: PressHere, clock: object
) -> None:
    write(press, MORNING + 'feed = "own"\n', a=story("alba"))
    made = edition(press.build())
    before = feed(press, "shows/morning")
    write(press, "")
    notes = press.build()["notes"]
    assert any("does not name the show morning any more" in note for note in notes)
    assert feed(press, "shows/morning") == before
    assert made["guid"] not in feed(press)
    assert not [note for note in press.build()["notes"] if "any more" in note]


def test_an_edition_may_be_in_the_feed_of_a_show(press: PressHere, clock: object) -> None:
    show = '[[shows]]\nid = "sea"\ntitle = "Sea"\ninclude = ["section:Sea"]\n'
    tables = show + MORNING + 'feed = "sea"\ninclude = ["section:Sea"]\n'
    write(press, tables, a=story("alba"), b=story("brae", section="Land"))
    made = edition(press.build())
    assert members(press, made["guid"]) == ["alba"]
    assert made["guid"] in feed(press, "shows/sea")
    assert made["guid"] not in feed(press)


def listed_on(press: PressHere, page: str) -> set[str]:
    text = (press.folder / "output" / page).read_text("utf-8")
    return set(re.findall(r'<h3><a href="(?:\.\./)*episodes/([\w-]+)/', text))


ARTICLES = {"the-alba-boat", "the-brae-boat"}
MADE = {"morning-edition-14-march-2026"}


@pytest.mark.parametrize(
    ("feed_of", "main", "own"),
    [("own", ARTICLES, MADE), ("sea", ARTICLES, MADE), ("main", ARTICLES | MADE, set())],
)
def test_the_front_of_a_show_lists_what_its_feed_has(
    press: PressHere, clock: object, feed_of: str, main: set[str], own: set[str]
) -> None:
    show = '[[shows]]\nid = "sea"\ntitle = "Sea"\ninclude = ["section:Sky"]\n'
    write(press, show + MORNING + f'feed = "{feed_of}"\n', a=story("alba"), b=story("brae"))
    press.build()
    assert listed_on(press, "index.html") == main
    if own:
        page = f"shows/{'morning' if feed_of == 'own' else feed_of}/index.html"
        assert listed_on(press, page) == own
        assert f'href="{page}"' in (press.folder / "output" / "index.html").read_text("utf-8")
    # What is in another feed is found by the search of the edition, and has its own page.
    assert all((press.folder / "output" / "episodes" / slug).is_dir() for slug in own)


def test_the_front_of_an_edition_without_a_feed_lists_all(press: PressHere, clock: object) -> None:
    show = '[[shows]]\nid = "sea"\ntitle = "Sea"\ninclude = ["section:Sea"]\n'
    write(press, show + MORNING + 'feed = "own"\n', a=story("alba"), b=story("brae"))
    path = press.folder / "audiopress.toml"
    path.write_text("[edition]" + path.read_text("utf-8").partition("[edition]")[2], "utf-8")
    press.build()
    assert not (press.folder / "output" / "feed.xml").exists()
    assert listed_on(press, "index.html") == ARTICLES | MADE


def test_with_strict_a_failure_makes_no_edition(press: PressHere, clock: object) -> None:
    write(press, a=story("alba"), b=story("brae").replace("2026-03-14", "soon"))
    press.run("build", "--strict", ok=False)
    assert not list((press.folder / "output").rglob("*.mp3"))
    # Without it, the others are joined.
    report = press.build(ok=False)
    assert members(press, edition(report)["guid"]) == ["alba"]


def test_an_article_whose_correction_is_held_is_in_as_it_was_published(
    press: PressHere, clock: Callable[[str], None]
) -> None:
    write(press, "", red=story("red"), blue=story("blue"))
    press.build()
    review = "[review]\nhold = true\ncorrections = true\n"
    write(press, review + MORNING, red=story("red").replace("late again", "on time"))
    report = press.build()
    assert [each["status"] for each in report["articles"]].count("held") == 1
    made = edition(report)
    assert len(members(press, made["guid"])) == 2, report["notes"]
    assert made["error"] is None
    said = transcript(press)
    assert "The red boat was late again." in said
    assert "on time" not in said
    press.run("release", "--all")
    press.build()
    assert "on time" in transcript(press)


def transcript(press: PressHere) -> str:
    """What is heard in the newest version of an edition."""
    files = (press.folder / "output/episodes").glob("morning*/*/transcript.vtt")
    return max(files, key=lambda path: path.stat().st_mtime_ns).read_text("utf-8")


def test_an_edition_is_made_again_in_the_round_that_withdraws_one_of_its_articles(
    press: PressHere, clock: object
) -> None:
    def here(name: str) -> str:
        return story(name).replace(f"url: https://news.example/{name}\n", "")

    write(press, alba=here("alba"), brae=here("brae"), corrie=here("corrie"))
    text = (press.folder / "audiopress.toml").read_text("utf-8")
    text = text.replace("[edition]\n", "[edition]\nwithdraw_missing = true\n")
    (press.folder / "audiopress.toml").write_text(text, "utf-8")
    guid = edition(json.loads(press.run("sync", "--json").stdout))["guid"]
    (press.folder / "articles" / "brae.md").unlink()
    report = json.loads(press.run("sync", "--json").stdout)
    assert (edition(report)["guid"], edition(report)["status"]) == (guid, "built")
    assert not [note for note in report["notes"] if "out of its feed" in note]
    assert members(press, guid) == ["alba.md", "corrie.md"]
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    assert "Morning edition" in feed
    assert "brae" not in feed
    assert report["feed"]["items"] == feed.count("<item>")
