"""Which addresses of a list are still to be done, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.backfill import addresses
from audiopress.press.backfill.addresses import choose_left, write_stretch
from audiopress.store.ledger_index import make_mark

if TYPE_CHECKING:
    from collections.abc import Collection

    import pytest

HOST = "https://news.example.org"


def find_none(_: Collection[int]) -> set[int]:
    return set()


def listed(*paths: str) -> list[tuple[int, str]]:
    return [(line, HOST + path) for line, path in enumerate(paths, start=3)]


def test_the_newest_come_first_and_undated_ones_last_in_their_order() -> None:
    paths = (
        "/about-2",
        "/2019/02/ferry",
        "/2024/05/12/sea",
        "/2024-05/quay",
        "/a/2024/13/x",
        "/2024/11/02/pier",
        "/story-20240512",
        "/b/1",
    )
    left, total = choose_left(listed(*paths), find_none)
    dated = ["/2024/11/02/pier", "/2024/05/12/sea", "/2024-05/quay", "/2019/02/ferry"]
    undated = ["/about-2", "/a/2024/13/x", "/story-20240512", "/b/1"]
    assert [each.address.removeprefix(HOST) for each in left] == dated + undated
    assert total == len(paths)


def test_each_is_done_once_and_what_is_done_not_again() -> None:
    found = [(1, f"{HOST}/a"), (2, f"{HOST}/a#top"), (3, "https://NEWS.example.org/b"), (4, HOST)]
    done = {make_mark(f"{HOST}/b")}
    left, total = choose_left(found, done.intersection)
    assert [each.line for each in left] == [1, 4]
    assert total == 3


def test_a_long_list_is_asked_for_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_TOGETHER", 3)
    asked: list[int] = []

    def find(marks: Collection[int]) -> set[int]:
        asked.append(len(marks))
        return {make_mark(f"{HOST}/{number}") for number in (2, 5)}

    paths = [f"/{number}" for number in (1, 2, 1, 2, 3, 4, 5, 6)]
    left, total = choose_left(listed(*paths), find)
    assert [each.address.removeprefix(HOST) for each in left] == ["/1", "/3", "/4", "/6"]
    assert (asked, total) == ([2, 2, 2], 6)


def test_a_stretch_has_each_address_on_the_line_it_has_in_the_list() -> None:
    left, _ = choose_left(
        [(2, f"{HOST}/a"), (7, f"{HOST}/2024/01/b"), (7, f"{HOST}/c"), (9, f"{HOST}/d")],
        find_none,
    )
    body = write_stretch(left[:3], "pile.txt").body
    lines = body.decode().split("\n")
    assert lines == ["", f"{HOST}/a", "", "", "", "", f"{HOST}/2024/01/b {HOST}/c"]
    rest = write_stretch(left[3:], "pile.txt")
    assert rest.body.decode().split("\n")[8] == f"{HOST}/d"
    assert rest.uri == "pile.txt"
