"""An episode as a stream of bytes: tag, Info frame, silence and frames in the plan's order.

Everything about the file but the frames themselves is known before the first is read, so ten
hours pass through without being held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.audio import mpeg
from audiopress.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.audio.timeline import FramePlan
    from audiopress.model import Frames, Sound

__all__ = ["count_bytes", "stream_bytes"]


def count_bytes(plan: FramePlan, sound: Sound) -> int:
    """Return the bytes of the episode without its tag, the Info frame included."""
    return mpeg.measure_info_frame(sound.rate, sound.bitrate) + _count_body(plan, sound)


def _count_body(plan: FramePlan, sound: Sound) -> int:
    # Silence is made to be counted: how many of its frames are padded depends on all before it.
    return sum(
        len(part) if isinstance(part, bytes) else part.size for part in _list_parts(plan, sound)
    )


def stream_bytes(plan: FramePlan, sound: Sound, read: Callable[[Frames], bytes]) -> Iterator[bytes]:
    """Yield the episode without its tag; ``read`` is asked for the bytes of each piece in turn.

    Raises `SoundError` when ``read`` gives another number of bytes than `Frames.size` says.
    """
    yield mpeg.make_info_frame(plan.frames, _count_body(plan, sound), sound.rate, sound.bitrate)
    for part in _list_parts(plan, sound):
        yield part if isinstance(part, bytes) else _check_size(part, read(part))


def _list_parts(plan: FramePlan, sound: Sound) -> Iterator[bytes | Frames]:
    padding = mpeg.CbrPadding(sound.rate, sound.bitrate)
    for joint in plan.joints:
        # Its padding evens out what the frames before it owe.
        yield padding.make_silence(joint.silence)
        padding.count_frames(joint.frames.count, joint.frames.size)
        yield joint.frames
    yield padding.make_silence(plan.tail)


def _check_size(frames: Frames, data: bytes) -> bytes:
    if len(data) != frames.size:
        raise SoundError(
            f"cached frames {frames.key[:12]} are {len(data)} bytes, not {frames.size}",
            hint="audiopress build",
        )
    return data
