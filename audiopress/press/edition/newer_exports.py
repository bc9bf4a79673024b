"""A newer export of a pile that the configuration does not name: a plain build reads the older."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.identity import is_address
from audiopress.settings.new_file import quote_toml
from audiopress.sources.lists.exports import find_newest, list_exports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Document
    from audiopress.settings import Settings

__all__ = ["note_newer_exports"]


@dataclass(frozen=True, slots=True)
class _ConfiguredExport:
    """An export that the configuration names, and the one that shall be read in its place."""

    source: str
    newer: Path


def note_newer_exports(settings: Settings, sources: Sequence[str | Document]) -> list[str]:
    """Return a note for each configured export beside which a newer one lies, or is built now.

    ``sources`` are those of this run, none where the configuration is built. It is told each time:
    every plain build reads the older list, which says of nothing that it has left.
    """
    if settings.file is None or settings.untrusted:
        return []
    built = {os.path.realpath(each) for each in sources if isinstance(each, str)}
    named = (*settings.sources, *(name for name, _ in settings.selected))
    return [
        _describe(settings, each, built=bool(sources))
        for each in _find_newer(settings, [each for each in named if not is_address(each)])
        if not sources or os.path.realpath(each.newer) in built
    ]


def _find_newer(settings: Settings, named: Sequence[str]) -> Iterator[_ConfiguredExport]:
    configured = {os.path.realpath(settings.root / each) for each in named}
    for source in named:
        exports = list_exports(Path(os.path.normpath(settings.root / source)))
        newest = find_newest(exports) if exports else None
        # Whoever names both has them read both.
        if newest and os.path.realpath(newest) not in configured:
            yield _ConfiguredExport(source, newest)


def _describe(settings: Settings, found: _ConfiguredExport, *, built: bool) -> str:
    file = settings.file.name if settings.file else ""
    newer = os.path.join(os.path.dirname(found.source), found.newer.name)  # noqa: PTH118, PTH120
    line = (
        f"sources = [{', '.join(_replace(settings.sources, found.source, newer))}] under [edition]"
    )
    if found.source not in settings.sources:
        line = f"source = {quote_toml(newer)} under [[sources]]"
    state = "which was read, and a newer export lies there"
    if built:
        state = "which the next plain build reads, and not what was built now"
    return f"{file} names {found.source}, {state}: {newer}; to have that one read: {line}"


def _replace(sources: Sequence[str], older: str, newer: str) -> Iterator[str]:
    return (quote_toml(newer if each == older else each) for each in sources)
