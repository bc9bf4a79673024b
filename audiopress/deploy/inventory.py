"""What deploys have put at a target: kept there, so that nothing else is ever removed.

Whoever guesses its address may read it. So it has no names: of a private show they are secret. It
has their digests, by which a name that one knows is found.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from audiopress.errors import StoreError
from audiopress.store.shared.turn import OWN_FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["INVENTORY", "UNKNOWN", "Inventory", "decode", "encode", "mark_name"]

INVENTORY = f"{OWN_FOLDER}deployed.json"
"""The inventory's name."""

UNKNOWN = ""
"""The digest of a file of ours that is about to be written, or was when a deploy was cut off."""

_FORMAT = 1
"""Version of the file's form; one that is newer is not touched."""

_DIGITS = 32
"""Hex digits of a name's digest: 128 bits, so that no two names meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """Digests of files by the digests of their names, and which builder has deployed when.

    ``withdrawn`` are digests of the guids that a feed has lost, each with who took it out.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    builder: str = ""
    when: str = ""

    def find(self, name: str) -> str | None:
        """Return the digest of a file, ``None`` for one that is not ours."""
        return self.files.get(mark_name(name))

    def change(self, digests: Mapping[str, str | None]) -> Inventory:
        """Return it with other digests by name; ``None`` takes one out."""
        marked = {mark_name(name): digest for name, digest in digests.items()}
        files = {**self.files, **marked}
        return replace(self, files={name: held for name, held in files.items() if held is not None})


def mark_name(name: str) -> str:
    """Return what stands for a name, or for a guid, where it is not to be read."""
    return hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]


def encode(inventory: Inventory) -> bytes:
    """Return an inventory as it is kept: the same for the same contents."""
    value = {
        "format": _FORMAT,
        "note": "what audiopress deploy has put here; it removes nothing else",
        "builder": inventory.builder,
        "when": inventory.when,
        "withdrawn": dict(inventory.withdrawn),
        "files": dict(inventory.files),
    }
    return json.dumps(value, sort_keys=True, indent=0).encode()


def decode(body: bytes, place: str) -> Inventory:
    """Return what `encode` gave; raises `StoreError` at ``place`` for what is none of it."""
    try:
        value = json.loads(body)
        if int(value["format"]) > _FORMAT:
            raise _explain_newer(place)
        return Inventory(
            files=_read_texts(value["files"]),
            withdrawn=_read_texts(value["withdrawn"]),
            builder=str(value["builder"]),
            when=str(value["when"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError(
            "this is no inventory of audiopress deploy",
            where=f"{place}{INVENTORY}",
            hint="remove it, then audiopress deploy --overwrite puts all of the edition there anew",
        ) from error


def _explain_newer(place: str) -> StoreError:
    return StoreError(
        "the inventory is of a newer audiopress",
        where=f"{place}{INVENTORY}",
        hint="deploy with that version, or a newer one",
    )


def _read_texts(table: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in table.items()}
