"""One file and no edition: nothing of it is promised to anybody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audiopress.errors import ConfigError
from audiopress.model import Show
from audiopress.press.hub import list_hubs
from audiopress.press.one_file.one_sound import _move, check_output_name, is_sound_name
from audiopress.settings import Settings

HERE = Path("/edition")
SHOW = Show(hub="https://hub.example/", address="https://listen.example/")
SETTINGS = Settings(
    root=HERE,
    output=HERE / "output",
    cache=HERE / ".audiopress",
    ledger=HERE / "ledger",
    show=SHOW,
    ledger_bucket="s3://promises/of-all",
)


def test_a_ledger_that_others_share_is_not_written() -> None:
    moved = _move(SETTINGS, Path("/scratch"))
    assert (moved.ledger_bucket, moved.ledger) == ("", Path("/scratch/ledger"))


def test_no_hub_is_told_of_it() -> None:
    assert list_hubs(SETTINGS) == [SHOW]
    assert list_hubs(_move(SETTINGS, Path("/scratch"))) == []
    assert _move(replace(SETTINGS, show=Show()), Path("/scratch")).show == Show()


@pytest.mark.parametrize("name", ["a.mp3", "a.WAV", "a.epub", "a.EPUB"])
def test_these_names_are_of_one_file(name: str, tmp_path: Path) -> None:
    assert is_sound_name(tmp_path / name)
    (tmp_path / name).mkdir()
    assert not is_sound_name(tmp_path / name)


def test_other_names_are_folders() -> None:
    assert not is_sound_name(Path("output"))
    assert not is_sound_name(Path("story.pdf"))
    assert not is_sound_name(None)


@pytest.mark.parametrize("name", ["story.ogg", "story.M4B", "my.talk.opus", "feed.xml"])
def test_an_output_called_as_another_file_is_no_folder_by_mistake(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(ConfigError, match=r"no \.\w+ is made here") as caught:
        check_output_name(tmp_path / name)
    assert ".mp3" in caught.value.hint
    (tmp_path / name).mkdir()
    check_output_name(tmp_path / name)


@pytest.mark.parametrize("name", ["story.mp3", "story.epub", "v1.2", "listen.example.org", ""])
def test_any_other_output_is_taken(tmp_path: Path, name: str) -> None:
    check_output_name(tmp_path / name if name else None)
