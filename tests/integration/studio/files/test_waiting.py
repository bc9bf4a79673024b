"""The list says of each article what the next publishing would do of it."""

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
    assert tell(window) == {"articles": {}, "unseen": 0}
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
