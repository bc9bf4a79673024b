"""``audiopress sign``: what an edition is signed with, and a pair for trying."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.options import Config, Debug, Untrusted, make_settings
from audiopress.cli.terminal.console import print_message, print_result
from audiopress.errors import ConfigError

__all__ = ["sign"]


def sign(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]",
            help="Where --test-certificate puts the two files; else the current folder.",
            show_default=False,
        ),
    ] = None,
    *,
    test_certificate: Annotated[
        bool, typer.Option("--test-certificate", help="Make a certificate and key for trying.")
    ] = False,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Look whether certificate and key of [sign] may sign; with an option make two for trying.

    What is new in an edition is signed by `audiopress build`.
    """
    if test_certificate:
        _make_pair(folder or Path())
        return
    if folder is not None:
        raise ConfigError(
            "a folder is for a new pair",
            where=str(folder),
            hint="audiopress sign --test-certificate",
        )
    settings = make_settings(config=config, untrusted=untrusted)
    from audiopress.press.edition.publishing.signatures import try_signing

    pair = try_signing(settings)
    print_result(f"{pair.algorithm} by {pair.signer}, until {pair.expires:%Y-%m-%d}")
    print_message("what is new is signed with it: audiopress build")


def _make_pair(folder: Path) -> None:
    from audiopress.press.one_file.trial_files import make_trial_files

    certificate, key = make_trial_files(folder)
    print_result(f"certificate: {certificate}")
    print_result(f"key:         {key}")
    print_message(
        "for trying only: nobody has looked who you are, and every reader of signatures says so. "
        "Keep the key out of output and version control.\n"
        "next, in audiopress.toml (paths go by its folder):\n"
        f'[sign]\ncertificate = "{certificate.as_posix()}"\nkey = "{key.as_posix()}"'
    )
