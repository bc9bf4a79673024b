"""``audiopress reading``: what an editor wants spoken or left out, kept with each site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
from audiopress.cli.help.next_build import propose_build
from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    Json,
    Untrusted,
    make_settings,
)
from audiopress.cli.terminal.console import (
    escape_controls,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.errors import ConfigError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.press.site_memory.correct_lines import CorrectedSite, Correction
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="Correct what of an article is spoken; each site remembers it.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

Line = Annotated[
    str,
    typer.Argument(metavar="TEXT", help="The whole line, as audiopress script shows it."),
]
Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="ADDRESS",
        help="Only in articles of this site: its host, or any address of it. Default: in all.",
    ),
]

In = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="SOURCE",
        help="Only in this article: its file or its address.",
    ),
]


@app.command(cls=PlainCommand)
def keep(  # noqa: PLR0913 - the options that commands share
    line: Line,
    *,
    of: Of = None,
    in_: In = None,
    config: Config = None,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Have a line spoken that is left out: now, and in every later build."""
    settings = _open(config, cache, private=allow_private, untrusted=untrusted)
    _correct(settings, "keep", line, of, in_)


@app.command(cls=PlainCommand)
def drop(  # noqa: PLR0913 - the options that commands share
    line: Line,
    *,
    of: Of = None,
    in_: In = None,
    config: Config = None,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Have a line left out that is spoken: now, and in every later build."""
    settings = _open(config, cache, private=allow_private, untrusted=untrusted)
    _correct(settings, "drop", line, of, in_)


@app.command(cls=PlainCommand)
def forget(  # noqa: PLR0913 - the options that commands share
    line: Line,
    *,
    of: Of = None,
    in_: In = None,
    config: Config = None,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Take a correction back: the line is spoken or left out as reading decides."""
    settings = _open(config, cache, private=allow_private, untrusted=untrusted)
    _correct(settings, "forget", line, of, in_)


def _open(config: Path | None, cache: str | None, *, private: bool, untrusted: bool) -> Settings:
    return make_settings(
        config=config, cache=cache, allow_private=private, untrusted=untrusted, refresh=False
    )


def _find_scope(
    settings: Settings, of: str | None, source: str | None
) -> tuple[str, Manuscript | None]:
    """Return for what a correction holds, as the ledger has it, and the article if it was read."""
    if of and source:
        raise ConfigError("--of names a site and --in an article of one", hint="give one of them")
    if not source:
        return _find_host(of) if of else "", None
    from audiopress.press.preview import read_sources
    from audiopress.press.site_memory.built_sources import find_built
    from audiopress.press.site_memory.site_file import name_article_scope

    if built := find_built(settings, source):
        return name_article_scope(built.id), None
    found, refused = read_sources(settings, (source,))
    if refused:
        raise refused[0].error
    if len(found) != 1:
        raise ConfigError(
            f"{count_things(len(found), 'article')} are there, and one is meant",
            where=f"--in {source}",
            hint="the file of the article, or its own address",
        )
    return name_article_scope(found[0].identity.id), found[0]


def _correct(
    settings: Settings, correction: Correction, line: str, of: str | None, source: str | None
) -> None:
    from audiopress.press.site_memory.correct_lines import correct_line
    from audiopress.press.site_memory.known_lines import list_known_lines, list_lines_of
    from audiopress.press.site_memory.unmatched_lines import check_line
    from audiopress.reading.named_texts import TEXT
    from audiopress.text.comparison import make_comparable

    line = " ".join(line.removeprefix(TEXT).split())
    if not make_comparable(line):
        raise ConfigError(
            "the line has no letter or figure",
            where=repr(line),
            hint="audiopress script SOURCE shows the lines of an article",
        )
    host, manuscript = _find_scope(settings, of, source)
    note = ""
    if correction != "forget":
        known = list_lines_of(manuscript) if manuscript else list_known_lines(settings, host)
        options = ("--in", source) if source else ("--of", of) if of else ()
        note = check_line(line, correction, known, options, one=bool(source))
    done = correct_line(settings, line, host, correction)
    if correction == "forget" and not done.changed:
        raise ConfigError(
            f"no correction of {done.name} has the line",
            where=str(done.path),
            hint="audiopress reading list",
        )
    said = {"keep": "spoken", "drop": "left out", "forget": "as reading decides"}[correction]
    state = said if done.changed else f"{said} already"
    print_result(f"{escape_controls(line)}", done=True)
    print_result(f"  {state}, in {done.name}: {done.path}", done=True)
    if note:
        print_note(note)
    elif done.host and not done.known:
        print_note(
            f"nothing of {done.host} has been built here so far: is it written as it should be?"
        )
    elif done.changed:
        print_message(f"next: {propose_build(settings, source)}")


def _find_host(of: str) -> str:
    """Return the host that ``--of`` means."""
    from audiopress.press.site_memory.site_file import find_host

    host = find_host(of if "://" in of else f"https://{of}")
    if not host:
        raise ConfigError(
            "no site has this address",
            where=f"--of {of}",
            hint="its host, such as example.org, or the address of an article",
        )
    return host


@app.command("list", cls=PlainCommand)
def list_corrections(
    *,
    config: Config = None,
    cache: Cache = None,
    untrusted: Untrusted = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """List what was corrected: the lines that are kept and dropped, site by site."""
    from audiopress.press.site_memory.correct_lines import list_corrected
    from audiopress.press.site_memory.known_lines import list_unmatched

    settings = make_settings(config=config, cache=cache, untrusted=untrusted)
    found = list_corrected(settings.ledger)
    lacking = list(zip(found, list_unmatched(settings, found), strict=True))
    if json:
        print_json({"sites": [_site_to_json(*each) for each in lacking]})
        return
    for site, unmatched in lacking:
        print_result(f"{site.name}  ({site.path})")
        for said, lines in (("spoken", site.kept), ("left out", site.dropped)):
            for line in lines:
                none = "  (no article that was read here has it)" * (line in unmatched)
                print_result(f"  {said}: {escape_controls(line)}{none}")
    if not found:
        print_message("nothing is corrected: audiopress reading keep TEXT, or drop TEXT")


def _site_to_json(site: CorrectedSite, unmatched: tuple[str, ...]) -> dict[str, Any]:
    """Return the corrections of a site, or of an ``article``; of every one both are ``null``."""
    return {
        "host": site.host or None,
        "article": site.article or None,
        "file": str(site.path),
        "kept": list(site.kept),
        "dropped": list(site.dropped),
        "unmatched": list(unmatched),
    }
