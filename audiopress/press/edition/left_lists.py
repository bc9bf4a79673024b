"""What somebody has taken out of a list of their own, and what the edition goes on having.

The next export of a pile may have another name, and may still name what its reader is done with.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.disk import is_folder
from audiopress.identity import fold_address, is_address
from audiopress.sources.lists.exports import fold_export_name
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from audiopress.press.edition.told import ToldNotes
    from audiopress.store.ledger import Record

__all__ = ["ReadLists", "note_left_lists"]

_COMMANDED = 10
"""How many articles a proposed command takes back: some lines of a terminal."""

_MANY = re.compile(r"[*?\[]")
"""What makes a pattern of a source, which is no list."""

_PACKED = ".zip"
"""The ending under which services hand over lists of any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLists:
    """What the lists of a run say of what is not in them any more.

    ``whole`` are the lists that were read whole and name all that somebody put into them, ``named``
    all sources of the run and of the configuration, both as they were named below ``root``.
    ``done`` has what they call archived or deleted: by its folded address that word and its list.
    """

    root: Path
    whole: Collection[str]
    named: Collection[str]
    done: Mapping[str, tuple[str, str]]

    def find_done(self, record: Record) -> tuple[str, str] | None:
        """Return how a list calls an article that its reader is done with, and the list."""
        if not self.done:  # an archive has many thousand records
            return None
        names = (name for name in (record.id, *record.aliases) if is_address(name))
        return next((found for name in names if (found := self.done.get(fold_address(name)))), None)

    def locate(self, source: str) -> str:
        """Return a source as it is compared: a file by its whole path."""
        is_file = source != "-" and not is_address(source)
        return os.path.normpath(self.root / source) if is_file else source


def note_left_lists(
    absent: Sequence[Record],
    records: Sequence[Record],
    lists: ReadLists,
    told: ToldNotes,
    *,
    configured: bool,
) -> list[str]:
    """Return a note for each list on what is published and in it no more, and how it goes.

    ``absent`` are the published articles that no source of the run has for a reader, ``records``
    all there are. As ``told``: they stay on purpose, and who was told of one may leave it at that,
    whatever the next export is called. ``configured`` says that the lists are those of a
    configuration, which can have `sync` do it.
    """
    left = _find_left(absent, records, lists)
    here = {each.id for each in records} - {record.id for record, _ in left}
    ids = [record.id for record, _ in left]
    # Both are asked: an older version kept what was told by the list's name alone.
    new = told.pick_new("left lists", ids) & told.pick_lasting("left lists", ids, forgotten=here)
    by_reason: dict[tuple[str, bool], list[str]] = {}
    for record, (reason, gone) in left:
        if record.id in new:
            by_reason.setdefault((reason, gone and configured), []).append(record.slug)
    return [_describe(reason, slugs, syncs) for (reason, syncs), slugs in by_reason.items()]


def _find_left(
    absent: Iterable[Record], records: Sequence[Record], lists: ReadLists
) -> list[tuple[Record, tuple[str, bool]]]:
    """Return what has left a list, each with how, and whether `sync` might find its page gone."""
    absent = list(absent)
    whole = {lists.locate(each): each for each in lists.whole}
    earlier = _find_earlier(absent, records, lists)
    found = []
    for record in absent:
        source = lists.locate(record.versions[-1].source)
        if done := lists.find_done(record):
            found.append((record, (f"{done[0]} in {_name(done[1])}", False)))
        elif source in whole:
            found.append((record, (f"no longer in {_name(source)}", True)))
        elif source in earlier:
            reason = f"in {_name(source)}, and no longer in {_name(earlier[source])}"
            found.append((record, (reason, False)))
    return found


def _find_earlier(
    absent: Sequence[Record], records: Sequence[Record], lists: ReadLists
) -> dict[str, str]:
    """Return the lists of earlier runs in whose place one of this run has come, each with that one.

    One of nearly the same name has (``pocket-2.csv``, ``pocket (1).csv``), or one of the same kind
    that still has an article of it.
    """
    gone = {record.id for record in absent if not lists.find_done(record)}
    named = {lists.locate(each) for each in (*lists.named, *lists.whole)}
    shared: dict[str, bool] = {}
    for record in records:
        if record.versions and record.state == "live":
            source = lists.locate(record.versions[-1].source)
            shared[source] = shared.get(source, False) or record.id not in gone
    others = {name: has for name, has in shared.items() if name not in named and _may_be_list(name)}
    found: dict[str, str] = {}
    for whole in filter(_may_be_list, map(lists.locate, lists.whole)):
        next_of = {
            fold_export_name(name) for name, has in others.items() if has and _is_alike(name, whole)
        }
        next_of.add(fold_export_name(whole))
        found |= {name: whole for name in others if fold_export_name(name) in next_of}
    return found


def _may_be_list(source: str) -> bool:
    """Whether a source may be a file that a service exports."""
    if not source or source == "-" or is_address(source) or _MANY.search(source):
        return False
    return not is_folder(source)


def _is_alike(one: str, other: str) -> bool:
    endings = {Path(each).suffix.lower() for each in (one, other)}
    return len(endings) == 1 or _PACKED in endings


def _name(source: str) -> str:
    return source if is_address(source) else Path(source).name


def _describe(reason: str, slugs: Sequence[str], syncs: bool) -> str:
    rest = len(slugs) - _COMMANDED
    more = f" (and {rest} more: audiopress status --all)" if rest > 0 else ""
    takes = write_command("withdraw", *slugs[:_COMMANDED])
    always = "; withdraw_missing = true under [edition] has sync do it for pages that are gone"
    return (
        f"{reason}, and kept in the edition: {', '.join(slugs[:_COMMANDED])}{more}; "
        f"to take {'them' if len(slugs) > 1 else 'it'} down: {takes}{always * syncs}"
    )
