"""``audiopress correct``: the versions of a corrected article, and how an old one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    DryRun,
    Json,
    Output,
    Untrusted,
    make_settings,
)
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import (
    escape_controls,
    notes_to_json,
    print_advice,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.errors import ConfigError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.corrections.purge import PurgedVersions, VersionState
    from audiopress.store.ledger import Record

__all__ = ["correct"]

_LEFT = (
    "cannot be taken back: what podcast apps and readers have loaded; the source's earlier forms "
    "and the history of a repository are yours to remove"
)
"""What no command reaches."""


def correct(  # noqa: PLR0913 - the options of the contract
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Any address, path or name of it, or its guid."),
    ],
    *,
    purge: Annotated[
        bool,
        typer.Option("--purge", help="Remove its old versions from output, cache and ledger."),
    ] = False,
    version: Annotated[
        str,
        typer.Option(
            "--version", metavar="KEY", help="Only this one: the first digits of its key."
        ),
    ] = "",
    dry_run: DryRun = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """List the versions of an article; with --purge remove those that were corrected, at once."""
    if version and not purge:
        raise ConfigError(
            "--version says which version --purge removes",
            hint=write_command("correct", name, "--purge", "--version", version),
        )
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    require_edition(settings)
    from audiopress.press.corrections import purge as press

    if purge:
        done = press.purge_versions(settings, name, version, dry_run=dry_run)
        _report_purge(done, dry_run=dry_run, json=json)
        return
    record, versions = press.list_versions(settings, name)
    if json:
        print_json(_to_json(record, versions))
    else:
        _print_versions(record, versions)


def _report_purge(done: PurgedVersions, *, dry_run: bool, json: bool) -> None:
    if json:
        held = done.held
        purged = {
            "purged": [each.episode.key for each in done.versions],
            "pictures": list(done.pictures),
            "held": {
                "texts": held.texts,
                "paragraphs": held.paragraphs,
                "readings": len(held.readings),
                "shared": held.shared,
                "corrections": len(held.corrected),
            },
            "notes": notes_to_json(done.notes),
        }
        undone = {"dry_run": True} if dry_run else {}
        print_json(_to_json(done.record, done.versions) | purged | undone, done=not dry_run)
    elif dry_run:
        _print_rehearsal(done)
    else:
        print_result("\n".join(_describe(done)), done=True)
    for note in done.notes:
        print_note(note)


def _print_rehearsal(done: PurgedVersions) -> None:
    count = count_things(len(done.versions), "old version")
    print_result(f"{escape_controls(done.record.title)}: {count} would be purged")
    for each in done.versions:
        print_result(f"  {each.episode.key[:8]}  {each.episode.changed:%Y-%m-%d %H:%M}")
    for address in done.pictures:
        print_result(f"  {address}")
    held = done.held.describe()
    print_message(f"would be gone here: {held or 'nothing more'}; nothing was written")


def _describe(done: PurgedVersions) -> list[str]:
    title = escape_controls(done.record.title)
    count = count_things(len(done.versions), "old version")
    held = done.held.describe() or "nothing was left in ledger and cache"
    shared = done.held.shared
    kept = f"; {count_things(shared, 'paragraph')} stay, for other articles say them too"
    return [
        f"{title}: {count} purged",
        f"gone here: {held}{kept * bool(shared)}",
        "delete where the edition is deployed, and in front of it (CDN):",
        *(f"  {each.address}{_name_heard(each)}" for each in done.versions),
        *(f"  {address}" for address in done.pictures),
        _LEFT,
    ]


def _name_heard(version: VersionState) -> str:
    """Say which file of a folder is not to go: only texts were corrected."""
    return f" but for {version.heard}, which is published" if version.heard else ""


def _print_versions(record: Record, versions: Sequence[VersionState]) -> None:
    from audiopress.press.corrections.deeds import list_deeds

    print_result(f"{escape_controls(record.title)}  [{escape_controls(record.id)}]")
    for each in versions:
        parts = (
            "published" if each.current else "replaced",
            "" if each.here else "its files are not here",
            "" if each.text else "no text of it in the ledger",
        )
        state = ", ".join(part for part in parts if part)
        print_result(f"  {each.episode.key[:8]}  {each.episode.changed:%Y-%m-%d %H:%M}  {state}")
    for deed in list_deeds(record):
        if deed.what != "corrected":
            who, why = f", by {deed.who}" * bool(deed.who), f": {deed.reason}" * bool(deed.reason)
            told = f"{deed.what}{f' {deed.key[:8]}' * bool(deed.key)}{who}{why}"
            print_result(f"  {'':8}  {deed.at:%Y-%m-%d %H:%M}  {escape_controls(told)}")
    if len(versions) > 1:
        again = write_command("correct", record.slug, "--purge")
        print_advice(f"to remove what was replaced: {again}")


def _to_json(record: Record, versions: Sequence[VersionState]) -> dict[str, Any]:
    from audiopress.press.corrections.deeds import list_deeds

    return {
        "id": record.id,
        "slug": record.slug,
        "guid": record.guid,
        "title": record.title,
        "versions": [
            {
                "key": each.episode.key,
                "changed": each.episode.changed.isoformat(),
                "address": each.address,
                "current": each.current,
                "here": each.here,
                "text": each.text,
                "heard": each.heard or None,
            }
            for each in versions
        ],
        "deeds": [
            {
                "what": deed.what,
                "at": deed.at.isoformat(),
                "who": deed.who or None,
                "key": deed.key or None,
                "reason": deed.reason or None,
            }
            for deed in list_deeds(record)
        ],
    }
