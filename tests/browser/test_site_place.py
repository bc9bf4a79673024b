"""`audiopress site` keeps the player's place in the page: nothing moves when the player comes."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest
from edition import Site
from pages import until
from runner import Press
from test_player_hosts import PLACES as HOSTS
from test_player_hosts import SEEN
from test_player_hosts import TITLE as HOST_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

TITLE = "The night ferry has a library, and nobody on board wants to go ashore"
LINES = (
    (
        "The night ferry has opened a library of two hundred books on its lower deck, and lamps "
        "are warm all through the long crossing to the islands of the north."
    ),
    (
        "Passengers may take a book ashore and return it on any other ship of the line, which has "
        "eleven, said Zoë Møller, who keeps the lists and sails every second week."
    ),
    (
        "Most of the books came from a school that closed last year, the company said, and "
        "the rest were given by people who had read them twice on board."
    ),
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
H1 = f"<h1>{TITLE}</h1>"
META = "<p class='meta'>By Ana Lund, 14 March 2026</p>"
SHEET = """
body { margin: 0; font: 18px/1.5 Georgia, serif }
.wrap { max-width: 700px; margin: 0 auto; padding: 0 20px }
.bar { display: flex; gap: 20px; align-items: end }
@media (max-width: 600px) { .bar { display: block } }
.two { display: grid; grid-template-columns: 2fr 1fr; gap: 2rem }
@media (max-width: 700px) { .two { grid-template-columns: 1fr } }
.hero { position: relative; height: 320px; background: #234; color: #fff; overflow: hidden }
.hero > div { position: absolute; bottom: 0; left: 20px }
.full { display: grid; grid-template-columns: 1fr min(60ch, 100% - 40px) 1fr }
.full > * { grid-column: 2 }
.narrow { max-width: 520px; margin: auto }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
.flow > * + * { margin-top: 2em } .flow > * { margin: 0 }
.drop > p:first-child::first-letter { font-size: 3em; float: left }
"""
LAYOUTS = {
    "plain": f"<main>{H1}{TEXT}</main>",
    "header of its own": f"<article><header>{H1}{META}</header><div class='drop'>{TEXT}</div>"
                         "</article>",
    "flex header": f"<main><header class='bar'>{H1}{META}</header>{TEXT}</main>",
    "two columns": f"<main class='two'><article>{H1}{TEXT}</article><aside><h2>More</h2></aside>"
                   "</main>",
    "headline over two columns": f"<main>{H1}<div class='two'><div>{TEXT}</div><div>Ads</div></div>"
                                 "</main>",
    "hero": f"<main><div class='hero'><div>{H1}</div></div><div class='wrap'>{TEXT}</div></main>",
    "full bleed": f"<main class='full'>{H1}{META}{TEXT}</main>",
    "same column twice": f"<header class='wrap'>{H1}</header><main class='wrap'>{TEXT}</main>",
    "narrow text": f"<article><header>{H1}</header><div class='narrow'>{TEXT}</div></article>",
    "logo": f"<header><h1 class='logo'>The Coast</h1></header><main><h2>{TITLE}</h2>{TEXT}</main>",
    "hidden headline": f"<main><h1 class='sr-only'>{TITLE}</h1><div class='wrap'><h2>{TITLE}</h2>"
                       f"{TEXT}</div></main>",
    "flow": f"<article class='flow wrap'>{H1}{META}<figure><div style='height:150px;"
            f"background:#ccc'></div></figure>{TEXT}</article>",
    "standfirst": f"<article><header class='wrap'>{H1}<p class='dek'>{LINES[2]}</p>{META}</header>"
                  f"<div class='wrap'>{TEXT}</div></article>",
    "linked headline": f"<main><a href='#top'>{H1}</a><div>{TEXT}</div></main>",
    "no end tags": f"<main><h1>{TITLE}</h1><p>{'<p>'.join(LINES)}</main>",
    "right to left": f"<main dir='rtl' class='wrap'><div class='bar'>{H1}</div>{TEXT}</main>",
    **{f"host: {kind}": markup.replace(HOST_TITLE, TITLE)
       for kind, markup in HOSTS.items() if HOST_TITLE in markup},
}  # fmt: skip
SHIFT = """() => {
  window.shifted = 0; window.moved = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      shifted += one.value;
      moved.push(one.value, ...one.sources.map(({ node }) => node?.outerHTML?.slice(0, 60)));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}"""


def write(markup: str) -> str:
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css?3"></head>
<body>{markup}</body></html>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("coast")
    public = folder / "public"
    (public / "posts").mkdir(parents=True)
    (public / "style.css").write_text(SHEET)
    for number, markup in enumerate(LAYOUTS.values()):
        # Each is an article of its own, with a headline of its own.
        (public / "posts" / f"{number}.html").write_text(write(markup).replace(
            "The night ferry", f"Ferry {number}"))  # fmt: skip
    press = Press(folder)
    words = ("site", "public", "--json", "--address", "https://coast.example/")
    told = json.loads(press.run(*words).stdout)
    assert sum(one["action"] == "added" for one in told["pages"]) == len(LAYOUTS)
    marked = press.tree("public")
    press.run(*words)
    assert press.tree("public") == marked
    opened = Site(public)
    yield opened
    opened.close()


def late(route: Route) -> None:
    """As a module comes over a network: long after the page was painted."""
    time.sleep(0.25)
    route.continue_()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", LAYOUTS)
def test_nothing_moves_when_the_player_comes(page: Page, site: Site, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(f"({SHIFT})()")
    page.route(re.compile(r"audiopress-player\.js"), late)
    page.goto(site.url(f"posts/{list(LAYOUTS).index(kind)}.html"))
    until(page, "document.querySelector('audiopress-player')?.record")
    page.wait_for_timeout(150)
    assert page.evaluate("shifted") <= 0.02, page.evaluate("moved")
    seen = page.evaluate(SEEN)
    assert seen["wide"], seen
    assert seen["pressed"], seen
    assert seen["below"], seen
    assert seen["players"] == 1
