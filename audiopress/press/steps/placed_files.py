"""Files that are known by where they lie: of one name elsewhere, and in a folder that moved.

What lies outside of the edition's folder is called by the end of its path, so that all of it can
be moved. How much of the path that is depends on how it was named: by itself, by a folder, by a
pattern, beside another file of that name. So every end of the path is one of its names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.store.disk_names import is_there
from audiopress.text.path_names import count_shared, list_tails

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["find_lost_namesakes", "is_file_lost", "list_placed", "part_names"]


def part_names(manuscripts: Sequence[Manuscript]) -> list[Manuscript]:
    """Return the manuscripts; files elsewhere of one name are called by more of their paths.

    By as much more as parts them all, whatever their order. One file that was named twice has one
    name. What says itself who it is stays as it is, and so do copies that say the same.
    """
    whole = {item.place: item.uri for item in sorted(manuscripts, key=lambda item: len(item.uri))}
    named = [_call(item, whole[item.place]) if _is_nameless(item) else item for item in manuscripts]
    texts: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for item in filter(_is_nameless, named):
        said = item.script.utterances
        texts[item.uri][item.place] = tuple(utterance.source for utterance in said)
    # Counted once for all of a name: there may be thousands of index files.
    apart = {
        uri: Counter(tail for place in found for tail in list_tails(place))
        for uri, found in texts.items()
        if len(set(found.values())) > 1
    }
    return [
        _call(item, _lengthen(item, apart[item.uri]))
        if item.uri in apart and _is_nameless(item)
        else item
        for item in named
    ]


def list_placed(
    item: Manuscript, by_id: Mapping[str, Record], gone: Container[str], *, longer: bool
) -> Iterator[Record]:
    """Yield the records of files that are called by another end of this one's path, longest first.

    Either those with more of it than the file's name now, or with less. Only those with ids that
    are ``gone``, for a file that lies in the edition's folder under this path is another one; and
    only those that still have a text, for it has to say that both are one.
    """
    if not _is_nameless(item):
        return
    for tail in list_tails(item.place):
        if tail != item.uri and (len(tail) > len(item.uri)) == longer:
            record = by_id.get(f"file:{tail}")
            if record is not None and record.id in gone and record.texts:
                yield record


def is_file_lost(root: Path, record: Record) -> bool:
    """Whether an article is known by a file below ``root`` that is not there any more.

    Under none of its names: one that was moved has kept the id that its former path gave it.
    """
    if not record.id.startswith("file:"):
        return False
    names = {each.removeprefix("file:") for each in (record.id, *record.aliases)}
    return not any(is_there(root, name) for name in names if not is_address(name))


def find_lost_namesakes(uri: str, lost: Iterable[Record]) -> list[Record]:
    """Return the records of files of this name in another folder, those with most of its path."""
    shared = [(count_shared(uri, _find_path(record)), record) for record in lost]
    most = max((count for count, _ in shared), default=0)
    return [record for count, record in shared if most and count == most]


def _find_path(record: Record) -> str:
    return record.id.removeprefix("file:")


def _is_nameless(item: Manuscript) -> bool:
    """Whether a file elsewhere says nothing of who it is, so that its path has to."""
    return bool(item.place) and item.identity.id == f"file:{item.uri}"


def _lengthen(item: Manuscript, counts: Mapping[str, int]) -> str:
    """Return the shortest end of a file's path, its name at least, that no other one has.

    ``counts`` says of every end how many of the files have it.
    """
    for tail in reversed(list_tails(item.place)):
        if len(tail) > len(item.uri) and counts[tail] == 1:
            return tail
    return item.uri


def _call(item: Manuscript, name: str) -> Manuscript:
    return replace(item, uri=name, identity=replace(item.identity, id=f"file:{name}"))
