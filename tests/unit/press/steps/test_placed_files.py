"""Files elsewhere of one name: who is who by their paths, and never by their order."""

import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

from audiopress.identity import identify
from audiopress.model import Article, Script, Utterance
from audiopress.press.steps.identify import register_articles
from audiopress.press.steps.placed_files import find_lost_namesakes, is_file_lost, part_names
from audiopress.press.steps.read import Manuscript
from audiopress.store.ledger import Record, Text

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def elsewhere(uri: str, place: str, *lines: str, declared: str | None = None) -> Manuscript:
    said = tuple(
        Utterance(
            role="body", source=line, spoken=line, language="en", voice="tone", pause=0, paragraph=n
        )
        for n, line in enumerate(lines)
    )
    return Manuscript(
        identity=identify(uri, canonical=None, declared_id=declared),
        uri=uri,
        former="",
        digest="",
        article=Article(uri=uri, title="A story", blocks=()),
        script=Script(utterances=said),
        outside=True,
        place=place,
    )


def register(
    *items: Manuscript, records: tuple[Record, ...] = (), here: tuple[str, ...] = ()
) -> dict[str, Record]:
    """Return the records by the places of their articles; nothing may be refused.

    ``here`` are the ids of files that lie in the edition's folder.
    """
    parted = part_names(items)
    gone = {record.id for record in records} - set(here)
    found, refused, _ = register_articles(parted, records, NOW, gone)
    assert not refused
    return {each.manuscript.place: each.record for each in found}


def publish(found: dict[str, Record], *items: Manuscript) -> tuple[Record, ...]:
    said = {item.place: [line.source for line in item.script.utterances] for item in items}
    return tuple(
        replace(record, texts=(Text(key="k", lines=tuple(said[place])),))
        for place, record in found.items()
    )


def test_files_of_one_name_are_called_by_what_parts_them_in_any_order() -> None:
    items = [
        elsewhere("2024/index.md", "/srv/news/posts/2024/index.md", "a"),
        elsewhere("2024/index.md", "/srv/sport/posts/2024/index.md", "b"),
        elsewhere("2025/index.md", "/srv/sport/posts/2025/index.md", "c"),
    ]
    for order in permutations(items):
        names = {place: record.id for place, record in register(*order).items()}
        assert names == {
            "/srv/news/posts/2024/index.md": "file:news/posts/2024/index.md",
            "/srv/sport/posts/2024/index.md": "file:sport/posts/2024/index.md",
            "/srv/sport/posts/2025/index.md": "file:2025/index.md",
        }


def test_what_was_published_by_less_of_its_path_stays_who_it_was() -> None:
    # as the version before named a file that was given by itself
    first = elsewhere("index.md", "/srv/2024/index.md", "a", "b", "c")
    records = publish(register(first), first)
    assert records[0].id == "file:index.md"
    edited = elsewhere("2024/index.md", "/srv/2024/index.md", "a", "b", "new")
    other = elsewhere("2025/index.md", "/srv/2025/index.md", "x", "y", "z")
    for order in ((edited, other), (other, edited)):
        found = register(*order, records=records)
        assert found["/srv/2024/index.md"].guid == records[0].guid
        assert found["/srv/2025/index.md"].id == "file:2025/index.md"


def test_what_was_published_beside_a_namesake_stays_who_it_was_alone() -> None:
    both = (
        elsewhere("fog.md", "/srv/news/fog.md", "a", "b"),
        elsewhere("fog.md", "/srv/sport/fog.md", "x", "y"),
    )
    known = register(*both)
    records = publish(known, *both)
    for item in both:
        alone = register(item, records=records)
        assert alone[item.place].guid == known[item.place].guid


def test_all_of_it_may_be_moved_to_another_machine() -> None:
    both = (
        elsewhere("fog.md", "/srv/news/fog.md", "a", "b"),
        elsewhere("fog.md", "/srv/sport/fog.md", "x", "y"),
    )
    records = publish(register(*both), *both)
    moved = tuple(replace(item, place=item.place.replace("/srv", "/home/me/site")) for item in both)
    guids = {record.guid for record in register(*moved, records=records).values()}
    assert guids == {record.guid for record in records}


