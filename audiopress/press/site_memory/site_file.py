"""The file of one host, ``ledger/sites/<host>.json``: made to be read, mended and committed."""

from __future__ import annotations

import contextlib
import hashlib
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from audiopress.errors import StoreError
from audiopress.identity import is_address, normalize_url
from audiopress.reading.site_furniture import make_line_key
from audiopress.store.atomic_files import read, replace_if_changed
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = [
    "Furniture",
    "PublishedText",
    "SeenArticle",
    "SiteFile",
    "find_host",
    "find_scoped_article",
    "list_article_files",
    "list_article_scopes",
    "load_site",
    "load_sites",
    "locate_site",
    "name_article_scope",
    "save_site",
]

_FORMAT = 2
"""Number of the form of the file; one with a higher number is left as it is."""

_PLAIN_FORMAT = 1
"""The form of a file without corrections, which programs that know of none read and write too. One
of those would lose corrections, and leaves a file that has them alone."""

_UNFIT = re.compile(r"[^a-z0-9.-]")
"""What a host has and a file's name should not: the colon of a port, brackets of IPv6."""

_ARTICLE = "article "
"""What stands before an article's id in place of a host: no host has a space."""

_ARTICLE_FILE = "article-"
"""How the name of an article's file begins; that of a host has a dot."""

_DIGITS = 16
"""Hex digits of an article's file name here: as many as its record has (`Ledger`)."""

_LONGEST_HOST = 200
"""Characters of a file's name: disks take 255 bytes, and a writer puts something behind it."""


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the site's own: its text, on how many articles it was seen, since when it counts.

    ``since`` is the revision of the file in which it was found (0: whoever wrote it in by hand
    wants it left out of all). ``keep`` is for an editor: true has it spoken.
    """

    line: str
    pages: int = 0
    since: int = 0
    keep: bool = False

    @property
    def key(self) -> str:
        """What it is compared by."""
        return make_line_key(self.line)


class SeenArticle(msgspec.Struct, frozen=True, array_like=True):
    """An article that was counted: a digest of its text, and the revision that it was read with."""

    text: str
    revision: int = 0


class PublishedText(msgspec.Struct, frozen=True, array_like=True):
    """The text that an edition has of an article, where a build has read another one since.

    ``revision`` is that which it was read with, ``version`` what the edition's latest version was
    called when another text was read: once it has a later one, this is published no more.
    """

    text: str
    revision: int
    version: str


class SiteFile(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a host.

    ``articles`` are those that were counted, by a digest of their ids; ``latest`` the keys of the
    lines of the latest of them, in which what is new on the next is looked for; ``published`` the
    texts that an edition has of those of which another one was read since. ``kept`` and
    ``dropped`` are lines that an editor wants spoken, or left out, whatever reading makes of them;
    those in the file of no host ("") hold for every article of the edition, those in the file of an
    article (`name_article_scope`) for that one.
    """

    host: str
    revision: int = 0
    furniture: tuple[Furniture, ...] = ()
    articles: dict[str, SeenArticle] = msgspec.field(default_factory=dict)
    latest: dict[str, str] = msgspec.field(default_factory=dict)
    published: dict[str, PublishedText] = msgspec.field(default_factory=dict)
    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def find_host(uri: str) -> str:
    """Return the host whose file is on an article, with its port; nothing for a file here."""
    return urlsplit(normalize_url(uri)).netloc if is_address(uri) else ""


def name_article_scope(article_id: str) -> str:
    """Return what stands in place of a host for corrections of one article alone."""
    return f"{_ARTICLE}{article_id}"


def find_scoped_article(host: str) -> str:
    """Return the id of the article that stands in place of a host, or nothing."""
    return host.removeprefix(_ARTICLE) if host.startswith(_ARTICLE) else ""


def locate_site(ledger: Path, host: str) -> Path:
    """Return the place of a host's file, or of an article's."""
    # The folder is vetted as all paths are; a host's name has dots, which other files have not.
    folder = join_below(ledger, "sites/x.json").parent
    if article_id := find_scoped_article(host):
        digest = hashlib.sha256(article_id.encode()).hexdigest()[:_DIGITS]
        return folder / f"{_ARTICLE_FILE}{digest}.json"
    name = _UNFIT.sub("_", host.lower()).strip(".")[:_LONGEST_HOST]
    return folder / f"{name or '_'}.json"


def list_article_files(ledger: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """Return the files that are there of corrections of an article which goes by these ids."""
    places = (locate_site(ledger, name_article_scope(name)) for name in sorted(set(names)))
    return tuple(path for path in places if path.is_file())


def list_article_scopes(ledger: Path) -> list[str]:
    """Return what stands in place of a host in all files of articles that can be read."""
    found: list[str] = []
    for path in sorted(locate_site(ledger, "").parent.glob(f"{_ARTICLE_FILE}*.json")):
        # One that cannot is an error for its own article alone (`load_site`).
        with contextlib.suppress(StoreError):
            site = _read_site(path)
            found += [site.host] if site and find_scoped_article(site.host) else []
    return found


def load_site(ledger: Path, host: str) -> SiteFile:
    """Return what is known of a host; an empty value when nothing is.

    Raises:
        StoreError: the file cannot be used; it is left as it is, for somebody may have mended it.

    """
    path = locate_site(ledger, host)
    site = _read_site(path)
    if site is None:
        return SiteFile(host=host)
    if site.host != host:
        raise StoreError(
            f"this is about {site.host}, not {host}", where=str(path), hint="rename or remove it"
        )
    return site


def load_sites(ledger: Path) -> list[SiteFile]:
    """Return what is known of all hosts, by their names; raises `StoreError` as `load_site`."""
    paths = sorted(locate_site(ledger, "").parent.glob("*.json"))
    sites = [site for site in map(_read_site, paths) if site is not None]
    return sorted(sites, key=lambda site: site.host)


def _read_site(path: Path) -> SiteFile | None:
    body = read(path)
    if body is None:
        return None
    try:
        plain: dict[str, Any] = msgspec.json.decode(body.removeprefix(b"\xef\xbb\xbf"), type=dict)
        number = plain.pop("format", _FORMAT)
        if not isinstance(number, int) or number > _FORMAT:
            raise StoreError(
                "a newer program wrote what is known of this site",
                where=str(path),
                hint="update audiopress; until then nothing of the site is left out by it",
            )
        return msgspec.convert(plain, SiteFile)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise StoreError(
            f"this cannot be read: {error}",
            where=str(path),
            hint="mend it: without it what an editor kept and dropped in the article is lost"
            if path.name.startswith(_ARTICLE_FILE)
            else "mend it, or remove it: what the site has on every page is then learnt anew",
        ) from error


def save_site(ledger: Path, site: SiteFile) -> None:
    """Write what is known of a host, unless the file says just this (`StoreError`)."""
    plain = msgspec.to_builtins(site)
    corrections = {name: plain.pop(name) for name in ("kept", "dropped")}
    if not site.published:  # most files have none, and stay as they were
        del plain["published"]
    form = {"format": _PLAIN_FORMAT}
    if any(corrections.values()):
        form = {"format": _FORMAT, **corrections}
    text = msgspec.json.encode({**form, **plain}, order="sorted")
    # Lines of furniture spread out, for people; the counted articles a line each, for their number.
    body = re.sub(rb"\[\n\s+(\"[0-9a-f]{8}\"),\n\s+(\d+)\n\s+\]", rb"[\1, \2]",
                  msgspec.json.format(text, indent=2))  # fmt: skip
    replace_if_changed(locate_site(ledger, site.host), body + b"\n")
