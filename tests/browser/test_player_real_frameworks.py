"""The player in pages that React, Vue, htmx and Turbo write, as npm has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE
from npm import UnavailableError, package_folder
from pages import player, playing, until

from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

HERE = Path(__file__).parent / "frameworks"
MARKED = "[...(CSS.highlights.get('ap-paragraph') ?? [])].map(String).join('')"
SECOND = "A second story"

LIBRARIES = {
    "react": (
        ("scheduler", "scheduler/cjs/scheduler.production.js"),
        ("react", "react/cjs/react.production.js"),
        ("react-dom", "react-dom/cjs/react-dom.production.js"),
        ("react-dom/client", "react-dom/cjs/react-dom-client.production.js"),
    ),
    "vue": (
        ("", "vue/dist/vue.runtime.global.prod.js"),
        ("", "vue-router/dist/vue-router.global.prod.js"),
    ),
    "htmx": (("", "htmx.org/dist/htmx.min.js"),),
    "turbo": (("", "@hotwired/turbo/dist/turbo.es2017-umd.js"),),
}
"""What each page loads: a name, where it is a CommonJS module, and package and file."""

LOADER = """<script>
const modules = {};
const load = (name) => modules[name];
const define = (name, make) => {
  const module = { exports: {} };
  make(module, module.exports, load);
  modules[name] = module.exports;
};
</script>"""
"""As much of CommonJS as React's published modules need."""


def library(name: str, place: str) -> str:
    """Return the text of a published file, as a page can load it."""
    parts = place.split("/")
    length = 2 if place[0] == "@" else 1
    try:
        folder = package_folder("/".join(parts[:length]))
    except UnavailableError as error:
        pytest.skip(str(error))
    text = folder.joinpath(*parts[length:]).read_text("utf-8")
    return f"define('{name}', function (module, exports, require) {{\n{text}\n}})" if name else text


def blocks_of(texts: tuple[tuple[str, str], ...]) -> list[str]:
    return [text for role, text in texts if role != "headline"]


STORIES = {"/one.html": (TITLE, blocks_of(TEXTS), "harbour"),
           "/two": (SECOND, blocks_of(TEXTS[:3]), "second")}  # fmt: skip


def written(path: str, src: str = "") -> str:
    """Return the article as a server writes it."""
    title, blocks, _ = STORIES[path]
    inside = f'<audiopress-player src="{src}"></audiopress-player>' if src else ""
    return (f"<main><article><h1>{title}</h1>{inside}"
            + "".join(f"<p>{text}</p>" for text in blocks) + "</article></main>")  # fmt: skip


def serve(edition: Site, publisher: Site, framework: str, *, by_hand: bool) -> str:
    """Serve both articles as pages of this framework; return the first one's address."""
    scripts = LOADER
    for number, (name, place) in enumerate(LIBRARIES[framework]):
        publisher.pages[f"{framework}-{number}.js"] = library(name, place)
        scripts += f'<script src="/{framework}-{number}.js"></script>'
    own = HERE / f"{framework}.js"
    script = edition.url("player/audiopress-player.js")
    stories = {}
    for path, (title, blocks, slug) in STORIES.items():
        src = edition.url(f"episodes/{slug}/episode.json") if by_hand else ""
        stories[path] = {"title": title, "blocks": blocks, "src": src}
        known = make_by_url_path(publisher.url(path[1:], host="localhost"))
        up = "../" * known.count("/")
        edition.pages[known] = json.dumps({"episode": f"{up}episodes/{slug}/episode.json"})
    for path in STORIES:
        app = written(path, str(stories[path]["src"]))
        links = '<nav><a href="/one.html">One</a> <a href="/two">Two</a></nav>'
        publisher.pages[path[1:]] = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title>'
            f'<link rel="icon" href="data:,">{scripts}'
            f'<script type="module" src="{script}" {"" if by_hand else "data-auto"}></script>'
            f'<script type="application/json" id="stories">{json.dumps(stories)}</script></head>'
            f'<body hx-boost:inherited="true">{links}<div id="app">{app}</div>'
            + (f"<script>{own.read_text('utf-8')}</script>" if own.exists() else "")
            + "</body></html>"
        )
        publisher.pages[f"part{path}"] = app
    return publisher.url("one.html", host="localhost")


P = "const p = document.querySelector('audiopress-player');"
WATCH = """(() => { const { audio } = document.querySelector('audiopress-player');
  window.cuts = []; audio.addEventListener('pause', () => cuts.push(audio.currentTime)) })()"""


def sounding(page: Page) -> None:
    """Begin in the middle of a paragraph."""
    until(page, "document.querySelector('audiopress-player')?.record")
    page.evaluate(
        f"(async () => {{ {P} await p.whole(); p.play(p.record.paragraphs[2].start) }})()"
    )
    playing(page)
    until(page, f"{MARKED}.length > 20")
    page.evaluate(WATCH)


def sounds_on(page: Page, *, whole: bool) -> None:
    """Still one player, in its place, that sounds, and whose paragraph is marked anew."""
    before = player(page, "p.currentTime")
    page.wait_for_timeout(900)
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    playing(page)
    assert player(page, "!p.audio.paused && p.currentTime") > before
    if whole:
        assert page.evaluate("cuts") == [], "the sound was cut"
    player(page, "p.seek(p.record.paragraphs[5].start + .2)")
    until(page, f"{MARKED} === {json.dumps(TEXTS[5][1])}")
    until(page, "[...CSS.highlights.get('ap-paragraph')].every((range) =>"
                " range.startContainer.isConnected)")  # fmt: skip
    assert page.evaluate("window.broken ?? ''") == ""


