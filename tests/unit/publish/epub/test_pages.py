"""What is read in the book: the text of the page, whatever strangers wrote into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from audiopress.publish.epub.pages import fit_language
from tests.unit.publish.epub_samples import XHTML, article, book, files, parse, text_of
from tests.unit.publish_samples import TEXTS, episode, show, timeline

PAGE = "articles/tide-mill-0.xhtml"


def say(text: str, role: str = "body"):
    """An article whose only paragraph says this."""
    return article(timeline=timeline(((role, text, "spoken"),)))


def test_every_paragraph_is_shown_once_under_its_number() -> None:
    page = parse(book(), PAGE)
    shown = {one.get("id"): text_of(one) for one in page.iter() if one.get("id")}
    assert shown == {f"p{number}": text for number, (_, text, _) in enumerate(TEXTS)}
    assert page.find(f".//{XHTML}h1").get("id") == "p0"


def test_items_share_a_list_and_a_quotation_is_one() -> None:
    page = parse(book(), PAGE)
    assert [len(one) for one in page.iter(f"{XHTML}ul")] == [2]
    assert page.find(f".//{XHTML}blockquote/{XHTML}p").get("id") == "p7"


def test_the_parts_of_two_voices_have_an_element_each() -> None:
    first, second, *_ = timeline().cues
    body = replace(first.utterance, paragraph=0, role="body")
    hebrew = replace(second.utterance, paragraph=0, role="body", source="שלום", language="he")
    both = (replace(first, utterance=body), replace(second, utterance=hebrew))
    made = book(article(timeline=replace(timeline(), cues=both)))
    spans = list(parse(made, PAGE).iter(f"{XHTML}span"))
    assert [(one.get("id"), one.get("lang"), one.get("dir")) for one in spans if one.get("id")] == [
        ("p0", None, None),
        ("p1", "he", "rtl"),
    ]


def test_a_title_that_is_not_spoken_stands_above_the_text() -> None:
    page = parse(book(say("Only this.")), PAGE)
    heading = page.find(f".//{XHTML}h1")
    assert (text_of(heading), heading.get("id")) == ("The tide mill starts again", None)


def test_author_and_day_are_told_where_no_paragraph_says_them() -> None:
    assert "3 November 2026" in text_of(parse(book(say("Only this.")), PAGE))
    (told,) = parse(book(), PAGE).iterfind(f".//{XHTML}p[@class='opening']")
    assert text_of(parse(book(), PAGE)).count("Ada Pember") == 1
    assert text_of(told).startswith("By Ada Pember")


def test_a_day_is_told_in_whole_seconds() -> None:
    undated = episode(published=episode().published.replace(microsecond=123456))
    made = book(replace(say("Only this."), episode=undated))
    times = [one.get("datetime") for one in parse(made, PAGE).iter(f"{XHTML}time")]
    assert times == ["2026-11-03T06:30:00+00:00"]
    assert b".123456" not in files(made)["EPUB/package.opf"]


def test_the_synthetic_voice_and_its_licence_are_named() -> None:
    plain = say("Only this.")
    credited = replace(plain, episode=episode(credits=("Voice by Ada, CC BY 4.0.",)))
    text = text_of(parse(book(credited), PAGE))
    assert "Read aloud by a synthetic voice." in text
    assert "Voice by Ada, CC BY 4.0." in text
    silent = text_of(parse(book(plain, show=show(disclosure=False)), PAGE))
    assert "synthetic" not in silent


HOSTILE = (
    "<b>\x00\x1b[31m&amp; ]]> --> ",
    "\ufffe\U0001fffe\ud800 lone",
    "\u202eevil\u202c " + "\U0001f469\u200d\U0001f680",
    "a\u0301" * 3000,
    "שלום & العربية",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_stranger_writes_all_files_are_xml(text: str) -> None:
    hostile = episode(title=text, byline=text, section=text, summary=text, narrators=(text,))
    made = book(replace(say(f"x{text}", "heading"), episode=hostile), show=show(title=text))
    for name, body in files(made).items():
        if name.endswith((".opf", "html", ".smil", ".xml")):
            root = etree.fromstring(body)
            assert root.find(".//{*}b") is None
    assert len(list(parse(made, "contents.xhtml").iter(f"{XHTML}a"))) == 3


@pytest.mark.parametrize(
    ("tag", "fit"),
    [("en-GB", "en-GB"), ("zh-Hant-TW", "zh-Hant-TW"), ("en_GB", "und"), ("", "und"),
     ('"><b', "und"), ("de-", "und"), ("nds", "nds")],
)  # fmt: skip
def test_only_a_language_tag_passes_for_one(tag: str, fit: str) -> None:
    assert fit_language(tag) == fit
    page = parse(book(replace(article(), episode=episode(language=tag))), PAGE)
    assert page.get("lang") == fit


def test_a_text_from_right_to_left_says_so() -> None:
    made = book(replace(article(), episode=episode(language="ar")))
    assert parse(made, PAGE).get("dir") == "rtl"
    assert b'page-progression-direction="rtl"' in files(made)["EPUB/package.opf"]


def test_the_contents_lead_to_articles_and_their_headings() -> None:
    made = book(article(0), article(1))
    toc = parse(made, "contents.xhtml").find(f".//{XHTML}nav")
    links = [(one.get("href"), text_of(one)) for one in toc.iter(f"{XHTML}a")]
    assert links[:3] == [
        ("articles/tide-mill-0.xhtml", "The tide mill starts again"),
        ("articles/tide-mill-0.xhtml#p4", "How it was done"),
        ("articles/tide-mill-0.xhtml#p8", "What comes next"),
    ]
    assert links[3][0] == "articles/tide-mill-1.xhtml"
