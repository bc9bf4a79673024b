"""Editions of feeds over rounds in which servers fail, forbid and lie."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press


def article(name: str, when: str = "Tuesday") -> bytes:
    return (
        f'<html lang="en"><head><title>{name}</title><meta property="og:type" content="article">'
        f"</head><body><main><article><h1>{name}</h1><p>{name} was late on Monday because of ice "
        f"in the harbour of {name}, and its crew had to wait for the tide of {name}.</p><p>Nobody "
        f"was hurt on {name}, said the master of {name}, who was up early.</p>"
        f"<p>{name} leaves on {when} at noon, if the wind turns to the west of {name}.</p>"
        "</article></main></body></html>"
    ).encode()


def feed(server: Server, *names: str) -> bytes:
    items = "".join(
        f"<item><title>{name}</title><link>{server.url('/' + name)}</link>"
        f"<pubDate>0{day} Mar 2026 10:00:00 +0000</pubDate></item>"
        for day, name in enumerate(names, 1)
    )
    return f'<rss version="2.0"><channel><title>P</title>{items}</channel></rss>'.encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        for name in ("Alba", "Brae"):
            server.answers[f"/{name}"] = always(page(article(name)))
        server.answers["/feed"] = always(
            page(feed(server, "Alba", "Brae"), Content_Type="application/rss+xml")
        )
        yield server


def build(press: Press, server: Server, *words: str, ok: bool = True) -> dict[str, Any]:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text('[voices]\nbody = "tone"\n')
    command = ("build", server.url("/feed"), "--allow-private", "--json", *words)
    done: dict[str, Any] = json.loads(press.run(*command, ok=ok).stdout)
    return done


def outcomes(done: dict[str, Any]) -> dict[str, str]:
    """Status by the last part of each article's address."""
    return {item["id"].rpartition("/")[2]: item["status"] for item in done["articles"]}


@pytest.mark.parametrize(
    "failure",
    [
        page(b"", status="503 Away", Retry_After="3600"),
        page(b"Oops", status="500 Oops"),
        page(b"", status="429 Too Many Requests"),
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nbroken",
        b"",
    ],
    ids=["busy", "broken", "too many", "cut", "silent"],
)
def test_a_feed_that_fails_keeps_its_last_good_state_and_is_named(
    press: Press, server: Server, failure: bytes
) -> None:
    build(press, server)
    server.answers["/feed"] = always(failure)
    server.answers["/Alba"] = always(page(article("Alba", "Friday")))
    done = build(press, server, ok=False)
    said = outcomes(done)
    assert said.pop("feed") == "failed"
    left_alone = b" 503 " in failure or b" 429 " in failure
    # A correction of a page is had all the same, unless the host asked to be left alone.
    assert said == {"Alba": "unchanged" if left_alone else "built", "Brae": "unchanged"}
    errors = [item["error"]["message"] for item in done["articles"] if item["status"] == "failed"]
    assert any("what was fetched before is used" in error for error in errors)


def test_a_page_that_fails_is_named_and_its_article_stays(press: Press, server: Server) -> None:
    before = build(press, server)
    server.answers["/Alba"] = always(page(b"", status="500 Oops"))
    done = build(press, server, ok=False)
    failed = [item for item in done["articles"] if item["status"] == "failed"]
    where = f"{server.url('/Alba')}, in {server.url('/feed')}, item 1"
    assert [item["error"]["where"] for item in failed] == [where]
    assert [item["status"] for item in done["articles"] if item not in failed] == ["unchanged"] * 2
    assert {item["guid"] for item in before["articles"]} == {
        item["guid"] for item in done["articles"] if item not in failed
    }


