"""A page of maintenance at an article's address is no correction of it, and no article."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from runner import PressHere

from audiopress.press.sync.memory import RoundMemory, recall_round
from audiopress.public import load_settings
from audiopress.store.cache import Cache
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from runner import Press

STORY = tuple(
    f"On the {day}th day of the ice {20 * day} people of the town had walked to the island, "
    f"and all came back before the {day}th lamp was lit, said the keeper of the harbour."
    for day in range(4, 9)
)
PAUSE = (
    "Our engineers are busy and this place will be open for you again in a short while.",
    "Subscribers are told by letter as soon as everything runs as smoothly as it did last year.",
)
XML = {"Content_Type": "application/xml"}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
def press(tmp_path: Path, server: Server) -> Press:
    press = PressHere(tmp_path / "edition")
    press.folder.mkdir()
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "P"\n[edition]\nsources = ["{server.url("/map.xml")}"]\n'
    )
    return press


def serve(server: Server, path: str, title: str, text: tuple[str, ...], marks: bool = True) -> None:
    head = f'<link rel="canonical" href="{server.url(path)}"><meta property="og:type" '
    head = f'{head}content="article">' if marks else ""
    told = "".join(f"<p>{each}</p>" for each in text)
    body = f"<article><h1>{title}</h1>{told}</article>" if marks else f"<h1>{title}</h1>{told}"
    html = f'<html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    server.answers[path] = always(page(html.encode()))


def list_pages(server: Server, *paths: str, title: str = "") -> None:
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    said = f'<n:news xmlns:n="{news}"><n:title>{title}</n:title></n:news>' if title else ""
    urls = "".join(f"<url><loc>{server.url(path)}</loc>{said}</url>" for path in paths)
    server.answers["/map.xml"] = always(page(f"<urlset>{urls}</urlset>".encode(), **XML))


def sync(press: Press, *words: str) -> dict[str, Any]:
    done = press.run(*(words or ("sync",)), "--json", "--allow-private", ok=False)
    return json.loads(done.stdout)


def feed(press: Press) -> str:
    return (press.folder / "output/feed.xml").read_text()


def publish(press: Press, server: Server) -> None:
    serve(server, "/alba", "Alba in the ice", STORY)
    list_pages(server, "/alba")
    assert sync(press)["totals"]["failed"] == 0


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("cache", [True, False])
def test_what_says_nothing_of_a_published_article_does_not_correct_it(
    press: Press, server: Server, marks: bool, cache: bool
) -> None:
    publish(press, server)
    before = press.tree()
    if not cache:
        shutil.rmtree(press.folder / ".audiopress")
    serve(server, "/alba", "A short pause", PAUSE, marks)
    for _ in range(2):
        report = sync(press)
        assert report["totals"]["spoken"] == 0
        (error,) = [each["error"] for each in report["articles"] if each["error"]]
        assert "nothing of" in error["message"]
        assert {name: mark for name, mark in press.tree().items() if name in before} == before
    # and is itself when it is back
    serve(server, "/alba", "Alba in the ice", STORY)
    totals = sync(press)["totals"]
    assert (not cache or totals["spoken"] == 0, totals["failed"]) == (True, 0)
    assert {name: mark for name, mark in press.tree().items() if name in before} == before


def test_who_names_the_page_means_it(press: Press, server: Server) -> None:
    publish(press, server)
    serve(server, "/alba", "A short pause", PAUSE)
    (refused,) = [each for each in sync(press)["articles"] if each["error"]]
    assert f"audiopress build --allow-private {server.url('/alba')}" in refused["error"]["hint"]
    assert sync(press, "build", server.url("/alba"))["totals"]["spoken"] > 0
    assert "A short pause" in feed(press)
    assert sync(press)["totals"]["failed"] == 0


def test_who_shows_it_for_days_means_it(press: Press, server: Server) -> None:
    publish(press, server)
    serve(server, "/alba", "A short pause", PAUSE)
    sync(press)
    before = press.tree()
    for days, spoken in ((2, False), (4, True)):
        age(press, timedelta(days=days))
        assert bool(sync(press)["totals"]["spoken"]) == spoken
        assert (press.tree() == before) != spoken


def age(press: Press, days: timedelta) -> None:
    """Let what fails have failed since so many days."""
    settings = load_settings(press.folder / "audiopress.toml")
    cache, now = Cache(settings.cache), datetime.now(UTC)
    told = recall_round(settings, cache)
    (key,) = [name for name, _ in cache.list_records("last-round", RoundMemory)]
    failures = tuple(replace(each, since=now - days) for each in told.failures)
    cache.put_record("last-round", key, msgspec.to_builtins(replace(told, failures=failures)))


def test_so_does_a_list_that_has_the_new_headline(press: Press, server: Server) -> None:
    publish(press, server)
    serve(server, "/alba", "A short pause", PAUSE)
    list_pages(server, "/alba", title="A short pause")
    assert sync(press)["totals"]["failed"] == 0
    assert "A short pause" in feed(press)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Alba in the ice", PAUSE),  # rewritten under its headline
        ("Late", (STORY[0], *PAUSE)),
        ("Alba in ice", tuple(each.replace("people", "men and women") for each in STORY)),
    ],
)
def test_a_correction_is_spoken_at_once(
    press: Press, server: Server, title: str, text: tuple[str, ...]
) -> None:
    publish(press, server)
    serve(server, "/alba", title, text)
    report = sync(press)
    assert report["totals"]["failed"] == 0
    assert report["totals"]["spoken"] > 0


def test_a_short_article_may_change_all_its_lines(press: Press, server: Server) -> None:
    serve(server, "/alba", "Alba late", (STORY[0] + " It was cold.",))
    list_pages(server, "/alba")
    sync(press)
    serve(server, "/alba", "Alba is late", (STORY[0] + " It was very cold.",))
    totals = sync(press)["totals"]
    assert (totals["spoken"], totals["failed"]) == (2, 0)


def test_one_page_at_many_addresses_is_no_article(press: Press, server: Server) -> None:
    paths = ("/news/alba", "/news/brae", "/news/corrie")
    for path in paths:
        serve(server, path, "A short pause", PAUSE)
    list_pages(server, *paths)
    report = sync(press)
    assert [each["status"] for each in report["articles"]] == ["failed"] * 3
    assert "3 addresses" in report["articles"][0]["error"]["message"]
    for path, line in zip(paths, STORY, strict=False):
        serve(server, path, path, (line, "It was cold."))
    assert [each["status"] for each in sync(press)["articles"]] == ["built"] * 3


def test_what_is_one_page_in_several_sections_stays_what_it_was(
    press: Press, server: Server
) -> None:
    paths = ("/news/alba", "/sport/alba", "/local/alba")
    for path in paths:
        serve(server, path, "Alba in the ice", STORY)
    list_pages(server, *paths)
    assert sync(press)["totals"]["failed"] == 0
