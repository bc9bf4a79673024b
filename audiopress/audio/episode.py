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

    from audiopress.audio.timeline import Plan
    from audiopress.model import Frames, Sound

__all__ = ["length", "stream"]


def length(plan: Plan, sound: Sound) -> int:
    """Return the bytes of the episode without its tag, the Info frame included."""
    return mpeg.info_size(sound.rate, sound.bitrate) + _size(plan, sound)


def _size(plan: Plan, sound: Sound) -> int:
    return sum(len(part) if isinstance(part, bytes) else part.size for part in _parts(plan, sound))


def stream(plan: Plan, sound: Sound, read: Callable[[Frames], bytes]) -> Iterator[bytes]:
    """Yield the episode without its tag; ``read`` is asked for the bytes of each piece in turn.

    Raises `SoundError` when ``read`` gives another number of bytes than `Frames.size` says.
    """
    yield mpeg.info_frame(plan.frames, _size(plan, sound), sound.rate, sound.bitrate)
    for part in _parts(plan, sound):
        yield part if isinstance(part, bytes) else _checked(part, read(part))


def _parts(plan: Plan, sound: Sound) -> Iterator[bytes | Frames]:
    pace = mpeg.Pace(sound.rate, sound.bitrate)
    for joint in plan.joints:
        yield pace.silence(joint.silence)
        pace.passed(joint.frames.count, joint.frames.size)
        yield joint.frames
    yield pace.silence(plan.tail)


def _checked(frames: Frames, data: bytes) -> bytes:
    if len(data) != frames.size:
        raise SoundError(
            f"cached frames {frames.key[:12]} are {len(data)} bytes, not {frames.size}",
            hint="audiopress build",
        )
    return data
