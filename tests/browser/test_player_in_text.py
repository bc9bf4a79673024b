"""What is done in the text itself: a tap on a paragraph, and a word that was said wrong."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS, TITLE, Site
from pages import BODY, document, element, opened, player, playing, ready, until
from playwright.sync_api import expect
from tabs import open_tab, open_window
from test_player_goes_on import SECOND_SOUND, TOLD, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

# -- a finger on a paragraph ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def pocket(browser: Browser, edition: Site) -> Iterator[BrowserContext]:
    size = {"width": 390, "height": 760}
    with open_window(browser, edition, viewport=size, has_touch=True, is_mobile=True) as opened:
        yield opened


@pytest.fixture
def phone(pocket: BrowserContext) -> Iterator[Page]:
    with open_tab(pocket) as opened:
        yield opened


SOUGHT = "window.sought = []; addEventListener('ap-seek', (event) => sought.push(event.detail))"
TAPPED = BODY.replace("books, two to a family.", '<a href="#x">books</a>, two to a family.')
TAPPED = TAPPED.replace("with news.</p>", "with news.<button>Note</button></p>")
TAPPED = TAPPED.replace("<p>Until then", '<p id="own">Until then')


@pytest.mark.parametrize(
    ("where", "state", "moves"),
    [
        ("p:nth-of-type(2)", "playing", True),
        ("#own", "playing", True),
        ("p:nth-of-type(8)", "playing", True),
        ("p:nth-of-type(2)", "paused", False),
        ("p a", "playing", False),
        ("p button", "playing", False),
        ("#own", "the page's own", False),
        ("#own", "selected", False),
        ("#own", "switched off", False),
    ],
)
def test_a_tap_on_a_paragraph_plays_from_there(
    phone: Page, edition: Site, where: str, state: str, moves: bool
) -> None:
    attributes = 'data-follow="off"' + ' data-tap="off"' * (state == "switched off")
    opened(phone, edition, document(element(attributes), body=TAPPED))
    ready(phone)
    player(phone, "p.play(2)")
    playing(phone)
    until(phone, "document.querySelector('audiopress-player').shadowRoot.querySelector('.here')")
    if state == "paused":
        player(phone, "p.pause()")
    if state == "the page's own":
        phone.evaluate("own.addEventListener('click', (event) => event.preventDefault())")
    if state == "selected":
        phone.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    phone.evaluate(SOUGHT)
    place = phone.locator(where).first
    if state == "selected":  # a tap of Playwright's would take the selection away first
        place.dispatch_event("pointerover", {"pointerType": "touch", "composed": True})
        place.dispatch_event("click", {"composed": True})
    else:
        place.tap(position={"x": 5, "y": 5})
    phone.wait_for_timeout(300)
    sought = phone.evaluate("sought")
    assert [one["trigger"] for one in sought] == (["page"] if moves else [])
    if moves:
        assert sought[0]["to"] > 5


def test_a_click_of_a_mouse_on_a_paragraph_does_nothing(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(), body=TAPPED))
    ready(page)
    player(page, "p.play(2)")
    playing(page)
    page.locator("#own").click()
    page.wait_for_timeout(300)
    assert player(page, "p.currentTime") < 6  # type: ignore[operator]


# -- a word that was said wrong ------------------------------------------------------------------

DESK = "mailto:desk@news.example"
FORM = "https://forms.news.example/say?kind=word"


def stopped(page: Page, edition: Site, report: str) -> None:
    opened(page, edition, document(element(f'data-report="{report}"')))
    ready(page)
    page.evaluate(TOLD)
    player(page, "p.play(6.3)")
    playing(page)
    until(page, "CSS.highlights.get('ap-word')")
    player(page, "p.pause()")


def test_a_form_is_told_article_paragraph_and_word(page: Page, edition: Site) -> None:
    stopped(page, edition, FORM)
    link = page.get_by_role("link", name="Wrong pronunciation of")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    sent = page.evaluate("(a) => Object.fromEntries(new URL(a).searchParams)", address)
    assert address.startswith(FORM)
    word = page.evaluate("[...CSS.highlights.get('ap-word')].join('')")
    assert sent.pop("word") == word.strip("“”,.")
    assert float(sent.pop("time")) > 6
    assert sent == {
        "kind": "word", "paragraph": "2", "language": "en", "article": "https://x/harbour",
        "title": TITLE, "url": "https://news.example/harbour",
        "text": "The harbour of Vik opened to ships on Monday, 112 days after the ice closed it.",
    }  # fmt: skip
    link.evaluate("(one) => one.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    assert told(page, "report")[0]["link"] == address
    player(page, "p.play()")
    playing(page)
    expect(link).to_be_hidden()


def test_a_letter_has_the_command_that_mends_it(page: Page, edition: Site) -> None:
    stopped(page, edition, DESK)
    page.evaluate(
        """getSelection().setBaseAndExtent(...(() => {
          const text = document.querySelectorAll('article p')[1].firstChild;
          const at = text.data.indexOf('Vik'); return [text, at, text, at + 3] })())"""
    )
    link = page.get_by_role("link", name="Wrong pronunciation of “Vik”?")
    expect(link).to_be_visible()
    box, word = link.bounding_box(), page.evaluate(
        "(() => { const { bottom, left } = getSelection().getRangeAt(0).getBoundingClientRect();"
        " return [bottom, left] })()"
    )  # fmt: skip
    assert box
    assert (round(box["y"] - word[0]), round(box["x"] - word[1])) == (4, 0)
    body = page.evaluate(
        "(a) => decodeURIComponent(a.split('body=')[1])", link.get_attribute("href")
    )
    assert "\r\ntext: The harbour of Vik opened" in body
    assert "\r\nurl: https://news.example/harbour\r\n" in body
    assert body.endswith("\r\n\r\naudiopress lexicon add 'Vik' --language en --say ''")


def test_what_is_chosen_is_no_command(page: Page, edition: Site) -> None:
    evil = "The harbour of Vik' $(rm) `rm` opened to ships on Monday, 112 days after it closed."
    file = edition.root / "episodes/harbour/0a1b2c3d/alignment.json"  # type: ignore[operator]
    record = json.loads(file.read_text("utf-8"))
    record["paragraphs"][2]["selector"]["exact"] = evil
    edition.pages["evil.json"] = json.dumps(record | {"audio": f"/{SECOND_SOUND}"})
    report = f'data-report="{DESK}?cc=a@b.example"'
    body = BODY.replace(TEXTS[2][1], evil)
    opened(page, edition, document(element(report, src="evil.json"), body=body))
    ready(page)
    until(page, "document.querySelector('audiopress-player').shadowRoot.querySelector('.here')")
    page.evaluate(
        """getSelection().setBaseAndExtent(...(() => {
          const text = document.querySelectorAll('article p')[1].firstChild;
          const at = text.data.indexOf('Vik'); return [text, at, text, at + 15] })())"""
    )
    link = page.get_by_role("link", name="Wrong pronunciation of")
    expect(link).to_be_visible()
    href = link.get_attribute("href") or ""
    assert href.startswith(f"{DESK}?cc=a@b.example&subject=")
    body = page.evaluate("(a) => decodeURIComponent(a.split('body=')[1])", href)
    command = body.splitlines()[-1]
    assert shlex.split(command)[3] == "Vik' $(rm) `rm"


@pytest.mark.parametrize("report", ["", "javascript:alert(1)", "data:text/html,x", "/report"])
def test_it_is_off_by_default_and_for_every_other_scheme(
    page: Page, edition: Site, report: str
) -> None:
    stopped(page, edition, report)
    page.wait_for_timeout(200)
    links = page.locator("audiopress-player .report")
    assert all(not (link.get_attribute("href") or "") for link in links.all())


def test_in_the_transcript_it_stands_at_the_word_too(page: Page, edition: Site) -> None:
    opened(page, edition, document(element(f'data-report="{DESK}" data-page="off"')))
    ready(page)
    page.get_by_role("button", name="Transcript").click()
    player(page, "p.play(6.3)")
    playing(page)
    until(page, "CSS.highlights.get('ap-word-read')")
    player(page, "p.pause()")
    link = page.get_by_role("link", name="Wrong pronunciation of")
    expect(link).to_be_visible()
    box = link.bounding_box()
    word = page.evaluate(
        "[...CSS.highlights.get('ap-word-read')][0].getBoundingClientRect().toJSON()"
    )
    assert box
    assert abs(box["y"] - word["bottom"]) < 8 or abs(box["y"] + box["height"] - word["top"]) < 8
