"""The cache believes nothing unseen."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audiopress.errors import StoreError
from audiopress.model import Document, Frames, Loudness, Segment, Word
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path

BODY = b"speech, losslessly"


def segment(key: str = "k", body: bytes = BODY) -> Segment:
    return Segment(
        key=key,
        digest=hashlib.sha256(body).hexdigest(),
        samples=22050,
        rate=22050,
        loudness=Loudness(blocks=(0.1, 1 / 3, 2e-17), peak=-1.25, integrated=None),
        words=(Word(start=0, end=5, at=0, to=3), Word(start=5, end=9, at=4, to=6)),
        estimated=True,
    )


def frames(key: str = "f", body: bytes = BODY) -> Frames:
    return Frames(
        key=key,
        digest=hashlib.sha256(body).hexdigest(),
        count=3,
        lead=1105,
        samples=2000,
        rate=44100,
        gain=-3.5,
        size=len(body),
    )


def only_file(folder: Path) -> Path:
    (path,) = (path for path in folder.rglob("*") if path.is_file())
    return path


def test_what_is_put_is_had(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    document = Document(uri="https://x/ä", media_type="text/html", body=b"\0\xff", charset="x")
    cache.put_speech("k", segment(), BODY)
    cache.put_frames(frames(), BODY)
    cache.put_document(document)
    cache.put_record("script", "any key/../ü", {"a": [1, None, {"b": 0.5}]})
    again = Cache(tmp_path)
    assert again.find_segment("k") == segment()
    assert again.read_speech(segment()) == BODY
    assert again.find_frames("f") == frames()
    assert again.read_frames(frames()) == BODY
    assert again.find_document(document.uri) == document
    assert again.find_record("script", "any key/../ü", dict[str, Any]) == {
        "a": [1, None, {"b": 0.5}]
    }
    assert aside(tmp_path) == []


def aside(cache: Path) -> list[str]:
    """Return the names of the damaged files that were put aside."""
    return sorted(path.name for path in (cache / "aside").glob("*"))


def test_what_was_never_put_is_not_had(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "nowhere")
    assert cache.find_segment("k") is None
    assert cache.read_speech(segment()) is None
    assert cache.find_frames("k") is None
    assert cache.read_frames(frames()) is None
    assert cache.find_document("k") is None
    assert cache.find_record("script", "k", dict[str, Any]) is None
    assert not (tmp_path / "nowhere").exists()


def test_kinds_and_keys_do_not_meet(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_record("one", "k", {"n": 1})
    assert cache.find_record("two", "k", dict[str, Any]) is None
    assert cache.find_record("one", "K", dict[str, Any]) is None


def test_what_another_version_kept_in_another_shape_is_not_had(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_record("one", "k", {"n": "two", "new": []})
    assert cache.find_record("one", "k", dict[str, int]) is None
    assert cache.find_record("one", "k", Word) is None
    assert cache.find_record("one", "k", dict[str, Any]) == {"n": "two", "new": []}
    assert aside(tmp_path) == []


@pytest.mark.parametrize("kind", ["../up", "a/b", "A", "a" * 81])
def test_a_kind_is_no_road_out(tmp_path: Path, kind: str) -> None:
    with pytest.raises(StoreError):
        Cache(tmp_path).put_record(kind, "k", {})


def test_a_digest_is_no_road_out(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"")
    bad = Segment(key="k", digest="../secret", samples=1, rate=1, loudness=segment().loudness)
    with pytest.raises(StoreError):
        Cache(tmp_path / "cache").read_speech(bad)


def test_bytes_of_another_digest_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not those their digest names"):
        Cache(tmp_path).put_speech("k", segment(), BODY + b"!")


def test_a_bad_object_is_set_aside_and_can_be_put_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_speech("k", segment(), BODY)
    bad = only_file(tmp_path / "objects")
    bad.write_bytes(BODY.replace(b"s", b"S"))
    assert cache.read_speech(segment()) is None
    assert not bad.exists()
    assert aside(tmp_path) == [bad.name]
    assert only_file(tmp_path / "aside").read_bytes() == BODY.replace(b"s", b"S")
    assert cache.find_segment("k") is None
    cache.put_speech("k", segment(), BODY)
    assert cache.read_speech(segment()) == BODY


def test_a_cut_object_is_seen_by_the_plan(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_speech("k", segment(), BODY)
    only_file(tmp_path / "objects").write_bytes(BODY[:-1])
    assert cache.find_segment("k") is None
    assert len(aside(tmp_path)) == 1


def test_a_record_in_the_place_of_another_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_record("script", "a", {"n": 1})
    path = only_file(tmp_path / "records")
    cache.put_record("script", "b", {"n": 2})
    (other,) = set((tmp_path / "records").rglob("*.json")) - {path}
    path.replace(other)
    assert cache.find_record("script", "b", dict[str, Any]) is None
    assert len(aside(tmp_path)) == 1


@given(body=st.binary(max_size=200))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None
)
def test_no_bytes_in_the_place_of_a_record_are_believed(tmp_path: Path, body: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put_speech("k", segment(), BODY)
    only_file(tmp_path / "records").write_bytes(body)
    assert cache.find_segment("k") is None


def damage(body: bytes, chance: random.Random) -> bytes:
    """Flip a bit, cut off the end, or zero a stretch: never the same bytes."""
    way, at = chance.randrange(3), chance.randrange(len(body))
    if way == 0:
        return body[:at] + bytes([body[at] ^ 1 << chance.randrange(8)]) + body[at + 1 :]
    if way == 1:
        return body[:at]
    return body[:at] + bytes(len(body) - at) if any(body[at:]) else body[:-1]


@pytest.mark.parametrize("pairs", [500, pytest.param(5_000, marks=pytest.mark.campaign)])
def test_of_damaged_objects_and_records_none_is_used(tmp_path: Path, pairs: int) -> None:
    cache, chance = Cache(tmp_path), random.Random(1)  # noqa: S311 - the same damage every time
    bodies = {str(n): chance.randbytes(chance.randrange(1, 300)) for n in range(pairs)}
    for key, body in bodies.items():
        cache.put_frames(frames(key, body), body)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 1.98 * pairs  # bodies of one byte are the same object
    for path in files:
        path.write_bytes(damage(path.read_bytes(), chance))
    for key, body in bodies.items():
        assert cache.find_frames(key) is None
        assert cache.read_frames(frames(key, body)) is None
    assert len(aside(tmp_path)) == len(files)


PUT_MANY = """
import hashlib, random, sys
from pathlib import Path
from audiopress.model import Frames
from audiopress.store.cache import Cache

cache, bad = Cache(Path(sys.argv[1])), 0
for number in random.Random(sys.argv[2]).choices(range(20), k=300):
    body = bytes([number]) * 5000
    frames = Frames(key=str(number), digest=hashlib.sha256(body).hexdigest(), count=1, lead=0,
                    samples=1, rate=1, gain=0.0, size=5000)
    cache.put_frames(frames, body)
    found = cache.find_frames(str(number))
    bad += found is None or cache.read_frames(found) != body
    cache.put_record("counted", "one key", {"by": sys.argv[2]})
    bad += cache.find_record("counted", "one key", dict) is None
print(bad)
"""


def test_processes_share_a_cache(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PUT_MANY, str(tmp_path), str(seed)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in range(3)
    ]
    assert [program.communicate()[0] for program in programs] == ["0\n"] * 3
    assert aside(tmp_path) == []
