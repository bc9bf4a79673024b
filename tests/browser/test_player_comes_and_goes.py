"""What is left where a player is moved, taken out, given up, or followed by another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from edition import TEXTS
from pages import document, element, opened, player, playing, ready, until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from edition import Site
    from playwright.sync_api import Page

TALL = "<p>tall</p>" * 60
BARS = "document.querySelectorAll('audiopress-player[data-stuck]').length"
MARK = "[...(CSS.highlights.get('ap-paragraph') ?? [])].map(String).join('')"


def nth(page: Page, number: int, expression: str) -> object:
    return page.evaluate(
        f"(() => {{ const p = document.querySelectorAll('audiopress-player')[{number}];"
        f" return {expression} }})()"
    )


def sounds(page: Page, number: int) -> None:
    until(page, f"document.querySelectorAll('audiopress-player')[{number}].dataset.state"
                " === 'playing'")  # fmt: skip


def in_its_bar(page: Page, edition: Site, attributes: str = "data-sticky") -> None:
    """Leave a player that sounds at the edge of the window, its place out of sight."""
    second = element("data-sticky", src="episodes/second/0a1b2c3d/alignment.json",
                     sound="episodes/second/0a1b2c3d/second.mp3")  # fmt: skip
    body = f"{TALL}<article><h2>A second story</h2>{second}</article>{TALL}"
    opened(page, edition, document(element(attributes), body=body))
    ready(page)
    player(page, "p.play(1)")
    playing(page)
    page.evaluate("document.querySelectorAll('audiopress-player')[1].scrollIntoView()")
    until(page, f"{BARS} === 1")


@pytest.mark.parametrize("how", ["another one", "another that has its bar"])
def test_one_bar_stays_where_another_begins(page: Page, edition: Site, how: str) -> None:
    in_its_bar(page, edition, 'data-sticky playlist="/feed.xml"')
    nth(page, 1, "p.play(1)")
    sounds(page, 1)
    if how == "another that has its bar":
        page.evaluate("scrollBy(0, 900)")
        until(page, "document.querySelectorAll('audiopress-player')[1].hasAttribute('data-stuck')")
    until(page, "!document.querySelector('audiopress-player').hasAttribute('data-stuck')")
    assert page.evaluate(BARS) == (how == "another that has its bar")


def test_a_bar_comes_where_the_reader_scrolls_before_its_module_is_there(
    page: Page, edition: Site
) -> None:
    """What waits for one module does not go on in the order in which it came."""
    for _ in range(4):
        edition.faults.hanging.add("listening.js")
        opened(page, edition, document(element("data-sticky"), body=TALL))
        ready(page)
        player(page, "p.play(1)")
        playing(page)
        for to in (1500, 0, 1500):
            page.evaluate(f"scrollTo(0, {to})")
            page.wait_for_timeout(100)
        edition.faults.reset()
        until(page, f"{BARS} === 1")


def test_a_bar_whose_player_is_moved_stays(page: Page, edition: Site) -> None:
    in_its_bar(page, edition)
    page.evaluate("document.querySelector('h1').after(document.querySelector('audiopress-player'))")
    page.wait_for_timeout(400)
    assert player(page, "[p.paused, p.ui.frame.matches(':popover-open')]") == [False, True]
    expect(page.locator("audiopress-player .stuck")).to_be_visible()


@pytest.mark.parametrize("how", ["in its bar", "while the reader is elsewhere"])
def test_a_player_that_is_taken_out_leaves_no_error(page: Page, edition: Site, how: str) -> None:
    body = "".join(f"<p style='margin-bottom:300px'>{text}</p>" for _, text in TEXTS[1:])
    opened(page, edition, document(element("data-sticky" * (how == "in its bar")), body=body))
    ready(page)
    player(page, "(p.grace = 1500, p.play(p.record.paragraphs[3].start + 0.5))")
    playing(page)
    until(page, MARK)
    page.mouse.move(400, 300)
    page.mouse.wheel(0, 1600)
    page.wait_for_timeout(300)
    page.evaluate("document.querySelector('audiopress-player').remove()")
    page.mouse.wheel(0, -1200)
    page.wait_for_timeout(700)
    assert page.evaluate("window.broken ?? ''") == ""


def test_a_page_of_fewer_paragraphs_leaves_no_error(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(), body="".join(
        f"<p style='margin-bottom:300px'>{text}</p>" for _, text in TEXTS[1:])))  # fmt: skip
    ready(page)
    player(page, "p.play(1)")
    until(page, MARK)
    page.locator("article p").last.hover()
    until(page, "document.querySelector('audiopress-player').shadowRoot.querySelector('.shown')")
    page.evaluate("document.querySelectorAll('article p:nth-of-type(n+3)')"
                  ".forEach((p) => p.remove())")  # fmt: skip
    page.wait_for_timeout(300)
    player(page, "p.shadowRoot.querySelector('.here').classList.add('shown')")
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.broken ?? ''") == ""


def test_a_sound_that_stops_coming_is_a_pause_and_goes_on_where_it_was(
    page: Page, edition: Site
) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate("window.told = []; for (const name of ['play', 'pause', 'failed'])"
                  " addEventListener(`ap-${name}`, () => told.push(name))")  # fmt: skip
    player(page, "p.play(4)")
    playing(page)
    page.evaluate("customElements.get('audiopress-player').patience ="
                  " { words: 50, slow: 100, end: 300 }")  # fmt: skip
    # As a browser has it when the line is lost in mid-word.
    player(
        page,
        "(Object.defineProperty(p.audio, 'readyState', { get: () => 2, configurable: true }),"
        " p.audio.dispatchEvent(new Event('waiting')))",
    )
    until(page, "document.querySelector('audiopress-player').dataset.state === 'failed'")
    assert page.evaluate("told") == ["play", "failed", "pause"]
    player(page, "delete p.audio.readyState")
    # A busy machine may take longer than that to play again.
    page.evaluate("customElements.get('audiopress-player').patience ="
                  " { words: 400, slow: 8000, end: 30000 }")  # fmt: skip
    page.get_by_role("button", name="Try again").click()
    playing(page)
    before = player(page, "p.currentTime")
    page.wait_for_timeout(400)
    assert player(page, f"p.currentTime > {before} && {before} > 3.5")
    assert page.evaluate("told") == ["play", "failed", "pause", "play"]


def test_marks_are_those_of_the_article_that_sounds(page: Page, edition: Site) -> None:
    second = element("data-page='#two'", src="episodes/mina/0a1b2c3d/alignment.json",
                     sound="episodes/mina/0a1b2c3d/mina.mp3")  # fmt: skip
    body = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:])
    opened(page, edition, document(element("data-page='#one'"), body=f"<div id=one>{body}</div>"
                                   f"<article id=two><h2>Mina</h2>{second}</article>"))  # fmt: skip
    ready(page)
    player(page, "p.play(p.record.paragraphs[3].start + 0.5)")
    until(page, MARK)
    nth(page, 1, "p.play(1)")
    sounds(page, 1)
    until(page, f"!{MARK}")


def test_what_is_pressed_at_a_paragraph_is_there_after_a_move(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    player(page, "p.play(1)")
    until(page, MARK)
    page.evaluate("document.body.append(document.querySelector('audiopress-player'))")
    page.locator("article p").nth(2).hover()
    expect(page.locator("audiopress-player .here")).to_have_class("here shown")
    assert page.locator("audiopress-player .here").evaluate("(it) => it.matches(':popover-open')")


def test_the_keys_of_the_system_start_no_player_that_is_gone(page: Page, edition: Site) -> None:
    page.add_init_script("MediaSession.prototype.setActionHandler = (name, act) =>"
                         " ((window.keys ??= {})[name] = act)")  # fmt: skip
    opened(page, edition, document(element()))
    ready(page)
    player(page, "p.play(1)")
    playing(page)
    until(page, "window.keys?.play")
    page.evaluate("(window.gone = document.querySelector('audiopress-player')).remove()")
    until(page, "gone.paused")
    page.evaluate("keys.play()")
    page.wait_for_timeout(300)
    assert page.evaluate("gone.audio.paused")


def test_nothing_of_it_listens_to_the_window_once_it_is_gone(page: Page, edition: Site) -> None:
    page.add_init_script("""window.open = 0; const add = window.addEventListener;
      const off = window.removeEventListener; const kept = new Set();
      window.addEventListener = (name, act, how) => { if (/scroll|resize/.test(name)) {
        kept.add(act); how?.signal?.addEventListener('abort', () => kept.delete(act)); }
        add.call(window, name, act, how) };
      window.removeEventListener = (name, act, how) => { kept.delete(act);
        off.call(window, name, act, how) };
      window.kept = kept;""")
    opened(page, edition, document(element("data-report='https://desk.example/say'")))
    ready(page)
    # The module itself listens for as long as the page lives; a player adds its own, and once more
    # when it comes again.
    left = []
    for _ in range(2):
        player(page, "p.play(p.record.paragraphs[3].start + 0.5)")
        until(page, MARK)
        player(page, "p.pause()")
        until(
            page, "document.querySelector('audiopress-player').shadowRoot.querySelector('.report')"
        )
        there = page.evaluate("kept.size")
        page.evaluate("(window.gone = document.querySelector('audiopress-player')).remove()")
        until(page, f"kept.size < {there}")
        page.wait_for_timeout(300)
        left.append(page.evaluate("kept.size"))
        page.evaluate("document.querySelector('h1').after(gone)")
        ready(page)
    assert left[0] == left[1]


def test_printed_no_word_is_marked(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    player(page, "p.play(p.record.paragraphs[3].start + 0.5)")
    until(page, MARK)
    player(page, "p.pause()")
    shown = "getComputedStyle(document.body, '::highlight(ap-paragraph)').backgroundColor"
    assert page.evaluate(shown) != "rgba(0, 0, 0, 0)"
    page.emulate_media(media="print")
    assert page.evaluate(shown) == "rgba(0, 0, 0, 0)"
