"""What stands around the episodes of an edition: what of it is made when one article more comes."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from audiopress.identity import make_guid
from audiopress.model import Show
from audiopress.press.edition.around import seen_files, shelf
from audiopress.press.edition.publishing import show_files
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.steps import ship
from audiopress.publish.feed import archive_pages
from audiopress.publish.pages import front_pages
from audiopress.settings import Settings
from audiopress.store import ledger
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger, Record
from tests.unit import publish_samples

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.model import Episode

BORN = datetime(2026, 3, 1, 6, tzinfo=UTC)
SOUND = b"\xff\xfb sound"


class Edition:
    """A ledger and what is published of it, with small pages."""

    def __init__(self, root: Path) -> None:
        self.settings = Settings(
            root=root, output=root / "output", cache=root / "cache", ledger=root / "ledger",
            show=Show(id="main", title="Coast", address="https://listen.example/", preview=False),
        )  # fmt: skip
        self.ledger = Ledger(self.settings.ledger)

    def add(self, number: int, **changes: object) -> Record:
        """Put an article into the ledger, with its sound."""
        url = f"https://news.example/said/{number}/"
        episode = self.make_episode(number, url, **changes)
        path = self.settings.output / episode.enclosure.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SOUND)
        record = Record(
            id=url, guid=episode.guid, slug=episode.slug, first_seen=BORN,
            published=episode.published, versions=(episode,),
        )  # fmt: skip
        self.ledger.save(record)
        return record

    @staticmethod
    def make_episode(number: int, address: str, **changes: object) -> Episode:
        slug, key = f"said-{number}", hashlib.sha256(address.encode()).hexdigest()
        when = BORN + timedelta(hours=number)
        sample = publish_samples.episode(number)
        enclosure = replace(
            sample.enclosure, path=f"episodes/{slug}/{key[:8]}/{slug}.mp3", length=len(SOUND)
        )
        made = replace(
            sample, id=address, url=address, guid=make_guid(address), slug=slug, key=key,
            published=when,
            changed=when, enclosure=enclosure,
        )  # fmt: skip
        return replace(made, **changes)

    def publish(self) -> set[str]:
        """Publish as a new process would; return the files that were written."""
        before = self.read_marks()
        open_show_files(self.settings, Cache(self.settings.cache), self.ledger).publish()
        after = self.read_marks()
        return {name for name, mark in after.items() if before.get(name) != mark}

    def read_marks(self) -> dict[str, int]:
        """Return the inode of each file around the episodes: a file that is written has another."""
        return {name: (self.settings.output / name).stat().st_ino for name in self.read()}

    def read(self) -> dict[str, bytes]:
        """Return what stands around the episodes."""
        output = self.settings.output
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in output.rglob("*")
            if path.is_file() and not path.is_relative_to(output / "episodes")
        }


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edition:
    for module, name in (
        (archive_pages, "LIVE_ITEMS"), (archive_pages, "PAGE_ITEMS"),
        (front_pages, "FRONT_ITEMS"), (front_pages, "LISTED_TITLES"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 4)
    made = Edition(tmp_path)
    for number in range(14):
        made.add(number)
    return made


def test_pages_without_another_address_are_in_a_sitemap(edition: Edition) -> None:
    assert "edition-sitemap.xml" in edition.publish()
    assert edition.read()["edition-sitemap.xml"].count(b"<loc>") == 1
    edition.add(14, url=None)
    assert "edition-sitemap.xml" in edition.publish()
    assert edition.read()["edition-sitemap.xml"].count(b"<loc>") == 2


def test_a_preview_asks_nobody_to_find_its_pages(edition: Edition) -> None:
    show = replace(edition.settings.show, preview=True)
    edition.settings = replace(edition.settings, show=show)
    assert not [name for name in edition.publish() if "sitemap" in name]


def name_entry(number: int) -> str:
    return f"by-url/news.example/said/{number}/index.json"


def forbid_closed_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the pages that are made be known by name."""
    made: list[str] = []
    ship = show_files.ship_show

    def watch(output: Path, files: dict[str, bytes], feeds: dict[str, bytes]) -> bool:
        made.extend((*files, *feeds))
        return ship(output, files, feeds)

    monkeypatch.setattr(show_files, "ship_show", watch)
    return made


