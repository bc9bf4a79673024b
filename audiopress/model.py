"""The values that travel through the house: frozen, without behaviour that has effects.

Terms are the field's own: utterance (Web Speech), role and lexicon (SSML, PLS), cue (WebVTT),
chapter and transcript (Podcasting 2.0), enclosure and guid (RSS), selector (W3C Web Annotation).
All times are whole samples at a stated rate; dates are aware datetimes; sequences are tuples.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - msgspec resolves the annotations when it decodes
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from audiopress.errors import AudiopressError

BlockKind = Literal["heading", "paragraph", "quote", "list_item", "caption", "table"]
Role = Literal[
    "headline", "opening", "standfirst", "heading", "body", "quote", "list_item", "caption",
    "table", "disclosure",
]  # fmt: skip


# -- what comes in ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source as it was fetched: bytes and what is known about them.

    ``uri`` is an http(s) address, or, for a file, its path below the edition's folder with
    forward slashes. ``charset`` is what the server said, if it said anything, ``asked`` the address
    that was asked for when a redirect led elsewhere, ``outside`` whether the file lies outside of
    that folder, so that its name is not its alone.
    """

    uri: str
    media_type: str
    body: bytes
    charset: str | None = None
    asked: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A source that could not be had, or an article that is not published, and why.

    ``uri`` is as a `Document` has it. Those beside it are still read.
    """

    uri: str
    error: AudiopressError


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """W3C TextQuoteSelector: ``exact`` as it stands in the page, with context on both sides."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of an article in reading order; ``level`` is the heading's (1-6), else 0.

    ``links`` is the share of the text that is linked (0 to 1), ``hints`` sorted words on where
    the page has it (``aside``, ``standfirst`` ...): what cleaning decides with.
    """

    kind: BlockKind
    text: str
    level: int = 0
    selector: Selector | None = None
    links: float = 0.0
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a document says, before anything is decided about how it is spoken.

    ``canonical`` is the address the page claims for itself (absolute, not yet believed),
    ``declared_id`` the ``id:`` of a file's front matter. A ``draft`` is never published.
    """

    uri: str
    title: str
    blocks: tuple[Block, ...]
    canonical: str | None = None
    declared_id: str | None = None
    byline: str = ""
    standfirst: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    language: str = "en"
    section: str = ""
    image: str | None = None
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A text that will not be spoken, and why (``read-more``, ``newsletter`` ...)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """A paragraph, or the part of one that one voice speaks.

    ``source`` is the article's text, ``spoken`` what the engine gets, ``voice`` a voice's name,
    ``pause`` the silence after it in samples at the show's rate, ``paragraph`` the number of the
    paragraph it belongs to (counted from 0 over the script).
    """

    role: Role
    source: str
    spoken: str
    language: str
    voice: str
    pause: int
    paragraph: int
    selector: Selector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All that is said of one article, in order, and all that is not.

    ``unsure`` lists pieces of written text that no rule of the spoken-form layer understood.
    """

    utterances: tuple[Utterance, ...]
    left_out: tuple[LeftOut, ...] = ()
    unsure: tuple[str, ...] = ()


# -- voices and speech -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFile:
    """One file of a voice: ``name`` in its folder, ``size`` in bytes, where it is fetched from."""

    name: str
    sha256: str
    size: int
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice by its manifest. ``package`` names the pip package that carries its files, if any.

    ``loudness`` is how loud it usually speaks, in LUFS: what a line too short to measure is
    levelled by.
    """

    name: str
    engine: str
    languages: tuple[str, ...]
    title: str = ""
    speaker: str = ""
    licence: str = ""
    lineage: str = ""
    sample_rate: int = 22050
    package: str = ""
    loudness: float | None = None
    files: tuple[VoiceFile, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that an engine gets. ``options`` are the audible ones, sorted; ``seed`` is 64 bits."""

    spoken: str
    language: str
    voice: Voice
    options: tuple[tuple[str, str], ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A spoken word: ``start`` and ``end`` in samples, ``at`` and ``to`` characters of the text.

    In `Speech` and `Segment` the samples are at the speech's own rate and the characters those
    of the spoken text.
    """

    start: int
    end: int
    at: int
    to: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Speech:
    """All that an engine gives: ``pcm`` int16 mono of shape (n,), at ``rate`` Hz.

    ``estimated`` is true when the word times were not given by the engine.
    """

    pcm: NDArray[np.int16]
    rate: int
    words: tuple[Word, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Loudness:
    """Measurements of one segment's speech.

    ``blocks`` are the K-weighted mean-square energies of consecutive 100 ms pieces (so that
    any four neighbours make one 400 ms gating block of ITU-R BS.1770), ``peak`` the true peak in
    dBTP, ``integrated`` in LUFS or ``None`` where the segment is too short or too quiet to
    measure.
    """

    blocks: tuple[float, ...]
    peak: float
    integrated: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A pointer to cached speech with its measurements, never the bytes.

    ``key`` is the segment key, ``digest`` the sha256 of the cached object.
    """

    key: str
    digest: str
    samples: int
    rate: int
    loudness: Loudness
    words: tuple[Word, ...] = ()
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """A pointer to MP3 frames of one levelled segment.

    ``count`` frames decode to ``count * 1152`` samples at ``rate``, in which the speech
    lies at ``lead`` and is ``samples`` long; ``gain`` is what was applied, in steps of 0.5 dB.
    """

    key: str
    digest: str
    count: int
    lead: int
    samples: int
    rate: int
    gain: float
    size: int


# -- the episode in time ---------------------------------------------------------------------


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
    """A heading and where it starts, in samples at the timeline's rate."""

    start: int
    title: str


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
class Episode:
    """One published version of one article: all that feed and pages need, kept in the ledger.

    ``key`` is the episode key (64 hex digits; the folder carries its first eight),
    ``changed`` when this version came to be, ``url`` the article's own address,
    ``narrators`` voice names, ``transcript`` and ``chapters`` whether those files exist.
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
    narrators: tuple[str, ...] = ()
    chapters: bool = False
    words: int = 0

    @property
    def home(self) -> str:
        """Stable folder below the output folder, with a closing slash."""
        return f"episodes/{self.slug}/"

    @property
    def folder(self) -> str:
        """Immutable folder of this version, with a closing slash."""
        return f"{self.home}{self.key[:8]}/"


# -- what a person asked for (values of audiopress.toml, without the paths) -------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The podcast. ``address`` is where ``output/`` is served from, with a closing slash.

    ``guid`` is the stored ``podcast:guid`` (empty in a preview), ``artwork`` the path of the
    picture below the output folder, ``narration`` what the show says of its voice in its own words.
    """

    id: str = "main"
    title: str = "Listen"
    description: str = ""
    author: str = ""
    email: str = ""
    link: str = ""
    language: str = "en"
    category: str = "News"
    explicit: bool = False
    address: str = "http://127.0.0.1:8000/"
    guid: str = ""
    artwork: str = ""
    copyright: str = ""
    preview: bool = False
    frequency: str = "daily"
    disclosure: bool = True
    narration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read. ``keep`` and ``drop`` are CSS selectors a site adds.

    ``openings`` are templates by language; ``opening`` and ``disclosure_text`` are in
    ``words_language`` and said in articles of that language alone (empty: in all).
    """

    byline: bool = True
    date: bool = True
    standfirst: bool = True
    captions: bool = False
    tables: bool = False
    disclosure: bool = True
    disclosure_text: str = ""
    opening: str = ""
    openings: tuple[tuple[str, str], ...] = ()
    words_language: str = ""
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    language: str = ""
    quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who speaks what: ``body`` unless ``roles`` or ``languages`` (prefix match) say otherwise."""

    body: str = "joe"
    roles: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    rates: tuple[tuple[str, float], ...] = ()
    kernels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Silence in milliseconds, turned into samples once, where the script is cast."""

    head: int = 500
    tail: int = 1000
    paragraph: int = 600
    before_heading: int = 1200
    after_heading: int = 700
    list_item: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Music:
    """The show's ident, intro and outro: ``path`` as written in the config, times in ms.

    ``gain`` is in dB beside the show's loudness. ``duck`` is for an intro that goes on under the
    opening line: the dB by which it steps back then, after ``alone`` ms for itself; 0 is not under.
    """

    path: str
    gain: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    duck: float = 0.0
    alone: int = 2500


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The shipped sound: Hz, kb/s, LUFS, dBTP."""

    rate: int = 44100
    bitrate: int = 96
    quality: int = 7
    loudness: float = -16.0
    peak: float = -1.0
    pauses: Pauses = field(default_factory=Pauses)
    ident: Music | None = None
    intro: Music | None = None
    outro: Music | None = None
