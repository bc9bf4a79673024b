"""Options that several commands share, and the settings they make.

Precedence: option, then ``AUDIOPRESS_*``, then file, then default; typer reads the environment.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from audiopress.settings import Settings

__all__ = [
    "AllowPrivate",
    "Cache",
    "Config",
    "Debug",
    "Jobs",
    "Json",
    "Lexicon",
    "Output",
    "Sources",
    "Strict",
    "Voice",
    "named",
    "ready_voices",
    "settings_of",
]

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        help="Files (.html .md .txt), folders or addresses; without one, those of the file.",
        show_default=False,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option("-c", "--config", envvar="AUDIOPRESS_CONFIG", help="Default: audiopress.toml."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", envvar="AUDIOPRESS_OUTPUT", help="Default: output."),
]
Cache = Annotated[
    Path | None, typer.Option("--cache", envvar="AUDIOPRESS_CACHE", help="Default: .audiopress.")
]
Voice = Annotated[
    str | None, typer.Option("--voice", envvar="AUDIOPRESS_VOICE", help="Who speaks the body.")
]
Lexicon = Annotated[
    Path | None,
    typer.Option("--lexicon", envvar="AUDIOPRESS_LEXICON", help="A PLS file of pronunciations."),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        envvar="AUDIOPRESS_JOBS",
        min=0,
        show_default=False,
        help="How many lines are spoken at a time; default: one a core.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option(
        "--allow-private",
        envvar="AUDIOPRESS_ALLOW_PRIVATE",
        help="Fetch from addresses that are not public.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", envvar="AUDIOPRESS_STRICT", help="One failure: publish nothing.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]


def _debug(value: bool) -> bool:
    os.environ["AUDIOPRESS_DEBUG"] = "1" if value else ""
    return value


Debug = Annotated[
    bool,
    typer.Option(
        "--debug", envvar="AUDIOPRESS_DEBUG", callback=_debug, help="Show tracebacks on errors."
    ),
]


def named(sources: list[str] | None) -> tuple[str, ...]:
    """Return the sources of a command line: a path counts from where we stand."""
    from audiopress.identity import is_address, is_other_address
    from audiopress.plugins import source_names

    def full(source: str) -> str:
        if is_address(source) or is_other_address(source):
            return source
        if source.partition(":")[0] in source_names():
            return source
        return os.path.abspath(source)  # noqa: PTH100 - keeps links

    return tuple(full(source) for source in sources or ())


def settings_of(  # noqa: PLR0913 - the options that commands share
    *,
    config: Path | None = None,
    output: Path | None = None,
    cache: Path | None = None,
    voice: str | None = None,
    lexicon: Path | None = None,
    jobs: int = 0,
    allow_private: bool = False,
) -> Settings:
    """Read the configuration of the folder we stand in and let the options have the last word."""
    from audiopress.settings import load

    here = Path.cwd()
    settings = load(config.absolute() if config else None, root=here)
    if output:
        settings = replace(settings, output=output.absolute())
    if cache:
        settings = _moved(settings, cache.absolute())
    if voice:
        settings = replace(
            settings, cast=replace(settings.cast, body=voice, roles=(), languages=())
        )
    if lexicon:
        if not lexicon.is_file():
            raise ConfigError("no such lexicon", where=str(lexicon))
        settings = replace(settings, lexicons=(*settings.lexicons, lexicon.absolute()))
    settings = replace(settings, jobs=jobs, allow_private=allow_private)
    _known_voices(settings)
    _private(settings)
    return settings


def ready_voices(settings: Settings) -> None:
    """Refuse to begin with a voice that is not installed; raises `ConfigError`."""
    from audiopress.voices import find, installed

    for place, name in _named_voices(settings).items():
        if not installed(find(name)):
            raise ConfigError(
                f'voice "{name}" is not installed',
                where=_place(settings, place),
                hint=f"audiopress voices install {name}",
            )


def _named_voices(settings: Settings) -> dict[str, str]:
    cast = settings.cast
    named = {"body": cast.body, **dict(cast.roles)}
    return named | {f"languages.{language}": name for language, name in cast.languages}


def _place(settings: Settings, place: str) -> str:
    return f"{settings.file.name}, [voices] {place}" if settings.file else "--voice"


def _private(settings: Settings) -> None:
    """Refuse to build around what is never deployed: the ledger holds texts that were withdrawn."""
    output = settings.output.resolve()
    for name, folder in (("ledger", settings.ledger), ("cache", settings.cache)):
        if folder.resolve().is_relative_to(output):
            raise ConfigError(
                f"the {name} lies in the output folder, which is for everybody",
                where=str(folder),
                hint="give the output a folder of its own: -o output",
            )


def _moved(settings: Settings, cache: Path) -> Settings:
    """Move the cache; the ledger of a preview lies in it and moves along."""
    if settings.file is None:
        return replace(settings, cache=cache, ledger=cache / "ledger")
    return replace(settings, cache=cache)


def _known_voices(settings: Settings) -> None:
    from audiopress.errors import VoiceError
    from audiopress.voices import find

    rates = {f"rate.{name}": name for name, _ in settings.cast.rates}
    for place, name in (_named_voices(settings) | rates).items():
        try:
            find(name)
        except VoiceError as error:
            where = _place(settings, place)
            raise ConfigError(error.message, where=where, hint=error.hint) from error
    if settings.cast.kernels:
        from audiopress.press.steps.plan import check_kernels

        check_kernels(settings.cast)
