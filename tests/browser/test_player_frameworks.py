"""Pages whose own scripts write them anew: what frameworks do, done with the DOM's own means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE, Site
from pages import document, element, opened, player, playing, ready, until

from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from playwright.sync_api import Page

LINES = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:])
MARKED = "[...(CSS.highlights.get('ap-paragraph') ?? [])].map(String).join('')"
TEXT = TEXTS[3][1]
START = "p.record.paragraphs[3].start + 1"

# Each leaves a page that has the same words in other nodes.
REWRITES = {
    "text nodes": """document.querySelectorAll('article p').forEach((p) =>
      p.replaceChildren(new Text(p.textContent)))""",
    "nodeValue": """document.querySelectorAll('article p').forEach((p) => {
      const { data } = p.firstChild; p.firstChild.data = ''; p.firstChild.data = data })""",
    "paragraphs": """document.querySelectorAll('article p').forEach((p) =>
      p.replaceWith(p.cloneNode(true)))""",
    "split nodes": """document.querySelectorAll('article p').forEach((p) =>
      p.firstChild.splitText(5))""",
    "words in spans": """document.querySelectorAll('article p').forEach((p) =>
      p.replaceChildren(...p.textContent.split(/(?= )/).map((word) => {
        const span = document.createElement('span'); span.textContent = word; return span })))""",
    "reordered by key": """{ const article = document.querySelector('article');
      const all = [...article.querySelectorAll('p')]; all.forEach((p) => p.remove());
      all.forEach((p) => article.append(p.cloneNode(true))) }""",
    "taken out and put back later": """{ const all = [...document.querySelectorAll('article p')];
      all.forEach((p) => p.remove());
      setTimeout(() => document.querySelector('article').append(
        ...all.map((p) => p.cloneNode(true))), 400) }""",
}  # fmt: skip


@pytest.mark.parametrize("kind", REWRITES)
def test_marks_are_found_again(page: Page, edition: Site, kind: str) -> None:
    opened(page, edition, document(element()))
    ready(page)
    player(page, f"p.play({START})")
    playing(page)
    until(page, f"{MARKED} === `{TEXT}`")
    page.evaluate(f"{{ {REWRITES[kind]} }}")
    player(page, f"(p.pause(), p.seek({START}))")
    until(page, f"{MARKED} === `{TEXT}`")
    until(page, "[...(CSS.highlights.get('ap-word') ?? [])].map(String).join('')")
    assert page.evaluate("window.broken ?? ''") == ""


def test_text_that_comes_late_is_marked(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(), body=""))
    ready(page)
    page.evaluate("(html) => setTimeout(() => document.querySelector('article')"
                  ".insertAdjacentHTML('beforeend', html), 600)", LINES)  # fmt: skip
    player(page, f"p.seek({START})")
    until(page, f"{MARKED} === `{TEXT}`")


MOVES = {
    "append": "document.body.append(p)",
    "moveBefore": "document.body.moveBefore ? document.body.moveBefore(p, null)"
                  " : document.body.append(p)",
    "wrapped": "const div = document.createElement('div'); p.replaceWith(div); div.append(p)",
    "parent": "document.body.append(p.parentElement)",
    "remove, then put back": "const at = p.parentElement; p.remove(); at.prepend(p)",
}  # fmt: skip


@pytest.mark.parametrize("kind", MOVES)
def test_it_sounds_on_when_it_is_moved(page: Page, edition: Site, kind: str) -> None:
    opened(page, edition, document(element()))
    ready(page)
    player(page, "p.play(2)")
    playing(page)
    page.evaluate(
        "(() => { window.told = []; for (const name of ['ap-pause', 'ap-play'])"
        " document.addEventListener(name, () => told.push(name));"
        " const p = document.querySelector('audiopress-player');"
        f" {MOVES[kind]} }})()"
    )
    before = player(page, "p.currentTime")
    page.wait_for_timeout(500)
    assert player(page, "[p.paused, p.audio.paused, p.dataset.state]") == [False, False, "playing"]
    assert player(page, f"p.currentTime > {before}")
    assert page.evaluate("told") == []
    until(page, MARKED)


def site(edition: Site, head: str = "") -> None:
    """A page with the one line in its template, and a second address that has audio too."""
    for address, slug in (("one.html", "harbour"), ("two", "second")):
        path = make_by_url_path(edition.url(address))
        up = "../" * path.count("/")
        pointer = {"episode": f"{up}episodes/{slug}/episode.json"}
        edition.pages[path] = json.dumps(pointer)
    edition.pages["one.html"] = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>News</title><link rel="icon" href="data:,">{head}
<script type="module" src="/player/audiopress-player.js" data-auto></script></head>
<body><div id="app"><main><article><h1>{TITLE}</h1>{LINES}</article></main></div></body></html>"""