def test_one_article_more_writes_what_changes_and_no_more(edition: Edition) -> None:
    edition.publish()
    edition.add(14)
    assert edition.publish() == {"feed.xml", "index.html", "titles.json", name_entry(14)}


def test_a_closed_page_is_not_even_made_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.publish()
    edition.add(14)
    made = forbid_closed_pages(monkeypatch)
    edition.publish()
    assert {"feed.xml", "index.html", "titles.json", name_entry(14)} <= set(made)
    assert not {"feed-1.xml", "older-1.html", "titles-1.json", "player/audiopress-player.js"} & {
        *made
    }


def test_nothing_is_made_where_nothing_changed(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.publish()
    made = forbid_closed_pages(monkeypatch)
    edition.publish()
    assert made == []


@pytest.mark.parametrize("lost", ["cache", "output"])
def test_without_receipts_or_files_all_is_made_with_the_same_bytes(
    edition: Edition, lost: str
) -> None:
    edition.publish()
    before = edition.read()
    if lost == "cache":
        shutil.rmtree(edition.settings.cache)
    else:
        for name in before:
            (edition.settings.output / name).unlink()
    written = edition.publish()
    assert edition.read() == before
    assert written == (set() if lost == "cache" else set(before))


def test_a_file_that_went_comes_back_alone(edition: Edition) -> None:
    edition.publish()
    before = edition.read()
    for name in ("feed-1.xml", name_entry(3)):
        (edition.settings.output / name).unlink()
    assert edition.publish() == {"feed-1.xml", name_entry(3)}
    assert edition.read() == before


def test_a_correction_of_an_old_article_makes_its_pages_again(edition: Edition) -> None:
    edition.publish()
    record = edition.add(1, title="Corrected")
    assert edition.publish() == {"feed-1.xml", "older-1.html", "titles-1.json"}
    assert b"Corrected" in edition.read()["feed-1.xml"]
    assert edition.ledger.load(record.id) == record


def test_what_was_taken_back_is_in_no_list(edition: Edition) -> None:
    edition.publish()
    record = edition.add(3)
    edition.ledger.save(replace(record, state="withdrawn"))
    edition.publish()
    files = edition.read()
    assert name_entry(3) not in files
    assert not any(b"said-3/" in body for body in files.values())
    assert name_entry(4) in files


def test_lists_of_a_smaller_edition_do_not_go_on_naming_what_went(edition: Edition) -> None:
    edition.publish()
    assert {"titles-2.json", "feed-3.xml", "older-2.html"} <= set(edition.read())
    for number in range(3, 14):
        record = edition.add(number)
        edition.ledger.save(replace(record, state="withdrawn"))
    edition.publish()
    names = set(edition.read())
    assert not {"titles-1.json", "titles.json", "feed-1.xml", "older-1.html"} & names
    assert {"feed.xml", "index.html"} <= names


def test_an_unreadable_record_stays_in_feed_and_pages(edition: Edition) -> None:
    edition.publish()
    before = edition.read()
    record = edition.add(5)
    (path,) = (each for each in edition.settings.ledger.rglob("*.json")
               if record.id in each.read_text("utf-8"))  # fmt: skip
    body = path.read_bytes()
    path.write_bytes(b"<<<<<<< ours\n" + body)
    shutil.rmtree(edition.settings.cache / "records" / "own-show-parts")
    assert edition.publish() == set()
    assert edition.read() == before
    path.write_bytes(body)
    assert edition.publish() == set()


def test_a_record_that_was_moved_by_hand_stays_in_feed_and_pages(edition: Edition) -> None:
    edition.publish()
    before = edition.read()
    (path,) = (each for each in edition.settings.ledger.rglob("*.json")
               if "/said/5/" in each.read_text("utf-8"))  # fmt: skip
    path.rename(path.parents[1] / path.name)
    shutil.rmtree(edition.settings.cache / "records" / "own-show-parts")
    assert edition.publish() == set()
    assert edition.read() == before


def test_who_only_looks_leaves_the_cache_as_it_is(edition: Edition) -> None:
    cache = Cache(edition.settings.cache)
    files = open_show_files(edition.settings, cache, edition.ledger, keep=False)
    (feed,) = files.list_feeds()
    assert len(feed[1]) == 14
    assert not list(edition.settings.cache.glob("records/own-shelf/**/*.json"))


def test_of_what_lies_beside_a_new_article_no_record_is_read(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "_GROUP_DIGITS", 0)  # all lie in one
    edition.publish()
    read: list[str] = []
    own = edition.ledger.read_file
    monkeypatch.setattr(edition.ledger, "read_file", lambda name: read.append(name) or own(name))
    new = edition.ledger.name_file(edition.add(14).id)
    edition.publish()
    # Those on the newest pages of feed and front, of which there are fewer than eight.
    assert new in read
    assert len(set(read)) < 8


def test_what_is_saved_after_looking_ahead_is_published(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition.publish()
    cache = Cache(edition.settings.cache)
    files = open_show_files(edition.settings, cache, edition.ledger)
    files.look_ahead()
    asked: list[object] = []
    look = ship.is_complete
    monkeypatch.setattr(
        seen_files, "is_complete", lambda output, sizes: asked.extend(sizes) or look(output, sizes)
    )
    taken = edition.add(3)
    edition.ledger.save(replace(taken, state="withdrawn"))
    corrected = edition.add(5, title="Corrected")
    new = edition.add(14)
    assert files.publish().items == 14
    # Of all that lies there only what is new was looked for again.
    assert asked == [(new.versions[-1].enclosure.path, len(SOUND))]
    found = edition.read()
    assert (name_entry(3) in found, name_entry(14) in found) == (False, True)
    assert any(b"Corrected" in body for body in found.values())
    assert edition.publish() == set()
    # Later it sees all again.
    (edition.settings.output / corrected.versions[-1].enclosure.path).unlink()
    assert files.publish().items == 13


def test_who_looked_ahead_long_ago_looks_again(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_AHEAD", -1.0)
    cache = Cache(edition.settings.cache)
    files = open_show_files(edition.settings, cache, edition.ledger)
    files.look_ahead()
    edition.ledger = Ledger(edition.settings.ledger)  # as another process does
    record = edition.add(14)
    (edition.settings.output / edition.add(2).versions[-1].enclosure.path).unlink()
    assert files.publish().items == 14
    assert record.versions[-1].title.encode() in edition.read()["feed.xml"]


def test_of_two_articles_at_one_address_the_later_has_it(edition: Edition) -> None:
    edition.publish()
    twin = edition.add(20, url="https://news.example/said/2/")
    edition.ledger.save(replace(twin, first_seen=BORN + timedelta(days=1)))
    edition.publish()
    assert b"said-20/" in edition.read()[name_entry(2)]
    assert edition.publish() == set()


def test_receipts_of_a_former_version_leave_every_file_as_it_is(edition: Edition) -> None:
    edition.publish()
    before = edition.read()
    cache = Cache(edition.settings.cache)
    shutil.rmtree(edition.settings.cache)
    gone = "older-77.html"
    (edition.settings.output / gone).write_bytes(b"of a larger edition")
    files = [(name, len(body)) for name, body in before.items()] + [(gone, 19)]
    cache.put_record("show", "main", {"mark": "0" * 64, "files": files})
    assert edition.publish() == set()
    assert edition.read() == before
