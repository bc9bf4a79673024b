"""What a site's file says after some articles, whatever their order."""

from __future__ import annotations

import itertools
from dataclasses import replace

import msgspec

from audiopress.press.site_memory.learning import (
    ReadArticle,
    count_pages,
    find_waiting_lines,
    learn,
)
from audiopress.press.site_memory.site_file import Furniture, SiteFile
from audiopress.reading.site_furniture import SiteLine, make_line_key

LINE = "The Foghorn is paid for by the people of nine harbours and printed on a ship."
SHORT = "He declined to comment."
EMPTY = SiteFile(host="a.example")


def line(text: str) -> SiteLine:
    return SiteLine(make_line_key(text), text, len(text), len(text.split()) >= 12)


def read(name: str, *more: str, text: str = "", published: str = "") -> ReadArticle:
    """An article with a body of its own and these lines more."""
    own = (
        text or f"What happened to {name} on Monday was not to be foreseen, said the keeper of it."
    )
    second = f"{own} And again, for {name}, there was nobody who had been told of any of this."
    lines = tuple(map(line, (own, second, *more)))
    return ReadArticle(name, make_line_key(name), lines, published)


def furniture(site: SiteFile) -> dict[str, int]:
    return {one.line: one.pages for one in site.furniture}


def test_a_line_of_three_articles_is_the_sites():
    site = learn(EMPTY, [read("a", LINE), read("b", LINE)])
    assert furniture(site) == {}
    site = learn(site, [read("c", LINE)])
    assert furniture(site) == {LINE: 3}
    assert furniture(learn(site, [read("d", LINE), read("e")])) == {LINE: 4}


def test_the_order_in_which_articles_come_plays_no_part():
    articles = [read(name, LINE, *([SHORT] if name in "ab" else [])) for name in "abcde"]
    assert len({msgspec.json.encode(learn(EMPTY, each), order="sorted")
                for each in itertools.permutations(articles)}) == 1  # fmt: skip


def test_what_was_counted_is_not_counted_again():
    site = learn(EMPTY, [read(name, LINE) for name in "abc"])
    assert learn(site, [read(name, LINE) for name in "abc"]) == site
    # Nor an article that was edited, however often.
    two = learn(EMPTY, [read("a", LINE), read("b", LINE)])
    for count in range(5):
        edited = read(
            "b", LINE, text=f"It was put right for the {count}th time by its editor, who."
        )
        two = learn(two, [edited])
    assert furniture(two) == {}


def test_one_text_at_several_addresses_is_one_article():
    body = (
        "The same story stands at three addresses of this host, for print, for phones and for all."
    )
    copies = [
        ReadArticle(name, make_line_key("One title"), read("x", LINE, text=body).lines)
        for name in ("/story", "/amp/story", "/print/story")
    ]
    assert furniture(learn(EMPTY, copies)) == {}
    site = EMPTY
    for copy in copies:
        site = learn(site, [copy])
    assert furniture(site) == {}
    # Others beside it are counted.
    assert furniture(learn(site, [read("b", LINE), read("c", LINE)])) == {LINE: 3}


def test_a_column_with_one_title_is_many_articles():
    columns = [
        ReadArticle(name, make_line_key("Letters"), read(name, LINE).lines) for name in "abc"
    ]
    assert furniture(learn(EMPTY, columns)) == {LINE: 3}


def test_a_short_line_must_stand_on_half_of_them():
    some = [read(name, *([SHORT] if name in "abc" else [])) for name in "abcdefgh"]
    assert furniture(learn(EMPTY, some)) == {}
    most = [read(name, *([SHORT] if name in "abcd" else [])) for name in "abcdefgh"]
    assert furniture(learn(EMPTY, most)) == {SHORT: 4}


def test_a_published_article_keeps_to_what_was_known_until_it_changes():
    before = read("a", LINE)
    site = learn(EMPTY, [before, read("b", LINE)])
    now = read("a", LINE, published="v1")
    site = learn(site, [now, read("b", LINE, published="v1"), read("c", LINE)])
    assert count_pages(site, now) == {}
    assert count_pages(site, read("c", LINE)) == {make_line_key(LINE): 3}
    edited = read("a", LINE, text="Her editor wrote it anew from the first word to the last one.")
    edited = msgspec_replace(edited, published="v1")
    site = learn(site, [edited])
    assert count_pages(site, edited) == {make_line_key(LINE): 3}


