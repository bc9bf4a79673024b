"""The addresses that a private show has left: each says where the show is, until its time is over.

Such a folder holds a feed and a page and nothing else: all that they name lies where the show is
now. It is written anew by every build, so that who stayed there misses nothing meanwhile.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError
from audiopress.model import Enclosure
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.store.atomic_files import read, remove, replace_if_changed
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.store.records import FormerPlace

__all__ = ["keep_former_places"]

_NOTICE = "moved.mp3"
"""The notice as it is heard, beside the feed of the show."""


def keep_former_places(settings: Settings, now: datetime) -> list[str]:
    """Write what stands at the former addresses of a private show; remove those whose time is over.

    Return notes on what was removed. Those of a show that is public by now are left as they are
    until then. The build lock is ours.
    """
    ledger = Ledger(settings.ledger)
    record = ledger.load_show(settings.show.id)
    notes = []
    for place in record.former if record else ():
        folder = settings.public_output / place.secret
        if now < place.until:
            if settings.show.private:
                _write_place(settings, folder, place)
        elif folder.exists():
            remove(folder)
            notes.append(
                f"the address that this show left on {place.left:%Y-%m-%d} is gone now: delete it "
                "where the output folder was deployed, too"
            )
    return notes


def _write_place(settings: Settings, folder: Path, place: FormerPlace) -> None:
    from audiopress.publish.feed.moved_feed import (  # noqa: PLC0415 - imports feedgen
        MovedNotice,
        write_moved_feed,
    )

    enclosure, seconds = _find_sound(settings)
    notice = MovedNotice(place=place.secret, left=place.left, enclosure=enclosure, seconds=seconds)
    files = {"index.html": _render_page(f"../{settings.secret}/index.html")}
    shows = open_show_files(settings, Cache(settings.cache), Ledger(settings.ledger))
    for show, episodes in shows.list_feeds():
        # A show or an edition without an episode has no feed that anybody could be led to.
        if read(settings.output / f"{show.folder}feed.xml") is None:
            continue
        files |= write_moved_feed(show, episodes, notice)
        up = "../" * (show.folder.count("/") + 1)
        target = f"{up}{settings.secret}/{show.folder}index.html"
        files[f"{show.folder}index.html"] = _render_page(target)
    for name, body in files.items():
        replace_if_changed(folder / name, body)
    # A run that was cut off, or a folder that another machine deployed: the show is elsewhere now.
    kept = {name.partition("/")[0] for name in files}
    for path in sorted(folder.iterdir()):
        if path.name not in kept:
            remove(path)


def _find_sound(settings: Settings) -> tuple[Enclosure | None, int]:
    """Return the notice as it is heard, and its seconds; spoken once, by the show's own voice."""
    from audiopress.press.say import say  # noqa: PLC0415 - only where a show has moved
    from audiopress.publish.pages.phrases import find_phrases  # noqa: PLC0415 - as above

    path = settings.output / _NOTICE
    words = find_phrases(settings.show.language)
    try:
        # What was said is in the cache: to say it again costs nothing, and gives the same bytes.
        seconds = say(settings, words.moved, path, settings.show.language)
    except AudiopressError:
        return None, 0  # an item without sound says it in its title
    body = read(path) or b""
    return Enclosure(path=_NOTICE, length=len(body)), max(1, round(seconds))


def _render_page(target: str) -> bytes:
    """Return a page that leads to another, for who kept the front page of the show."""
    address = html.escape(target)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="robots" content="noindex, nofollow, noarchive">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n'
        f'<title>Moved</title>\n<p><a href="{address}">This show has moved.</a></p>\n</html>\n'
    ).encode()
