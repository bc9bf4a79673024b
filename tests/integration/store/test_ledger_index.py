"""Which files of a ledger are about what: found by names and lines, and kept up to date."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from audiopress.model import Enclosure, Episode
from audiopress.store import ledger_index
from audiopress.store.ledger import Ledger, Record, Text
from audiopress.store.ledger_index import LedgerIndex, make_mark

if TYPE_CHECKING:
    from pathlib import Path

BORN = datetime(2026, 5, 1, tzinfo=UTC)
HOST = "https://news.example.org"


def make(number: int, *lines: str, language: str = "en", voice: str = "heart") -> Record:
    episode = Episode(
        id=f"{HOST}/{number}",
        guid=f"g-{number}",
        slug=f"once-{number}",
        key="ab" * 32,
        title=f"Ferry {number}",
        summary="",
        published=BORN,
        changed=BORN,
        language=language,
        enclosure=Enclosure(path=f"episodes/once-{number}/abababab/ferry.mp3", length=1),
        rate=44100,
        samples=1,
        voice="heart",
        language_voice=voice,
    )
    return Record(
        id=f"{HOST}/{number}",
        guid=f"g-{number}",
        slug=f"ferry-{number}",
        first_seen=BORN + timedelta(days=number),
        published=BORN,
        versions=(episode,),
        texts=(Text(key="ab" * 32, lines=lines or (f"Ferry number {number} was late.",)),),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def open_index(tmp_path: Path, ledger: Ledger) -> LedgerIndex:
    index = LedgerIndex(tmp_path / "cache/index.sqlite", ledger)
    index.refresh()
    return index


def ids(ledger: Ledger, names: list[str]) -> list[str]:
    found = [ledger.read_file(name) for name in names]
    return sorted(one.id.removeprefix(HOST) for one in found if isinstance(one, Record))


def test_an_article_is_found_by_every_name_in_every_spelling(
    tmp_path: Path, ledger: Ledger
) -> None:
    ledger.save(replace(make(1), aliases=(f"{HOST}/old/1", "file:articles/1.md")))
    ledger.save(make(2))
    with open_index(tmp_path, ledger) as index:
        for name in (
            f"{HOST}/1",
            f"{HOST}/old/1#top",
            "http://www.news.example.org/1/index.html",
            "file:articles/1.md",
        ):
            assert ids(ledger, index.find([name])) == ["/1"], name
        assert ids(ledger, index.find([f"{HOST}/2", f"{HOST}/old/1", f"{HOST}/3"])) == ["/1", "/2"]
        assert index.is_done(make_mark(f"{HOST}/old/1"))
        assert not index.is_done(make_mark(f"{HOST}/3"))
        assert [index.has_slug(name) for name in ("ferry-1", "once-1", "ferry-3")] == [
            True,
            True,
            False,
        ]


def test_an_article_is_found_by_its_lines_but_not_by_those_of_the_house(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_index, "_HOUSE", 4)
    for number in range(1, 7):
        ledger.save(make(number, "Read more in our app.", f"Its number is {number}."))
    with open_index(tmp_path, ledger) as index:
        assert index.find([], ["Read more in our app.", "Its number is 9."]) == []
        found = index.find([], ["Read more in our app.", "Its number is 5.", "It sank."])
        assert ids(ledger, found) == ["/5"]


def test_it_follows_what_is_written_renamed_and_taken_away(tmp_path: Path, ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.save(make(number))
    folder = tmp_path / "ledger/articles"
    with open_index(tmp_path, ledger) as index:
        assert not index.has_twins()
        ledger.save(replace(make(1), slug="quay"))
        ledger.save(make(3))
        index.look_again([f"{HOST}/1", f"{HOST}/3"])
        assert (index.has_slug("quay"), index.has_slug("ferry-1")) == (True, False)
        assert ids(ledger, index.find([f"{HOST}/3"])) == ["/3"]
        (folder / ledger.name_file(f"{HOST}/2")).unlink()
        index.refresh()
        assert not index.is_done(make_mark(f"{HOST}/2"))
        ledger.save(replace(make(4), slug="quay"))
        index.refresh()
        assert index.has_twins()
    # The next run has read nothing again but what is new.
    reads: list[str] = []
    other = Ledger(tmp_path / "ledger")
    other.read_file = reads.append  # type: ignore[assignment,method-assign]
    open_index(tmp_path, other).refresh()
    assert reads == []


def test_what_cannot_be_read_is_listed_until_it_can(tmp_path: Path, ledger: Ledger) -> None:
    ledger.save(make(1))
    path = tmp_path / "ledger/articles" / ledger.name_file(f"{HOST}/1")
    body, before = path.read_bytes(), path.stat()
    path.write_bytes(body[:-5] + b"     ")
    with open_index(tmp_path, ledger) as index:
        assert index.list_broken() == [ledger.name_file(f"{HOST}/1")]
        assert not index.has_any()
        path.write_bytes(body)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        index.refresh()
        assert index.list_broken() == []
        assert index.has_any()


def test_a_folder_that_is_as_it_was_is_passed_over_and_any_other_is_not(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 4):
        ledger.save(make(number))
    open_index(tmp_path, ledger).__exit__()
    compared: list[str] = []
    compare = vars(LedgerIndex)["_compare"]

    def note(index: LedgerIndex, folder: str, marks: dict[str, str]) -> None:
        compared.append(folder)
        compare(index, folder, marks)

    monkeypatch.setattr(LedgerIndex, "_compare", note)
    with open_index(tmp_path, ledger) as index:
        assert compared == []
        name = ledger.name_file(f"{HOST}/2")
        path = tmp_path / "ledger/articles" / name
        # By hand, in the same file of the same length: its folder has no other time by that.
        path.write_bytes(path.read_bytes().replace(b"ferry-2", b"ferry-9"))
        index.refresh()
        assert compared == [name.rpartition("/")[0]]
        assert (index.has_slug("ferry-9"), index.has_slug("ferry-2")) == (True, False)
        ledger.save(replace(make(1), slug="ferry-9"))
        index.look_again([f"{HOST}/1"])
        assert index.has_twins()
        ledger.save(replace(make(1), slug="ferry-1"))
        index.refresh()
        assert not index.has_twins()


def test_an_index_of_the_version_before_is_gone_on_with(tmp_path: Path, ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.save(make(number))
    open_index(tmp_path, ledger).__exit__()
    path = tmp_path / "cache/index.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as base:
        base.execute("DROP TABLE walked")
    ledger.save(replace(make(2), slug="quay"))
    with open_index(tmp_path, ledger) as index:
        assert (index.count(), index.has_slug("quay"), index.has_twins()) == (2, True, False)


def refresh_as_before(path: Path, ledger: Ledger) -> None:
    """Bring an index up to date as versions do that know its first tables alone."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        kept = base.execute("SELECT * FROM walked").fetchall()
        facts = base.execute("SELECT * FROM without_twins").fetchall()
    with LedgerIndex(path, ledger) as index:
        index.refresh()
    with contextlib.closing(sqlite3.connect(path)) as base, base:
        base.execute("DELETE FROM walked")
        base.executemany("INSERT INTO walked VALUES (?, ?)", kept)
        base.execute("DELETE FROM without_twins")
        base.executemany("INSERT INTO without_twins VALUES (?)", facts)


