"""The ledger keeps promises: whole, readable, and never overwritten when not understood."""

from __future__ import annotations

import dataclasses
import json
import os
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiopress.errors import StoreError
from audiopress.model import Enclosure, Episode
from audiopress.store.ledger import FORMAT, Ledger, Record, ShowRecord, Text

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
    versions=(EPISODE, dataclasses.replace(EPISODE, key="cd" * 32)),
    state="withdrawn",
    texts=(Text(key="ab" * 32, lines=("Eine Zeile.", "Noch eine.")),),
)
SHOW = ShowRecord(
    id="main", guid="s-1", artwork="artwork-ab.png", voices=(("joe", "ab"),), encoder="lame 3.100"
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DATES = st.datetimes(timezones=st.timezones() | st.just(UTC), min_value=datetime(1971, 1, 1))  # noqa: DTZ001 - given a zone


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


@given(st.builds(Text, key=TEXTS, lines=st.tuples(TEXTS, TEXTS)), DATES, TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_and_date_comes_back(
    tmp_path: Path, text: Text, date: datetime, identity: str
) -> None:
    episode = dataclasses.replace(EPISODE, title=text.key, published=date)
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
    assert "upgrade" in caught.value.hint
    assert path.read_bytes() == body


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
    for use in (Ledger(tmp_path).load_all, lambda: Ledger(tmp_path).save(RECORD)):
        with pytest.raises(StoreError, match=r"newer audiopress .* a name it does not know"):
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
        ledger.load_all,
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
            ledger.load_all()
        assert f"git checkout --ours {path}" in caught.value.hint
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
        ledger.load_all()


@pytest.mark.parametrize("show", ["../feed", "", "a/../../b", "A b"])
def test_a_show_is_no_road_out(tmp_path: Path, show: str) -> None:
    with pytest.raises(StoreError):
        Ledger(tmp_path).save_show(ShowRecord(id=show))
