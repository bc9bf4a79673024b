"""Articles that lie on this machine: pages, texts and documents, and folders of them."""

from __future__ import annotations

import difflib
import glob
import os
import re
import stat
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.disk import is_folder, shorten_path
from audiopress.errors import SourceError
from audiopress.model import Document, OtherFile, Refused
from audiopress.sources.documents.kinds import (
    DOCUMENT_LIMIT,
    ENDINGS,
    LARGE,
    PACKED,
    find_document_type,
)
from audiopress.sources.documents.zip_lists import is_archive_of_lists, unpack_lists
from audiopress.sources.file_endings import (
    ADVICE,
    ARTICLE_ENDINGS,
    check_archive,
    check_ending,
    is_named_as_file,
)
from audiopress.sources.lists.kinds import find_collection, unpack_gzip
from audiopress.sources.no_articles import explain_file, explain_folder
from audiopress.sources.page_stubs import explain_text
from audiopress.sources.saved_parts import explain_named_parts
from audiopress.sources.sniff import name_binary_format
from audiopress.text.commands import write_command
from audiopress.text.path_names import name_by_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LIMIT", "MEDIA_TYPES", "FileSource"]

LIMIT = 10_000_000
"""Bytes an article may have; a longer file is refused, never cut. It is held in memory several
times while it is read, and what is longer is a book or a dump."""

# Endings of the files that are articles, and what they hold; all others are passed over.
MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".txt": "text/plain",
}

_OTHER_KIND = "another kind of file"
"""Why a picture beside an article is passed by; so many are that they are counted."""

_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}", re.IGNORECASE)
"""A first part of a path that is rather a host: ``news.example/story`` whose ``https://`` was
forgotten. It is asked only of what does not exist and has no file's ending (``notes.md``)."""

_PATTERN = re.compile(r"[*?\[]")
"""What a path has that stands for many (glob)."""

_BLANK = b" \t\r\n\f\v\0\xef\xbb\xbf\xff\xfe"
"""Bytes of a file in which nothing is written: white space, byte order marks of UTF-8 and UTF-16,
and the NUL beside each blank of UTF-16."""


