"""Bookmarks and piles of saved pages, as browsers and services export them."""

from __future__ import annotations

from audiopress.sources.lists.bookmarks import read_bookmarks

URL = "https://post.example.org/ferry/"


def test_what_lies_under_archive_is_done_with() -> None:
    item = "<li><a href='{}{}'>The ferry</a></li>"
    text = (
        f"<html><body><h1>Unread</h1>\n<ol>{item.format(URL, 1)}{item.format(URL, 2)}</ol>"
        f"<h1>Archive</h1><ol>{item.format(URL, 3)}</ol></body></html>"
    )
    items = read_bookmarks(text).items

    assert [item.address for item in items] == [f"{URL}{at}" for at in (1, 2, 3)]
    assert [item.done for item in items] == ["", "", "archived"]


def test_what_is_no_page_of_the_web_is_named_and_not_only_counted() -> None:
    links = [("javascript:go()", "Save it"), (URL, "The ferry"), ("place:sort=8", "Last seen")]
    text = "<dl>" + "".join(f"<dt><a href='{to}'>{title}</a>" for to, title in links)
    listing = read_bookmarks(text)

    assert [item.place for item in listing.items] == ["bookmark 2"]
    assert listing.notes == (
        "no web addresses, and not read: 2 bookmarks (bookmark 1: Save it, bookmark 3: Last seen)",
    )


def test_of_very_many_the_rest_is_counted() -> None:
    (note,) = read_bookmarks("<a href='javascript:" + "x" * 900 + "'></a>").notes
    assert len(note) < 200
    (note,) = read_bookmarks("<a href='about:blank'>Blank</a>" * 50).notes
    assert note.endswith("bookmark 20: Blank and 30 more)")
