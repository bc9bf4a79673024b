"""The pictures of an episode beside its page: drawn once, and kept as long as their version is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.publish.cover_names import COVER_FILES, name_episode_cover, name_thumbnail
from audiopress.store.atomic_files import read, remove
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from audiopress.model import Episode, Show

__all__ = ["list_kept_pictures", "list_pictures", "make_covers", "remove_old_covers"]


def make_covers(
    show: Show, episode: Episode, output: Path, picture: bytes = b""
) -> dict[str, bytes]:
    """Return the episode's pictures by their paths; one that is there is not drawn again.

    They show the article's ``picture``, a JPEG; of an article without one, its headline.
    """
    names = {wide: name_episode_cover(show, episode, wide=wide) for wide in (False, True)}
    # Its name says what is drawn, and each was written whole.
    made = {name: read(join_below(output, name)) for name in names.values()}
    if not all(made.values()):
        from audiopress.publish.pages import (  # noqa: PLC0415 - imports Pillow
            artwork_of_episode as artwork,
        )

        made = {name: artwork.draw_cover(show, episode, wide=wide, picture=picture)
                for wide, name in names.items()}  # fmt: skip
    return {name: body for name, body in made.items() if body}


def remove_old_covers(output: Path, home: str, names: Container[str]) -> None:
    """Remove the pictures in an episode's folder, ``home``, whose paths are not among ``names``.

    Once the feed names the new ones; those of old versions go with them (`audiopress gc`).
    """
    folder = join_below(output, home.rstrip("/"))
    for path in sorted(path for pattern in COVER_FILES for path in folder.glob(pattern)):
        if f"{home}{path.name}" not in names:
            remove(path)


def list_pictures(show: Show, versions: Iterable[Episode]) -> set[str]:
    """Return the paths that the pictures of these versions have, and may have had, in ``show``.

    A cover has the show's title on it: today's, or that of the day when the version was made.
    """
    found: set[str] = set()
    for each in versions:
        titles = {"", each.imprint.show if each.imprint else ""}
        drawn = [replace(each, cover_title=title) for title in titles]
        found |= {
            name_episode_cover(show, one, wide=wide) for one in drawn for wide in (False, True)
        }
        if each.picture:
            found |= {f"{each.home}{name}" for name in (each.picture, name_thumbnail(each.picture))}
    return found


def list_kept_pictures(show: Show, versions: Iterable[Episode], output: Path) -> set[str]:
    """Return the paths of the pictures of those versions whose files are in the output folder.

    Feeds and pages that somebody has still open name them, as they name the sound beside them.
    """
    return list_pictures(
        show,
        [each for each in versions if join_below(output, f"{each.folder}alignment.json").is_file()],
    )
