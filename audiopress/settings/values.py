"""What a person wants, as values: the tables that say where things are, and all settings of a run.

The other tables of ``audiopress.toml`` are in `audiopress.model`, for more rooms need them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - the types of the fields are read at run time
from zoneinfo import ZoneInfo

from audiopress.model import Cast, Reading, Show, Sound
from audiopress.settings.corrections_table import CorrectionsTable
from audiopress.settings.serve_table import ServeTable
from audiopress.sources.selection import EVERYTHING, ArticleSelection

__all__ = [
    "DeployTable",
    "EditionTable",
    "JoinedTable",
    "RemoteVoiceTable",
    "ReviewTable",
    "Settings",
    "ShowTable",
    "SignTable",
    "SiteTable",
    "SourceTable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionTable:
    """The table ``[edition]``: where articles come from and where the edition goes."""

    address: str = ""
    sources: tuple[str, ...] = ()
    output: str = "output"
    cache: str = ".audiopress"
    shared_cache: str = ""
    ledger: str = "ledger"
    timezone: str = "UTC"
    hosts: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    withdraw_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTable:
    """One table ``[[sources]]``: a source, and which of its articles are taken.

    ``since`` is a day or a moment, ``max_age`` a length of time such as ``30d``; ``include`` and
    ``exclude`` are patterns of paths, or of what stands before their colon (``tag:ferry``).
    ``archived``, ``teasers`` and ``skip_noindex`` are as `ArticleSelection` has them.
    """

    source: str
    limit: int = 0
    since: str = ""
    max_age: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    min_words: int = 0
    max_words: int = 0
    archived: bool = False
    teasers: bool = False
    skip_noindex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """The table ``[site]``: the built site whose pages get the player.

    ``address`` is where its folder is served, with a closing slash, ``include`` and ``exclude``
    are patterns of paths below it, ``place`` a CSS selector of what the player stands after.
    """

    address: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTable:
    """The table ``[review]``: what somebody hears before it is published.

    With ``hold`` new articles wait for ``audiopress release``, and with ``corrections`` what is
    changed of published ones does too. ``include`` and ``exclude`` are patterns of those that wait,
    as a source has them.
    """

    hold: bool = False
    corrections: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTable:
    """The table ``[sign]``: certificate and key that new versions are signed with.

    Both are files in PEM, or by ``certificate_env`` and ``key_env`` variables of the environment
    that hold their text. ``timestamp`` is the address of a server that says when it was (RFC 3161).
    """

    certificate: str = ""
    key: str = ""
    certificate_env: str = ""
    key_env: str = ""
    timestamp: str = ""

    @property
    def is_set(self) -> bool:
        """Whether anything is to be signed."""
        return bool(self.key or self.key_env)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployTable:
    """The table ``[deploy]``: where ``audiopress deploy`` brings the output folder.

    ``region`` and ``endpoint`` are those of object storage; ``update`` is a command that is run
    when something has changed there, such as one that empties the cache of a CDN.
    """

    target: str = ""
    region: str = ""
    endpoint: str = ""
    update: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteVoiceTable:
    """One table ``[[voices.remote]]``: a voice that a server speaks.

    ``name`` is what it is called here; ``model`` and ``voice`` are what its server calls them.
    ``key_env`` is the variable of the environment that holds the key, and ``private`` says that the
    server is one's own, which may be at any address.
    """

    name: str
    url: str
    model: str
    voice: str
    key_env: str = ""
    private: bool = False
    languages: tuple[str, ...] = ()
    format: str = "wav"


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
    """One table ``[[editions]]``: episodes joined from articles that are published already.

    ``id`` names them in the ledger; ``frequency`` is ``daily``, ``weekly``, or ``rolling`` for one
    episode that always holds the newest. One takes at most ``newest`` articles and ``minutes`` of
    them (0: no bound), those that ``include`` and ``exclude`` let through, and those that came
    before ``at`` (``07:00``; empty: as it is built). ``ident`` sounds between articles: a file, or
    ``intro`` or ``ident`` for those of ``[sound]``. ``contents`` has the titles said at the start.
    ``feed`` is ``main``, ``own``, or the id of a show; ``keep`` how many stay in it (0: all).
    """

    id: str
    title: str
    frequency: str = "daily"
    at: str = ""
    newest: int = 0
    minutes: int = 0
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    contents: bool = False
    ident: str = ""
    language: str = ""
    feed: str = "main"
    description: str = ""
    artwork: str = ""
    keep: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a run knows about what a person wants. Paths are absolute.

    ``root`` is the edition's folder, ``file`` the configuration if there is one; without one
    the edition is a preview. ``jobs`` is how many lines are spoken at once, 0 for as many as the
    machine has cores; ``scheduler`` is the address of one whose workers speak instead;
    ``allow_private`` lets articles be fetched from addresses of the own network;
    ``untrusted`` holds everything that the folder names within it;
    ``retag`` issues published episodes anew whose tags would say something else today;
    ``update_voices`` is the article that is to be spoken by the voices of today, or ``all``;
    ``chosen_voice`` is the one that an option or an argument named for this run, if any.
    ``selected`` are sources of which not all is taken, ``selection`` what is taken of every source
    in this run; ``withdraw_missing`` has articles withdrawn that have left their sources, and
    ``first_feed`` has the first feed of a page used without a question. ``shows`` are those beside
    ``show``, ``joined`` the tables ``[[editions]]``; without ``has_main`` there is no ``[show]``
    and so no feed of all articles. ``secret`` is the name of the folder in which a private
    edition lies, ``public_folder`` and ``public_base`` are output and address above it.
    ``shared_cache`` is a bucket, or a folder as seen from ``root``, of which several builders have
    the speech that one of them has spoken; ``ledger_bucket`` is where the ledger is kept, if
    ``ledger`` is a copy.
    ``origins`` are pairs of a setting, such as ``edition.output``, and who said it, in words for
    errors; of two the later one counts.
    """

    root: Path
    output: Path
    cache: Path
    ledger: Path
    file: Path | None = None
    sources: tuple[str, ...] = ()
    timezone: str = "UTC"
    hosts: tuple[str, ...] = ()
    lexicons: tuple[Path, ...] = ()
    show: Show = field(default_factory=Show)
    reading: Reading = field(default_factory=Reading)
    cast: Cast = field(default_factory=Cast)
    sound: Sound = field(default_factory=Sound)
    site: SiteTable = field(default_factory=SiteTable)
    shows: tuple[ShowTable, ...] = ()
    has_main: bool = True
    joined: tuple[JoinedTable, ...] = ()
    jobs: int = 0
    scheduler: str = ""
    allow_private: bool = False
    untrusted: bool = False
    retag: bool = False
    update_voices: str = ""
    chosen_voice: str = ""
    selected: tuple[tuple[str, ArticleSelection], ...] = ()
    selection: ArticleSelection = EVERYTHING
    first_feed: bool = False
    withdraw_missing: bool = False
    review: ReviewTable = field(default_factory=ReviewTable)
    corrections: CorrectionsTable = field(default_factory=CorrectionsTable)
    sign: SignTable = field(default_factory=SignTable)
    deploy: DeployTable = field(default_factory=DeployTable)
    serve: ServeTable = field(default_factory=ServeTable)
    secret: str = ""
    public_folder: Path | None = None
    public_base: str = ""
    shared_cache: str = ""
    ledger_bucket: str = ""
    # Two runs want the same whoever said it.
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    @property
    def chooses(self) -> bool:
        """Whether shows or editions choose among the articles."""
        return bool(self.shows or self.joined)

    def find_origin(self, setting: str) -> str:
        """Return who said a setting: option, variable of the environment, or place in the file.

        Of what has its default, or was given by a program, its name.
        """
        table, _, key = setting.partition(".")
        return dict(self.origins).get(setting, f"[{table}] {key}" if key else table)

    @property
    def public_output(self) -> Path:
        """The folder that is deployed: output, or the one above it of a private show."""
        return self.public_folder or self.output

    @property
    def public_address(self) -> str:
        """Where that folder is served."""
        return self.public_base or self.show.address

    def zone(self) -> ZoneInfo:
        """Return the zone in which the article's dates without offset are understood."""
        return ZoneInfo(self.timezone)
