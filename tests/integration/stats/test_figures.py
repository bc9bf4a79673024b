"""Downloads and drop-off of listeners whose every byte is known, out of the log that they leave."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from runner import PressHere

pytestmark = pytest.mark.slow

SETTINGS = """
[show]
title = "The Evening Post"
author = "The Evening Post"
[edition]
sources = ["articles"]
address = "https://audio.example.org/listen/"
timezone = "Europe/Berlin"
"""

SENTENCE = "The ferry of the island was late because fog lay over the sound until noon. "

PHONE = "AntennaPod/3.4.0"
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@dataclass
class Log:
    """What a server writes; a listener's address is told by a number."""

    with_ranges: bool = True
    lines: list[str] = field(default_factory=list)
    moment: datetime = datetime(2026, 11, 20, 8, tzinfo=UTC)

    def write(  # noqa: PLR0913 - the fields of a line
        self, path: str, sent: int, who: int = 1, agent: str = BROWSER, *,
        first: int | None = None, status: int = 0, method: str = "GET", address: str = "",
    ) -> None:  # fmt: skip
        """Add a request, a second behind the one before."""
        self.moment += timedelta(seconds=1)
        code = status or (200 if first is None else 206)
        asked = f' "bytes={first}-"' if self.with_ranges and first is not None else ' "-"'
        self.lines.append(
            f"{address or f'198.51.100.{who}'} - - [{self.moment:%d/%b/%Y:%H:%M:%S +0000}] "
            f'"{method} /listen/{path} HTTP/1.1" {code} {sent} "-" "{agent}"{asked}'
        )


