from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from audiopress.model import Document, SourceFacts
from audiopress.sources.lists.joined import JoinedItem, JoinedItems
from audiopress.sources.lists.listed import ListedItem

ALBA = "https://example.org/alba"
OLD, NEW = (datetime(2026, 5, day, tzinfo=UTC) for day in (1, 4))


def item(address: str = ALBA, text: str = "", **facts: object) -> ListedItem:
    return ListedItem(address=address, text=text, facts=SourceFacts(**facts))  # type: ignore[arg-type]


def join(first: ListedItem, *others: ListedItem) -> JoinedItem:
    joined = JoinedItems()
    for number, each in enumerate((first, *others)):
        joined.add(each, f"list {number}")
    return joined.complete(first, "list 0")


def test_the_latest_change_counts_whichever_list_has_it() -> None:
    for said in ([OLD, NEW, None], [NEW, None, OLD], [None, OLD, NEW]):
        found = join(*(item(modified=moment) for moment in said))
        assert found.item.facts.modified == NEW


def test_what_its_own_list_does_not_say_another_does() -> None:
    own = item(title="Alba", tags=("sea",))
    other = item(f"{ALBA}?utm_source=rss", title="The Alba", byline="Ann Lee", published=OLD)
    facts = join(own, other).item.facts
    assert (facts.title, facts.byline, facts.published) == ("Alba", "Ann Lee", OLD)
    assert facts.tags == ("sea",)


def test_a_text_of_another_list_is_taken_with_its_list() -> None:
    found = join(item(why="the feed has a summary of it only"), item(text="<p>All of it.</p>"))
    assert (found.item.text, found.listed_in) == ("<p>All of it.</p>", "list 1")
    assert not found.item.facts.why


def test_of_two_texts_the_later_counts_then_the_fuller_then_its_own() -> None:
    short, long = "<p>Short.</p>", "<p>Longer by far.</p>"
    assert join(item(text=long, modified=OLD), item(text=short, modified=NEW)).item.text == short
    assert join(item(text=short), item(text=long)).item.text == long
    assert join(item(text="<p>One.</p>"), item(text="<p>Two.</p>")).listed_in == "list 0"


def test_other_articles_and_faulty_ones_are_left_alone() -> None:
    other = item("https://example.org/brae", modified=NEW)
    assert join(item(modified=OLD), other).item.facts.modified == OLD
    assert join(item(""), item("", title="Brae")).item.facts.title == ""
    faulty = ListedItem(address=ALBA, fault="no address", facts=SourceFacts(title="Odd"))
    assert join(item(), faulty).item.facts.title == ""


class Memory:
    """What is remembered from run to run, as the cache does."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Any] = {}

    def find_document(self, uri: str) -> Document | None:
        raise AssertionError(uri)

    def put_document(self, document: Document) -> None:
        raise AssertionError(document)

    def find_record(self, kind: str, key: str, shape: type[Any]) -> Any:
        found = self.kept.get((kind, key))
        return None if found is None else msgspec.convert(found, shape)

    def put_record(self, kind: str, key: str, value: dict[str, Any]) -> None:
        self.kept[kind, key] = msgspec.json.decode(msgspec.json.encode(value))


def run(memory: Memory, *said: ListedItem) -> SourceFacts:
    """Return the facts of an article in a run of lists that say so."""
    joined = JoinedItems(memory)
    for number, each in enumerate(said):
        joined.add(each, f"list {number}")
    return joined.complete(said[0], "list 0").item.facts


WHOLE = {
    "title": "Alba", "byline": "Ann Lee", "published": OLD, "language": "en", "section": "News",
    "tags": ("sea", "ice"),
}  # fmt: skip


@pytest.mark.parametrize("left", sorted(WHOLE))
def test_what_a_list_said_once_stays_known(left: str) -> None:
    memory = Memory()
    run(memory, item(**WHOLE))
    # It has left the feed: the sitemap has its address alone; or the feed says less of it.
    assert getattr(run(memory, item(modified=NEW)), left) == WHOLE[left]
    less = {name: value for name, value in WHOLE.items() if name != left}
    assert getattr(run(memory, item(**less)), left) == WHOLE[left]
    assert getattr(run(memory, item()), left) == WHOLE[left]


def test_what_a_list_says_today_counts_before_what_it_said() -> None:
    memory = Memory()
    run(memory, item(**WHOLE))
    assert run(memory, item(byline="Bo Day")).byline == "Bo Day"
    assert run(memory, item()).byline == "Bo Day"


def test_when_it_changed_is_remembered_and_what_was_wrong_is_not() -> None:
    memory = Memory()
    run(memory, item(modified=NEW, notes=("a date is not understood",), **WHOLE))
    facts = run(memory, item())
    # Its page may be asked for the first time today: what a list says next is news by this.
    assert (facts.modified, facts.notes) == (NEW, ())


def test_what_is_remembered_is_of_its_own_article() -> None:
    memory = Memory()
    run(memory, item(**WHOLE))
    assert run(memory, item("https://example.org/brae")).byline == ""
    assert run(memory, item(f"{ALBA}?utm_source=map#top")).byline == "Ann Lee"


def test_what_a_page_said_is_known_when_a_feed_has_the_text_alone() -> None:
    memory = Memory()
    JoinedItems(memory).learn(f"{ALBA}/", byline="Ann Lee", published=OLD)
    facts = run(memory, item(text="<p>All of it.</p>"))
    assert (facts.byline, facts.published) == ("Ann Lee", OLD)
    assert run(memory, item(byline="Bo Day")).byline == "Bo Day"
