"""An article is taken out of the edition, or brought back.

The ledger says it first and the feed is derived from it; the sound goes when no feed names it. A
run that was cut off is finished by the next build.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import IdentityError, StoreError
from audiopress.press.edition.show_files import ShowFiles
from audiopress.press.steps.ship import read_published_address
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.lock import lock_ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["restore", "withdraw"]

_LIKENESS = 0.3
"""How like a slug must be to be suggested (`difflib`, 0 to 1): people type a word or two of a long
title. What stands in it as it was typed reaches this with about a sixth of its letters."""


def withdraw(settings: Settings, name: str, *, reason: str = "") -> Record:
    """Take the article out of feed and disk; a page that says so, and ``reason``, stays.

    ``name`` is the article's id, slug, guid, source or the address of its page. Raises
    `IdentityError` when the ledger has no such article.
    """
    # The lock of a build: one under way would publish the article again from what it has read.
    with lock_ledger(settings.ledger, settings.cache):
        ledger = Ledger(settings.ledger)
        found = _find_record(ledger, settings, name)
        # Before the ledger says it: that it is gone from another folder would not be true.
        _check_reach(settings, found)
        record = replace(found, state="withdrawn", reason=reason or found.reason)
        # The ledger first: a run that is cut off here is finished by the next build, which sees it.
        ledger.save(record)
        ShowFiles(settings, Cache(settings.cache), ledger).publish()
    return record


def restore(settings: Settings, name: str) -> Record:
    """Let the article be published again by the next build, as who it was; raises as `withdraw`."""
    with lock_ledger(settings.ledger, settings.cache):
        ledger = Ledger(settings.ledger)
        found = _find_record(ledger, settings, name, back=" --restore")
        if found.state != "withdrawn":
            raise IdentityError(f"{found.slug} is not withdrawn", where=str(settings.ledger))
        # Only the ledger: the sound may be gone, and the next build makes all of it again.
        record = replace(found, state="live", reason="")
        ledger.save(record)
    return record


def _check_reach(settings: Settings, record: Record) -> None:
    """Refuse to say that a sound is gone which lies in another folder, or to move the edition."""
    # Pages and feed are written anew below, with the address of the settings: links would break.
    there = read_published_address(settings.output)
    if there and there != settings.show.address:
        raise StoreError(
            f"the edition in this folder is at {there}, and the settings say "
            f"{settings.show.address}",
            where=str(settings.output),
            hint=f'--site DIR where audiopress site DIR made it, else address = "{there}" under '
            "[edition] in audiopress.toml",
        )
    # Else the ledger would say that it is gone, while another folder goes on being served.
    if not (settings.output / record.versions[-1].home).is_dir():
        raise StoreError(
            f"{record.slug} is not in this output folder",
            where=str(settings.output),
            hint="name the edition's folder with -o (for an edition of audiopress site: "
            "--site DIR), or output and address under [edition]",
        )


def _find_record(ledger: Ledger, settings: Settings, name: str, back: str = "") -> Record:
    records = [record for record in ledger.load_all() if record.versions]
    # A path as `audiopress build` was given it, or the address of a page as a browser shows it.
    wanted = {name, f"file:{name}", name.removeprefix(settings.show.address)}
    for record in records:
        if wanted & _list_names(record):
            return record
    raise IdentityError(
        f"the ledger has no article {name!r}",
        where=str(settings.ledger),
        hint=_suggest_name(name, records) + back,
    )


def _list_names(record: Record) -> set[str]:
    """Return all that a person may call an article by."""
    home = record.versions[-1].home
    pages = {home, home.rstrip("/"), f"{home}index.html"}
    return {record.id, record.slug, record.guid, *record.aliases} | pages


def _suggest_name(name: str, records: Sequence[Record]) -> str:
    close = difflib.get_close_matches(
        name, [record.slug for record in records], n=1, cutoff=_LIKENESS
    )
    if close:
        return f"audiopress withdraw {close[0]}"
    return "the last part of its page's address names it: audiopress withdraw SLUG"
