"""The address of a private show: a folder that nobody can guess, below the edition's own.

Its name is made once and kept in the ledger, so it is the same for every build on every machine.
All of the show lies in that folder, and nothing outside of it names it: who deploys the output
folder as always has the show at ``address`` + name.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.store.atomic_files import read, replace_if_changed
from audiopress.store.ledger import Ledger, ShowRecord
from audiopress.store.records import SECRET_DIGITS

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.press.edition.told import ToldNotes
    from audiopress.settings import Settings

__all__ = [
    "check_made",
    "cover_private_show",
    "find_private_show",
    "list_exposed",
    "list_secrets",
    "make_private_show",
    "make_secret",
    "move_into",
    "note_exposed",
    "open_private_show",
]

_LONGEST_WAIT = 60.0
"""Seconds to wait for another build that is about to make the address: that takes none."""

_UNMADE = "not-built-yet"
"""The folder of a show whose address was not made yet: a plan counts with it and writes nothing."""

_PUBLIC = ("feed.xml", "episodes", "by-url", "titles.json", "search.js")
"""What a public edition has in its folder, beside the front page, that tells of its articles."""

_COVER = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Nothing here</title>
<p>There is nothing here.</p>
</html>
"""
"""The page at the edition's own address: without one some hosts list the folders that lie there.
It is no page of the edition, and says nothing of the show."""


_PILE = "Saved articles"
"""What a private show is called that no configuration names."""


def find_private_show(settings: Settings) -> Settings:
    """Return the settings with output and address of a private show; of others as they are.

    Writes nothing: before its first build a show has an address that is no real one.
    """
    if settings.secret or not (settings.show.private or settings.file is None):
        return settings
    record = Ledger(settings.ledger).load_show(settings.show.id)
    secret = record.secret if record else ""
    # No file says it of a preview: what was begun in private goes on so.
    if settings.show.private or secret:
        show = replace(settings.show, private=True)
        if settings.file is None:
            show = replace(show, title=_name_pile(settings))
        return move_into(replace(settings, show=show), secret)
    return settings


def _name_pile(settings: Settings) -> str:
    """Return what a pile is called in a podcast app's list: as it was, once something is out.

    The name stands in the tags of all its sounds, which would get new addresses by another one.
    """
    records = Ledger(settings.ledger).read_all().records
    published = [record.versions[-1] for record in records if record.versions]
    if not published:
        return _PILE
    imprint = max(published, key=lambda one: (one.changed, one.guid)).imprint
    return imprint.show if imprint and imprint.show else settings.show.title


def open_private_show(settings: Settings) -> Settings:
    """Return the settings as `find_private_show`; a show without an address gets one."""
    found = find_private_show(settings)
    if not found.show.private or found.secret:
        return found
    with hold_ledger(settings, wait=_LONGEST_WAIT):
        return make_private_show(settings)


def make_private_show(settings: Settings) -> Settings:
    """Do so for who holds the build lock."""
    found = find_private_show(settings)
    if not found.show.private or found.secret:
        return found
    ledger = Ledger(settings.ledger)
    record = ledger.load_show(settings.show.id) or ShowRecord(id=settings.show.id)
    ledger.save_show(replace(record, secret=make_secret()))
    return find_private_show(replace(settings, output=settings.public_output))


def list_secrets(settings: Settings) -> list[str]:
    """Return the folder of a private show, and those that it has left."""
    record = Ledger(settings.ledger).load_show(settings.show.id)
    return [settings.secret, *(place.secret for place in (record.former if record else ()))]


def make_secret() -> str:
    """Return a name that nobody can guess: 128 bits, as hex."""
    return secrets.token_hex(SECRET_DIGITS // 2)


def move_into(settings: Settings, secret: str) -> Settings:
    """Return settings whose show lies in the folder ``secret``, nothing for one to come."""
    folder = secret or _UNMADE
    public, address = settings.public_output, settings.public_address
    return replace(
        settings,
        shows=tuple(
            replace(each, show=replace(each.show, address=f"{address}{folder}/"))
            for each in settings.shows
        ),
        secret=secret,
        public_folder=public,
        public_base=address,
        output=public / folder,
        show=replace(settings.show, address=f"{address}{folder}/"),
    )


def check_made(settings: Settings) -> None:
    """Refuse to publish a private show that has no address; raises `StoreError`."""
    if settings.show.private and not settings.secret:
        raise StoreError(
            "this private show has no address yet",
            where=str(settings.ledger),
            hint="audiopress build",
        )


def cover_private_show(settings: Settings) -> None:
    """Let a page that says nothing stand at the edition's own address, if there is none."""
    page = settings.public_output / "index.html"
    if settings.show.private and read(page) is None:
        replace_if_changed(page, _COVER)


def is_cover(page: Path) -> bool:
    """Whether a front page is the one that says nothing."""
    return read(page) == _COVER


def list_exposed(settings: Settings) -> list[str]:
    """Return what lies in the output folder of a private show that was public before, by name."""
    folder = settings.public_output
    if not settings.show.private:
        return []
    named = [name for name in _PUBLIC if (folder / name).exists()]
    front = read(folder / "index.html") is not None and not is_cover(folder / "index.html")
    parts = sorted(path.name for path in folder.glob("*.html") if path.name.startswith("older-"))
    parts += sorted(path.name for path in folder.glob("feed-*.xml"))
    return [*named, *["index.html"] * front, *parts]


def note_exposed(settings: Settings, told: ToldNotes) -> list[str]:
    """Return a note on what is still for everybody of a show that is private now, or was before."""
    if settings.show.private:
        # Told every time: it stays wrong until somebody mends it.
        names = list_exposed(settings)
        if not names:
            return []
        told_names = f"{', '.join(names)} in {settings.public_output}"
        note = (
            f"this show is private now, and what was public of it still is: {told_names} and "
            "wherever that was deployed; remove them in both places, and the show from the "
            "directories that list it: until then everybody has what they name"
        )
        return [note]
    record = Ledger(settings.ledger).load_show(settings.show.id)
    left = bool(record and record.secret and (settings.output / record.secret).exists())
    if not told.pick_new("was private", [settings.show.id] if left else []):
        return []
    note = (
        f"this show was private: its former folder (its name has {SECRET_DIGITS} letters and "
        "figures) still lies in the output folder, as it was then; when those who have that "
        "address have moved, remove it here and where it was deployed"
    )
    return [note]
