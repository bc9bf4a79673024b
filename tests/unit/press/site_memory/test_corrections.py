"""What an editor has corrected of a site: what of it concerns an article, and where it is kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import msgspec
import pytest

from audiopress.errors import StoreError
from audiopress.identity import Identity
from audiopress.model import Reading
from audiopress.press.site_memory.correct_lines import (
    correct_line,
    find_corrected_lines,
    list_corrected,
)
from audiopress.press.site_memory.corrections import SiteCorrections
from audiopress.press.site_memory.site_file import (
    SiteFile,
    load_site,
    locate_site,
    name_article_scope,
    save_site,
)
from audiopress.reading.site_furniture import make_line_key
from audiopress.settings import Settings
from audiopress.store.ledger import Ledger
from audiopress.store.records import Record

HOST = "foghorn.example"
PAGE = "https://foghorn.example/story"
LINE = "Sign up with the harbour master."


@pytest.fixture
def settings(tmp_path):
    folders = {name: tmp_path / name for name in ("root", "output", "cache", "ledger")}
    return Settings(**folders)


def apply(settings, uri, *texts, reading=None):
    reading = reading or Reading()
    done = SiteCorrections(settings.ledger).apply(reading, uri, texts)
    return done.keep, done.drop


def test_a_line_is_kept_in_articles_of_its_site_that_have_it(settings):
    correct_line(settings, LINE, HOST, "keep")
    kept = ((f"text:{LINE}",), ())
    assert apply(settings, PAGE, "Another.", LINE) == kept
    # Case and marks do not count, as nowhere where lines are named by their words.
    assert apply(settings, PAGE, "SIGN UP with the harbour master!") == kept
    assert apply(settings, PAGE, "Another.") == ((), ())
    for other in ("https://other.example/story", "file:story.md", "https://www.foghorn.example/"):
        assert apply(settings, other, LINE) == ((), ())


def test_what_is_of_every_article_yields_to_what_is_of_a_site(settings):
    correct_line(settings, LINE, "", "drop")
    correct_line(settings, LINE, HOST, "keep")
    assert apply(settings, PAGE, LINE) == ((f"text:{LINE}",), ())
    for other in ("https://other.example/story", "story.md"):
        assert apply(settings, other, LINE) == ((), (f"text:{LINE}",))


def test_what_is_of_one_article_counts_before_what_is_of_its_site(settings):
    own = Identity(id="id:ferry", url=PAGE)
    correct_line(settings, LINE, HOST, "drop")
    correct_line(settings, LINE, name_article_scope(own.id), "keep")
    corrections = SiteCorrections(settings.ledger)
    assert corrections.apply(Reading(), PAGE, [LINE], own).keep == (f"text:{LINE}",)
    other = Identity(id="id:other", url=f"{PAGE}-2")
    assert corrections.apply(Reading(), PAGE, [LINE], other).drop == (f"text:{LINE}",)
    # A saved page is of the site whose address it has.
    assert corrections.apply(Reading(), "saved.html", [LINE], other).drop == (f"text:{LINE}",)
    assert corrections.apply(Reading(), "own.md", [LINE], Identity(id="file:own.md", url=None)) == (
        Reading()
    )


def test_the_file_of_an_article_goes_with_its_last_correction(settings):
    scope = name_article_scope("file:articles/ferry.md")
    done = correct_line(settings, LINE, scope, "keep")
    assert (done.article, done.host, done.path.is_file()) == ("file:articles/ferry.md", "", True)
    assert [one.article for one in list_corrected(settings.ledger)] == ["file:articles/ferry.md"]
    assert find_corrected_lines(settings.ledger, [scope, ""]) == {
        make_line_key(LINE): ("keep", scope)
    }
    assert not correct_line(settings, LINE, scope, "forget").path.exists()


def test_a_correction_counts_before_the_configuration(settings):
    correct_line(settings, LINE, HOST, "drop")
    asked = Reading(keep=("text:sign up with the harbour master", ".story"))
    assert apply(settings, PAGE, LINE, reading=asked) == ((".story",), (f"text:{LINE}",))


def test_the_last_word_counts_and_can_be_taken_back(settings):
    assert correct_line(settings, LINE, HOST, "keep").changed
    assert not correct_line(settings, LINE, HOST, "keep").changed
    done = correct_line(settings, LINE.upper(), HOST, "drop")
    assert (done.kept, done.dropped) == ((), (LINE.upper(),))
    assert correct_line(settings, LINE, HOST, "forget").changed
    assert not correct_line(settings, LINE, HOST, "forget").changed
    assert apply(settings, PAGE, LINE) == ((), ())
    assert list_corrected(settings.ledger) == ()


def test_what_was_learnt_stays_and_a_file_without_corrections_has_its_old_form(settings):
    site = SiteFile(host=HOST, revision=3, latest={"a": "b"})
    save_site(settings.ledger, site)
    path = locate_site(settings.ledger, HOST)
    before = path.read_bytes()
    assert json.loads(before)["format"] == 1
    correct_line(settings, LINE, HOST, "keep")
    assert json.loads(path.read_bytes())["format"] == 2
    assert load_site(settings.ledger, HOST) == msgspec.structs.replace(site, kept=(LINE,))
    correct_line(settings, LINE, HOST, "forget")
    assert path.read_bytes() == before


def test_all_that_is_corrected_is_listed_by_site(settings):
    correct_line(settings, LINE, HOST, "keep")
    correct_line(settings, LINE, "", "drop")
    save_site(settings.ledger, SiteFile(host="learnt.example"))
    found = [(one.host, one.kept, one.dropped) for one in list_corrected(settings.ledger)]
    assert found == [("", (), (LINE,)), (HOST, (LINE,), ())]


def test_a_file_for_every_article_that_cannot_be_read_is_an_error(settings):
    correct_line(settings, LINE, "", "drop")
    locate_site(settings.ledger, "").write_text("{ broken", "utf-8")
    with pytest.raises(StoreError, match="cannot be read"):
        apply(settings, PAGE, LINE)
    # One of a host is told of by the memory of that site, and costs what is known of it.
    locate_site(settings.ledger, "").unlink()
    locate_site(settings.ledger, HOST).write_text("{ broken", "utf-8")
    assert apply(settings, PAGE, LINE) == ((), ())


def test_the_file_of_an_article_that_cannot_be_read_is_an_error_that_names_it(settings):
    own = Identity(id="file:ferry.md", url=None)
    path = correct_line(settings, LINE, name_article_scope(own.id), "drop").path
    path.write_text("<<<<<<< HEAD\n" + path.read_text("utf-8"), "utf-8")
    for uri in ("ferry.md", PAGE):
        with pytest.raises(StoreError, match="cannot be read") as caught:
            SiteCorrections(settings.ledger).apply(Reading(), uri, [LINE], own)
        assert caught.value.where == str(path)
        assert "in the article" in caught.value.hint


def test_the_file_of_the_site_of_a_saved_page_that_cannot_be_read_is_an_error(settings):
    saved = Identity(id="id:ferry", url=PAGE)
    locate_site(settings.ledger, HOST).parent.mkdir(parents=True)
    locate_site(settings.ledger, HOST).write_text("{ broken", "utf-8")
    corrections = SiteCorrections(settings.ledger)
    assert corrections.apply(Reading(), PAGE, [LINE], saved) == Reading()
    with pytest.raises(StoreError, match="cannot be read"):
        corrections.apply(Reading(), "saved.html", [LINE], saved)


def test_an_article_is_corrected_under_the_further_names_of_its_record_too(settings):
    moved = Identity(id="file:moved/ferry.md", url=None)
    correct_line(settings, LINE, name_article_scope("file:ferry.md"), "drop")
    ledger = Ledger(settings.ledger)
    record = make_record("file:ferry.md", aliases=(moved.id,))
    ledger.save(record)
    there = SiteCorrections(settings.ledger).apply(Reading(), "moved/ferry.md", [LINE], moved)
    assert there.drop == (f"text:{LINE}",)
    # Another article that lies there by now has a record of its own.
    ledger.save(make_record(moved.id))
    corrections = SiteCorrections(settings.ledger)
    assert corrections.apply(Reading(), "moved/ferry.md", [LINE], moved) == Reading()


def make_record(article_id, aliases=()):
    return Record(
        id=article_id,
        guid="0d4f6a52-54a9-5d5c-a2f0-1df1ce1f0d11",
        slug="ferry",
        first_seen=datetime(2026, 11, 28, tzinfo=UTC),
        published=datetime(2026, 11, 28, tzinfo=UTC),
        aliases=aliases,
    )
