"""What a run must have before it begins: known and installed voices, folders kept apart.

Found out here, a mistake costs a second; found by an engine, it would cost an article or more.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, VoiceError
from audiopress.plugins import find_engine
from audiopress.press.edition.voices.kept_voice import (
    is_kept,
    keep_published_voice,
    suggest_other_voice,
)
from audiopress.press.edition.voices.missing_voices import describe_lack
from audiopress.press.ledgers.former_pile import follow_pile
from audiopress.press.shows.private_show import find_private_show
from audiopress.press.site_place import follow_published_place
from audiopress.press.steps.plan import check_kernels
from audiopress.settings.boundary import check_folders
from audiopress.settings.shared_cache import is_bucket
from audiopress.speaking.casting import list_named
from audiopress.voices import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Voice
    from audiopress.settings import Settings

__all__ = ["check_installed", "check_text", "settle_settings", "use_voice"]


def use_voice(settings: Settings, voice: str, *, where: str = "--voice") -> Settings:
    """Return settings in which one voice takes the place of all that the configuration names.

    It speaks whatever is in a language of its own; what a build does with an article in another
    one is as with ``[voices] body`` (docs/decisions/0132), and `say` has nobody speak in its place.
    Raises `ConfigError` at ``where`` it was named when nobody knows it.
    """
    try:
        find(voice, settings.cast.remote)
    except VoiceError as error:
        raise ConfigError(error.message, where=where, hint=error.hint) from error
    # Paces and kernels stay: they are said by voice, and this one may have its own.
    alone: dict[str, Any] = {"body": voice, "roles": (), "languages": ()}
    return replace(
        settings,
        cast=replace(settings.cast, **alone),
        shows=tuple(replace(each, cast=replace(each.cast, **alone)) for each in settings.shows),
        chosen_voice=voice,
        origins=(*settings.origins, ("voices.body", where)),
    )


def settle_settings(settings: Settings) -> Settings:
    """Return settings that a run can begin with: with the voice that the edition has.

    Raises `ConfigError` for voices that nobody knows, and for an output folder that would show what
    is private.
    """
    # Who names a voice that nobody knows hears of that first. The ledger is read after the rest.
    _check_known(settings)
    _check_apart(settings)
    if settings.untrusted:
        _check_boundary(settings)
    settled = keep_published_voice(follow_pile(settings))
    if settled.cast != settings.cast:
        _check_known(settled)
    return follow_published_place(find_private_show(settled))


def check_installed(settings: Settings) -> None:
    """Refuse to begin with a voice that is not installed, or its engine; raises `ConfigError`.

    Not with one that speaks a language alone: the articles in it say it, and others need it not.
    """
    found = [*_list_lacking(settings)]
    if found:
        raise _join_mistakes(found, "{} voices are not ready:")
    # Said once, and not by each of many articles when all of them have been fetched.
    for place, name in {"body": settings.cast.body, **dict(settings.cast.roles)}.items():
        _check_engine(settings, place, find(name, settings.cast.remote))


def _list_lacking(settings: Settings) -> list[ConfigError]:
    """Return an error for each voice that lacks something; those of languages go along alone."""
    cast = settings.cast
    needed = [f"voices.{place}" for place in ("body", *dict(cast.roles))]
    named = dict(zip(needed, (cast.body, *dict(cast.roles).values()), strict=True))
    named |= {f"voices.languages.{language}": name for language, name in cast.languages}
    found = {place: _explain_lack(settings, place, name) for place, name in named.items()}
    if not any(found[place] for place in needed):
        return []
    return [error for error in found.values() if error]


def _explain_lack(settings: Settings, place: str, name: str) -> ConfigError | None:
    voice = find(name, settings.cast.remote)
    lack = describe_lack(voice, dict(settings.cast.kernels).get(name, ""))
    if lack is None:
        return None
    kept = place == "voices.body" and is_kept(settings)
    return ConfigError(
        f'voice "{name}" {lack[0]}',
        where=settings.find_origin(place),
        hint=_add_other_way(settings, lack[1]) if kept else lack[1],
    )


def _join_mistakes(found: Sequence[ConfigError], heading: str) -> ConfigError:
    """Return the one error there is, or one of all, each with its place."""
    if len(found) == 1:
        return found[0]
    lines = "".join(f"\n  {each.where}: {each.message}" for each in found)
    # Most often one hint is that of all.
    hint = "; ".join(dict.fromkeys(each.hint for each in found))
    return ConfigError(f"{heading.format(len(found))}{lines}", hint=hint)


def _check_engine(settings: Settings, place: str, voice: Voice) -> None:
    """Refuse to begin without the engine of a voice that speaks everything; raises `ConfigError`.

    Of one that nobody chose both ways are said.
    """
    try:
        _ = find_engine(voice.engine).version
    except VoiceError as error:
        kept = place == "body" and is_kept(settings)
        raise ConfigError(
            f'voice "{voice.name}": {error.message}',
            where=settings.find_origin(f"voices.{place}"),
            hint=_add_other_way(settings, error.hint) if kept else error.hint,
        ) from error


def _add_other_way(settings: Settings, hint: str) -> str:
    return f"{hint}; {suggest_other_voice(settings)}"


def check_text(text: str) -> None:
    """Refuse a text with nothing in it, or with halves of letters; raises `ConfigError`."""
    try:
        # An argument that is no UTF-8 comes as lone surrogates (PEP 383), which nothing can encode.
        text.encode()
    except UnicodeEncodeError as error:
        raise ConfigError("the text is not UTF-8", where="TEXT") from error
    if not text.strip():
        raise ConfigError("there is nothing to say", hint='audiopress say "Good evening."')


def _check_known(settings: Settings) -> None:
    """Refuse voices and kernels that nobody knows, all of them at once; raises `ConfigError`."""
    found = [*_list_unknown(settings)]
    if found:
        raise _join_mistakes(found, "{} mistakes in the voices:")


def _list_unknown(settings: Settings) -> Iterator[ConfigError]:
    for place, name in list_named(settings.cast).items():
        try:
            find(name, settings.cast.remote)
        except VoiceError as error:
            where = settings.find_origin(f"voices.{place}")
            kept = place == "body" and is_kept(settings)
            hint = "install the package that brings it" if kept else error.hint
            yield ConfigError(
                error.message,
                where=where,
                hint=_add_other_way(settings, hint) if kept else hint,
            )
    try:
        check_kernels(settings.cast)
    except VoiceError as error:
        yield ConfigError(error.message, where=error.where, hint=error.hint)


def _check_boundary(settings: Settings) -> None:
    if settings.allow_private:
        both = (settings.find_origin("untrusted"), settings.find_origin("allow_private"))
        raise ConfigError(
            "--untrusted and --allow-private exclude each other", where=" and ".join(both)
        )
    check_folders(settings)


def _check_apart(settings: Settings) -> None:
    """Refuse to build around what is never deployed: the ledger holds texts that were withdrawn."""
    # Resolved, for a symbolic link may lead into the output folder.
    output = settings.output.resolve()
    folders: dict[str, Path] = {"ledger": settings.ledger, "cache": settings.cache}
    if settings.shared_cache and not is_bucket(settings.shared_cache):
        folders["shared_cache"] = settings.root / Path(settings.shared_cache).expanduser()
    for name, folder in folders.items():
        if folder.resolve().is_relative_to(output):
            inner, outer = (settings.find_origin(f"edition.{each}") for each in (name, "output"))
            raise ConfigError(
                f"the {name} lies in the output folder, which is for everybody",
                where=f"{folder} ({inner}), {settings.output} ({outer})",
                hint="give the output a folder of its own: -o output",
            )
