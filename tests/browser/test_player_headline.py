"""The headline of a page that says it in other words than the record; a logo is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from edition import TITLE
from pages import player
from test_player_hosts import LONG, auto

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

OTHER = "Boats are back at Vik"
"""A headline that the desk wrote anew after it was spoken."""

LOGOS = {
    "in main": "<main><h1 class='logo'><a href='/'>The Coast</a></h1><h2>{h}</h2>{t}</main>",
    "by its id": "<div><h1 id='site-logo'>The Coast</h1></div><div><h1>{h}</h1>{t}</div>",
    "title of the site": "<h1 class='site-title'>The Coast</h1><div><h1>{h}</h1>{t}</div>",
    "brand": "<div><h1 class='navbar-brand'>The Coast</h1></div><section><h1>{h}</h1>{t}</section>",
    "banner": "<div role='banner'><div><h1>The Coast</h1></div></div><h1>{h}</h1>{t}",
    "in large letters": "<article><h1 class='HeaderLogo'>Coast</h1><h1>{h}</h1>{t}</article>",
}


@pytest.mark.parametrize("kind", LOGOS)
def test_it_stands_below_the_headline_and_not_below_the_logo(
    page: Page, edition: Site, kind: str
) -> None:
    auto(page, edition, LOGOS[kind].format(h=OTHER, t=LONG))
    assert player(page, "p.previousElementSibling.textContent") == OTHER


def test_a_headline_in_no_heading_is_found_by_browsers_that_do_not_know_has(
    page: Page, edition: Site
) -> None:
    page.add_init_script(
        """for (const kind of [Document, DocumentFragment, Element]) {
             const { querySelectorAll } = kind.prototype;
             kind.prototype.querySelectorAll = function (selector) {
               if (selector.includes(':has(')) throw new SyntaxError(selector);
               return querySelectorAll.call(this, selector);
             };
           }"""
    )
    auto(page, edition, f"<main><div><span>{TITLE}</span></div><div>{LONG}</div></main>")
    # Behind it, and not before the words in it: they are none of the text.
    assert player(page, "p.previousElementSibling.textContent") == TITLE


def test_a_heading_that_alone_is_there_is_taken_for_it(page: Page, edition: Site) -> None:
    auto(page, edition, f"<main><h1 class='logo'>The Coast</h1>{LONG}</main>")
    assert player(page, "p.previousElementSibling.localName") == "h1"
