# ruff: noqa: E501 - written as browsers write it
"""Pages that browsers save as one file: MHTML of Chromium, property lists of Safari."""

from __future__ import annotations

import plistlib

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import SAFARI_PAGE, WEB_ARCHIVE
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

SAID = "The ferry sails again on Monday, and the whole town will be on the quay to see it."
MORE = "It was repaired in the yard over the winter, at a price of £1.2m, said the council."
STORY = f"<article><h1>The ferry sails</h1><p>{SAID}</p><p>{MORE}</p></article>"
ADDRESS = "https://example.org/news/ferry"


def page(body=STORY, head=""):
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def part(body, kind="text/html", address=ADDRESS, more=""):
    return f"Content-Type: {kind}; charset=utf-8\nContent-Location: {address}\n{more}\n{body}\n"


def message(*parts, head=""):
    return (
        f'From: <Saved by Blink>\nSnapshot-Content-Location: {ADDRESS}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"{head}\n\n'
        + "".join(f"--b\n{one}" for one in parts)
        + "--b--\n"
    ).encode()


def resource(body, kind="text/html", address=ADDRESS, charset="UTF-8"):
    return {
        "WebResourceData": body.encode(charset),
        "WebResourceMIMEType": kind,
        "WebResourceURL": address,
        "WebResourceTextEncodingName": charset,
    }


def archive(body, *, sheets=(), frames=(), form=plistlib.FMT_BINARY, charset="UTF-8"):
    tree = {
        "WebMainResource": resource(body, charset=charset),
        "WebSubresources": [resource(css, "text/css", address) for css, address in sheets],
        "WebSubframeArchives": [
            {"WebMainResource": resource(one, address="https://example.org/frame")}
            for one in frames
        ],
    }
    return plistlib.dumps(tree, fmt=form)


def read(body):
    kind = SAFARI_PAGE if body.startswith((b"bplist", b"<?xml")) else WEB_ARCHIVE
    found = extract(Document(uri="saved", media_type=kind, body=body), Reading())
    article, left_out = clean(found, Reading())
    said = [one.text for one in article.blocks if one.kind == "paragraph"]
    return article, said, {(one.reason, one.text) for one in left_out}


SAVED = [
    message(part(page())),
    message(part(page(), more="Content-ID: <two>\n"), head='; start="<two>"'),
    message(part("<p>Buy a car", more="Content-ID: <one>\n"), part(page(), more="Content-ID: <two>\n"), head='; start="<two>"'),
    message(part(page(), kind="application/xhtml+xml")),
    archive(page()),
    archive(page(), form=plistlib.FMT_XML),
    archive(page().replace("utf-8", "windows-1252"), charset="windows-1252"),
]  # fmt: skip


@pytest.mark.parametrize("body", SAVED)
def test_the_page_is_read_and_known_by_where_it_came_from(body):
    article, said, _ = read(body)
    assert said == [SAID, MORE]
    assert (article.uri, article.canonical) == ("saved", ADDRESS)


READER = page('<nav><a href="/">Home</a></nav><iframe src="cid:inner"></iframe>')
FRAMED = [
    message(part(READER), part(page(), address="https://example.org/frame")),
    message(part(READER), part("<p>Advertisement</p>", address="https://ads.example/"), part(page())),
    archive(READER, frames=[page()]),
    archive(READER, frames=["", page()]),
]  # fmt: skip


@pytest.mark.parametrize("body", FRAMED)
def test_a_page_that_only_shows_another_gives_that_one(body):
    article, said, _ = read(body)
    assert said == [SAID, MORE]
    assert article.canonical == ADDRESS


def test_of_a_page_that_says_something_the_frames_are_not_read():
    advert = f"<p>{SAID.replace('ferry', 'car')}</p><p>{MORE}</p>"
    _, said, left_out = read(message(part(page()), part(advert, address="https://ads.example/")))
    assert said == [SAID, MORE]
    assert not left_out


UNSEEN = ".sr{position:absolute;clip:rect(0 0 0 0)}"
HIDDEN = STORY.replace("<p>", '<p class="sr">For screen readers alone.</p><p>', 1)
SHEETS = [
    message(part(page(HIDDEN, '<link rel="stylesheet" href="cid:css-1">')), part(UNSEEN, "text/css", "x", "Content-ID: <css-1>\n")),
    message(part(page(HIDDEN, "<link rel=stylesheet href=https://example.org/s.css?a&amp;b>")), part(UNSEEN, "text/css", "https://example.org/s.css?a&b")),
    message(part(page(HIDDEN, '<link rel="stylesheet" href="cid:css-1@mhtml.blink" />')), part(UNSEEN, "text/css", "cid:css-1@mhtml.blink")),
    archive(page(HIDDEN, '<link rel="stylesheet" href="/s.css">'), sheets=[(UNSEEN, "https://example.org/s.css")]),
]  # fmt: skip


@pytest.mark.parametrize("body", SHEETS)
def test_what_its_style_sheets_hide_is_not_said(body):
    _, said, left_out = read(body)
    assert said == [SAID, MORE]
    assert ("hidden", "For screen readers alone.") in left_out


BROKEN = [
    message(part("body{}", "text/css")),
    b"bplist00WebMainResource",
    archive(page())[:-20],
    plistlib.dumps({"WebMainResource": {"WebResourceMIMEType": "image/png", "WebResourceData": b"x"}}),
    b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist version="1.0"><dict><key>WebMainResource</key><string>&a;</string></dict></plist>',
]  # fmt: skip


@pytest.mark.parametrize("body", BROKEN)
def test_a_file_without_a_page_says_what_to_do(body):
    with pytest.raises(ReadingError) as caught:
        read(body)
    assert caught.value.hint.startswith("save the page anew")
