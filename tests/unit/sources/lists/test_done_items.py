"""What a reader is done with is told by the export of his service, each in its own words."""

from __future__ import annotations

import json

import pytest

from audiopress.sources.lists.bookmarks import read_bookmarks
from audiopress.sources.lists.records import read_export
from audiopress.sources.lists.table_rows import read_table

A, B = "https://example.org/unread", "https://example.org/archived"

TABLES = {
    "Pocket": f"title,url,time_added,tags,status\nA,{A},17,,unread\nB,{B},18,,archive",
    "Instapaper": f"URL,Title,Selection,Folder,Timestamp\n{A},A,,Unread,17\n{B},B,,Archive,18",
    "Readwise": f'Title,URL,ID,Document tags,Location\nA,{A},1,"[]",later\nB,{B},2,"[]",archive',
    "flag": f"url,archived\n{A},FALSE\n{B},TRUE",
    "moment": f"url,archived_at\n{A},\n{B},2026-05-01",
}
EXPORTS = {
    "wallabag": [{"url": A, "is_archived": 0}, {"url": B, "is_archived": 1}],
    "Readeck": [{"url": A, "is_archived": False}, {"url": B, "is_archived": True}],
    "Omnivore": [{"url": A, "state": "Active"}, {"url": B, "state": "Archived"}],
    "Pocket": {
        "list": {
            "1": {"resolved_url": A, "item_id": "1", "status": "0"},
            "2": {"resolved_url": B, "item_id": "2", "status": "1"},
        }
    },
}
BOOKMARKS = {
    "Pocket": f'<h1>Unread</h1><ul><li><a href="{A}" time_added="1">A</a></li></ul>'
    f'<h1>Read Archive</h1><ul><li><a href="{B}" time_added="1">B</a></li></ul>',
    "Instapaper": f'<h1>Archive</h1><ol><li><a href="{B}">B</a></ol><h1>Unread</h1><ol><li>'
    f'<a href="{A}">A</a></ol>',
    "browser": f"<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p><DT><H3>Archive</H3>"
    f'<DL><p><DT><H3>2024</H3><DL><p><DT><A HREF="{B}">B</A></DL><p></DL><p>'
    f'<DT><A HREF="{A}">A</A></DL>',
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_is_archived(name: str) -> None:
    items = read_table(TABLES[name]).items
    assert {each.address: each.done for each in items} == {A: "", B: "archived"}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_says_what_is_archived(name: str) -> None:
    items = read_export(json.dumps(EXPORTS[name]), "pile.json").items
    assert {each.address: each.done for each in items} == {A: "", B: "archived"}


@pytest.mark.parametrize("name", BOOKMARKS)
def test_bookmarks_say_it_by_their_folder(name: str) -> None:
    items = read_bookmarks(BOOKMARKS[name]).items
    assert {each.address: each.done for each in items} == {A: "", B: "archived"}


def test_a_number_is_a_status_of_pocket_only() -> None:
    (item,) = read_table(f"url,status\n{A},1").items
    assert item.done == ""
    (item,) = read_export(json.dumps([{"url": A, "item_id": "7", "status": 2}]), "a").items
    assert item.done == "deleted"


def test_a_folder_ends_where_its_list_does() -> None:
    *_, last = read_bookmarks(BOOKMARKS["browser"]).items
    assert last.facts.section == "Bookmarks"
