"""The editor's window in a browser: from a document that is dropped to an article taken back."""

from __future__ import annotations

import base64
import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import until
from tests.integration.studio.window import STORY, TOKEN, Window, open_window
from tests.made_documents import make_docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

FOUND = """async () => (await axe.run(document, { resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } } })).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`))"""

DROP = """([place, name, body]) => {
  const bytes = Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const event = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector(place).dispatchEvent(new DragEvent('drop', event));
}"""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    with open_window(tmp_path / "edition") as opened:
        yield opened


def open_page(browser: Browser, window: Window, **how: Any) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **how)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(f"http://127.0.0.1:{window.port}/?token={TOKEN}")
    return page


def make_document(tickets: str) -> bytes:
    texts = (
        "The boat left at ten past nine on Tuesday, and nobody was surprised.",
        f"Mrs Tymeister sold the last {tickets} to a man with two suitcases.",
    )
    body = paragraph("The ferry to Skerry", "Titel") + "".join(map(paragraph, texts))
    return make_docx(body)


def drop(page: Page, place: str, name: str, body: bytes) -> None:
    page.wait_for_load_state()  # else nobody listens yet: the page may be one that came anew
    page.evaluate(DROP, [place, name, base64.b64encode(body).decode()])


def read_record(window: Window) -> dict[str, Any]:
    records = [json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json")]
    (record,) = [each for each in records if "slug" in each]
    return record


def publish(page: Page, name: str) -> str:
    """Click what publishes, wait until the page is there again, and return what was told."""
    page.wait_for_load_state()
    # "Publish all" has a number behind it as soon as the page knows how many.
    page.get_by_role("button", name=name, exact=name != "Publish all").click()
    page.locator("#building .outcome li").first.wait_for()
    return page.locator("#building .told").inner_text()


def test_an_editor_drops_fixes_publishes_corrects_and_withdraws(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda told: broken.append(told.text) if told.type == "error" else None)

    # The token is not left where somebody may look over a shoulder, or in the history.
    assert page.url == f"http://127.0.0.1:{window.port}/"
    drop(page, "#drop", "Ferry (final).docx", make_document("ticket"))
    page.wait_for_url("**/article?file=articles/ferry-final.docx")
    assert page.locator("h1").inner_text() == "The ferry to Skerry"

    # A name, heard and kept.
    page.locator(".word", has_text="Tymeister").click()
    assert page.locator("#grapheme").input_value() == "Tymeister"
    page.locator("#say").fill("Tie-master")
    with page.expect_response("**/sounds/*.mp3") as sound:
        page.locator("#say").press("Enter")
    assert sound.value.status in (200, 206)
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Nothing that is published says it.").wait_for()
    page.keyboard.press("Escape")
    page.locator(".spoken", has_text="Tie-master").wait_for()

    # A paragraph is heard before anything is published.
    with page.expect_response("**/sounds/*.mp3"):
        page.get_by_role("button", name="Hear paragraph 4").click()
    assert not (window.folder / "output").exists()

    assert publish(page, "Publish").startswith("1 article made")
    page.get_by_text("All of this is made as it stands.").wait_for()
    first = read_record(window)

    # A corrected document takes the place of the first one.
    drop(page, "#replace", "Ferry (final, 2).docx", make_document("tickets"))
    page.get_by_text("1 paragraph would be spoken anew").wait_for()
    assert (
        publish(page, "Publish the correction")
        == "1 article made on this computer, 1 paragraph spoken"
    )
    second = read_record(window)
    assert (second["guid"], len(first["versions"]), len(second["versions"])) == (
        first["guid"],
        1,
        2,
    )
    feed = window.folder / "output/feed.xml"
    assert first["guid"] in feed.read_text("utf-8")

    page.get_by_label("What the page that stays says").fill("The tickets were free.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("button", name="Bring it back").wait_for()
    assert first["guid"] not in feed.read_text("utf-8")
    assert list((window.folder / "output").rglob("*.mp3")) == []

    assert broken == []
    own = f"http://127.0.0.1:{window.port}/"
    assert [url for url in asked if not url.startswith((own, "data:"))] == []


def test_the_keyboard_alone_is_enough(browser: Browser, window: Window) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    page.get_by_role("button", name="Fix a word of paragraph 4").focus()
    page.keyboard.press("Enter")
    # The name is not chosen yet, so that its field comes first.
    assert page.evaluate("document.activeElement.id") == "grapheme"
    page.keyboard.type("Tymeister")
    page.keyboard.press("Tab")
    page.keyboard.type("Tie-master")
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Keep it"
    page.keyboard.press("Enter")
    page.get_by_text("Kept: Tymeister").wait_for()
    page.keyboard.press("Escape")
    page.locator(".spoken", has_text="Tie-master").wait_for()


def test_what_is_heard_is_stopped_and_one_at_a_time_sounds(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    signs = page.locator("[data-hear-row] span")
    first, second = (page.locator("[data-hear-row]").nth(number) for number in (2, 3))
    first.click()
    page.locator(".row .told", has_text="Playing").wait_for()
    second.click()
    page.locator(".row.playing .told", has_text="Playing").wait_for()
    assert signs.all_inner_texts()[2:4] == ["▶", "■"]
    second.click()
    assert "■" not in signs.all_inner_texts()
    assert "".join(page.locator(".row .told").all_inner_texts()) == ""


def test_a_word_without_how_it_is_said_is_told_and_not_sent(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.locator(".word", has_text="Tymeister").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Write first how it is to be said.").wait_for()
    page.locator("#grapheme").fill("")
    page.get_by_role("button", name="Hear it as it is now").click()
    page.get_by_text("Write the word first").wait_for()
    assert [url for url in sent if url.endswith(("/keep", "/try"))] == []


def test_a_line_that_is_left_out_leaves_the_page_where_it_was(
    browser: Browser, window: Window
) -> None:
    more = "\n".join(f"The boat number {count} came home at night.\n" for count in range(40))
    (window.folder / "articles/ferry.md").write_text(f"{STORY}\n{more}", "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    page.evaluate("scrollTo(0, 1500)")
    row = page.locator(".row", has_text="The boat number 30 ")
    with page.expect_navigation():
        row.get_by_role("button", name="Leave it out").click()
    assert page.evaluate("scrollY") > 1000


FOCUSED = "[document.activeElement.textContent, document.activeElement.closest('.row')?.innerText]"


@pytest.mark.parametrize("left", ["The boat number 30 ", "Mrs Tymeister sold"])
def test_the_focus_stays_at_a_line_that_is_left_out_and_said_again(
    browser: Browser, window: Window, left: str
) -> None:
    more = "\n".join(f"The boat number {count} came home at night.\n" for count in range(40))
    (window.folder / "articles/ferry.md").write_text(f"{STORY}\n{more}", "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    before = page.locator(".row", has_text=left).get_by_role("button", name="Leave it out")
    before.focus()
    for pressed, there in (("Leave it out", "Undo: "), ("Undo: ", "Leave it out")):
        assert page.evaluate(FOCUSED)[0].startswith(pressed)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        until(page, "document.activeElement !== document.body")
        name, row = page.evaluate(FOCUSED)
        assert name.startswith(there)
        assert left in row


def test_the_focus_stays_at_a_paragraph_whose_word_was_kept(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    row = page.locator(".row", has_text="Mrs Tymeister")
    row.get_by_role("button", name="Fix a word").press("Enter")
    page.locator("#grapheme").fill("Tymeister")
    page.locator("#say").fill("Tie-master")
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_text("Kept: Tymeister").wait_for()
    with page.expect_navigation():
        page.keyboard.press("Escape")
    until(page, "document.activeElement !== document.body")
    name, where = page.evaluate(FOCUSED)
    assert name.startswith("Fix a word")
    assert "Mrs Tymeister" in where


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_told_of_a_publishing_covers_nothing_for_good(
    browser: Browser, window: Window, width: int
) -> None:
    for count in range(3):
        text = STORY.replace("Skerry", f"Skerry {count}").replace("nine", f"{count + 3}")
        (window.folder / f"articles/ferry{count}.md").write_text(text, "utf-8")
    page = open_page(browser, window)
    page.set_viewport_size({"width": width, "height": 800})
    publish(page, "Publish all")
    page.get_by_text("Nothing waits.").wait_for()
    bar = page.locator("#building")
    bar.locator(".outcome li").last.wait_for()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    row = page.locator(".articles tbody tr").last.bounding_box()
    told, close = (bar.locator(name).bounding_box() for name in (".told", "[data-close]"))
    assert row
    assert told
    assert close
    top = bar.bounding_box()["y"]
    assert 800 - top <= 225
    assert row["y"] + row["height"] <= top
    assert told["x"] + told["width"] <= close["x"]
    bar.evaluate("bar => bar.scrollTo(0, bar.scrollHeight)")
    assert bar.locator("[data-close]").bounding_box()["y"] >= top
    bar.get_by_role("button", name="Close").click()
    covered = "getComputedStyle(document.documentElement).getPropertyValue('--covered')"
    until(page, f"{covered} === '0px'")


def test_the_list_says_what_waits_and_how_many(browser: Browser, window: Window) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.get_by_role("button", name="Publish all (1)").wait_for()
    assert page.locator(".waits").inner_text() == "4 paragraphs to be spoken"
    publish(page, "Publish all (1)")
    page.get_by_text("Nothing waits.").wait_for()
    assert page.locator(".waits").count() == 0
    # Notes that name settings are folded, for whoever looks after the edition.
    assert "[show]" not in page.locator("#building .outcome").inner_text()
    page.locator("#building summary").click()
    assert "[show]" in page.locator("#building .others").inner_text()


def test_a_page_that_came_before_the_end_of_a_publishing_is_loaded_again(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    window.publish("articles/ferry.md")
    window.send("/withdraw", {"id": read_record(window)["guid"], "file": "articles/ferry.md"})
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")

    def answer_late(route: Route) -> None:
        window.wait()
        route.continue_()

    page.route("**/building", answer_late)
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_text("All of this is made as it stands.").wait_for()
    page.locator("#building .told", has_text="1 article made").wait_for()


def test_what_was_published_before_the_next_page_came_is_told_on_it(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    window.publish("articles/ferry.md")
    window.send("/withdraw", {"id": read_record(window)["guid"], "file": "articles/ferry.md"})
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")

    def answer_late(route: Route) -> None:
        answer = route.fetch(max_redirects=0)
        window.wait()
        route.fulfill(response=answer)

    page.route("**/restore", answer_late)
    page.get_by_role("button", name="Bring it back").click()
    page.locator("#building .told", has_text="1 article made").wait_for()
    # Once: what the next page is about is not that.
    page.get_by_role("link", name="Words", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert page.locator("#building").is_hidden()


def test_a_rule_is_heard_kept_and_taken_out(browser: Browser, window: Window) -> None:
    page = open_page(browser, window)
    page.get_by_role("link", name="Words", exact=True).click()
    page.get_by_label("Word or name").fill("Skerry")
    page.get_by_label("Say it as").fill("Skeh-ree")
    with page.expect_response("**/sounds/*.mp3"):
        page.get_by_role("button", name="Hear it").click()
    page.get_by_label("Say it as").press("Enter")
    rule = page.locator(".rules tbody tr")
    rule.wait_for()
    assert "Skeh-ree" in rule.inner_text()
    with page.expect_response("**/sounds/*.mp3"):
        rule.get_by_role("button", name="Hear").click()
    rule.get_by_role("button", name="Take out").click()
    page.get_by_text("There are no rules of your own yet.").wait_for()


def hold_focus(page: Page, words: str) -> None:
    """Wait until the page that came anew has given the focus to the thing of these words."""
    text = re.compile(rf"^\s*{re.escape(words)}\s*$")
    page.locator(":focus").filter(has_text=text).wait_for()


def test_the_focus_stays_on_what_was_used_of_words_and_lines(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/words")
    for word in ("Skerry", "Tymeister", "Uist"):
        page.get_by_label("Word or name, as it is written").fill(word)
        page.get_by_label("Say it as").fill("Sky")
        page.get_by_role("button", name="Keep it").press("Enter")
        page.get_by_role("rowheader", name=word).wait_for()
        hold_focus(page, "Keep it")
    for word, after in (("Skerry", "Tymeister"), ("Uist", "Tymeister")):
        page.get_by_role("button", name=f"Take out {word}").press("Enter")
        page.get_by_role("rowheader", name=word).wait_for(state="detached")
        hold_focus(page, f"Take out {after}")
    page.get_by_role("button", name="Take out Tymeister").press("Enter")
    hold_focus(page, "Words and lines")


def test_the_focus_stays_on_what_was_used_of_other_pages(browser: Browser, window: Window) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.get_by_role("button", name="Publish all (1)").press("Enter")
    page.get_by_text("Nothing waits.").wait_for()
    hold_focus(page, "Publish all")
    page.get_by_role("button", name="Close").press("Enter")
    hold_focus(page, "Skerry Post")
    page.goto(f"http://127.0.0.1:{window.port}/edition")
    page.locator("[data-check]").press("Enter")
    page.locator(".checks li, .checks p, .checks tr").first.wait_for()
    assert page.evaluate("document.activeElement.matches('[data-check]')")
    page.goto(f"http://127.0.0.1:{window.port}/settings")
    page.get_by_role("button", name="Save").press("Enter")
    page.wait_for_load_state()
    hold_focus(page, "Save")


def test_a_voice_is_heard_chosen_and_saved_by_the_keyboard_alone(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Settings").press("Enter")
    page.get_by_label("Headlines", exact=True).select_option("heart")
    with page.expect_response("**/try"):
        page.get_by_role("button", name=re.compile("^Hear.*Headlines")).press("Enter")
    page.get_by_label("Between paragraphs").fill("800")
    page.get_by_role("link", name="Articles").press("Enter")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    # What is refused is told beside what was filled in, which stays.
    page.get_by_label(re.compile("^Language")).fill("Klingon")
    page.get_by_label("Between paragraphs").press("Enter")
    page.locator("#told-save.bad").wait_for()
    assert page.get_by_label("Between paragraphs").input_value() == "800"
    page.get_by_label(re.compile("^Language")).fill("")
    page.get_by_label("Between paragraphs").press("Enter")
    page.get_by_text("Saved.").wait_for()
    assert asked == ["beforeunload"]
    said = (window.folder / "audiopress.toml").read_text("utf-8")
    assert said.endswith('[voices]\nheadline = "heart"\n\n[sound.pauses]\nparagraph = 800\n')


def test_a_file_that_is_too_large_is_told_before_it_is_sent(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.evaluate("document.getElementById('drop').dataset.largest = '1000000'")
    drop(page, "#drop", "a.docx", b"x" * 1_000_001)
    told = page.locator("#drop .told")
    assert "a.docx has more than 1 MB" in told.inner_text()
    drop(page, "#drop", "a.doc", b"x")
    page.get_by_text("save it as .docx").wait_for()
    assert list((window.folder / "articles").iterdir()) == []


def test_what_was_typed_is_not_lost_without_a_question(browser: Browser, window: Window) -> None:
    page = open_page(browser, window)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("#text").press_sequentially("The ferry was late on Monday.")
    page.get_by_role("link", name="What listeners get").click()
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    assert page.locator("#text").input_value() == "The ferry was late on Monday."
    page.get_by_label("Headline").fill("The ferry")
    page.get_by_role("button", name="Use this text").click()
    page.locator("h1", has_text="The ferry").wait_for()
    assert asked == ["beforeunload"]


def test_what_is_refused_is_told_beside_it_and_what_was_typed_stays(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.locator("#text").fill("The ferry was late on Monday.")
    page.get_by_label("Headline").fill("The ferry")
    page.get_by_label("Date").fill("03/04/2026")
    page.get_by_role("button", name="Use this text").click()
    page.locator(".paste .told.bad", has_text="it may be 3 April or 4 March").wait_for()
    assert page.locator("#text").input_value() == "The ferry was late on Monday."
    page.get_by_label("Date").fill("3.4.2026")
    page.get_by_role("button", name="Use this text").press("Enter")
    page.locator("h1", has_text="The ferry").wait_for()
    assert "of 3 April 2026" in page.locator("header.article").inner_text()
    # A text that somebody else has changed meanwhile is not written over, and stays here.
    page.get_by_role("link", name="Edit the text").click()
    (file,) = (window.folder / "articles").iterdir()
    file.write_text("Theirs.\n", "utf-8")
    page.locator("#text").fill("Mine.")
    page.get_by_role("button", name="Save").click()
    page.locator(".told.bad", has_text="your text is still in this page").wait_for()
    assert page.locator("#text").input_value() == "Mine."
    assert file.read_text("utf-8") == "Theirs.\n"


def test_a_publishing_that_ends_leaves_what_is_typed(browser: Browser, window: Window) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    page.get_by_label("Headline").fill("The next ferry")
    page.get_by_label("Or the address of a page").fill("https://skerry.example/")
    page.get_by_role("button", name="Publish all").click()
    page.locator("#building .told", has_text="1 article made").wait_for()
    page.wait_for_load_state("networkidle")
    assert page.get_by_label("Headline").input_value() == "The next ferry"
    assert page.get_by_label("Or the address").input_value() == "https://skerry.example/"
    # Nothing is typed any more: the next end has the page loaded anew.
    page.get_by_label("Headline").fill("")
    page.get_by_label("Or the address of a page").fill("")
    page.get_by_role("button", name="Publish all").click()
    page.get_by_text("Nothing waits.").wait_for()


def test_a_setting_that_is_changed_is_marked_until_it_is_saved(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.get_by_role("link", name="Settings").click()
    mark = page.locator('[data-of="sound.pauses.paragraph"]')
    field = page.get_by_label("Between paragraphs")
    field.fill("800")
    mark.get_by_text("not saved yet").wait_for()
    field.fill("")
    mark.get_by_text("not saved yet").wait_for(state="detached")
    field.fill("800")
    # Somebody else sets something else meanwhile, and it stays.
    file = window.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace("Skerry Post", "Their Post"), "utf-8")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved.").wait_for()
    assert page.get_by_label("What it is called").input_value() == "Their Post"
    assert "usual: 600" in field.locator("xpath=..").inner_text()


def test_a_setting_that_is_refused_is_marked_until_it_is_right(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.get_by_role("link", name="Settings").click()
    field = page.get_by_label("Where it will be served")
    field.fill("audio skerry")
    field.press("Enter")
    page.locator("#told-save.bad", has_text="it has a space in it").wait_for()
    assert "edition.address" not in page.locator("#told-save").inner_text()
    assert page.evaluate("document.activeElement.id") == "edition.address"
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("audio.skerry.example")
    field.press("Enter")
    page.get_by_text("Saved.").wait_for()
    assert field.input_value() == "https://audio.skerry.example"


def test_a_page_of_a_window_that_was_begun_again_says_so_and_keeps_what_is_typed(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    page.locator("#text").fill(STORY)
    page.context.clear_cookies()
    page.get_by_role("button", name="Use this text").click()
    page.get_by_text("has a new address").wait_for()
    assert page.locator("#text").input_value() == STORY
    other = page.context.new_page()
    other.goto(f"http://127.0.0.1:{window.port}/?token={TOKEN}")
    page.get_by_role("button", name="Use this text").click()
    page.wait_for_url("**/article?file=articles/the-ferry-to-skerry.md")


def test_a_setting_that_is_changed_before_the_module_came_is_marked_too(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    asked: list[Route] = []
    page.route("**/settings.js*", lambda route: asked.append(route))  # noqa: PLW0108 - it is wrapped
    page.get_by_role("link", name="Settings").click(no_wait_after=True)
    page.get_by_label("Between paragraphs").fill("800")
    (route,) = asked
    route.continue_()
    page.locator('[data-of="sound.pauses.paragraph"]', has_text="not saved yet").wait_for()


def test_what_was_made_is_brought_to_the_host_by_a_button(browser: Browser, window: Window) -> None:
    place = window.folder.parent / "www"
    with (window.folder / "audiopress.toml").open("a", encoding="utf-8") as file:
        file.write(f'[deploy]\ntarget = "{place}"\n')
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    window.publish("articles/ferry.md")
    page = open_page(browser, window)
    page.get_by_text("made on this computer; not at the host yet").wait_for()
    page.get_by_role("button", name="Bring it to the host").press("Enter")
    page.locator("#building .told", has_text="The host has all of it now").wait_for()
    page.locator(".state", has_text=re.compile("^published$")).wait_for()
    assert (place / "feed.xml").is_file()


def test_a_note_leads_to_its_place_though_that_is_folded(browser: Browser, window: Window) -> None:
    more = "\n\n".join("Sign up to our newsletter" for _ in range(4))
    text = f"# The ferry\n\nThe boat left.[^1] It was full.\n\n{more}\n\n[^1]: Says the master.\n"
    (window.folder / "articles/ferry.md").write_text(text, "utf-8")
    page = open_page(browser, window)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/ferry.md")
    note = page.locator(".row", has_text="Says the master.")
    page.get_by_role("link", name="note 1", exact=True).press("Enter")
    note.wait_for()
    assert note.evaluate("row => row.matches(':target')")
    note.get_by_role("link", name="back to where note 1 is named").click()
    assert page.locator(".row:target .source").inner_text().startswith("The boat left.")


def test_what_is_wrong_with_a_build_is_told_in_words(browser: Browser, window: Window) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    (window.folder / "articles/empty.md").write_text("# Nothing but a headline\n", "utf-8")
    page = open_page(browser, window)
    assert publish(page, "Publish all").endswith("something failed")
    assert "What to do:" in page.locator("#building .outcome .bad").inner_text()


def test_what_is_dropped_twice_is_asked_about_and_answered_by_the_keyboard(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    window.publish("articles/ferry.md")
    page = open_page(browser, window)
    drop(page, "#drop", "Ferry 2.docx", make_document("three tickets"))
    asked = page.get_by_role("group", name="Is it there already?")
    asked.get_by_text("This looks like The ferry to Skerry, which is made on").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Correct it"
    asked.get_by_role("button", name="Leave it").press("Enter")
    assert asked.count() == 0
    # A text that is pasted stays while it is asked.
    page.get_by_label("Text", exact=True).fill(STORY.replace("two", "three"))
    page.get_by_role("button", name="Use this text").press("Enter")
    asked.get_by_role("button", name="Correct it").press("Enter")
    page.get_by_role("heading", name="What the correction changes").wait_for()
    assert [each.name for each in (window.folder / "articles").iterdir()] == ["ferry.md"]
    page.goto(f"http://127.0.0.1:{window.port}/")
    page.get_by_label("Text", exact=True).fill(STORY)
    page.get_by_role("button", name="Use this text").click()
    asked.get_by_role("button", name="It is another article").click()
    page.wait_for_url("**/article?file=articles/the-ferry-to-skerry.md")


def test_a_file_that_is_there_already_is_told_and_not_taken(
    browser: Browser, window: Window
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    page = open_page(browser, window)
    told = page.locator("#drop .told")
    drop(page, "#drop", "again.md", STORY.encode())
    page.get_by_text("You have this already: The ferry to Skerry, which waits").wait_for()
    link = told.get_by_role("link", name="The ferry to Skerry")
    assert link.get_attribute("href") == "/article?file=articles/ferry.md"
    other = "The bus was late\n\nIt came at ten, and nobody was on it.\n"
    files = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in (("again.md", STORY), ("bus.txt", other))
    ]
    page.set_input_files("#file", files)
    told.get_by_role("link", name="bus.txt").wait_for()
    assert "again.md was not taken. You have this already" in told.inner_text()
    assert told.get_by_role("link").all_inner_texts() == ["The ferry to Skerry", "bus.txt"]
    assert {each.name for each in (window.folder / "articles").iterdir()} == {"ferry.md", "bus.txt"}


def test_files_that_come_together_are_all_taken_and_each_is_named(
    browser: Browser, window: Window
) -> None:
    page = open_page(browser, window)
    texts = {
        "one.txt": "The bus was late\n\nIt came at ten, and nobody was on it.\n",
        "two.txt": "A bridge is shut\n\nThe council closes it for a week from Monday.\n",
        "old.jpg": "no article",
    }
    files = [
        {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        for name, text in texts.items()
    ]
    page.set_input_files("#file", files)
    told = page.locator("#drop .told")
    told.get_by_text("old.jpg was not taken").wait_for()
    assert told.get_by_role("link").all_inner_texts() == ["one.txt", "two.txt"]
    page.reload()
    listed = page.locator("tbody").inner_text()
    assert "The bus was late" in listed
    assert "A bridge is shut" in listed


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_screen_and_the_name_is_one_line(
    browser: Browser, window: Window, width: int
) -> None:
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    (window.folder / "articles/empty.md").write_text("# Nothing but a headline\n", "utf-8")
    window.publish()
    page = open_page(browser, window)
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("", "article?file=articles/ferry.md", "words", "corrections", "settings"):
        page.goto(f"http://127.0.0.1:{window.port}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator(".top .name").bounding_box()["height"] < 32


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_in_any_page(browser: Browser, window: Window, colours: str) -> None:
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        pytest.skip("no axe-core: pip install axe-playwright-python")
    axe = (Path(found.origin).parent / "axe.min.js").read_text("utf-8")
    ferry, other = (window.folder / f"articles/{name}.md" for name in ("ferry", "other"))
    ferry.write_text(STORY, "utf-8")
    window.publish("articles/ferry.md")
    ferry.write_text(STORY.replace("two", "three"), "utf-8")
    window.publish("articles/ferry.md")
    ferry.write_text(f"{STORY.replace('last', 'first')}\nSo it was.\n", "utf-8")
    window.send("/keep", {"word": "Skerry", "say": "Skeh-ree", "language": "en"})
    other.write_text(
        f"{STORY}\nRead more: The bus to Skerry\n\nThe cost was 3/x&& a day.\n", "utf-8"
    )
    page = open_page(browser, window, color_scheme=colours, bypass_csp=True)
    shown = ("ferry", "other", "gone")
    articles = (f"article?file=articles/{name}.md" for name in shown)
    for path in (
        "",
        *articles,
        "edition",
        "words",
        "corrections",
        "settings",
        "edit?file=articles/ferry.md",
    ):
        page.goto(f"http://127.0.0.1:{window.port}/{path}")
        page.evaluate(axe)
        for width in (1280, 768):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(FOUND) == [], (path, width)
    page.goto(f"http://127.0.0.1:{window.port}/article?file=articles/other.md")
    page.locator(".word", has_text="Tymeister").click()
    page.evaluate(axe)
    assert page.evaluate(FOUND) == []
