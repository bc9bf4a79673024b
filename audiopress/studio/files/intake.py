"""What was dropped, pasted or named becomes a file in a folder of the edition's articles."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address, is_other_address, make_slug
from audiopress.model import Document
from audiopress.press.steps.fetch import SourceFetcher
from audiopress.sources.documents.kinds import DOCUMENT_LIMIT, ENDINGS
from audiopress.sources.file_endings import ADVICE, ARTICLE_ENDINGS
from audiopress.sources.files import MEDIA_TYPES
from audiopress.store.atomic_files import write
from audiopress.store.cache import Cache
from audiopress.studio.files.pasted import make_file
from audiopress.studio.files.readers import UPLOADED, check_readable

if TYPE_CHECKING:
    from audiopress.settings import Settings
    from audiopress.studio.files.pasted import PastedText

__all__ = [
    "LARGEST",
    "find_articles_folder",
    "find_file",
    "is_source",
    "list_sources",
    "name_file",
    "save_address",
    "save_text",
    "save_upload",
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


def save_upload(settings: Settings, name: str, body: bytes, *, replaces: str = "") -> Path:
    """Keep a file that was dropped, or put it in the place of ``replaces``; return where it is.

    What its own name says of folders is not followed. Raises `SourceError` for another kind.
    """
    plain = re.split(r"[/\\]", name)[-1].strip()
    ending = Path(plain).suffix.lower()
    _check_kind(plain, ending, body)
    if replaces:
        old = find_file(settings, replaces)
        if old.suffix.lower() != ending:
            raise SourceError(
                f"{old.name} is replaced by a file of its own kind",
                where=plain,
                hint=f"save it as {old.suffix}; under another ending it is another article",
            )
        write(old, body)
        return old
    return _save_new(settings, plain.removesuffix(Path(plain).suffix), ending, body)


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


def save_text(settings: Settings, pasted: PastedText) -> Path:
    """Keep a text that was pasted, Markdown or HTML, and return where it is."""
    made = make_file(pasted)
    return _save_new(settings, made.name, made.ending, made.body)


def save_address(settings: Settings, address: str) -> Path:
    """Fetch the page at ``address``, keep it as a file, and return where it is.

    Raises `SourceError` for an address that cannot be had, or has a list and no article.
    """
    address = address.strip()
    if not is_address(address):
        raise SourceError(
            "this is no address of a page",
            where=address,
            hint="copy it from the browser: it begins with https://",
        )
    fetcher = SourceFetcher(settings, Cache(settings.cache), now=datetime.now(UTC), keep=False)
    found = list(fetcher.fetch([address]))
    if len(found) != 1:
        raise SourceError(
            f"this address has {len(found)} articles, and one is taken at a time",
            where=address,
            hint="name it under sources of [edition] in audiopress.toml, to have all of them",
        )
    if not isinstance(found[0], Document):
        raise found[0].error
    return _save_document(settings, found[0])


def _save_document(settings: Settings, document: Document) -> Path:
    endings = {kind: ending for ending, kind in reversed((MEDIA_TYPES | ENDINGS).items())}
    ending = endings.get(document.media_type, ".html")
    body = document.body
    if document.charset and document.media_type.startswith("text/"):
        # What its server has said of its letters would be lost with it.
        body = body.decode(document.charset, "replace").encode("utf-8-sig")
    name = document.uri.rstrip("/").rpartition("/")[2].partition("?")[0]
    return _save_new(settings, Path(name).stem or "page", ending, body)


def _save_new(settings: Settings, title: str, ending: str, body: bytes) -> Path:
    folder = find_articles_folder(settings)
    if not folder.resolve().is_relative_to(settings.root.resolve()):
        raise ConfigError(
            "the folder of articles lies outside of the edition's, and nothing is written there",
            where=str(folder),
            hint='name one inside under sources of [edition], such as "articles"',
        )
    taken = {each.stem.lower() for each in folder.iterdir()} if folder.is_dir() else set()
    path = folder / f"{make_slug(title, title, taken)}{ending}"
    write(path, body)
    return path
