"""Listening on: what is heard next, on the next page, in one tab, and until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from edition import JAPANESE, TITLE, Site
from pages import document, element, opened, player, playing, ready, until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

FEED = 'playlist="/feed.xml"'
SECOND = "episodes/second/0a1b2c3d/alignment.json"
SECOND_SOUND = "episodes/second/0a1b2c3d/second.mp3"
TOLD = """() => { window.told = []; for (const name of ['start', 'pause', 'queue', 'report'])
  document.addEventListener(`ap-${name}`, ({ detail }) => told.push({ name, ...detail })) }"""
NO_VOLUME = """Object.defineProperty(HTMLMediaElement.prototype, 'volume',
  { get: () => 1, set: () => {} })"""
REFUSED = """HTMLMediaElement.prototype.play = async () => {
  throw new DOMException('no', 'NotAllowedError') }"""


def told(page: Page, name: str) -> list[dict[str, object]]:
    return page.evaluate("(name) => told.filter((one) => one.name === name)", name)


def nth(page: Page, number: int, expression: str) -> object:
    return page.evaluate(
        f"(() => {{ const p = document.querySelectorAll('audiopress-player')[{number}];"
        f" return {expression} }})()"
    )


def ended(page: Page) -> None:
    """Let the article that sounds come to its end."""
    playing(page)
    player(page, "p.seek(p.duration - 0.3)")


# -- what is heard next --------------------------------------------------------------------------


def test_what_was_put_before_is_heard_first_and_then_the_edition_goes_on(
    page: Page, edition: Site
) -> None:
    opened(page, edition, document(element(FEED)))
    ready(page)
    page.evaluate(TOLD)
    page.get_by_role("button", name="More to hear").click()
    marks = page.locator("audiopress-player [aria-pressed]")
    for number in (3, 2, 3):
        marks.nth(number).click()
    marks.nth(3).click()
    assert marks.all_text_contents() == ["+", "+", "1", "2"]
    expect(marks.nth(2)).to_have_attribute("aria-pressed", "true")
    assert told(page, "queue")[-1]["queue"] == ["A second story", JAPANESE[0][1]]
    player(page, "p.play()")
    ended(page)
    until(page, "document.querySelector('audiopress-player').record?.title === 'A second story'")
    expect(page.locator("audiopress-player .title")).to_have_text("A second story")
    expect(page.locator("audiopress-player .title")).to_be_visible()
    expect(marks.nth(3)).to_have_text("1")
    ended(page)
    until(page, "document.querySelector('audiopress-player').record?.language === 'ja'")
    # On a busy machine the third one may sound by now.
    assert [one["trigger"] for one in told(page, "start")][:2] == ["script", "continue"]


def cards(page: Page, site: Site, attributes: str = f"{FEED} data-sticky data-page=off") -> None:
    """A front with two articles, the second of which is far below."""
    mina = element(attributes, src="episodes/mina/0a1b2c3d/alignment.json",
                   sound="episodes/mina/0a1b2c3d/mina.mp3")  # fmt: skip
    body = f"{'<p>tall</p>' * 60}<article><h2>Mina</h2>{mina}</article>{'<p>tall</p>' * 60}"
    opened(page, site, document(element(attributes), body=body))
    ready(page)


def test_the_next_article_goes_on_in_its_own_card_and_its_bar_says_its_title(
    page: Page, edition: Site
) -> None:
    cards(page, edition)
    player(page, "p.play()")
    ended(page)
    until(page, "document.querySelectorAll('audiopress-player')[1].dataset.state === 'playing'")
    assert nth(page, 0, "[p.record.title, p.paused]") == [TITLE, True]
    until(page, "document.querySelectorAll('audiopress-player')[1].hasAttribute('data-stuck')")
    until(page, "document.querySelectorAll('audiopress-player')[1].record")
    title = page.locator("audiopress-player[data-stuck] .title")
    expect(title).to_be_visible()
    expect(title).to_have_text(str(nth(page, 1, "p.record.title")))
    assert page.locator("audiopress-player[data-stuck]").count() == 1


def test_the_speed_is_kept_for_every_other_article(page: Page, edition: Site) -> None:
    cards(page, edition)
    page.get_by_label("Speed").first.select_option("1.5")
    assert [nth(page, n, "[p.rate, p.audio.playbackRate]") for n in (0, 1)] == [[1.5, 1.5]] * 2
    nth(page, 1, "p.play()")
    until(page, "document.querySelectorAll('audiopress-player')[1].dataset.state === 'playing'")
    assert nth(page, 1, "[p.audio.playbackRate, p.ui.speed.value]") == [1.5, "1.5"]
    page.evaluate("document.body.append(document.createElement('audiopress-player'))")
    assert nth(page, 2, "p.audio.playbackRate") == 1.5


@pytest.mark.parametrize("how", ["attribute", "setting", "end of the article"])
def test_it_ends_where_the_listener_or_the_site_wants_it(
    page: Page, edition: Site, how: str
) -> None:
    opened(page, edition, document(element(FEED + " data-continue=off" * (how == "attribute"))))
    ready(page)
    page.get_by_role("button", name="Settings").click()
    switch = page.get_by_role("switch", name="Go on with the next article")
    expect(switch).to_be_checked(checked=how != "attribute")
    if how == "setting":
        switch.click()
    elif how == "end of the article":
        page.get_by_label("Sleep timer").select_option("At the end of the article")
    player(page, "p.play()")
    ended(page)
    until(page, "document.querySelector('audiopress-player').audio.ended")
    page.wait_for_timeout(500)
    assert player(page, "[p.record.title, p.paused]") == [TITLE, True]
    expect(page.get_by_label("Sleep timer")).to_have_value("")


def test_the_sleep_timer_fades_and_gives_the_volume_back(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(TOLD)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option("15 min")
    assert ":" in (page.locator(".option", has_text="Sleep timer").inner_text())
    player(page, "(p.audio.volume = 0.8, p.play())")
    playing(page)
    page.wait_for_timeout(400)
    assert told(page, "pause") == []
    page.evaluate("{ const now = Date.now(); Date.now = () => now + 15 * 60000 }")
    until(page, "document.querySelector('audiopress-player').audio.volume < 0.5")
    until(page, "document.querySelector('audiopress-player').paused")
    assert told(page, "pause")[0]["trigger"] == "sleep"
    assert player(page, "p.audio.volume") == 0.8
    player(page, "p.play()")
    playing(page)
    page.wait_for_timeout(500)
    assert player(page, "p.paused") is False, "once is enough"


@pytest.mark.parametrize("instead", ["Off", "30 min"])
def test_who_sets_the_timer_otherwise_while_it_fades_is_awake(
    page: Page, edition: Site, instead: str
) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option("15 min")
    player(page, "(p.audio.volume = 0.8, p.play())")
    playing(page)
    page.evaluate("{ const now = Date.now(); Date.now = () => now + 15 * 60000 }")
    until(page, "document.querySelector('audiopress-player').audio.volume < 0.7")
    page.get_by_label("Sleep timer").select_option(instead)
    until(page, "document.querySelector('audiopress-player').audio.volume === 0.8")
    page.wait_for_timeout(300)
    assert player(page, "[p.paused, p.audio.volume]") == [False, 0.8]
    expect(page.get_by_label("Sleep timer")).to_have_value(instead.removesuffix(" min")
                                                           .removesuffix("Off"))  # fmt: skip


AN_HOUR = "{ const now = Date.now; Date.now = () => now.call(Date) + 3600000 }"


def test_a_sleep_timer_that_ran_out_in_a_pause_ends_no_later_session(
    page: Page, edition: Site
) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option("15 min")
    player(page, "p.play(3)")
    playing(page)
    player(page, "p.pause()")
    page.evaluate(AN_HOUR)
    player(page, "p.play()")
    playing(page)
    page.wait_for_timeout(600)
    assert player(page, "[p.paused, p.audio.volume]") == [False, 1]
    expect(page.get_by_label("Sleep timer")).to_have_value("")


def test_the_next_article_does_not_wake_who_fell_asleep(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(FEED)))
    ready(page)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option("15 min")
    player(page, "p.play(p.duration - 3)")
    playing(page)
    page.evaluate(AN_HOUR)
    until(page, "document.querySelector('audiopress-player').audio.ended")
    page.wait_for_timeout(900)
    assert player(page, "[p.record.title, p.paused, p.audio.volume]") == [TITLE, True, 1]
    expect(page.get_by_label("Sleep timer")).to_have_value("")


def test_the_sleep_timer_goes_along_to_the_next_page(page: Page, edition: Site) -> None:
    edition.pages["next.html"] = document("")
    opened(page, edition, CARRIED)
    ready(page)
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Sleep timer").select_option("15 min")
    player(page, "p.play(8)")
    playing(page)
    page.wait_for_timeout(300)
    page.get_by_role("link", name="on").click()
    bar = page.locator("audiopress-player[data-carried]")
    expect(bar).to_have_attribute("data-state", "playing")
    page.evaluate(AN_HOUR)
    expect(bar).to_have_attribute("data-state", "paused")


@pytest.mark.parametrize("settable", [True, False])
def test_volume_is_offered_where_the_platform_has_one(
    page: Page, edition: Site, settable: bool
) -> None:
    if not settable:
        page.add_init_script(NO_VOLUME)
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Settings").click()
    volume = page.get_by_role("slider", name="Volume")
    page.get_by_label("Sleep timer").wait_for()
    if not settable:
        expect(volume).to_have_count(0)
        return
    volume.fill("0.3")
    assert player(page, "p.audio.volume") == 0.3


# -- where it was left ---------------------------------------------------------------------------


def test_it_says_where_it_goes_on_and_leads_to_the_start(page: Page, edition: Site) -> None:
    for _ in range(2):
        opened(page, edition, document(element("data-remember")))
        ready(page)
        player(page, "(p.rate = 1.25, p.play(12))")
        playing(page)
        page.wait_for_timeout(300)
        player(page, "p.pause()")
        opened(page, edition, document(element("data-remember")))
        ready(page)
        until(page, "document.querySelector('audiopress-player').currentTime > 10")
        expect(page.get_by_role("status")).to_be_empty()
        assert player(page, "p.audio.playbackRate") == 1.25
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.wait_for_timeout(600)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Resumed at 0:1[2-5]\.$"))
    page.get_by_role("button", name="From the start").click()
    until(page, "document.querySelector('audiopress-player').currentTime < 2")
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.get_by_role("button", name="From the start")).to_be_hidden()
    assert player(page, "p.paused") is False


# -- the next page, and the other tab ------------------------------------------------------------

CARRIED = document(element(f'{FEED} data-sticky="site"'), body='<a href="/next.html">on</a>')


def leave(page: Page, site: Site, then: str, *, markup: str = CARRIED) -> None:
    """Listen at one and a half times the speed, and go to another page of the site by a link."""
    site.pages["next.html"] = then
    opened(page, site, markup)
    ready(page)
    player(page, "(p.rate = 1.5, p.play(8))")
    playing(page)
    page.wait_for_timeout(500)
    page.get_by_role("link", name="on").click()
    page.wait_for_url("**/next.html")


LATE = "{ const now = Date.now(); Date.now = () => now + 61000 }"


def with_script(script: str) -> str:
    """Return a page without a player, in which a script runs first."""
    return document("").replace("<head>", f"<head><script>{script}</script>")


OTHER = document(element(src=SECOND, sound=SECOND_SOUND))


@pytest.mark.parametrize("then", [document(""), OTHER], ids=["no player", "another article"])
def test_it_goes_on_in_a_bar_on_the_next_page(page: Page, edition: Site, then: str) -> None:
    leave(page, edition, then)
    bar = page.locator("audiopress-player[data-carried]")
    expect(bar).to_have_attribute("data-state", "playing")
    expect(bar.locator(".title")).to_have_text(TITLE)
    expect(bar.locator(".title")).to_be_visible()
    place = page.evaluate("document.querySelector('[data-carried]').currentTime")
    assert 8 < place < 14
    assert page.evaluate("document.querySelector('[data-carried]').audio.playbackRate") == 1.5
    assert page.evaluate("sessionStorage.length") == 0
    if then == OTHER:
        page.get_by_role("button", name="Play").first.click()
        playing(page)
    else:
        bar.get_by_role("button", name="Close").click()
    expect(bar).to_have_count(0)
    assert page.evaluate("window.broken ?? ''") == ""


def test_the_articles_own_player_takes_it_over(page: Page, edition: Site) -> None:
    leave(page, edition, document(element()))
    playing(page)
    assert 8 < player(page, "p.currentTime") < 14  # type: ignore[operator]
    until(page, "CSS.highlights.get('ap-paragraph')")
    assert page.locator("audiopress-player").count() == 1


def test_a_player_that_comes_later_takes_it_over_too(page: Page, edition: Site) -> None:
    leave(page, edition, document(""))
    expect(page.locator("[data-carried]")).to_have_attribute("data-state", "playing")
    page.evaluate(
        """(markup) => document.querySelector('h1').insertAdjacentHTML('afterend', markup)""",
        element(),
    )
    expect(page.locator("audiopress-player")).to_have_count(1)
    playing(page)
    assert 8 < player(page, "p.currentTime") < 16  # type: ignore[operator]


@pytest.mark.parametrize(
    "how", ["not asked for", "paused", "much later", "loaded again", "refused", "another host"]
)
def test_nothing_sounds_that_nobody_wants(page: Page, edition: Site, how: str) -> None:
    if how == "refused":
        leave(page, edition, with_script(REFUSED))
        expect(page.locator("[data-carried]")).to_have_attribute("data-state", "paused")
        expect(page.locator("[data-carried] .title")).to_have_text(TITLE)
        return
    edition.pages["next.html"] = document("")
    here = CARRIED.replace('"site"', '""') if how == "not asked for" else CARRIED
    opened(page, edition, here)
    ready(page)
    player(page, "p.play(8)")
    playing(page)
    page.wait_for_timeout(300)
    if how == "paused":
        player(page, "p.pause()")
    if how == "loaded again":
        page.reload()
        ready(page)
        page.wait_for_timeout(500)
        assert player(page, "p.paused") is True
        assert 8 <= player(page, "p.currentTime") < 12  # type: ignore[operator]
        return
    if how == "much later":
        edition.pages["next.html"] = with_script(LATE)
    page.goto(edition.url("next.html", host="localhost" if how == "another host" else "127.0.0.1"))
    page.wait_for_timeout(600)
    assert page.locator("audiopress-player").count() == 0


def test_what_was_chosen_goes_along(page: Page, edition: Site) -> None:
    edition.pages["next.html"] = document("")
    opened(page, edition, CARRIED)
    ready(page)
    page.get_by_role("button", name="More to hear").click()
    page.get_by_role("button", name="Hear next: A second story").click()
    player(page, "p.play(8)")
    playing(page)
    page.wait_for_timeout(300)
    page.get_by_role("link", name="on").click()
    bar = page.locator("audiopress-player[data-carried]")
    expect(bar).to_have_attribute("data-state", "playing")
    ended(page)
    expect(bar.locator(".title")).to_have_text("A second story")


def test_one_tab_at_a_time_speaks(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(TOLD)
    player(page, "p.play()")
    playing(page)
    page.wait_for_timeout(300)
    other = page.context.new_page()
    opened(other, edition, document(element()))
    ready(other)
    player(other, "p.play()")
    playing(other)
    until(page, "document.querySelector('audiopress-player').paused")
    assert told(page, "pause")[0]["trigger"] == "tab"
    player(page, "p.play()")
    playing(page)
    until(other, "document.querySelector('audiopress-player').paused")
    assert player(page, "p.paused") is False
