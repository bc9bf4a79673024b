"""What a listener meets, and what a newsroom counts: events, more to hear, a line that is lost."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE, Site
from pages import SRC, document, element, opened, player, playing, ready, until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

HEAD = "episodes/harbour/head.json"
COUNT = """() => { window.told = []; for (const name of ['ready', 'start', 'play', 'pause',
  'progress', 'quarter', 'complete', 'ended', 'seek', 'rate', 'chapter', 'share', 'download',
  'failed']) document.addEventListener(`ap-${name}`, ({ detail }) =>
    told.push({ name, ...detail }));
  document.addEventListener('click', (event) => event.composedPath()[0].closest?.('a')
    && event.preventDefault()) }"""


def told(page: Page, name: str) -> list[dict[str, object]]:
    return page.evaluate("(name) => told.filter((one) => one.name === name)", name)


# -- events --------------------------------------------------------------------------------------


def test_a_play_is_counted_once_however_often_it_is_sought(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    page.get_by_role("button", name="Play", exact=True).click()
    # From the very start, back would be no way.
    until(page, "document.querySelector('audiopress-player').currentTime > 0.3")
    page.get_by_role("button", name="Back 15 seconds").click()
    page.get_by_role("button", name="Next paragraph").click()
    page.get_by_role("slider").press("ArrowRight")
    player(page, "p.currentTime = 3, 0")
    until(page, "told.filter(({ name }) => name === 'seek').length === 4")
    # What would be told too often comes behind.
    page.wait_for_timeout(500)
    assert [one["trigger"] for one in told(page, "seek")] == ["button", "button", "key", "script"]
    assert [len(told(page, name)) for name in ("start", "play")] == [1, 1]
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    until(page, "told.filter(({ name }) => name === 'play').length === 2")
    assert [len(told(page, name)) for name in ("start", "play", "pause")] == [1, 2, 1]
    (start,) = told(page, "start")
    assert (start["title"], start["trigger"]) == (TITLE, "button")
    assert start["url"] == "https://news.example/harbour"
    assert start["id"]


def test_quarters_are_those_that_were_heard(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    player(page, "p.play(p.duration * 0.25 - 0.5)")
    until(page, "told.some(({ name }) => name === 'quarter')")
    player(page, "p.seek(p.duration * 0.8)")
    page.wait_for_timeout(600)
    player(page, "p.seek(p.duration - 0.4)")
    until(page, "told.some(({ name }) => name === 'ended')")
    assert [one["quarter"] for one in told(page, "quarter")] == [25]
    assert [len(told(page, name)) for name in ("complete", "ended", "pause")] == [0, 1, 0]


def hear_all(page: Page, first: float = 0.0) -> None:
    """Play to the end at sixteen times the speed, which no reporter takes for a leap."""
    player(page, f"(p.audio.playbackRate = 16, p.play(p.duration * {first}))")
    until(page, "document.querySelector('audiopress-player').audio.ended")
    page.wait_for_timeout(100)


def test_complete_is_what_was_heard_and_is_told_once(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    hear_all(page, 0.9)
    assert told(page, "complete") == [], "who leapt to the end has not heard it"
    hear_all(page)
    (complete,) = told(page, "complete")
    assert complete["heard"] > 0.75 * complete["duration"]  # type: ignore[operator]
    assert [one["quarter"] for one in told(page, "quarter")] == [25, 50, 75]
    hear_all(page)
    assert [len(told(page, name)) for name in ("complete", "quarter", "ended")] == [1, 3, 3]


def test_a_quarter_that_was_leapt_over_is_told_when_it_is_heard(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    player(page, "p.play(p.duration * 0.6)")
    playing(page)
    page.wait_for_timeout(400)
    assert told(page, "quarter") == []
    player(page, "p.seek(p.duration * 0.5 - 0.4)")
    until(page, "told.some(({ name }) => name === 'quarter')")
    assert [one["quarter"] for one in told(page, "quarter")] == [50]


def test_a_speed_set_by_script_and_buttons_say_who_did_it(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    player(page, "p.play(5)")
    playing(page)
    player(page, "(p.rate = 1.25, p.rate = 1.25)")
    page.get_by_label("Speed").select_option("1.5")
    player(page, "p.seek(8)")
    page.get_by_role("link", name="Download").click()
    page.get_by_role("button", name="Share from here").click()
    until(page, "told.some(({ name }) => name === 'share')")
    assert [(one["rate"], one["trigger"]) for one in told(page, "rate")] == [
        (1.25, "script"), (1.5, "speed")]  # fmt: skip
    for name in ("share", "download"):
        (one,) = told(page, name)
        assert one["trigger"] == "button"
        assert one["link"]


def test_what_else_is_done_is_told_with_its_trigger(page: Page, edition: Site) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"')))
    ready(page)
    page.evaluate(COUNT)
    page.get_by_label("Speed").select_option("1.5")
    page.get_by_role("link", name="Download").click()
    page.get_by_role("button", name="Share from here").click()
    page.get_by_role("button", name="Chapters").click()
    page.get_by_role("button", name="What comes next").click()
    until(page, "told.some(({ name }) => name === 'chapter')")
    assert told(page, "rate")[0]["rate"] == 1.5
    assert len(told(page, "download")) == len(told(page, "share")) == 1
    assert told(page, "chapter")[-1]["heading"] == "What comes next"
    assert told(page, "start")[0]["trigger"] == "chapters"
    page.get_by_role("button", name="Transcript").click()
    page.locator("audiopress-player li p").nth(3).click()
    until(page, "told.at(-1).trigger === 'transcript'")


# -- more to hear --------------------------------------------------------------------------------


def test_another_article_says_its_title_and_is_marked(page: Page, edition: Site) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"')))
    ready(page)
    page.get_by_role("button", name="More to hear").click()
    rows = page.locator("audiopress-player .row")
    expect(rows.nth(0)).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="A second story 1 min").click()
    playing(page)
    expect(page.locator("audiopress-player .label")).to_contain_text("A second story")
    expect(page.locator("audiopress-player .label").get_by_text("Listen to this")).to_be_hidden()
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    expect(rows.nth(0)).not_to_have_attribute("aria-current", "true")
    focused = "document.activeElement.shadowRoot?.activeElement?.textContent ?? ''"
    assert "A second story" in page.evaluate(focused)
    rows.nth(0).click()
    playing(page)
    expect(page.locator("audiopress-player .listen")).to_be_visible()


@pytest.mark.parametrize("opens", [False, True])
def test_it_goes_on_whether_the_list_was_opened_or_not(
    page: Page, edition: Site, opens: bool
) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"')))
    ready(page)
    if opens:
        page.get_by_role("button", name="More to hear").click()
        page.locator("audiopress-player .row").first.wait_for()
        page.get_by_role("button", name="More to hear").click()
    page.evaluate(COUNT)
    player(page, "p.play(p.duration - 0.4)")
    until(page, "document.querySelector('audiopress-player').record?.language === 'ar'")
    playing(page)
    assert [one["trigger"] for one in told(page, "start")] == ["script", "continue"]


def test_without_a_playlist_it_ends(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(COUNT)
    player(page, "p.play(p.duration - 0.4)")
    until(page, "told.some(({ name }) => name === 'ended')")
    page.wait_for_timeout(300)
    assert player(page, "[p.record.title, p.paused]") == [TITLE, True]
    assert "feed.xml" not in edition.faults.seen


# -- a line that is lost -------------------------------------------------------------------------

LOST = ("Transcript", "Chapters", "More to hear")


@pytest.mark.parametrize("name", LOST)
def test_offline_a_list_says_that_it_is_not_there(page: Page, edition: Site, name: str) -> None:
    opened(page, edition, document(with_head(edition, 'playlist="/feed.xml"')))
    ready(page)
    page.context.set_offline(True)
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("status")).to_have_text("This part could not be loaded.")
    assert page.evaluate("window.broken ?? ''") == ""
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    page.locator("audiopress-player li").first.wait_for()
    expect(page.get_by_role("status")).to_be_empty()


def test_the_transcript_is_there_when_the_line_is_lost_later(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.wait_for_timeout(700)
    page.context.set_offline(True)
    page.get_by_role("button", name="Transcript").click()
    expect(page.locator("audiopress-player li")).to_have_count(len(TEXTS))


@pytest.mark.parametrize("failing", ["alignment.json", "episode.json"])
def test_no_fault_is_told_before_anybody_asks_and_play_asks_again(
    page: Page, edition: Site, failing: str
) -> None:
    edition.faults.failing.add(failing)
    src = "episodes/harbour/episode.json" if failing == "episode.json" else SRC
    opened(page, edition, document(f'<audiopress-player src="/{src}"></audiopress-player>'))
    page.wait_for_timeout(400)
    expect(page.get_by_role("status")).to_be_empty()
    assert player(page, "p.dataset.state") == "paused"
    asked = len(edition.faults.seen)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("The audio could not be loaded.")
    assert len(edition.faults.seen) > asked, "it was asked for again"
    edition.faults.reset()
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)


# -- the head of a record ------------------------------------------------------------------------


def with_head(edition: Site, attributes: str = "") -> str:
    """Return an element whose record is in two parts, as editions are written since 0.2."""
    assert edition.root
    whole = json.loads((edition.root / SRC).read_text("utf-8"))
    head = {name: whole[name] for name in ("id", "title", "byline", "language", "url", "duration",
            "aiNarrated", "peaks")}  # fmt: skip
    head |= {"audio": {"src": "0a1b2c3d/harbour.mp3"}, "alignment": "0a1b2c3d/alignment.json",
             "chapters": "0a1b2c3d/chapters.json"}  # fmt: skip
    edition.pages[HEAD] = json.dumps(head)
    return f'<audiopress-player src="/{HEAD}" {attributes}></audiopress-player>'


def test_before_play_only_the_head_is_asked_for(page: Page, edition: Site) -> None:
    opened(page, edition, document(with_head(edition)))
    ready(page)
    expect(page.locator(".label")).to_contain_text("· 1 min")
    assert page.locator("audiopress-player .wave path").count() == 2
    page.wait_for_timeout(300)
    assert SRC not in edition.faults.seen
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    until(page, "document.querySelector('audiopress-player').record.paragraphs.length")
    player(page, "p.seek(10)")
    until(page, "CSS.highlights.get('ap-paragraph')")


def test_every_byte_before_play_is_at_most_30_kb(page: Page, edition: Site) -> None:
    """Script, style, record and sound, as a host that packs sends them; the pointer is near."""
    opened(page, edition, document(with_head(edition)))
    ready(page)
    page.locator("audiopress-player").hover()
    page.wait_for_timeout(400)
    sent = {path: edition.body(path)[0] or b"" for path in edition.faults.seen}
    sent.pop("page.html")
    packed = {path: len(gzip.compress(body, 6)) for path, body in sent.items()}
    print(sum(packed.values()), packed)
    assert HEAD in packed
    assert SRC not in packed
    assert not any(path.endswith(".mp3") for path in packed)
    assert sum(packed.values()) <= 30 * 1024


@pytest.mark.parametrize("how", ["Transcript", "Chapters", "Next paragraph", "tab", "hover"])
def test_the_rest_comes_when_it_is_wanted(page: Page, edition: Site, how: str) -> None:
    opened(page, edition, document(with_head(edition)))
    ready(page)
    if how == "tab":
        page.keyboard.press("Tab")
    elif how == "hover":
        page.locator("article p").nth(3).hover()
    else:
        page.get_by_role("button", name=how).click()
    until(page, "document.querySelector('audiopress-player').record.paragraphs.length")
    if how in ("Transcript", "Chapters"):
        page.locator("audiopress-player li").nth(2).wait_for()
    elif how == "Next paragraph":
        until(page, "document.querySelector('audiopress-player').currentTime > 0")
    else:
        until(page, "document.querySelector('audiopress-player').shadowRoot.querySelector('.here')")
