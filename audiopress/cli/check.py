"""``audiopress check``: receipts on what was shipped."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.options import AllowPrivate, Config, Debug, Json, Untrusted, make_settings
from audiopress.cli.terminal.check_table import print_checks
from audiopress.cli.terminal.console import print_json, print_message

if TYPE_CHECKING:
    from audiopress.checking.receipt import Check, Receipt
    from audiopress.settings.values import Settings

__all__ = ["check"]


def check(  # noqa: PLR0913 - the options of the contract
    *,
    place: Annotated[
        str,
        typer.Argument(
            metavar="[PLACE]",
            help="An edition's folder or address, or an MP3; else the configured folder.",
            show_default=False,
        ),
    ] = "",
    previous: Annotated[
        str,
        typer.Option(
            metavar="FEED",
            help="A feed it had before, its address, or an edition's folder as it was: nothing "
            "that it named may be gone.",
            show_default=False,
        ),
    ] = "",
    words: Annotated[
        bool, typer.Option("--words", help="Hear whether each paragraph is said: needs --model.")
    ] = False,
    model: Annotated[
        str,
        typer.Option(
            metavar="FOLDER",
            envvar="AUDIOPRESS_MODEL",
            help="What --words hears with: a Whisper model's folder, or a package that holds one.",
            show_default=False,
        ),
    ] = "",
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write a page with all of it and pictures of the sound.",
            show_default=False,
        ),
    ] = None,
    loudness: Annotated[
        float | None,
        typer.Option(
            metavar="LUFS",
            min=-70,
            max=-1,
            help="How loud its episodes are to be; else as configured for this edition, or -16.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="List what is right too.")] = False,
    config: Config = None,
    json: Json = False,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Look whether what was built is what it says it is: feed, files and the sound itself.

    Trusts nothing that a build remembers. Ends with status 1 when anything is wrong.
    """
    from audiopress.checking.places import check_place
    from audiopress.checking.report_page.place import try_report
    from audiopress.net.transport import FetchLimits

    named = place and not place.endswith(".mp3")
    settings = None if named else make_settings(config=config, untrusted=untrusted)
    known = settings.output if settings else None
    # Of a private show all of it: its feed lies below the folder that nobody can guess.
    place = place or (str(settings.public_output) if settings else "")
    limits = FetchLimits(allow_private=allow_private)
    if html:
        try_report(html, place)
    receipt = check_place(
        place,
        limits,
        known=known,
        previous=previous or None,
        model=model if words else None,
        draw=html is not None,
        level=_find_level(place, config, settings, untrusted=untrusted)
        if loudness is None
        else loudness,
    )
    if html:
        _write_report(html, receipt, place)
    checks = receipt.list_checks()
    if json:
        print_json({"ok": receipt.ok, "checks": [_to_json(each) for each in checks]})
    else:
        # Of one file it is asked what it says.
        print_checks(checks, every=every or place.endswith(".mp3"))
    if not receipt.ok:
        raise typer.Exit(1)


def _find_level(
    place: str, config: Path | None, settings: Settings | None, *, untrusted: bool
) -> float:
    """Return the loudness in LUFS that an edition was made for: its own configuration says it.

    An edition may be named from anywhere; whose the configuration of this folder is, is told by its
    output and address. One that cannot be read is no matter of a check of another place.
    """
    from audiopress.checking.files.sound_rules import LEVEL
    from audiopress.errors import AudiopressError
    from audiopress.public import is_edition_of, load_settings

    if settings is None:
        try:
            settings = load_settings(config, untrusted=untrusted)
        except AudiopressError:
            if config is not None:
                raise
            return LEVEL
        if config is None and not is_edition_of(settings, place):
            return LEVEL
    return settings.sound.loudness


def _write_report(path: Path, receipt: Receipt, place: str) -> None:
    from audiopress.checking.report_page.page import render_report
    from audiopress.store.atomic_files import write

    # A link is followed, as where a shell writes: else it would be replaced itself.
    write(path.resolve(), render_report(receipt, place))
    print_message(f"{path} has all of it, with pictures of the sound")


def _to_json(each: Check) -> dict[str, object]:
    return {
        "name": each.name,
        "ok": each.ok,
        "figure": each.figure,
        "detail": each.detail,
        "where": each.where,
    }
