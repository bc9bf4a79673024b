"""A corrected document takes the place of the one that an article was, of its kind or another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.store.atomic_files import read, remove, write
from audiopress.store.ledger import Ledger
from audiopress.studio.files.articles import spell_names
from audiopress.studio.files.incoming import make_document
from audiopress.studio.files.intake import choose_name, find_file, name_file
from audiopress.studio.files.kept import keep_former
from audiopress.studio.files.told import read_told

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.studio.files.incoming import IncomingFile

__all__ = ["replace_file"]


def replace_file(settings: Settings, incoming: IncomingFile, old: str) -> Path:
    """Put what came in into the place of the file ``old``; return where it is.

    The article stays who it is, whatever the file says: its record knows it by the new name too.
    The former file is kept (`keep_former`). Raises `SourceError` where there is no such file,
    `StoreError` while somebody else publishes.
    """
    former = find_file(settings, old)
    if read(former) == incoming.body and former.suffix.lower() == incoming.ending:
        return former
    with hold_ledger(settings):
        records = list(Ledger(settings.ledger).load_all())
        own = [each for each in records if _is_known_by(each, name_file(settings, former))]
        path = _choose_path(settings, former, incoming.ending, records, own)
        names = _list_names(settings, incoming, name_file(settings, path), records)
        for record in own:
            _add_names(settings, record, names)
        keep_former(settings, former, path)
        write(path, incoming.body)
        if path != former:
            remove(former)
    return path


def _choose_path(
    settings: Settings, former: Path, ending: str, records: list[Record], own: list[Record]
) -> Path:
    """Return where the file goes: by its former name, unless another article is known by that."""
    if former.suffix.lower() == ending:
        return former
    others = [each for each in records if each not in own]
    taken: set[str] = set()
    while True:
        path = choose_name(former.parent, former.stem, ending, besides=former, taken=taken)
        if not any(_is_known_by(each, name_file(settings, path)) for each in others):
            return path
        taken.add(path.stem.lower())


def _is_known_by(record: Record, name: str) -> bool:
    """Whether an article is known by the path of a file."""
    return f"file:{name}" in spell_names((record.id, *record.aliases))


def _list_names(
    settings: Settings, incoming: IncomingFile, name: str, records: list[Record]
) -> set[str]:
    """Return what a build may know a file by: its path, and who it says that it is.

    What another article is known by is no name of this one.
    """
    told = read_told(settings, make_document(incoming, name)).id
    others = {each for record in records for each in (record.id, *record.aliases)}
    return {name, f"file:{name}", *({told} - others - {""})}


def _add_names(settings: Settings, record: Record, names: set[str]) -> None:
    """Have a record know its article by these names too."""
    aliases = {*record.aliases, *names} - {record.id}
    if aliases != set(record.aliases):
        Ledger(settings.ledger).save(replace(record, aliases=tuple(sorted(aliases))))
