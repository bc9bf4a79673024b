"""Nothing of a sound is fetched before somebody asks, and little of it before it is heard."""

from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest
from edition import Site
from first_sound import build_edition, measure_first_sound
from mutagen.id3 import APIC, ID3
from pages import playing, ready

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

MOST_BEFORE_SOUND = 120_000
"""Bytes of an MP3 that are sent before it plays; with a picture in its tag they are 866,000."""

LINE = 200_000
"""Bytes a second: fast enough for a test, slow enough that nothing is sent for nothing."""

SLOW_LINE = 60_000
"""Bytes a second on which some 50 kB are needed: a second's delay is no reason to fail."""


PICTURE = 700_000
"""Bytes: about what a show's picture of 1400 pixels has, which `[show] cover` puts there."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_edition(tmp_path_factory.mktemp("plain") / "edition")


@pytest.fixture(scope="module")
def served(output: Path) -> Iterator[Site]:
    site = Site(output)
    # As hosts serve a folder.
    index = output / "episodes/the-log/index.html"
    site.pages["episodes/the-log/"] = index.read_text("utf-8")
    yield site
    site.close()


def test_it_plays_after_little_of_the_file(browser: Browser, output: Path) -> None:
    # A machine that is busy for a moment sends more meanwhile: what is needed is the least.
    tries = (measure_first_sound(browser, output, SLOW_LINE).sound for _ in range(3))
    assert any(0 < sent <= MOST_BEFORE_SOUND for sent in tries)


def test_a_picture_in_the_file_would_be_seen(
    browser: Browser, output: Path, tmp_path: Path
) -> None:
    copy = copytree(output, tmp_path / "output")
    (sound,) = copy.glob("episodes/*/*/*.mp3")
    tags = ID3(sound)
    tags.add(APIC(mime="image/png", type=3, data=bytes(PICTURE)))
    tags.save()
    assert measure_first_sound(browser, copy, LINE).sound > MOST_BEFORE_SOUND


def host_page(site: Site, attributes: str) -> str:
    """Return a publisher's page in which the player stands, and a frame with it."""
    home = "episodes/the-log/"
    return f"""<!doctype html><title>News</title><link rel="icon" href="data:,">
        <script type="module" src="{site.url("player/audiopress-player.js")}"></script>
        <audiopress-player src="{site.url(home + "episode.json")}" {attributes}></audiopress-player>
        <iframe src="{site.url(home + "embed.html")}"></iframe>"""


@pytest.mark.parametrize(
    "place",
    [
        "index.html",
        "episodes/the-log/",
        "episodes/the-log/#t=30",
        "episodes/the-log/embed.html",
        "page on another origin",
        "page with all attributes",
    ],
)
def test_nothing_of_the_sound_is_asked_for_before_somebody_asks(
    page: Page, served: Site, publisher: Site, place: str
) -> None:
    served.faults.reset()
    address = served.url(place)
    if place.startswith("page"):
        every = f'data-remember data-sticky playlist="{served.url("feed.xml")}" data-page="body"'
        publisher.pages["story.html"] = host_page(served, every if "all" in place else "")
        address = publisher.url("story.html", host="localhost")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type + " " + request.url))
    page.goto(address, wait_until="load")
    if place != "index.html":
        ready(page)
        # A hand that comes near, and the keyboard's focus, ask for nothing yet.
        page.locator("audiopress-player").first.hover()
        page.get_by_role("button", name="Play", exact=True).first.focus()
    page.wait_for_timeout(700)
    assert [one for one in asked if one.startswith("media") or ".mp3" in one] == []
    assert [one for one in served.faults.seen if one.endswith(".mp3")] == []
    if place != "index.html":
        page.get_by_role("button", name="Play", exact=True).first.click()
        playing(page)
        assert [one for one in served.faults.seen if one.endswith(".mp3")]
