"""Where an edition in a site's folder was published: that is where it is served from then on.

``audiopress site`` knows the site's folder, and with it the way from the site to the edition. The
configuration names the edition's folder alone, from which that way cannot always be told.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.settings import Settings

__all__ = ["follow_published_place"]


def follow_published_place(settings: Settings) -> Settings:
    """Return settings whose edition is served where it was published below the site's address.

    Settings that say the edition's address, or no address of a site, stay as they are.
    """
    shows = (settings.show, *(table.show for table in settings.shows))
    unsaid = settings.show.preview or settings.below_site
    if settings.file is None or not (settings.site.address and unsaid):
        return settings
    if any(show.private for show in shows):
        return settings
    address = _find_address(settings)
    if not address or address == settings.show.address:
        return settings
    return replace(
        settings,
        show=replace(settings.show, address=address, preview=False),
        shows=tuple(
            replace(table, show=replace(table.show, address=address, preview=False))
            for table in settings.shows
        ),
        below_site=True,
    )


def _find_address(settings: Settings) -> str:
    """Return the edition's way below the site, behind the address that the site has now."""
    from audiopress.store.ledger import Ledger  # noqa: PLC0415 - for few configurations

    record = Ledger(settings.ledger).load_show(settings.show.id)
    former = record.site if record else ""
    for published in _list_published(settings):
        for site in (settings.site.address, former):
            way = published.removeprefix(site) if site else published
            if way and way != published:
                return settings.site.address + way
    return ""


def _list_published(settings: Settings) -> Iterator[str]:
    """Yield the address in the feed of the output folder, and that of the last build into it."""
    from audiopress.press.steps.ship import (  # noqa: PLC0415 - for few configurations
        read_published_address,
    )
    from audiopress.press.sync.memory import recall_round  # noqa: PLC0415 - as above
    from audiopress.store.cache import Cache  # noqa: PLC0415 - as above

    yield read_published_address(settings.output)
    # A generator may empty its folder before each build, and the feed with it.
    memory = recall_round(settings, Cache(settings.cache))
    if memory.output and os.path.realpath(memory.output) == os.path.realpath(settings.output):
        yield memory.address
