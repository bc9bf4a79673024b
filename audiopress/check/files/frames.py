"""The frames of an MP3, walked one by one: ISO/IEC 11172-3, 2.4.1, and Xing's header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FrameWalk", "walk_frames"]

_KBPS: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
"""Bit rates of MPEG-1 layer III, by the four bits of a header."""

_RATES: Final = (44100, 48000, 32000, 0)
"""Sample rates of MPEG-1 in Hz, by the two bits of a header."""

_SAMPLES: Final = 1152
"""Samples of a frame of MPEG-1 layer III."""

_SIDE: Final = {3: 17}
"""Bytes of side information by the mode in the header: 17 for mono, 32 for all others."""

_LONGEST_SIDE: Final = 32
"""... of two channels."""

_PLACES: Final = 100
"""Entries of Xing's table, one a hundredth of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWalk:
    """What the frames say: how many there are, in which bytes, and whether they are all alike.

    ``count`` are those of sound (the Info frame is none), ``start`` and ``end`` bytes, ``bitrates``
    and ``rates`` all that occur; ``fault`` says where a frame was expected and none stands.
    ``told`` and ``told_bytes`` are what the Info frame says, None where there is none; ``table``
    are its places for seeking, as shares of the file.
    """

    count: int
    start: int
    end: int
    bitrates: frozenset[int]
    rates: frozenset[int]
    mono: bool
    fault: str = ""
    told: int | None = None
    told_bytes: int | None = None
    table: tuple[float, ...] = ()

    def find_seek_fault(self, allowed: float = 0.05) -> str:
        """Return where a player that seeks by the table would land more than ``allowed`` s off."""
        length = self.count * _SAMPLES / max(self.rates, default=1)
        # The table has 256 steps a file, so a place is known to that and no better.
        step = length / 256
        for percent, share in enumerate(self.table):
            off = abs(share * length - percent * length / _PLACES)
            if off > allowed + step:
                return f"a seek to {percent} % lands {off:.1f} s off"
        return ""


def walk_frames(data: bytes, start: int) -> FrameWalk:
    """Return what stands in ``data`` from byte ``start`` on, to its end or the first fault."""
    at, bitrates, rates, mono = start, set[int](), set[int](), True
    count, fault = 0, ""
    while at < len(data):
        size, kbps, rate, mode = _read_header(data[at : at + 4])
        if not size or at + size > len(data):
            fault = f"no whole frame at byte {at:,} of {len(data):,}"
            break
        if at > start or not _find_info(data[at : at + size], mode):
            bitrates.add(kbps)
            count += 1
        rates.add(rate)
        mono &= mode == 3  # noqa: PLR2004 - the mode of one channel
        at += size
    told, told_bytes, table = _read_info(data[start:])
    return FrameWalk(
        count=count,
        start=start,
        end=at,
        bitrates=frozenset(bitrates),
        rates=frozenset(rates),
        mono=mono,
        fault=fault,
        told=told,
        told_bytes=told_bytes,
        table=table,
    )


def _read_header(head: bytes) -> tuple[int, int, int, int]:
    """Return the frame's size in bytes, kb/s, Hz and mode; a size of 0 where it is no header."""
    # 11 bits of sync, MPEG-1 (11), layer III (01); the last bit says whether a checksum follows.
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xFE != 0xFA:  # noqa: PLR2004 - as said
        return 0, 0, 0, 0
    kbps, rate = _KBPS[head[2] >> 4], _RATES[head[2] >> 2 & 3]
    if not kbps or not rate:
        return 0, 0, 0, 0
    return 144_000 * kbps // rate + (head[2] >> 1 & 1), kbps, rate, head[3] >> 6


def _find_info(frame: bytes, mode: int) -> int:
    """Return where Xing's header stands in a frame, or 0."""
    at = 4 + _SIDE.get(mode, _LONGEST_SIDE)
    return at if frame[at : at + 4] in (b"Info", b"Xing") else 0


def _read_info(data: bytes) -> tuple[int | None, int | None, tuple[float, ...]]:
    """Return frames, bytes and the table that the first frame tells."""
    size, _, _, mode = _read_header(data[:4])
    at = _find_info(data[:size], mode)
    if not at:
        return None, None, ()
    flags = int.from_bytes(data[at + 4 : at + 8])
    at += 8
    numbers: list[int | None] = []
    for flag in (1, 2):
        numbers.append(int.from_bytes(data[at : at + 4]) if flags & flag else None)
        at += 4 if flags & flag else 0
    table = data[at : at + _PLACES] if flags & 4 else b""
    return numbers[0], numbers[1], tuple(byte / 256 for byte in table)
