"""What was dropped says what it was read as, and what was found in it."""

import pytest

from tests.integration.studio.window import STORY, open_window

BODY = STORY.partition("\n\n")[2]
MAIL = (
    "From: Ada Fenwick <ada@skerry.example>\nTo: desk@skerry.example\n"
    "Date: Sat, 14 Mar 2026 07:30:00 +0000\nSubject: The ferry to Skerry\n"
    "Message-ID: <1@skerry.example>\nMIME-Version: 1.0\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{BODY}"
)
PAGE = (
    '<!doctype html><html lang="en-GB"><title>The ferry</title>'
    '<link rel="canonical" href="https://skerry.example/ferry">'
    '<meta name="author" content="Ada Fenwick">'
    f"<article><h1>The ferry to Skerry</h1><p>{BODY}</p></article>"
)
ARCHIVE = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://skerry.example/ferry\n"
    "Subject: The ferry\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    "--b\nContent-Type: text/html; charset=utf-8\n"
    f"Content-Location: https://skerry.example/ferry\n\n{PAGE}\n--b--\n"
)


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        yield opened


def test_a_mail_says_that_it_is_one(window):
    page = window.drop("ferry.eml", MAIL.encode()).json["page"]
    shown = window.send(page).text
    assert "Read as an e-mail; by Ada Fenwick, of 14 March 2026, in English" in shown


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("ferry.mhtml", ARCHIVE, "a page that was saved with its pictures"),
        ("ferry.html", PAGE, "a web page"),
    ],
)
def test_a_saved_page_says_of_where(window, name, body, kind):
    page = window.drop(name, body.encode()).json["page"]
    found = f"Read as {kind}; of https://skerry.example/ferry, by Ada Fenwick, no date found"
    assert found in window.send(page).text


def test_what_was_not_found_is_said(window):
    page = window.drop("ferry.md", STORY.encode()).json["page"]
    shown = window.send(page).text
    assert "Read as Markdown; no author found, no date found, in English" in shown


@pytest.mark.parametrize(
    ("show", "said", "told"),
    [
        ("en-GB", "en-US", "in American English. The show is in British English"),
        ("de-DE", "de_at", "in Austrian German. The show is in German (Germany)"),
        ("en-GB", "en-GB", "in English."),
        ("en-GB", "en", "in English."),
        ("en-GB", "de-DE", "in German."),
    ],
)
def test_a_language_of_another_region_than_the_show_is_named(window, show, said, told):
    file = window.folder / "audiopress.toml"
    text = file.read_text("utf-8").replace("[show]", f'[show]\nlanguage = "{show}"', 1)
    file.write_text(text, "utf-8")
    page = window.drop("ferry.md", f"---\nlanguage: {said}\n---\n{STORY}".encode()).json["page"]
    shown = window.send(page).text
    assert told in shown
    assert (f"write language: {show} between" in shown) == ("The show is" in told)
