"""The player in pages of others: whatever their layout, sizes and colours, it can be seen and used.

Each kind of host page stands here with several of its shape; none is a real site's.
"""

from __future__ import annotations

import json

import pytest
from edition import TEXTS, TITLE, Site
from pages import document, element, opened, player, playing, ready, until
from playwright.sync_api import Page, expect

from audiopress.publish.by_url import make_by_url_path

LONG = "".join(f"<p>{text} And so it went on, day after day, until the ice broke.</p>"
               for _, text in TEXTS[2:4])  # fmt: skip
BODY = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:])


def auto(page: Page, edition: Site, markup: str, *, head: str = "") -> None:
    """Open a page of a site that has the one line in its template."""
    path = make_by_url_path(edition.url("host.html"))
    up = "../" * path.count("/")
    edition.pages[path] = json.dumps({"episode": f"{up}episodes/harbour/episode.json"})
    edition.pages["host.html"] = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>News</title>
<link rel="icon" href="data:,"><style>body{{margin:0;font:18px/1.5 serif}}</style>{head}
<script type="module" src="/player/audiopress-player.js" data-auto></script></head>
<body>{markup}</body></html>"""
    page.goto(edition.url("host.html"))
    ready(page)


# -- sizes ---------------------------------------------------------------------------------------

SIZES = ("html{font-size:62.5%}body{font-size:1.8rem}", "html{font-size:62.5%}",
         "html{font-size:24px}", "html{font-size:50%}body{font-size:10px}",
         "html{font-size:1vw}", "html{font:32px/2 serif}article{zoom:1}")  # fmt: skip


@pytest.mark.parametrize("style", SIZES)
@pytest.mark.parametrize("width", [390, 900])
def test_it_has_its_size_whatever_the_root_has(
    page: Page, edition: Site, style: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    opened(page, edition, document(element(), head=f"<style>{style}</style>"))
    ready(page)
    sizes = page.evaluate(
        """() => { const { ui } = document.querySelector('audiopress-player');
        const seen = Object.values(ui).filter((one) => one.getClientRects().length);
        const box = (one) => one.getBoundingClientRect();
        const letters = seen.map((one) => parseFloat(getComputedStyle(one).fontSize));
        return { letters: Math.min(...letters), largest: Math.max(...letters),
          target: Math.min(...seen.filter((one) => one.matches('button,select,a')).map((one) =>
            Math.min(box(one).width, box(one).height))),
          play: box(ui.play).width, height: box(ui.player).height } }"""
    )
    assert sizes["letters"] >= 12
    assert sizes["largest"] <= 20
    assert sizes["target"] >= 24
    assert sizes["play"] in (44, 52)
    assert sizes["height"] < 130


# -- places --------------------------------------------------------------------------------------

H1 = f"<h1>{TITLE}</h1>"
PICTURE = "<div style='inline-size:200px;block-size:150px;background:#888'></div>"
HERO = "position:relative;block-size:300px;background:#234;color:#fff;"
PLACES = {
    "flex row": f"<main><header style='display:flex'>{H1}<p>News</p></header>{LONG}</main>",
    "grid": f"<main><header style='display:grid;grid-template-columns:1fr 200px'>{H1}{PICTURE}"
            f"</header>{LONG}</main>",
    "absolute in a hero": f"<main><header style='{HERO}'><div style='position:absolute;bottom:0'>"
                          f"{H1}</div></header>{LONG}</main>",
    "absolute itself": f"<main><header style='{HERO}'><h1 style='position:absolute;bottom:9px'>"
                       f"{TITLE}</h1></header>{LONG}</main>",
    "logo": f"<header><h1 class='logo'><a href='/'>The Coast</a></h1></header><main><h2>{TITLE}"
            f"</h2>{LONG}</main>",
    "logo in h1, headline in h1 later": f"<div id='top'><h1><a href='/'>The Coast</a></h1></div>"
                                        f"<section>{H1}{LONG}</section>",
    "link in a flex column": "<main><div style='display:flex;gap:9px'><div><a href='#'>"
                             f"{H1}</a></div>{PICTURE}</div><div>{LONG}</div></main>",
    "clipped": f"<main><div style='block-size:260px;overflow:hidden'>{H1}</div>{LONG}</main>",
    "sticky": f"<main><div style='position:sticky;top:0;background:#fff'>{H1}</div>{LONG}</main>",
    "centred column": "<main><header style='display:flex;flex-direction:column;"
                      f"align-items:center'>{H1}<p>By Ana Lund</p></header>{LONG}</main>",
    "inline": f"<main><div><h1 style='display:inline-block;inline-size:40%'>{TITLE}</h1>"
              f"<i>News</i></div>{LONG}</main>",
    "float": f"<main><div style='display:flow-root'><div style='float:left;inline-size:30%'>{H1}"
             f"</div>{PICTURE}</div>{LONG}</main>",
    "table": f"<main><table><tr><td>{H1}<td>{PICTURE}</table>{LONG}</main>",
    "named areas": "<main style='display:grid;grid-template-areas:\"h s\" \"t s\";"
                   f"grid-template-columns:1fr 150px'><header style='grid-area:h'>{H1}</header>"
                   f"<div style='grid-area:t'>{LONG}</div><aside style='grid-area:s'>Ads</aside>"
                   "</main>",
    "centred above a narrow column": f"<article><header style='text-align:center'>{H1}</header>"
                                     f"<section style='max-inline-size:500px;margin:auto'>{LONG}"
                                     "</section></article>",
    "hidden headline": f"<main><h1 style='position:absolute;inline-size:1px;block-size:1px;"
                       f"overflow:hidden'>{TITLE}</h1><div>{LONG}</div></main>",
}  # fmt: skip

SEEN = """() => {
  const player = document.querySelector('audiopress-player');
  player.scrollIntoView({ block: 'center' });
  const text = [...document.querySelectorAll('p')].find((p) => p.textContent.length > 100);
  const headline = [...document.querySelectorAll('h1,h2')].find((h) => h.textContent.length > 30);
  const [box, column, head, play] = [player, text, headline, player.ui.play].map((one) =>
    one.getBoundingClientRect());
  const over = document.elementFromPoint(play.x + play.width / 2, play.y + play.height / 2);
  return { wide: box.width >= Math.min(0.6 * column.width, 600), pressed: over === player,
    below: box.top >= head.bottom - 2 || head.width < 2, above: box.bottom <= column.top + 2,
    aligned: Math.abs(box.left - column.left) < 13,
    players: document.querySelectorAll('audiopress-player').length };
}"""


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("width", [390, 1000])
def test_its_place_is_below_the_headline_and_can_be_pressed(
    page: Page, edition: Site, kind: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    auto(page, edition, PLACES[kind])
    assert page.evaluate(SEEN) == {
        "wide": True, "pressed": True, "below": True, "above": True, "players": 1,
        "aligned": True,
    }  # fmt: skip


# -- the bar -------------------------------------------------------------------------------------

FRAMES = {
    "transform": ("<div style='transform:translateY(0)'>", "</div>"),
    "filter": ("<div style='filter:grayscale(.2)'>", "</div>"),
    "contained": ("<div style='contain:layout paint'>", "</div>"),
    "scaled": ("<div style='transform:scale(.9);transform-origin:0 0'>", "</div>"),
    "clipped and low": ("<div style='overflow:clip;position:relative;z-index:0'>", "</div>"),
    "perspective": ("<div style='perspective:900px'>", "</div>"),
}


@pytest.mark.parametrize("kind", FRAMES)
def test_the_bar_lies_at_the_edge_of_the_window(page: Page, edition: Site, kind: str) -> None:
    before, after = FRAMES[kind]
    tall = "<p>tall</p>" * 80
    markup = document(element("data-sticky"), body=tall).replace("<main>", f"<main>{before}")
    opened(page, edition, markup.replace("</main>", f"{after}</main>"))
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.evaluate("scrollTo(0, 1500)")
    page.locator("audiopress-player .stuck").wait_for()
    box = page.locator("audiopress-player .stuck").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 885 if box["width"] == 885 else 900)
    assert box["y"] + box["height"] == pytest.approx(700, abs=1)
    page.get_by_role("button", name="Pause").click()
    until(page, "document.querySelector('audiopress-player').paused")


def test_the_bar_comes_when_a_box_of_the_page_scrolls(page: Page, edition: Site) -> None:
    head = "<style>body{margin:0}main{height:600px;margin-top:60px;overflow:auto}</style>"
    opened(page, edition, document(element("data-sticky"), head=head, body="<p>tall</p>" * 80))
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.evaluate("document.querySelector('main').scrollTo(0, 1500)")
    page.locator("audiopress-player .stuck").wait_for()


@pytest.mark.parametrize("attributes", ["data-sticky", 'data-sticky playlist="/feed.xml"'])
@pytest.mark.parametrize("path", ["harbour", "mina"])
def test_the_bar_has_room_for_its_wave(
    page: Page, edition: Site, path: str, attributes: str
) -> None:
    own = element(attributes).replace("harbour", path)
    opened(page, edition, document(own, body="<p>tall</p>" * 80))
    ready(page)
    # One of the two is over in seconds, and what has ended has no bar.
    player(page, "(p.audio.loop = true, p.play())")
    playing(page)
    page.evaluate("scrollTo(0, 1500)")
    page.locator("audiopress-player .stuck").wait_for()
    narrow = {}
    for width in (320, 390, 600, 752, 768, 800, 900, 1023, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        # The player measures its room a frame later.
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
        track = page.locator("audiopress-player .stuck .track").bounding_box()
        if not track or track["width"] < 120:
            narrow[width] = track
    assert narrow == {}


# -- colours -------------------------------------------------------------------------------------

DARK = {
    "html.dark": "<style>html{background:#111;color:#eee}</style>",
    "body": "<style>body{background:#101820;color:#e8e8e8}</style>",
    "article": "<style>article{background:#222;color:#ddd}</style>",
    "picture": "<style>article{background:url(data:,x) #333;color:#fff}</style>",
    "layer": "<style>main{background:rgb(0 0 0 / 92%);color:#fff}</style>",
}
BRIGHTNESS = """async (png) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += data[at] + data[at + 1] + data[at + 2];
  return sum / (data.length / 4) / 3;
}"""


def brightness(page: Page, selector: str) -> float:
    """0 to 255, of what is really painted."""
    import base64  # noqa: PLC0415

    shot = page.locator(selector).first.screenshot()
    return page.evaluate(BRIGHTNESS, base64.b64encode(shot).decode())


@pytest.mark.parametrize("kind", DARK)
def test_a_dark_page_without_color_scheme_gets_a_dark_player(
    page: Page, edition: Site, kind: str
) -> None:
    tall = BODY + "<p>tall</p>" * 80
    opened(page, edition, document(element("data-sticky"), head=DARK[kind], body=tall))
    ready(page)
    assert brightness(page, "audiopress-player .frame") < 110
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.evaluate("scrollTo(0, 1500)")
    page.locator("audiopress-player .stuck").wait_for()
    assert brightness(page, "audiopress-player .stuck") < 110


THUMB = """() => { const { range } = document.querySelector('audiopress-player').ui;
  const thumb = getComputedStyle(range, '::-webkit-slider-thumb');
  return getComputedStyle(range).forcedColorAdjust === 'none'
    && thumb.backgroundColor !== getComputedStyle(document.body).backgroundColor }"""


@pytest.mark.parametrize("how", ["idle", "playing"])
def test_in_forced_colours_thumb_and_word_are_told_apart(
    page: Page, edition: Site, how: str
) -> None:
    page.emulate_media(forced_colors="active")
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(
        f"document.querySelector('audiopress-player').{'seek(10)' if how == 'idle' else 'play(10)'}"
    )
    if how == "playing":
        until(page, "CSS.highlights.get('ap-word')")
        styles = page.evaluate(
            """['ap-paragraph', 'ap-word'].map((name) => {
              const style = getComputedStyle(document.querySelector('p'), `::highlight(${name})`);
              return style.backgroundColor + style.textDecorationLine })"""
        )
        assert styles[0] != styles[1], "word and paragraph"
    thumb = page.evaluate(THUMB)
    assert thumb, "the thumb is painted"


@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize("rule", ["display:none", "margin-block:0", "min-block-size:200px"])
def test_what_a_page_says_of_the_element_counts_in_any_order(
    page: Page, edition: Site, order: str, rule: str
) -> None:
    style = f"<style>audiopress-player{{{rule}}}</style>"
    link = '<link rel="stylesheet" href="/player/audiopress-player.css">'
    markup = document(element()).replace(link, style + link if order == "before" else link + style)
    edition.pages["page.html"] = markup
    page.goto(edition.url("page.html"))
    name, value = rule.split(":")
    said = page.evaluate(
        "(name) => getComputedStyle(document.querySelector('audiopress-player'))"
        ".getPropertyValue(name)",
        name,
    )
    assert said in (value, f"{value}px")


def test_printed_nothing_of_it_is_left(page: Page, edition: Site) -> None:
    room = "<style>audiopress-player[src]{min-block-size:68px}</style>"
    opened(page, edition, document(element(), head=room))
    ready(page)
    page.emulate_media(media="print")
    expect(page.locator("audiopress-player")).to_be_hidden()
    assert player(page, "p.getBoundingClientRect().height") == 0


# -- several players -----------------------------------------------------------------------------

FRONTS = {
    "articles": "<article><h2>Story {n}</h2>{p}</article>",
    "list": "<li><h3>Story {n}</h3>{p}</li>",
    "sections": "<section><h2>Story {n}</h2><div>{p}</div></section>",
}


@pytest.mark.parametrize("kind", FRONTS)
def test_each_of_several_says_its_article(page: Page, edition: Site, kind: str) -> None:
    one = '<audiopress-player src="/no/{n}.json"></audiopress-player>'
    many = "".join(FRONTS[kind].format(n=n, p=one.format(n=n)) for n in range(9))
    edition.pages["front.html"] = document("", body=many)
    # Records that do not come say no title; one that is gone for good would hide its player.
    edition.pages |= {f"no/{n}.json": "{}" for n in range(9)}
    edition.faults.failing |= {f"no/{n}.json" for n in range(9)}
    page.goto(edition.url("front.html"))
    until(page, "document.querySelector('audiopress-player')?.ui")
    for n in range(9):
        expect(page.get_by_role("button", name=f"Play: Story {n}", exact=True)).to_have_count(1)
        expect(page.get_by_role("group", name=f"Listen to this article: Story {n}")).to_have_count(
            1
        )
