"""The page of a receipt: faults first, nothing of strangers obeyed, nothing fetched."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from audiopress.checking.receipt import Receipt
from audiopress.checking.report_page.page import render_report
from tests.made_receipt import HOSTILE, SOUND, make_receipt


@pytest.fixture(scope="module")
def page() -> etree._Element:
    return etree.fromstring(render_report(make_receipt(), "public/audio"), etree.HTMLParser())


def read(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_same_receipt_gives_the_same_bytes() -> None:
    assert render_report(make_receipt(), "a") == render_report(make_receipt(), "a")


def test_articles_with_faults_come_first_and_are_open(page: etree._Element) -> None:
    articles = page.findall(".//details[@class='article']")
    assert [read(each.find("summary/h3")) for each in articles] == [
        HOSTILE.replace("\u202e", ""), "Tide mill", "Night bus",
    ]  # fmt: skip
    assert [each.get("open") is not None for each in articles] == [True, True, False]
    assert read(page.find(".//h1")) == "3 faults in 5 checks"
    assert "artwork: is L and not RGB" in read(page.find(".//section"))


def test_where_nearly_all_is_wrong_nothing_is_opened() -> None:
    receipt = make_receipt()
    receipt.articles *= 10
    assert b'<details class="article" id="a1" open>' not in render_report(receipt, "a")
    assert b" open>" not in render_report(receipt, "a")


def test_what_strangers_write_is_text(page: etree._Element) -> None:
    body = render_report(make_receipt(), "<script>alert(2)</script>").decode()
    assert "<script" not in body
    assert "\u202e" not in body
    assert not page.xpath("//*[@onclick]")
    assert not [each for each in page.iter("a") if not each.get("href").startswith("https:")]


def test_nothing_is_loaded_or_run(page: etree._Element) -> None:
    assert not page.xpath("//script | //img | //link | //iframe | //audio | //object | //embed")
    assert not page.xpath("//@src | //@srcset")
    assert "url(" not in read(page.find(".//style"))
    assert all(each.get("href").startswith("#") for each in page.iter("use"))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_each_sound_has_two_pictures_that_say_what_they_show(page: etree._Element) -> None:
    pictures = [each.get("aria-label") for each in page.iter("svg")]
    assert len(pictures) == 4
    assert pictures[0] == "Waveform of 0:30 in 2 paragraphs; it is highest at 0:00."
    assert pictures[1].startswith("Loudness over time: between −23.7 and −23.7 LUFS")
    assert len(page.xpath("//details[@id='a2']//path[@class='fault']")) == 2


def test_the_beginning_of_each_paragraph_is_told(page: etree._Element) -> None:
    rows = [[read(cell) for cell in row] for row in page.xpath("//details[@id='a2']//tbody/tr")]
    assert rows[0] == ["1", "0:00", "The old wheel <b> headline", "−23.7"]
    assert rows[1][:2] == ["2", "0:16"]
    assert re.fullmatch("(Elm paddles ){6,7}Elm( paddles)?…", rows[1][2])


def test_words_that_differ_are_marked_and_not_by_colour(page: etree._Element) -> None:
    (texts,) = page.xpath("//*[@class='texts']")
    assert read(texts.find("h5")) == "Paragraph 1, at 0:00"
    meant, heard = texts.findall(".//dd")
    assert read(meant) == "… at the creek turned with the [sea] on monday"
    assert (read(meant.find("del")), read(heard.find("ins"))) == ("[sea]", "[tide]")


def test_the_file_is_named_with_its_digest(page: etree._Element) -> None:
    told = read(page.xpath("//details[@id='a2']//p[@class='file']")[0])
    assert told == f"{SOUND} 48,000 bytes, sha256 {'ab' * 32}"


def test_a_receipt_of_one_file_has_its_rows() -> None:
    receipt = Receipt()
    receipt.look("title", "creek.mp3", "", "Tide mill")
    text = read(etree.fromstring(render_report(receipt, "creek.mp3"), etree.HTMLParser()))
    assert "title: Tide mill" in text
    assert "Articles" not in text