class FileSource:
    """Files and folders, named by where they lie below the edition's folder.

    A document's ``uri`` is that path with forward slashes, the same wherever the edition's
    folder lies; for what lies outside of it, the path below the folder that was named, or below
    the part of a pattern that stands for one folder, so that it may be moved as a whole. A file
    that is named by itself has its name, and its folder's where it is called ``index``.
    """

    def __init__(
        self,
        root: Path,
        *,
        output: Path | None = None,
        skipped: Iterable[Path] = (),
        untrusted: bool = False,
    ) -> None:
        """Know the edition's folder and the one it builds into, which is never read.

        ``output`` is ``root / "output"`` unless given, ``skipped`` are other folders of ours.
        With ``untrusted`` no link is followed out of that folder, nor out of another one that is
        named. ``passed_by`` is what a walk through folders has found that is no article.
        """
        self._root = root.resolve()
        ours = (output or Path("output"), *skipped)
        self._skipped = frozenset((self._root / each).resolve() for each in ours)
        self._untrusted = untrusted
        self.passed_by: list[OtherFile] = []

    def fetch(self, uri: str) -> Iterator[Document | Refused]:
        """Yield the document at the path ``uri``, or those below it, sorted by their names.

        A relative path counts from the edition's folder. What cannot be read is `Refused` with
        the reason, and the rest is still yielded. In folders, what is no article is passed by
        (`audiopress.sources.no_articles`) and told in ``passed_by``. A list of articles that is
        named by itself has a media type of `audiopress.sources.lists.kinds`; a path with ``*``,
        ``?`` or ``[`` of which there is none stands for all that it fits.
        """
        path = self._root / uri
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            if _PATTERN.search(uri) and "\0" not in uri:
                yield from self._fetch_below(_find_fixed(path), path)
                return
            yield Refused(uri=self._make_uri(path), error=self._explain_missing(path, error))
            return
        inside = path.resolve().is_relative_to(self._root)
        if stat.S_ISDIR(mode) and not inside and self._is_link_out(path):
            way = "--untrusted: this is a link that leads out of the folder"
            yield Refused(uri=self._make_uri(path), error=SourceError(way, where=str(path)))
        elif stat.S_ISDIR(mode) and (reason := explain_named_parts(path)):
            self._pass_by(self._make_uri(path) + "/", reason)
        elif stat.S_ISDIR(mode) and not inside:
            elsewhere = FileSource(path, skipped=self._skipped, untrusted=self._untrusted)
            yield from _place_all(elsewhere.fetch(str(path)), path)
            self.passed_by += elsewhere.passed_by
        elif stat.S_ISDIR(mode):
            yield from self._read_folder(path)
        else:
            yield from self._read_named(path, mode)

    def _read_named(self, path: Path, mode: int) -> Iterator[Document | Refused]:
        """Yield the document that somebody named, or the lists in a ZIP."""
        name = self._make_uri(path)
        try:
            if self._untrusted:
                self._check_way(path)
            # What is called a page or a document and is none has the wrong name.
            called = path.suffix.lower() in MEDIA_TYPES | ENDINGS
            if called or not stat.S_ISREG(mode) or not is_archive_of_lists(path):
                yield self._read_document(path, listing=True)
                return
            outside = not self._resolve_parent(path).is_relative_to(self._root)
            found = unpack_lists(path, name, outside=outside)
        except (SourceError, OSError) as error:
            yield Refused(uri=name, error=_explain_error(path, error, name))
            return
        self.passed_by += found.others
        yield from found.lists

    def _fetch_below(self, folder: Path, pattern: Path) -> Iterator[Document | Refused]:
        """Yield what fits a pattern, named by its path below the folder that the pattern names."""
        found = is_folder(folder)
        inside = found and folder.resolve().is_relative_to(self._root)
        if not found or inside or self._is_link_out(folder):
            yield from self._fetch_pattern(pattern)
            return
        files = FileSource(folder, skipped=self._skipped, untrusted=self._untrusted)
        yield from _place_all(files._fetch_pattern(pattern), folder)
        self.passed_by += files.passed_by

    def _fetch_pattern(self, pattern: Path) -> Iterator[Document | Refused]:
        """Yield what fits a pattern: of files those that a folder would give, and whole folders."""
        paths = sorted(glob.glob(str(pattern), recursive=True))  # noqa: PTH207 - as shells have it
        if not paths:
            error = SourceError(
                "no file fits this pattern", where=str(pattern), hint=f"ls {pattern.parent}"
            )
            yield Refused(uri=self._make_uri(pattern), error=error)
        for path in map(Path, paths):
            if path.is_dir():
                # What lies below it has been found by ** already.
                if "**" not in pattern.parts:
                    yield from self.fetch(str(path))
            elif reason := _explain_name(path):
                self._pass_by(self._make_uri(path), reason)
            else:
                yield from self._take(path)

    def _explain_missing(self, path: Path, error: OSError | ValueError) -> SourceError:
        inside = path.is_relative_to(self._root)
        parts = path.relative_to(self._root).parts if inside else ()
        named = bool(parts) and is_named_as_file(parts[0], MEDIA_TYPES | ENDINGS)
        if parts and _HOST.fullmatch(parts[0]) and not named:
            address = "https://" + "/".join(parts)
            return SourceError(
                "there is no such file, and an address begins with https://",
                where=str(path),
                hint=write_command("build", address),
            )
        return _explain_missing(path, error)

    def _read_folder(self, folder: Path) -> Iterator[Document | Refused]:
        unreadable: list[OSError] = []
        paths = sorted(self._walk(folder, unreadable), key=self._make_uri)
        for error in unreadable:
            place = Path(error.filename)
            yield Refused(uri=self._make_uri(place), error=_explain_error(place, error))
        taken = False
        for path in paths:
            for found in self._take(path):
                taken = True
                yield found
        if not taken and not unreadable:
            yield Refused(uri=self._make_uri(folder), error=self._explain_nothing(folder))

    def _explain_nothing(self, folder: Path) -> SourceError:
        named = [item.uri for item in self.passed_by if item.reason != _OTHER_KIND]
        hint = f"put a file ending in {ARTICLE_ENDINGS} there"
        if named:
            command = write_command("plan", folder)
            hint = f"{command} says why {named[0]} is none; a file that is named is"
        return SourceError("this folder holds no article", where=str(folder), hint=hint)

    def _walk(self, folder: Path, unreadable: list[OSError]) -> Iterator[Path]:
        for place, folders, names in os.walk(folder, onerror=unreadable.append):
            here = Path(place)
            beside = frozenset(names)
            folders[:] = [name for name in sorted(folders) if self._is_entered(here / name, beside)]
            others: Counter[str] = Counter()
            for name in sorted(names):
                path = here / name
                reason = _explain_name(path)
                if not reason:
                    yield path
                elif reason == _OTHER_KIND:
                    others[path.suffix.lower()] += 1
                else:
                    self._pass_by(self._make_uri(path), reason)
            for ending, count in sorted(others.items()):
                uri = self._make_uri(here / f"*{ending}")
                self.passed_by.append(OtherFile(uri=uri, reason=_OTHER_KIND, count=count))

    def _is_entered(self, folder: Path, beside: frozenset[str]) -> bool:
        if folder.resolve() in self._skipped:
            return False
        hidden = "hidden" if folder.name.startswith(".") else ""
        reason = hidden or explain_folder(folder, beside)
        if reason:
            self._pass_by(self._make_uri(folder) + "/", reason)
        return not reason

    def _pass_by(self, uri: str, reason: str) -> None:
        self.passed_by.append(OtherFile(uri=uri, reason=reason))

    def _take(self, path: Path) -> Iterator[Document | Refused]:
        """Yield what a file of a folder holds, unless it is no article by what stands in it."""
        found = self._read_document(path)
        reason = "" if isinstance(found, Refused) else _explain_body(found)
        if reason:
            self._pass_by(found.uri, reason)
        else:
            yield found

    def _read_document(self, path: Path, *, listing: bool = False) -> Document | Refused:
        """Return what a file holds; with ``listing`` it may be a list of articles."""
        name = self._make_uri(path)
        try:
            if self._untrusted:
                self._check_way(path)
            body = _read_file(path)
            # what is called a page or a text and is none has the wrong name, and is told so
            called = path.suffix.lower() in MEDIA_TYPES
            kind = "" if called else find_document_type(body, path.name)
            if not kind:
                check_archive(body, path)
            if not kind and listing:
                kind = find_collection(body)
            if not kind:
                check_ending(path, MEDIA_TYPES)
            _check_body(body, path, kind)
            name.encode()
        except (SourceError, OSError, UnicodeEncodeError) as error:
            return Refused(uri=name, error=_explain_error(path, error, name))
        placed = self._resolve_parent(path)
        outside = not placed.is_relative_to(self._root)
        return Document(
            uri=name,
            media_type=kind or MEDIA_TYPES[path.suffix.lower()],
            body=body,
            outside=outside,
            place=placed.as_posix() if outside else "",
        )

    def _is_link_out(self, folder: Path) -> bool:
        named = Path(os.path.normpath(folder)).is_relative_to(self._root)
        return self._untrusted and named

    def _check_way(self, path: Path) -> None:
        """Refuse a link that leads out, and a second name that a file elsewhere may have."""
        # A path outside of the folder was named by a person: the settings name none.
        named = not Path(os.path.normpath(path)).is_relative_to(self._root)
        root = path.parent.resolve() if named else self._root
        names = path.stat().st_nlink  # first: a circle of links has no end to be looked at
        way = "a link that leads out of the folder"
        if path.resolve().is_relative_to(root):
            way = "a hard link: the file has a second name" if names > 1 else ""
        if way:
            raise SourceError(
                f"--untrusted: this is {way}", hint="put a copy of the file in its place"
            )

    def _make_uri(self, path: Path) -> str:
        """Return the path below the edition's folder, or a name where it lies outside of it."""
        # Composed letters: macOS hands out "e" and an accent for the same name.
        placed = self._resolve_parent(path)
        inside = placed.is_relative_to(self._root)
        name = placed.relative_to(self._root).as_posix() if inside else name_by_path(placed)
        return unicodedata.normalize("NFC", name)

    @staticmethod
    def _resolve_parent(path: Path) -> Path:
        # The last part is kept as it stands, for a link in the folder is an article of its own.
        return Path(os.path.realpath(path.parent), path.name) if path.name != ".." else path


