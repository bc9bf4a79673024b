"""What a person wants, as values: all settings of a run.

The tables of ``audiopress.toml`` that it holds are in `audiopress.settings.tables`, and in
`audiopress.model` where more rooms need them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path  # noqa: TC003 - the types of the fields are read at run time
from zoneinfo import ZoneInfo

from audiopress.model import Cast, Reading, Show, Sound
from audiopress.settings.corrections_table import CorrectionsTable
from audiopress.settings.serve_table import ServeTable
from audiopress.settings.tables import (
    DeployTable,
    JoinedTable,
    ReviewTable,
    ShowTable,
    SignTable,
    SiteTable,
)
from audiopress.sources.selection import EVERYTHING, ArticleSelection

__all__ = ["Settings"]


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
    in this run; ``below_site`` says that the show's address is only that of the site with the
    folder of the edition; ``withdraw_missing`` has articles withdrawn that left their sources, and
    ``first_feed`` has the first feed of a page used without a question; with ``one_file`` one file
    is made and no edition: nothing is promised, to no directory. ``shows`` are those beside
    ``show``, ``joined`` the tables ``[[editions]]``; without ``has_main`` there is no ``[show]``
    and so no feed of all articles. ``secret`` is the name of the folder in which a private
    edition lies, ``public_folder`` and ``public_base`` are output and address above it.
    ``shared_cache`` is a bucket, or a folder as seen from ``root``, of which several builders have
    the speech that one of them has spoken; ``ledger_bucket`` is where the ledger is kept, if
    ``ledger`` is a copy; ``coming_ledger`` is where the next build moves it, if it is still that of
    a private pile from before there was a configuration.
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
    below_site: bool = False
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
    one_file: bool = False
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
    coming_ledger: Path | None = None
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

    @property
    def target(self) -> str:
        """Where ``audiopress deploy`` brings the edition by its configuration, if it does.

        What a stranger's folder says is not followed.
        """
        return "" if self.untrusted else self.deploy.target

    def zone(self) -> ZoneInfo:
        """Return the zone in which the article's dates without offset are understood."""
        return ZoneInfo(self.timezone)
