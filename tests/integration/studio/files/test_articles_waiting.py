"""A new article whose own date has not come is one row, whatever it is called."""

import json
import os
import re

import pytest

from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FERRY = "articles/ferry.md"
DATED = "date: 2199-03-01\n"


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        yield opened


def write(window, head, file=FERRY):
    path = window.folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{STORY}", "utf-8")
    return path


def list_rows(window):
    table = window.send("/").text.partition("<tbody>")[2].partition("</tbody>")[0]
    return table.split("<tr")[1:]


NAMES = ["", "url: https://skerry.example/ferry\n", "id: the-ferry\n"]


@pytest.mark.parametrize("file", [FERRY, "articles/news/ferry.md"])
@pytest.mark.parametrize("named", NAMES)
def test_it_is_one_row_before_and_after_a_publishing(window, named, file):
    write(window, DATED + named, file)
    for source in ("", file, ""):
        window.publish(source)
        (row,) = list_rows(window)
        assert f'data-file="{file}"' in row
        assert "waiting" in row
        assert "until " in row
        assert "2199-03-01" in row


@pytest.mark.parametrize("named", NAMES)
def test_a_file_that_was_moved_is_one_row(window, named):
    path = write(window, DATED + named)
    window.publish()
    path.rename(path.with_name("late.md"))
    (row,) = list_rows(window)
    assert 'data-file="articles/late.md"' in row


@pytest.mark.parametrize("named", NAMES)
def test_one_whose_date_was_changed_is_new_and_published(window, named):
    write(window, DATED + named)
    window.publish()
    told = window.send("/date", {"file": FERRY, "date": "14 March 2026"})
    assert told.status in (200, 303), told.text
    (row,) = list_rows(window)
    assert "not published" in row
    window.publish()
    (row,) = list_rows(window)
    assert "made on this computer" in row


def test_its_page_says_until_when_and_has_nothing_that_fails(window):
    write(window, f"{DATED}id: the-ferry\n")
    window.publish()
    page = window.show(FERRY)
    assert "This waits until 2199-03-01" in page
    assert "/withdraw" not in page
    assert "data-publish" not in page
    assert window.send("/remove", {"file": FERRY}).status in (200, 303)
    assert list_rows(window) == []


def test_what_waits_and_has_no_file_here_has_a_row_without_what_fails(window):
    """Of another folder among the sources: nothing is in its row but until when it waits."""
    (window.folder / "audiopress.toml").write_text(
        (window.folder / "audiopress.toml")
        .read_text("utf-8")
        .replace('["articles"]', '["articles", "wire"]'),
        "utf-8",
    )
    write(window, DATED, "wire/ferry.md")
    window.publish()
    (row,) = list_rows(window)
    assert "2199-03-01" in row
    page = window.send("/article?id=file%3Awire%2Fferry.md").text
    assert "This waits until 2199-03-01" in page
    assert "/withdraw" not in page


def test_an_article_with_its_record_stays_one_row_when_a_later_date_is_written(window):
    write(window, "date: 2026-03-14\n")
    window.publish()
    write(window, DATED)
    window.publish()
    (row,) = list_rows(window)
    assert "made on this computer" in row
    assert json.dumps(FERRY) in row


ENDS = [
    ("9999-12-31T23:59:59Z", "Europe/Berlin", "9999-12-31 23:59 UTC"),
    ("9999-12-31T23:59:59-12:00", "UTC", "9999-12-31 23:59 UTC-12:00"),
    ("9999-12-31T23:59:59+00:30", "Pacific/Auckland", "9999-12-31 23:29 UTC"),
    ("9999-12-31T23:59:59Z", "America/New_York", "9999-12-31 18:59"),
    ("9999-12-31", "Asia/Tokyo", "9999-12-31 00:00"),
]


@pytest.mark.parametrize(("date", "zone", "told"), ENDS)
def test_one_of_the_last_day_of_all_calendars_is_a_row_as_every_other(tmp_path, date, zone, told):
    with open_window(tmp_path, f'{CONFIGURATION}timezone = "{zone}"\n') as window:
        write(window, f"date: {date}\n")
        for _ in range(2):
            (row,) = list_rows(window)
            assert "waiting" in row
            assert f">{told}</time>" in row
            assert f"This waits until {told} ({zone})" in window.show(FERRY)
            assert window.send("/waiting").status == 200
            window.publish()


def test_the_first_day_of_all_calendars_is_shown_and_corrected(tmp_path):
    with open_window(tmp_path, f'{CONFIGURATION}timezone = "America/New_York"\n') as window:
        write(window, "date: 0001-01-01T00:30:00Z\n")
        window.publish()
        (row,) = list_rows(window)
        assert "01-01 UTC</span>" in row
        write(window, "date: 0001-01-02T00:30:00-05:00\n")
        assert window.show(FERRY)
        assert window.send("/waiting").status == 200
        assert window.send("/corrections").status == 200


@pytest.mark.parametrize("word", ["draft: true", "audio: false", "draft: yes\naudio: no"])
def test_what_says_that_it_is_not_to_be_published_waits_for_no_day(window, word):
    write(window, f"{DATED}{word}\n")
    for _ in range(2):
        (row,) = list_rows(window)
        assert "not published" in row
        assert "2199-03-01" not in row
        page = window.show(FERRY)
        assert "This waits until" not in page
        assert "is not published before that is taken out" in page
        assert re.search(r"<button[^>]* data-publish=[^>]* disabled>Publish<", page)
        window.publish()


def test_what_waits_and_becomes_a_draft_waits_no_more_and_then_again(window):
    path = write(window, DATED)
    window.publish()
    for head, state in ((f"{DATED}draft: true\n", "not published"), (DATED, "waiting")):
        write(window, head)
        os.utime(path, (path.stat().st_mtime + 5,) * 2)
        (row,) = list_rows(window)
        assert state in row
