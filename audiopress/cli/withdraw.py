"""``audiopress withdraw``: take articles back."""

from __future__ import annotations

import shlex
from pathlib import Path  # noqa: TC003 - typer reads it
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
from audiopress.cli.site import pages_to_json
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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.withdraw import Restoration, Withdrawal
    from audiopress.settings import Settings
    from audiopress.site.build import PageOutcome, SiteBuild

__all__ = ["withdraw"]


def withdraw(  # noqa: PLR0913 - the options of the contract
    names: Annotated[
        list[str],
        typer.Argument(metavar="ID...", help="Any address, path or name of it, or its guid."),
    ],
    *,
    restore: Annotated[
        bool, typer.Option("--restore", help="Let the next build publish it again.")
    ] = False,
    purge: Annotated[
        bool,
        typer.Option("--purge", help="Remove what it said from ledger and cache too."),
    ] = False,
    reason: Annotated[str, typer.Option(help="What the page that stays says besides.")] = "",
    dry_run: DryRun = False,
    site: Annotated[
        Path | None,
        typer.Option("--site", metavar="DIR", help="The site it is in: audiopress site DIR."),
    ] = None,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Take articles out of the feed and their sound off the disk; pages that say so stay.

    All that are named, or none where a name means no article.
    """
    if site and output:
        raise ConfigError("-o and --site each name the edition's folder", hint="give one of them")
    if restore and purge:
        raise ConfigError("--restore and --purge are opposites", hint="give one of them")
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    require_edition(settings)
    opened = _open_site(settings, site) if site else None
    # The edition of a site lies where the site puts it, not in ./output.
    settings = opened.settings if opened else settings
    # The file of a page of the site, in a name that only the site knows.
    names = [opened.find_address(name) for name in names] if opened else names
    if restore:
        _restore(settings, names, site, dry_run=dry_run, json=json)
        return
    from audiopress.press import withdraw as press

    done = press.withdraw(
        settings, names, reason=reason, purge=purge, output_named=bool(output), dry_run=dry_run
    )
    documents, notes = [], []
    for each in done:
        # The player in a page of the site may know the article by any name it ever had.
        known = {each.record.id, *each.record.aliases}
        pages, lost = opened.remove_players(known, dry_run=dry_run) if opened else ((), [])
        documents.append(_withdrawal_to_json(each, pages, lost))
        notes += [*each.notes, *lost]
        if dry_run and not json:
            _print_rehearsal(each, pages)
        elif not json:
            _print_withdrawal(each, site, pages, _describe_next(each, site, settings))
    if json:
        _print_documents(documents, dry_run=dry_run)
    _print_notes(notes)
    _print_undone(dry_run=dry_run)


def _print_documents(documents: Sequence[dict[str, Any]], *, dry_run: bool) -> None:
    """Write what became of one article, or of several under ``articles``."""
    whole = {"articles": documents} if len(documents) > 1 else documents[0]
    print_json(whole | ({"dry_run": True} if dry_run else {}), done=not dry_run)


def _print_undone(*, dry_run: bool) -> None:
    if dry_run:
        print_message("nothing was written")


def _restore(
    settings: Settings, names: Sequence[str], site: Path | None, *, dry_run: bool, json: bool
) -> None:
    from audiopress.press.withdraw import restore

    restored = restore(settings, names, dry_run=dry_run)
    if json:
        _print_documents([_to_json(each, each.notes) for each in restored], dry_run=dry_run)
    elif dry_run:
        for each in restored:
            print_result(f"{escape_controls(each.title)} would be no longer withdrawn")
    else:
        for each in restored:
            how = " (it was purged: it is spoken again from its source)" if each.purged else ""
            print_result(f"{escape_controls(each.title)} is no longer withdrawn{how}", done=True)
        # Quoted, as it is there to be copied into a shell.
        again = f"audiopress site {shlex.quote(str(site))}" if site else "audiopress build"
        print_advice(f"next: {again}", done=True)
    _print_notes([note for each in restored for note in each.notes])
    _print_undone(dry_run=dry_run)


def _to_json(done: Withdrawal | Restoration, notes: Sequence[str]) -> dict[str, Any]:
    """Return what a withdrawal and a restoration have in common, as programs get it."""
    record = done.record
    return {
        "id": record.id,
        "slug": record.slug,
        "guid": record.guid,
        "title": done.title,
        "state": record.state,
        "purged": done.purged,
        "notes": notes_to_json(notes),
    }


def _withdrawal_to_json(
    done: Withdrawal, pages: Sequence[PageOutcome], notes: Sequence[str]
) -> dict[str, Any]:
    held = done.held
    return _to_json(done, [*done.notes, *notes]) | {
        # Where no edition lies, the next build takes its files away.
        "removed": done.here,
        # With `purged` it is what was held.
        "held": {
            "texts": held.texts,
            "paragraphs": held.paragraphs,
            "readings": len(held.readings),
            "shared": held.shared,
            "corrections": len(held.corrected),
        },
        "pages": pages_to_json(pages),
    }


def _print_rehearsal(done: Withdrawal, pages: Sequence[PageOutcome]) -> None:
    """Say what would become of an article, and of what is held of it."""
    lost = [page.path for page in pages if page.action == "removed"]
    players = f", and its player taken out of {', '.join(lost)}" if lost else ""
    print_result(f"{escape_controls(done.title)} would be withdrawn{players}")
    print_result(f"  it is {escape_controls(done.record.id)}")
    held = done.held.describe()
    if held:
        print_result(f"  would be {'purged' if done.purged else 'held still'}: {held}")


def _print_withdrawal(
    done: Withdrawal, site: Path | None, pages: Sequence[PageOutcome], following: str
) -> None:
    place = f" --site {shlex.quote(str(site))}" if site else ""
    command = f"audiopress withdraw {done.record.slug}"
    title = escape_controls(done.title)
    lines = [
        f"{title} is withdrawn{_describe_lost(pages)}: {following}",
        # Two articles may have one headline.
        f"it was {escape_controls(done.record.id)}",
        f"back again: {command} --restore{place}",
        *_describe_held(done, f"{command} --purge{place}"),
    ]
    print_advice("\n".join(lines), done=True)


def _describe_next(done: Withdrawal, site: Path | None, settings: Settings) -> str:
    if not done.record.versions:
        return "it was held for review and never published, so nothing is to be deployed"
    if done.here:
        if site:
            return "deploy the site, and delete there what is no longer in it"
        if settings.target:
            return "audiopress deploy takes it from where it is served"
        if settings.show.private:
            return (
                "whoever hears it in this network (audiopress serve --lan) has it no more, and "
                "nothing is to be done; a copy on a host is taken from there by audiopress deploy "
                "TARGET"
            )
        deploy = "audiopress deploy TARGET takes it from where it is served"
        return f"{deploy}; or copy the output folder, and delete there what is no longer in it"
    return (
        "no edition lies here, so only the ledger says so; commit it, and the next build leaves "
        "the article out: audiopress build"
    )


def _describe_held(done: Withdrawal, purge: str) -> list[str]:
    """Say what is still held of the article, or what was removed."""
    held = done.held.describe()
    if not done.purged:
        return [f"still held: {held}; {purge} removes that too"] if held else []
    kept = (
        f"; {done.held.shared} of its paragraphs stay, for other articles say them too"
        if done.held.shared
        else ""
    )
    gone = held or "nothing was left in ledger and cache"
    yours = "its source, where there is one, and the history of a repository are yours to remove"
    return [f"purged: {gone}{kept}; {yours}"]


def _print_notes(notes: Sequence[str]) -> None:
    for note in notes:
        print_note(note)


def _open_site(settings: Settings, folder: Path) -> SiteBuild:
    from audiopress.site.build import open_site  # imports what builds

    return open_site(settings, folder)


def _describe_lost(pages: Sequence[PageOutcome]) -> str:
    """Name the pages that have lost their player."""
    lost = [page.path for page in pages if page.action == "removed"]
    return f", and its player is out of {', '.join(lost)}" if lost else ""
