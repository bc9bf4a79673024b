"""``audiopress say``: speak a text to a file or aloud, for trying voices and lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.options import Cache, Config, Debug, Lexicon, Untrusted, Voice, make_settings
from audiopress.cli.terminal.console import print_note, print_result, read_standard_input

__all__ = ["say"]


def say(  # noqa: PLR0913 - the options of the contract
    text: Annotated[
        str | None, typer.Argument(help="What to say; without it, standard input.")
    ] = None,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="An .mp3 or .wav file.")
    ] = Path("say.mp3"),
    play: Annotated[bool, typer.Option("--play", help="Let it be heard too.")] = False,
    config: Config = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    language: Annotated[
        str | None, typer.Option(help="Default: the show's, else that of --voice.")
    ] = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Speak TEXT as an edition would, with its spoken forms and lexicon, into a file."""
    settings = make_settings(
        config=config, cache=cache, voice=voice, lexicon=lexicon, untrusted=untrusted
    )
    from audiopress.press.preflight import check_text
    from audiopress.press.say import find_spoken_language, note_language
    from audiopress.press.say import say as say_text

    words = read_standard_input() if text is None else text
    # Before an engine is started.
    check_text(words)
    tongue = language or find_spoken_language(settings)
    # Who says a language means it.
    if not language and (note := note_language(words, tongue)):
        print_note(note)
    seconds = say_text(settings, words, output.absolute(), tongue)
    print_result(f"{output}  ({seconds:.1f} s)", done=True)
    if play:
        from audiopress.cli.terminal.playing import play as play_sound

        play_sound(output)