def count_calls(number: int) -> int:
    """Return how many functions are called to part so many files of one name."""
    places = [f"/srv/{each}/index.md" for each in range(number)]
    items = [elsewhere("index.md", place, place) for place in places]
    calls = Counter[str]()
    sys.setprofile(lambda _frame, event, _argument: calls.update([event]))
    try:
        parted = part_names(items)
    finally:
        sys.setprofile(None)
    assert [item.uri for item in parted] == [place.removeprefix("/srv/") for place in places]
    return calls.total()


def test_work_grows_as_the_number_of_files_of_one_name() -> None:
    assert count_calls(400) < 5 * count_calls(100)


def test_copies_and_what_says_who_it_is_keep_their_names() -> None:
    copies = [elsewhere("fog.md", f"/srv/{folder}/fog.md", "a") for folder in ("one", "two")]
    assert [item.uri for item in part_names(copies)] == ["fog.md", "fog.md"]
    told = [
        elsewhere("fog.md", f"/srv/{folder}/fog.md", folder, declared=folder)
        for folder in ("one", "two")
    ]
    assert part_names(told) == told
    twice = [elsewhere("a/fog.md", "/srv/a/fog.md", "a"), elsewhere("fog.md", "/srv/a/fog.md", "a")]
    assert {item.uri for item in part_names(twice)} == {"a/fog.md"}


def test_the_lost_file_with_most_of_the_path_is_the_one() -> None:
    items = [elsewhere(uri, "", "a") for uri in ("a/2024/fog.md", "a/2025/fog.md")]
    records = [each.record for each in register_articles(items, (), NOW)[0]]
    found = find_lost_namesakes("b/2024/fog.md", records)
    assert [each.id for each in found] == ["file:a/2024/fog.md"]
    assert find_lost_namesakes("b/2024/rain.md", records) == []


def test_an_edited_file_of_a_folder_that_moved_is_the_same_article() -> None:
    def inside(uri: str, *lines: str) -> Manuscript:
        return replace(elsewhere(uri, "", *lines), outside=False)

    before = [inside(f"posts/{year}/index.md", "a", year, "c") for year in ("2024", "2025")]
    records = [
        replace(each.record, texts=(Text(key="k", lines=("a", each.manuscript.uri[6:10], "c")),))
        for each in register_articles(before, (), NOW)[0]
    ]
    gone = {record.id for record in records}
    after = [
        inside(f"content/posts/{year}/index.md", "a", year, "new") for year in ("2025", "2024")
    ]
    found, refused, _ = register_articles(after, records, NOW, gone)
    assert not refused
    assert {each.record.id for each in found} == gone
    assert all(each.record.id.removeprefix("file:") in each.manuscript.uri for each in found)


def test_a_file_of_the_edition_is_not_one_elsewhere_of_the_same_path() -> None:
    own = elsewhere("articles/tides.md", "", "a", "b", "c")
    own = replace(own, outside=False)
    records = publish(register(own), own)
    for name in ("tides.md", "b/articles/tides.md"):
        other = elsewhere(name, "/srv/b/articles/tides.md", "a", "b", "new")
        found = register(other, records=records, here=("file:articles/tides.md",))
        assert found[other.place].id == f"file:{name}"


def test_what_was_purged_is_no_other_file() -> None:
    first = elsewhere("index.md", "/srv/2024/index.md", "a", "b", "c")
    purged = tuple(replace(record, texts=()) for record in register(first).values())
    other = elsewhere("2025/index.md", "/srv/2025/index.md", "x", "y", "z")
    assert register(other, records=purged)[other.place].id == "file:2025/index.md"


def test_a_file_is_lost_that_lies_under_none_of_its_names(tmp_path: Path) -> None:
    item = replace(elsewhere("old/fog.md", "", "a"), outside=False)
    (record,) = (each.record for each in register_articles([item], (), NOW)[0])
    assert is_file_lost(tmp_path, record)
    moved = replace(record, aliases=("https://fog.example/a", "file:new/fog.md", "new/fog.md"))
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "fog.md").write_text("A story.", "utf-8")
    assert is_file_lost(tmp_path, record)
    assert not is_file_lost(tmp_path, moved)
    # What has an address of its own has no file that could be lost.
    assert not is_file_lost(tmp_path, replace(record, id="https://fog.example/a"))
