"""Which addresses of a list are still to be done, and in which order."""

from __future__ import annotations

from audiopress.press.backfill.addresses import choose_left, write_stretch

HOST = "https://news.example.org"


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
    left, total = choose_left(listed(*paths), ())
    dated = ["/2024/11/02/pier", "/2024/05/12/sea", "/2024-05/quay", "/2019/02/ferry"]
    undated = ["/about-2", "/a/2024/13/x", "/story-20240512", "/b/1"]
    assert [each.address.removeprefix(HOST) for each in left] == dated + undated
    assert total == len(paths)


def test_each_is_done_once_and_what_is_done_not_again() -> None:
    found = [(1, f"{HOST}/a"), (2, f"{HOST}/a#top"), (3, "https://NEWS.example.org/b"), (4, HOST)]
    left, total = choose_left(found, {f"{HOST}/b"})
    assert [each.line for each in left] == [1, 4]
    assert total == 3


def test_a_stretch_has_each_address_on_the_line_it_has_in_the_list() -> None:
    left, _ = choose_left(
        [(2, f"{HOST}/a"), (7, f"{HOST}/2024/01/b"), (7, f"{HOST}/c"), (9, f"{HOST}/d")], ()
    )
    body = write_stretch(left[:3], "pile.txt").body
    lines = body.decode().split("\n")
    assert lines == ["", f"{HOST}/a", "", "", "", "", f"{HOST}/2024/01/b {HOST}/c"]
    rest = write_stretch(left[3:], "pile.txt")
    assert rest.body.decode().split("\n")[8] == f"{HOST}/d"
    assert rest.uri == "pile.txt"
