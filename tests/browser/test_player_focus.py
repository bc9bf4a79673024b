"""Where the focus is: it stays with the reader, and the page with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pages import BODY, document, element, opened, player, playing, ready, until

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

TALL = BODY * 6

REST = {
    "transcript": ("p.ui.transcript", "p >> nth=6"),
    "settings": ("p.ui.options", "ul"),
}
"""A list, and what in it takes no focus."""


@pytest.mark.parametrize("rest", REST)
def test_a_press_on_a_list_leaves_the_page_where_it_is(
    page: Page, edition: Site, rest: str
) -> None:
    """With ``delegatesFocus`` it gave Play the focus, and the page went up to it."""
    button, place = REST[rest]
    page.set_viewport_size({"width": 900, "height": 300})
    opened(page, edition, document(element(), body=TALL))
    ready(page)
    player(page, "p.play(6)")
    playing(page)
    player(page, "p.pause()")
    player(page, f"{button}.click()")
    page.locator("audiopress-player .list li").first.wait_for()
    player(page, "p.ui.list.scrollIntoView({ block: 'start' })")
    page.wait_for_timeout(400)
    at = page.evaluate("scrollY")
    assert player(page, "p.ui.play.getBoundingClientRect().bottom") < 0
    box = page.locator(f"audiopress-player .list {place}").bounding_box()
    assert box
    page.mouse.click(box["x"] + 4, box["y"] + 4)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") == at


DEEP = """(() => { let at = document.activeElement;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at.getAttribute('part') ?? at.localName })()"""
"""What has the focus."""


def test_who_closes_the_bar_by_keyboard_stands_at_the_articles_player(
    page: Page, edition: Site
) -> None:
    opened(page, edition, document(element("data-sticky data-follow=off"), body=TALL))
    ready(page)
    player(page, "p.play(3)")
    playing(page)
    page.evaluate("scrollTo(0, 700)")
    until(page, "document.querySelector('audiopress-player').hasAttribute('data-stuck')")
    at = page.evaluate("scrollY")
    player(page, "p.ui.close.focus()")
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('audiopress-player').hasAttribute('data-stuck')")
    assert page.evaluate(DEEP) == "button play"
    assert page.evaluate("scrollY") == at


def test_settings_under_the_hand_are_not_written_anew(page: Page, edition: Site) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"'), body=TALL))
    ready(page)
    player(page, "p.play(3)")
    playing(page)
    for name in ("options", "playlist"):
        shown = "document.querySelector('audiopress-player').ui.list.textContent"
        before = page.evaluate(shown)
        player(page, f"p.ui.{name}.click()")
        # A playlist comes over the network, and until then the list is the one before.
        until(page, f"{shown} && {shown} !== {json.dumps(before)}")
        page.locator("audiopress-player .list li").nth(1).wait_for()
        page.evaluate(
            """() => { const { list } = document.querySelector('audiopress-player').ui;
            window.written = 0; const select = list.querySelector('select');
            if (select) select.value = '15';
            new MutationObserver((all) => (written += all.length)).observe(list,
              { subtree: true, childList: true, characterData: true, attributes: true }) }"""
        )
        page.wait_for_timeout(400)
        assert page.evaluate("written") == 0, name
        chosen = page.evaluate(
            "document.querySelector('audiopress-player').ui.list.querySelector('select')?.value"
        )
        assert chosen in (None, "15")
