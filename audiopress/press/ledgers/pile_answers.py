"""What a new configuration says in a folder that has a private pile: that it goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError
from audiopress.press.ledgers.pile_sources import find_pile_sources
from audiopress.press.preflight import settle_settings
from audiopress.settings.new_file import quote_toml
from audiopress.settings.toml import load_settings
from audiopress.sources.lists.exports import find_newest, list_exports
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

__all__ = ["answer_for_pile", "list_older_exports"]


def answer_for_pile(folder: Path) -> dict[str, str]:
    """Return answers for a new file in ``folder``, as TOML; none where there is no private pile.

    They are those by which the pile was made: its title and its voice, and what of it lies there:
    of several exports of one list the newest.
    """
    root = folder.absolute()
    try:
        settings = settle_settings(load_settings(None, root=root))
        if settings.file is not None or not settings.secret:
            return {}
        records = Ledger(settings.ledger).read_all().records
    except AudiopressError:  # a build says what is wrong
        return {}
    names = [name for record in records for name in (record.id, *record.aliases)]
    sources = _take_newest(root, find_pile_sources(settings, names))
    answers = {
        "title": quote_toml(settings.show.title),
        # A feed without one says its title.
        "description": quote_toml(settings.show.description or settings.show.title),
        "private": "private = true  ",
        "voice": quote_toml(settings.cast.body),
    }
    return answers | ({"sources": ", ".join(map(quote_toml, sources))} if sources else {})


def list_older_exports(folder: Path, sources: Collection[str]) -> list[str]:
    """Return the exports that lie beside those among the ``sources``, by name."""
    exports = [list_exports(folder.absolute() / name) for name in sources]
    named = set(sources)
    return [path.name for found in exports for path in found if path.name not in named]


def _take_newest(root: Path, names: Iterable[str]) -> list[str]:
    """Return the names, of several exports of one list the newest that lies there."""
    exports = {name: list_exports(root / name) for name in names}
    return sorted({find_newest(found).name if found else name for name, found in exports.items()})