CHANGES = {
    "renders again": "act(() => ({}))",
    "paragraphs anew": "act((last) => ({ text: last.text + 1 }))",
    "reordered by key": "act(() => ({ reversed: true }))",
    "wrapped": "act(() => ({ wrapped: true }))",
    "article anew": "act((last) => ({ article: last.article + 1 }))",
}
"""What a component does to its page, in the words of ``frameworks/*.js``."""

ANEW = {"wrapped", "article anew"}
"""Here a component is taken down and made again: an element of its own with it."""


@pytest.mark.parametrize("by_hand", [False, True], ids=["line", "component"])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("framework", ["react", "vue"])
def test_it_sounds_on_while_a_component_changes(  # noqa: PLR0913, PLR0917 - a case each
    page: Page, edition: Site, publisher: Site, framework: str, change: str, by_hand: bool
) -> None:
    page.goto(serve(edition, publisher, framework, by_hand=by_hand))
    page.evaluate("start(false)")
    sounding(page)
    page.evaluate(f"{{ {CHANGES[change]} }}")
    if change == "reordered by key":  # nobody reads from the end to the beginning
        page.wait_for_timeout(300)
        page.evaluate("{ act(() => ({ reversed: false })) }")
    sounds_on(page, whole=not (by_hand and change in ANEW))


@pytest.mark.parametrize("by_hand", [False, True], ids=["line", "component"])
@pytest.mark.parametrize("framework", ["react", "vue"])
def test_it_is_there_after_hydration(
    page: Page, edition: Site, publisher: Site, framework: str, by_hand: bool
) -> None:
    page.goto(serve(edition, publisher, framework, by_hand=by_hand))
    sounding(page)
    page.evaluate("start(true)")
    sounds_on(page, whole=not by_hand)
    page.evaluate("{ act((last) => ({ text: last.text + 1 })) }")
    sounds_on(page, whole=False)


@pytest.mark.parametrize("by_hand", [False, True], ids=["line", "component"])
@pytest.mark.parametrize("framework", ["react", "vue"])
def test_another_route_has_its_own_sound(
    page: Page, edition: Site, publisher: Site, framework: str, by_hand: bool
) -> None:
    page.goto(serve(edition, publisher, framework, by_hand=by_hand))
    page.evaluate("start(false)")
    sounding(page)
    for path, title in (("/two", SECOND), ("/one.html", TITLE), ("/two", SECOND)):
        page.evaluate(f"{{ go('{path}') }}")
        until(page, f"document.querySelector('audiopress-player')?.record?.title === '{title}'")
        page.wait_for_timeout(300)
        assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    player(page, "p.play(1)")
    playing(page)
    until(page, MARKED)
    assert page.evaluate("window.broken ?? ''") == ""


SWAPS = {
    "htmx": {
        "innerHTML": "htmx.ajax('GET', '/part/one.html', { target: '#app', swap: 'innerHTML' })",
        "outerHTML": "htmx.ajax('GET', '/part/one.html', { target: 'main', swap: 'outerHTML' })",
        "morph": "htmx.ajax('GET', '/part/one.html', { target: '#app', swap: 'innerMorph' })",
        "boosted link": "document.querySelector('nav a').click()",
    },
    "turbo": {
        "visit": "Turbo.visit('/one.html', { action: 'replace' })",
        "link": "document.querySelector('nav a').click()",
        "stream": "Turbo.renderStreamMessage('<turbo-stream action=update target=app><template>'"
                  " + document.querySelector('#app').innerHTML.replace("
                  "/<audiopress.*player>/s, PLAYER) + '</template></turbo-stream>')",
        "morph": "Turbo.renderStreamMessage('<turbo-stream action=update method=morph target=app>"
                 "<template>' + document.querySelector('#app').innerHTML.replace("
                 "/<audiopress.*player>/s, PLAYER) + '</template></turbo-stream>')",
    },
}  # fmt: skip
"""The same article from the server once more."""


@pytest.mark.parametrize("by_hand", [False, True], ids=["line", "markup"])
@pytest.mark.parametrize(
    ("library_of", "swap"), [(name, swap) for name, swaps in SWAPS.items() for swap in swaps]
)
def test_it_goes_on_while_the_server_writes_the_article_again(  # noqa: PLR0913, PLR0917 - a case each
    page: Page, edition: Site, publisher: Site, library_of: str, swap: str, by_hand: bool
) -> None:
    page.goto(serve(edition, publisher, library_of, by_hand=by_hand))
    src = edition.url("episodes/harbour/episode.json")
    markup = f'<audiopress-player src="{src}"></audiopress-player>' if by_hand else ""
    page.evaluate("(markup) => (window.PLAYER = markup)", markup)
    sounding(page)
    page.evaluate(f"{{ {SWAPS[library_of][swap]} }}")
    page.wait_for_timeout(400)
    sounds_on(page, whole=not by_hand)


@pytest.mark.parametrize("by_hand", [False, True], ids=["line", "markup"])
@pytest.mark.parametrize("library_of", SWAPS)
def test_a_boosted_link_brings_the_next_article(
    page: Page, edition: Site, publisher: Site, library_of: str, by_hand: bool
) -> None:
    page.goto(serve(edition, publisher, library_of, by_hand=by_hand))
    page.evaluate("window.same = true")
    sounding(page)
    page.locator("nav a").nth(1).click()
    until(page, f"document.querySelector('audiopress-player')?.record?.title === '{SECOND}'")
    assert page.evaluate("window.same"), "the document was not loaded again"
    page.go_back()
    until(page, f"document.querySelector('audiopress-player')?.record?.title === '{TITLE}'")
    assert page.evaluate("document.querySelectorAll('audiopress-player').length") == 1
    player(page, "p.play(1)")
    playing(page)
    until(page, MARKED)
