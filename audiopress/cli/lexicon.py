"""``audiopress lexicon``: how words are said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.console import (
    error_to_json,
    print_error,
    print_json,
    print_message,
    print_result,
)
from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    Json,
    Lexicon,
    Untrusted,
    Voice,
    make_settings,
)
from audiopress.errors import ConfigError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from audiopress.press.lexicon_check import ListedEntry
    from audiopress.settings import Settings

__all__ = ["app"]

app = typer.Typer(
    help="Say how words are pronounced.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

Word = Annotated[str, typer.Argument(help="As it is written.")]


def _drop_country(language: str) -> str:
    """Return a language without its country: an American page in a British show is English."""
    return language.partition("-")[0]


@app.command()
def add(  # noqa: PLR0913 - the options of the contract
    word: Word,
    *,
    say: Annotated[str, typer.Option(help="As it is said, in plain words or as [[IPA]].")],
    language: Annotated[
        str | None, typer.Option(help="Default: the show's, in all its countries.")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Default: the show's lexicon.pls, or the first it names.")
    ] = None,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Add a pronunciation to the show's PLS file; a word that is there is said anew."""
    from audiopress.press.edition.voices.kept_voice import keep_published_voice
    from audiopress.press.lexicon_check import check_pronunciation
    from audiopress.public import load_settings
    from audiopress.speaking.lexicon_editing import add_word
    from audiopress.store.atomic_files import read, replace_if_changed

    settings = load_settings(config, untrusted=untrusted)
    check_pronunciation(keep_published_voice(settings), word, say, language or "")
    # Absolute like those of the settings, among which it is looked for below.
    file = lexicon.absolute() if lexicon else _choose_lexicon(settings)
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
    if file not in (*settings.lexicons, _own_lexicon(settings)):
        print_message(
            f'note: no configuration names it: put lexicons = ["{file.name}"] under [edition], '
            f"or build with --lexicon {file}"
        )


def _own_lexicon(settings: Settings) -> Path:
    from audiopress.settings.lexicon_files import OWN_LEXICON

    return settings.root / OWN_LEXICON


def _choose_lexicon(settings: Settings) -> Path:
    """Return the file that new words go into: the show's own, else the first that it names."""
    own = _own_lexicon(settings)
    if own in settings.lexicons or not settings.lexicons:
        return own
    return settings.lexicons[0]


