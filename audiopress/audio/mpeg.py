"""Bytes of MPEG-1 layer III, mono: headers, silent frames, the Info frame. No library needed.

Formats: ISO/IEC 11172-3 (2.4.1 and 2.4.2) for header and side information; for the Info frame the
Xing header with LAME's extension, as LAME writes it (VbrTag.c) and all decoders read it.
"""

from __future__ import annotations

import struct

from audiopress.audio.timeline import SKIP
from audiopress.errors import SoundError

__all__ = ["CbrPadding", "check_format", "make_info_frame", "measure_info_frame"]

_BITRATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""Constant bit rates of layer III in kb/s; a header has the place in this row, counted from 1."""

_RATES = (44100, 48000, 32000)
"""Sample rates of MPEG-1 in Hz; a header has the place in this row, counted from 0."""

_FRAME_BYTES = 144_000
"""A frame has this many bytes, times kb/s, over Hz: 1152 samples, 8 bits a byte, 1000 bits a kb."""

_HEADER = 4
"""Bytes of a frame's header."""

_SIDE = 17
"""Bytes of the side information behind it, for one channel."""

_INFO = 156
"""Bytes of what an Info frame tells: 120 of Xing's header with all its fields, 36 of LAME's."""

_FLAGS = 0b1111
"""Fields that Xing's header has: number of frames, of bytes, table for seeking, quality."""

_LAME = ">9sB10xB1xH4xI2x"
"""LAME's extension without its checksum: name, method of the bit rate, bit rate, the 24 bits for
delay (0) and padding, length of the file; what stands between is gain and presets, all 0."""

_CBR = 1
"""The method of the bit rate: constant."""

_MOST_SAID = 255
"""The greatest bit rate that LAME's byte for it can say, which stands for all above it too."""

_LARGEST = (1 << 32) - 1
"""The greatest length in bytes that the Info frame can say."""

_CRC16 = 0xA001
"""The polynomial 0x8005, its bits in reverse order, as the checksum is shifted to the right."""


def check_format(rate: int, bitrate: int) -> None:
    """Raise `SoundError` unless MPEG-1 layer III knows ``rate`` (Hz) and ``bitrate`` (kb/s)."""
    if rate not in _RATES:
        raise SoundError(
            f"MP3 is not made at {rate} Hz",
            where="[sound] rate",
            hint="choose one of 32000, 44100, 48000",
        )
    if bitrate not in _BITRATES:
        raise SoundError(
            f"MP3 has no constant rate of {bitrate} kb/s",
            where="[sound] bitrate",
            hint=f"choose one of {', '.join(map(str, _BITRATES))}",
        )


def _make_header(rate: int, bitrate: int, *, padded: bool) -> bytes:
    """Sync, MPEG-1 layer III without checksum, mono, original: the bits an encoder sets."""
    # Bit rate (4 bits), sample rate (2), padding (1), private (1): ISO/IEC 11172-3, 2.4.1.3.
    third = (_BITRATES.index(bitrate) + 1) << 4 | _RATES.index(rate) << 2 | int(padded) << 1
    # 0xFB: MPEG-1, layer III, no checksum. 0xC4: mono, original.
    return bytes((0xFF, 0xFB, third, 0xC4))


class CbrPadding:
    """Keeps the bytes of an episode in step with its time by padding, and makes the silence.

    A constant bit rate is constant because some frames are one byte longer. Joined segments each
    start that pattern anew; the silence between them evens it out, so that a player that seeks by
    the share of the bytes is right to the frame after ten hours.
    """

    def __init__(self, rate: int, bitrate: int) -> None:
        """Start an episode; raises `SoundError` as `check_format` does."""
        check_format(rate, bitrate)
        self._rate = rate
        # A frame's bytes times the rate: whole numbers, so that nothing drifts in ten hours.
        self._share = _FRAME_BYTES * bitrate
        self._owed = 0
        size = self._share // rate
        self._short = _make_header(rate, bitrate, padded=False).ljust(size, b"\0")
        self._long = _make_header(rate, bitrate, padded=True).ljust(size + 1, b"\0")

    def count_frames(self, count: int, size: int) -> None:
        """Take note of ``count`` frames of speech or music, ``size`` bytes together."""
        self._owed += count * self._share - size * self._rate

    def make_silence(self, count: int) -> bytes:
        """Return ``count`` frames that decode to nothing, whatever stands before them.

        Their side information is all zero: no bits of sound, none borrowed from earlier frames.
        """
        due = (self._owed + count * (self._share - len(self._short) * self._rate)) // self._rate
        # No frame can be longer by more than one byte: the rest is evened out by the next pause.
        longer = min(max(due, 0), count)
        silence = self._long * longer + self._short * (count - longer)
        self.count_frames(count, len(silence))
        return silence


def measure_info_frame(rate: int, bitrate: int) -> int:
    """Return the bytes of the Info frame: a frame at ``bitrate``, or at the least that holds it."""
    return _FRAME_BYTES * _choose_info_bitrate(rate, bitrate) // rate


def _choose_info_bitrate(rate: int, bitrate: int) -> int:
    room = _HEADER + _SIDE + _INFO
    # At low rates a frame has no room for it: then the Info frame alone has a higher one.
    return next(
        kbps for kbps in _BITRATES if kbps >= bitrate and _FRAME_BYTES * kbps // rate >= room
    )


def make_info_frame(frames: int, size: int, rate: int, bitrate: int) -> bytes:
    """Return the Info frame of an episode of ``frames`` frames in ``size`` bytes (without it).

    It carries count, bytes and a table for seeking, and LAME's extension with no delay and `SKIP`
    samples of padding. Decoders that know it add a decoder's own delay to the one and take it from
    the other: all of them drop the first `SKIP` samples, none at the end, and those that only
    subtract delay and padding come to the same length.
    """
    own = measure_info_frame(rate, bitrate)
    total = own + size
    if total > _LARGEST:
        raise SoundError(
            "the episode is longer than an MP3 file can say",
            hint="split the article, or choose a lower bitrate in [sound]",
        )
    # Xing's table: at each hundredth of the time the place in the file, in 256ths.
    table = bytes(256 * (own + size * percent // 100) // total for percent in range(100))
    head = _make_header(rate, _choose_info_bitrate(rate, bitrate), padded=False) + bytes(_SIDE)
    body = b"Info" + struct.pack(">III", _FLAGS, frames, total) + table + bytes(4)
    # A zero byte and the two of `SKIP` are the 24 bits: delay << 12 | padding, with a delay of 0.
    lame = struct.pack(_LAME, b"LAME3.100", _CBR, min(bitrate, _MOST_SAID), SKIP, total)
    frame = head + body + lame
    return (frame + struct.pack(">H", _compute_crc16(frame))).ljust(own, b"\0")


def _compute_crc16(data: bytes) -> int:
    """Return the CRC-16 (reflected 0x8005, from 0) that LAME writes over the Info frame."""
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (_CRC16 if value & 1 else 0)
    return value
