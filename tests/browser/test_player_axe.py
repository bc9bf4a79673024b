"""axe, with the size of targets, in every state: one page that is turned from width to width."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages import document, element, opened, player, playing, ready, until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from edition import Site
    from playwright.sync_api import Browser, Page

SIZES = {"320 px": (320, 800), "768 px": (768, 900), "1280 px": (1280, 900), "400 %": (320, 256)}
COLOURS = {"light": ("light", "none"), "dark": ("dark", "none"), "forced": ("dark", "active")}
IN_EVERY_COLOUR = {"320 px", "1280 px"}
PLAIN = """<style>:root{color-scheme:light dark}body{background:Canvas;color:CanvasText}
</style>"""
TALL = "<p>A paragraph that nobody reads aloud.</p>" * 40
FOUND = """async () => (await axe.run({ include: [['audiopress-player']] }, {
  resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    `${id}: ${html.slice(0, 140)} ${[...any, ...all, ...none][0]?.message}`))"""


@pytest.fixture(scope="module")
def listening(browser: Browser, edition: Site) -> Iterator[Page]:
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        pytest.skip("no axe-core: pip install axe-playwright-python")
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(8000)
    page = context.new_page()
    attributes = 'playlist="/feed.xml" data-sticky data-remember data-report="mailto:a@b.example"'
    opened(page, edition, document(element(attributes), head=PLAIN) + TALL)
    page.evaluate((Path(found.origin).parent / "axe.min.js").read_text("utf-8"))
    ready(page)
    yield page
    context.close()


def silent(page: Page, _edition: Site) -> None:
    player(page, "p.pause()")


def sounding(page: Page, _edition: Site) -> None:
    player(page, "p.play()")
    playing(page)


def showing(name: str) -> Callable[[Page, Site], None]:
    """Return what opens a list, whatever was open before."""

    def show(page: Page, edition: Site) -> None:
        sounding(page, edition)
        page.evaluate(
            """(name) => { const { ui } = document.querySelector('audiopress-player');
            if (ui[name].ariaExpanded !== 'true') ui[name].click() }""",
            name,
        )
        page.locator("audiopress-player li").first.wait_for()

    return show


def chosen(page: Page, edition: Site) -> None:
    showing("playlist")(page, edition)
    player(page, "p.ui.list.querySelector('[aria-pressed=false]').click()")


def resumed(page: Page, _edition: Site) -> None:
    player(page, "p.say('Resumed at 0:40.', () => {}, 'From the start')")


def stuck(page: Page, edition: Site) -> None:
    sounding(page, edition)
    page.evaluate("scrollTo(0, 1e6)")
    until(page, "document.querySelector('[data-stuck]')")


def led_back(page: Page, edition: Site) -> None:
    showing("options")(page, edition)
    player(page, "p.ui.options.click()")
    stuck(page, edition)
    page.mouse.wheel(0, -200)
    page.evaluate("scrollTo(0, 1e6)")
    page.locator("audiopress-player .return").wait_for()


def complained(page: Page, _edition: Site) -> None:
    page.evaluate("scrollTo(0, 0)")
    player(page, "p.seek(6.2)")
    until(page, "CSS.highlights.get('ap-word')")
    player(page, "p.pause()")
    page.evaluate(
        "[...CSS.highlights.get('ap-word')][0].startContainer.parentElement.scrollIntoView()"
    )
    page.locator(".report").wait_for()


def failed(page: Page, _edition: Site) -> None:
    # by the event itself: what the browser has of the sound it would play
    player(page, "(p.play(), p.audio.dispatchEvent(new Event('error')))")
    expect(page.get_by_role("status")).to_have_text("The audio could not be loaded.")


STATES = {
    "idle": silent, "playing": sounding, "chapters": showing("chapters"),
    "transcript": showing("transcript"), "playlist": showing("playlist"), "queue": chosen,
    "settings": showing("options"), "resumed": resumed, "bar": stuck,
    "back to what is read": led_back, "wrong pronunciation": complained, "failed": failed,
}  # fmt: skip


def find_lasting(page: Page) -> list[str]:
    """Return what axe finds, once the page has taken on the colours it was told of last."""
    for _ in range(4):
        page.wait_for_timeout(60)
        if not (found := page.evaluate(FOUND)):
            return []
        page.wait_for_timeout(500)
    return list(found)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(listening: Page, edition: Site, state: str) -> None:
    faults, wide = {}, {}
    for size, (width, height) in SIZES.items():
        listening.set_viewport_size({"width": width, "height": height})
        if width < 1024:
            player(listening, "p.ui.more.ariaExpanded === 'true' || p.ui.more.click()")
        STATES[state](listening, edition)
        for colours, (scheme, forced) in COLOURS.items():
            if colours != "light" and size not in IN_EVERY_COLOUR:
                continue
            listening.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
            if found := find_lasting(listening):
                faults[f"{size}, {colours}"] = found
        if listening.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            wide[size] = "something sticks out"
    assert faults | wide == {}
