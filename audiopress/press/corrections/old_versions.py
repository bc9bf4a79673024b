"""The versions of an article that another one has replaced, and which of them have had their time.

What is published stays, and so does every folder that a feed in the output names or in which the
sound of a version lies that stays. The pictures of a version go with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from audiopress.press.corrections.makings import find_making
from audiopress.press.edition.publishing.episode_covers import list_pictures
from audiopress.press.edition.publishing.shows import find_show
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = [
    "OldVersion",
    "find_expired_versions",
    "list_lone_pictures",
    "list_needed_folders",
    "list_old_versions",
    "read_feeds",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OldVersion:
    """A version's folder, and since when another one has been published in its place.

    ``pictures`` are those that lie beside its folder and are no other version's.
    """

    key: str
    folder: Path
    title: str
    superseded: datetime
    size: int
    pictures: tuple[Path, ...] = ()


def find_expired_versions(
    settings: Settings,
    record: Record,
    feeds: bytes,
    *,
    kept: timedelta | int | None,
    now: datetime,
) -> list[OldVersion]:
    """Return the old versions of an article that are not kept any longer, the oldest first.

    ``kept`` is how long they stay, or how many of the newest, ``None`` for all. ``feeds`` is what
    the feeds of the output say.
    """
    old = list_old_versions(settings, record)
    if isinstance(kept, int):
        gone = old[: max(0, len(old) - kept)]
    else:
        gone = [each for each in old if kept is not None and each.superseded < now - kept]
    keys = {each.key for each in gone}
    named = list_needed_folders([each for each in record.versions if each.key not in keys])
    expired = [
        each
        for each in gone
        if (folder := _name_folder(settings, each)) not in named and folder.encode() not in feeds
    ]
    return _add_pictures(settings, record, expired, feeds)


def list_lone_pictures(settings: Settings, record: Record, keys: Collection[str]) -> list[Path]:
    """Return the pictures in the output that these versions have, and no other of the article."""
    show, output = find_show(settings, record.show), settings.output
    gone = list_pictures(show, [each for each in record.versions if each.key in keys])
    kept = list_pictures(show, [each for each in record.versions if each.key not in keys])
    paths = (join_below(output, name) for name in sorted(gone - kept))
    return [path for path in paths if path.is_file()]


def _add_pictures(
    settings: Settings, record: Record, expired: Sequence[OldVersion], feeds: bytes
) -> list[OldVersion]:
    """Return versions that go, each with the pictures that go with it: two may have one."""
    added: list[OldVersion] = []
    keys: set[str] = set()
    told: set[Path] = set()
    for each in expired:
        keys.add(each.key)
        found = list_lone_pictures(settings, record, keys)
        own = [path for path in found if path not in told and path.name.encode() not in feeds]
        told.update(found)
        size = each.size + sum(path.stat().st_size for path in own)
        added.append(replace(each, pictures=tuple(own), size=size))
    return added


def list_old_versions(settings: Settings, record: Record) -> list[OldVersion]:
    """Return the replaced versions whose folder is there, the oldest first."""
    current = list_needed_folders(record.versions[-1:])
    found: dict[str, OldVersion] = {}
    for old, new in pairwise(record.versions):
        folder = join_below(settings.output, f"{old.folder}alignment.json").parent
        if old.folder not in current and folder.is_dir():
            # One that was published again in between counts from when it was replaced last.
            found.pop(old.key, None)
            found[old.key] = OldVersion(
                key=old.key,
                folder=folder,
                title=record.title,
                superseded=_find_superseded(settings, record, old, new),
                size=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
            )
    return list(found.values())


def list_needed_folders(versions: Sequence[Episode]) -> set[str]:
    """Return the folders in which these versions have their files."""
    sounds = {f"{each.enclosure.path.rpartition('/')[0]}/" for each in versions}
    return sounds | {each.folder for each in versions}


def read_feeds(settings: Settings) -> bytes:
    """Return what all feeds in the output folder say, the archive pages of long ones too."""
    top = settings.output
    shows = top.glob("shows/**/*.xml")
    return b"\n".join(path.read_bytes() for path in sorted([*top.glob("*.xml"), *shows]))


def _name_folder(settings: Settings, version: OldVersion) -> str:
    return f"{version.folder.relative_to(settings.output).as_posix()}/"


def _find_superseded(settings: Settings, record: Record, old: Episode, new: Episode) -> datetime:
    making = find_making(record, new.key)
    if making is not None and making.issued is not None:
        return making.issued
    # Published before the ledger kept when. The date of a change is the source's own word, and may
    # be long past by then, so the files say how long they are there at least.
    places = (join_below(settings.output, f"{one.folder}alignment.json") for one in (new, old))
    written = next((path.stat().st_mtime for path in places if path.is_file()), 0.0)
    return max(new.changed, datetime.fromtimestamp(written, UTC))
