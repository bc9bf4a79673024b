"""A bucket as a target: eight files at a time, the feed and our own records by condition."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from audiopress.deploy.places import open_same
from audiopress.deploy.published import make_headers
from audiopress.store.shared.turn import OWN_FOLDER, TurnKind, take_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager

    from audiopress.deploy.places import Turn
    from audiopress.deploy.published import PublishedFile
    from audiopress.store.objects import ObjectStore, Stored

__all__ = ["DEPLOY_TURN", "BucketPlace"]

DEPLOY_TURN = TurnKind(
    name="deploy",
    record=f"{OWN_FOLDER}deploying.json",
    does="deploys here",
    again="when it has ended: audiopress deploy",
)
"""One deploy at a time; of who deploys nothing is told but a number, for anybody may read it."""

_AT_ONCE = 8
"""Files that are sent at a time: most are some kilobytes, and each waits for its answer."""

_PRIVATE = {"Content-Type": "application/json", "Cache-Control": "no-store"}
"""What is said of our own records: no cache may keep them."""

_NEEDS = (
    "this is the first deploy here: the bucket has to be open to readers, and needs a rule for "
    "players on other sites (docs/deploy.md): audiopress deploy --cors"
)
"""What is said once: nothing of it can be seen by the key that deploys."""

_CAUTION = (
    "this storage ignores conditional writes: let one builder alone deploy here, for two at once "
    "can lose what the other has written"
)
"""What is said where the server's silence means that it has not looked at a condition."""


class BucketPlace:
    """What lies in a bucket below a prefix (`audiopress.deploy.places.DeployPlace`)."""

    def __init__(self, store: ObjectStore) -> None:
        """Use an opened bucket; nothing is asked yet."""
        self._store = store
        self.name = store.place
        self.caution = ""
        self.needs = _NEEDS

    def read(self, name: str) -> Stored | None:
        """Return an object with its mark."""
        return self._store.read(name)

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        """Write an object that nobody else has written since it was read."""
        headers = _PRIVATE if name.startswith(OWN_FOLDER) else make_headers(name)
        return self._store.put_if(name, body, headers, mark)

    def send(self, files: Sequence[PublishedFile], sent: Callable[[PublishedFile], None]) -> None:
        """Write objects, eight at a time; after one that fails no other is begun."""
        pool = ThreadPoolExecutor(_AT_ONCE)
        try:
            begun = {pool.submit(self._send_one, each): each for each in files}
            for done in as_completed(begun):
                done.result()
                sent(begun[done])
        finally:
            # Also on Ctrl-C. What is on its way is waited for: at the end all is known.
            pool.shutdown(cancel_futures=True)

    def compare(self, files: Sequence[PublishedFile]) -> tuple[set[str], set[str]]:
        """Return which objects are there already, by MD5, which is the mark of most."""
        there = self._store.list_all()
        known = [each for each in files if each.name in there]
        same = {each.name for each in known if _is_same(each, *there[each.name])}
        return same, {each.name for each in known} - same

    def list_names(self) -> Collection[str]:
        """Return the names of all objects below the prefix."""
        return self._store.list_all()

    def remove(self, names: Collection[str]) -> None:
        """Remove objects."""
        self._store.remove(names)

    def take_turn(self, builder: str, tell: Callable[[str], None]) -> AbstractContextManager[Turn]:
        """Wait for other deploys; find out before whether the server honours conditions."""
        if not self._store.probe(OWN_FOLDER):
            self.caution = _CAUTION
        return take_turn(DEPLOY_TURN, self, builder, tell)

    def _send_one(self, file: PublishedFile) -> None:
        with open_same(file) as opened:
            # Small ones as bytes: obstore need not ask for them piece by piece.
            body = opened if file.size > _SMALL_BYTES else opened.read()
            self._store.put(file.name, body, file.size, make_headers(file.name))


_SMALL_BYTES = 1024 * 1024
"""Bytes of a file that is held in memory while it is sent."""


def _is_same(file: PublishedFile, size: int, mark: str) -> bool:
    if size != file.size:
        return False
    with open_same(file) as opened:
        # No secret is kept by it: it is what storage calls an object that came in one piece.
        digest = hashlib.md5(usedforsecurity=False)
        while chunk := opened.read(_SMALL_BYTES):
            digest.update(chunk)
    return mark.strip('"') == digest.hexdigest()