def _place_all(
    outcomes: Iterable[Document | Refused], folder: Path
) -> Iterator[Document | Refused]:
    """Yield what a folder elsewhere holds, each document with where it lies."""
    root = Path(os.path.realpath(folder)).as_posix()
    for found in outcomes:
        if isinstance(found, Document):
            place = found.place or f"{root}/{found.uri}"
            yield replace(found, outside=True, place=place)
        else:
            yield found


def _find_fixed(pattern: Path) -> Path:
    """Return the folder that a pattern names before anything in it stands for many."""
    parts = pattern.parts
    many = next(at for at, part in enumerate(parts) if _PATTERN.search(part))
    # What stands for many may stand in the last part alone: its folder is one all the same.
    return Path(*parts[: min(many, len(parts) - 1)])


def _explain_name(path: Path) -> str:
    """Say why a file in a folder is no article by its name, or nothing."""
    if path.name.startswith("."):
        return "hidden"
    ending = path.suffix.lower()
    if ending not in MEDIA_TYPES | ENDINGS:
        advice = ADVICE.get(ending)
        return f"a document that cannot be read: {advice}" if advice else _OTHER_KIND
    return explain_file(path.name)


def _read_file(path: Path) -> bytes:
    # Asked before it is opened: opening a pipe waits for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise SourceError("this is no file", hint=f"name a file ending in {ARTICLE_ENDINGS}")
    most = DOCUMENT_LIMIT if ENDINGS.get(path.suffix.lower()) in LARGE else LIMIT
    with path.open("rb") as file:
        body = file.read(most + 1)
    return unpack_gzip(body, LIMIT, str(path)) if path.suffix.lower() == ".gz" else body


