"""The ledger keeps promises: whole, readable, and never overwritten when not understood."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import re
import threading
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiopress.errors import StoreError
from audiopress.model import Enclosure, Episode
from audiopress.store.ledger import FORMAT, Ledger, Record, ShowRecord, Text
from audiopress.store.ledger_file import UPGRADE

if TYPE_CHECKING:
    from pathlib import Path

BORN = datetime(2026, 5, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))
EPISODE = Episode(
    id="https://x/1",
    guid="g-1",
    slug="one",
    key="ab" * 32,
    title="Ein Titel: „eins“ </script>",
    summary="",
    published=BORN,
    changed=BORN + timedelta(microseconds=1),
    language="de",
    enclosure=Enclosure(path="episodes/one/abababab/one.mp3", length=12345),
    rate=44100,
    samples=10**9,
    narrators=("joe", "alba"),
    chapters=True,
    url="https://x/1",
)
RECORD = Record(
    id="https://x/1",
    guid="g-1",
    slug="one",
    first_seen=BORN,
    published=BORN,
    aliases=("https://y/1",),
    versions=(
        EPISODE,
        dataclasses.replace(
            EPISODE,
            key="cd" * 32,
            enclosure=Enclosure(path="episodes/one/cdcdcdcd/one.mp3", length=1),
        ),
    ),
    state="withdrawn",
    texts=(Text(key="ab" * 32, lines=("Eine Zeile.", "Noch eine.")),),
)
SHOW = ShowRecord(
    id="main", guid="s-1", artwork="artwork-ab.png", voices=(("joe", "ab"),), encoder="lame 3.100"
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cn", "Cs"]), max_size=30)
# With their offset, as the product has them: a time of a zone that a clock shows twice, or never,
# is equal to nothing that has another zone.
DATES = st.datetimes(timezones=st.timezones() | st.just(UTC), min_value=datetime(1971, 1, 1)).map(  # noqa: DTZ001 - given a zone
    lambda moment: datetime.fromisoformat(moment.isoformat())
)


def other(number: int) -> Record:
    return dataclasses.replace(
        RECORD,
        id=f"https://x/{number}",
        slug=f"s-{number}",
        first_seen=BORN - timedelta(days=number),
    )


def only_file(folder: Path) -> Path:
    (path,) = (path for path in folder.rglob("*") if path.is_file())
    return path


def change(path: Path, **values: Any) -> bytes:
    body = json.dumps(json.loads(path.read_bytes()) | values).encode()
    path.write_bytes(body)
    return body


def read_strictly(ledger: Ledger) -> None:
    """Raise what is wrong with the first file that cannot be used."""
    for fault in ledger.read_all().faults:
        raise fault.error


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger")
    assert ledger.load(RECORD.id) is None
    assert ledger.load_show("main") is None
    assert ledger.load_all() == ()
    assert not (tmp_path / "ledger").exists()
    assert ledger.save(RECORD)
    assert ledger.save_show(SHOW)
    again = Ledger(tmp_path / "ledger")
    assert again.load(RECORD.id) == RECORD
    assert again.load_show("main") == SHOW
    assert again.load_all() == (RECORD,)


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    os.utime(only_file(tmp_path), (1, 1))
    assert not ledger.save(RECORD)
    assert only_file(tmp_path).stat().st_mtime == 1
    assert ledger.save(dataclasses.replace(RECORD, state="live"))


@given(st.builds(Text, key=TEXTS, lines=st.tuples(TEXTS, TEXTS)), DATES, TITLES.filter(bool))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_and_date_comes_back(
    tmp_path: Path, text: Text, date: datetime, identity: str
) -> None:
    episode = dataclasses.replace(EPISODE, title=identity, published=date)
    record = dataclasses.replace(
        RECORD, id=identity, first_seen=date, texts=(text,), versions=(episode,)
    )
    Ledger(tmp_path).save(record)
    assert Ledger(tmp_path).load(identity) == record


def test_a_difference_can_be_read(tmp_path: Path) -> None:
    Ledger(tmp_path).save(RECORD)
    before = only_file(tmp_path).read_text("utf-8").splitlines()
    Ledger(tmp_path).save(dataclasses.replace(RECORD, state="live"))
    after = only_file(tmp_path).read_text("utf-8").splitlines()
    changed = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert changed == [('  "state": "withdrawn",', '  "state": "live",')]
    plain = json.loads("\n".join(after))
    assert list(plain) == sorted(plain)
    assert list(plain["versions"][0]) == sorted(plain["versions"][0])
    assert "„eins“" in "\n".join(after)


def test_all_are_in_the_order_they_were_first_seen(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for number in (3, 1, 4, 2):
        ledger.save(other(number))
    assert [record.slug for record in ledger.load_all()] == ["s-4", "s-3", "s-2", "s-1"]


def test_what_another_process_saved_is_seen(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(other(1))
    assert len(ledger.load_all()) == 1
    Ledger(tmp_path).save(other(2))
    Ledger(tmp_path).save(dataclasses.replace(other(1), state="live"))
    assert [(each.slug, each.state) for each in ledger.load_all()] == [
        ("s-2", "withdrawn"),
        ("s-1", "live"),
    ]


@pytest.mark.parametrize("shown", ["article", "show"])
@pytest.mark.parametrize(
    "values", [{"format": FORMAT + 1}, {"format": FORMAT + 1, "id": 5}, {"news": 1}]
)
def test_a_newer_file_is_refused_by_name_and_left(
    tmp_path: Path, values: dict[str, Any], shown: str
) -> None:
    ledger = Ledger(tmp_path)
    saved = ledger.save(RECORD) if shown == "article" else ledger.save_show(SHOW)
    assert saved
    path = only_file(tmp_path)
    body = change(path, **values)
    changed = dataclasses.replace(RECORD, state="live")
    save = (
        (lambda: ledger.save(changed))
        if shown == "article"
        else (lambda: ledger.save_show(dataclasses.replace(SHOW, artwork="")))
    )
    with pytest.raises(StoreError, match="newer audiopress") as caught:
        save()
    assert caught.value.where == str(path)
    assert caught.value.hint == UPGRADE
    assert path.read_bytes() == body


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"format": 2}, "it has format 2, and this one"),
        ({"format": 10**30}, f"it has format {10**30}, and this one"),
        ({"format": 2, "versions": 5}, "it has format 2, and this one"),
        ({"news": 1, "olds": 2}, 'does not know "news"'),
        ({"state": "held"}, 'does not know the state "held"'),
        ({"versions": [{"mood": "grave"}]}, 'does not know "mood" (version 1)'),
    ],
)
def test_what_needs_a_newer_program_is_named(
    tmp_path: Path, values: dict[str, Any], said: str
) -> None:
    Ledger(tmp_path).save(RECORD)
    change(only_file(tmp_path), **values)
    with pytest.raises(StoreError, match=re.escape(said)) as caught:
        Ledger(tmp_path).load(RECORD.id)
    assert "newer audiopress" in caught.value.message
    assert caught.value.hint == UPGRADE


@pytest.mark.parametrize("number", [0, -1, True, None, "2", 1.5, [1], {"is": 1}])
def test_what_is_no_format_is_damage_and_no_newer_program(tmp_path: Path, number: object) -> None:
    Ledger(tmp_path).save(RECORD)
    change(only_file(tmp_path), format=number)
    with pytest.raises(StoreError, match=r"is damaged: .* is no format") as caught:
        Ledger(tmp_path).load(RECORD.id)
    assert "git checkout" in caught.value.hint


def test_a_name_this_program_does_not_know_in_a_version_is_not_lost(tmp_path: Path) -> None:
    Ledger(tmp_path).save(RECORD)
    plain = json.loads(only_file(tmp_path).read_bytes())
    plain["versions"][0]["mood"] = "grave"
    change(only_file(tmp_path), versions=plain["versions"])
    with pytest.raises(StoreError, match="newer audiopress"):
        Ledger(tmp_path).load(RECORD.id)


@pytest.mark.parametrize("values", [{"state": "held"}, {"takes": [["cd", 2]]}])
def test_a_promise_this_program_cannot_keep_is_refused_by_name_and_left(
    tmp_path: Path, values: dict[str, Any]
) -> None:
    Ledger(tmp_path).save(RECORD)
    body = change(only_file(tmp_path), **values)
    for use in (lambda: read_strictly(Ledger(tmp_path)), lambda: Ledger(tmp_path).save(RECORD)):
        with pytest.raises(StoreError, match=r"newer audiopress.* does not know"):
            use()
    assert only_file(tmp_path).read_bytes() == body


def test_what_the_first_version_wrote_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    body = change(only_file(tmp_path), takes=[])
    assert ledger.load_all() == (RECORD,)
    assert not ledger.save(RECORD)
    assert only_file(tmp_path).read_bytes() == body
    assert ledger.save(dataclasses.replace(RECORD, state="live"))
    assert "takes" not in json.loads(only_file(tmp_path).read_bytes())


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda body: body[: len(body) // 2],
        lambda body: bytes(len(body)),
        lambda body: b"\xff" + body,
        lambda _: b"[]",
        lambda _: b"{}",
        lambda _: b"null",
        lambda body: body.replace(b'"guid": "g-1"', b'"guid": 1'),
        lambda body: body.replace(b'"state": "withdrawn"', b'"state": 1'),
        lambda body: body.replace(b"+02:00", b""),
        lambda body: body.replace(b'"length": 12345', b'"length": "many"'),
        lambda body: body.replace(b'"https://x/1"', b'"https://x/2"'),
        lambda body: body.replace(b'"rate": 44100', b'"rate": 0'),
        lambda body: body.replace(b'"rate": 44100', b'"rate": NaN'),
        lambda body: body.replace(b'"samples": 1000000000', b'"samples": -1'),
        lambda body: body.replace(b'"samples": 1000000000', b'"samples": 1e400'),
        lambda body: body.replace(b'"length": 12345', b'"length": 0'),
        lambda body: body.replace(b'"length": 12345', b'"length": 1, "length": 2'),
        lambda body: body.replace(b'"slug": "one",', b'"slug": "one",\n  "slug": "two",', 1),
        lambda body: body.replace(b'"slug": "one"', b'"slug": "../one"'),
        lambda body: body.replace(b"/one.mp3", b"/../../../etc/passwd"),
        lambda body: body.replace(b"episodes/one/", b"episodes/two/"),
        lambda body: body.replace(b"ab" * 32, b"AB" * 32),
        lambda body: body.replace(b"Ein Titel", b"Ein\\u0000Titel"),
        lambda body: body.replace(b"Ein Titel", b"Ein\\ud83dTitel"),
        lambda body: body.replace(b'"guid": "g-1"', b'"guid": "g-2"', 1),
        lambda body: body.replace(b'"guid": "g-1"', b'"guid": ""'),
        lambda body: body.replace(b"2026-05-01", b"2026-13-01"),
        lambda body: body.decode().encode("utf-16"),
        lambda body: b"[" * 100_000 + body,
    ],
)
def test_a_damaged_file_is_an_error_by_name_and_left(tmp_path: Path, damage: Any) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    path = only_file(tmp_path)
    assert damage(path.read_bytes()) != path.read_bytes()
    path.write_bytes(damage(path.read_bytes()))
    body = path.read_bytes()
    for use in (
        lambda: ledger.load(RECORD.id),
        lambda: ledger.save(RECORD),
        lambda: read_strictly(ledger),
    ):
        with pytest.raises(StoreError, match="damaged") as caught:
            use()
        assert caught.value.where == str(path)
        assert "git checkout" in caught.value.hint
    assert path.read_bytes() == body


def test_a_conflict_of_two_histories_is_told_from_damage(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    (path,) = tmp_path.rglob("*.json")
    whole = path.read_bytes()
    for body in (
        b"<<<<<<< HEAD\n" + whole + b"=======\n" + whole + b">>>>>>> other\n",
        whole.replace(b'\n  "slug"', b'\n<<<<<<< HEAD\n  "slug"'),
    ):
        path.write_bytes(body)
        with pytest.raises(StoreError, match="nobody chose") as caught:
            read_strictly(ledger)
        assert f"git checkout --ours {path}" in caught.value.hint
        # Of marks that were committed, git knows no side any more.
        assert f"git log -- {path}" in caught.value.hint
        assert f"git checkout COMMIT -- {path}" in caught.value.hint
        with pytest.raises(StoreError, match="nobody chose"):
            ledger.save(RECORD)
        assert path.read_bytes() == body


def test_a_record_under_the_name_of_another_is_damage(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(other(1))
    path = only_file(tmp_path)
    ledger.save(other(2))
    (second,) = set(tmp_path.rglob("*.json")) - {path}
    second.write_bytes(path.read_bytes())
    with pytest.raises(StoreError, match="it is about"):
        ledger.load(other(2).id)
    with pytest.raises(StoreError, match="another file name"):
        read_strictly(ledger)
    assert ledger.load_all() == (other(1),)


@pytest.mark.parametrize("copied", [False, True])
def test_a_misplaced_record_is_told_where_it_belongs(tmp_path: Path, copied: bool) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    home = only_file(tmp_path)
    astray = home.with_name("0123456789abcdef.json")
    astray.write_bytes(home.read_bytes())
    if not copied:
        home.unlink()
    (fault,) = ledger.read_all().faults
    assert fault.error.hint.endswith(f"rm {astray}" if copied else f"mv {astray} {home}")


def test_a_link_to_nowhere_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    path = only_file(tmp_path)
    path.unlink()
    path.symlink_to("nowhere")
    (fault,) = ledger.read_all().faults
    assert fault.is_place_of(RECORD.id)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_in_the_ledger_does_not_make_it_wait(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    path = only_file(tmp_path)
    path.unlink()
    os.mkfifo(path)
    # Where it is waited for, somebody who writes nothing lets the test fail and not hang.
    opened = threading.Timer(2, lambda: os.close(os.open(path, os.O_WRONLY)))
    opened.daemon = True
    opened.start()
    (fault,) = ledger.read_all().faults
    waited = not opened.is_alive()
    opened.cancel()
    assert fault.path == path
    assert not waited


@pytest.mark.parametrize("show", ["../feed", "", "a/../../b", "A b"])
def test_a_show_is_no_road_out(tmp_path: Path, show: str) -> None:
    with pytest.raises(StoreError):
        Ledger(tmp_path).save_show(ShowRecord(id=show))


@pytest.mark.parametrize(
    "change_text",
    [
        lambda body: b"\xef\xbb\xbf" + body,
        lambda body: body.replace(b"\n", b"\r\n"),
        lambda body: json.dumps(json.loads(body)).encode(),
    ],
    ids=["byte order mark", "line ends of Windows", "one line of ASCII"],
)
def test_what_editors_and_git_do_to_a_text_is_no_damage(tmp_path: Path, change_text: Any) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    path = only_file(tmp_path)
    path.write_bytes(change_text(path.read_bytes()))
    body = path.read_bytes()
    assert ledger.load_all() == (RECORD,)
    assert not ledger.save(RECORD)
    assert path.read_bytes() == body


@pytest.mark.parametrize("mark", ["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base"])
def test_each_mark_of_a_conflict_is_one(tmp_path: Path, mark: str) -> None:
    ledger = Ledger(tmp_path)
    ledger.save(RECORD)
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\n", f"\r\n{mark}\r\n".encode(), 1))
    with pytest.raises(StoreError, match="nobody chose"):
        read_strictly(ledger)


def test_one_file_that_cannot_be_used_costs_itself_alone(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    for number in (1, 2, 3):
        ledger.save(other(number))
    (tmp_path / "articles" / "ab").mkdir(exist_ok=True)
    (tmp_path / "articles" / "ab" / "abcd.json").mkdir()
    (tmp_path / "articles" / "notes.json").write_bytes(b"{}")
    path = next(path for path in tmp_path.rglob("*.json") if b"s-2" in _body(path))
    path.write_bytes(path.read_bytes()[:-40])
    contents = ledger.read_all()
    assert [record.slug for record in contents.records] == ["s-3", "s-1"]
    assert len(contents.faults) == 3
    fault = next(fault for fault in contents.faults if fault.path == path)
    assert fault.is_place_of(other(2).id)
    assert fault.concerns("https://y/1"), "it lists this alias"
    assert not fault.concerns(other(3).id)
    assert fault.slugs == {"one", "s-2"}
    with pytest.raises(StoreError, match="damaged"):
        ledger.save(other(2))


def _body(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_a_file_in_place_of_the_articles_is_no_empty_ledger(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("", "utf-8")
    with pytest.raises(StoreError, match="a file stands where a folder is needed") as caught:
        Ledger(tmp_path).read_all()
    assert caught.value.where == str(tmp_path / "articles")


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_what_may_not_be_looked_into_is_no_empty_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: int
) -> None:
    Ledger(tmp_path).save(RECORD)
    closed = (tmp_path, only_file(tmp_path).parent.parent, only_file(tmp_path).parent)[depth]
    scan = os.scandir

    def scan_unless_closed(path: str) -> Any:
        if os.fspath(path).startswith(os.fspath(closed)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scan(path)

    # Root, as which tests may run, may look everywhere.
    monkeypatch.setattr(os, "scandir", scan_unless_closed)
    with pytest.raises(StoreError, match="not allowed"):
        Ledger(tmp_path).read_all()


@pytest.mark.parametrize("name", ["22", "a.json", "old"])
def test_a_linked_folder_is_named_and_not_passed_over(tmp_path: Path, name: str) -> None:
    ledger, other = Ledger(tmp_path / "ledger"), tmp_path / "other"
    ledger.save(RECORD)
    other.mkdir()
    (tmp_path / "ledger" / "articles" / name).symlink_to(other)
    (fault,) = ledger.read_all().faults
    assert fault.path.name == name
    assert len(ledger.read_all().records) == 1
