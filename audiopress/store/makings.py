"""How a version came to be: when it was published, and by which voices and encoder it sounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes

__all__ = ["KeptLine", "Making", "SpokenBy", "Take"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenBy:
    """All that the sound of a voice depends on but its text, as keys of speech have it.

    ``digest`` is that of the voice's files, ``version`` the engine's audible one, ``kernel`` the
    variant of its arithmetic, ``chosen`` the one that the settings named, ``options`` are those of
    the voice's manifest, ``loudness`` is what short lines are levelled by, ``form`` counts what is
    done to speech before it is kept.
    """

    name: str
    digest: str
    engine: str
    version: str
    kernel: str = ""
    chosen: str = ""
    speaker: str = ""
    options: tuple[tuple[str, str], ...] = ()
    loudness: float | None = None
    form: int = 0

    def describe(self) -> str:
        """Return in a few words what it was, such as ``hibari 1 f32 0123456789ab``."""
        # Twelve digits of a digest: enough to see that the files are others.
        words = (self.engine, self.version, self.kernel, self.digest[:12])
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """A line whose text was corrected and whose sound was kept: what was ``read``, and its form.

    ``source`` is the line as it is written now, ``words`` is how many are spelt otherwise.
    """

    source: str
    read: str
    spoken: str
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """Which take of a line is heard, by the key of its first one, which has the number 0."""

    segment: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What was so when a version was made, by its ``key``.

    ``issued`` is when it was published, by the clock of that build: what is told of a change may
    be older, and of versions of former programs nobody knows it. ``voices`` are those that are
    heard in it, by name, ``encoder`` has its version. ``kept`` are lines that were read before they
    were corrected, ``announced`` says that the version begins with a line on its correction.
    ``takes`` are those lines of which a later take than the first is heard.
    """

    key: str
    issued: datetime | None = None
    voices: tuple[SpokenBy, ...] = ()
    encoder: str = ""
    kept: tuple[KeptLine, ...] = ()
    announced: bool = False
    takes: tuple[Take, ...] = ()
