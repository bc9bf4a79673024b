"""Which files go, in which order, and what a digest follows."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pytest

from audiopress.deploy.published import (
    Stage,
    digest_file,
    find_stage,
    is_feed,
    make_headers,
    take_stock,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("episodes/a/0123abcd/a.mp3", Stage.SOUND),
        ("shows/ice/episodes/a/0123abcd/a.mp3", Stage.SOUND),
        ("episodes/a/0123abcd/transcript.vtt", Stage.SIDECAR),
        ("artwork-0123456789ab.png", Stage.SIDECAR),
        ("episodes/a/episode.json", Stage.RECORD),
        ("player/audiopress-player.js", Stage.RECORD),
        ("0123456789abcdef0123456789abcdef/moved.mp3", Stage.RECORD),
        ("episodes/a/index.html", Stage.PAGE),
        ("feed-2.xml", Stage.OLDER_FEED),
        ("feed.xml", Stage.FEED),
        ("shows/ice/feed.xml", Stage.FEED),
        ("by-url/example.org/feed.xml/index.json", Stage.RECORD),
    ],
)
def test_what_is_named_goes_before_what_names_it(name: str, stage: Stage) -> None:
    assert find_stage(name) is stage


def test_feeds_are_known_by_their_names() -> None:
    assert is_feed("shows/ice/feed-12.xml")
    assert not is_feed("myfeed.xml")
    assert not is_feed("feed.xml.txt")


def test_hidden_files_and_ways_out_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for name in ("feed.xml", ".git/config", "a/.hidden", "a b/c.html", ".audiopress-1.tmp", "ä.js"):
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(b"x")
    (tmp_path / "secret.txt").write_bytes(b"x")
    (output / "out.txt").symlink_to(tmp_path / "secret.txt")
    (output / "in.xml").symlink_to(output / "feed.xml")
    (output / "all").symlink_to(tmp_path)
    stock = take_stock(output)
    assert set(stock.files) == {"feed.xml", "in.xml"}
    assert set(stock.passed_by) == {"a b/c.html", "out.txt", "ä.js"}


def test_a_digest_follows_bytes_and_headers_and_no_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_bytes(b"x")
    first = take_stock(tmp_path).files["index.html"].digest
    (tmp_path / "index.html").touch()
    assert take_stock(tmp_path).files["index.html"].digest == first
    monkeypatch.setattr("audiopress.deploy.published.find_media_type", lambda _: "text/plain")
    assert take_stock(tmp_path).files["index.html"].digest != first
    monkeypatch.undo()
    (tmp_path / "index.html").write_bytes(b"y")
    assert take_stock(tmp_path).files["index.html"].digest != first


def test_headers_are_those_of_our_own_server() -> None:
    assert make_headers("episodes/a/0123abcd/chapters.json") == {
        "Content-Type": "application/json+chapters",
        "Cache-Control": "public, max-age=31536000, immutable",
    }


def test_sound_that_lies_as_it_did_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, page = tmp_path / "episodes/a/0123abcd/a.mp3", tmp_path / "index.html"
    sound.parent.mkdir(parents=True)
    for path in (sound, page):
        path.write_bytes(b"first")
    first = take_stock(tmp_path)
    read: list[str] = []

    def digest(name: str, file: IO[bytes]) -> str:
        read.append(name)
        return digest_file(name, file)

    monkeypatch.setattr("audiopress.deploy.published.digest_file", digest)
    assert take_stock(tmp_path, first.digests) == first
    assert read == ["index.html"]
    other = tmp_path / "other"
    other.write_bytes(b"other")  # of the same size, put in its place as builds do
    other.rename(sound)
    changed = take_stock(tmp_path, first.digests)
    assert (
        changed.files["episodes/a/0123abcd/a.mp3"].digest
        != first.files["episodes/a/0123abcd/a.mp3"].digest
    )
    monkeypatch.setattr("audiopress.deploy.published.choose_cache_control", lambda _: "immutable")
    assert not set(take_stock(tmp_path, first.digests).digests) & set(first.digests)
