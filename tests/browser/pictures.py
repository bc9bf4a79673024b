"""Take the pictures of the player and the pages that the docs show: ``docs/images``.

``PYTHONPATH=tests/browser:tests .venv/bin/python -m tests.browser.pictures [FOLDER]``, with
``--all`` also those that are only looked at.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import FLAGS
from edition import ARABIC, Site, build
from pages import document, element, player, playing, ready
from playwright.sync_api import sync_playwright
from runner import EXAMPLE, Press
from test_publish_browser import write

from tests.unit.publish_samples import episode, show

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
STYLE = """<style>:root{color-scheme:%s}body{margin:0;font:18px/1.55 Georgia,serif;%s}
main{max-width:%s;margin:0 auto;padding:16px}h1{line-height:1.15;font-size:2rem}</style>"""
ALIGNED = "episodes/mina/0a1b2c3d/alignment.json"
STORIES = (
    ("The tide mill starts again", "Coast", "Ada Pember",
     "After forty years of silence the wheel at Sallow Creek turns with the sea."),
    ("Night buses return to the villages, on trial", "Transport", "Jonas Reed",
     "For six months the last bus will leave at 1 a.m. What happens then depends on who takes it."),
    ("A library that lends out tools", "Town", "Mina Okafor",
     "Drills, ladders and one cement mixer: what a town borrows says what it is building."),
    ("What the bees told the council", "Nature", "Ada Pember",
     "Ten hives on the roof of the town hall have become its most honest measuring station."),
    ("The ferry that became a school", "Coast", "Lena Moss",
     "Two classrooms, a galley and a view: lessons have begun on the old ferry in the harbour."),
    ("Who owns the last dark sky?", "Nature", "Jonas Reed",
     "A valley turned off its lamps. Now it has to decide what to do with the visitors."),
    ("Bread at the price of 1998, for a week", "Town", "Mina Okafor",
     "A bakery found an old price list behind the oven, and kept its word."),
    ("Four oaks and a roundabout", "Transport", "Lena Moss",
     "The road will go round the trees after all. It took a drawing made by a child."),
)  # fmt: skip


def started(page: Page, seconds: float = 10.2) -> None:
    """Play from a place."""
    ready(page)
    player(page, "p.play()")
    playing(page)
    player(page, f"(p.currentTime = {seconds}, 0)")
    page.wait_for_timeout(300)


class Studio:
    """One browser, two editions: one with a player in an article, one with pages of its own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        build(folder / "by-hand")
        self.host = Site(folder / "by-hand")
        stories = [
            episode(n, title=title, section=section, byline=byline, summary=summary)
            for n, (title, section, byline, summary) in enumerate(reversed(STORIES))
        ]
        owner = show(
            title="The Sallow Listener", description="The stories of the creek, read aloud."
        )
        write(folder / "published", owner, stories)
        self.published = Site(folder / "published")

    def tab(self, width: int, height: int, scheme: str = "light", scale: int = 1) -> Page:
        size = {"width": width, "height": height}
        context = self._browser.new_context(
            viewport=size, color_scheme=scheme, device_scale_factor=scale, locale="en-GB"
        )
        return context.new_page()

    def article(  # noqa: PLR0913 - a picture differs in all of these
        self,
        width: int,
        height: int,
        scheme: str,
        *,
        attributes: str = "",
        room: str = "40rem",
        arabic: bool = False,
        lang: str = "en",
    ) -> Page:
        ground = "background:#111;color:#f2f2f2" if scheme == "dark" else "background:#fff"
        head = STYLE % (scheme, ground, room)
        inside = element(f'playlist="/feed.xml" {attributes}')
        body = None
        if arabic:
            inside = element('playlist="/feed.xml"', src=ALIGNED, sound="")
            body = "".join(f"<p>{text}</p>" for _, text in ARABIC[1:])
        words = {"head": head, "lang": lang} | ({"body": body} if body else {})
        markup = document(inside, **words)
        if arabic:
            markup = markup.replace("<html ", '<html dir="rtl" ')
            start = markup.index("<h1>")
            markup = f"{markup[:start]}<h1>{ARABIC[0][1]}{markup[markup.index('</h1>') :]}"
        self.host.pages["p.html"] = markup
        page = self.tab(width, height, scheme, scale=2 if width < 500 else 1)
        page.goto(self.host.url("p.html"))
        return page

    def example(self) -> str:
        """Build the sample article with the voice of a new installation; return its address."""
        press = Press(self._folder / "example", voice=None)
        report = press.build(EXAMPLE)
        place = f"episodes/{report['articles'][0]['slug']}/index.html"
        return Site(press.folder / "output").url(place)

    def page(self, place: str, width: int, height: int, scheme: str) -> Page:
        page = self.tab(width, height, scheme)
        page.goto(self.published.url(place), wait_until="networkidle")
        page.wait_for_timeout(300)
        return page