def test_what_a_site_forbids_to_programs_is_named_with_the_way_on(
    press: Press, server: Server
) -> None:
    robots = b"User-agent: *\nDisallow: /Alba\n"
    server.answers["/robots.txt"] = always(page(robots, Content_Type="text/plain"))
    done = build(press, server, ok=False)
    assert sorted(outcomes(done).values()) == ["built", "failed"]
    (failed,) = [item for item in done["articles"] if item["status"] == "failed"]
    assert "robots.txt" in failed["error"]["message"]
    assert f"audiopress build --allow-private {server.url('/Alba')}" in failed["error"]["hint"]
    assert "/Alba" not in server.paths
    # Who names the page gets it.
    named = press.run("build", server.url("/Alba"), "--allow-private", "--json")
    assert json.loads(named.stdout)["articles"][0]["status"] == "built"
    # And on a host of one's own robots.txt is for others.
    (press.folder / "audiopress.toml").write_text(
        '[edition]\nhosts = ["127.0.0.1"]\n[voices]\nbody = "tone"\n'
    )
    own = press.run("build", server.url("/feed"), "--allow-private", "--json")
    assert sorted(outcomes(json.loads(own.stdout))) == ["Alba", "Brae"]


def test_an_error_page_is_not_spoken_in_place_of_an_article(press: Press, server: Server) -> None:
    build(press, server)
    server.answers["/Brae"] = always(page(b"<title>Oh no</title><p>Please try again later.</p>"))
    done = build(press, server, ok=False)
    assert sorted(item["status"] for item in done["articles"]) == [
        "failed", "unchanged", "unchanged",
    ]  # fmt: skip


def test_nothing_is_asked_for_needlessly(press: Press, server: Server) -> None:
    build(press, server)
    assert sorted(server.paths) == ["/Alba", "/Brae", "/feed", "/robots.txt"]
    build(press, server)
    assert sorted(server.paths[4:]) == ["/Alba", "/Brae", "/feed"]


def build_pile(press: Press, server: Server, *names: str) -> dict[str, Any]:
    """Build a list of these pages; what it says on the way is in ``notes``."""
    press.folder.mkdir(exist_ok=True)
    (press.folder / "pile.txt").write_text("".join(f"{server.url(name)}\n" for name in names))
    run = press.run("build", "pile.txt", "--allow-private", "--json", ok=False)
    done: dict[str, Any] = json.loads(run.stdout)
    return done


def test_a_page_that_is_always_busy_keeps_the_others_away_once(
    press: Press, server: Server
) -> None:
    """It stops its host for a run, and is the last that the next run asks for."""
    server.answers["/Cove"] = always(page(b"", status="503 Away", Retry_After="600"))
    first = build_pile(press, server, "/Cove", "/Alba", "/Brae")
    assert outcomes(first) == {"Cove": "failed", "Alba": "waiting", "Brae": "waiting"}
    (note,) = [note for note in first["notes"] if "left alone" in note]
    assert "2 new and waiting" in note
    status = json.loads(press.run("status", "--json").stdout)
    waiting = [each for show in status["shows"] for each in show["articles"]]
    assert sorted(each["id"] for each in waiting if each["until"]) == [
        server.url("/Alba"),
        server.url("/Brae"),
    ]
    for pauses in press.folder.rglob("own-host-pause"):
        shutil.rmtree(pauses)  # as if the time were over
    second = build_pile(press, server, "/Cove", "/Alba", "/Brae")
    assert outcomes(second) == {"Cove": "failed", "Alba": "built", "Brae": "built"}
    # The pause is not over: all are what they were, and it is said that nobody asked.
    third = build_pile(press, server, "/Alba", "/Brae")
    assert outcomes(third) == {"Alba": "unchanged", "Brae": "unchanged"}
    (note,) = [note for note in third["notes"] if "left alone" in note]
    assert "2 pages not asked for, 2 as fetched before" in note
    # Nothing has failed, so that what is there is published with --strict too.
    (press.folder / "Dee.html").write_bytes(article("Dee"))
    (press.folder / "pile.txt").write_text(f"{server.url('/Eil')}\n")
    words = ("build", "pile.txt", "Dee.html", "--strict", "--allow-private", "--json")
    strict = json.loads(press.run(*words).stdout)
    assert sorted(outcomes(strict).values()) == ["built", "waiting"]
