"""The tables of ``audiopress.toml`` that are of no other room, as values.

What stands below a setting says what it does; docs/configuration.md is made of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from audiopress.model import Cast, Show
from audiopress.sources.selection import EVERYTHING, ArticleSelection

__all__ = [
    "DeployTable",
    "EditionTable",
    "JoinedTable",
    "RemoteVoiceTable",
    "ReviewTable",
    "ShowTable",
    "SignTable",
    "SiteTable",
    "SourceTable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionTable:
    """The table ``[edition]``: where articles come from and where the edition goes."""

    address: str = ""
    """Where ``output/`` will be served, host and folder, such as ``"https://audio.example.org/"``;
    with it the edition is no preview. Without it, where ``audiopress site`` published it
    below ``[site] address``, else ``audio/`` there for an ``output`` beside this file."""
    sources: tuple[str, ...] = ()
    """Files and folders (``.html .md .txt``), patterns, addresses of pages, feeds and sitemaps,
    lists and exports, and ``NAME:WHAT`` for a source that a package brings: it gets ``WHAT`` as it
    stands here, so a path in it counts from the folder that the command runs in, not from that of
    this file."""
    output: str = "output"
    """The folder you deploy; cache and ledger may not lie in it."""
    cache: str = ".audiopress"
    """May be deleted at any time; costs time only. ``"s3://bucket/prefix"``: that folder, and
    behind it speech that several builders share."""
    shared_cache: str = ""
    """The same beside another ``cache``: ``s3://bucket/prefix``, or a folder that several machines
    see."""
    ledger: str = "ledger"
    """What was promised: guids, slugs, dates, versions; and what each site has on every page. Keep
    it (commit it); never delete it. ``"s3://bucket/prefix"`` keeps it there, with a copy in
    ``ledger/``."""
    timezone: str = "UTC"
    """Of dates that come without one, in lists, pages and front matter: ``"Europe/London"``."""
    hosts: tuple[str, ...] = ()
    """Your hosts, such as ``"news.example.org"``: a page's canonical address counts on these, and
    their ``robots.txt``, which is for others, does not keep you from the pages of your lists."""
    lexicons: tuple[str, ...] = ()
    """PLS files with pronunciations, besides ``lexicon.pls`` and its likes here."""
    withdraw_missing: bool = False
    """``audiopress sync`` withdraws what has left its source and is gone there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """One table ``[[sources]]``: a source, and which of its articles are taken."""

    source: str
    """A source, as ``[edition] sources`` has them."""
    limit: int = 0
    """At most so many of its articles, the newest; 0 is all."""
    since: str = ""
    """Only what is from that day or moment on: ``2026-01-01``, or ``2026-01-01T06:00:00``."""
    max_age: str = ""
    """Only what is not older: ``12h``, ``30d``, ``8w``."""
    include: tuple[str, ...] = ()
    """Patterns of the articles that are taken: of paths, or what begins with ``tag:``,
    ``section:``, ``author:``, ``language:``, ``source:`` or ``css:`` (a selector that finds
    something in the article's page). ``*`` stands for anything, case does not count. One of each
    kind must match."""
    exclude: tuple[str, ...] = ()
    """Patterns of those that are not; none may match."""
    min_words: int = 0
    """Nothing with fewer spoken words; 0 is no bound."""
    max_words: int = 0
    """Nothing with more spoken words; 0 is no bound."""
    archived: bool = False
    """Of a pile of saved articles what was read, too."""
    teasers: bool | None = None
    """The beginnings of texts for subscribers too; ``false`` leaves out those at your own ``hosts``
    as well, which are taken without it."""
    skip_noindex: bool = False
    """Nothing that search engines shall leave out (``noindex``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """The table ``[site]``: the built site whose pages get the player.

    Its ``address`` has a closing slash here.
    """

    address: str = ""
    """Where the site's folder is served; without it, what its pages claim."""
    include: tuple[str, ...] = ()
    """Patterns of paths: only these pages are articles. ``*`` stands for slashes too."""
    exclude: tuple[str, ...] = ()
    """Patterns of paths that are none."""
    place: str = ""
    """A CSS selector of what the player stands after; without it, the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTable:
    """The table ``[review]``: what somebody hears before it is published."""

    hold: bool = False
    """New articles are spoken and kept, and published by ``audiopress release``."""
    corrections: bool = False
    """What changes in published ones waits too; without it, it goes out at once."""
    include: tuple[str, ...] = ()
    """Patterns of the articles that wait, such as ``section:Politics``; without any, all do."""
    exclude: tuple[str, ...] = ()
    """Patterns of those that do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTable:
    """The table ``[sign]``: certificate and key that new versions are signed with."""

    certificate: str = ""
    """A file in PEM: the signer's certificate with those who issued it behind it. ``audiopress sign
    --test-certificate`` makes one for trying, and its key."""
    key: str = ""
    """A file in PEM: its key."""
    certificate_env: str = ""
    """Instead of the file: the name of a variable of the environment that holds its text."""
    key_env: str = ""
    """The same of the key."""
    timestamp: str = ""
    """A server that says when it was signed (RFC 3161), such as ``"http://timestamp.example.org"``:
    what is signed holds after the certificate has run out. It is sent a digest; without it no
    connection is opened."""

    @property
    def is_set(self) -> bool:
        """Whether anything is to be signed."""
        return bool(self.key or self.key_env)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployTable:
    """The table ``[deploy]``: where ``audiopress deploy`` brings the output folder."""

    target: str = ""
    """``"s3://bucket/prefix"``, a folder, ``"user@host:/path"`` or ``"rsync://host/module/path"``
    (by the program rsync). Where it is set, ``build`` and ``sync`` leave it to ``deploy`` to tell
    the hub."""
    region: str = ""
    """Region of the storage; without it the environment's (``AWS_REGION``)."""
    endpoint: str = ""
    """Address of a server that speaks S3, such as ``"https://ACCOUNT.r2.cloudflarestorage.com"``;
    without it the environment's (``AWS_ENDPOINT_URL``)."""
    update: str = ""
    """A command that is run when something has changed there, such as one that empties the cache of
    a CDN; it reads the names of the files, a line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteVoiceTable:
    """One table ``[[voices.remote]]``: a voice that a server speaks."""

    name: str
    """What it is called here: ``body = "ours"``, ``--voice ours``, ``[voices.rate]``; no name of a
    voice that comes with audiopress."""
    url: str
    """Address of the server; ``/v1/audio/speech``, or its end, may be left out."""
    model: str
    """What the server calls its model."""
    voice: str
    """What the server calls the voice."""
    key_env: str = ""
    """Name of the variable of the environment that holds the key. The key itself stands in no file,
    and is in no error, cache or ledger."""
    private: bool = False
    """The server is your own: it may be at any address, also ``127.0.0.1``, and without https."""
    languages: tuple[str, ...] = ()
    """What it speaks, such as ``["en"]``: articles in another language are not sent to it."""
    format: str = "wav"
    """What is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTable:
    """One table ``[[shows]]``: a show beside ``[show]``, what it takes, and who speaks it.

    ``show`` has all that ``[show]`` has, from there where this table does not say it; ``takes``
    are the patterns of its articles, ``cast`` is that of ``[voices]`` with what this table says.
    """

    show: Show
    takes: ArticleSelection = EVERYTHING
    cast: Cast = field(default_factory=Cast)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedTable:
    """One table ``[[editions]]``: episodes joined from articles that are published already."""

    id: str
    """What it is called in its address and in the ledger, as that of a show, and no show's."""
    title: str
    """Its title; the day stands behind it, or where it has ``{date}``."""
    frequency: str = "daily"
    """``"weekly"`` is from Monday on, ``"rolling"`` one episode that always holds the newest."""
    at: str = ""
    """A time of day in the edition's ``timezone``: what came before it is in, and the first build
    after it makes the edition. Without it the edition grows until its day or week is over."""
    newest: int = 0
    """At most so many articles, the newest; 0 is no bound, and 250 are the most. A rolling edition
    needs this or the next."""
    minutes: int = 0
    """At most so many minutes, the newest articles first; one that is too long for what is left
    does not keep shorter ones out. 0 is no bound."""
    include: tuple[str, ...] = ()
    """Patterns of the articles it takes, as of a show."""
    exclude: tuple[str, ...] = ()
    """Patterns of those it does not."""
    contents: bool = False
    """Says the titles at the start, each as it is spoken in its article."""
    ident: str = ""
    """A short sound file before each article; ``"intro"`` or ``"ident"`` is that of ``[sound]``."""
    language: str = ""
    """Language of its own few lines; without it that of ``[show]``."""
    feed: str = "main"
    """``"main"``, ``"own"`` (``shows/<id>/feed.xml``), or the id of a show."""
    description: str = ""
    """Of a feed of its own."""
    artwork: str = ""
    """Picture of a feed of its own."""
    keep: int = 30
    """How many stay in the feed; 0 is all. The others go as withdrawn articles do, and their guids
    are never used again."""
