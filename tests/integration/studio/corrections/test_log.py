"""A correction is seen before it is published, and looked up afterwards; rules are taken out."""

import json

import pytest
from lxml import html

from audiopress import load_settings
from audiopress.press.corrections.deeds import find_account
from audiopress.press.corrections.purge import purge_versions
from audiopress.press.preflight import settle_settings
from audiopress.press.withdraw import withdraw
from tests.integration.studio.window import STORY, open_window

FILE = "articles/ferry.md"
WHO = find_account()


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / FILE).write_text(STORY, "utf-8")
        yield opened


def correct(window, *pairs):
    text = STORY
    for old, new in pairs:
        text = text.replace(old, new)
    (window.folder / FILE).write_text(text, "utf-8")


def read_guid(window):
    records = [json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json")]
    return next(each["guid"] for each in records if "slug" in each)


def test_a_correction_is_drawn_before_it_is_published(window):
    assert "What the correction changes" not in window.show(FILE)
    window.publish(FILE)
    assert "What the correction changes" not in window.show(FILE)
    correct(window, ("two suitcases", "three suitcases"), ("# The ferry", "# The late ferry"))
    page = window.show(FILE)
    assert "1 paragraph as before, 2 changed" in page
    assert "<del>two</del> <ins>three</ins>" in page
    window.publish(FILE)
    assert "What the correction changes" not in window.show(FILE)


def test_what_a_kept_word_changes_is_drawn_too(window):
    window.publish(FILE)
    window.send("/keep", {"word": "Tymeister", "say": "Tie-master", "language": "en"})
    page = window.show(FILE)
    assert "2 paragraphs as before, 1 spoken anew as written" in page
    assert "(spoken form changed)" in page


def test_the_log_has_what_was_corrected_and_taken_back(window):
    assert "Nothing was corrected yet" in window.send("/corrections").text
    window.publish(FILE)
    assert "Nothing was corrected yet" in window.send("/corrections").text
    correct(window, ("two suitcases", "two & more suitcases"))
    window.publish(FILE)
    guid = read_guid(window)
    page = window.send("/corrections").text
    assert "<ins>&amp; more</ins>" in page
    assert "corrected (2 paragraphs as before, 1 changed)" in page
    window.send("/withdraw", {"id": guid, "file": FILE, "reason": "It was wrong."})
    page = window.send("/corrections").text
    assert page.index("withdrawn: It was wrong.") < page.index("corrected (")
    # Each leads to its article.
    link = page.partition('<a href="/article?id=')[2].partition('"')[0]
    assert "Bring it back" in window.send(f"/article?id={link}").text


def test_what_was_corrected_and_taken_back_in_one_second_is_in_that_order(window):
    for text in ("two suitcases", "three suitcases"):
        correct(window, ("two suitcases", text))
        window.publish(FILE)
    window.send("/withdraw", {"id": read_guid(window), "file": FILE})
    (path,) = window.folder.glob("ledger/articles/**/*.json")
    record = json.loads(path.read_bytes())
    record["versions"][-1]["changed"] = record["withdrawn"].replace("+00:00", ".900000+00:00")
    path.write_text(json.dumps(record), "utf-8")
    page = window.send("/corrections").text
    assert page.index(": withdrawn") < page.index("corrected (")


def read_entries(window):
    """Return who did what by the log, the oldest first, without dates and headlines."""
    found = html.fromstring(window.send("/corrections").text).xpath('//ol[@class="log"]/li/p')
    texts = [" ".join(one.text_content().split()) for one in found]
    said = [text.split(": ", 1)[1].partition(" (")[0] for text in texts]
    who = [one.xpath('string(.//span[@class="who"])') for one in found]
    return list(zip(who, said, strict=True))[::-1]


def test_the_log_keeps_every_withdrawal_whatever_came_after(window):
    window.publish(FILE)
    guid = read_guid(window)
    for reason in ("It was wrong.", ""):
        window.send("/withdraw", {"id": guid, "file": FILE, "reason": reason})
        window.send("/restore", {"id": guid, "file": FILE})
        assert window.wait()["errors"] == []
    correct(window, ("two suitcases", "three suitcases"))
    window.publish(FILE)
    settings = settle_settings(load_settings(folder=window.folder))
    withdraw(settings, [guid], reason="Again.", purge=True)
    assert read_entries(window) == [
        (WHO, "withdrawn: It was wrong."),
        (WHO, "brought back"),
        (WHO, "withdrawn"),
        (WHO, "brought back"),
        (WHO, "corrected, its words of before were removed"),
        (WHO, "withdrawn: Again."),
        (WHO, "all of its words were removed"),
    ]
    # Nothing that it said is left in the record that has all of this.
    (path,) = window.folder.glob("ledger/articles/**/*.json")
    for word in ("Tymeister", "suitcases", "boat"):
        assert word not in path.read_text("utf-8")
    # Purged once: to do it again is nothing that was done.
    withdraw(settings, [guid], purge=True)
    assert len(read_entries(window)) == 7


def test_a_withdrawal_by_a_former_program_stays_when_it_is_taken_back(window):
    window.publish(FILE)
    window.send("/withdraw", {"id": read_guid(window), "file": FILE, "reason": "Before."})
    (path,) = window.folder.glob("ledger/articles/**/*.json")
    record = json.loads(path.read_bytes())
    del record["deeds"]
    path.write_text(json.dumps(record), "utf-8")
    assert read_entries(window) == [("", "withdrawn: Before.")]
    window.send("/restore", {"id": read_guid(window), "file": FILE})
    window.wait()
    assert read_entries(window) == [("", "withdrawn: Before."), (WHO, "brought back")]


def test_the_same_words_made_anew_are_told_as_that(window):
    window.publish(FILE)
    window.send("/keep", {"word": "Tymeister", "say": "Tie-master", "language": "en"})
    window.publish(FILE)
    assert "the same words, made anew" in window.send("/corrections").text


def test_of_words_that_were_purged_nothing_is_said_but_that(window):
    window.publish(FILE)
    for words in ("two & more suitcases", "a trunk"):
        correct(window, ("two suitcases", words))
        window.publish(FILE)
    purge_versions(settle_settings(load_settings(folder=window.folder)), read_guid(window))
    page = window.send("/corrections").text
    assert page.count("corrected, its words of before were removed") == 2
    assert page.count("its words of then were removed") == 2
    assert "the same words" not in page


def test_a_rule_is_listed_and_taken_out(window):
    assert "There are no rules of your own yet." in window.send("/words").text
    window.publish(FILE)
    for word, say in (("Tymeister", "Tie-master"), ("Skerry", "Skeh-ree")):
        window.send("/keep", {"word": word, "say": say, "language": "en"})
    page = window.send("/words").text
    assert page.index("Skeh-ree") < page.index("Tie-master")
    lexicon = page.partition('name="lexicon" value="')[2].partition('"')[0]
    told = window.send("/forget", {"word": "Tymeister", "lexicon": lexicon})
    assert (told.status, told.headers["location"]) == (303, "/words")
    assert "Tie-master" not in window.send("/words").text
    assert "Skeh-ree" in window.send("/words").text
    # It says what it said before: the paragraph that is out is as it is.
    window.send("/forget", {"word": "Skerry", "lexicon": lexicon})
    assert "All of this is made as it stands." in window.show(FILE)


def test_nothing_else_is_taken_out_of_anything(window):
    other = window.folder / "other.pls"
    other.write_text("<lexicon/>", "utf-8")
    before = (window.folder / FILE).read_bytes()
    for lexicon in (str(other), str(window.folder / FILE), "", "lexicon.pls"):
        assert window.send("/forget", {"word": "a", "lexicon": lexicon}).status == 422
    assert (other.read_text("utf-8"), (window.folder / FILE).read_bytes()) == ("<lexicon/>", before)
