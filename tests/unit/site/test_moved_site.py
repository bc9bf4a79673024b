"""Articles of a site that is at another address now."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.site.article_pages import make_page_address
from audiopress.site.moved_site import find_move
from audiopress.site.scan import SitePage
from audiopress.store.records import Record, Text

OLD, NEW = "https://old.example/", "https://www.new.example/"
FERRY = ("The ferry has a library.", "It is open on Saturdays.", "The lamps are warm.")
MILL = ("The mill grinds flour.", "Nobody was paid for it.", "The roof waits for June.")
WRITTEN = datetime(2026, 11, 28, tzinfo=UTC)


def known(address: str, lines: tuple[str, ...] = FERRY, *aliases: str) -> Record:
    texts = (Text(key="", lines=lines),) if lines else ()
    return Record(
        id=address,
        guid=address,
        slug="a",
        first_seen=WRITTEN,
        published=WRITTEN,
        aliases=aliases,
        texts=texts,
    )


def page(path: str, lines: tuple[str, ...] = FERRY, site: str = NEW) -> SitePage:
    body = "".join(f"<p>{line}</p>" for line in lines)
    address = make_page_address(site, path)
    return SitePage(path=path, address=address, body=f"<html><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("ferry.html", f"{OLD}ferry.html"),
        ("posts/ferry/index.html", f"{OLD}posts/ferry/"),
        ("ferry.html", "https://ann.example/~ann/log/ferry.html"),  # below a folder, to the top
        ("ferry.html", f"{OLD}ferry"),  # a server that gives it without its ending
        ("Übers Meer #2.html", f"{OLD}%C3%9Cbers%20Meer%20%232.html"),
    ],
)
def test_a_page_at_the_same_path_is_the_same_article(path: str, old: str) -> None:
    move = find_move([page(path)], [known(old)], NEW, "")
    assert move.former == {path: old}
    assert "1 article of " in move.describe(NEW)[0]


@pytest.mark.parametrize(
    ("pages", "records"),
    [
        ([page("a.html")], [known(f"{NEW}a.html")]),  # known here
        ([page("a.html")], [known(f"{OLD}a.html", FERRY, f"{NEW}a.html")]),
        ([page("a.html")], [known("https://new.example/a.html")]),  # as servers give one page
        ([page("a.html", MILL)], [known(f"{OLD}a.html")]),  # another site
        ([page("a.html")], [known("file:a.html")]),
        ([], [known(f"{OLD}a.html")]),
    ],
)
def test_what_is_known_or_says_another_thing_has_not_moved(
    pages: list[SitePage], records: list[Record]
) -> None:
    assert not find_move(pages, records, NEW, "").former


def test_what_was_rewritten_moves_with_the_rest() -> None:
    pages = [page("a.html"), page("b.html"), page("c.html", MILL)]
    records = [known(f"{OLD}{name}.html") for name in "abc"]
    assert len(find_move(pages, records, NEW, "").former) == 3


def test_what_was_purged_moves_with_a_site_that_is_remembered() -> None:
    pages, records = [page("a.html")], [known(f"{OLD}a.html", ())]
    assert find_move(pages, records, NEW, OLD).former == {"a.html": f"{OLD}a.html"}
    assert not find_move(pages, records, NEW, "").former


def test_another_path_is_found_by_its_words_once_the_site_has_moved() -> None:
    pages = [page("a.html", MILL), page("posts/ferry.html")]
    records = [known(f"{OLD}a.html", MILL), known(f"{OLD}the-ferry.html")]
    assert find_move(pages, records, NEW, "").former == {
        "a.html": f"{OLD}a.html",
        "posts/ferry.html": f"{OLD}the-ferry.html",
    }


def test_a_page_that_says_another_thing_is_named() -> None:
    move = find_move([page("a.html", MILL)], [known(f"{OLD}a.html")], NEW, OLD)
    assert not move.former
    assert move.describe(NEW) == [
        f"a.html says another thing than the article that {OLD} had at its path: it is a new one"
    ]


def test_a_file_that_cannot_be_read_costs_no_other_page() -> None:
    link = SitePage(path="link.html", address="", reason="a link to another file", unread=True)
    move = find_move([link, page("a.html")], [known(f"{OLD}a.html")], NEW, "")
    assert move.former == {"a.html": f"{OLD}a.html"}
