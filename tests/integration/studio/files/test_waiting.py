"""The list says of each article what the next publishing would do of it."""

import os
from datetime import UTC, datetime

import pytest

from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FERRY, BUS = "articles/ferry.md", "articles/bus.md"


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / FERRY).write_text(STORY, "utf-8")
        yield opened


def tell(window):
    return window.send("/waiting").json


def test_what_is_new_or_said_anew_waits_and_what_is_out_does_not(window):
    assert tell(window)["articles"] == {FERRY: "4 paragraphs to be spoken"}
    window.publish(FERRY)
    (window.folder / BUS).write_text(STORY.replace("ferry", "bus"), "utf-8")
    assert tell(window)["articles"] == {BUS: "1 paragraph to be spoken"}
    window.publish()
    assert tell(window) == {"articles": {}, "refused": {}, "unseen": 0}
    # A word that was kept is said so by the next publishing, in both.
    window.send("/keep", {"word": "Tymeister", "say": "Tie-master", "language": "en"})
    assert tell(window)["articles"] == dict.fromkeys((FERRY, BUS), "1 paragraph to be said anew")


def test_what_was_heard_before_is_told_as_spoken(window):
    window.publish(FERRY)
    with open_window(window.folder, f"{CONFIGURATION}ledger = 'other'\n") as other:
        assert tell(other)["articles"] == {FERRY: "all of it is spoken already"}


def test_a_draft_waits_for_nobody(window):
    (window.folder / FERRY).write_text(f"---\ndraft: true\n---\n{STORY}", "utf-8")
    assert tell(window)["articles"] == {}


def test_older_ones_that_are_not_looked_at_are_counted(window, monkeypatch):
    monkeypatch.setattr("audiopress.studio.files.waiting._MOST", 1)
    (window.folder / BUS).write_text(STORY, "utf-8")
    assert tell(window)["unseen"] == 1
    assert len(tell(window)["articles"]) == 1


def test_nothing_is_asked_twice(window, monkeypatch):
    asked = []
    found = tell(window)
    monkeypatch.setattr("audiopress.studio.files.waiting.plan", lambda *given: asked.append(given))
    assert tell(window) == found
    assert asked == []


def test_what_failed_stands_first_with_its_reason_until_it_is_changed(window):
    empty = window.folder / "articles/empty.md"
    empty.write_text("# Nothing but a headline\n", "utf-8")
    (why,) = tell(window)["refused"].values()
    assert why.startswith("cannot be published: ")
    window.publish()
    page = window.send("/").text
    assert '<span class="state failed at-none">failed</span>' in page
    assert page.index("Nothing but a headline") < page.index("The ferry to Skerry")
    assert 'data-publish="articles/empty.md">Try again' in page
    assert "What to do:" in page
    assert tell(window)["refused"] == {"articles/empty.md": why}
    assert "Remove the file" in window.show("articles/empty.md")
    changed = empty.stat().st_mtime + 60
    empty.write_text("# Nothing but a headline\n\nAnd a text by now.\n", "utf-8")
    os.utime(empty, (changed, changed))
    assert tell(window)["refused"] == {}
    assert "Try again" not in window.send("/").text


def test_since_is_when_it_was_published_here_and_its_own_date_stands_apart(window):
    (window.folder / FERRY).write_text(f"---\ndate: 2020-03-14\n---\n{STORY}", "utf-8")
    window.publish()
    page = window.send("/").text
    assert "dated 2020-03-14" in page
    assert f"{datetime.now(UTC):%Y-%m-}" in page.partition("<tbody>")[2].partition("<td><time")[2]
    assert "corrected" not in page
    (window.folder / FERRY).write_text(
        f"---\ndate: 2020-03-14\n---\n{STORY}\nThe mate sold the other one.\n", "utf-8"
    )
    window.publish()
    assert "corrected <time" in window.send("/").text


def test_what_failed_and_is_no_file_of_the_window_is_told(window):
    configuration = window.folder / "audiopress.toml"
    text = configuration.read_text("utf-8").replace('["articles"]', '["articles", "elsewhere"]')
    configuration.write_text(text, "utf-8")
    empty = window.folder / "elsewhere/empty.md"
    empty.parent.mkdir()
    empty.write_text("# Nothing but a headline\n", "utf-8")
    window.publish()
    page = window.send("/").text
    assert page.count("elsewhere/empty.md") == 1
    assert "What to do:" in page[page.index("elsewhere/empty.md") :]
    assert 'href="/article?id="' not in page
    empty.write_text("# A headline\n\nAnd a text by now.\n", "utf-8")
    window.publish()
    assert "What to do:" not in window.send("/").text


def test_a_file_that_names_itself_has_one_row_with_why_it_failed(window):
    named = window.folder / "articles/named.md"
    named.write_text("---\nid: our-own-name\n---\n# Nothing but a headline\n", "utf-8")
    window.publish()
    page = window.send("/").text
    assert page.count('<span class="state failed') == page.count("What to do:") == 1
    named.unlink()
    assert "What to do:" not in window.send("/").text
