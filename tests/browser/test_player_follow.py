"""The page and the transcript go along with the voice, and yield to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, Site
from pages import document, element, opened, player, playing, ready, until
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LONG = "".join(f'<p class="spoken">{text}</p><div class="picture"></div>' for _, text in TEXTS[1:])
PLAIN = """<style>body{margin:0;font:18px/1.5 sans-serif}p{margin:0 0 16px}
.picture{height:420px}header,aside{position:fixed;inset:0 0 auto;height:90px;background:#ccc}
aside{inset:auto 0 0}</style>"""
SEEN = """(selector) => {
  const [range] = CSS.highlights.get('ap-paragraph') ?? [];
  const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
  const box = document.querySelector(selector)?.getBoundingClientRect();
  const from = Math.max(0, box?.top ?? 0);
  const to = Math.min(innerHeight, box?.bottom ?? innerHeight);
  return top >= from - 1 && bottom <= to + 1;
}"""  # fmt: skip
BACK = "Back to what is read"


def start(
    page: Page, site: Site, *, head: str = PLAIN, body: str = LONG, attributes: str = ""
) -> None:
    opened(page, site, document(element(attributes), head=head, body=body))
    ready(page)
    player(page, "p.play()")
    playing(page)
    until(page, "CSS.highlights.get('ap-paragraph')")


def speak(page: Page, paragraph: int) -> None:
    """Go to a paragraph as the voice does: nobody presses anything."""
    player(page, f"(p.audio.currentTime = p.record.paragraphs[{paragraph}].start + 0.05, 0)")
    page.wait_for_timeout(150)


def settled(page: Page) -> float:
    """The place of the page once it rests."""
    last, at = -1.0, page.evaluate("scrollY")
    while last != at:
        page.wait_for_timeout(250)
        last, at = at, page.evaluate("scrollY")
    return at


def seen(page: Page, within: str = "none") -> bool:
    return bool(page.evaluate(SEEN, within))


# -- the page ------------------------------------------------------------------------------------


def test_the_page_goes_where_the_voice_is(page: Page, edition: Site) -> None:
    start(page, edition)
    for paragraph in (3, 6, 9, 5):
        speak(page, paragraph)
        settled(page)
        assert seen(page), paragraph


def test_what_is_in_view_moves_nothing(page: Page, edition: Site) -> None:
    body = "".join(f"<p>{text}</p>" for _, text in TEXTS[1:]) + '<div style="height:3000px"></div>'
    start(page, edition, body=body)
    page.evaluate("addEventListener('scroll', () => (window.scrolled = 1))")
    for paragraph in (2, 4, 6):
        speak(page, paragraph)
        assert settled(page) == 0
    assert not page.evaluate("window.scrolled")


def test_a_player_that_went_out_of_view_goes_along(page: Page, edition: Site) -> None:
    start(page, edition)
    speak(page, 8)
    settled(page)
    expect(page.locator("audiopress-player .stuck")).to_be_visible()
    page.wait_for_timeout(600)
    bar = page.locator("audiopress-player .stuck").bounding_box()
    mark = page.evaluate(
        "[...CSS.highlights.get('ap-paragraph')][0].getBoundingClientRect().bottom"
    )
    assert bar
    assert mark <= bar["y"]


HOSTS = {
    "fixed": "<header>News</header>",
    "at the foot": '<aside style="height:240px">We use cookies</aside>',
    "two at the top": '<header style="height:60px">News</header>'
    '<header style="top:60px;height:80px">Live</header>',
    "in a root of its own": '<div id="bar"></div><script>document.querySelector("#bar")'
    '.attachShadow({mode: "open"}).innerHTML = "<header style=\'position:fixed;inset:0 0 auto;'
    "height:120px;background:#ccc'>x</header>\"</script>",
}  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_of_the_host_covers_it(page: Page, edition: Site, host: str) -> None:
    start(page, edition, body=LONG + HOSTS[host])
    for paragraph in (8, 2, 6):
        speak(page, paragraph)
        settled(page)
        page.wait_for_timeout(500)
        settled(page)
        assert page.evaluate("""() => {
          const [range] = CSS.highlights.get('ap-paragraph');
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const text = range.startContainer.parentElement;
          return [top + 2, bottom - 2].every((y) => y > 0 && y < innerHeight
            && text === document.elementFromPoint((left + right) / 2, y));
        }"""), paragraph


def test_a_header_that_comes_to_stay_while_it_scrolls_covers_nothing(
    page: Page, edition: Site
) -> None:
    body = f'<nav style="position:sticky;top:0;height:110px;background:#ccc">x</nav>{LONG}'
    start(page, edition, body=body)
    speak(page, 7)
    settled(page)
    page.wait_for_timeout(500)
    settled(page)
    top = page.evaluate("[...CSS.highlights.get('ap-paragraph')][0].getBoundingClientRect().top")
    assert 110 <= top < 660


@pytest.mark.parametrize("padding", ["180px", "30%"])
def test_the_room_that_a_page_keeps_for_scrolls_is_kept(
    page: Page, edition: Site, padding: str
) -> None:
    start(page, edition, head=f"{PLAIN}<style>html{{scroll-padding-top:{padding}}}</style>")
    speak(page, 9)
    settled(page)
    speak(page, 2)
    settled(page)
    top = page.evaluate("[...CSS.highlights.get('ap-paragraph')][0].getBoundingClientRect().top")
    assert top >= 180


def test_a_column_that_scrolls_by_itself(page: Page, edition: Site) -> None:
    head = f"{PLAIN}<style>html,body{{height:100%}}main{{height:400px;overflow:auto}}</style>"
    start(page, edition, head=head)
    for paragraph in (8, 3):
        speak(page, paragraph)
        until(page, f"({SEEN})('main')")


def test_a_paragraph_that_is_higher_than_the_window_is_followed_by_the_word(
    page: Page, edition: Site
) -> None:
    page.set_viewport_size({"width": 320, "height": 420})
    start(page, edition, head="<style>p{font:60px/1.6 serif}h1{font-size:20px}</style>",
          body="".join(f"<p>{text}</p>" for _, text in TEXTS[1:]))  # fmt: skip
    for share in (0.05, 0.5, 0.95):
        begin, end = (player(page, f"p.record.paragraphs[5].{edge}") for edge in ("start", "end"))
        player(page, f"(p.audio.currentTime = {begin + (end - begin) * share}, 0)")
        # By then the word is one behind the seek; a busy machine scrolls late.
        page.wait_for_timeout(500)
        until(
            page,
            """(() => {
          const [word] = CSS.highlights.get('ap-word') ?? [];
          const { top, bottom } = word?.getBoundingClientRect() ?? { top: -1 };
          return top >= 0 && bottom <= innerHeight;
        })()""",
        )


def test_reduced_motion_is_kept(page: Page, edition: Site) -> None:
    page.emulate_media(reduced_motion="reduce")
    start(page, edition, head=f"{PLAIN}<style>html{{scroll-behavior:smooth}}</style>")
    page.evaluate("window.places = []; addEventListener('scroll', () => places.push(scrollY))")
    speak(page, 9)
    page.wait_for_timeout(800)
    assert seen(page)
    assert len(page.evaluate("[...new Set(places)]")) == 1, "it moved by itself"


# -- the reader ----------------------------------------------------------------------------------

HANDS = {
    "wheel": lambda page: (page.mouse.move(300, 500), page.mouse.wheel(0, 700)),
    "page down": lambda page: (page.locator("h1").click(), page.keyboard.press("PageDown")),
    "space": lambda page: (page.locator("h1").click(), page.keyboard.press("Space")),
    "the bar of the window": lambda page: page.evaluate("scrollTo(0, 900)"),
    "a link to a place": lambda page: page.evaluate("location.hash = 'foot'"),
    "a key, with the player in focus": lambda page: (
        page.locator("audiopress-player").get_by_role("button", name="Pause").focus(),
        page.keyboard.press("PageDown"),
    ),
}


@pytest.mark.parametrize("hand", HANDS)
def test_it_yields_to_the_reader_and_offers_the_way_back(
    page: Page, edition: Site, hand: str
) -> None:
    start(page, edition, body=f'{LONG}<p id="foot">Imprint</p>')
    HANDS[hand](page)
    until(page, "scrollY")
    there = settled(page)
    back = page.get_by_role("button", name=BACK)
    expect(back).to_be_visible()
    speak(page, 4 if there > 2500 else 9)
    assert settled(page) == there, "the reader stays"
    back.click()
    settled(page)
    assert seen(page)
    expect(back).to_be_hidden()
    speak(page, 6)
    settled(page)
    assert seen(page), "it follows again"


def test_it_yields_to_a_finger(browser: Browser, edition: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True)
    page = context.new_page()
    start(page, edition)
    client = context.new_cdp_session(page)
    moves = [("Move", 600 - 25 * step) for step in range(1, 20)]
    for kind, y in [("Start", 600), *moves, ("End", 0)]:
        points = [{"x": 200, "y": y}] if kind != "End" else []
        client.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": points})
        page.wait_for_timeout(16)
    until(page, "scrollY")
    there = settled(page)
    speak(page, 9)
    assert settled(page) == there
    expect(page.get_by_role("button", name=BACK)).to_be_visible()
    context.close()


def test_a_hand_that_comes_while_it_scrolls_wins(page: Page, edition: Site) -> None:
    start(page, edition)
    page.mouse.move(300, 500)
    player(page, "(p.audio.currentTime = p.record.paragraphs[9].start + 0.05, 0)")
    until(page, "scrollY > 5")
    page.mouse.wheel(0, -3000)
    settled(page)
    assert not seen(page), "it goes no further"
    expect(page.get_by_role("button", name=BACK)).to_be_visible()


def test_what_is_put_above_the_text_is_no_scroll_of_the_reader(page: Page, edition: Site) -> None:
    start(page, edition)
    speak(page, 5)
    at = settled(page)
    page.evaluate("document.querySelector('h1').before(Object.assign(document.createElement('div'),"
                  " { style: 'height:500px' }))")  # fmt: skip
    assert settled(page) > at, "the browser keeps the text where it is"
    speak(page, 9)
    settled(page)
    assert seen(page)


def test_who_starts_at_a_paragraph_is_followed_again(page: Page, edition: Site) -> None:
    start(page, edition)
    page.evaluate("scrollTo(0, 1600)")
    settled(page)
    expect(page.get_by_role("button", name=BACK)).to_be_visible()
    player(page, "p.play(p.record.paragraphs[5].start, 'page')")
    speak(page, 9)
    settled(page)
    assert seen(page)


def test_who_writes_is_left_alone(page: Page, edition: Site) -> None:
    start(page, edition, body='<p><textarea id="comment"></textarea></p>' + LONG)
    page.locator("#comment").focus()
    speak(page, 9)
    assert settled(page) == 0


# -- the switch ----------------------------------------------------------------------------------


def test_it_can_be_switched_off(page: Page, edition: Site) -> None:
    start(page, edition)
    page.get_by_role("button", name="Settings").click()
    switch = page.get_by_role("switch", name="Keep what is read in view")
    expect(switch).to_be_checked()
    switch.uncheck()
    speak(page, 8)
    assert settled(page) == 0
    expect(page.get_by_role("button", name=BACK)).to_be_hidden()
    switch.check()
    page.get_by_role("button", name="Settings").click()
    settled(page)
    assert seen(page)


@pytest.mark.parametrize("name", ["Settings", "Chapters", "More to hear"])
def test_a_list_that_was_opened_is_not_scrolled_away(page: Page, edition: Site, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    start(page, edition, attributes='playlist="/feed.xml"')
    page.get_by_role("button", name="More controls").click()
    opener = page.get_by_role("button", name=name)
    opener.click()
    page.locator("audiopress-player .list > *").first.wait_for()
    speak(page, 6)
    assert settled(page) == 0
    opener.click()
    until(page, "scrollY")
    settled(page)
    assert seen(page), "it follows again"


def test_a_page_can_have_it_off(page: Page, edition: Site) -> None:
    start(page, edition, attributes='data-follow="off"')
    speak(page, 8)
    assert settled(page) == 0
    page.get_by_role("button", name="Settings").click()
    expect(page.get_by_role("switch")).not_to_be_checked()


# -- the transcript ------------------------------------------------------------------------------

LIST = "document.querySelector('audiopress-player').shadowRoot.querySelector('.list')"
ROW = f"""(() => {{ const list = {LIST}; const row = list.querySelector('[aria-current]');
  const [box, at] = [list, row].map((one) => one.getBoundingClientRect());
  return at.top >= box.top - 1 && at.bottom <= box.bottom + 1; }})()"""


def test_the_transcript_follows_yields_and_offers_the_way_back(page: Page, edition: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    start(page, edition)
    page.get_by_role("button", name="More controls").click()
    page.get_by_role("button", name="Transcript").click()
    page.locator("audiopress-player li").first.wait_for()
    for paragraph in (9, 3):
        speak(page, paragraph)
        until(page, ROW)
    page.wait_for_timeout(600)
    assert settled(page) == 0, "the page rests while the transcript is open"
    page.locator("audiopress-player li p").nth(3).hover()
    page.mouse.wheel(0, 900)
    back = page.get_by_role("button", name=BACK)
    expect(back).to_be_visible()
    at = page.evaluate(f"{LIST}.scrollTop")
    speak(page, 1)
    page.wait_for_timeout(600)
    assert page.evaluate(f"{LIST}.scrollTop") == at
    back.click()
    until(page, ROW)
    expect(back).to_be_hidden()
