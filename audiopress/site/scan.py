"""Which pages a built site has, which of them are articles, and where it all is served.

Everything is found out from the folder that a generator has written, without what an earlier run
of ours has added to it. Nothing is written here.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from audiopress.errors import ConfigError, ReadingError, TooLargeError
from audiopress.press.steps.guarded import LARGE_PAGE, run_guarded_for
from audiopress.press.steps.ship import read_published_address
from audiopress.publish.sanitize import clean_url
from audiopress.settings.boundary import check_folders
from audiopress.settings.site_address import SITE_FOLDER
from audiopress.site.article_pages import (
    explain_rejection,
    find_site_address,
    make_page_address,
    read_built_page,
)
from audiopress.site.head_block import Head, read_head, remove_blocks
from audiopress.site.player_place import remove_place
from audiopress.sources.files import LIMIT
from audiopress.store.atomic_files import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from audiopress.settings import Settings

__all__ = ["SitePage", "read_original", "scan_site"]

_JUDGING_TIMEOUT = 8.0
"""Seconds in which it must be told whether a large page is an article; an honest one of 10 MB takes
two. Nobody sees yet that anything is done."""

UNREADABLE = "too large or too tangled to be read"
"""The reason given for a page beyond the limits, with which of them it is; and for one over which
the process that was to read it has died."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One built page: ``reason`` says why it is no article, ``marked`` whether a run has marked it.

    ``body`` is an article's page as its generator wrote it, ``unread`` whether the file
    could not be read at all.
    """

    path: str
    address: str
    reason: str = ""
    marked: bool = False
    body: bytes = b""
    unread: bool = False


def scan_site(settings: Settings, folder: Path) -> tuple[Settings, str, tuple[SitePage, ...]]:
    """Return the edition's settings, the site's address, and its pages, judged.

    The settings are those given, with output and show's address where the site puts them.

    Raises:
        ConfigError: where nothing says the site's address, or where ledger or cache would be
            deployed along with it.

    """
    # first: nothing of such a site may be built, whatever else is right with it
    _refuse_private_folders(settings, folder)
    # the edition of an earlier run has pages too, and they are nobody's articles
    found = _list_pages(folder, {(folder / SITE_FOLDER).resolve(), settings.output.resolve()})
    unread = {path: explain_unread(folder, path, untrusted=settings.untrusted) for path in found}
    paths = [path for path in found if not unread[path]]
    # what somebody has written down, then what subscribers know, then what most pages claim
    address = (
        settings.site.address
        or _read_published_address(settings, folder)
        or _find_claimed_address(folder, paths)
    )
    settings = _place_edition(settings, folder, address)
    if settings.untrusted:
        check_folders(settings, folder)
    pages = (
        SitePage(path=_spell(path), address="", reason=unread[path], unread=True)
        if unread[path]
        else judge_page(folder, path, settings, address)
        for path in found
    )
    return settings, address, tuple(pages)


def _refuse_private_folders(settings: Settings, folder: Path) -> None:
    # Everything in the folder is deployed; the ledger holds texts before their correction.
    for name, place in (("ledger", settings.ledger), ("cache", settings.cache)):
        if place.resolve().is_relative_to(folder):
            raise ConfigError(
                f"the {name} lies in the site's folder, which is for everybody",
                where=str(place),
                hint="stand beside the folder, not in it: audiopress site public",
            )


def _list_pages(folder: Path, skipped: set[Path]) -> list[str]:
    """Return the paths of all that is called a page of the site's own, sorted."""
    paths: list[str] = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        # in place, so that the walk does not go down into them
        folders[:] = [name for name in folders if name[0] != "." and here / name not in skipped]
        files = [here / name for name in names if name.lower().endswith((".html", ".htm"))]
        paths += [file.relative_to(folder).as_posix() for file in files]
    return sorted(paths)


def _spell(path: str) -> str:
    """Return a path that may be no text as one that can be printed and written as JSON."""
    return path.encode("utf-8", "backslashreplace").decode()


def explain_unread(folder: Path, path: str, *, untrusted: bool) -> str:
    """Say why a page cannot be read at all, or nothing: one such file costs no other page."""
    try:
        path.encode()
        found = (folder / path).lstat()
        if stat.S_ISREG(found.st_mode):
            (folder / path).open("rb").close()
    except UnicodeEncodeError:
        return "its name is not UTF-8"
    except OSError as error:
        return f"cannot be read: {(error.strerror or str(error)).lower()}"
    # a link may lead out of the folder, or in a circle
    if stat.S_ISLNK(found.st_mode):
        return "a link to another file"
    if not stat.S_ISREG(found.st_mode):
        return "no file, although it is called one"
    if untrusted and found.st_nlink > 1:
        return "a hard link: the file has a second name (--untrusted)"
    return f"larger than {LIMIT // 1_000_000} MB" if found.st_size > LIMIT else ""


