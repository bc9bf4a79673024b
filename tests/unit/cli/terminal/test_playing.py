"""A sound aloud: the players are programs that are there or not, as on a machine."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import soundfile

from audiopress.cli.terminal.playing import play
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="players are shell scripts here")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without a player; its programs lie in ``bin``."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path


def add_player(machine: Path, name: str, status: int = 0) -> None:
    """A player that keeps what it was given to play, and ends with this status."""
    path = machine / "bin" / name
    path.write_text(
        f'#!/bin/sh\nfor last; do :; done\n/bin/cp "$last" {machine}/{name}.heard\nexit {status}\n'
    )
    path.chmod(0o755)


def make_sound(machine: Path, name: str) -> Path:
    path = machine / name
    soundfile.write(path, [0.0, 0.5] * 4410, 44100)
    return path


def test_a_wav_is_played_as_it_is(machine: Path) -> None:
    add_player(machine, "aplay")
    sound = make_sound(machine, "say.wav")
    play(sound)
    assert (machine / "aplay.heard").read_bytes() == sound.read_bytes()


def test_an_mp3_is_played_as_a_wav_which_every_player_takes(machine: Path) -> None:
    add_player(machine, "aplay")
    play(make_sound(machine, "say.mp3"))
    assert soundfile.info(machine / "aplay.heard").format == "WAV"


def test_a_player_without_a_sound_card_is_passed_over(machine: Path) -> None:
    add_player(machine, "paplay", status=1)
    add_player(machine, "aplay")
    play(make_sound(machine, "say.wav"))
    assert (machine / "paplay.heard").exists()
    assert (machine / "aplay.heard").exists()


def test_the_first_that_plays_is_enough(machine: Path) -> None:
    add_player(machine, "mpv")
    add_player(machine, "aplay")
    play(make_sound(machine, "say.wav"))
    assert not (machine / "aplay.heard").exists()


def test_a_machine_without_a_player_names_the_file_which_stays(machine: Path) -> None:
    sound = make_sound(machine, "say.wav")
    with pytest.raises(StoreError, match="no player is here") as caught:
        play(sound)
    assert caught.value.where == str(sound)
    assert sound.exists()
    add_player(machine, "mpv", status=2)
    with pytest.raises(StoreError, match="tried: mpv"):
        play(sound)
