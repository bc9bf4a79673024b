"""``audiopress lexicon``: how words are said."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
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
from audiopress.cli.terminal.console import (
    error_to_json,
    print_error,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.errors import ConfigError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things
from audiopress.text.language_names import name_language, suits, write_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.lexicons.lexicon_check import ListedEntry
    from audiopress.settings import Settings

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="Say how words are pronounced.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

_SIGNS = re.compile(r"[#*_|~^<>={}\\@+§©®™°]")
"""Matches signs that no letter and no pause is meant by."""

_NAMED = 10
"""How many words without a use are named."""

_LOOKED_AT = "none of the text files and published articles"
"""What was searched for a word: nothing is fetched for that."""

Word = Annotated[str, typer.Argument(help="As it is written.")]


@app.command(cls=PlainCommand)
def add(  # noqa: PLR0913 - the options of the contract
    word: Word,
    *,
    say: Annotated[str, typer.Option(help="As it is said, in plain words or as [[IPA]].")],
    language: Annotated[
        str | None, typer.Option(help="Default: the show's, in all its countries.")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="Default: the show's own file for the language.")
    ] = None,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Add a pronunciation to the show's PLS file; a word that is there is said anew."""
    from audiopress.press.edition.voices.kept_voice import keep_published_voice
    from audiopress.press.lexicons.lexicon_check import check_pronunciation
    from audiopress.press.lexicons.lexicon_choice import (
        check_language,
        choose_lexicon,
        describe_language,
    )
    from audiopress.public import load_settings
    from audiopress.speaking.lexicon_editing import add_word
    from audiopress.store.atomic_files import replace_if_changed

    asked = check_language(language)
    settings = load_settings(config, untrusted=untrusted)
    check_pronunciation(keep_published_voice(settings), word, say, asked or "")
    # Absolute like those of the settings, among which it is looked for.
    named = lexicon.absolute() if lexicon else None
    command = f"audiopress lexicon add {shlex.quote(word)} --say {shlex.quote(say)}"
    chosen = choose_lexicon(settings, asked, named, command)
    file = chosen.file
    body = add_word(chosen.body, word, say, language=chosen.language, where=str(file))
    replace_if_changed(file, body)
    print_result(
        f"{word} is said as {say} in {describe_language(chosen.language)}: {file}", done=True
    )
    _note_what_counts(settings, file, word, asked)
    _note_signs(word, say)
    more: tuple[str, ...] = ("--language", asked) if asked else ()
    more += ("--lexicon", str(lexicon)) if lexicon else ()
    _note_spelling(settings, " ".join(word.split()), say, more)


def _note_spelling(settings: Settings, word: str, say: str, more: tuple[str, ...]) -> None:
    """Name the spelling that the articles have of a word which none has as it is written."""
    from audiopress.press.lexicons.article_texts import read_article_texts
    from audiopress.press.lexicons.lexicon_use import find_spelling

    if spelling := find_spelling(word, read_article_texts(settings).texts):
        print_note(_describe_spelling(word, spelling, say, *more))


def _describe_spelling(word: str, spelling: str, say: str, *more: str) -> str:
    """Say how the articles write a word, and which command says it so."""
    return (
        f"{_LOOKED_AT} has {word}: they write {spelling}, which is another word here; "
        f"{write_command('lexicon', 'add', spelling, '--say', say, *more)}"
    )


def _note_what_counts(settings: Settings, file: Path, word: str, asked: str | None) -> None:
    """Say where the next build would say the word in another way, else nobody would know why."""
    from audiopress.press.lexicons.lexicon_check import find_counting
    from audiopress.settings.lexicon_files import list_own_lexicons

    own = [each for each in list_own_lexicons(settings.root) if each not in settings.lexicons]
    used = replace(settings, lexicons=(*settings.lexicons, *own))
    if file not in used.lexicons:
        print_note(
            f'no configuration names it: put lexicons = ["{file.name}"] under [edition], '
            f"or build with --lexicon {file}"
        )
        return
    language = asked or settings.show.language
    counting = find_counting(used, " ".join(word.split()), language)
    if counting and counting.lexicon != str(file):
        print_note(
            f"in {language} {word} is said as {counting.entry.said} all the same: "
            f"{counting.lexicon} counts before it; audiopress lexicon remove {shlex.quote(word)} "
            f"--lexicon {shlex.quote(counting.lexicon)}"
        )


