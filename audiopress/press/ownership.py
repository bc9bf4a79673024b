"""Whose ledger and output folder these are: two shows in one of them take each other's articles.

A show per section is easily written as two configurations with the same folders. Both would have
one ``podcast:guid`` and one feed, and each would be told that the articles of the other are gone.
A configuration that was renamed, moved or copied, a checkout in another place and a variant of the
same show (other voices, another address) are no other show.
"""

from __future__ import annotations

import contextlib
import html
import os
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, StoreError
from audiopress.store.atomic_files import read
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["check_owner", "locate_configuration"]

_GUID = re.compile(rb"<podcast:guid>([^<]+)</podcast:guid>")
"""The show's guid, as a feed of ours says it; a preview's says none."""

_TITLE = re.compile(rb"<title>([^<]*)</title>")
"""The first title of a feed is the show's."""

_ITEMS = re.compile(rb"<guid[^>]*>([^<]+)</guid>")
"""The guids of the episodes in a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Configuration:
    """What a configuration says of its show, and where it keeps it."""

    file: Path
    title: str
    address: str
    sources: frozenset[str]
    ledger: str
    output: str


def check_owner(settings: Settings) -> None:
    """Refuse a ledger or an output folder that another show has.

    Raises:
        ConfigError: another configuration names the folder for a show of its own, or the feed in
            it is another show's.

    """
    if settings.file is not None:
        own = _read_configuration(settings.file)
        for other in _list_others(settings):
            if own is not None and not _is_one_show(own, other):
                _refuse_shared(settings, other)
    if not settings.show.preview:
        _check_feed(settings)


def locate_configuration(settings: Settings) -> str:
    """Return where the configuration lies as seen from the ledger, which may move with it."""
    if settings.file is None:
        return ""
    return os.path.relpath(settings.file, settings.ledger).replace(os.sep, "/")


def _list_others(settings: Settings) -> Iterator[_Configuration]:
    """Yield the configurations beside this one, and the one that the ledger was last built by."""
    assert settings.file is not None  # noqa: S101 - for the type checker
    here = os.path.realpath(settings.file)
    paths = {os.path.realpath(path) for path in settings.file.parent.glob("*.toml")}
    record = None
    with contextlib.suppress(StoreError):  # said where the show is needed
        record = Ledger(settings.ledger).load_show(settings.show.id)
    if record is not None and record.configuration:
        paths.add(os.path.realpath(settings.ledger / record.configuration))
    for path in sorted(paths - {here}):
        said = _read_configuration(settings.file.parent / path)
        if said is not None:
            yield said


def _read_configuration(file: Path) -> _Configuration | None:
    """Return what another configuration says, ``None`` for what is none or cannot be read."""
    try:
        tables = tomllib.loads((read(file) or b"").decode())
    except (StoreError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    edition, show = tables.get("edition"), tables.get("show", {})
    if not isinstance(edition, dict) or not isinstance(show, dict):
        return None
    return _make_configuration(file, edition, show)


def _make_configuration(
    file: Path, edition: dict[str, Any], show: dict[str, Any]
) -> _Configuration:
    sources = edition.get("sources", [])

    def place(name: str) -> str:
        return os.path.realpath(file.parent / str(edition.get(name, name)))

    return _Configuration(
        file=file,
        title=str(show.get("title", "")),
        address=str(edition.get("address", "")).rstrip("/"),
        sources=frozenset(map(str, sources if isinstance(sources, list) else [])),
        ledger=place("ledger"),
        output=place("output"),
    )


def _is_one_show(one: _Configuration, other: _Configuration) -> bool:
    """Whether two configurations are of one show: a copy or a variant, and not two sections."""
    both = bool(one.sources and other.sources)
    common = both and bool(one.sources & other.sources)
    same_address = not (one.address and other.address) or one.address == other.address
    if one.title != other.title:
        # A copy in which the show was renamed since.
        return same_address and common
    if one.title and same_address:
        return True
    # Without a title, or at two addresses: two lists of articles are two shows.
    return common or not both


def _refuse_shared(settings: Settings, other: _Configuration) -> None:
    for name, folder, theirs in (
        ("ledger", settings.ledger, other.ledger),
        ("output", settings.output, other.output),
    ):
        if os.path.realpath(folder) == theirs:
            raise _make_refusal(settings, name, folder, f"{other.file.name}, {other.title!r}")


def _make_refusal(settings: Settings, name: str, folder: Path, other: str) -> ConfigError:
    stem = settings.file.stem if settings.file else "show"
    return ConfigError(
        f"this {name} folder is that of another show ({other})",
        where=str(folder),
        hint=f'a show per section has folders of its own: output = "output-{stem}" and '
        f'ledger = "ledger-{stem}" under [edition]; where both are one show, give them one title '
        "and one address",
    )


def _check_feed(settings: Settings) -> None:
    """Refuse an output folder with the feed of another show, whoever built it."""
    feed = read(settings.output / "feed.xml") or b""
    found = _GUID.search(feed)
    if found is None:
        return
    ledger = Ledger(settings.ledger)
    title = _TITLE.search(feed)
    said = html.unescape(title[1].decode()) if title else ""
    same = found[1].decode() == _find_guid(ledger, settings)
    # The same guid and another title: renamed, or another show at the same address.
    if same and said == settings.show.title:
        return
    items = {guid.decode() for guid in _ITEMS.findall(feed)}
    known = {record.guid for record in ledger.load_all()}
    # What this ledger knows of is its own edition; where nothing is published, nothing is lost.
    if items and not items & known:
        raise _make_refusal(settings, "output", settings.output, repr(said))


def _find_guid(ledger: Ledger, settings: Settings) -> str:
    from audiopress.publish.feed import podcast_guid  # noqa: PLC0415 - once a show

    record = ledger.load_show(settings.show.id)
    if record is not None and record.guid:
        return record.guid
    return podcast_guid.make_podcast_guid(f"{settings.show.address}feed.xml")
