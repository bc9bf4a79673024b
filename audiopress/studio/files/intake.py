"""What was dropped, pasted or named becomes a file in a folder of the edition's articles."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address, is_other_address, make_slug
from audiopress.sources.documents.kinds import DOCUMENT_LIMIT
from audiopress.sources.file_endings import ADVICE, ARTICLE_ENDINGS
from audiopress.store.atomic_files import write
from audiopress.studio.files.incoming import IncomingFile
from audiopress.studio.files.readers import UPLOADED, check_readable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.settings import Settings

__all__ = [
    "LARGEST",
    "choose_name",
    "choose_place",
    "find_articles_folder",
    "find_file",
    "is_source",
    "keep_file",
    "list_sources",
    "name_file",
    "take_upload",
]

LARGEST = DOCUMENT_LIMIT
"""Bytes of a file that is taken: what a build would refuse need not be kept."""

_FOLDER = "articles"
"""Where articles go where no source is a folder: what ``audiopress init`` proposes."""


def find_articles_folder(settings: Settings) -> Path:
    """Return the folder that articles are put into: the first one among the sources."""
    for source in settings.sources:
        if is_address(source) or is_other_address(source) or re.search(r"[*?\[]", source):
            continue
        place = settings.root / source
        if place.is_dir() or not place.suffix:
            return place
    return settings.root / _FOLDER


def is_source(settings: Settings, folder: Path) -> bool:
    """Whether ``audiopress build`` without a word would read what is in ``folder``."""
    return any(settings.root / source == folder for source in settings.sources)


def list_sources(settings: Settings) -> list[str]:
    """Return what is built when all is published: none stands for those of the configuration."""
    named = bool(settings.sources or settings.selected)
    return [] if named else [str(find_articles_folder(settings))]


def name_file(settings: Settings, path: Path) -> str:
    """Return how a file is called in the window: by its path below the edition's folder."""
    return Path(os.path.relpath(path, settings.root)).as_posix()


def find_file(settings: Settings, name: str) -> Path:
    """Return the article's file that a page of the window has named.

    Raises `SourceError` for what is none: the window reaches nothing but articles in their folder.
    """
    folder = find_articles_folder(settings)
    path = settings.root / name
    inside = "\0" not in name and path.resolve().is_relative_to(folder.resolve())
    hidden = any(part.startswith(".") for part in Path(name).parts)
    if inside and not hidden and path.suffix.lower() in UPLOADED and path.is_file():
        return path
    raise SourceError(
        "there is no such article in the folder of articles",
        where=name,
        hint=f"drop it into the window, or put it into {name_file(settings, folder)}",
    )


def take_upload(name: str, body: bytes) -> IncomingFile:
    """Return a file that was dropped; raises `SourceError` for another kind, and for no text.

    What its own name says of folders is not followed.
    """
    plain = re.split(r"[/\\]", name)[-1].strip()
    ending = Path(plain).suffix.lower()
    _check_kind(plain, ending, body)
    return IncomingFile(name=plain.removesuffix(Path(plain).suffix), ending=ending, body=body)


def _check_kind(name: str, ending: str, body: bytes) -> None:
    if ending not in UPLOADED:
        kind = f'a file ending in "{ending}"' if ending else "a file without an ending"
        raise SourceError(
            f"{kind} cannot be read",
            where=name,
            hint=ADVICE.get(ending, f"save it as {ARTICLE_ENDINGS}"),
        )
    check_readable(name, ending)
    if not body:
        raise SourceError("the file is empty", where=name, hint="drop the one with the text")


def choose_place(settings: Settings, incoming: IncomingFile) -> Path:
    """Return where a new article goes: by its own name, with a number where that is taken.

    Raises `ConfigError` where the folder of articles lies outside of the edition's.
    """
    folder = find_articles_folder(settings)
    if not folder.resolve().is_relative_to(settings.root.resolve()):
        raise ConfigError(
            "the folder of articles lies outside of the edition's, and nothing is written there",
            where=str(folder),
            hint='name one inside under sources of [edition], such as "articles"',
        )
    return choose_name(folder, incoming.name, incoming.ending)


def choose_name(
    folder: Path,
    name: str,
    ending: str,
    besides: Path | None = None,
    taken: Iterable[str] = (),
) -> Path:
    """Return a path in ``folder`` by a name, which no other file there has, whatever its ending.

    The name of the file ``besides`` is free: that goes. Those in ``taken`` are not.
    """
    found = folder.iterdir() if folder.is_dir() else ()
    stems = {*taken, *(each.stem.lower() for each in found if each != besides)}
    return folder / f"{make_slug(name, name, stems)}{ending}"


def keep_file(settings: Settings, incoming: IncomingFile) -> Path:
    """Keep what came in as a new article, and return where it is; raises as `choose_place`."""
    path = choose_place(settings, incoming)
    write(path, incoming.body)
    return path
