"""What may be named to `audiopress check`, and what is said of anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.checking.places import check_place
from audiopress.errors import ConfigError
from audiopress.net.transport import FetchLimits

if TYPE_CHECKING:
    from pathlib import Path

OTHERS = {
    "story.wav": (b"RIFF\0\0\0\0WAVEfmt ", "it is a WAV"),
    "story.epub": (b"PK\x03\x04mimetype", "it is a ZIP"),
    "a.md": (b"# The mill\n\nIt turned.\n", "it has no sound in it"),
    "feed.xml": (b"<?xml version='1.0'?><rss/>", "it has no sound in it"),
    "story.mp3": (b"<!doctype html><p>404</p>", "it is a page of HTML"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_kind_is_told_at_once(name: str, tmp_path: Path) -> None:
    body, told = OTHERS[name]
    (tmp_path / name).write_bytes(body)
    with pytest.raises(ConfigError) as raised:
        check_place(str(tmp_path / name), FetchLimits())
    assert f"this is no MP3 of an edition: {told}" in str(raised.value)
    assert "name the folder of an edition" in raised.value.hint


def test_a_broken_mp3_has_faults(tmp_path: Path) -> None:
    (tmp_path / "story.mp3").write_bytes(b"ID3\x04\0\0\0\0\0\0half a frame")
    assert not check_place(str(tmp_path / "story.mp3"), FetchLimits()).ok
