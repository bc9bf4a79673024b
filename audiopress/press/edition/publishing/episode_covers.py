"""The pictures of an episode beside its page: drawn once, and gone when its words are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.cover_names import COVER_FILES, name_episode_cover
from audiopress.store.atomic_files import read, remove
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from audiopress.model import Episode, Show

__all__ = ["make_covers", "remove_old_covers"]


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

    Once the feed names the new ones: a corrected headline would leave its first words standing.
    """
    folder = join_below(output, home.rstrip("/"))
    for path in sorted(path for pattern in COVER_FILES for path in folder.glob(pattern)):
        if f"{home}{path.name}" not in names:
            remove(path)
