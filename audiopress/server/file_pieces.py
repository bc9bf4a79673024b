"""Pieces of a file for an answer, without a thread where the system has them in memory.

To hand a reading over to a thread costs forty times the reading itself; but a disk that has to be
waited for would keep everybody waiting. Linux says which it is (preadv2(2), ``RWF_NOWAIT``).
"""

from __future__ import annotations

import os
import sys
from typing import IO

from starlette.concurrency import run_in_threadpool

__all__ = ["read_piece"]


async def read_piece(file: IO[bytes], at: int, size: int) -> bytes:
    """Return up to ``size`` bytes of a file from byte ``at`` on; none at its end."""
    piece = _read_at_hand(file, at, size)
    return await run_in_threadpool(_read, file, at, size) if piece is None else piece


def _read(file: IO[bytes], at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)


if sys.platform == "linux":

    def _read_at_hand(file: IO[bytes], at: int, size: int) -> bytes | None:
        """Return what is in memory; ``None`` where the disk has to be asked, or cannot say."""
        piece = bytearray(size)
        try:
            length = os.preadv(file.fileno(), [piece], at, os.RWF_NOWAIT)
        except OSError:  # EAGAIN, or a file system that knows no such question
            return None
        return bytes(memoryview(piece)[:length])

else:

    def _read_at_hand(_file: IO[bytes], _at: int, _size: int) -> bytes | None:
        return None
