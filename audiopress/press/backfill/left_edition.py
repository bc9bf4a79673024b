"""Whether an edition lies as the last run of its list has left it: then nothing is to be published.

Feed, pages and indexes are made of all records together. Of an archive they need not be read to
find out that not one of them is another: the states of the files say it, here and in the output.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from audiopress import __version__
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.store.keys import digest
from audiopress.store.ledger_index import make_mark
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.settings import Settings
    from audiopress.store.ledger_index import LedgerIndex

__all__ = ["find_left", "remember_left"]

_KIND = "left-edition"
"""The kind of record in the cache."""

_SUM = 2**64
"""What sums of eight bytes are counted in: files come in no order."""


class _LeftEdition(msgspec.Struct):
    """What an edition was when a run had published all of it, and how many items its feed had."""

    mark: str
    items: int


def find_left(edition: OpenEdition, index: LedgerIndex) -> int | None:
    """Return how many items the feed has that would be written again; nothing where one must be.

    Joined editions are due by the date, whatever lies where.
    """
    if edition.settings.joined:
        return None
    kept = edition.cache.find_record(_KIND, _name(edition.settings), _LeftEdition)
    return kept.items if kept and kept.mark == _describe(edition, index) else None


def remember_left(edition: OpenEdition, index: LedgerIndex, items: int) -> None:
    """Keep how the edition lies, of which all is published."""
    value = {"mark": _describe(edition, index), "items": items}
    edition.cache.put_record(_KIND, _name(edition.settings), value)


def _name(settings: Settings) -> str:
    return digest([str(settings.ledger.absolute())])


def _describe(edition: OpenEdition, index: LedgerIndex) -> str:
    settings = edition.settings
    try:
        output = sum(_list_states(settings.output)) % _SUM
    except OSError as error:
        raise explain_os_error(error, settings.output) from error
    parts = [__version__, digest_binding_rules(), repr(settings), index.sign_files(), str(output)]
    return digest(parts)


def _list_states(folder: Path | str) -> Iterator[int]:
    """Yield for each file below a folder a mark of its place, its size and when it was written."""
    with os.scandir(folder) as found:
        for each in found:
            if each.is_dir(follow_symlinks=False):
                yield from _list_states(each.path)
            else:
                now = each.stat(follow_symlinks=False)
                yield make_mark(f"{each.path} {now.st_size} {now.st_mtime_ns}")