RENDERS = {
    "innerHTML of the app": "app.innerHTML = html",
    "innerHTML of the body": "document.body.innerHTML = document.body.innerHTML"
                             ".replace(/<audiopress-player.*?<.audiopress-player>/s, '')",
    "its own markup, the player in it": "document.body.innerHTML = document.body.innerHTML",
    "emptied, then filled": "app.innerHTML = ''; setTimeout(() => (app.innerHTML = html), 300)",
    "the article alone": "app.querySelector('article').outerHTML"
                         " = html.match(/<article.*article>/s)[0]",
    "the player alone": "document.querySelector('audiopress-player').remove()",
}  # fmt: skip


@pytest.mark.parametrize("kind", RENDERS)
def test_a_page_that_renders_again_keeps_its_player(page: Page, edition: Site, kind: str) -> None:
    site(edition)
    page.add_init_script("addEventListener('DOMContentLoaded', () =>"
                         " (window.html = document.querySelector('#app').innerHTML))")  # fmt: skip
    page.goto(edition.url("one.html"))
    ready(page)
    player(page, "p.play(2)")
    playing(page)
    page.evaluate(f"{{ window.app = document.querySelector('#app'); {RENDERS[kind]} }}")
    page.wait_for_timeout(700)
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    assert page.evaluate("document.querySelector('h1 + audiopress-player') !== null")
    assert player(page, "[p.audio.paused, p.dataset.state, p.currentTime > 2.3]") == [
        False, "playing", True,
    ]  # fmt: skip
    until(page, MARKED)


def test_markup_of_its_own_that_is_written_again_goes_on(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    player(page, "p.play(5)")
    playing(page)
    page.evaluate("(html) => (document.querySelector('article').innerHTML = html)",
                  f"<h1>{TITLE}</h1>{element()}{LINES}")  # fmt: skip
    playing(page)
    assert player(page, "p.currentTime >= 5")


GO = """(to) => { history.pushState({}, '', to);
  document.querySelector('#app').innerHTML = '<main><article><h1>A second story</h1>'
    + '<p>By Ana Lund</p></article></main>'; }"""


@pytest.mark.parametrize("canonical", ["", '<link rel="canonical" href="/one.html">'])
def test_another_route_gets_its_own_sound(page: Page, edition: Site, canonical: str) -> None:
    site(edition, canonical)
    page.goto(edition.url("one.html"))
    ready(page)
    page.evaluate(GO, "/two")
    until(page, "document.querySelector('h1 + audiopress-player')?.record?.title"
                " === 'A second story'")  # fmt: skip
    page.evaluate(GO, "/nothing-here")
    until(page, "!document.querySelector('audiopress-player')")
    page.evaluate(GO, "/two")
    until(page, "document.querySelectorAll('h1 + audiopress-player').length === 1")


def test_a_framework_places_and_finds(page: Page, edition: Site) -> None:
    site(edition)
    edition.pages["bare.html"] = document("<div id='here'></div>").replace(
        '<script type="module" src="/player/audiopress-player.js"></script>', ""
    )
    page.goto(edition.url("bare.html"))
    found = page.evaluate(
        """async () => {
          const { find, place } = await import('/player/audiopress-player.js');
          const src = await find(new URL('/one.html', location).href);
          const player = await place({ src, after: '#here', attributes: { layout: 'line' } });
          return [src.includes('by-url'), player.getAttribute('layout'), await find('http://x/y'),
            await place({ src: `${src}#`, after: '#not-here' })];
        }"""
    )
    assert found == [True, "line", "", None]
    ready(page)


@pytest.mark.parametrize("how", ["twice", "in one moment", "on another route", "no selector"])
def test_a_framework_that_places_twice_has_one_player(page: Page, edition: Site, how: str) -> None:
    edition.pages["bare.html"] = document("<div id='here'></div>").replace(
        '<script type="module" src="/player/audiopress-player.js"></script>', ""
    )
    page.goto(edition.url("bare.html"))
    titles = page.evaluate(
        """async (how) => {
          const { place } = await import('/player/audiopress-player.js');
          const at = (slug) => `/episodes/${slug}/episode.json`;
          const again = how === 'on another route' ? at('second') : at('harbour');
          const put = (src) => place({ src, after: '#here' });
          if (how === 'in one moment') await Promise.all([put(again), put(again)]);
          else if (how === 'no selector') return [await place({ src: again, after: 'h1[' })];
          else { await put(at('harbour')); await put(again); }
          const there = [...document.querySelectorAll('audiopress-player')];
          return there.map((one) => one.getAttribute('src'));
        }""",
        how,
    )
    one = "/episodes/second/episode.json" if "route" in how else "/episodes/harbour/episode.json"
    assert titles == ([None] if how == "no selector" else [one])


@pytest.mark.parametrize("first", ["", "?v=1"])
@pytest.mark.parametrize("second", ["?v=2", "#x", "?a=1&b=2"])
def test_two_addresses_of_the_script_give_one_player(
    page: Page, edition: Site, first: str, second: str
) -> None:
    tag = '<script type="module" src="/player/audiopress-player.js{}" data-auto></script>'
    site(edition, tag.format(second))
    edition.pages["one.html"] = edition.pages["one.html"].replace(
        'audiopress-player.js" data', f'audiopress-player.js{first}" data'
    )
    page.goto(edition.url("one.html"))
    ready(page)
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    player(page, "p.play(3)")
    until(page, MARKED)
