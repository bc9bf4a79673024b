"""``audiopress cluster``: what it needs to speak on many machines."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer looks up what annotations name
from typing import Annotated

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    ExecutorName,
    Scheduler,
    Untrusted,
    Voice,
    make_settings,
)
from audiopress.cli.terminal.console import print_message, print_result

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="Speak on many machines: certificates, and a look at who would speak.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


@app.command(cls=PlainCommand)
def certificates(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where they go: new, or empty.")],
    *,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Make certificates for trying, by which scheduler, workers and builders know each other.

    Dask finds them by the variable DASK_CONFIG, which names the folder.
    """
    from audiopress.press.cluster.certificate_files import write_certificates

    write_certificates(folder)
    print_result(f"certificates: {folder}")
    print_message(
        "whoever has a key of these may run anything on the machines of the cluster. Bring the "
        "folder to each of them, to the same path; then:\n"
        f"export DASK_CONFIG={folder.absolute()}\n"
        "dask scheduler --protocol tls\n"
        'dask worker tls://HOST:8786 --resources "audiopress=2"\n'
        "audiopress build --executor dask --scheduler tls://HOST:8786"
    )


@app.command(cls=PlainCommand)
def check(  # noqa: PLR0913 - the options that commands share
    *,
    scheduler: Scheduler = "",
    config: Config = None,
    cache: Cache = None,
    voice: Voice = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Look whether the workers of a scheduler can speak this edition; nothing is spoken.

    For example: audiopress cluster check --scheduler tls://speech.example.org:8786
    """
    settings = make_settings(
        config=config,
        cache=cache,
        voice=voice,
        untrusted=untrusted,
        executor=ExecutorName.DASK,
        scheduler=scheduler,
    )
    from audiopress.press.cluster.speakers import open_cluster
    from audiopress.press.steps.speak import PATIENCE
    from audiopress.store.cache import Cache as OpenedCache
    from audiopress.text.counts import count_things

    with open_cluster(settings, OpenedCache(settings.cache), PATIENCE) as speakers:
        workers = speakers.workers
    print_result(f"{count_things(len(workers), 'worker')} can speak this edition:")
    for worker in workers:
        print_result(f"  {worker}")
