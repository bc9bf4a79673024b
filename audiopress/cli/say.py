"""``audiopress say``: speak a text to a file, for trying voices and lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.console import print_out, read_in
from audiopress.cli.options import Cache, Config, Debug, Lexicon, Voice, settings_of
from audiopress.errors import ConfigError

__all__ = ["say"]


def say(  # noqa: PLR0913 - the options of the contract
    text: Annotated[
        str | None, typer.Argument(help="What to say; without it, standard input.")
    ] = None,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="An .mp3 or .wav file.")] = Path(
        "say.mp3"
    ),
    config: Config = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    language: Annotated[str | None, typer.Option(help="Default: the show's.")] = None,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Speak TEXT as an edition would, with its spoken forms and lexicon, into a file."""
    settings = settings_of(config=config, cache=cache, voice=voice, lexicon=lexicon)
    words = read_in() if text is None else _fit(text)
    if not words.strip():
        raise ConfigError("there is nothing to say", hint='audiopress say "Good evening."')
    from audiopress.press.say import say as speak

    seconds = speak(settings, words, output.absolute(), language or settings.show.language)
    print_out(f"{output}  ({seconds:.1f} s)")


def _fit(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ConfigError("the text is not UTF-8", where="TEXT") from error
    return text
