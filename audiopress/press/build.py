"""An edition is built: what a run of the command line, the service or a program calls.

The recipe itself is `audiopress.press.build_run`.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.build_run import BuildRun
from audiopress.press.ledgers.former_pile import carry_pile
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.shows.private_show import make_private_show
from audiopress.press.steps.speak import PATIENCE
from audiopress.store.atomic_files import try_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from audiopress.model import Document
    from audiopress.press.report import BuildProgress, Report
    from audiopress.press.verify.listener import Listener
    from audiopress.settings import Settings

__all__ = ["build", "join_again", "prepare_build"]


def _ignore(_progress: BuildProgress) -> None:
    pass


def build(  # noqa: PLR0913 - what of a run is no setting
    settings: Settings,
    sources: Sequence[str | Document] = (),
    *,
    strict: bool = False,
    watch: Callable[[BuildProgress], None] = _ignore,
    patience: float = PATIENCE,
    listener: Listener | None = None,
    asked: Sequence[str] = (),
) -> Report:
    """Build the edition of ``sources`` (those of the configuration if there are none).

    ``watch`` is called whenever something was done, ``patience`` is how many seconds one paragraph
    may take, ``listener`` hears what is new before it is published. ``asked`` is what was asked for
    where ``sources`` only came of it, such as a list of them. Raises `ConfigError` for what
    concerns the whole edition and `StoreError` when the disk will not; what concerns one article is
    an outcome with its error.
    """
    # Not the wall clock, which may be set while a long build runs.
    started = time.monotonic()
    with prepare_build(settings) as prepared:
        run = BuildRun(prepared, strict=strict, watch=watch, patience=patience, listener=listener)
        run.build(sources, asked)
    # Without the lock: a hub that does not answer should keep no other builder waiting.
    run.tell_hubs()
    return replace(run.report(), wall_seconds=time.monotonic() - started)


@contextlib.contextmanager
def prepare_build(settings: Settings) -> Iterator[Settings]:
    """Give settings that a build can begin with, and hold its ledger; raises as `build`."""
    check_owner(settings)
    # Before the lock, whose file lies there.
    _try_folder(settings, "--cache", "cache", settings.cache)
    settings = carry_pile(settings)
    # One builder at a time: two would give one article two records, and the later one wins.
    with hold_ledger(settings):
        settings = make_private_show(settings)
        # Before anything is spoken: whether it can be kept and published.
        _try_folder(settings, "-o", "output", settings.output)
        try_folder(settings.ledger)
        yield settings


def join_again(settings: Settings, *, watch: Callable[[BuildProgress], None] = _ignore) -> Report:
    """Make the joined editions that lack something since an article was taken out; ask no source.

    The report has these editions alone. Raises as `build`.
    """
    with hold_ledger(settings):
        run = BuildRun(settings, strict=False, watch=watch, patience=PATIENCE)
        run.join_again()
    run.tell_hubs()
    return run.report()


def _try_folder(settings: Settings, option: str, name: str, folder: Path) -> None:
    """Find out whether a folder can be written; raises `StoreError` that names its option."""
    try:
        try_folder(folder)
    except StoreError as error:
        hint = f"{error.hint}; or name another place: {option} FOLDER"
        where = f"{folder}, the {name} folder ({settings.find_origin(f'edition.{name}')})"
        raise StoreError(error.message, where=where, hint=hint) from error
