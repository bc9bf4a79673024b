"""A clock that cannot be right is told before it dates anything."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audiopress.identity import identify
from audiopress.model import Article, Script, SourceFacts
from audiopress.press.edition.clock import EARLIEST, note_clock, note_undated, note_undated_text
from audiopress.press.steps.identify import register_articles
from audiopress.press.steps.read import Manuscript

ROOT = Path("edition")
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


def dated(uri: str, published: datetime | None) -> Manuscript:
    article = Article(uri=uri, title="A story", blocks=(), published=published)
    return Manuscript(
        identity=identify(uri, canonical=None, declared_id=None, hosts=()),
        uri=uri, former="", digest="", article=article, script=Script(utterances=()),
    )  # fmt: skip


def test_a_clock_that_is_not_set_is_told() -> None:
    (note,) = note_clock([dated("a.md", None)], datetime(1971, 1, 1, tzinfo=UTC))
    assert "this machine's clock says 1971-01-01" in note
    assert note_clock([dated("a.md", None)], NOW) == []


def test_the_year_is_that_of_the_last_release() -> None:
    changes = (Path(__file__).resolve().parents[4] / "CHANGELOG.md").read_text("utf-8")
    released = re.search(r"^## \d[\d.]* - (\d{4})", changes, re.MULTILINE)
    assert released is not None
    assert int(released[1]) == EARLIEST.year


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (datetime(2026, 11, 26, tzinfo=UTC), False),
        (datetime(2026, 11, 27, 23, tzinfo=UTC), False),
        (datetime(1911, 5, 1, tzinfo=UTC), False),
        (datetime(2026, 12, 24, tzinfo=UTC), True),
        (datetime(2099, 1, 1, tzinfo=UTC), True),
    ],
)
def test_a_date_that_is_not_yet_is_told(published: datetime, *, told: bool) -> None:
    notes = note_clock([dated("a.md", published), dated("b.md", None)], NOW)
    assert bool(notes) is told
    assert all(note.startswith("a.md: dated up to") for note in notes)


def test_of_many_three_are_named() -> None:
    many = [dated(f"{n}.md", datetime(2031 + n, 1, 1, tzinfo=UTC)) for n in range(5)]
    (note,) = note_clock(many, NOW)
    assert note.startswith("0.md, 1.md, 2.md and 2 more: dated up to 2035-01-01")


def test_new_articles_without_a_date_are_told_once() -> None:
    day = datetime(2026, 5, 3, tzinfo=UTC)
    read = [dated(f"{name}.md", None) for name in "abcd"] + [dated("e.md", day)]
    articles, _, _ = register_articles(read, [], day)
    (note,) = note_undated(articles, ROOT)
    assert "4 new articles have no date" in note
    assert "e.md" not in note
    assert "1 more" in note
    assert not note_undated([item for item in articles if item.manuscript.uri == "e.md"], ROOT)


def test_what_a_list_names_is_dated_in_the_list() -> None:
    listed = replace(dated("https://a.example/b", None), facts=SourceFacts(listed_in="pile.json"))
    for read, told in (([listed], ""), ([listed, dated("a.md", None)], "at its head")):
        articles, _, _ = register_articles(read, [], datetime(2026, 5, 3, tzinfo=UTC))
        (note,) = note_undated(articles, ROOT)
        assert "into the list (`published_at`" in note
        assert told in note
        assert ("`date: 2026-03-14`" in note) == bool(told)


def test_how_a_date_is_stated_is_told_of_each_kind() -> None:
    (page,) = note_undated_text(dated("a.html", None), ROOT)
    assert '<meta property="article:published_time" content="2026-03-14T07:30:00Z">' in page
    assert "`date:" not in page
    (text,) = note_undated_text(dated("a.md", None), ROOT)
    assert "write `date: 2026-03-14` at its head" in text
    assert "<meta" not in text
    assert note_undated_text(dated("a.md", NOW), ROOT) == []