def _explain_body(document: Document) -> str:
    """Say why a file of a folder is no article by what stands in it, or nothing."""
    if document.media_type in MEDIA_TYPES.values() and find_collection(document.body):
        return "a list of articles: name it to have them"
    return explain_text(document.media_type, document.body)


def _check_body(body: bytes, path: Path, kind: str) -> None:
    most = DOCUMENT_LIMIT if kind in LARGE else LIMIT
    if len(body) > most:
        raise SourceError(
            f"the file is larger than {most // 1_000_000} MB", hint="split it into articles"
        )
    if not body.strip(_BLANK):
        raise SourceError("the file is empty", hint="write an article into it, or remove it")
    if kind in PACKED:
        return
    binary = name_binary_format(body)
    if binary:
        raise SourceError(
            f"the file is {binary}, not the {path.suffix[1:].lower()} its name says",
            hint="rename it, or remove it from the sources",
        )


def _explain_missing(path: Path, error: OSError | ValueError) -> SourceError:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        return _explain_error(path, error)
    close = difflib.get_close_matches(path.name, _list_neighbours(path.parent), n=3)
    # As one types it here: the folder too, which the name alone leaves out.
    hint = (
        write_command("build", shorten_path(path.parent / close[0]))
        if close
        else f"ls {path.parent}"
    )
    also = f" (did you mean {' or '.join(close)}?)" if close else ""
    return SourceError(f"there is no such file{also}", where=str(path), hint=hint)


def _list_neighbours(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:  # then there is nothing to propose
        return []


def _explain_error(path: Path, error: Exception, name: str = "") -> SourceError:
    where = name or str(path)
    match error:
        case SourceError():
            return SourceError(error.message, where=error.where or where, hint=error.hint)
        case PermissionError():
            return SourceError("not allowed to read this", where=where, hint=f"ls -ld {path}")
        case UnicodeEncodeError():
            return SourceError(
                "the file's name is not UTF-8", where=repr(path.name), hint="rename the file"
            )
        case OSError():
            why = (error.strerror or str(error)).lower()
            return SourceError(f"cannot be read: {why}", where=where, hint=f"ls -ld {path}")
        case _:
            return SourceError(
                "this is no name of a file",
                where=repr(str(path)),
                hint=f"name a file ending in {ARTICLE_ENDINGS}",
            )
