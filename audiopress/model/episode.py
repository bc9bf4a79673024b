"""The episode in time, and as it is published: cues, chapters, enclosure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from audiopress.model.article import Utterance  # noqa: TC001 - as above
from audiopress.model.speech import Word  # noqa: TC001 - as above

__all__ = ["UNDATED", "Chapter", "Cue", "Enclosure", "Episode", "Imprint", "Timeline"]

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of what has none where one file is made of it: no ledger keeps the day of its build, and
the same articles are to give the same bytes. Neither tag nor book says it."""

_FOLDER_DIGITS = 8
"""Hex digits of a version's key in its folder: no two of the versions of one article meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """When an utterance sounds: samples at the timeline's rate, end exclusive."""

    utterance: Utterance
    start: int
    end: int
    words: tuple[Word, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A heading and where it starts, in samples at the timeline's rate.

    In a joined edition it is an article, with where that is and its picture: an address, or a path
    below the output folder.
    """

    start: int
    title: str
    url: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The only source of times. ``samples`` is the decoded length of the MP3 at ``rate``."""

    rate: int
    samples: int
    cues: tuple[Cue, ...]
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """The shipped sound file. ``path`` below the output folder, ``length`` in bytes."""

    path: str
    length: int
    media_type: str = "audio/mpeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a version's files say that is neither its sound nor its article: as of its day.

    ``show``, ``author`` and ``copyright`` are the show's, ``disclosure`` whether the tag says that
    the voice is synthetic, ``cover`` the digest of the picture in the tag (empty: none), ``url``
    where the article was, ``narrators`` what people were told that its voices are called,
    ``credits`` what their licences want said, ``signature`` what the ledger calls the signed tag
    (empty: the file is not signed). Kept with the version, so that its files can be made again with
    the same bytes.
    """

    show: str
    author: str = ""
    copyright: str = ""
    disclosure: bool = True
    cover: str = ""
    url: str | None = None
    narrators: tuple[str, ...] = ()
    signature: str = ""
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One published version of one article: all that feed and pages need, kept in the ledger.

    ``key`` is the episode key (64 hex digits; the folder carries its first eight),
    ``changed`` when this version came to be, ``url`` the article's own address,
    ``narrators`` what people are told its voices are called, ``chapters`` whether it has a file of
    them, ``words`` how many are spoken; ``samples`` is its length at ``rate`` Hz. ``voice`` names
    who spoke the edition's body when it was made, ``language_voice`` who spoke this article where
    that was another one for the sake of its language, ``recipe`` is the digest of what is heard and
    told in it, ``imprint`` what its files say besides: all empty in what 0.1.0 published. ``tags``
    are those that a feed or its file gives the article, ``source`` is what the settings call the
    source it came from: what shows and editions choose by. ``notice`` is ``start`` where it is
    said before the article that the voice is synthetic, and empty where it is said at its end or
    not at all, as 0.1.0 did. ``cover_title`` is the show on whose page it is, whose title its cover
    has: no ledger has it, and it is empty where the feed that names it is that show's.
    ``credits`` are what licences of its voices want said. ``sound_digest`` is the SHA-256 of its
    sound file in hex, empty for what 0.1.0 published.
    """

    id: str
    guid: str
    slug: str
    key: str
    title: str
    summary: str
    published: datetime
    changed: datetime
    language: str
    enclosure: Enclosure
    rate: int
    samples: int
    byline: str = ""
    section: str = ""
    url: str | None = None
    image: str | None = None
    picture: str = ""
    narrators: tuple[str, ...] = ()
    chapters: bool = False
    words: int = 0
    voice: str = ""
    language_voice: str = ""
    recipe: str = ""
    imprint: Imprint | None = None
    tags: tuple[str, ...] = ()
    source: str = ""
    notice: str = ""
    cover_title: str = ""
    credits: tuple[str, ...] = ()
    sound_digest: str = ""

    @property
    def home(self) -> str:
        """Stable folder below the output folder, with a closing slash."""
        return f"episodes/{self.slug}/"

    @property
    def folder(self) -> str:
        """Immutable folder of this version, with a closing slash."""
        # Below the stable folder: when an article is taken back all its versions go with it.
        return f"{self.home}{self.key[:_FOLDER_DIGITS]}/"
