"""The one ordered writer into the output folder, and the one who takes away.

Of an episode: media (immutable name), sidecars, page, ledger. Of the show: artwork, player, pages,
and the feed last, derived from the ledger. A reader who comes at any moment sees an old feed or a
new one, and every file that it names.
"""

from __future__ import annotations

import html
import json
import os
import re
from typing import TYPE_CHECKING

from audiopress.publish.sanitize import clean_url
from audiopress.store.atomic_files import read, remove, replace_if_changed, write
from audiopress.store.file_names import join_below
from audiopress.store.os_errors import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.press.steps.bind import BoundEpisode
    from audiopress.store.ledger import Ledger, Record

__all__ = [
    "holds_page_of",
    "holds_sound",
    "is_complete",
    "is_home_of",
    "list_sizes",
    "read_published_address",
    "ship_episode",
    "ship_pages",
    "ship_show",
    "unship_episode",
    "unship_folder",
]

_FEED_ADDRESS = re.compile(rb'<atom:link (?=[^>]*rel="self")[^>]*href="([^">]*/)feed\.xml"')
"""The address that a feed of ours gives itself: ``https://audio.example.org/`` of ``<atom:link
href="https://audio.example.org/feed.xml" rel="self" ...>``, in whatever order the attributes are.
The links to other pages of a long feed (``rel="next"``) are none."""

_TAG_HEADER = 10
"""Bytes of the header of an ID3v2 tag, which ends with the size of what follows (ID3v2.3, 3.1)."""


def ship_episode(
    output: Path, bound: BoundEpisode, pages: Mapping[str, bytes], record: Record, ledger: Ledger
) -> bool:
    """Write one version in the safe order; say whether any file was written."""
    # The sound first: whatever names it must find it, should the build be killed in between.
    media = bound.episode.enclosure
    # The sound of a version before it is left as it lies: what encoded it may be another by now.
    kept = not media.path.startswith(bound.episode.folder)
    there = kept and is_complete(output, [(media.path, media.length)])
    changed = not there and _ship_media(join_below(output, media.path), bound)
    for name, body in bound.sidecars.items():
        changed |= replace_if_changed(join_below(output, bound.episode.folder + name), body)
    # Stable names after the folder they point into: who opens the page finds the sound.
    return ship_pages(output, pages, record, ledger) or changed


def ship_pages(output: Path, pages: Mapping[str, bytes], record: Record, ledger: Ledger) -> bool:
    """Write what stands under stable names, and then the promise; say whether a file was written.

    This is all of a version whose folder is left as it lies.
    """
    changed = False
    for name, body in pages.items():
        changed |= replace_if_changed(join_below(output, name), body)
    # The promise when it is kept: a build that was killed before this line ships the same again.
    ledger.save(record)
    return changed


def read_published_address(output: Path) -> str:
    """Return the address that the feed in a folder gives itself, up to the file, or nothing.

    In ASCII: 0.1.0 wrote names of folders into it as they are.
    """
    found = _FEED_ADDRESS.search(read(output / "feed.xml") or b"")
    address = html.unescape(found[1].decode()) if found else ""
    return clean_url(address.replace(" ", "%20")) or address


def _ship_media(path: Path, bound: BoundEpisode) -> bool:
    """Write the sound unless it is there; a name never gets other bytes than those it was for."""
    # Compared, and not believed by its name: a file may have been damaged where it lies.
    if _holds(path, bound.stream_media(), bound.episode.enclosure.length):
        return False
    write(path, bound.stream_media())
    return True


def _holds(path: Path, chunks: Iterable[bytes], length: int) -> bool:
    """Whether the file holds exactly these bytes, without having them in memory at once."""
    try:
        # The size first: to compare bytes means to read every frame from the cache.
        if path.stat().st_size != length:
            return False
        with path.open("rb") as file:
            return all(file.read(len(chunk)) == chunk for chunk in chunks)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise explain_os_error(error, path) from error


def holds_sound(path: Path, chunks: Iterable[bytes]) -> bool:
    """Whether an MP3 is exactly this behind its tag, whatever that says."""
    try:
        with path.open("rb") as file:
            head = file.read(_TAG_HEADER)
            # Four bytes of seven bits each (ID3v2.3, 3.1).
            size = sum(byte << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=False))
            file.seek(_TAG_HEADER + size if head.startswith(b"ID3") else 0)
            return all(file.read(len(chunk)) == chunk for chunk in chunks) and not file.read(1)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise explain_os_error(error, path) from error


def ship_show(output: Path, files: Mapping[str, bytes], feeds: Mapping[str, bytes]) -> bool:
    """Write what stands around the episodes, then the feeds, ``feed.xml`` last of all."""
    changed = False
    for name, body in files.items():
        changed |= replace_if_changed(join_below(output, name), body)
    # Older parts of a long feed before the part that links to them.
    for name in sorted(feeds, key=lambda name: (name == "feed.xml", name)):
        changed |= replace_if_changed(join_below(output, name), feeds[name])
    return changed


def unship_episode(
    output: Path, home: str, page: bytes, others: Collection[str] = frozenset()
) -> None:
    """Let ``page`` stand for an episode that no feed names any more, and take all else away.

    ``home`` is the episode's stable folder, ``others`` are folders in it that stay, for they are
    another article's. Done twice it does nothing.
    """
    folder = join_below(output, f"{home}index.html").parent
    # The embed page too: it stands in frames of other people's pages.
    kept = {f"{home}index.html": page, f"{home}embed.html": page}
    for name, body in kept.items():
        replace_if_changed(join_below(output, name), body)
    try:
        found = list(folder.iterdir())
    except OSError as error:
        raise explain_os_error(error, folder) from error
    # Both pages stand before anything goes: a link to the article never leads to nothing.
    for path in found:
        if f"{home}{path.name}" not in kept and f"{home}{path.name}/" not in others:
            remove(path)


def unship_folder(output: Path, folder: str) -> None:
    """Take the immutable folder of one version away, if it is there."""
    remove(join_below(output, f"{folder}alignment.json").parent)


def holds_page_of(output: Path, home: str, guid: str) -> bool:
    """Whether the pages in a stable folder are those of the article with this guid."""
    said = read(join_below(output, f"{home}episode.json"))
    return said is not None and json.dumps(guid).encode() in said


def is_complete(output: Path, sizes: Iterable[tuple[str, int]]) -> bool:
    """Whether all these files are there, as long as they should be."""
    folder = str(output)
    for name, size in sizes:
        try:
            # A path object for every file of a thousand articles would cost more than to look.
            if os.stat(f"{folder}/{name}").st_size != size:  # noqa: PTH116
                return False
        except OSError:
            return False
    return True


def is_home_of(output: Path, episode: Episode) -> bool:
    """Whether the pages at an episode's stable address are of this version of it."""
    said = read(join_below(output, f"{episode.home}episode.json")) or b""
    return all(json.dumps(mark).encode() in said for mark in (episode.guid, episode.key))


def list_sizes(output: Path, names: Iterable[str]) -> list[int | None]:
    """Return the bytes of files below the output folder, ``None`` for one that is not there."""
    sizes: list[int | None] = []
    for name in names:
        path = join_below(output, name)
        sizes.append(path.stat().st_size if path.is_file() else None)
    return sizes
