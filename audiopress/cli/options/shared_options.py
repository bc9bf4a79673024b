"""Options that several commands share.

Precedence: option, then ``AUDIOPRESS_*``, then file, then default; typer reads the environment.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from audiopress.cli.options.given_options import find_origin, note_origin
from audiopress.errors import ConfigError

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
    "MaxCpu",
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
]


class ExecutorName(StrEnum):
    """Who speaks."""

    LOCAL = "local"
    DASK = "dask"


def _check_config(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    """Refuse a configuration that is not there; a callback of typer."""
    note_origin(context, option, value)
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
MaxCpu = Annotated[
    float,
    typer.Option(
        "--max-cpu",
        metavar="HOURS",
        min=0,
        callback=note_origin,
        show_default=False,
        help="With --backfill: so many CPU hours of speaking, of all processors and workers.",
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
        help="With --backfill: begin nothing that takes longer; the next run goes on.",
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
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Write nothing: only say what would be done.")
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
