from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from pages import SRC, document, element, opened, player, playing, ready, until
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from edition import Site

PATIENCE = "customElements.get('audiopress-player').patience = { words: 50, slow: 500, end: 1500 }"
POLICY = (
    "default-src 'none'; script-src {0}; style-src {0}; media-src {0}; connect-src {0}; "
    "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)


def test_a_failed_sound_says_so_and_can_be_tried_again(page: Page, edition: Site) -> None:
    edition.faults.failing.add(".mp3")
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Next paragraph").click()
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("The audio could not be loaded.")
    assert player(page, "p.dataset.state") == "failed"
    edition.faults.reset()
    page.get_by_role("button", name="Try again").click()
    playing(page)
    expect(page.get_by_role("status")).to_be_empty()
    assert player(page, "p.currentTime") >= 0.5, "where the reader was"


def test_a_slow_sound_says_so_and_goes_on(page: Page, edition: Site) -> None:
    edition.faults.hanging.add(".mp3")
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(PATIENCE.replace("1500", "60000"))
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Loading audio…")
    expect(page.get_by_role("status")).to_have_text("The connection is slow. Still loading…")
    edition.faults.reset()
    playing(page)
    expect(page.get_by_role("status")).to_be_empty()


def test_a_sound_that_never_comes_is_given_up(page: Page, edition: Site) -> None:
    edition.faults.hanging.add(".mp3")
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(PATIENCE)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("The audio could not be loaded.")
    edition.faults.reset()
    page.get_by_role("button", name="Try again").click()
    playing(page)


def test_without_its_record_the_sound_still_plays(page: Page, edition: Site) -> None:
    edition.faults.failing.add("alignment.json")
    opened(page, edition, document(element()))
    page.wait_for_timeout(300)
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    expect(page.get_by_role("status")).to_have_text("This part could not be loaded.")
    edition.faults.reset()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play", exact=True).click()
    edition.faults.reset()
    page.evaluate(f"document.querySelector('audiopress-player').setAttribute('src', '/{SRC}?2')")
    ready(page)
    expect(page.get_by_role("button", name="Transcript")).to_be_visible()


def test_without_record_and_sound_it_says_so(page: Page, edition: Site) -> None:
    edition.faults.failing.add("alignment.json")
    opened(page, edition, document(f'<audiopress-player src="/{SRC}"></audiopress-player>'))
    page.wait_for_timeout(300)
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("The audio could not be loaded.")
    edition.faults.reset()
    page.get_by_role("button", name="Try again").click()
    playing(page)


@pytest.fixture
def withdrawn(edition: Site) -> str:
    """An element that names record and sound of an article that is there no more."""
    return element(src="episodes/gone/episode.json", sound="episodes/gone/gone.mp3")


def test_of_a_withdrawn_article_no_player_is_left(
    page: Page, edition: Site, withdrawn: str
) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    edition.pages["page.html"] = document(withdrawn)
    page.goto(edition.url("page.html"))
    until(page, "document.querySelector('audiopress-player').hidden")
    expect(page.locator("audiopress-player")).to_be_hidden()
    assert page.evaluate("document.querySelector('h1').getBoundingClientRect().height > 0")
    assert said == []
    # A page that goes on to another article has its player again.
    page.evaluate(f"document.querySelector('audiopress-player').setAttribute('src', '/{SRC}')")
    ready(page)
    expect(page.locator("audiopress-player")).to_be_visible()


def test_where_the_sound_is_still_there_the_player_stays(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(src="episodes/gone/episode.json")))
    until(page, "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('mp3'))")
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)


def test_a_page_that_hides_its_player_goes_on_hiding_it(page: Page, edition: Site) -> None:
    edition.pages["page.html"] = document(element("hidden"))
    page.goto(edition.url("page.html"))
    page.evaluate("document.querySelector('audiopress-player').play().catch(() => {})")
    ready(page)
    expect(page.locator("audiopress-player")).to_be_hidden()


def test_a_strict_policy_is_kept_and_no_other_host_is_asked(page: Page, edition: Site) -> None:
    origin = edition.url().rstrip("/")
    edition.faults.headers["Content-Security-Policy"] = POLICY.format(origin)
    hosts, said = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(
        "window.refused = []; addEventListener('securitypolicyviolation',"
        " (event) => refused.push(event.violatedDirective + event.blockedURI))"
    )
    opened(page, edition, document(element('data-sticky layout="card" playlist="/feed.xml"')))
    ready(page)
    for name in ("Play", "Transcript", "Chapters", "More to hear", "Settings", "Share from here"):
        page.get_by_role("button", name=name, exact=True).click()
    playing(page)
    until(page, "CSS.highlights.has('ap-paragraph')")
    player(page, "p.play(p.duration - 0.3)")
    until(page, "document.querySelector('audiopress-player').record?.language === 'ar'")
    shape = page.locator("audiopress-player [part~=play]").bounding_box()
    assert shape
    assert shape["width"] == 52, "styled"
    assert page.evaluate("refused") == []
    assert [text for text in said if "policy" in text.lower()] == []
    assert hosts - {""} == {urlsplit(origin).netloc}


def test_nothing_moves_while_it_loads(page: Page, edition: Site) -> None:
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });"""
    )
    for width in (320, 480, 900):
        page.set_viewport_size({"width": width, "height": 800})
        edition.faults.hanging |= {"alignment.json", "audiopress-player.js"}
        opened(page, edition, document(element()))
        page.wait_for_timeout(250)
        edition.faults.reset()
        ready(page)
        page.wait_for_timeout(250)
        assert page.evaluate("moved") == 0, f"at {width} px"


def test_sticky_player_appears_and_leaves_the_page_as_it_was(page: Page, edition: Site) -> None:
    tall = "<p>tall</p>" * 60
    opened(page, edition, document(element("data-sticky"), body=tall))
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    before = page.evaluate("document.body.scrollHeight")
    page.evaluate("scrollTo(0, 1500)")
    page.locator("audiopress-player .stuck").wait_for()
    box = page.locator("audiopress-player .stuck").bounding_box()
    assert box
    assert box["y"] + box["height"] == pytest.approx(700, abs=1)
    assert page.evaluate("document.body.scrollHeight") == before
    page.get_by_role("button", name="Close").click()
    expect(page.locator("audiopress-player .stuck")).to_have_count(0)
    assert player(page, "p.paused") is True


def test_reduced_motion_and_print(page: Page, edition: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    edition.faults.hanging.add(".mp3")
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Play", exact=True).click()
    picture = page.locator("audiopress-player [part~=play] svg")
    assert picture.evaluate("(svg) => getComputedStyle(svg).animationName") == "none"
    page.emulate_media(media="print")
    expect(page.locator("audiopress-player .frame")).to_be_hidden()
