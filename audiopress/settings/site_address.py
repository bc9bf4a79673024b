"""Where an edition is served that lies in a site: said once, by the address of the site."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audiopress.identity import fold_host

if TYPE_CHECKING:
    from audiopress.settings.values import Settings

__all__ = ["SITE_FOLDER", "explain_contradiction", "explain_unplaced", "place_below_site"]

SITE_FOLDER = "audio"
"""Where the edition lies in a site's folder unless the configuration says another place."""


def place_below_site(site: str, output: str) -> str:
    """Return where ``output`` is served of an edition that has no address but that of its site.

    A folder beside the configuration is put into the site as `SITE_FOLDER`. Of any other nobody
    knows here which part of its path is the site's folder: of it there is no address, ``""``.
    """
    path = PurePath(output)
    if path.is_absolute() or len(path.parts) > 1 or ".." in path.parts:
        return ""
    return f"{site}{SITE_FOLDER}/"


def explain_contradiction(settings: Settings) -> str:
    """Say how the addresses of site and edition contradict each other, or nothing.

    A host of its own contradicts nothing. The same host by another name does: of two spellings
    of an address one leads elsewhere, if anywhere.
    """
    site, show = settings.site.address, settings.show.address
    if not site or settings.show.preview or settings.below_site:
        return ""
    ours, theirs = urlsplit(show), urlsplit(site)
    same = fold_host(ours.hostname or "") == fold_host(theirs.hostname or "")
    if not same or (ours.scheme, ours.netloc) == (theirs.scheme, theirs.netloc):
        return ""
    return (
        f"address under [edition] says {show}, and address under [site] calls the same host "
        f"{theirs.scheme}://{theirs.netloc}/: keep the one at which it is served, for players on "
        "the other wait for a redirect, or for nothing"
    )


def explain_unplaced(settings: Settings) -> str:
    """Say that the address of the site does not tell that of the edition, or nothing if it does."""
    shows = (settings.show, *(table.show for table in settings.shows))
    if not settings.file or not settings.site.address or any(show.private for show in shows):
        return ""
    if not settings.show.preview:
        return ""
    return (
        f"address under [site] says where the site is served, and not where {settings.output} is: "
        "until audiopress site DIR has put it into the site's folder, or address under [edition] "
        "says it, this is a preview"
    )
