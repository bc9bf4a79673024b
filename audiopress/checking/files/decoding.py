"""A part of an MP3 as sound, and what its decoder says of it."""

from __future__ import annotations

import io
import os
import re
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import numpy as np
import soundfile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

__all__ = ["decode_part", "explain_decoding", "hear_decoder"]

_STDERR: Final = 2
"""The descriptor that a library in C writes to, whatever Python calls its own."""

_NOTE: Final = re.compile(
    r"^(?:\[.*libmpg123.*\] *)?(?:Note|Warning|error): .*|^.*libmpg123.*$|^$", re.IGNORECASE
)
"""A line of libmpg123; what others write there meanwhile is none."""

_SAID: Final = re.compile(r"(?:note|warning|error): *(.*)", re.IGNORECASE)
"""What such a line says, behind the place in its source."""

_OBJECT: Final = re.compile(r"(?:Error opening |cannot identify image file )?<_io\.\w+[^>]*>:? *")
"""How a library names what it was given, which says nothing to a person."""


@contextmanager
def hear_decoder() -> Iterator[list[str]]:
    """Have a list filled, at the end, with what the decoder said to stderr, which gets none of it.

    libmpg123 writes a line for each frame it stumbles over, and libsndfile cannot silence it.
    """
    notes: list[str] = []
    try:
        kept = os.dup(_STDERR)
    except OSError:  # closed: nothing can be written to it
        yield notes
        return
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), _STDERR)
        try:
            yield notes
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
            file.seek(0)
            said = file.read().decode("utf-8", "replace").splitlines()
            notes += [found[1] for line in said if (found := _SAID.search(line))]
            _pass_on([line for line in said if not _NOTE.match(line)])


def _pass_on(lines: list[str]) -> None:
    """Write what was said by others, such as another thread, after all."""
    if lines:
        os.write(_STDERR, "".join(f"{line}\n" for line in lines).encode())


def explain_decoding(error: Exception) -> str:
    """Return what a library says of a file, without the name of an object in memory."""
    return _OBJECT.sub("", str(error)).strip() or "nothing in it can be read"


def decode_part(sound: bytes, start: float, end: float) -> tuple[NDArray[np.float32], int]:
    """Return mono samples from ``start`` to ``end``, in seconds, and their rate in Hz.

    What lies outside of the sound is left out, so there may be fewer than asked for, or none.
    """
    with hear_decoder(), soundfile.SoundFile(io.BytesIO(sound)) as file:
        begin = max(0, min(file.frames, int(start * file.samplerate)))
        file.seek(begin)
        samples = file.read(max(0, int(end * file.samplerate) - begin), dtype="float32")
        mono = samples if samples.ndim == 1 else samples.mean(axis=1)
        return np.asarray(mono, np.float32), file.samplerate
