"""What a person asked for: the tables of ``audiopress.toml``, without those that say where.

A field's type and default are those of the setting; its limits are in `audiopress.settings.checks`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.model.speech import Voice

__all__ = ["Cast", "Music", "Pauses", "Reading", "Show", "Sound", "Subscribe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """The show's own pages in directories and apps: ``[show.subscribe]``, addresses or nothing."""

    apple: str = ""
    spotify: str = ""
    youtube: str = ""
    amazon: str = ""
    overcast: str = ""
    pocket_casts: str = ""
    castro: str = ""
    antennapod: str = ""
    podcast_addict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The podcast: ``[show]``, with what other tables and the ledger say of it.

    ``address`` is where ``output/`` is served from, with a closing slash; without one under
    ``[edition]`` the show is a ``preview`` for this machine. ``guid`` is the stored
    ``podcast:guid`` (empty in a preview), ``artwork`` the path of the picture below the output
    folder, ``artwork_side`` its width and height in pixels (0: not known), ``cover`` whether every
    MP3 has that picture in it too, ``pictures`` whether each article's own is fetched and shown,
    ``link`` the publisher's own site, ``disclosure`` whether the feed says that the voice is
    synthetic, and ``narration`` what the show says of its voice in its own words. ``license`` is a
    name of SPDX or words, ``funding`` an address with ``funding_text`` as its words, ``ownership``
    what a directory gave to prove whose the feed is, ``moved_to`` the feed's new address, ``hub``
    that of a WebSub hub which is told of changes. ``id`` names the show's file in the ledger, and
    ``folder`` is where its feed lies below the output folder, with a closing slash: both are the
    table's own of ``[[shows]]``, ``[show]`` has the outermost place. ``keep`` is how many episodes
    it holds (0: all).
    ``private`` gives it an address that nobody can guess and keeps it out of every index.
    """

    id: str = "main"
    folder: str = ""
    keep: int = 0
    title: str = "Listen"
    description: str = ""
    author: str = ""
    email: str = ""
    link: str = ""
    language: str = "en"
    category: str = "News"
    second_category: str = ""
    explicit: bool = False
    # Where `audiopress serve` listens, so that a preview's links work without a configuration.
    address: str = "http://127.0.0.1:8000/"
    guid: str = ""
    artwork: str = ""
    artwork_side: int = 0
    # A browser reads all of the tag before it plays: with a picture in it some 800 kB (0164).
    cover: bool = False
    pictures: bool = False
    copyright: str = ""
    preview: bool = False
    frequency: str = "daily"
    disclosure: bool = True
    narration: str = ""
    license: str = ""
    funding: str = ""
    funding_text: str = ""
    ownership: str = ""
    moved_to: str = ""
    hub: str = ""
    private: bool = False
    subscribe: Subscribe = field(default_factory=Subscribe)


DISCLOSURES = ("start", "end", "both", "none")
"""Where an article may say that its voice is synthetic: behind its headline, at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How articles are read: ``[reading]``. ``keep`` and ``drop`` are CSS selectors, or lines.

    The first seven say what is read at all, ``language`` is that of every article, whatever its
    page says, and ``quotes`` gives a quotation within a paragraph to the voice of quotes.
    ``disclosure`` is where it is said that the voice is synthetic: one of `DISCLOSURES`.
    ``openings`` and ``disclosures`` are by language; ``opening`` and ``disclosure_text`` are in
    ``words_language`` and said in articles of that language alone (empty: in all); it is the
    show's, and that of articles which do not tell theirs.
    """

    byline: bool = True
    date: bool = True
    standfirst: bool = True
    captions: bool = False
    tables: bool = False
    sic: bool = False
    disclosure: str = "start"
    disclosure_text: str = ""
    disclosures: tuple[tuple[str, str], ...] = ()
    opening: str = ""
    openings: tuple[tuple[str, str], ...] = ()
    words_language: str = ""
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    language: str = ""
    quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who speaks what: ``[voices]``; ``body`` unless ``roles`` or ``languages`` say otherwise.

    ``languages`` are matched by their beginning (``de`` speaks ``de-AT``). By voice name, ``rates``
    are paces (1.0 is the voice's own) and ``kernels`` variants of the arithmetic. ``remote`` are
    the voices of servers that the configuration describes, by name. ``foreign`` says what becomes
    of an article in a language that none of them speaks: ``refuse``, or ``speak`` all the same.
    The default is that of new editions: one that has published keeps its own
    (`audiopress.press.edition.voices.kept_voice`).
    """

    body: str = "heart"
    # Pairs and not a dict: frozen values can be compared, kept in sets, and have one JSON text.
    roles: tuple[tuple[str, str], ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    rates: tuple[tuple[str, float], ...] = ()
    kernels: tuple[tuple[str, str], ...] = ()
    remote: tuple[Voice, ...] = ()
    foreign: str = "refuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Silence in milliseconds: ``[sound.pauses]``, turned into samples where the script is made.

    A heading stands twice as far from what is before it as paragraphs stand from each other: that
    is how a listener, who does not see it, notices one.
    """

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
    """The shipped sound: ``[sound]``.

    ``rate`` in Hz, ``bitrate`` in kb/s, ``loudness`` in LUFS (-16 as Apple asks of podcasts),
    ``peak`` the highest true peak in dBTP, ``quality`` that of LAME (0 best and slow, 9 quick).
    """

    rate: int = 44100
    # From 48 down the encoder passes the peak by up to 4 dB, and levels suffer (0142).
    bitrate: int = 96
    # At 96 kb/s there is hardly any noise that 5 or 6 could shape; 7 takes three fifths of the time
    # (0143).
    quality: int = 7
    loudness: float = -16.0
    peak: float = -1.0
    pauses: Pauses = field(default_factory=Pauses)
    ident: Music | None = None
    intro: Music | None = None
    outro: Music | None = None
