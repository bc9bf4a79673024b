"""Which pages a built site has, which of them are articles, and where it all is served.

Everything is found out from the folder that a generator has written, without what an earlier run
of ours has added to it. Nothing is written here.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, ReadingError
from audiopress.press.steps.guarded import LARGE_PAGE, run_guarded
from audiopress.press.steps.ship import read_published_address
from audiopress.publish.sanitize import clean_url
from audiopress.site.article_pages import (
    explain_rejection,
    find_site_address,
    make_page_address,
    read_built_page,
)
from audiopress.site.head_block import Head, read_head, remove_blocks
from audiopress.store.atomic_files import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.settings import Settings

__all__ = ["FOLDER", "SitePage", "read_original", "scan_site"]

FOLDER = "audio"
"""Where the edition lies in a site's folder unless the configuration says another place."""

UNREADABLE = "too large or too tangled to be read"
"""The reason given for a page over which the process that was to read it has died."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One built page: ``reason`` says why it is no article, ``marked`` whether a run has marked it.

    ``body`` is an article's page as its generator wrote it.
    """

    path: str
    address: str
    reason: str = ""
    marked: bool = False
    body: bytes = b""


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
    paths = _list_pages(folder, {(folder / FOLDER).resolve(), settings.output.resolve()})
    # what somebody has written down, then what subscribers know, then what most pages claim
    address = (
        settings.site.address
        or _read_published_address(settings, folder)
        or _find_claimed_address(folder, paths)
    )
    settings = _place_edition(settings, folder, address)
    return settings, address, tuple(judge_page(folder, path, settings, address) for path in paths)


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
    """Return the paths of the site's own pages, sorted; links are passed over."""
    paths: list[str] = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        # in place, so that the walk does not go down into them
        folders[:] = [name for name in folders if name[0] != "." and here / name not in skipped]
        files = [here / name for name in names if name.lower().endswith((".html", ".htm"))]
        # a link may lead out of the folder, or in a circle
        paths += [file.relative_to(folder).as_posix() for file in files if not file.is_symlink()]
    return sorted(paths)


def read_original(folder: Path, path: str) -> tuple[bytes, Head | None]:
    """Return a page without what an earlier run has added, and the head it has in the file."""
    file = read(folder / path) or b""
    head = read_head(file)
    return (remove_blocks(file, head) if head else file), head


def _path_in_site(output: Path, folder: Path) -> str:
    """Return the path below a site's folder at which the edition lies if it lies in the site."""
    inside = output != folder and output.is_relative_to(folder)
    return output.relative_to(folder).as_posix() if inside else FOLDER


def _read_published_address(settings: Settings, folder: Path) -> str:
    """Return the site's address by the feed that an earlier run has published in it, or nothing."""
    below = _path_in_site(settings.output, folder) + "/"
    # none is published yet, or the edition is served from another place than the site
    address = read_published_address(folder / below)
    site = address.removesuffix(below) if address.endswith(f"/{below}") else ""
    # Earlier versions published a host as pages or options wrote it.
    return clean_url(site) or site


def _find_claimed_address(folder: Path, paths: Sequence[str]) -> str:
    """Return the address of the site that most pages claim to be on."""
    bases = (
        _ask_safely(_read_base, path, read_original(folder, path)[0], otherwise="")
        for path in paths
    )
    counted = Counter(base for base in bases if base)
    if not counted:
        raise ConfigError(
            "nothing says where this site is served: no page names its canonical address",
            where=str(folder),
            hint="audiopress site DIR --address https://www.example.org/, or that address under "
            "[site] in audiopress.toml",
        )
    # Of two with as many pages the first by its letters, whatever the order of the files.
    return min(counted, key=lambda base: (-counted[base], base))


def _place_edition(settings: Settings, folder: Path, site: str) -> Settings:
    """Return the settings with the edition where they say, else below the folder of the site."""
    show, output = settings.show, settings.output
    below = _path_in_site(output, folder)
    if folder / below != output:
        # somebody keeps the edition elsewhere on purpose, as an address that is no preview says
        if output != folder and not show.preview:
            return settings
        settings = replace(settings, output=folder / below)
    if show.preview:
        # An address that only the pages claim is no promise: the feed stays marked as a preview.
        promised = bool(settings.file and settings.site.address)
        show = replace(show, address=f"{site}{below}/", preview=not promised)
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
    if len(body) < LARGE_PAGE:
        return ask(path, body, *more)
    try:
        return run_guarded(ask, path, body, *more)
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
