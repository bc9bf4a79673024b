"""Files of articles that were replaced: kept beside the edition, where no build reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.store.atomic_files import read, write
from audiopress.studio.files.incoming import IncomingFile
from audiopress.studio.files.intake import name_file

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["keep_former", "list_kept", "read_kept"]

_FOLDER = ".replaced"
"""Where they are, by the path of the article: hidden, so that no folder of sources has them."""


def keep_former(settings: Settings, former: Path, path: Path) -> None:
    """Keep the file ``former``, whose article is in ``path`` from now on, under the next number."""
    kept = _list_numbered(settings, path)
    # Behind the highest: one between may have been removed by hand.
    number = int(kept[-1].stem.rpartition(".")[2]) + 1 if kept else 1
    place = _find_folder(settings, path) / f"{path.stem}.{number}{former.suffix}"
    write(place, read(former) or b"")


def list_kept(settings: Settings, path: Path) -> list[str]:
    """Return the files that the article in ``path`` had before, the latest first."""
    return [name_file(settings, each) for each in reversed(_list_numbered(settings, path))]


def read_kept(settings: Settings, path: Path, name: str) -> IncomingFile:
    """Return a file that the article in ``path`` had; raises `SourceError` where there is none."""
    kept = next((e for e in _list_numbered(settings, path) if name_file(settings, e) == name), None)
    if kept is None:
        raise SourceError(
            "no such file of this article is kept",
            where=name,
            hint="load its page again: it lists those that are",
        )
    return IncomingFile(name=path.stem, ending=kept.suffix.lower(), body=read(kept) or b"")


def _list_numbered(settings: Settings, path: Path) -> list[Path]:
    """Return what is kept of an article, the oldest first."""
    folder = _find_folder(settings, path)
    named = re.compile(rf"{re.escape(path.stem)}\.(\d+)\.\w+")
    found = [(named.fullmatch(each.name), each) for each in _list_folder(folder)]
    return [each for _, each in sorted((int(it[1]), each) for it, each in found if it)]


def _list_folder(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _find_folder(settings: Settings, path: Path) -> Path:
    return settings.root / _FOLDER / path.parent.relative_to(settings.root)