def read_original(folder: Path, path: str) -> tuple[bytes, Head | None]:
    """Return a page without what an earlier run has added, and the head it has in the file."""
    file = read(folder / path) or b""
    head = read_head(file)
    if head is None or not head.ours:
        return file, head
    # From the end, for the head is known by its bytes from the beginning.
    return remove_blocks(remove_place(file), head), head


def _path_in_site(output: Path, folder: Path) -> str:
    """Return the path below a site's folder at which the edition lies if it lies in the site."""
    inside = output != folder and output.is_relative_to(folder)
    return output.relative_to(folder).as_posix() if inside else SITE_FOLDER


def _read_published_address(settings: Settings, folder: Path) -> str:
    """Return the site's address by the feed that an earlier run has published in it, or nothing."""
    below = _path_in_site(settings.output, folder) + "/"
    # none is published yet, or the edition is served from another place than the site
    address = read_published_address(folder / below)
    head = address.rsplit("/", below.count("/") + 1)[0] + "/"
    # By what the escapes mean: they may be written in more than one way.
    site = head if unquote(address.removeprefix(head)) == below else ""
    # Earlier versions published a host as pages or options wrote it.
    return clean_url(site) or site


def _find_claimed_address(folder: Path, paths: Sequence[str]) -> str:
    """Return the address of the site that most pages claim to be on."""
    bodies = [(path, read_original(folder, path)[0]) for path in paths]
    # Those that may be traps take long to be asked, and mostly the others know as well.
    small = [(path, body) for path, body in bodies if len(body) < LARGE_PAGE]
    counted = _count_bases(small) or _count_bases(bodies)
    if not counted:
        raise ConfigError(
            "nothing says where this site is served: no page names its canonical address",
            where=str(folder),
            hint="audiopress site DIR --address https://www.example.org/, or that address under "
            "[site] in audiopress.toml",
        )
    # Of two with as many pages the first by its letters, whatever the order of the files.
    return min(counted, key=lambda base: (-counted[base], base))


def _count_bases(bodies: Iterable[tuple[str, bytes]]) -> Counter[str]:
    bases = (_ask_safely(_read_base, path, body, otherwise="") for path, body in bodies)
    return Counter(base for base in bases if base)


def _place_edition(settings: Settings, folder: Path, site: str) -> Settings:
    """Return the settings with the edition where they say, else below the folder of the site."""
    show, output = settings.show, settings.output
    # What the site's address says is said again here, where its folder is known.
    unsaid = show.preview or settings.below_site
    below = _path_in_site(output, folder)
    if folder / below != output:
        # somebody keeps the edition elsewhere on purpose, as an address that is no preview says
        if output != folder and not unsaid:
            return settings
        settings = replace(settings, output=folder / below)
    if unsaid:
        # An address that only the pages claim is no promise: the feed stays marked as a preview.
        promised = bool(settings.file and settings.site.address)
        show = replace(show, address=f"{site}{quote(below)}/", preview=not promised)
    return replace(settings, show=show)


def judge_page(folder: Path, path: str, settings: Settings, site: str) -> SitePage:
    """Return the page at ``path`` with the reason why it is no article, if there is one."""
    body, head = read_original(folder, path)
    reason = "its head cannot be told from its body"
    # without a head there is no place for a block, so the page is not read at all
    if head is not None:
        reason = _reject_page(path, body, settings, site)
    return SitePage(
        path=path,
        address=make_page_address(site, path),
        reason=reason,
        unread=reason.startswith(UNREADABLE),
        marked=bool(head and head.ours),
        body=b"" if reason else body,
    )


def _reject_page(path: str, body: bytes, settings: Settings, site: str) -> str:
    if _matches_any(path, settings.site.exclude):
        return "excluded by [site] exclude"
    # who lists the articles knows better than what we can tell from a page
    if settings.site.include:
        return "" if _matches_any(path, settings.site.include) else "not in [site] include"
    return _ask_safely(_read_rejection, path, body, site, otherwise=UNREADABLE)


def _ask_safely(ask: Callable[..., str], path: str, body: bytes, *more: str, otherwise: str) -> str:
    """Ask about a page here, or in a process of its own where it is as large as traps are."""
    try:
        if len(body) < LARGE_PAGE:
            return ask(path, body, *more)
        return run_guarded_for(_JUDGING_TIMEOUT, ask, path, body, *more)
    except TooLargeError as error:
        return otherwise and f"{otherwise}: {error.message}"
    except ReadingError:
        return otherwise


def _read_base(path: str, body: bytes) -> str:
    built = read_built_page(path, body)
    return find_site_address(built) if built else ""


def _read_rejection(path: str, body: bytes, site: str) -> str:
    built = read_built_page(path, body)
    return explain_rejection(built, site) if built else "an empty page"


def _matches_any(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)