@app.command("list")
def list_words(  # noqa: PLR0913 - the options of the contract
    word: Annotated[str | None, typer.Argument(help="Only words with this in them.")] = None,
    *,
    config: Config = None,
    lexicon: Lexicon = None,
    untrusted: Untrusted = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """List the words that are said in a way of their own: those that are shipped and the show's."""
    from audiopress.press.lexicon_check import list_entries

    settings = make_settings(config=config, lexicon=lexicon, untrusted=untrusted)
    found = [each for each in list_entries(settings) if _has_part(each.entry.grapheme, word or "")]
    if json:
        print_json({"entries": [_entry_to_json(each) for each in found]})
        return
    for each in found:
        print_result(_format_entry(each, settings))
    if not found:
        print_message(f"no lexicon has {word}: audiopress lexicon add {word!r} --say TEXT")


def _has_part(word: str, part: str) -> bool:
    """Whether ``part`` is in a word, whatever the case and the marks on letters."""
    from anyascii import anyascii

    return anyascii(part).casefold() in anyascii(word).casefold()


def _format_entry(each: ListedEntry, settings: Settings) -> str:
    """Return a line such as ``Kyiv  Keev  (shipped)``; own files by their path in the show."""
    where = "shipped" if each.shipped else each.lexicon
    if not each.shipped and Path(where).is_relative_to(settings.root):
        where = Path(where).relative_to(settings.root).as_posix()
    state = "" if each.used else ", a later entry counts"
    return f"{each.entry.grapheme}  {each.entry.said}  ({where}{state})"


def _entry_to_json(each: ListedEntry) -> dict[str, Any]:
    return {
        "word": each.entry.grapheme,
        "say": each.entry.said,
        "language": each.entry.language,
        "lexicon": each.lexicon,
        "line": each.entry.line,
        "shipped": each.shipped,
        "used": each.used,
    }


@app.command()
def remove(
    word: Word,
    *,
    lexicon: Annotated[
        Path | None, typer.Option(help="Default: every lexicon of the show that has it.")
    ] = None,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Remove a word from the show's PLS files: it is said as before."""
    from audiopress.press.lexicon_check import list_entries
    from audiopress.public import load_settings
    from audiopress.speaking.lexicon_editing import has_word, remove_word
    from audiopress.store.atomic_files import read, replace_if_changed

    settings = load_settings(config, untrusted=untrusted)
    files = (lexicon.absolute(),) if lexicon else settings.lexicons
    bodies = [(file, read(file) or b"") for file in files]
    holding = [(file, body) for file, body in bodies if body and has_word(body, word, str(file))]
    # All before one is written: what cannot be cut out leaves the others as they are.
    left = [(file, remove_word(body, word, where=str(file))) for file, body in holding]
    if not left:
        shipped = {each.entry.grapheme for each in list_entries(settings) if each.shipped}
        raise ConfigError(
            "the word is shipped and stays" if word in shipped else "no lexicon has the word",
            where=word,
            hint=f"audiopress lexicon add {word!r} --say TEXT says it in another way"
            if word in shipped
            else "audiopress lexicon list",
        )
    for file, body in left:
        replace_if_changed(file, body)
        print_result(f"{word} is removed: {file}", done=True)


@app.command("try")
def try_word(  # noqa: PLR0913 - the options of the contract
    word: Annotated[str, typer.Argument(help="A word, or a sentence with it.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Default: WORD.mp3; -before and -after are added."),
    ] = None,
    say: Annotated[
        str | None, typer.Option(help="Try this, in plain words or as [[IPA]], adding nothing.")
    ] = None,
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
    """Speak WORD into two files: as the voice says it by itself, and as the lexicons have it."""
    settings = make_settings(
        config=config, cache=cache, voice=voice, lexicon=lexicon, untrusted=untrusted
    )
    from audiopress.identity import make_slug
    from audiopress.press.lexicon_check import try_lexicons
    from audiopress.press.preflight import check_text
    from audiopress.press.say import find_spoken_language
    from audiopress.press.say import say as say_text

    check_text(word)
    target = (output or Path(f"{make_slug(word, word, ())}.mp3")).absolute()
    tongue = language or find_spoken_language(settings)
    tried = try_lexicons(settings, word, say, tongue)
    for name, lexicons, spoken in tried:
        file = target.with_name(f"{target.stem}-{name}{target.suffix}")
        seconds = say_text(settings, word, file, tongue, lexicons)
        print_result(f"{file}  ({seconds:.1f} s)  {spoken}", done=True)
    if len({spoken for _, _, spoken in tried}) == 1:
        print_message(
            f"note: no lexicon has a word of it, both are the same: audiopress lexicon add "
            f"{word!r} --say TEXT"
        )


@app.command()
def check(  # noqa: PLR0913 - the options of the contract
    file: Annotated[
        Path | None, typer.Argument(help="A PLS file; without it, those of the show.")
    ] = None,
    *,
    config: Config = None,
    lexicon: Lexicon = None,
    untrusted: Untrusted = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Say what is wrong with PLS files: their form, IPA no voice can say, entries without use."""
    from audiopress.press.lexicon_check import check_lexicons
    from audiopress.press.steps.lexicons import read_own_files

    settings = make_settings(config=config, lexicon=lexicon, untrusted=untrusted)
    files = ((str(file), _read_named(file)),) if file else read_own_files(settings)
    found = check_lexicons(settings, files)
    if json:
        errors = [error_to_json(error) for error in found.errors]
        names = [name for name, _ in files]
        print_json(
            {"ok": not errors, "lexicons": names, "entries": found.entries, "errors": errors}
        )
    for error in found.errors:
        print_error(error)
    if not files:
        print_message("the show has no lexicon of its own: audiopress lexicon add WORD --say TEXT")
    elif not json:
        state = f"{len(found.errors)} to mend" if found.errors else "all is well"
        print_result(f"{count_things(found.entries, 'word')}, {state}", done=True)
    if found.errors:
        raise typer.Exit(1)


def _read_named(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ConfigError(f"no lexicon: {why}", where=str(file), hint="name a PLS file") from error
