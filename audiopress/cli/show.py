"""``audiopress show``: where a show is, and a new address for a private one."""

from __future__ import annotations

from typing import Annotated

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    Json,
    Output,
    Untrusted,
    make_settings,
)
from audiopress.cli.terminal.console import (
    print_advice,
    print_json,
    print_message,
    print_note,
    print_result,
)

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="The address of a show; a private one's is secret, and can be changed; its hub.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

_OF_THIS_MACHINE = (
    "only this computer reaches it, and while `audiopress serve` runs; for a phone in the same "
    "network `audiopress serve --lan` prints one; for everybody set address in [edition]"
)
"""What is said of a preview's address: podcast apps are elsewhere."""

ShowName = Annotated[
    str,
    typer.Argument(metavar="[ID]", help="The show, where there are several.", show_default=False),
]


@app.callback()
def _show() -> None:
    """Say where a show is, and change the address of a private one."""


@app.command(cls=PlainCommand)
def address(  # noqa: PLR0913 - the options that commands share
    show: ShowName = "",
    *,
    former: Annotated[
        bool, typer.Option("--former", help="Print the folders that it has left, too.")
    ] = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Print the address of the feed. Of a private show no other command prints it."""
    settings = make_settings(
        config=config, output=output, cache=cache, untrusted=untrusted, secret=True
    )
    from audiopress.press.shows.rotate_show import find_address, list_former

    feed, left = find_address(settings, show), list_former(settings)
    if json:
        print_json(
            {
                "id": show or settings.show.id,
                "feed": feed,
                "private": settings.show.private,
                "folder": str(settings.output),
                "former": [
                    {"folder": each.secret, "until": each.until.isoformat()} for each in left
                ],
            }
        )
        return
    print_result(feed)
    if settings.show.preview:
        print_note(_OF_THIS_MACHINE)
    for each in left if former else ():
        print_result(f"{each.secret}/ (until {each.until:%Y-%m-%d})")


@app.command(cls=PlainCommand)
def ping(  # noqa: PLR0913 - the options that commands share
    *,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Tell the WebSub hub of what has changed, once the output folder is deployed."""
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        allow_private=allow_private,
        untrusted=untrusted,
    )
    from audiopress.press.hub import tell_hubs
    from audiopress.store.cache import Cache as CacheFolder

    told = tell_hubs(settings, CacheFolder(settings.cache))
    if json:
        hubs = [
            {"feed": each.feed, "hub": each.hub, "told": each.told, "problem": each.problem or None}
            for each in told
        ]
        print_json({"hubs": hubs}, done=True)
    for each in () if json else told:
        if each.told:
            print_result(f"told {each.hub}: {each.feed} has changed", done=True)
        elif not each.problem:
            print_result(f"{each.hub} knows already what is in {each.feed}")
    for each in told:
        if each.problem:
            print_note(each.problem)
    if any(each.problem for each in told):
        raise typer.Exit(1)
    if not json and not told:
        print_message("no feed is built yet; next: audiopress build")


@app.command(cls=PlainCommand)
def rotate(  # noqa: PLR0913 - the options that commands share
    show: ShowName = "",
    *,
    redirect: Annotated[
        bool,
        typer.Option(
            "--redirect/--no-redirect",
            help="Let the old address say where the show is; without it, it ends at once.",
        ),
    ] = True,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Give a private show a new address: the old feed leads listeners there."""
    settings = make_settings(
        config=config, output=output, cache=cache, untrusted=untrusted, secret=True
    )
    from audiopress.press.shows.rotate_show import rotate_show

    done = rotate_show(settings, show, redirect=redirect)
    if json:
        value = {
            "id": show or settings.show.id,
            "feed": done.feed,
            "former": done.former,
            "until": done.until and done.until.isoformat(),
            "moved": done.moved,
            "ended": list(done.ended),
        }
        print_json(value, done=True)
        return
    print_result(f"feed: {done.feed}", done=True)
    if done.until:
        print_result(
            f"old:  {done.former}\n"
            f"  leads there until {done.until:%Y-%m-%d}; the first build after that removes it",
            done=True,
        )
    else:
        count = len(done.ended)
        others = f"{count} earlier address{'' if count == 1 else 'es'}"
        also = f", and with it {others} that led there" if count else ""
        print_result(
            f"old:  {done.former}\n  ended{also}: delete what is no longer in the output folder "
            "where the edition is deployed",
            done=True,
        )
    first = "deploy the output folder" if done.moved else "audiopress build, then deploy"
    print_advice(f"next: {first}; commit the ledger, which keeps the address", done=True)
