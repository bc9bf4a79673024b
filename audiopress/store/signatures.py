"""Signed tags of published versions, in the ledger: no two signings give the same bytes.

So what was signed once is kept, and a version's files can be made again without the key. They lie
beside the records and not in them: a build reads every record, and a tag only where files are
bound. One folder an article, so that all of it can go.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import StoreError
from audiopress.store.atomic_files import read, remove, replace_if_changed
from audiopress.store.file_names import join_below
from audiopress.store.keys import digest
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.store.records import Record

__all__ = ["SignatureShelf", "SignedTag"]

_FORMAT = 1
"""Number of the form of a file; one with a higher number is not understood here."""

_DIGITS = 16
"""Hex digits of the names of folder and file, as records have them."""


class SignedTag(msgspec.Struct, frozen=True, kw_only=True):
    """The tag of a signed MP3, and of which MP3 it is the tag.

    ``unsigned`` is the key that the version has without a signature, ``sound`` the digest of its
    MP3 without one, ``certificate`` the sha256 of the signer's. ``tag`` is without the picture,
    which the show keeps, and stood at ``picture`` (-1: there is none).
    """

    unsigned: str
    sound: str
    certificate: str
    tag: bytes
    picture: int = -1
    format: int = _FORMAT

    @property
    def name(self) -> str:
        """What the ledger calls it: by what was signed, and by whom."""
        return digest(["signature", 1, self.unsigned, self.certificate])

    def join(self, picture: bytes) -> bytes:
        """Return the tag as it was, with the picture at its place."""
        if self.picture < 0:
            return self.tag
        return self.tag[: self.picture] + picture + self.tag[self.picture :]


class SignatureShelf:
    """The signed tags in the ledger at ``root``; who saves or removes holds the build lock."""

    def __init__(self, root: Path) -> None:
        """Name the ledger's folder; nothing is read or made."""
        self._root = root

    def find(self, article_id: str, name: str) -> SignedTag | None:
        """Return the tag of this name, if it is kept.

        Raises:
            StoreError: it cannot be read, or is not what it was.

        """
        path = self._locate(article_id, name)
        body = read(path)
        if body is None:
            return None
        try:
            found = msgspec.json.decode(body, type=SignedTag)
        except msgspec.MsgspecError as error:
            raise _make_damage_error(path, str(error)) from error
        if found.name != name or found.format > _FORMAT:
            raise _make_damage_error(path, "it is of another version")
        return found

    def save(self, article_id: str, signed: SignedTag) -> None:
        """Keep a tag durably."""
        text = msgspec.json.format(msgspec.json.encode(signed, order="sorted"), indent=2)
        replace_if_changed(self._locate(article_id, signed.name), text + b"\n")

    def remove_unnamed(self, record: Record) -> None:
        """Remove the tags of an article that no version of it names, published or held."""
        home = self._locate(record.id, "0" * _DIGITS).parent
        versions = [*record.versions, *([record.held.episode] if record.held else [])]
        kept = {version.imprint.signature for version in versions if version.imprint}
        names = {self._locate(record.id, name).name for name in kept if name}
        try:
            found = sorted(home.iterdir())
        except FileNotFoundError:
            return
        except OSError as error:
            raise explain_os_error(error, home) from error
        for path in found:
            if path.name not in names:
                remove(path)

    def remove_all(self, article_id: str) -> None:
        """Remove all tags of an article."""
        remove(self._locate(article_id, "0" * _DIGITS).parent)

    def _locate(self, article_id: str, name: str) -> Path:
        home = hashlib.sha256(article_id.encode()).hexdigest()[:_DIGITS]
        return join_below(self._root, f"signatures/{home[:2]}/{home}/{name[:_DIGITS]}.json")


def _make_damage_error(path: Path, why: str) -> StoreError:
    return StoreError(
        f"this signature of the ledger is damaged: {why}",
        where=str(path),
        hint=f"take it from where the ledger is kept; else rm {path}, and what lost its files gets "
        "a new address",
    )
