"""The player's colours on pages of every ink: steady at rest, and again when the page changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import document, element, opened, player, playing, ready, until

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

# The first is read well as it is; the others are too pale, or the player has a ground of its own.
INKS = {
    "dark": "body{color:#1a1a1a;background:#fff}",
    "grey": "body{color:#777;background:#fff}",
    "framework's": "body{color:#6c757d;background:#f8f9fa}",
    "on black": "body{color:#757575;background:#111}",
    "own paper": "body{color:#222;background:#fff} audiopress-player{--ap-paper:#12203a}",
    "white paper": "body{color:#eee;background:#111} audiopress-player{--ap-paper:#fff}",
    "own ink": "body{color:#222;background:#fff} audiopress-player{--ap-ink:#999}",
}

TALL = "<p>A paragraph that nobody reads aloud.</p>" * 40

COUNT = """new Promise((done) => {
  let ended = 0;
  const root = document.querySelector('audiopress-player').shadowRoot;
  root.addEventListener('transitionend', () => (ended += 1));
  setTimeout(() => done(ended), 600);
})"""

CONTRAST = """(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const value = colour.startsWith('rgb') ? part / 255 : Number(part);
      return value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
    });
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const label = document.querySelector('audiopress-player').shadowRoot.querySelector('.label');
  const [one, other] = [getComputedStyle(label).color, GROUND].map(light);
  return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
})()"""


@pytest.mark.parametrize("ink", INKS)
def test_nothing_changes_while_nobody_does_anything(page: Page, edition: Site, ink: str) -> None:
    opened(page, edition, document(element(), head=f"<style>{INKS[ink]}</style>"))
    ready(page)
    page.wait_for_timeout(150)
    assert page.evaluate(COUNT) <= 1


@pytest.mark.parametrize(
    ("ink", "ground"),
    [("grey", "rgb(255, 255, 255)"), ("own paper", "rgb(18, 32, 58)"),
     ("white paper", "rgb(255, 255, 255)"), ("on black", "rgb(17, 17, 17)")],
)  # fmt: skip
def test_what_is_said_can_be_read(page: Page, edition: Site, ink: str, ground: str) -> None:
    opened(page, edition, document(element(), head=f"<style>{INKS[ink]}</style>"))
    ready(page)
    until(page, f"{CONTRAST.replace('GROUND', repr(ground))} >= 4.5")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("ink", ["#222", "#777"])
def test_a_page_that_turns_dark_later_takes_it_along(
    page: Page, edition: Site, width: int, ink: str
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    style = f"<style>html{{background:#fff;color:{ink}}} html.dark{{background:#111;color:#eee}}"
    opened(page, edition, document(element("layout='line'"), head=f"{style}</style>"))
    ready(page)
    page.evaluate("document.documentElement.classList.add('dark')")
    until(page, f"{CONTRAST.replace('GROUND', repr('rgb(17, 17, 17)'))} >= 4.5")
    assert player(page, "getComputedStyle(p).getPropertyValue('--measured')") == "rgb(17, 17, 17)"


@pytest.mark.parametrize("ink", ["#222", "#777"])
def test_a_bar_turns_dark_with_its_page(page: Page, edition: Site, ink: str) -> None:
    style = f"<style>html{{background:#fff;color:{ink}}} html.dark{{background:#111;color:#eee}}"
    opened(page, edition, document(element("data-sticky"), head=f"{style}</style>") + TALL)
    ready(page)
    player(page, "p.play()")
    playing(page)
    page.evaluate("scrollTo(0, 1e6)")
    until(page, "document.querySelector('[data-stuck]')")
    page.evaluate("document.documentElement.classList.add('dark')")
    until(page, f"{CONTRAST.replace('GROUND', repr('rgb(17, 17, 17)'))} >= 4.5")
    assert player(page, "getComputedStyle(p.ui.frame).backgroundColor") == "rgb(17, 17, 17)"
