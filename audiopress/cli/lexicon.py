"""``audiopress lexicon``: how words are said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.console import print_out, say_line
from audiopress.cli.options import Config, Debug  # noqa: TC001 - typer reads them

__all__ = ["app"]

app = typer.Typer(
    help="Say how words are pronounced.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


@app.callback()
def _group() -> None:
    """Say how words are pronounced."""


def _base(language: str) -> str:
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
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Add a pronunciation to the show's PLS file; a word that is there is said anew."""
    from audiopress.settings import load
    from audiopress.speaking.lexicon import add as added
    from audiopress.store.atomic_files import read, replace_if_changed

    settings = load(config.absolute() if config else None, root=Path.cwd())
    known = lexicon.absolute() if lexicon else None
    file = known or next(iter(settings.lexicons), settings.root / "lexicon.pls")
    body = added(
        read(file) or b"",
        word,
        say,
        language=language or _base(settings.show.language),
        where=str(file),
    )
    replace_if_changed(file, body)
    print_out(f"{word} is said as {say}: {file}")
    if file not in settings.lexicons:
        say_line(
            f'note: no configuration names it: put lexicons = ["{file.name}"] under [edition], '
            f"or build with --lexicon {file}"
        )
