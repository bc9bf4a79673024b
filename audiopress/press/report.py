"""What a build tells those who watch it, and what it has done in the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.errors import AudiopressError
    from audiopress.model import Enclosure
    from audiopress.press.sync.listed import MissingArticle
    from audiopress.press.verify.results import Verification

__all__ = ["BuildProgress", "Outcome", "Report", "Status"]

Status = Literal["built", "unchanged", "failed", "waiting", "held", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildProgress:
    """How far a build is.

    ``characters`` count the text that has to be spoken, which is what time goes by;
    ``speech_seconds`` what was spoken so far; ``article`` is the title of one that is not done.
    """

    articles_done: int = 0
    articles_total: int = 0
    segments_done: int = 0
    segments_total: int = 0
    characters_done: int = 0
    characters_total: int = 0
    speech_seconds: float = 0.0
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one article.

    ``waiting`` is one that an interrupted build did not reach, or whose host was not to be asked.
    Of a ``held`` one ``fresh`` says that this run held it.
    ``corrected`` says that this run published other words of it than before.
    ``reissued`` says why an article that was published before has a new address now, if it has.
    ``verified`` is what was heard of it before it was published, ``None`` where nobody listened.
    """

    id: str
    title: str
    status: Status
    slug: str = ""
    guid: str = ""
    segments: int = 0
    spoken: int = 0
    audio_seconds: float = 0.0
    enclosure: Enclosure | None = None
    enclosure_url: str = ""
    reissued: str = ""
    corrected: bool = False
    fresh: bool = True
    verified: Verification | None = None
    error: AudiopressError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build has done; times in seconds, ``cpu_seconds`` those of the engines.

    ``lost`` are published articles that a source had, and that no source names any more.
    ``left_out`` counts what the sources have besides, by the reason for which it has no outcome.
    ``waits_until`` is the first day that a new article gives itself, of those that wait for it.
    """

    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...] = ()
    cpu_seconds: float = 0.0
    wall_seconds: float = 0.0
    feed_url: str = ""
    feed_items: int = 0
    interrupted: bool = False
    lost: tuple[MissingArticle, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    waits_until: datetime | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Ids of what is lost."""
        return tuple(each.id for each in self.lost)

    @property
    def failed(self) -> int:
        """How many articles or sources were refused or failed."""
        return sum(outcome.status == "failed" for outcome in self.outcomes)
