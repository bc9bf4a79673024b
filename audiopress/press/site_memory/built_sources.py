"""What the ledger says of the sources of an edition, so that no page is asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.identity import is_address, normalize_url
from audiopress.press.edition.promises import read_promises
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from audiopress.settings import Settings
    from audiopress.store.records import Record

__all__ = ["find_built", "list_built_sources"]


def find_built(settings: Settings, address: str) -> Record | None:
    """Return the record of the article that was built of an address; ``None`` for a file's name.

    Records that cannot be read are passed by: the article is then read anew.
    """
    if not is_address(address):
        return None
    names = {address, normalize_url(address)}
    found = [each for each in _load(settings) if names & {each.id, *each.aliases}]
    return found[0] if len(found) == 1 else None


def list_built_sources(settings: Settings) -> list[str]:
    """Return the sources of what is published, each once, as the commands that built it had them.

    None where the settings name sources: a build without any is of those.
    """
    if settings.sources or settings.selected:
        return []
    live = [each for each in _load(settings) if each.state == "live" and not each.joined]
    return list(dict.fromkeys(each.last.source for each in live if each.last and each.last.source))


def _load(settings: Settings) -> tuple[Record, ...]:
    return read_promises(Ledger(settings.ledger), Cache(settings.cache), keep=False).records
