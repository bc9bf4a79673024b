"""Pages that bring their article later than the player, and grids that name their places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE
from pages import player, playing, ready, until

from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

LINES = "".join(f"<p>{text}</p>" for _, text in TEXTS[2:])
STORY = f"<h1>{TITLE}</h1><p>By Ana Lund</p>{LINES}"
BELOW = "document.querySelectorAll('h1 + audiopress-player').length === 1"


def served(edition: Site, body: str, style: str = "") -> str:
    """Serve a page with the one line in its head; return its address."""
    path = make_by_url_path(edition.url("late.html"))
    up = "../" * path.count("/")
    edition.pages[path] = json.dumps({"episode": f"{up}episodes/harbour/episode.json"})
    edition.pages["late.html"] = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>News</title><style>{style}</style>
<script type="module" src="/player/audiopress-player.js" data-auto></script></head>
<body>{body}</body></html>"""
    return edition.url("late.html")


# -- the article comes later ---------------------------------------------------------------------

SHELLS = {
    "nothing": "<div id='app'></div>",
    "an empty main": "<main><div id='app'></div></main>",
    "an empty article": "<main><article id='app'></article></main>",
    "the site's name as the headline": "<header><h1>Northern News</h1></header>"
    "<main id='app'><p>Loading…</p></main><footer><p>© Northern News, all rights reserved</p>"
    "</footer>",
    "grey boxes": "<main id='app'><h1 style='height:40px;background:#eee'></h1>"
    "<p style='height:90px;background:#eee'></p></main>",
}


@pytest.mark.parametrize("shell", SHELLS)
def test_an_article_that_comes_later_has_its_player_below_the_headline(
    page: Page, edition: Site, shell: str
) -> None:
    page.goto(served(edition, SHELLS[shell]))
    page.wait_for_timeout(700)
    page.evaluate("(html) => (document.querySelector('#app').innerHTML = html)", STORY)
    until(page, f"{BELOW} && document.querySelector('h1 + audiopress-player').previousSibling"
                f".textContent === `{TITLE}`")  # fmt: skip
    ready(page)
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    assert page.evaluate("window.broken ?? ''") == ""


def test_a_headline_that_comes_later_takes_no_player_that_sounds(page: Page, edition: Site) -> None:
    page.goto(served(edition, f"<main><h1>The harbour</h1><div id='app'></div>{LINES}</main>"))
    ready(page)
    player(page, "p.play(2)")
    playing(page)
    page.evaluate("(html) => (document.querySelector('#app').innerHTML = html)",
                  f"<h2>{TITLE}</h2>")  # fmt: skip
    page.wait_for_timeout(700)
    assert page.evaluate("document.querySelector('h1 + audiopress-player') !== null")


# -- grids that name the place of each of their parts --------------------------------------------

AREAS = """main{display:grid;grid-template:'k k' 'h s' 'b s' 'a s' / 2fr 1fr}
.h{grid-area:h}.b{grid-area:b}.a{grid-area:a}.s{grid-area:s}"""
GRIDS = {
    "named areas": (
        AREAS,
        "<h1 class=h>{0}</h1><p class=b>By Ana Lund</p><div class=a>{1}</div><i class=s>Ads</i>",
    ),
    "lines": (
        "main{display:grid;grid-template-columns:1fr}h1{grid-row:1}.a{grid-row:2}.f{grid-row:3}",
        "<h1>{0}</h1><div class=a>{1}</div><footer class=f><p>Northern News</p></footer>",
    ),
    "order": (
        "main{display:flex;flex-direction:column}h1{order:-3}.b{order:-2}.a{order:-1}",
        "<h1>{0}</h1><p class=b>By Ana Lund</p><div class=a>{1}</div>",
    ),
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", GRIDS)
def test_where_each_part_has_its_place_the_player_stands_between_headline_and_text(
    page: Page, edition: Site, kind: str, width: int
) -> None:
    style, body = GRIDS[kind]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served(edition, f"<main>{body.format(TITLE, LINES)}</main>", style))
    ready(page)
    head, at, text = (
        page.locator(name).first.bounding_box() for name in ("h1", "audiopress-player", ".a p")
    )
    assert head
    assert at
    assert text
    assert at["y"] >= head["y"] + head["height"] - 2
    assert at["y"] + at["height"] <= text["y"] + 2
