"""The feed at an address that a private show has left: it says where the show is now.

Apps that know ``itunes:new-feed-url`` move by themselves; for the people behind the others there is
one item more, the newest, that says it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.publish.feed.item import Notice
from audiopress.publish.feed.rss import write_feeds
from audiopress.publish.pages.phrases import find_phrases
from audiopress.publish.sanitize import escape_as_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Enclosure, Episode, Show

__all__ = ["MovedNotice", "write_moved_feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedNotice:
    """The item that says so: ``left`` is when the show moved, ``place`` the folder that it left.

    ``enclosure`` is the notice as it is heard, of ``seconds``: ``None`` where nobody speaks it.
    """

    place: str
    left: datetime
    enclosure: Enclosure | None = None
    seconds: int = 0


def write_moved_feed(
    show: Show, episodes: Sequence[Episode], notice: MovedNotice
) -> dict[str, bytes]:
    """Return the feed of the former address by its path, with all episodes of the present one.

    ``show`` is the show where it is now: what the feed names lies there.
    """
    name = f"{show.folder}feed.xml"
    moved = replace(show, moved_to=show.address + name)
    item = _make_notice_item(show, notice)
    return {name: write_feeds(moved, episodes, folder=show.folder, notice=item)[name]}


def _make_notice_item(show: Show, notice: MovedNotice) -> Notice:
    words = find_phrases(show.language)
    # Of the place, which is told to nobody else: the same at every build.
    guid = uuid.uuid5(uuid.NAMESPACE_URL, f"audiopress:moved:{notice.place}{show.folder}").urn
    return Notice(
        guid=guid,
        title=words.moved,
        text=escape_as_html(f"{words.moved_long} {show.address}{show.folder}feed.xml"),
        date=notice.left,
        enclosure=notice.enclosure,
        seconds=notice.seconds,
    )