def msgspec_replace(article: ReadArticle, *, published: str) -> ReadArticle:
    return ReadArticle(article.id, article.title, article.lines, published)


def test_what_was_published_before_there_was_a_memory_stays():
    old = [read(name, LINE, published="v1") for name in "abc"]
    site = learn(EMPTY, [*old, read("d", LINE)])
    assert [bool(count_pages(site, one)) for one in (*old, read("d", LINE))] == [False] * 3 + [True]


def test_an_article_that_waits_is_read_with_what_is_known_by_now():
    site = learn(EMPTY, [read("a", LINE)])
    site = learn(site, [read("a", LINE), read("b", LINE), read("c", LINE)])
    assert count_pages(site, read("a", LINE)) == {make_line_key(LINE): 3}


def test_an_editor_has_the_last_word():
    site = learn(EMPTY, [read(name, LINE) for name in "abc"])
    # A line that was deleted comes back only when further articles have it.
    deleted = msgspec.structs.replace(site, furniture=())
    again = learn(deleted, [read(name, LINE) for name in "abc"])
    assert furniture(again) == {}
    kept = msgspec.structs.replace(site, furniture=(Furniture(line=LINE, keep=True),))
    more = learn(kept, [read(name, LINE) for name in "defg"])
    assert count_pages(more, read("g", LINE)) == {}
    assert [one.keep for one in more.furniture] == [True]
    # And one that was written in counts for all, also for what is published.
    written = msgspec.structs.replace(EMPTY, furniture=(Furniture(line=LINE),))
    published = read("a", LINE, published="v1")
    assert count_pages(learn(written, [published]), published) == {make_line_key(LINE): 1}


def test_what_will_be_left_out_is_told_before():
    one = learn(EMPTY, [read("a", LINE)])
    assert find_waiting_lines(one, read("a", LINE)) == []
    two = learn(one, [read("b", LINE, SHORT)])
    assert find_waiting_lines(two, read("b", LINE, SHORT)) == [LINE]
    three = learn(two, [read("c", LINE)])
    assert find_waiting_lines(three, read("c", LINE)) == []


def test_the_file_of_a_large_host_stays_small():
    site = EMPTY
    for start in range(0, 1000, 50):
        site = learn(site, [read(f"article {n}", LINE) for n in range(start, start + 50)])
    assert furniture(site) == {LINE: 1000}
    assert len(site.latest) == 40
    assert len(msgspec.json.encode(site)) < 50_000


def test_what_is_published_stays_where_a_mistake_in_between_is_undone():
    old = read("a", LINE, published="v1")
    site = learn(EMPTY, [read("a", LINE)])
    site = learn(site, [read(name, LINE) for name in "bc"])
    assert count_pages(site, old) == {}
    # It was read in two other ways, and neither was published: it stays as it is.
    for text in ("Nothing is left of it but this.", "And then there was this alone, for a while."):
        wrong = ReadArticle("a", make_line_key("a"), (line(text),), "v1")
        site = learn(site, [wrong])
        assert len(count_pages(site, wrong)) == 1
        assert learn(site, [wrong]) == site
    site = learn(site, [old])
    assert (count_pages(site, old), site.published) == ({}, {})


def test_a_text_that_was_published_since_is_no_mistake():
    old, new = read("a", LINE, published="v1"), read("a", LINE, text="It says this by now.")
    site = learn(EMPTY, [read("a", LINE)])
    site = learn(site, [read(name, LINE) for name in "bc"])
    site = learn(site, [replace(new, published="v1")])
    # The edition has the new text: the old one is another change.
    site = learn(site, [replace(old, published="v2")])
    assert len(count_pages(site, old)) == 1
    # And one that is undone then goes back to what was published last.
    site = learn(site, [replace(new, published="v2")])
    assert len(count_pages(site, new)) == 1
    assert site.published == {}
