"""One file of the ledger: read whole with values that can be, or an error that says what it is.

The text of a file is made to be merged by git and mended by hand, so anything may stand in it. A
line's end of Windows and a byte order mark are read over: git and editors put them there.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import msgspec

from audiopress import __version__
from audiopress.errors import StoreError
from audiopress.model import Episode
from audiopress.store.deeds import Deed
from audiopress.store.makings import Making
from audiopress.store.record_values import find_impossible_value
from audiopress.store.records import Record, ShowRecord, State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["FORMAT", "decode", "encode", "make_damage_error"]

FORMAT = 1
"""Number of the form of every file; a program refuses files with a higher one than its own."""

UPGRADE = "in a clone of audiopress: git pull && python -m pip install --upgrade ."
"""What helps where a newer program wrote something: no package index has audiopress."""

_CONFLICT = re.compile(rb"^(?:<{7} |={7}\r?$|>{7} |\|{7} )", re.MULTILINE)
"""How git marks a conflict, at the start of a line, also where one was half taken away; no line of
JSON begins like this."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""What some editors of Windows put before UTF-8 (RFC 8259 lets a reader pass over it)."""

_UNUSED: dict[str, object] = {"takes": []}
"""Names that 0.1.0 wrote into every record and never used, with the one value they had. They are
read over, so that its ledgers are read; they go when a record changes for another reason."""

_SELDOM = ("deeds", "former", "held", "makings", "released", "secret", "site", "withdrawn")
"""Names that are written only where they say something: of an edition that uses none of this a
former version still reads the ledger."""

_Kept = TypeVar("_Kept", Record, ShowRecord)


def encode(record: Record | ShowRecord) -> bytes:
    """Return the text of a file: sorted and indented, one line a value."""
    plain = msgspec.to_builtins(record)
    kept = {name: value for name, value in plain.items() if value or name not in _SELDOM}
    for version in kept.get("versions", ()):
        _drop_empty_credits(version)
        if not version["sound_digest"]:  # 0.1.0 did not know it
            del version["sound_digest"]
        _drop_empty_credits(version["imprint"] or {})
    for making in (*kept.get("makings", ()), (kept.get("held") or {}).get("making")):
        _drop_empty_takes(making or {})
    for deed in kept.get("deeds", ()):
        _drop_empty_words(deed)
    return _write_plain({"format": FORMAT, **kept})


def _drop_empty_credits(values: dict[str, Any]) -> None:
    """Take the name out where no voice wants to be credited: files of before stay as they are."""
    if not values.get("credits"):
        values.pop("credits", None)


def _drop_empty_takes(values: dict[str, Any]) -> None:
    """Take the name out where each line is heard as it was first spoken, as nearly always."""
    if not values.get("takes"):
        values.pop("takes", None)


def _drop_empty_words(deed: dict[str, Any]) -> None:
    """Take out what a deed does not say: most have no reason, and many no version."""
    for name in [name for name, value in deed.items() if not value]:
        del deed[name]


def _write_plain(plain: dict[str, Any]) -> bytes:
    # Sorted and indented, with a line's end: a difference in git is one line a value.
    text: bytes = msgspec.json.encode(plain, order="sorted")
    return msgspec.json.format(text, indent=2) + b"\n"


def decode(body: bytes, path: Path, kind: type[_Kept]) -> _Kept:
    """Return what the file at ``path`` promises.

    Raises:
        StoreError: it is damaged, a conflict of git, or newer than this program.

    """
    plain = _parse(body.removeprefix(_BYTE_ORDER_MARK), path)
    number = plain.pop("format")
    for name, value in _UNUSED.items():
        if plain.get(name) == value:
            del plain[name]
    # Looked at before the values: a newer form may have other types, and that is no damage.
    newer = _explain_newer(number, plain, kind)
    if newer:
        raise StoreError(f"this ledger file {newer}", where=str(path), hint=UPGRADE)
    try:
        record = msgspec.convert(plain, kind)
    except (msgspec.ValidationError, OverflowError) as error:
        raise make_damage_error(path, str(error)) from error
    fault = find_impossible_value(record)
    if fault:
        raise make_damage_error(path, fault)
    return record


def _parse(body: bytes, path: Path) -> dict[str, Any]:
    """Return the JSON object of a file, which has a ``format``."""
    if _CONFLICT.search(body):
        raise StoreError(
            "two histories of this ledger file met and nobody chose between them",
            where=str(path),
            hint=f"git checkout --ours {path}, or --theirs, or write together what both promised; "
            f"if the marks are committed: git log -- {path}, then git checkout COMMIT -- {path}",
        )
    try:
        plain = msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise make_damage_error(path, str(error)) from error
    # Every file of every version has one, so this is another file or a part of one.
    if "format" not in plain:
        raise make_damage_error(path, "it does not say its format")
    number = plain["format"]
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise make_damage_error(path, f"{json.dumps(number)} is no format")
    # What this program wrote and nobody touched says everything once; the rest is looked at slowly.
    if body != _write_plain(plain):
        _refuse_repeats(body, path)
    return plain


def _refuse_repeats(body: bytes, path: Path) -> None:
    """Refuse a name that an object has twice, as merges leave it: which one counts nobody said."""

    def check(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise make_damage_error(
                path, f'"{twice}" is there twice, and nobody chose between them'
            )
        return found

    json.loads(body, object_pairs_hook=check)


def _explain_newer(number: object, plain: dict[str, Any], kind: type[_Kept]) -> str:
    """Say why a file needs a newer program than this one, or nothing."""
    if isinstance(number, int) and number > FORMAT:
        return (
            f"was written by a newer audiopress: it has format {number}, and this one "
            f"({__version__}) knows format {FORMAT}"
        )
    unknown = next(_list_unknown(plain, kind), "")
    return unknown and (
        f"was written by a newer audiopress, or by hand: this one ({__version__}) does not know "
        f"{unknown}"
    )


def _list_unknown(plain: dict[str, Any], kind: type[_Kept]) -> Iterator[str]:
    """Yield what a file holds more than this program would write back: a name, or a state."""
    yield from map(json.dumps, sorted(plain.keys() - {field.name for field in fields(kind)}))
    versions = plain.get("versions", ())
    # Not checked yet: a file that somebody mended by hand may hold anything here.
    episodes = versions if isinstance(versions, list) else ()
    known = {field.name for field in fields(Episode)}
    for number, episode in enumerate(episodes, 1):
        names = sorted(episode.keys() - known) if isinstance(episode, dict) else ()
        yield from (f"{json.dumps(name)} (version {number})" for name in names)
    yield from _list_unknown_of(Making, plain.get("makings"), "how a version was made")
    yield from _list_unknown_of(Deed, plain.get("deeds"), "what was done")
    state = plain.get("state", "live")
    if isinstance(state, str) and state not in get_args(State):
        yield f"the state {json.dumps(state)}"


def _list_unknown_of(kind: type[Making | Deed], values: object, told: str) -> Iterator[str]:
    known = {field.name for field in fields(kind)}
    for one in values if isinstance(values, list) else ():
        names = sorted(one.keys() - known) if isinstance(one, dict) else ()
        yield from (f"{json.dumps(name)} (of {told})" for name in names)


def make_damage_error(path: Path, why: str, *, other_way: str = "") -> StoreError:
    """Return the error for a file that promises nothing that can be kept.

    ``other_way`` is what may help besides version control.
    """
    back = f"bring it back from version control or a backup: git checkout -- {path}"
    return StoreError(
        f"this ledger file is damaged: {why}",
        where=str(path),
        hint=f"{back}; {other_way}" if other_way else back,
    )
