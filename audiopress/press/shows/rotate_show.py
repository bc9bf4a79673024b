"""A private show gets another address, and nobody who listens is lost.

The ledger says it first; a run that is cut off after that is finished by the next build.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.press.edition.publishing.show_files import open_show_files
from audiopress.press.edition.publishing.shows import list_other_shows
from audiopress.press.former_places import keep_former_places
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.ledgers.ownership import check_owner
from audiopress.press.shows.private_show import make_secret, move_into
from audiopress.store.atomic_files import read, replace_if_changed
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.os_errors import explain_os_error
from audiopress.store.records import FormerPlace

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["KEPT", "Rotation", "find_address", "list_former", "rotate_show"]

KEPT = timedelta(days=90)
"""How long the former address says where the show is. Apple asks for four weeks at least; who is
away for a summer comes back to it."""

_VERSION = re.compile(r"episodes/[^/]+/[0-9a-f]{8}/(?!chapters\.json$)")
"""Files of a version name no address, and their bytes never change; but the chapters of a joined
edition lead to its articles and their pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """What became of a show's address. ``until`` is when the former one ends, ``None`` at once.

    ``moved`` says whether its files lay in the output folder and are at the new place now,
    ``ended`` are folders of before that led to the former one and end with it.
    """

    settings: Settings
    feed: str
    former: str
    until: datetime | None
    moved: bool
    ended: tuple[str, ...] = ()


def find_address(settings: Settings, show_id: str = "") -> str:
    """Return the address of a show's feed, of the main one unless ``show_id`` names another.

    Raises `ConfigError` where there is no such show, or a private one has no address yet.
    """
    main = [settings.show] if settings.has_main else []
    shows = [*main, *(table.show for table in list_other_shows(settings))]
    named = next((show for show in shows if show.id == (show_id or shows[0].id)), None)
    if named is None:
        known = ", ".join(show.id for show in shows)
        raise ConfigError(f'there is no show "{show_id}"', hint=f"there are: {known}")
    if settings.show.private and not settings.secret:
        raise ConfigError(
            "this private show has no address yet",
            where=str(settings.ledger),
            hint="audiopress build",
        )
    return f"{named.address}{named.folder}feed.xml"


def list_former(settings: Settings) -> tuple[FormerPlace, ...]:
    """Return the places that a private show has left, the newest last."""
    record = Ledger(settings.ledger).load_show(settings.show.id)
    return record.former if record else ()


def rotate_show(settings: Settings, show_id: str = "", *, redirect: bool = True) -> Rotation:
    """Move a private show to a new secret address; without ``redirect`` the old one ends at once.

    With it end those that it had before: each leads to the newest, and one of them may be what has
    leaked. All shows of an edition move together; the addresses returned are those of ``show_id``.

    Raises `ConfigError` for a show that is not private, or has no address yet.
    """
    if not settings.show.private:
        raise ConfigError(
            "this show is public: it has no secret address",
            where=settings.find_origin("show.private"),
            hint="private = true under [show]; a public feed moves with moved_to = ADDRESS",
        )
    former = find_address(settings, show_id)
    check_owner(settings)
    with hold_ledger(settings):
        now = datetime.now(UTC).replace(microsecond=0)
        until = now + KEPT if redirect else None
        leading = [place.secret for place in list_former(settings) if place.until > now]
        moved = _promise_place(settings, now, until)
        was_there = _move_files(settings.output, moved.output, settings.secret, moved.secret)
        if was_there:
            open_show_files(moved, Cache(moved.cache), Ledger(moved.ledger)).publish()
            keep_former_places(moved, now)
    return Rotation(
        settings=moved,
        feed=find_address(moved, show_id),
        former=former,
        until=until,
        moved=was_there,
        ended=() if redirect else tuple(leading),
    )


def _promise_place(settings: Settings, now: datetime, until: datetime | None) -> Settings:
    """Save the new folder in the ledger; return the settings of the show in it."""
    ledger = Ledger(settings.ledger)
    record = ledger.load_show(settings.show.id)
    if record is None:  # the secret was read from there a moment ago
        raise ConfigError("the ledger has no such show any more", where=str(settings.ledger))
    left = FormerPlace(secret=settings.secret, left=now, until=until or now)
    # Without a redirect they stay known too: what lies at them is to be removed.
    former = (*record.former, left)
    if until is None:
        former = tuple(replace(place, until=min(place.until, now)) for place in former)
    record = replace(record, secret=make_secret(), former=former)
    ledger.save_show(record)
    return move_into(settings, record.secret)


def _move_files(before: Path, after: Path, old: str, new: str) -> bool:
    """Move the show's folder, and let its pages name the new one; say whether it was there."""
    if not before.is_dir():
        return False
    try:
        os.rename(before, after)  # noqa: PTH104 - at once, or not at all
    except OSError as error:
        raise explain_os_error(error, before) from error
    for path in sorted(after.rglob("*")):
        name = path.relative_to(after).as_posix()
        if path.suffix not in (".html", ".json", ".xml") or _VERSION.match(name):
            continue
        body = read(path) or b""
        # Both have the same length, so that receipts of the files stay right.
        replace_if_changed(path, body.replace(old.encode(), new.encode()))
    return True
