"""What a person asked for: the tables of ``audiopress.toml``, without those that say where.

A field's type and default are those of the setting; its limits are in `audiopress.settings.checks`.
What stands below a field says what the setting does: docs/configuration.md is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.model.speech import Voice

__all__ = ["DISCLOSURES", "Cast", "Music", "Pauses", "Reading", "Sound"]


DISCLOSURES = ("start", "end", "both", "none")
"""Where an article may say that its voice is synthetic: behind its headline, at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read: ``[reading]``.

    ``opening`` and ``disclosure_text`` are in ``words_language`` and said in articles of that
    language alone, of whatever region (empty: in all); it is the show's, and that of articles which
    do not tell theirs. English of no region has figures said as in its own.
    """

    byline: bool = True
    """Who wrote it is said after the headline."""
    date: bool = True
    """When it was written is said there too."""
    standfirst: bool = True
    """The standfirst, the lead below the headline, is said."""
    captions: bool = False
    """Captions of pictures are said."""
    tables: bool = False
    """Tables are said; a table of sentences is read as a list."""
    sic: bool = False
    """``[sic]`` is said where it stands."""
    disclosure: str = "start"
    """Where a line says that the voice is synthetic: ``start`` (behind the headline; articles of
    1,500 words and more say it again at the end), ``end``, ``both`` or ``none``. Until you set it,
    what was published with the line at its end keeps it there. ``true`` is ``end`` and ``false`` is
    ``none``, as in 0.1.0."""
    disclosure_text: str = ""
    """Your own words for it, for articles in the language of ``[show]``."""
    disclosures: tuple[tuple[str, str], ...] = ()
    """The same by language: ``de = "Eine Maschine liest."``."""
    opening: str = ""
    """Your own words for byline and date, with ``{byline}``, ``{date}``, ``{title}``,
    ``{section}``; an article that lacks one you use, or is not in the language of ``[show]``, gets
    the usual words of its own language."""
    openings: tuple[tuple[str, str], ...] = ()
    """The same by language: ``de = "Von {byline}."``."""
    words_language: str = ""
    keep: tuple[str, ...] = ()
    """What is always read: CSS selectors of elements (of pages; Markdown, text files and documents
    have none), and lines by their words, in any article: ``"text:Sign up with the harbour
    master."``. Case and marks do not count."""
    drop: tuple[str, ...] = ()
    """What is never read, named likewise."""
    language: str = ""
    """Language of every article, whatever its page says."""
    quotes: bool = False
    """Quotations inside a paragraph are spoken by the voice of ``quote``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who speaks what: ``[voices]``; ``body`` unless ``roles`` or ``languages`` say otherwise.

    The default is that of new editions: one that has published keeps its own
    (`audiopress.press.edition.voices.kept_voice`).
    """

    body: str = "heart"
    """The voice that speaks everything, unless the settings below name another. ``audiopress voices
    list`` shows which there are."""
    # Pairs and not a dict: frozen values can be compared, kept in sets, and have one JSON text.
    roles: tuple[tuple[str, str], ...] = ()
    """The voice of one kind of paragraph."""
    languages: tuple[tuple[str, str], ...] = ()
    """The voice of a language, by its tag: ``de = "..."`` speaks ``de-AT`` too."""
    rates: tuple[tuple[str, float], ...] = ()
    """The pace of a voice, by its name: 1.0 is its own."""
    kernels: tuple[tuple[str, str], ...] = ()
    """Other arithmetic for a voice: ``af_heart = "fast"`` (any voice of Kokoro, with the extra
    ``audiopress[fast]``) takes about three quarters of the CPU time for sound of the same quality.
    The samples are others, so what was spoken before is spoken again once."""
    remote: tuple[Voice, ...] = ()
    """Voices that servers speak."""
    foreign: str = "refuse"
    """What becomes of an article in a language that no voice speaks: it is refused, or spoken by
    the voice there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Silence in milliseconds: ``[sound.pauses]``, turned into samples where the script is made.

    A heading stands twice as far from what is before it as paragraphs stand from each other: that
    is how a listener, who does not see it, notices one.
    """

    head: int = 500
    """Before the first word, ms."""
    tail: int = 1000
    """After the last word, ms."""
    paragraph: int = 600
    """Between paragraphs, ms."""
    before_heading: int = 1200
    """Before a heading, ms."""
    after_heading: int = 700
    """After a heading, ms."""
    list_item: int = 500
    """Between the items of a list, ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Music:
    """The show's ident, intro and outro: ``path`` as written in the config, times in ms."""

    path: str
    """The sound file: wav, flac, ogg or mp3."""
    gain: float = 0.0
    """How much louder than the show it is, dB; below 0 quieter."""
    fade_in: int = 0
    """How long it comes in, ms."""
    fade_out: int = 0
    """How long it goes out, ms."""
    duck: float = 0.0
    """Of an intro that goes on under the opening line: by how many dB it then steps back; 0 is not
    under it."""
    alone: int = 2500
    """How long such an intro has for itself first, ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The shipped sound: ``[sound]``."""

    rate: int = 44100
    """Sampling rate, Hz."""
    # From 48 down the encoder passes the peak by up to 4 dB, and levels suffer (0142).
    bitrate: int = 96
    """Bit rate of the MP3, kb/s: constant, mono."""
    # At 96 kb/s there is hardly any noise that 5 or 6 could shape; 7 takes three fifths of the time
    # (0143).
    quality: int = 7
    """Of the encoder (``-q`` of LAME): 0 is best and slow, 9 quick."""
    loudness: float = -16.0
    """Loudness of an episode, LUFS; -16 is what Apple asks of podcasts."""
    peak: float = -1.0
    """Highest true peak of the decoded file, dBTP."""
    pauses: Pauses = field(default_factory=Pauses)
    """Silences."""
    ident: Music | None = None
    """Sounds first, by itself."""
    intro: Music | None = None
    """Sounds before the headline."""
    outro: Music | None = None
    """Sounds after the last word."""
