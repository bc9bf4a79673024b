"""Where the line alone puts the player, however a page writes its paragraphs and its columns."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE
from test_player_hosts import auto

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

SHORT = [text for role, text in TEXTS if role == "body"]
"""None has 83 letters."""

MARKUP = {
    "short": "".join(f"<p>{text[:50]}</p>" for text in SHORT * 2),
    "div": "".join(f"<div class='par'>{text}</div>" for text in SHORT * 2),
    "blockquote": "".join(f"<blockquote style='margin:9px 0'>{text}</blockquote>"
                          for text in SHORT),
    "list": f"<ul style='padding:0;margin:0'>{''.join(f'<li>{text}</li>' for text in SHORT)}</ul>",
    "breaks": f"<div class='par'>{'<br><br>'.join(SHORT)}</div>",
    "spans": "".join(f"<p><span>{text[:30]}</span><span>{text[30:]}</span></p>" for text in SHORT),
    "one box each": "".join(f"<div class='block'><p>{text}</p></div>" for text in SHORT),
    "bare": "<br><br>".join(SHORT),
    "first is a word": f"<p>Vik.</p>{''.join(f'<p>{text}</p>' for text in SHORT)}",
}  # fmt: skip

H1 = f"<h1>{TITLE}</h1>"
PICTURE = "<img alt='' width='120' height='120' src='data:,'>"
LAYOUTS = {
    "flex header": "<main style='max-width:700px;margin:auto'><article><header style='display:flex;"
                   f"gap:16px'>{H1}{PICTURE}<time>1 May</time></header>{{}}</article></main>",
    "flex header, section": "<main><header style='display:flex;justify-content:space-between'>"
                            f"{H1}<p>News</p></header><section style='max-width:640px'>{{}}"
                            "</section></main>",
    "grid header": "<article style='max-width:700px'><header style='display:grid;"
                   f"grid-template-columns:auto 1fr'><span>News</span>{H1}{PICTURE}</header>{{}}"
                   "</article>",
    "hero": "<article><div style='display:grid;grid-template-columns:1fr 1fr;min-height:300px;"
            f"align-items:end'><div style='padding:24px'>{H1}<p>A short deck for it.</p></div>"
            f"{PICTURE}</div><div style='max-width:640px;margin:auto'>{{}}</div></article>",
    "columns": "<style>h1{column-span:all}</style><main style='columns:3 200px;column-gap:32px'>"
               f"{H1}{{}}</main>",
    "inline flex": f"<main><div style='display:inline-flex;gap:8px'>{H1}<button>Save</button></div>"
                   "<div style='max-width:640px'>{}</div></main>",
}  # fmt: skip

GRIDS = {
    "three columns": ("1fr min(60ch, 100% - 32px) 1fr", "2"),
    "named lines": ("[full-start] 1fr [text-start] minmax(0, 600px) [text-end] 1fr [full-end]",
                    "text"),
    "twelve": ("repeat(12, 1fr)", "3 / 11"),
    "from the end": ("1fr 1fr 60px", "1 / -2"),
    "spanning": ("repeat(6, 1fr)", "2 / span 4"),
}  # fmt: skip
"""Columns, and those of each paragraph."""

SEEN = """() => {
  const player = document.querySelector('audiopress-player');
  player.scrollIntoView({ block: 'center' });
  const head = document.querySelector('h1').getBoundingClientRect();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let column, first;
  while (walker.nextNode()) if (/harbour of Vik|^Vik\\.$/.test(walker.currentNode.data)) {
    const holder = walker.currentNode.parentElement
      .closest('p,div,li,blockquote,section,main,article');
    first ??= document.createRange();
    first.selectNodeContents(walker.currentNode);
    first = first.getBoundingClientRect();
    column = holder.getClientRects()[0];
    break;
  }
  const box = player.getBoundingClientRect();
  const play = player.ui.play.getBoundingClientRect();
  const over = document.elementFromPoint(play.x + play.width / 2, play.y + play.height / 2);
  return Object.entries({ wide: box.width >= Math.min(.6 * column.width, 600),
    no_wider: box.width <= column.width + 60, pressed: over === player,
    below: box.top >= head.bottom - 2, above: box.bottom <= first.top + 2,
    one: document.querySelectorAll('audiopress-player').length === 1,
    page: document.documentElement.scrollWidth <= innerWidth })
    .filter(([, holds]) => !holds).map(([name]) => name)
    .concat([box.x, box.y, box.width, box.height, column.x, first.y, column.width].join(' '));
}"""


@pytest.mark.parametrize(("layout", "text"), list(product(LAYOUTS, MARKUP)))
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_wide_below_the_headline_and_above_the_text(
    page: Page, edition: Site, layout: str, text: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    auto(page, edition, LAYOUTS[layout].replace("{}", MARKUP[text]))
    *faults, boxes = page.evaluate(SEEN)
    # Words without a box of their own have no column of their own either.
    assert set(faults) <= ({"wide", "no_wider"} if text == "bare" else set()), boxes
    assert page.evaluate("document.querySelector('audiopress-player').clientWidth") >= 240


@pytest.mark.parametrize(("columns", "text"), list(product(GRIDS, ("short", "div", "list"))))
@pytest.mark.parametrize("width", [390, 1280])
def test_in_a_grid_it_has_the_columns_of_the_text(
    page: Page, edition: Site, columns: str, text: str, width: int
) -> None:
    grid, place = GRIDS[columns]
    page.set_viewport_size({"width": width, "height": 800})
    style = (f"<style>article{{display:grid;grid-template-columns:{grid}}}"
             f"article>:is(h1,p,div,ul){{grid-column:{place};margin-block:8px}}"
             "article>figure{grid-column:1/-1;margin:0}</style>")  # fmt: skip
    markup = f"<article>{H1}<figure>{PICTURE}</figure>{MARKUP[text]}</article>"
    auto(page, edition, markup, head=style)
    *faults, boxes = page.evaluate(SEEN)
    assert faults == [], boxes