def take(studio: Studio, folder: Path, *, everything: bool) -> None:
    def keep(name: str, page: Page, *, docs: bool = False, **how: object) -> None:
        if docs or everything:
            page.screenshot(path=folder / f"{name}.png", **how)
        page.context.close()

    for scheme in ("light", "dark"):
        page = studio.article(760, 620, scheme)
        started(page)
        page.locator("article p").nth(2).hover()
        page.wait_for_timeout(200)
        keep("player-column" if scheme == "light" else "player-dark", page, docs=True)
        page = studio.article(320, 620, scheme)
        started(page)
        page.get_by_role("button", name="More controls").click()
        page.get_by_role("button", name="Transcript").click()
        page.wait_for_timeout(500)
        keep("player-320" + "-dark" * (scheme == "dark"), page, docs=scheme == "light")
        page = studio.article(420, 300, scheme, attributes='layout="card"', room="22rem")
        started(page)
        keep(f"player-card-{scheme}", page)
        page = studio.article(320, 420, scheme, lang="ar", arabic=True)
        started(page, 3)
        keep(f"player-arabic-320-{scheme}", page)
        page = studio.article(760, 420, scheme, lang="ar", arabic=True)
        started(page, 3)
        keep("player-arabic" + "-dark" * (scheme == "dark"), page, docs=scheme == "light")
        for width in (320, 1280):
            page = studio.article(width, 200, scheme, attributes="data-sticky")
            started(page)
            page.mouse.wheel(0, 900)
            page.wait_for_timeout(600)
            keep(named("player-bar", width, scheme), page, docs=(width, scheme) == (1280, "light"))
            page = studio.page("index.html", width, 1000, scheme)
            keep(named("front", width, scheme), page, docs=(width, scheme) in PICKED)
            page = studio.page("episodes/tide-mill-7/index.html", width, 1000, scheme)
            keep(f"episode-{width}-{scheme}", page)
            page = studio.page("episodes/tide-mill-7/embed.html", width, 240, scheme)
            keep(f"frame-{width}-{scheme}", page)
            page = studio.page("episodes/tide-mill-7/index.html", width, 900, scheme)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            keep(f"foot-{width}-{scheme}", page)
    page = studio.page("index.html", 1280, 700, "light")
    page.get_by_role("searchbox").fill("the")
    page.wait_for_timeout(300)
    keep("front-search", page, docs=True)
    page = studio.tab(1000, 860)
    page.goto(studio.example(), wait_until="networkidle")
    page.wait_for_timeout(500)
    keep("page", page, docs=True)


def named(what: str, width: int, scheme: str) -> str:
    """Return the name of a picture; what is usual is not said."""
    return what + "-dark" * (scheme == "dark") + "-320" * (width == 320)


PICKED = {(1280, "light"), (320, "dark")}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "images")
    asked.add_argument("--all", action="store_true")
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        take(Studio(browser, Path(place)), said.folder, everything=said.all)


if __name__ == "__main__":
    main()
