"""Options that several commands share, and the settings they make.

Precedence: option, then ``AUDIOPRESS_*``, then file, then default; typer reads the environment.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.console import hide, print_note
from audiopress.cli.given_options import find_origin, note_origin
from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = [
    "AllowPrivate",
    "Archived",
    "Backfill",
    "Cache",
    "Config",
    "Debug",
    "Exclude",
    "Executor",
    "ExecutorName",
    "FromList",
    "Include",
    "Jobs",
    "Json",
    "Lexicon",
    "Limit",
    "MaxAge",
    "MaxHours",
    "Model",
    "Output",
    "Private",
    "Retag",
    "Scheduler",
    "Since",
    "Sources",
    "Strict",
    "Untrusted",
    "UpdateVoices",
    "Verify",
    "Voice",
    "Yes",
    "add_listed",
    "add_selection",
    "make_settings",
    "open_listener",
    "open_show",
]


class ExecutorName(StrEnum):
    """Who speaks."""

    LOCAL = "local"
    DASK = "dask"


_SETTINGS = ("scheduler", "untrusted", "allow_private", "edition.output", "edition.cache")
"""Settings that options have the last word on, as errors ask for their origin (`Settings`)."""


def _check_config(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    """Refuse a configuration that is not there; a callback of typer."""
    note_origin(context, option, value)
    # Not Path.exists, which raises for a name that no disk takes.
    if value is not None and not os.path.lexists(value):
        raise ConfigError(
            "no such configuration file",
            where=f"{find_origin('config')}: {value}",
            hint="audiopress init",
        )
    return value


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        callback=note_origin,
        help="Files (.html .md .txt), folders, addresses of pages, feeds and sitemaps, lists and "
        "exports (docs/sources.md), or NAME:WHAT (WHAT of the source that a package brings as "
        "NAME); without one, those of the file.",
        show_default=False,
    ),
]
FromList = Annotated[
    Path | None,
    typer.Option(
        "--from-list",
        metavar="FILE",
        callback=note_origin,
        help="Sources from a file, a line each; - is standard input.",
        show_default=False,
    ),
]
Backfill = Annotated[
    bool,
    typer.Option(
        "--backfill",
        callback=note_origin,
        help="Of --from-list: addresses alone, many thousand; what is published is not asked for.",
    ),
]
MaxHours = Annotated[
    float,
    typer.Option(
        "--max-hours",
        metavar="HOURS",
        min=0,
        callback=note_origin,
        show_default=False,
        help="With --backfill: begin nothing after so many hours; the next run goes on.",
    ),
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        callback=note_origin,
        show_default=False,
        help="Of each source the newest N.",
    ),
]
Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar="DATE",
        callback=note_origin,
        show_default=False,
        help="None from before it.",
    ),
]
MaxAge = Annotated[
    str,
    typer.Option(
        "--max-age",
        metavar="AGE",
        callback=note_origin,
        show_default=False,
        help="None older: 12h, 30d, 8w.",
    ),
]
Include = Annotated[
    list[str] | None,
    typer.Option(
        "--include",
        metavar="PATTERN",
        callback=note_origin,
        help='Only these: a path ("/news/*"), tag:NAME, section:NAME, author:NAME, css:SELECTOR.',
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="PATTERN", callback=note_origin, help="None of these."),
]
Archived = Annotated[
    bool,
    typer.Option(
        "--archived",
        callback=note_origin,
        help="Of saved articles also what is archived, not only unread.",
    ),
]
Yes = Annotated[
    bool,
    typer.Option(
        "--yes",
        "-y",
        callback=note_origin,
        help="Ask nothing: of a page with feeds take the first.",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "-c",
        "--config",
        envvar="AUDIOPRESS_CONFIG",
        callback=_check_config,
        help="Default: audiopress.toml.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", envvar="AUDIOPRESS_OUTPUT", callback=note_origin, help="Default: output."
    ),
]
Cache = Annotated[
    str | None,
    typer.Option(
        "--cache",
        envvar="AUDIOPRESS_CACHE",
        callback=note_origin,
        metavar="PLACE",
        help="A folder, or s3://bucket/prefix that several share.  [default: .audiopress]",
        show_default=False,
    ),
]
Voice = Annotated[
    str | None,
    typer.Option(
        "--voice", envvar="AUDIOPRESS_VOICE", callback=note_origin, help="Who speaks the body."
    ),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        envvar="AUDIOPRESS_LEXICON",
        callback=note_origin,
        help="A PLS file of pronunciations.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        envvar="AUDIOPRESS_JOBS",
        min=0,
        show_default=False,
        help="How many lines are spoken at a time; default: one a core.",
    ),
]
Executor = Annotated[
    ExecutorName,
    typer.Option(
        "--executor",
        envvar="AUDIOPRESS_EXECUTOR",
        callback=note_origin,
        show_default=False,
        help="Who speaks: this machine (local), or the workers of --scheduler (dask).",
    ),
]
Scheduler = Annotated[
    str,
    typer.Option(
        "--scheduler",
        envvar="AUDIOPRESS_SCHEDULER",
        callback=note_origin,
        metavar="ADDRESS",
        show_default=False,
        help="Of Dask, for --executor dask: tls://HOST:8786 (docs/cluster.md).",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        envvar="AUDIOPRESS_ALLOW_PRIVATE",
        callback=note_origin,
        help="Fetch from addresses that are not public.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", envvar="AUDIOPRESS_STRICT", help="One failure: publish nothing.")
]
Retag = Annotated[
    bool,
    typer.Option(
        "--retag",
        envvar="AUDIOPRESS_RETAG",
        help="Give published MP3s the tags of today: new files, new addresses.",
    ),
]
UpdateVoices = Annotated[
    str,
    typer.Option(
        "--update-voices",
        metavar="ID",
        help="Speak an article anew (all: every one) whose voice has changed under its name.",
        show_default=False,
    ),
]
Verify = Annotated[
    bool,
    typer.Option(
        "--verify",
        envvar="AUDIOPRESS_VERIFY",
        help="Hear what is new before it is published, and speak again what is said wrongly: "
        "needs --model.",
    ),
]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="FOLDER",
        envvar="AUDIOPRESS_MODEL",
        help="What --verify hears with: a Whisper model's folder, or a package that has one.",
        show_default=False,
    ),
]
Private = Annotated[
    bool,
    typer.Option(
        "--private",
        callback=note_origin,
        help="Without audiopress.toml: at an address nobody can guess.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


Untrusted = Annotated[
    bool,
    typer.Option(
        "--untrusted",
        envvar="AUDIOPRESS_UNTRUSTED",
        callback=note_origin,
        help="Let what lies in the folder, audiopress.toml too, reach nothing outside of it.",
    ),
]


# By the environment and not by an argument: workers are processes of their own, and the handler of
# errors is reached by exceptions from anywhere.
def _debug(value: bool) -> bool:
    os.environ["AUDIOPRESS_DEBUG"] = "1" if value else ""
    return value


Debug = Annotated[
    bool,
    typer.Option(
        "--debug", envvar="AUDIOPRESS_DEBUG", callback=_debug, help="Show tracebacks on errors."
    ),
]


def make_settings(  # noqa: PLR0913 - the options that commands share
    *,
    config: Path | None = None,
    output: Path | None = None,
    cache: str | None = None,
    voice: str | None = None,
    lexicon: Path | None = None,
    jobs: int = 0,
    executor: ExecutorName = ExecutorName.LOCAL,
    scheduler: str = "",
    allow_private: bool = False,
    retag: bool = False,
    update_voices: str = "",
    untrusted: bool = False,
    secret: bool = False,
    private: bool = False,
    refresh: bool = True,
) -> Settings:
    """Read the configuration of the folder we stand in and let the options have the last word.

    What is printed then does not hold the address of a private show, unless with ``secret``.
    Without ``refresh`` nobody asks a bucket what its ledger says now: who builds does anyway.
    """
    from audiopress.press.preflight import settle_settings, use_voice
    from audiopress.public import load_settings

    settings = load_settings(config, untrusted=untrusted)
    settings = replace(settings, origins=(*settings.origins, *_list_origins()))
    if untrusted:
        _leave_folder(settings.root)
    # Paths of options count from where we stand; those of the file, from the file.
    if output:
        settings = replace(settings, output=output.absolute())
    if cache:
        settings = _move_cache(settings, cache)
    if voice:
        settings = use_voice(settings, voice, where=find_origin("voice", "NAME"))
    if lexicon:
        settings = _add_lexicon(settings, lexicon)
    settings = replace(settings, jobs=jobs, allow_private=allow_private, retag=retag)
    settings = replace(settings, scheduler=_choose_scheduler(executor, scheduler))
    settings = replace(settings, update_voices=update_voices)
    if private:
        settings = _make_private(settings)
    if refresh:
        _refresh(settings)
    # After the options: one may name a voice that nobody knows, or an output around the cache.
    settings = settle_settings(settings)
    _hide_secrets(settings, but=secret)
    return settings


def _choose_scheduler(executor: ExecutorName, scheduler: str) -> str:
    """Return the scheduler that gives out the work, if one does; raises `ConfigError`."""
    if executor is ExecutorName.LOCAL:
        return ""
    if not scheduler:
        raise ConfigError(
            "nothing says where the scheduler is",
            where=find_origin("executor", "--executor"),
            hint="--scheduler tls://HOST:8786 (docs/cluster.md)",
        )
    return scheduler


def _refresh(settings: Settings) -> None:
    """Go by the ledger that is kept in a bucket, as it is now."""
    if settings.ledger_bucket:
        from audiopress.press.held_ledger import (
            refresh_ledger,
            take_ledger_notes,
            tell_waiting_to,
        )

        tell_waiting_to(print_note)
        problem = refresh_ledger(settings)
        for note in [*take_ledger_notes(), *([problem] if problem else [])]:
            print_note(note)


def open_show(settings: Settings, *, secret: bool = False) -> Settings:
    """Return the settings of a build; a private show that has no address yet gets one.

    With ``secret`` what is printed may hold it.
    """
    if settings.show.private:
        from audiopress.press.private_show import open_private_show

        settings = open_private_show(settings)
        _hide_secrets(settings, but=secret)
    return settings


def open_listener(model: str) -> Listener:
    """Return what --verify hears with; raises `ConfigError` where there is nothing."""
    from audiopress.checking.words.line_listener import LineListener

    return LineListener(model, "--verify")


def _hide_secrets(settings: Settings, *, but: bool) -> None:
    """Let nothing that is printed hold an address of a private show, ``but`` where it is asked for.

    Those that it has left too: they lead to the one that it has.
    """
    if settings.secret and not but:
        from audiopress.press.private_show import list_secrets

        for each in list_secrets(settings):
            hide(each)


def _make_private(settings: Settings) -> Settings:
    """Let a preview be private; raises `ConfigError` for a show that its file makes public."""
    if settings.file is not None and not settings.show.private:
        raise ConfigError(
            "the show of this folder is public, and what is spoken would be published in it",
            where=str(settings.file),
            hint="private = true under [show], or go to an empty folder: mkdir pile && cd pile",
        )
    return replace(settings, show=replace(settings.show, private=True))


def add_listed(settings: Settings, sources: list[str] | None, from_list: Path | None) -> list[str]:
    """Return the sources of the command line and those that a file names."""
    if from_list is None:
        return sources or []
    from audiopress.sources.source_list import read_source_list

    inside = settings.root if settings.untrusted else None
    return [*(sources or ()), *read_source_list(from_list, inside=inside)]


def add_selection(  # noqa: PLR0913 - the options that commands share
    settings: Settings,
    *,
    limit: int = 0,
    since: str = "",
    max_age: str = "",
    include: list[str] | None = None,
    exclude: list[str] | None = None,
    archived: bool = False,
    yes: bool = False,
) -> Settings:
    """Return the settings with what options say of which articles are taken."""
    from audiopress.settings.source_tables import make_selection
    from audiopress.settings.values import SourceTable

    table = SourceTable(
        source="",
        limit=limit,
        since=since,
        max_age=max_age,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        archived=archived,
    )
    try:
        selection = make_selection(table, settings.zone())
    except ValueError as error:
        raise ConfigError(str(error), where="command line") from error
    return replace(settings, selection=selection, first_feed=yes)


def _list_origins() -> Iterator[tuple[str, str]]:
    for setting in _SETTINGS:
        option = setting.rpartition(".")[2]
        if origin := find_origin(option):
            yield setting, origin


def _leave_folder(root: Path) -> None:
    """Let Python find no module and no plug-in in the folder (``python -m`` looks there first).

    What an installation of Python has in it, such as a ``.venv``, is the machine's all the same.
    """
    home = root.resolve()
    # Our own code may be run out of a clone, in a test of audiopress itself.
    kept = (Path(sys.prefix).resolve(), Path(__file__).resolve().parent.parent.parent)

    def is_theirs(place: Path) -> bool:
        ours = any(each != home and place.is_relative_to(each) for each in kept)
        return place.is_relative_to(home) and not (ours or place == kept[1])

    sys.path[:] = [place for place in sys.path if not is_theirs(Path(place).resolve())]


def _move_cache(settings: Settings, place: str) -> Settings:
    """Move the cache; the ledger of a preview lies in it and moves along.

    A bucket is shared, and the folder stays; a folder is the whole cache, and nothing is shared.
    """
    from audiopress.settings.deploy_table import parse_target
    from audiopress.settings.shared_cache import is_bucket

    origin = find_origin("cache", "--cache")
    if is_bucket(place):
        parse_target(place, origin)
        named = (*settings.origins, ("edition.shared_cache", origin))
        return replace(settings, shared_cache=place, origins=named)
    settings, cache = replace(settings, shared_cache=""), Path(place).absolute()
    if settings.file is not None:
        return replace(settings, cache=cache)
    both = (*settings.origins, ("edition.ledger", settings.find_origin("edition.cache")))
    return replace(settings, cache=cache, ledger=cache / "ledger", origins=both)


def _add_lexicon(settings: Settings, lexicon: Path) -> Settings:
    """Let a further lexicon have the last word; raises `ConfigError` when it is not there."""
    # Not Path.is_file, which raises for a name that no disk takes.
    if not os.path.isfile(lexicon):  # noqa: PTH113
        where = f"{find_origin('lexicon', '--lexicon')}: {lexicon}"
        raise ConfigError("no such lexicon", where=where)
    # Of two lexicons the later counts; one that was there already is not read twice.
    file = lexicon.absolute()
    others = tuple(each for each in settings.lexicons if each != file)
    return replace(settings, lexicons=(*others, file))
