"""A corrected document takes the place of the one that an article was, of its kind or another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.store.atomic_files import remove, write
from audiopress.store.ledger import Ledger
from audiopress.studio.files.articles import spell_names
from audiopress.studio.files.intake import choose_name, find_file, name_file

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.files.incoming import IncomingFile

__all__ = ["replace_file"]


def replace_file(settings: Settings, incoming: IncomingFile, old: str) -> Path:
    """Put what came in into the place of the file ``old``; return where it is.

    Of another kind it is another file, and the article stays who it is: its record knows it by
    both names. Raises `SourceError` where there is no such file, `StoreError` while somebody else
    publishes.
    """
    former = find_file(settings, old)
    if former.suffix.lower() == incoming.ending:
        write(former, incoming.body)
        return former
    with hold_ledger(settings):
        path = choose_name(former.parent, former.stem, incoming.ending, besides=former)
        _tell_ledger(settings, former, path)
        write(path, incoming.body)
        remove(former)
    return path


def _tell_ledger(settings: Settings, former: Path, path: Path) -> None:
    """Write down that what was known by one path is known by another one too."""
    ledger, before = Ledger(settings.ledger), name_file(settings, former)
    for record in ledger.load_all():
        if f"file:{before}" in spell_names((record.id, *record.aliases)):
            _add_name(ledger, record, name_file(settings, path))


def _add_name(ledger: Ledger, record: Record, name: str) -> None:
    ledger.save(replace(record, aliases=tuple(sorted({*record.aliases, name}))))
