"""A sound aloud, by what this machine has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from audiopress.errors import StoreError

__all__ = ["PLAYERS", "play"]

PLAYERS: Final = (
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
    ("play", "-q"),
    ("aplay", "-q"),
)
"""Programs that play a WAV and end with it, in the order in which they are tried: macOS's own,
those that ask the sound server, players of films, SoX, and the one that asks the sound card."""


def play(path: Path) -> None:
    """Play an MP3 or WAV to its end.

    Raises:
        StoreError: nothing on this machine plays it, and what was tried.

    """
    if path.suffix.lower() == ".wav":
        _play_wave(path, path)
        return
    from audiopress.audio.waves import make_wave  # numpy and a decoder

    # Every player takes a WAV; half of them take no MP3.
    with tempfile.TemporaryDirectory(prefix="audiopress-") as folder:
        wave = Path(folder) / "say.wav"
        wave.write_bytes(make_wave(path.read_bytes()))
        _play_wave(wave, path)


def _play_wave(wave: Path, named: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(wave), winsound.SND_FILENAME)
        return
    found = [words for words in PLAYERS if shutil.which(words[0])]
    # One that is there may have no sound card to play on: then the next.
    if not any(_run(words, wave) for words in found):
        tried = f"tried: {', '.join(words[0] for words in found)}" if found else "no player is here"
        raise StoreError(
            f"nothing on this machine plays a sound ({tried})",
            where=str(named),
            hint="open that file; or install a player: mpv, ffmpeg, alsa-utils",
        )


def _run(words: tuple[str, ...], wave: Path) -> bool:
    """Whether a player played it to its end."""
    done = subprocess.run(  # noqa: S603 - a player of the list above, our own file
        [*words, str(wave)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