def test_what_a_version_before_has_read_is_looked_at(tmp_path: Path, ledger: Ledger) -> None:
    for number in (1, 2):
        ledger.save(make(number))
    with open_index(tmp_path, ledger) as index:
        assert not index.has_twins()
    path = tmp_path / "cache/index.sqlite"
    file = tmp_path / "ledger/articles" / ledger.name_file(f"{HOST}/2")
    aside = file.rename(tmp_path / "aside")
    ledger.save(replace(make(3), slug="ferry-1"))
    refresh_as_before(path, ledger)
    with open_index(tmp_path, ledger) as index:
        assert index.has_twins()
        assert index.count() == 2
    # And a file that was away while only the version before looked.
    aside.rename(file)
    open_index(tmp_path, ledger).__exit__()
    file.rename(aside)
    refresh_as_before(path, ledger)
    aside.rename(file)
    with open_index(tmp_path, ledger) as index:
        assert index.is_done(make_mark(f"{HOST}/2"))


def test_to_ask_for_twins_writes_nothing(tmp_path: Path, ledger: Ledger) -> None:
    ledger.save(make(1))
    with open_index(tmp_path, ledger) as index:
        ledger.save(make(2))
        index.look_again([f"{HOST}/2"])
        before = (tmp_path / "cache/index.sqlite").read_bytes()
        assert not index.has_twins()
        assert (tmp_path / "cache/index.sqlite").read_bytes() == before


def test_of_each_language_and_voice_the_newest_is_known(tmp_path: Path, ledger: Ledger) -> None:
    for number, language, voice in (
        (1, "en", ""),
        (3, "en", ""),
        (2, "fr", "siwis"),
        (4, "fr", "tom"),
        (5, "fr", "siwis"),
    ):
        ledger.save(make(number, language=language, voice=voice))
    ledger.save(replace(make(6), state="withdrawn"))
    with open_index(tmp_path, ledger) as index:
        assert ids(ledger, index.list_newest()) == ["/3", "/4", "/5"]


def test_a_damaged_index_and_one_of_another_version_are_made_anew(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.save(make(1))
    open_index(tmp_path, ledger).__exit__()
    path = tmp_path / "cache/index.sqlite"
    path.write_bytes(b"no base at all, and long enough to be looked at as one" * 99)
    with open_index(tmp_path, ledger) as index:
        assert index.is_done(make_mark(f"{HOST}/1"))
    monkeypatch.setattr(ledger_index, "_VERSION", 2)
    with open_index(tmp_path, ledger) as index:
        assert index.is_done(make_mark(f"{HOST}/1"))


def test_it_has_no_word_of_an_article_and_no_address(tmp_path: Path, ledger: Ledger) -> None:
    ledger.save(make(1, "Nobody was hurt."))
    open_index(tmp_path, ledger).__exit__()
    body = (tmp_path / "cache/index.sqlite").read_bytes()
    for text in (b"Nobody", b"example.org", b"Ferry", b"ferry", b"g-1"):
        assert text not in body
