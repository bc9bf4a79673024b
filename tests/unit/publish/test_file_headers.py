from __future__ import annotations

import pytest

from audiopress.publish.file_headers import choose_cache_control, find_media_type, is_compressible


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("episodes/a/0123abcd/chapters.json", "application/json+chapters"),
        ("episodes/a/0123abcd/alignment.json", "application/json"),
        ("episodes/a/0123abcd/transcript.vtt", "text/vtt; charset=utf-8"),
        ("episodes/a/0123abcd/transcript.srt", "application/x-subrip; charset=utf-8"),
        ("episodes/a/0123abcd/a.mp3", "audio/mpeg"),
        ("player/audiopress-player.js", "text/javascript; charset=utf-8"),
        ("something.exe", "application/octet-stream"),
        ("nothing", "application/octet-stream"),
    ],
)
def test_media_types(path: str, expected: str) -> None:
    assert find_media_type(path) == expected


@pytest.mark.parametrize(
    ("path", "for_ever"),
    [
        ("episodes/a-b/0123abcd/a-b.mp3", True),
        ("shows/second/episodes/a/0123abcd/transcript.vtt", True),
        ("artwork-0123456789abcdef.png", True),
        ("episodes/a-b/index.html", False),
        ("episodes/a-b/episode.json", False),
        ("episodes/a-b/0123abcx/a.mp3", False),
        ("by-url/host/episodes/0123abcd/index.json", False),
        ("feed.xml", False),
        ("index.html", False),
        ("player/audiopress-player.js", False),
    ],
)
def test_only_names_that_change_with_the_bytes_are_kept_for_ever(path: str, for_ever: bool) -> None:
    assert ("immutable" in choose_cache_control(path)) is for_ever
    assert ("max-age=60" in choose_cache_control(path)) is not for_ever


def test_sound_is_not_squeezed() -> None:
    assert not is_compressible("a.mp3")
    assert not is_compressible("a.png")
    assert is_compressible("feed.xml")
