"""The published pages in a real browser: seen, policed, attacked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest
from edition import Site, sweep
from playwright.sync_api import expect

from audiopress.publish.cover_names import name_front_artwork
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.pages import front_pages, render
from audiopress.publish.pages.artwork import FRONT_SIDE, ICON_SIDE, draw_artwork, make_small
from audiopress.publish.player_files import list_player_files
from audiopress.publish.timed.alignment import write_alignment
from audiopress.publish.timed.episode_json import write_episode_json
from tests.unit.publish_samples import BORN, TEXTS, episode, show, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from audiopress.model import Episode, Show

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)
SHAPE = bytes(range(100))
RUN = "window.pwned=(window.pwned||0)+1"
VEHICLES = (
    "<script>{}</script>", "</script><script>{}</script>", "<img src=x onerror={}>",
    "'\"><img src=x onerror={}>", "<svg onload={}>", "</title><svg/onload={}>",
    "</style><script>{}</script>", "<iframe srcdoc='<script>parent.{}</script>'></iframe>",
    "<body onload={}>", "<details open ontoggle={}>x</details>", "--><script>{}</script>",
    "]]><script>{}</script>", "<math><mtext></p><img src=x onerror={}>",
    '" autofocus onfocus={} x="',
    "' onmouseover={} '", '<a href="javascript:{}">x</a>', "javascript:{}",
    "&lt;script>{}</script>",
    "&#60;script&#62;{}&#60;/script&#62;", "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "{{% raw %}}<script>{}</script>", "<template><script>{}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={}>'>", "<\x00script>{}</script>",
    "<scr\u202eipt>{}</script>", "<ScRiPt>{}</sCrIpT>", "<script/src=data:,{}>",
    "<object data='data:text/html,<script>{}</script>'>", "<embed src='javascript:{}'>",
    "<link rel=stylesheet href='javascript:{}'>", "<base href='javascript:{}//'>",
    "<meta http-equiv=refresh content='0;url=javascript:{}'>",
)  # fmt: skip
PAYLOADS = [vehicle.format(RUN) for vehicle in VEHICLES] + [
    f"{quote}{closing}{vehicle.format(RUN)}"
    for quote in ('"', "'", "`")
    for closing in (">", "/>", "</a>")
    for vehicle in VEHICLES[:4]
]


def write(root: Path, owner: Show, episodes: list[Episode], said: str | None = None) -> None:
    """Write an edition as the press lays it out."""
    (root / "player").mkdir(parents=True)
    for name, body in list_player_files().items():
        (root / name).write_bytes(body)
    sound = sweep(timeline().samples / timeline().rate)
    texts = TEXTS if said is None else (("body", said, said), *TEXTS[3:])
    it = replace(timeline(texts), samples=timeline().samples)
    cover = draw_artwork(owner)
    files = {owner.artwork: cover, "icon.png": make_small(cover, ICON_SIDE)}
    files[name_front_artwork(owner.artwork)] = make_small(cover, FRONT_SIDE)
    files["style.css"] = render.read_stylesheet()
    files |= render.read_fonts()
    files |= front_pages.render_index_pages(owner, episodes) | write_feeds(owner, episodes)
    files |= front_pages.make_search_files(episodes)
    for one in episodes:
        files |= {
            one.enclosure.path: sound,
            f"{one.home}index.html": render.render_episode_page(owner, one, it, corrected=BORN),
            f"{one.home}embed.html": render.render_embed_page(owner, one),
            f"{one.home}gone.html": render.render_withdrawn_page(
                owner, one, reason=said or "Asked."
            ),
            f"{one.home}episode.json": write_episode_json(one, SHAPE),
            f"{one.folder}alignment.json": write_alignment(one, it, peaks=SHAPE),
        }
    for name, body in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(body)


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("published") / "output"
    arabic = episode(30, language="ar", title="\u0639\u0627\u062f\u062a", byline="")
    write(root, show(), [episode(0), episode(1), arabic])
    site = Site(root)
    yield site
    site.close()


PLACES = (
    "index.html",
    "episodes/tide-mill-0/index.html",
    "episodes/tide-mill-30/index.html",
    "episodes/tide-mill-0/embed.html",
    "episodes/tide-mill-0/gone.html",
)


def watch(page: Page) -> list[str]:
    """Collect what the browser complains of."""
    heard: list[str] = []
    page.on("console", lambda it: heard.append(it.text) if it.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.mark.parametrize("place", PLACES)
def test_pages_hold_under_a_strict_policy_and_ask_no_other_host(
    page: Page, ours: Site, place: str
) -> None:
    ours.faults.headers["Content-Security-Policy"] = POLICY
    heard = watch(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ours.url(place), wait_until="networkidle")
    ours.faults.reset()
    assert heard == []
    assert all(address.startswith(ours.url()) for address in asked)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing(
    page: Page, ours: Site, place: str, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(ours.url(place), wait_until="networkidle")
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_sticks_out(page: Page, ours: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for place in PLACES:
        page.goto(ours.url(place))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.mark.parametrize("place", PLACES)
def test_pages_are_whole_without_script(browser: Browser, ours: Site, place: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(ours.url(place))
    assert page.locator("body").inner_text().strip()
    if "gone" not in place:
        assert page.locator("audio[controls]").first.is_visible()
    context.close()


def test_nothing_around_the_player_moves_when_it_comes(page: Page, ours: Site) -> None:
    for place in PLACES[:2]:
        page.route("**/audiopress-player.js", lambda route: route.abort())
        page.goto(ours.url(place), wait_until="networkidle")
        last = "main > :last-child, .transcript"
        before = [page.locator(last).last.bounding_box(), page.locator(".foot").bounding_box()]
        page.unroute("**/audiopress-player.js")
        page.goto(ours.url(place), wait_until="networkidle")
        after = [page.locator(last).last.bounding_box(), page.locator(".foot").bounding_box()]
        assert before == after


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An edition with a second page of older articles, and with names to look for."""
    root = tmp_path_factory.mktemp("large") / "output"
    titles = {3: "Zo\u00eb\u2019s harbour", 150: PAYLOADS[2], 151: "Harbour & mill"}
    episodes = [episode(n, **({"title": titles[n]} if n in titles else {})) for n in range(205)]
    root.mkdir()
    files = front_pages.render_index_pages(show(), episodes) | front_pages.make_search_files(
        episodes
    )
    for name, body in (files | {"style.css": render.read_stylesheet()}).items():
        (root / name).write_bytes(body)
    site = Site(root)
    yield site
    site.close()


