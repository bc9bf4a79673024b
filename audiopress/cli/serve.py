"""``audiopress serve``: look at an edition, host a small one, or hear it on a phone."""

from __future__ import annotations

import functools
import os
import shlex
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.options import (
    AllowPrivate,
    Archived,
    Cache,
    Config,
    Debug,
    Limit,
    Output,
    Untrusted,
    Voice,
    Yes,
    add_selection,
    make_settings,
    open_show,
)
from audiopress.cli.options.given_options import is_of_environment, note_serving, note_sources
from audiopress.cli.options.split_names import refuse_split_names
from audiopress.cli.terminal.console import (
    print_log_line,
    print_message,
    print_note,
)
from audiopress.cli.terminal.desktop import open_page
from audiopress.cli.terminal.log_form import LogForm
from audiopress.cli.terminal.phone import PhoneReach, TellOnce
from audiopress.disk import is_file, is_folder
from audiopress.errors import ConfigError, StoreError
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.press.report import BuildProgress
    from audiopress.settings import Settings

__all__ = ["serve"]


_OF_ARTICLES = "it is for a pile of articles: audiopress serve --lan SOURCE"
"""What is said of options that choose among articles."""

_OF_SPEECH = "it is for what is spoken: audiopress serve --lan SOURCE, or --api"
"""What is said of options for the building of articles."""

_HEARD = ("built", "unchanged")
"""What becomes of an article that can be heard."""


def serve(  # noqa: PLR0913 - the options of the contract
    places: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OUTPUT | SOURCE ...]",
            help="The edition's folder, by default output. With --lan also what is to be spoken: "
            "files, lists, exports, addresses.",
            show_default=False,
        ),
    ] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    *,
    lan: Annotated[
        bool, typer.Option("--lan", help="Let a phone in this network hear it.")
    ] = False,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    held: Annotated[
        bool, typer.Option("--held", help="What is held for review, instead of the edition.")
    ] = False,
    api: Annotated[
        bool,
        typer.Option(
            "--api", help="Take articles and webhooks too, and speak them (table [serve])."
        ),
    ] = False,
    log: Annotated[
        LogForm, typer.Option("--log", help="With --api: what is told, in words or as JSON.")
    ] = LogForm.PLAIN,
    limit: Limit = 0,
    archived: Archived = False,
    yes: Yes = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Serve an edition for a look at it, with byte ranges so that players can seek."""
    if api:
        _refuse_idle("it is for a look at an edition: audiopress serve --open", open=open_it)
        if places or lan or held:
            raise ConfigError(
                "--api serves the edition of the configuration",
                where=" ".join([*(places or ()), *(["--lan"] * lan), *(["--held"] * held)]),
                hint="leave that out; another output folder is named by --output",
            )
        if untrusted:
            raise ConfigError("--untrusted: a stranger's file may not open a service")
        _refuse_idle(_OF_ARTICLES, limit=limit, archived=archived, yes=yes)
        settle = functools.partial(
            make_settings,
            config=config,
            output=output,
            cache=cache,
            voice=voice,
            allow_private=allow_private,
            refresh=False,
        )
        _serve_newsroom(settle, host, port, log=log)
        return
    _refuse_idle("it is for --api", log=log is not LogForm.PLAIN)
    if held:
        places = [
            _find_held(
                make_settings(config=config, output=output, cache=cache, untrusted=untrusted),
                places,
            )
        ]
    named = places or []
    sources = named if not _is_folder(named) or (lan and _holds_articles(named)) else []
    refuse_split_names(sources)
    note_sources(sources)
    if not (lan and sources):
        _refuse_idle(_OF_ARTICLES, limit=limit, archived=archived, yes=yes)
        _refuse_idle(_OF_SPEECH, allow_private=allow_private)
    if not lan:
        place = named or [str(output or "output")]
        _serve_here(place, sources, host, port, moved=held, open_it=open_it)
        return
    _refuse_idle("a phone opens it: audiopress serve --lan", open=open_it)
    if host != "127.0.0.1":
        raise ConfigError("--lan and --host each say where to listen", hint="give one of them")
    if not sources:
        folder = Path(named[0]) if named else output or Path("output")
        _check_edition(folder, lan=True)
        _serve_lan(folder, port)
        return
    note_serving(port)
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        allow_private=allow_private,
        untrusted=untrusted,
        private=True,
        secret=True,
    )
    settings = add_selection(settings, limit=limit, archived=archived, yes=yes)
    _build_and_serve(settings, sources, port)


def _refuse_idle(hint: str, **options: object) -> None:
    """Refuse options that are typed and would do nothing here; a variable is for other runs too."""
    for name, value in options.items():
        if value and not is_of_environment(name):
            raise ConfigError(f"--{name.replace('_', '-')} does nothing here", hint=hint)


def _serve_newsroom(settle: Callable[[], Settings], host: str, port: int, *, log: LogForm) -> None:
    from audiopress import server

    server.serve_newsroom(
        lambda: open_show(settle()),
        host,
        port,
        write=print_log_line,
        objects=log is LogForm.JSON,
    )


def _find_held(settings: Settings, places: Sequence[str] | None) -> str:
    if places:
        raise ConfigError("--held serves what is held, and no folder", hint="leave one of them out")
    from audiopress.press.release import find_held_preview

    return find_held_preview(settings)


def _is_folder(places: Sequence[str]) -> bool:
    """Whether an edition's folder is meant, or what is to be spoken."""
    return not places or (len(places) == 1 and is_folder(places[0]))


