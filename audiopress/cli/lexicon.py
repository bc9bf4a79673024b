"""``audiopress lexicon``: how words are said."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads it
from typing import Annotated

import typer

from audiopress.cli.console import print_message, print_result
from audiopress.cli.options import Config, Debug, Untrusted  # noqa: TC001 - typer reads them

__all__ = ["app"]

app = typer.Typer(
    help="Say how words are pronounced.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


# Typer makes one command of a group with one command in it, unless the group has a callback.
@app.callback()
def _group() -> None:
    """Say how words are pronounced."""


def _drop_country(language: str) -> str:
    """Return a language without its country: an American page in a British show is English."""
    return language.partition("-")[0]


@app.command()
def add(  # noqa: PLR0913 - the options of the contract
    word: Annotated[str, typer.Argument(help="As it is written.")],
    *,
    say: Annotated[str, typer.Option(help="As it is said, in plain words or as [[IPA]].")],
    language: Annotated[
        str | None, typer.Option(help="Default: the show's, in all its countries.")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Default: the configuration's first, or lexicon.pls.")
    ] = None,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Add a pronunciation to the show's PLS file; a word that is there is said anew."""
    from audiopress.public import load_settings
    from audiopress.speaking.lexicon import add_word
    from audiopress.store.atomic_files import read, replace_if_changed

    settings = load_settings(config, untrusted=untrusted)
    # Absolute like those of the settings, among which it is looked for below.
    known = lexicon.absolute() if lexicon else None
    file = known or next(iter(settings.lexicons), settings.root / "lexicon.pls")
    body = add_word(
        # A lexicon that is not there yet begins with this word.
        read(file) or b"",
        word,
        say,
        language=language or _drop_country(settings.show.language),
        where=str(file),
    )
    replace_if_changed(file, body)
    print_result(f"{word} is said as {say}: {file}", done=True)
    # Else the next build would say the word as before, and nobody would know why.
    if file not in settings.lexicons:
        print_message(
            f'note: no configuration names it: put lexicons = ["{file.name}"] under [edition], '
            f"or build with --lexicon {file}"
        )