def test_titles_are_found_without_a_server(page: Page, large: Site) -> None:
    large.faults.headers["Content-Security-Policy"] = POLICY
    heard = watch(page)
    page.goto(large.url("index.html"), wait_until="networkidle")
    field = page.get_by_role("searchbox", name="Search the titles")
    assert "titles.json" not in large.faults.seen, "the list is not asked for before it is needed"
    field.press_sequentially("zoe har")
    results = page.locator(".found a")
    expect(results).to_have_text(["Zo\u00eb\u2019s harbour"])
    expect(page.get_by_role("status")).to_have_text("Found: 1")
    assert page.locator(".day").first.is_hidden()
    assert results.get_attribute("href") == "episodes/tide-mill-3/index.html"
    field.fill("onerror")
    expect(results).to_have_text([PAYLOADS[2]])
    field.fill("no such words")
    expect(page.get_by_role("status")).to_have_text("No title has these words.")
    field.fill("")
    expect(page.get_by_role("status")).to_have_text("")
    assert page.locator(".day").first.is_visible()
    assert page.evaluate("window.pwned") is None
    # There is no player and no sound in this edition, which the browser says.
    assert [text for text in heard if "Failed to load resource" not in text] == []


def test_titles_in_older_lists_are_found(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(front_pages, "LISTED_TITLES", 3)
    episodes = [episode(n, title=f"Tide {n}") for n in range(11)]
    files = front_pages.render_index_pages(show(), episodes)
    files |= front_pages.make_search_files(episodes)
    assert "titles-2.json" in files
    for name, body in (files | {"style.css": render.read_stylesheet()}).items():
        (tmp_path / name).write_bytes(body)
    site = Site(tmp_path)
    page.goto(site.url("index.html"), wait_until="networkidle")
    field = page.get_by_role("searchbox")
    field.fill("tide")
    results = page.locator(".found a")
    expect(results).to_have_text([f"Tide {n}" for n in reversed(range(11))])
    site.faults.failing |= {"titles-1.json"}
    page.reload(wait_until="networkidle")
    field.fill("tide")
    expect(page.get_by_role("status")).to_have_text(
        "The titles could not be loaded. Please try again."
    )
    site.close()


def test_without_its_list_the_search_says_so(page: Page, large: Site) -> None:
    page.goto(large.url("older-1.html"), wait_until="networkidle")
    large.faults.failing |= {"titles.json"}
    page.get_by_role("searchbox").fill("harbour")
    expect(page.get_by_role("status")).to_have_text(
        "The titles could not be loaded. Please try again."
    )
    large.faults.reset()
    page.get_by_role("searchbox").fill("harbour mill")
    expect(page.locator(".found a")).to_have_text(["Harbour & mill"])


def test_without_script_there_is_no_field_that_does_nothing(browser: Browser, large: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(large.url("index.html"))
    assert page.locator("#find").is_hidden()
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_in_the_search(
    page: Page, large: Site, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(large.url("index.html"), wait_until="networkidle")
    page.get_by_role("searchbox").fill("harbour")
    page.locator(".found a").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page, {"include": [[".search"], [".found"]]})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.slow
def test_no_payload_runs(page: Page, tmp_path: Path) -> None:
    assert len(PAYLOADS) >= 60
    root = tmp_path / "output"
    turned = [PAYLOADS[n:] + PAYLOADS[:n] for n in range(len(PAYLOADS))]
    hostile = [
        episode(n, title=a, byline=b, summary=c, section=d, narrators=(e,), url=f)
        for n, (a, b, c, d, e, f, *_) in enumerate(turned)
    ]
    every = " ".join(PAYLOADS)
    owner = show(
        title=PAYLOADS[1], description=every[:1500], author=PAYLOADS[3], link=PAYLOADS[16],
        copyright=PAYLOADS[4],
    )  # fmt: skip
    write(root, owner, hostile, every)
    site = Site(root)
    opened = ["index.html", f"{hostile[0].home}gone.html"]
    opened += [f"{one.home}index.html" for one in hostile[::5]]  # each word in one of six places
    opened += [f"{one.home}embed.html" for one in hostile[::20]]
    for place in opened:
        page.goto(site.url(place), wait_until="load")
        assert page.evaluate("window.pwned") is None, place
        assert page.locator("main").count() == 1, place
    page.goto(site.url("index.html"), wait_until="networkidle")
    assert page.evaluate("window.pwned") is None
    site.close()


def test_a_page_that_did_not_escape_would_be_caught(page: Page, ours: Site) -> None:
    ours.pages["bad.html"] = f"<!doctype html><main>{PAYLOADS[2]}</main>"
    page.goto(ours.url("bad.html"), wait_until="networkidle")
    assert page.evaluate("window.pwned") == 1
