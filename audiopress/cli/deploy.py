"""``audiopress deploy``: bring the output folder to where it is served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

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
from audiopress.cli.options.given_options import note_target
from audiopress.cli.terminal.console import (
    error_to_json,
    escape_controls,
    print_advice,
    print_error,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.cli.terminal.hidden import hide_tokens
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.deploy.deployment import Deployment
    from audiopress.settings import Settings

__all__ = ["deploy"]


def deploy(  # noqa: PLR0913 - the options of the contract
    target: Annotated[
        str,
        typer.Argument(
            metavar="[TARGET]",
            help="s3://bucket/prefix, a folder, user@host:/path or rsync://host/module; else that "
            "of the configuration.",
            show_default=False,
        ),
    ] = "",
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Send nothing: only say what would be done.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Send also what is there already.")
    ] = False,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite", help="Replace what no deploy has put there, or another builder has."
        ),
    ] = False,
    cors: Annotated[
        bool, typer.Option("--cors", help="Send nothing: print the rule that the bucket needs.")
    ] = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    allow_private: AllowPrivate = False,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Bring the output folder to a bucket or a web server: only what changed, the feed last.

    Keys come from the environment alone. What is there is whole at any moment.
    """
    from audiopress.deploy.secret_values import list_secrets

    note_target(target)
    hide_tokens(list_secrets())
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        allow_private=allow_private,
        untrusted=untrusted,
    )
    if cors:
        _print_cors(settings, target)
        return
    from audiopress.deploy.deployment import deploy as deploy_edition

    done = deploy_edition(
        settings,
        target,
        dry_run=dry_run,
        overwrite=overwrite,
        everything=everything,
        tell=print_message,
    )
    if json:
        print_json(_to_json(done, dry_run=dry_run), done=not dry_run)
    else:
        options = ["--all"] * everything + ["--overwrite"] * overwrite
        again = write_command("deploy", *filter(None, [target]), *options)
        _print(settings, done, again if dry_run else "")
    _print_trouble(done)


def _print_cors(settings: Settings, target: str) -> None:
    """Print the rule for a file, and to a person how it is set."""
    from audiopress.deploy.cors import name_cors_command, write_cors_rule
    from audiopress.deploy.opening import find_target

    print_result(write_cors_rule())
    command = name_cors_command(find_target(settings, target)[0], settings)
    print_message(f"next: {command}")


def _print(settings: Settings, deployment: Deployment, again: str) -> None:
    """Say what was done, or would be by the command ``again``."""
    done, dry_run = deployment.done, bool(again)
    if dry_run:
        for word, names in (("send", done.sent), ("remove", done.removed)):
            for name in names:
                print_result(f"{word:<7}{escape_controls(name)}")
    sent = f"{count_things(len(done.sent), 'file')} ({done.size / 1e6:.1f} MB)"
    parts = f"{sent} sent, {len(done.removed)} removed, {done.unchanged} as they were"
    print_result(f"{'would be: ' if dry_run else ''}{parts}: {deployment.place}", done=not dry_run)
    for hub in deployment.hubs:
        if hub.told:
            print_result(f"told {hub.hub}: {hub.feed} has changed", done=True)
    if dry_run:
        print_message(f"next: {again}")
        return
    from audiopress.net.public_address import is_own_network

    # The address of a private show is printed by one command alone.
    address = '"$(audiopress show address)"' if settings.secret else settings.show.address
    private = " --allow-private" * is_own_network(settings.show.address)
    print_advice(f"next: audiopress check {address}{private}", done=True)


def _print_trouble(deployment: Deployment) -> None:
    """Say what could not be done besides; then the status is 1."""
    for note in deployment.done.notes:
        print_note(note)
    problems = [hub.problem for hub in deployment.hubs if hub.problem]
    for problem in problems:
        print_note(problem)
    if deployment.problem:
        print_error(deployment.problem)
        raise typer.Exit(1)


def _to_json(deployment: Deployment, *, dry_run: bool) -> dict[str, object]:
    done = deployment.done
    return {
        "place": deployment.place,
        "done": not dry_run,
        "sent": list(done.sent),
        "removed": list(done.removed),
        "unchanged": done.unchanged,
        "bytes": done.size,
        "updated": deployment.updated,
        "hubs": [
            {"feed": hub.feed, "hub": hub.hub, "told": hub.told, "problem": hub.problem or None}
            for hub in deployment.hubs
        ],
        "notes": list(done.notes),
        "errors": [error_to_json(deployment.problem)] if deployment.problem else [],
    }
