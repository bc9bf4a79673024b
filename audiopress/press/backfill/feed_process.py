"""Feed, pages and indexes of an archive are written by a process of their own.

They are made of all records at once, a gigabyte for 100,000 articles. Who reads and publishes for
days is not to hold that: it goes with the process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.open_edition import open_edition
from audiopress.press.edition.publishing.publication import Publication
from audiopress.press.ledgers.held_ledger import settle_ledger
from audiopress.workers.pool import Pool

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.press.edition.publishing.show_files import PublishedFeed
    from audiopress.settings import Settings

__all__ = ["publish_apart"]


def publish_apart(settings: Settings, now: datetime) -> PublishedFeed:
    """Write what stands around the episodes, the feed last. The ledger is ours, and stays so."""
    # That it is ours no other process knows: what is promised goes where it is kept before.
    settle_ledger(settings.ledger)
    with Pool(1) as pool:
        return pool.submit(_publish, settings, now).result()


def _publish(settings: Settings, now: datetime) -> PublishedFeed:
    return Publication(open_edition(settings, now=now)).publish_show(write=True)
