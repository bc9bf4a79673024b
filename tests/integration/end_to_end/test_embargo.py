"""What a feed dates ahead is not heard before, and never because its date was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.end_to_end.test_lists import STORY

if TYPE_CHECKING:
    from runner import Press

NAMED = '[edition]\ntimezone = "Europe/Berlin"\n'


def write_feed(press: Press, date: str, link: str = "https://a.example/2026/11/20/alba") -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text(NAMED, "utf-8")
    text = f"<content:encoded><![CDATA[{STORY.format('Alba')}]]></content:encoded>"
    (press.folder / "feed.xml").write_text(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>P</title><language>en</language><item><title>Alba</title><link>{link}</link>"
        f"<pubDate>{date}</pubDate>{text}</item></channel></rss>",
        "utf-8",
    )


@pytest.mark.parametrize(
    ("date", "zone"),
    [
        ("Fri, 24 Dec 2199 06:00:00", "CET"),
        ("Fri, 24 Dez 2199 06:00:00 +0100", "UTC+01:00"),
        ("12/24/2199 6:00 AM", "CET"),
        ("Fri, 24 Dec 2199 06:00:00 CET", "UTC+01:00"),
    ],
)
def test_a_date_that_means_one_moment_is_waited_for(press: Press, date: str, zone: str) -> None:
    write_feed(press, date)
    report = press.build("feed.xml")
    assert report["articles"] == []
    # With its zone: as one of UTC it would be heard an hour late, and one of the east early.
    assert any(f"waits until 2199-12-24 06:00 {zone}," in note for note in report["notes"])


@pytest.mark.parametrize("date", ["03/04/2199", "Fri, 24 Dec 2199 06:00:00 IST", "24 Foo 2199"])
def test_a_date_that_is_not_understood_holds_a_new_article(press: Press, date: str) -> None:
    write_feed(press, date)
    done = press.run("build", "feed.xml", ok=False)
    assert done.returncode == 1
    assert date in done.stderr
    assert "feed.xml" in done.stderr
    assert "audiopress build https://a.example/2026/11/20/alba" in " ".join(done.stderr.split())
    assert not list(press.folder.glob("output/**/*.mp3"))
    assert "not understood" in press.run("plan", "feed.xml", ok=False).stderr
    assert "not understood" in press.run("status").stdout


def test_what_is_published_keeps_its_date(press: Press) -> None:
    write_feed(press, "Mon, 02 Mar 2026 10:00:00 +0000")
    press.build("feed.xml")
    feed = (press.folder / "output" / "feed.xml").read_bytes()
    write_feed(press, "03/04/2199")
    report = press.build("feed.xml")
    assert [each["status"] for each in report["articles"]] == ["unchanged"]
    assert (press.folder / "output" / "feed.xml").read_bytes() == feed


def test_an_article_that_waits_is_not_published_when_its_new_date_is_unread(press: Press) -> None:
    write_feed(press, "Fri, 24 Dec 2199 06:00:00 +0100")
    press.build("feed.xml")
    write_feed(press, "24 Foo 2199")
    done = press.run("build", "feed.xml", ok=False)
    # An error, and no note beside the date of before: that may have been the wrong one.
    assert done.returncode == 1
    assert "error: its date of publication is not understood" in done.stderr
    assert "24 Foo 2199" in press.run("status").stdout
    assert not list(press.folder.glob("output/**/*.mp3"))


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2199-12-24 06:00", "2199-12-24 06:00 CET"),
        ("2199-07-24T06:00:00", "2199-07-24 06:00 CEST"),
        ("24 July 2098", "2098-07-24 00:00 CEST"),
        ("2199-12-24 06:00 GMT", "2199-12-24 06:00 UTC"),
        ("2199-12-24T06:00:00Z", "2199-12-24 06:00 UTC"),
    ],
)
def test_a_file_that_says_no_zone_waits_for_the_hour_of_the_edition(
    press: Press, date: str, moment: str
) -> None:
    write_feed(press, "")
    story = f"---\ntitle: Alba\ndate: {date}\n---\n\nThe boat left at ten past nine.\n"
    (press.folder / "alba.md").write_text(story, "utf-8")
    page = f'<meta property="article:published_time" content="{date}"><h1>Brest</h1><p>{STORY}</p>'
    (press.folder / "brest.html").write_text(f"<!doctype html><title>Brest</title>{page}", "utf-8")
    told = [note for note in press.build("alba.md")["notes"] if "waits until" in note]
    assert len(told) == 1
    assert f"waits until {moment}," in told[0]
    told = [note for note in press.build("brest.html")["notes"] if "waits until" in note]
    assert f"waits until {moment}," in told[0]


def test_a_date_that_was_published_as_utc_stays(press: Press) -> None:
    write_feed(press, "")
    story = "---\ntitle: Alba\ndate: {}\n---\n\nThe boat left at ten past nine.\n"
    (press.folder / "alba.md").write_text(story.format("2026-07-01 06:00 UTC"), "utf-8")
    press.build("alba.md")
    (press.folder / "alba.md").write_text(story.format("2026-07-01 06:00"), "utf-8")
    press.build("alba.md")
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    assert "Wed, 01 Jul 2026 06:00:00 +0000" in feed
