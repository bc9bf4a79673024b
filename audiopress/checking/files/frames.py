"""The frames of an MP3, walked one by one: ISO/IEC 11172-3, 2.4.1, and Xing's header."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["FrameWalk", "walk_frames"]

_KBPS: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
"""Bit rates of MPEG-1 layer III, by the four bits of a header ..."""

_LOW_KBPS: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
"""... and of MPEG-2, which has half as many samples a second (ISO/IEC 13818-3, 2.4.2.3)."""

_RATES: Final = {
    3: (44100, 48000, 32000, 0),
    2: (22050, 24000, 16000, 0),
    0: (11025, 12000, 8000, 0),
}
"""Sample rates in Hz by the two bits of a header: MPEG-1, MPEG-2, and MPEG-2.5, which is no
standard's."""

_MPEG_1: Final = 3
"""How a header says MPEG-1 ..."""

_MONO: Final = 3
"""... and one channel."""

_PLACES: Final = 100
"""Entries of Xing's table, one a hundredth of the time."""

_GAINS: Final = slice(11, 19)
"""Bytes of LAME's part of the Info frame that have the highest sample and two gains for players
(Mp3 Info Tag, revision 1): a build leaves them empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWalk:
    """What the frames say: how many there are, in which bytes, and whether they are all alike.

    ``count`` are those of sound (the Info frame is none), ``samples`` those of one frame, ``start``
    and ``end`` bytes, ``bitrates`` and ``rates`` all that occur; ``fault`` says where a frame was
    expected and none stands. ``told`` and ``told_bytes`` are what the Info frame says, None where
    there is none; ``table`` are its places for seeking, as shares of the file. ``emphasis`` is
    whether a header says that treble is to be lowered, ``gained`` whether the Info frame says that
    all is to be louder or softer.
    """

    count: int
    samples: int
    start: int
    end: int
    bitrates: frozenset[int]
    rates: frozenset[int]
    mono: bool
    fault: str = ""
    told: int | None = None
    told_bytes: int | None = None
    table: tuple[float, ...] = ()
    emphasis: bool = False
    gained: bool = False

    def find_rate_fault(self) -> str:
        """Return which rates change within the file, by which players reckon its length."""
        for told, unit in ((self.bitrates, "kb/s"), (self.rates, "Hz")):
            if len(told) > 1:
                return f"changes within the file: {min(told):,} to {max(told):,} {unit}"
        return ""

    def find_kind_fault(self) -> str:
        """Return what the sound is where no build writes such a file."""
        rate = max(self.rates, default=0)
        kind = f"at {rate:,} Hz, {max(self.bitrates, default=0)} kb/s"
        if not self.mono:
            return f"is stereo {kind}, and a build writes mono: another encoder has made it"
        if self.emphasis or self.gained:
            how = "lower its treble" if self.emphasis else "play it louder or softer"
            return f"asks players to {how}, which no build writes"
        low = rate < min(_RATES[_MPEG_1][:3])
        return f"is MPEG-2 {kind}, and a build writes MPEG-1: it is dull" if low else ""

    def find_seek_fault(self, allowed: float = 0.05) -> str:
        """Return where a player that seeks by the table would land more than ``allowed`` s off."""
        length = self.count * self.samples / max(self.rates, default=1)
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
    count, samples, fault, emphasis = 0, 0, "", False
    while at < len(data):
        header = _read_header(data[at : at + 4])
        if not header or at + header.size > len(data):
            fault = f"no whole frame at byte {at:,} of {len(data):,}"
            break
        if at > start or not _find_info(data[at : at + header.size], header):
            bitrates.add(header.kbps)
            count += 1
        rates.add(header.rate)
        samples = max(samples, header.samples)
        mono &= header.mono
        emphasis |= header.emphasis
        at += header.size
    info = _read_info(data[start:])
    return FrameWalk(
        count=count,
        samples=samples,
        start=start,
        end=at,
        bitrates=frozenset(bitrates),
        rates=frozenset(rates),
        mono=mono,
        fault=fault,
        told=info.frames,
        told_bytes=info.size,
        table=info.table,
        emphasis=emphasis,
        gained=info.gained,
    )


class _FrameHead(NamedTuple):
    """What a frame's header says of the frame; ``size`` in bytes, ``rate`` in Hz."""

    size: int
    kbps: int
    rate: int
    samples: int
    mono: bool
    info: int
    emphasis: bool


class _InfoHead(NamedTuple):
    """What the first frame tells: how many there are, in how many bytes, places for seeking."""

    frames: int | None = None
    size: int | None = None
    table: tuple[float, ...] = ()
    gained: bool = False


def _read_header(head: bytes) -> _FrameHead | None:
    """Return what a header says; None where it is none of layer III."""
    # 11 bits of sync, two of MPEG's edition, 01 for layer III, one whether a checksum follows.
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:  # noqa: PLR2004 - as said
        return None
    edition = head[1] >> 3 & 3
    first, mono = edition == _MPEG_1, head[3] >> 6 == _MONO
    kbps = (_KBPS if first else _LOW_KBPS)[head[2] >> 4]
    rate = _RATES.get(edition, (0,) * 4)[head[2] >> 2 & 3]
    if not kbps or not rate:
        return None
    samples = 1152 if first else 576
    size = samples * kbps * 125 // rate + (head[2] >> 1 & 1)
    # Xing's header stands behind the side information.
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return _FrameHead(size, kbps, rate, samples, mono, 4 + side, bool(head[3] & 3))


def _find_info(frame: bytes, header: _FrameHead) -> int:
    """Return where Xing's header stands in a frame, or 0."""
    return header.info if frame[header.info : header.info + 4] in (b"Info", b"Xing") else 0


def _read_info(data: bytes) -> _InfoHead:
    """Return what the Info frame tells, if there is one."""
    header = _read_header(data[:4])
    at = _find_info(data[: header.size], header) if header else 0
    if not at:
        return _InfoHead()
    flags = int.from_bytes(data[at + 4 : at + 8])
    at += 8
    numbers: list[int | None] = []
    for flag in (1, 2):
        numbers.append(int.from_bytes(data[at : at + 4]) if flags & flag else None)
        at += 4 if flags & flag else 0
    table = data[at : at + _PLACES] if flags & 4 else b""
    at += len(table) + (4 if flags & 8 else 0)
    gained = data[at : at + 4] == b"LAME" and any(data[at:][_GAINS])
    return _InfoHead(numbers[0], numbers[1], tuple(byte / 256 for byte in table), gained)