def _note_signs(word: str, say: str) -> None:
    """Name the signs of plain words that have no sound: some voices pass over them."""
    signs = "" if "[[" in say else "".join(dict.fromkeys(_SIGNS.findall(say)))
    if signs:
        print_note(
            f"{' '.join(signs)} may not be heard, what is said for a word is not written "
            "out any more; write it in words, and try it: "
            f"{write_command('lexicon', 'try', word)} --say TEXT"
        )


@app.command("list", cls=PlainCommand)
def list_words(  # noqa: PLR0913 - the options of the contract
    word: Annotated[str | None, typer.Argument(help="Only words with this in them.")] = None,
    *,
    language: Annotated[
        str | None, typer.Option(help="Only words that are said so in this language.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Those that are shipped too.")] = False,
    config: Config = None,
    lexicon: Lexicon = None,
    untrusted: Untrusted = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """List the words that the show says in its own way; with WORD, those that are shipped too."""
    from audiopress.press.lexicons.lexicon_check import list_entries
    from audiopress.press.lexicons.lexicon_choice import check_language

    asked = check_language(language)
    settings = make_settings(config=config, lexicon=lexicon, untrusted=untrusted)
    found = [
        each
        for each in list_entries(settings)
        if _has_part(each.entry.grapheme, word or "")
        and (asked is None or suits(each.entry.language, asked))
    ]
    if json:
        print_json({"entries": [_entry_to_json(each) for each in found]})
        return
    shown = found if every or word else [each for each in found if not each.shipped]
    for each in shown:
        print_result(_format_entry(each, settings))
    if len(shown) < len(found):
        shipped = count_things(len(found) - len(shown), "shipped word")
        print_message(f"and {shipped}: audiopress lexicon list --all, or list WORD")
    if not found:
        more = f" --language {asked}" if asked else ""
        what = word or f"a word for {name_language(asked or '')}"
        print_message(
            f"no lexicon has {what}: audiopress lexicon add {shlex.quote(word or 'WORD')} "
            f"--say TEXT{more}"
        )


def _has_part(word: str, part: str) -> bool:
    """Whether ``part`` is in a word, whatever the case and the marks on letters."""
    from anyascii import anyascii

    return anyascii(part).casefold() in anyascii(word).casefold()


def _format_entry(each: ListedEntry, settings: Settings) -> str:
    """Return a line such as ``Kyiv  Keev  en  (shipped)``; own files by their path in the show."""
    where = "shipped" if each.shipped else each.lexicon
    if not each.shipped and Path(where).is_relative_to(settings.root):
        where = Path(where).relative_to(settings.root).as_posix()
    state = "" if each.used else ", a later entry counts"
    language = each.entry.language or "every language"
    return f"{each.entry.grapheme}  {each.entry.said}  {language}  ({where}{state})"


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


@app.command(cls=PlainCommand)
def remove(  # noqa: PLR0913 - the options of the contract
    word: Word,
    *,
    lexicon: Annotated[
        Path | None, typer.Option(help="Default: every lexicon of the show that has it.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Only from files of this language. Default: from all.")
    ] = None,
    config: Config = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Remove a word from the show's PLS files: it is said as before."""
    from audiopress.press.lexicons.lexicon_choice import check_language
    from audiopress.press.steps.lexicons import read_own_files
    from audiopress.public import load_settings
    from audiopress.speaking.lexicon import read_language
    from audiopress.speaking.lexicon_editing import has_word, remove_word
    from audiopress.store.atomic_files import replace_if_changed

    asked = check_language(language)
    settings = load_settings(config, untrusted=untrusted)
    bodies = ((str(lexicon), _read_named(lexicon)),) if lexicon else read_own_files(settings)
    if asked:
        bodies = tuple(
            (name, body) for name, body in bodies if write_tag(read_language(body, name)) == asked
        )
    holding = [(name, body) for name, body in bodies if has_word(body, word, name)]
    # All before one is written: what cannot be cut out leaves the others as they are.
    left = [(name, remove_word(body, word, where=name)) for name, body in holding]
    if not left:
        raise _explain_not_there(settings, word, bodies)
    for name, body in left:
        replace_if_changed(Path(name), body)
        print_result(f"{word} is removed: {name}", done=True)


def _explain_not_there(
    settings: Settings, word: str, bodies: Sequence[tuple[str, bytes]]
) -> ConfigError:
    """Return the error for a word that cannot be removed, with the one that may be meant."""
    from audiopress.press.lexicons.lexicon_check import find_near, list_entries

    quoted = shlex.quote(word)
    if any(each.shipped and each.entry.grapheme == word for each in list_entries(settings)):
        return ConfigError(
            "the word is shipped and stays",
            where=word,
            hint=f"audiopress lexicon add {quoted} --say TEXT says it in another way",
        )
    near = find_near(word, bodies)
    hint = f"audiopress lexicon remove {shlex.quote(near)}" if near else "audiopress lexicon list"
    names = ", ".join(Path(name).name for name, _ in bodies) or "the show has none of its own"
    meant = f"; did you mean {near}?" if near else ""
    return ConfigError(f"no lexicon has the word ({names}){meant}", where=word, hint=hint)


@app.command("try", cls=PlainCommand)
def try_word(  # noqa: PLR0913 - the options of the contract
    word: Annotated[str, typer.Argument(help="A word, or a sentence with it.")],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Default: WORD.mp3 in this folder; -before and -after are added.",
        ),
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
    from audiopress.press.lexicons.lexicon_choice import check_language

    asked = check_language(language)
    settings = make_settings(
        config=config, cache=cache, voice=voice, lexicon=lexicon, untrusted=untrusted
    )
    from audiopress.identity import make_slug
    from audiopress.press.lexicons.lexicon_check import try_lexicons
    from audiopress.press.preflight import check_text
    from audiopress.press.say import find_spoken_language
    from audiopress.press.say import say as say_text

    check_text(word)
    target = (output or Path(f"{make_slug(word, word, ())}.mp3")).absolute()
    tongue = asked or find_spoken_language(settings)
    tried = try_lexicons(settings, word, say, tongue)
    for name, lexicons, spoken in tried:
        file = target.with_name(f"{target.stem}-{name}{target.suffix}")
        seconds = say_text(settings, word, file, tongue, lexicons)
        print_result(f"{file}  ({seconds:.1f} s)  {spoken}", done=True)
    if output is None:
        print_message(
            f"the two files lie in {target.parent}, and nothing else uses them: delete them when "
            "you have heard them; -o FILE puts them elsewhere"
        )
    if len({spoken for _, _, spoken in tried}) == 1:
        print_note(
            f"no lexicon has a word of it in {tongue}, both are the same: audiopress lexicon "
            f"add {shlex.quote(word)} --say TEXT{f' --language {asked}' if asked else ''}"
        )


@app.command(cls=PlainCommand)
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
    from audiopress.press.lexicons.lexicon_check import check_lexicons
    from audiopress.press.steps.lexicons import read_own_files
    from audiopress.settings.lexicon_files import list_passed_by

    settings = make_settings(config=config, lexicon=lexicon, untrusted=untrusted)
    files = ((str(file), _read_named(file)),) if file else read_own_files(settings)
    found = check_lexicons(settings, files)
    passed_by = () if file else list_passed_by(settings.root)
    unused = _note_unused(settings, files)
    for each in passed_by:
        print_note(
            f"{each} is not used: what stands before .pls is no tag of a language "
            "(lexicon.de.pls); rename it, or name it under [edition] lexicons"
        )
    if json:
        errors = [error_to_json(error) for error in found.errors]
        names = [name for name, _ in files]
        print_json(
            {
                "ok": not errors,
                "lexicons": names,
                "entries": found.entries,
                "errors": errors,
                "unused": unused,
            }
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


def _note_unused(settings: Settings, files: Sequence[tuple[str, bytes]]) -> list[str] | None:
    """Say which words no article has, and return them.

    Nothing where that cannot be told: there are no articles, or some that are not looked into.
    """
    from audiopress.press.lexicons.article_texts import read_article_texts
    from audiopress.press.lexicons.lexicon_use import find_spelling, list_unused

    articles = read_article_texts(settings)
    words = list_unused(files, articles.texts)
    near = {word: form for word in words if (form := find_spelling(word, articles.texts))}
    for word, spelling in near.items():
        print_note(_describe_spelling(word, spelling, "TEXT"))
    if not articles.whole or not articles.texts:
        return None
    others = [word for word in words if word not in near]
    if others:
        named = ", ".join(others[:_NAMED]) + f" and {len(others) - _NAMED} more" * (
            len(others) > _NAMED
        )
        print_message(f"{_LOOKED_AT} has: {named}")
    return list(words)


def _read_named(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise ConfigError(f"no lexicon: {why}", where=str(file), hint="name a PLS file") from error