def _holds_articles(places: Sequence[str]) -> bool:
    """Whether a folder that is named is none of an edition, and something lies in it."""
    folder = Path(places[0]) if places else Path()
    if not places or not os.access(folder, os.R_OK) or _find_edition_in(folder):
        return False
    return not (folder / "index.html").is_file() and any(folder.iterdir())


def _find_edition_in(folder: Path) -> Path | None:
    """Return where in a folder an edition lies, as `audiopress site` leaves it."""
    return next((feed.parent for feed in sorted(folder.glob("*/feed.xml"))), None)


def _serve_here(  # noqa: PLR0913 - what is served, where, and how it is looked at
    named: Sequence[str],
    sources: Sequence[str],
    host: str,
    port: int,
    *,
    moved: bool,
    open_it: bool,
) -> None:
    folder = Path(named[0])
    if sources and (len(sources) > 1 or os.path.lexists(sources[0])):
        raise ConfigError(
            "an edition's folder is served, and this is none",
            where=" ".join(sources),
            hint=f"{write_command('serve', '--lan', *sources)} speaks it, too, and lets a phone "
            "hear it; or audiopress build SOURCE first",
        )
    _check_edition(folder)
    # Starlette and uvicorn take some tenths of a second: only when there is something to serve.
    from audiopress import server

    def announce(address: str) -> None:
        # Of a private show the top is an empty page.
        first = next(iter(server.list_feeds(folder)), "")
        page = address + first.removesuffix("feed.xml")
        print_message(page)
        if open_it and not open_page(page):
            print_note("no browser can be opened here: open this address in one")

    server.run(folder, host=host, port=port, announce=announce, moved=moved)


def _check_edition(folder: Path, *, lan: bool = False) -> None:
    # What is no edition may hold what is private: a mistyped folder is not served.
    if not is_file(folder / "index.html"):
        hint = _find_what_was_meant(folder, lan=lan)
        raise StoreError("no edition lies here", where=str(folder), hint=hint)


def _find_what_was_meant(folder: Path, *, lan: bool) -> str:
    """Return the command for a folder that is none of an edition, but holds one, or articles."""
    if folder.suffix and not os.path.lexists(folder):  # a file by its name, and none is there
        return f"ls {shlex.quote(str(folder.parent))}"
    readable = is_folder(folder) and os.access(folder, os.R_OK)
    if readable and (inside := _find_edition_in(folder)):
        return f"audiopress serve {'--lan ' if lan else ''}{shlex.quote(str(inside))}"
    if readable and any(folder.iterdir()):
        speaks = write_command("serve", "--lan", folder)
        return f"{write_command('build', folder)}; {speaks} lets a phone hear it, too"
    return "audiopress build SOURCE"


def _serve_lan(folder: Path, port: int) -> None:
    from audiopress import server

    addresses = server.list_lan_addresses()
    with server.serve_lan(folder, addresses, port) as listening:
        TellOnce(PhoneReach(folder, addresses, listening), asked=port).tell()
        _wait()


def _build_and_serve(settings: Settings, sources: Sequence[str], port: int) -> None:
    """Speak the sources, and serve what is done from the first article on."""
    from audiopress import server
    from audiopress.cli.build import print_report
    from audiopress.cli.terminal.feed_choice import choose_feeds
    from audiopress.cli.terminal.progress import show_build
    from audiopress.press.build import build as build_edition
    from audiopress.press.fetching.missing_files import refuse_missing_files
    from audiopress.press.preflight import check_installed
    from audiopress.public import resolve_sources

    # Before anything is spoken: whether there is a network at all, a port, and every file.
    addresses = server.list_lan_addresses()
    check_installed(settings)
    resolved = resolve_sources(sources)
    refuse_missing_files(settings, resolved)
    settings = open_show(settings, secret=True)
    named = choose_feeds(settings, resolved)
    folder = settings.public_output
    with server.serve_lan(folder, addresses, port) as listening:
        tell = TellOnce(PhoneReach(folder, addresses, listening, settings.secret), asked=port)
        with show_build() as show:

            def watch(progress: BuildProgress) -> None:
                show(progress)
                tell.tell()

            report = build_edition(settings, named, strict=False, watch=watch)
        print_report(report, settings.output, quiet=True)
        if report.interrupted:
            return
        if not report.feed_items:
            raise StoreError(
                "nothing could be spoken, so there is nothing to hear", where=" ".join(sources)
            )
        if not any(each.status in _HEARD for each in report.outcomes):
            print_note(
                f"nothing of {' '.join(sources)} can be heard: the feed has only what was in it "
                "before"
            )
        tell.tell()
        _wait()


def _wait() -> None:
    """Do nothing until Ctrl-C, which is how one stops serving."""
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print_message("stopped")
