"""What a preview has left in the output folder, from before there was a configuration.

A preview keeps its ledger in the cache, and the edition that is configured begins one of its own:
it knows nothing of the folders that the preview wrote into the same output, and no feed names them.
What a private pile has is gone on with (`former_pile`), or it stays: somebody may hear it yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.around.addresses import name_entry
from audiopress.press.steps.ship import holds_page_of
from audiopress.store.file_names import join_below
from audiopress.store.ledger import Ledger
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from audiopress.press.edition.told import ToldNotes
    from audiopress.settings import Settings
    from audiopress.store.records import Record

__all__ = ["find_preview_files", "has_preview", "note_preview"]

_LEDGER = "ledger"
"""Where a preview keeps its ledger in the cache."""


def has_preview(settings: Settings) -> bool:
    """Whether the cache has the ledger of a preview that was made before the configuration."""
    before = settings.cache / _LEDGER
    # Of a private show what is public is told by itself.
    if settings.file is None or before == settings.ledger or settings.public_folder is not None:
        return False
    return before.is_dir()


def find_preview_files(settings: Settings, records: Sequence[Record]) -> tuple[Path, ...]:
    """Return what a preview has written that none of ``records`` names: folders, and files.

    ``records`` are those of the edition, all of them: what they name is the edition's.
    """
    if not has_preview(settings):
        return ()
    before = settings.cache / _LEDGER
    old = [record for record in Ledger(before).read_all().records if record.versions]
    named = [*_list_folders(old, records), *_list_pointers(old, records)]
    found = (_locate(settings.output, name) for name in _pick_written(settings, old, named))
    return tuple(path for path in dict.fromkeys(found) if path.exists())


def _locate(output: Path, name: str) -> Path:
    """Return a file, or the folder whose name ends with a slash."""
    return (
        join_below(output, f"{name}index.html").parent
        if name[-1] == "/"
        else join_below(output, name)
    )


def _list_folders(old: Sequence[Record], records: Sequence[Record]) -> Iterator[str]:
    """Yield stable folders that are of the preview alone, else its versions in them."""
    versions = [version for record in records for version in record.versions]
    homes = {f"episodes/{record.slug}/" for record in records} | {one.home for one in versions}
    folders = {one.folder for one in versions}
    for record in old:
        for version in record.versions:
            if version.home not in homes:
                yield version.home
            elif version.folder not in folders:
                yield version.folder


def _list_pointers(old: Sequence[Record], records: Sequence[Record]) -> Iterator[str]:
    """Yield the entries of the index by address that lead to what is of the preview alone."""
    known, before = (
        {name_entry(one.url) for record in each for one in record.versions}
        for each in (records, old)
    )
    yield from sorted(before - known - {""})


def _pick_written(settings: Settings, old: Sequence[Record], names: Sequence[str]) -> Iterator[str]:
    """Yield the names of what is really the preview's: its pages tell whose they are."""
    guids = {version.home: record.guid for record in old for version in record.versions}
    for name in names:
        home = next((each for each in guids if name.startswith(each)), "")
        if not home or holds_page_of(settings.output, home, guids[home]):
            yield name


def note_preview(settings: Settings, records: Sequence[Record], told: ToldNotes) -> list[str]:
    """Return a note where a preview has left something in the output folder; told once."""
    left = [path for path in find_preview_files(settings, records) if path.is_dir()]
    # Not by their names: a build may go on to use one of them.
    if not told.pick_new("preview", ["left"] if left else []):
        return []
    where = f"{count_things(len(left), 'folder')} in {settings.output.name}/episodes/"
    whose = "of the preview from before there was a configuration, in no feed now"
    return [f"{where} {whose}: audiopress gc takes them away"]
