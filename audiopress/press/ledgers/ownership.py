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
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, StoreError
from audiopress.settings.shared_cache import name_ledger_folder
from audiopress.settings.toml import load_settings
from audiopress.store.atomic_files import read
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record, ShowRecord

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


def check_owner(settings: Settings, *, takedown: bool = False) -> None:
    """Refuse a ledger or an output folder that another show has.

    The show that has published goes on, whatever files lie beside its own: the newcomer is refused.
    Where nobody has published yet, neither of two shows is. A ``takedown`` is refused by what was
    published alone, and never by a file beside it.

    Raises:
        ConfigError: another configuration has the folder for a show of its own, or the feed in it
            is another show's.

    """
    own = _read_configuration(settings.file) if settings.file is not None else None
    if own is not None:
        _check_configurations(settings, own, takedown=takedown)
    if not settings.show.preview:
        _check_feed(settings)


def locate_configuration(settings: Settings) -> str:
    """Return where the configuration lies as seen from the ledger, which may move with it."""
    if settings.file is None:
        return ""
    return os.path.relpath(settings.file, settings.ledger).replace(os.sep, "/")


def _check_configurations(settings: Settings, own: _Configuration, *, takedown: bool) -> None:
    ledger, record = Ledger(settings.ledger), None
    with contextlib.suppress(StoreError):  # said where the show is needed
        record = ledger.load_show(settings.show.id)
    builder = _find_builder(settings, own, record)
    # The ledger says whose it is.
    if builder is not None:
        if not _is_one_show(own, builder):
            _refuse_shared(settings, builder, known=True)
        return
    if takedown:
        return
    others = list(_list_shows_beside(settings, own))
    articles = ledger.load_all() if others else ()
    for other in others:
        ours, theirs = (_weigh(settings, one, record, articles) for one in (own, other))
        named = bool(other.title and other.address)
        published = record is not None or bool(articles)
        if theirs > ours or (named and (not published or theirs == ours)):
            _refuse_shared(settings, other, known=theirs > ours or not published)


def _find_builder(
    settings: Settings, own: _Configuration, record: ShowRecord | None
) -> _Configuration | None:
    """Return the configuration that the ledger was last built by, if that still names it."""
    if record is None or not record.configuration:
        return None
    path = os.path.realpath(settings.ledger / record.configuration)
    if path == os.path.realpath(own.file):
        return own
    # A stranger's ledger may name any file of the machine.
    if settings.untrusted and not Path(path).is_relative_to(settings.root.resolve()):
        return None
    builder = _read_configuration(Path(path))
    return builder if builder and _shares_folder(settings, builder) else None


def _list_shows_beside(settings: Settings, own: _Configuration) -> Iterator[_Configuration]:
    """Yield what is beside our file and names our folders for another show."""
    here = os.path.realpath(own.file)
    for path in sorted(own.file.parent.glob("*.toml")):
        other = None if os.path.realpath(path) == here else _read_configuration(path)
        if other is None:
            continue
        if _shares_folder(settings, other) and not _is_one_show(own, other):
            # What no build would take is no show.
            with contextlib.suppress(ConfigError):
                load_settings(path, root=path.parent, untrusted=settings.untrusted)
                yield other


def _shares_folder(settings: Settings, other: _Configuration) -> bool:
    own = {os.path.realpath(settings.ledger), os.path.realpath(settings.output)}
    return bool(own & {other.ledger, other.output})


def _weigh(
    settings: Settings, one: _Configuration, record: ShowRecord | None, articles: Iterable[Record]
) -> tuple[bool, ...]:
    """Return what speaks for it that a ledger is this show's, the strongest first."""
    from audiopress.publish.feed import podcast_guid  # noqa: PLC0415 - where a ledger is disputed

    guid = podcast_guid.make_podcast_guid(f"{one.address}/feed.xml") if one.address else ""
    title = _TITLE.search(read(settings.output / "feed.xml") or b"")
    names = (name for article in articles for name in (article.id, *article.aliases))
    folders = {f"file:{os.path.normpath(source)}" for source in one.sources}
    return (
        record is not None and record.guid == guid,
        bool(one.title) and title is not None and html.unescape(title[1].decode()) == one.title,
        any(name in folders or _is_below(name, folders) for name in names),
    )


def _is_below(name: str, folders: Iterable[str]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folders)


def _read_configuration(file: Path) -> _Configuration | None:
    """Return what a configuration says, ``None`` for what is none or cannot be read."""
    try:
        body = read(file)
        if body is None:
            return None
        tables = tomllib.loads(body.decode())
    except (StoreError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None
    edition, show = tables.get("edition", {}), tables.get("show", {})
    if not isinstance(edition, dict) or not isinstance(show, dict):
        return None
    return _make_configuration(file, edition, show)


def _make_configuration(
    file: Path, edition: dict[str, Any], show: dict[str, Any]
) -> _Configuration:
    sources = edition.get("sources", [])

    def place(name: str) -> str:
        return os.path.realpath(file.parent / name_ledger_folder(str(edition.get(name, name))))

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


def _refuse_shared(settings: Settings, other: _Configuration, *, known: bool) -> None:
    """Refuse the folder that ``other`` names too; ``known`` says that it is not ours."""
    for name, folder, theirs in (
        ("ledger", settings.ledger, other.ledger),
        ("output", settings.output, other.output),
    ):
        if os.path.realpath(folder) == theirs:
            said = f"{other.file.name}, {other.title!r}"
            if known:
                raise _make_refusal(settings, name, folder, said)
            # Told to move, a show that has published would publish all of it again.
            raise ConfigError(
                f"this {name} folder may be that of another show ({said})",
                where=f"{folder} ({settings.find_origin(f'edition.{name}')})",
                hint=f"what was published is of one of them: in the other file, give output and "
                f"ledger under [edition] other names, or move {other.file.name} away",
            )


def _make_refusal(settings: Settings, name: str, folder: Path, other: str) -> ConfigError:
    stem = settings.file.stem if settings.file else "show"
    return ConfigError(
        f"this {name} folder is that of another show ({other})",
        where=f"{folder} ({settings.find_origin(f'edition.{name}')})",
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
