"""A date that a source gives later, or gives no more, is no reason to speak an article again."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

TEXT = "The {0} was late because of ice in the harbour.\n\nNobody was hurt, said the master.\n"
DATE = "date: 2026-03-14\n"


@pytest.fixture
def press(tmp_path: Path) -> Press:
    press = PressHere(tmp_path / "edition")
    (press.folder / "articles").mkdir(parents=True)
    configure(press)
    return press


def configure(press: Press, reading: str = "") -> None:
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "Post"\nlanguage = "en-GB"\n[edition]\nsources = ["articles"]\n'
        f"[reading]\n{reading}"
    )


def write(
    press: Press, head: str, text: str = TEXT, name: str = "alba", language: str = "en-GB"
) -> None:
    body = f"---\ntitle: The {name}\nlang: {language}\n{head}---\n{text.format(name)}"
    (press.folder / f"articles/{name}.md").write_text(body)


def load(press: Press) -> tuple[Path, dict]:
    (file,) = (press.folder / "ledger/articles").rglob("*.json")
    return file, json.loads(file.read_text())


def list_lines(press: Press) -> list[str]:
    """What the published version says, as its transcript has it."""
    sound = load(press)[1]["versions"][-1]["enclosure"]["path"]
    file = (press.folder / "output" / sound).with_name("alignment.json")
    return [part["source"] for part in json.loads(file.read_text())["paragraphs"]]


def versions(press: Press) -> list[str]:
    return sorted(path for path in press.tree() if path.endswith(".mp3"))


@pytest.mark.parametrize("byline", ["", "author: Ann Bell\n"])
@pytest.mark.parametrize("reading", ["", 'opening = "{title}, {date}, by {byline}"\n'])
def test_a_date_that_appears_is_not_spoken(press: Press, byline: str, reading: str) -> None:
    configure(press, reading)
    write(press, byline)
    press.build()
    lines, sounds, tree = list_lines(press), versions(press), press.tree()
    write(press, byline + DATE)
    assert press.build()["totals"]["spoken"] == 0
    assert versions(press) == sounds
    assert list_lines(press) == lines
    assert press.tree() == tree
    # nor when its text is corrected one day
    write(press, byline + DATE, TEXT + "\nIt was the third time.\n")
    assert press.build()["totals"]["spoken"] == 1
    assert not any("2026" in line for line in list_lines(press))


def test_a_date_that_has_been_said_and_changes_is_spoken(press: Press) -> None:
    write(press, "author: Ann Bell\n" + DATE)
    press.build()
    write(press, "author: Ann Bell\ndate: 2026-03-15\n")
    assert press.build()["totals"]["spoken"] == 1
    assert "By Ann Bell. Sunday 15 March 2026." in list_lines(press)


def test_a_date_that_appears_with_another_author_is_not_spoken(press: Press) -> None:
    write(press, "author: Ann Bell\n")
    press.build()
    write(press, "author: Cy Dee\n" + DATE)
    press.build()
    assert "By Cy Dee." in list_lines(press)


@pytest.mark.parametrize(
    ("byline", "language"), [("", "en-GB"), ("author: Ann Bell\n", "en-US"), ("", "fr")]
)
def test_a_date_that_is_not_given_any_more_stays_said(
    press: Press, byline: str, language: str
) -> None:
    write(press, byline + DATE, language=language)
    press.build()
    lines, sounds = list_lines(press), versions(press)
    write(press, byline, language=language)
    assert press.build()["totals"]["spoken"] == 0
    assert versions(press) == sounds
    write(press, byline, TEXT + "\nIt was the third time.\n", language=language)
    press.build()
    assert list_lines(press) == [*lines, "It was the third time."]


@pytest.mark.parametrize(("before", "now"), [("", DATE), (DATE, "")])
def test_a_checkout_without_the_cache_knows_it_too(press: Press, before: str, now: str) -> None:
    write(press, before)
    press.build()
    lines, sounds = list_lines(press), versions(press)
    shutil.rmtree(press.folder / ".audiopress")
    write(press, now)
    press.build()
    assert versions(press) == sounds
    assert list_lines(press) == lines


def test_a_setting_that_changes_is_spoken(press: Press) -> None:
    configure(press, "date = false\n")
    write(press, "author: Ann Bell\n" + DATE)
    press.build()
    configure(press)
    assert press.build()["totals"]["spoken"] == 1
    assert "By Ann Bell. Saturday 14 March 2026." in list_lines(press)
    configure(press, "date = false\n")
    press.build()
    assert "By Ann Bell." in list_lines(press)


def test_what_was_said_of_a_late_date_before_stays_and_follows_it(press: Press) -> None:
    """Earlier versions of this program spoke the article again with the date that appeared."""
    write(press, "author: Ann Bell\n" + DATE)
    press.build()
    file, record = load(press)
    record["first_seen"] = record["published"] = "2026-10-01T10:00:00Z"
    file.write_text(json.dumps(record))
    assert press.build()["totals"]["spoken"] == 0
    assert "By Ann Bell. Saturday 14 March 2026." in list_lines(press)
    write(press, "author: Ann Bell\ndate: 2026-03-15\n")
    press.build()
    assert "By Ann Bell. Sunday 15 March 2026." in list_lines(press)


def test_script_shows_what_a_build_would_say(press: Press) -> None:
    write(press, "author: Ann Bell\n")
    press.build()
    write(press, "author: Ann Bell\n" + DATE)
    said = press.run("script", "articles/alba.md").stdout
    assert "By Ann Bell." in said
    assert "March" not in said
    write(press, "author: Ann Bell\n" + DATE, name="brae")
    assert "March" in press.run("script", "articles/brae.md").stdout


PAGE = (
    "<html lang=en-GB><head>{head}<title>The alba</title></head><body><article><h1>The alba</h1>"
    "<p>The alba was late because of ice in the harbour, and nobody was hurt on the quay.</p>"
    "</article></body></html>"
)
LATE = '<meta property="article:published_time" content="2026-03-14T07:30:00Z">'


def list_notes(press: Press, said: str) -> list[str]:
    return [note for note in press.build()["notes"] if said in note]


def test_a_page_that_states_a_date_late_keeps_the_day_of_its_first_build(press: Press) -> None:
    page = press.folder / "articles/alba.html"
    page.write_text(PAGE.format(head=""))
    (note,) = list_notes(press, "has no date")
    assert LATE in note
    published, tree = load(press)[1]["published"], press.tree()
    page.write_text(PAGE.format(head=LATE))
    (note,) = list_notes(press, "without a date")
    assert "says 2026-03-14 now" in note
    assert f"it keeps {published[:10]}" in note
    assert load(press)[1]["published"] == published
    assert press.tree() == tree
    # once, for nobody has to do anything
    assert list_notes(press, "without a date") == []


def test_script_says_that_no_date_is_known_and_how_to_state_one(press: Press) -> None:
    page = press.folder / "articles/alba.html"
    page.write_text(PAGE.format(head=""))
    assert LATE in press.run("script", "articles/alba.html").stderr
    page.write_text(PAGE.format(head=LATE))
    assert "no date" not in press.run("script", "articles/alba.html").stderr