@dataclass
class Story:
    """A published episode: its enclosure below the edition, and what its bytes are."""

    path: str
    size: int
    tag: int
    duration: float
    paragraphs: list[dict[str, Any]]

    def find_byte(self, second: float) -> int:
        return self.tag + round((self.size - self.tag) * second / self.duration)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> PressHere:
    press = PressHere(tmp_path_factory.mktemp("stats"))
    articles = press.folder / "articles"
    articles.mkdir()
    for number, paragraphs in enumerate((14, 12, 1)):
        text = "\n\n".join(f"Part {at}. {SENTENCE * 8}" for at in range(paragraphs))
        head = f"---\ntitle: Story {number}\ndate: 2026-11-1{number}\n---\n\n"
        (articles / f"{number}.md").write_text(head + text, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.build()
    return press


@pytest.fixture(scope="module")
def stories(press: PressHere) -> list[Story]:
    found = []
    for path in sorted((press.folder / "output").glob("episodes/*/*/*.mp3")):
        body = path.read_bytes()
        told = json.loads((path.parent / "alignment.json").read_bytes())
        found.append(
            Story(
                path=path.relative_to(press.folder / "output").as_posix(),
                size=len(body),
                tag=body.index(b"\xff\xfb"),
                duration=told["duration"],
                paragraphs=told["paragraphs"],
            )
        )
    assert [each.duration > 70 for each in found] == [True, True, False]
    return found


def count(press: PressHere, log: Log, *words: object) -> dict[str, Any]:
    path = press.folder / "access.log"
    path.write_text("\n".join(log.lines) + "\n", "utf-8")
    found: dict[str, Any] = json.loads(press.run("stats", path, "--json", *words).stdout)
    return found


def test_a_minute_of_sound_is_a_download(press: PressHere, stories: list[Story]) -> None:
    log, long, short = Log(), stories[0], stories[2]
    minute = long.find_byte(60) + 1
    log.write(long.path, minute, who=1)
    log.write(long.path, minute - 2000, who=2)
    log.write(short.path, short.size, who=3)
    log.write(short.path, short.size - 2000, who=4)
    found = count(press, log)
    assert found["downloads"] == 2
    assert found["episodes"] == [
        {"slug": "story-0", "title": "Story 0", "downloads": 1},
        {"slug": "story-2", "title": "Story 2", "downloads": 1},
    ]
    assert found["left_out"] == [{"reason": "less than a minute", "requests": 2}]


def test_a_listener_counts_once_in_24_hours(press: PressHere, stories: list[Story]) -> None:
    log, long = Log(), stories[0]
    for _ in range(3):
        log.write(long.path, long.size, agent=PHONE)
    log.write(stories[1].path, stories[1].size, agent=PHONE)
    log.write(long.path, long.size, agent=BROWSER)
    log.moment += timedelta(hours=23)
    log.write(long.path, long.size, agent=PHONE)
    log.moment += timedelta(hours=26)
    log.write(long.path, long.size, agent=PHONE)
    found = count(press, log)
    assert found["downloads"] == 4
    assert found["apps"] == [
        {"app": "AntennaPod", "downloads": 3},
        {"app": "Firefox", "downloads": 1},
    ]
    assert found["days"] == [
        {"day": "2026-11-20", "downloads": 3},
        {"day": "2026-11-21", "downloads": 0},
        {"day": "2026-11-22", "downloads": 1},
    ]


def test_a_day_is_one_of_the_editions_time_zone(press: PressHere, stories: list[Story]) -> None:
    log = Log(moment=datetime(2026, 11, 20, 23, 30, tzinfo=UTC))
    log.write(stories[0].path, stories[0].size)
    assert count(press, log)["days"] == [{"day": "2026-11-21", "downloads": 1}]
    assert count(press, log, "--until", "2026-11-20")["downloads"] == 0
    assert count(press, log, "--since", "2026-11-21")["downloads"] == 1


def test_days_without_a_request_are_told_those_of_the_log(
    press: PressHere, stories: list[Story]
) -> None:
    log = Log()
    log.write(stories[0].path, stories[0].size)
    assert count(press, log, "--since", "2026-12-01")["log_days"] == ["2026-11-20", "2026-11-20"]
    said = press.run("stats", "access.log", "--until", "2026-11-01")
    assert "the log has 2026-11-20 to 2026-11-20" in said.stderr
    done = press.run(
        "stats", "access.log", "--since", "2026-11-28", "--until", "2026-11-27", ok=False
    )
    assert done.returncode == 2
    assert "--since 2026-11-27 --until 2026-11-28" in done.stderr


def test_pieces_are_joined_and_none_counts_twice(press: PressHere, stories: list[Story]) -> None:
    log, long = Log(), stories[0]
    half = long.find_byte(31)
    log.write(long.path, half, first=0, who=1)
    log.write(long.path, half, first=0, who=1)
    log.write(long.path, half, first=0, who=2)
    log.write(long.path, long.find_byte(62) - half, first=half, who=2)
    assert count(press, log)["downloads"] == 1


def test_robots_probes_and_errors_are_none(press: PressHere, stories: list[Story]) -> None:
    log, long = Log(), stories[0]
    log.write(long.path, long.size, agent=ROBOT)
    log.write(long.path, 2, first=0)
    log.write(long.path, 0, method="HEAD")
    log.write(long.path, long.size, status=404)
    log.write(long.path, 0, status=304)
    log.write("feed.xml", 9000)
    log.write("episodes/gone/0a1b2c3d/gone.mp3", 900_000)
    found = count(press, log)
    assert found["downloads"] == 0
    assert {each["reason"]: each["requests"] for each in found["left_out"]} == {
        "robots": 1, "less than a minute": 1, "only asked about (HEAD)": 1, "not served": 2,
        "not sound": 1, "sound of no episode here": 1,
    }  # fmt: skip


def test_a_household_has_one_network_of_ipv6(press: PressHere, stories: list[Story]) -> None:
    log, long = Log(), stories[0]
    for address in ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::7", "2001:db8:1:3::1"):
        log.write(long.path, long.size, address=address)
    assert count(press, log)["downloads"] == 2


def test_a_version_that_was_replaced_is_the_same_episode(
    press: PressHere, stories: list[Story]
) -> None:
    log, long = Log(), stories[0]
    folder, _, name = long.path.rpartition("/")
    log.write(f"{folder[:-8]}00000000/{name}", long.size)
    found = count(press, log)
    assert [each["slug"] for each in found["episodes"]] == ["story-0"]


@pytest.mark.parametrize("with_ranges", [True, False])
def test_where_each_listener_stopped_is_told_by_the_paragraph(
    press: PressHere, stories: list[Story], *, with_ranges: bool
) -> None:
    log, long = Log(with_ranges=with_ranges), stories[0]
    stops = [len(long.paragraphs), 13, 12, 7, 4, 2]
    for who, stop in enumerate(stops):
        at, end = 0, long.find_byte(long.paragraphs[stop - 1]["end"]) + 1
        while at < end:  # as browsers fetch: a piece, and more when it is nearly heard
            size = min(150_000, end - at)
            log.write(long.path, size, who=who, first=at)
            at += size
    log.write(long.path, long.size, who=99, agent=PHONE)
    (found,) = count(press, log)["drop_off"]
    assert (found["listeners"], found["whole"]) == (6, 1)
    assert bool(found["guessed"]) is not with_ranges
    reached = [each["listeners"] for each in found["paragraphs"]]
    assert reached == [sum(stop > at for stop in stops) for at in range(len(long.paragraphs))]


def test_a_listener_who_jumps_has_not_heard_what_is_between(
    press: PressHere, stories: list[Story]
) -> None:
    log, long = Log(), stories[0]
    for at in (0, 8):
        begin, end = (long.find_byte(long.paragraphs[number]["start"]) for number in (at, at + 5))
        log.write(long.path, end - begin, first=begin)
    log.write(long.path, 40_000, first=0)
    (found,) = count(press, log)["drop_off"]
    reached = [each["listeners"] for each in found["paragraphs"]]
    assert reached[5:8] == [0, 0, 0]
    assert reached[8:13] == [1] * 5


def test_what_is_no_line_of_a_log_is_named(press: PressHere, stories: list[Story]) -> None:
    log = Log(lines=["what is this"])
    log.write(stories[0].path, stories[0].size)
    found = count(press, log)
    assert found["downloads"] == 1
    assert found["unread"] == {"lines": 1, "first": found["unread"]["first"]}
    assert "what is this" in found["unread"]["first"]
    said = press.run("stats", "access.log")
    assert "1 line could not be read as a request" in said.stderr
    assert "1 download of 1 episode" in said.stdout


def test_the_page_has_all_of_it_and_nothing_runs_in_it(
    press: PressHere, stories: list[Story]
) -> None:
    log, long = Log(), stories[0]
    log.write(long.path, 700_000, first=0, agent="<script>alert(1)</script>/1")
    log.write(long.path, long.size - 700_000, first=700_000, agent="<script>alert(1)</script>/1")
    log.write(long.path, long.size, who=2, agent=PHONE)
    count(press, log, "--html", "listeners.html")
    page = (press.folder / "listeners.html").read_text("utf-8")
    assert "<script" not in page
    assert "2 downloads of 1 episode" in page
    assert "1 listener; 1 more had all of it at once" in page
    assert page.count('class="bar"') >= len(long.paragraphs) + 3
    count(press, log, "--html", "listeners.html")
    assert (press.folder / "listeners.html").read_text("utf-8") == page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("gone.log",), "gone.log"),
        (("access.log", "--since", "yesterday"), "'yesterday' is no day"),
        (("access.log", "--output", "nothing"), "has no episodes"),
        (("access.log", "--html", "output/a.html"), "would lie in the edition"),
        (("access.log", "--html", "articles"), "is a folder"),
    ],
)
def test_bad_input_says_what_is_wrong(press: PressHere, words: tuple[str, ...], told: str) -> None:
    Path(press.folder / "access.log").write_text("", "utf-8")
    done = press.run("stats", *words, ok=False)
    assert done.returncode != 0
    assert told in done.stderr
