"""What the ledger keeps of an article and of a show, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import Literal

from audiopress.model import Episode  # noqa: TC001 - as above
from audiopress.store.deeds import Deed  # noqa: TC001 - as above
from audiopress.store.makings import Making  # noqa: TC001 - as above

__all__ = ["SECRET_DIGITS", "FormerPlace", "HeldVersion", "Record", "ShowRecord", "State", "Text"]

SECRET_DIGITS = 32
"""Hex digits of the folder of a private show: 128 bits, which nobody guesses."""

State = Literal["live", "vanished", "withdrawn", "expired"]
"""A person has ``withdrawn`` an article; one that has ``vanished`` was taken out because no source
has it any more, and is live again when one does; one that is ``expired`` has had its time: its show
keeps only so many (``keep``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The source lines that one version spoke; kept private, never deployed."""

    key: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldVersion:
    """A version that waits for a release, since when, its source lines, and how it was made."""

    episode: Episode
    since: datetime
    lines: tuple[str, ...] = ()
    making: Making | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that was promised about one article.

    ``id`` is its identity, ``aliases`` the addresses it also goes by, ``versions`` what was
    published, oldest first, ``texts`` what the versions said, by episode key. ``published`` is what
    the feed says and never moves. ``reason`` is what the page of a withdrawn article says besides,
    and ``withdrawn`` when a person took it back, where that was kept.
    Of a joined edition ``joined`` is the table of ``[[editions]]`` that it is of, ``members`` are
    the ids of its articles, and ``show`` is the show whose feed names it.
    ``held`` is the version that waits for a release, ``released`` the recipe of one that a person
    has released and the next build publishes. ``makings`` say how versions were made, where
    that was kept. ``deeds`` are what people did to the published article, the oldest first.
    """

    id: str
    guid: str
    slug: str
    first_seen: datetime
    published: datetime
    aliases: tuple[str, ...] = ()
    versions: tuple[Episode, ...] = ()
    state: State = "live"
    reason: str = ""
    withdrawn: datetime | None = None
    texts: tuple[Text, ...] = ()
    joined: str = ""
    members: tuple[str, ...] = ()
    show: str = ""
    held: HeldVersion | None = None
    released: str = ""
    makings: tuple[Making, ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def last(self) -> Episode | None:
        """The version that is published, else the one that is held, if there is any."""
        if self.versions:
            return self.versions[-1]
        return self.held.episode if self.held else None

    @property
    def is_undated(self) -> bool:
        """Whether no date was known when it was first built: then it has the day of that."""
        # until 0.2.0 both were one moment
        return self.published in (self.first_seen, self.first_seen.replace(microsecond=0))

    @property
    def title(self) -> str:
        """What the article is called; a purged one has no title but the name of its folder."""
        return (self.last.title if self.last else "") or self.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerPlace:
    """A folder that a private show has left: ``until`` then its feed says where the show is."""

    secret: str
    left: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRecord:
    """All that was promised about one show.

    ``guid`` is its ``podcast:guid``, ``artwork`` the path of its picture below the output
    folder, ``voices`` pairs of voice name and what it last spoke by (engine, version,
    kernel, begin of the digest of its files), ``encoder`` name and version, ``configuration`` the
    file that it was last built by, as seen from the ledger (0.1.0 wrote none), ``secret`` the
    folder of a private show, ``former`` those it had before, the newest last. ``site`` is the
    address of the site that it was last built of, if it was of one.
    """

    id: str
    guid: str = ""
    artwork: str = ""
    voices: tuple[tuple[str, str], ...] = ()
    encoder: str = ""
    configuration: str = ""
    secret: str = ""
    former: tuple[FormerPlace, ...] = ()
    site: str = ""
