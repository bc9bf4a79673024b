"""The settings of a command: those of the file, and what its options have the last word on."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import audiopress
from audiopress.cli.options.given_options import find_origin, note_configuration
from audiopress.cli.options.shared_options import ExecutorName
from audiopress.cli.terminal.console import print_note
from audiopress.cli.terminal.hidden import hide, hide_keys
from audiopress.disk import is_file
from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = ["make_settings", "open_listener", "open_show"]

_SETTINGS = ("scheduler", "untrusted", "allow_private", "edition.output", "edition.cache")
"""Settings that options have the last word on, as errors ask for their origin (`Settings`)."""


def make_settings(  # noqa: PLR0913 - the options that commands share
    *,
    config: Path | None = None,
    output: Path | None = None,
    cache: str | None = None,
    voice: str | None = None,
    lexicon: Path | None = None,
    jobs: int = 0,
    executor: ExecutorName = ExecutorName.LOCAL,
    scheduler: str = "",
    allow_private: bool = False,
    retag: bool = False,
    update_voices: str = "",
    untrusted: bool = False,
    secret: bool = False,
    private: bool = False,
    refresh: bool = True,
) -> Settings:
    """Read the configuration of the folder we stand in and let the options have the last word.

    What is printed then does not hold the address of a private show, unless with ``secret``.
    Without ``refresh`` nobody asks a bucket what its ledger says now: who builds does anyway.
    """
    from audiopress.press.preflight import settle_settings, use_voice
    from audiopress.public import load_settings

    settings = load_settings(config, untrusted=untrusted)
    note_configuration(found=settings.file is not None)
    settings = replace(settings, origins=(*settings.origins, *_list_origins()))
    if untrusted:
        _leave_folder(settings.root)
    # Paths of options count from where we stand; those of the file, from the file.
    if output:
        settings = replace(settings, output=output.absolute())
    if cache:
        settings = _move_cache(settings, cache)
    if voice:
        settings = use_voice(settings, voice, where=find_origin("voice", "NAME"))
    if lexicon:
        settings = _add_lexicon(settings, lexicon)
    settings = replace(settings, jobs=jobs, allow_private=allow_private, retag=retag)
    settings = replace(settings, scheduler=_choose_scheduler(executor, scheduler))
    settings = replace(settings, update_voices=update_voices)
    if private:
        settings = _make_private(settings)
    if refresh:
        _refresh(settings)
    # After the options: one may name a voice that nobody knows, or an output around the cache.
    settings = settle_settings(settings)
    _hide_secrets(settings, but=secret)
    return settings


def _choose_scheduler(executor: ExecutorName, scheduler: str) -> str:
    """Return the scheduler that gives out the work, if one does; raises `ConfigError`."""
    if executor is ExecutorName.LOCAL:
        return ""
    if not scheduler:
        raise ConfigError(
            "nothing says where the scheduler is",
            where=find_origin("executor", "--executor"),
            hint="--scheduler tls://HOST:8786 (docs/cluster.md)",
        )
    return scheduler


def _refresh(settings: Settings) -> None:
    """Go by the ledger that is kept in a bucket, as it is now."""
    if settings.ledger_bucket:
        from audiopress.press.ledgers.held_ledger import (
            refresh_ledger,
            take_ledger_notes,
            tell_waiting_to,
        )

        tell_waiting_to(print_note)
        problem = refresh_ledger(settings)
        for note in [*take_ledger_notes(), *([problem] if problem else [])]:
            print_note(note)


def open_show(settings: Settings, *, secret: bool = False) -> Settings:
    """Return the settings of a build; a private show that has no address yet gets one.

    With ``secret`` what is printed may hold it.
    """
    if settings.show.private:
        from audiopress.press.shows.private_show import open_private_show

        settings = open_private_show(settings)
        _hide_secrets(settings, but=secret)
    return settings


def open_listener(model: str) -> Listener:
    """Return what --verify hears with; raises `ConfigError` where there is nothing."""
    from audiopress.checking.words.line_listener import LineListener

    return LineListener(model, "--verify")


def _hide_secrets(settings: Settings, *, but: bool) -> None:
    """Let nothing that is printed hold an address of a private show, ``but`` where it is asked for.

    Those that it has left too: they lead to the one that it has. Nor the key of a source.
    """
    # Those of the command line are hidden since it was read.
    hide_keys((*settings.sources, *(name for name, _ in settings.selected)))
    if settings.secret and not but:
        from audiopress.press.shows.private_show import list_secrets

        for each in list_secrets(settings):
            hide(each)


def _make_private(settings: Settings) -> Settings:
    """Let a preview be private; raises `ConfigError` for a show that its file makes public."""
    if settings.file is not None and not settings.show.private:
        raise ConfigError(
            "the show of this folder is public, and what is spoken would be published in it",
            where=str(settings.file),
            hint="private = true under [show], or go to an empty folder: mkdir pile && cd pile",
        )
    return replace(settings, show=replace(settings.show, private=True))


def _list_origins() -> Iterator[tuple[str, str]]:
    for setting in _SETTINGS:
        option = setting.rpartition(".")[2]
        if origin := find_origin(option):
            yield setting, origin


def _leave_folder(root: Path) -> None:
    """Let Python find no module and no plug-in in the folder (``python -m`` looks there first).

    What an installation of Python has in it, such as a ``.venv``, is the machine's all the same.
    """
    home = root.resolve()
    # Our own code may be run out of a clone, in a test of audiopress itself.
    kept = (Path(sys.prefix).resolve(), Path(audiopress.__file__).resolve().parent.parent)

    def is_theirs(place: Path) -> bool:
        ours = any(each != home and place.is_relative_to(each) for each in kept)
        return place.is_relative_to(home) and not (ours or place == kept[1])

    sys.path[:] = [place for place in sys.path if not is_theirs(Path(place).resolve())]


def _move_cache(settings: Settings, place: str) -> Settings:
    """Move the cache; the ledger of a preview lies in it and moves along.

    A bucket is shared, and the folder stays; a folder is the whole cache, and nothing is shared.
    """
    from audiopress.settings.deploy_table import parse_target
    from audiopress.settings.shared_cache import is_bucket

    origin = find_origin("cache", "--cache")
    if is_bucket(place):
        parse_target(place, origin)
        named = (*settings.origins, ("edition.shared_cache", origin))
        return replace(settings, shared_cache=place, origins=named)
    settings, cache = replace(settings, shared_cache=""), Path(place).absolute()
    if settings.file is not None:
        return replace(settings, cache=cache)
    both = (*settings.origins, ("edition.ledger", settings.find_origin("edition.cache")))
    return replace(settings, cache=cache, ledger=cache / "ledger", origins=both)


def _add_lexicon(settings: Settings, lexicon: Path) -> Settings:
    """Let a further lexicon have the last word; raises `ConfigError` when it is not there."""
    if not is_file(lexicon):
        where = f"{find_origin('lexicon', '--lexicon')}: {lexicon}"
        raise ConfigError("no such lexicon", where=where)
    # Of two lexicons the later counts; one that was there already is not read twice.
    file = lexicon.absolute()
    others = tuple(each for each in settings.lexicons if each != file)
    return replace(settings, lexicons=(*others, file))
