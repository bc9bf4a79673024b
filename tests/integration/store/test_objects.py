"""Object storage by itself: bodies of all sizes, conditions, and what lost answers become."""

from __future__ import annotations

import contextlib
import io
import math
import random
from typing import TYPE_CHECKING

import pytest
from object_storage import BUCKET, PREFIX, Storage, find_moto, open_storage

from audiopress.errors import ConfigError, StoreError
from audiopress.store import objects
from audiopress.store.objects import ObjectStore, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")
if not find_moto():
    pytest.skip("moto is not here: python3 tests/run.py installs it", allow_module_level=True)

MB = 1024 * 1024
SOUND = {"Content-Type": "audio/mpeg", "Cache-Control": "public, max-age=31536000, immutable"}


@pytest.fixture
def storage() -> Iterator[Storage]:
    with open_storage(seed=3) as opened:
        yield opened


@pytest.fixture
def store(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> ObjectStore:
    for name, value in storage.environment().items():
        monkeypatch.setenv(name, value)
    return open_store(BUCKET, PREFIX)


@pytest.mark.parametrize("size", [0, 1, MB, 16 * MB, 16 * MB + 1, 40 * MB])
def test_bodies_of_all_sizes_arrive_with_their_headers(
    store: ObjectStore, storage: Storage, size: int
) -> None:
    body = random.Random(size).randbytes(size)  # noqa: S311 - the same bytes again
    store.put("a.mp3", io.BytesIO(body), size, SOUND)
    assert storage.get("a.mp3") == body
    headers = storage.head("a.mp3")
    assert {name: headers[name] for name in SOUND} == SOUND
    # In one request, or in parts of 8 MB that a slow line brings one by one.
    parts = [method for method, _, _ in storage.log if method == "PUT"]
    assert len(parts) == (1 if size <= 16 * MB else math.ceil(size / (8 * MB)))


def test_a_large_body_arrives_whole_over_a_bad_line(store: ObjectStore, storage: Storage) -> None:
    body = random.Random(1).randbytes(40 * MB)  # noqa: S311 - as above
    storage.faults = 0.25
    for turn in range(3):
        store.put(f"{turn}.mp3", io.BytesIO(body), len(body), SOUND)
    storage.faults = 0.0
    assert all(storage.get(f"{turn}.mp3") == body for turn in range(3))
    assert {status for _, _, status in storage.log} == {200}


def test_what_is_sent_once_more_is_sent_whole(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, store: ObjectStore
) -> None:
    monkeypatch.setitem(objects._ASKED, "max_retries", 0)  # noqa: SLF001 - so that it is ours
    store = open_store(BUCKET, PREFIX)
    storage.faults, storage.kinds = 0.3, ("reset before", "reset after")
    body = random.Random(1).randbytes(MB)  # noqa: S311 - as above
    for turn in range(20):
        with contextlib.suppress(StoreError):  # one in a hundred meets four faults in a row
            store.put(f"{turn}.mp3", io.BytesIO(body), MB, SOUND)
    storage.faults = 0.0
    assert len(storage.names()) > 15
    assert all(storage.get(name) == body for name in storage.names())


def test_a_lost_answer_is_no_lost_race(store: ObjectStore, storage: Storage) -> None:
    assert store.probe("x/")
    storage.faults = 0.5
    mark = None
    for turn in range(10):
        mark = store.put_if("a.json", str(turn).encode(), {}, mark)
        assert mark is not None
    storage.faults = 0.0
    assert storage.get("a.json") == b"9"


@pytest.mark.parametrize("ignores", [False, True])
def test_who_comes_second_is_told(store: ObjectStore, storage: Storage, *, ignores: bool) -> None:
    storage.ignores_conditions = ignores
    assert store.probe("x/") is not ignores
    first = store.put_if("a.json", b"1", {}, None)
    assert first
    assert store.put_if("a.json", b"2", {}, None) is None
    storage.put("a.json", b"of another")
    assert store.put_if("a.json", b"3", {}, first) is None
    assert store.put_if("b.json", b"3", {}, first) is None
    assert storage.get("a.json") == b"of another"
    assert sorted(store.list_all()) == ["a.json"]


def test_what_is_not_there_is_nothing_and_is_removed_already(store: ObjectStore) -> None:
    assert store.read("none.json") is None
    store.remove(["none.json", "neither.json"])
    store.remove([])


@pytest.mark.parametrize("act", ["read", "put", "put_if", "list", "remove"])
def test_an_outage_is_one_sentence(
    store: ObjectStore, storage: Storage, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(objects._ASKED, "max_retries", 1)  # noqa: SLF001 - else each takes 12 s
    store = open_store(BUCKET, PREFIX)
    storage.answers_never = True
    acts = {
        "read": lambda: store.read("a.json"),
        "put": lambda: store.put("a.json", b"1", 1, {}),
        "put_if": lambda: store.put_if("a.json", b"1", {}, None),
        "list": store.list_all,
        "remove": lambda: store.remove(["a.json"]),
    }
    with pytest.raises(StoreError) as caught:
        acts[act]()
    assert str(caught.value) == "the storage does not answer"
    assert caught.value.where.startswith(f"s3://{BUCKET}/{PREFIX}/")


@pytest.mark.parametrize(
    "variable", ["AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_WEB_IDENTITY_TOKEN_FILE"]
)
def test_a_lent_key_is_enough_and_none_is_not(
    store: ObjectStore, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(ConfigError, match="the environment has no key"):
        open_store(BUCKET, PREFIX)
    monkeypatch.setenv(variable, "http://127.0.0.1:9/")
    open_store(BUCKET, PREFIX)
