"""Which article a person means: by any name, address or path that it has or had.

What a browser shows, a shell completes or a feed says is taken in every spelling that means the
same. The plainest reading that names an article counts; two articles by one reading are refused.
"""

from __future__ import annotations

import contextlib
import difflib
import functools
import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiopress.errors import IdentityError
from audiopress.identity import is_address, normalize_url
from audiopress.publish.by_url import make_by_url_path
from audiopress.store.disk_names import is_there
from audiopress.text.comparison import make_comparable
from audiopress.text.path_names import list_tails

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from audiopress.errors import AudiopressError
    from audiopress.press.edition.promises import Promises
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["find_article", "find_articles", "refuse_names"]

_LIKENESS = 0.6
"""How like a slug must be to be suggested (`difflib`, 0 to 1), the value of Python: a slip of the
hand reaches it ("the-fery"), two words that share some letters do not ("poem", "parabola")."""

_EPISODE = re.compile(r"episodes/(?P<slug>[a-z0-9-]{1,80})(?:/(?P<key>[0-9a-f]{8})(?=/|$))?")
"""The way to an episode's page, sound or transcript below the output folder."""


def find_article(
    promises: Promises, settings: Settings, name: str, *, command: str, back: str = ""
) -> Record:
    """Return the record of the published article that ``name`` means.

    ``name`` is an id, guid, slug or headline, the address of the article or of anything of its
    episode, or a path of either, from where we stand or from the edition's folder. ``command`` and
    ``back`` stand before and after a name in what errors propose.

    Raises:
        IdentityError: there is none, or two have this name.
        StoreError: the ledger's file about it cannot be read.

    """
    # One that was taken back before it was published has neither.
    records = [
        record for record in promises.records if record.last is not None or record.state != "live"
    ]
    for matches in _list_readings(settings, name.strip()):
        found = [record for record in records if matches(record)]
        if len(found) == 1:
            return found[0]
        if found:
            raise IdentityError(
                f"{len(found)} articles have the name {name!r}",
                where=str(settings.ledger),
                hint=" or ".join(f"{command} {record.slug}{back}" for record in found),
            )
    spellings = _list_spellings(settings, name.strip())
    for fault in promises.faults:
        if spellings & fault.slugs or any(map(fault.concerns, spellings)):
            raise fault.error
    if promises.faults:
        # No guess: the article may well be there, and another one would be taken for it.
        count = len(promises.faults)
        unread = f"{count} files that cannot be read" if count > 1 else "a file that cannot be read"
        raise IdentityError(
            f"the ledger has no article {name!r} among those that can be read, and {unread}",
            where=str(settings.ledger),
            hint="audiopress ledger check",
        )
    raise IdentityError(
        f"the ledger has no article {name!r}",
        where=str(settings.ledger),
        hint=_suggest_name(name, records, command, back),
    )


def find_articles(
    promises: Promises, settings: Settings, names: Sequence[str], *, command: str, back: str = ""
) -> list[Record]:
    """Return the records of the articles that ``names`` mean, each once; as `find_article`.

    Raises `IdentityError` that tells of every name that means none, before anything is done.
    """
    found: dict[str, Record] = {}
    errors: list[IdentityError] = []
    for name in names:
        try:
            record = find_article(promises, settings, name, command=command, back=back)
        except IdentityError as error:
            errors.append(error)
        else:
            found[record.id] = record
    if errors:
        raise refuse_names(errors, names)
    return list(found.values())


def refuse_names(errors: Sequence[AudiopressError], names: Sequence[str]) -> IdentityError:
    """Return one error of those of some ``names``: half of what was asked for is never done."""
    messages = [*dict.fromkeys(error.message for error in errors)]
    if len(names) > 1:
        messages.append(f"so nothing is done of the {len(names)} that were named")
    return IdentityError(
        "; ".join(messages),
        where=errors[0].where,
        hint="; ".join(dict.fromkeys(error.hint for error in errors if error.hint)),
    )


def _list_readings(settings: Settings, name: str) -> Iterator[Callable[[Record], bool]]:
    """Yield what a name may mean, the plainest first, each as a test of a record."""
    yield lambda record: name in {record.id, record.slug, record.guid}
    yield lambda record: name in record.aliases or f"file:{name}" in {record.id, *record.aliases}
    for end in _list_ends(settings.root, name):  # the longest first: it has most of what was named
        yield functools.partial(_is_file, f"file:{end}")
    spellings = _list_spellings(settings, name)
    yield lambda record: bool(spellings & {record.id, record.slug, record.guid, *record.aliases})
    yield from _list_output_readings(settings, name)
    plain = unicodedata.normalize("NFC", name)
    yield lambda record: plain in _list_file_names(record)
    keys = _list_url_keys([name])
    yield lambda record: bool(keys & _list_url_keys(_list_urls(record)))
    title = make_comparable(name)
    yield lambda record: bool(title) and title == make_comparable(record.title)


def _list_spellings(settings: Settings, name: str) -> set[str]:
    """Return the names of the ledger that ``name`` may stand for."""
    lower = name.lower()
    found = {name, f"id:{name}", lower, f"urn:uuid:{lower}"}
    if is_address(name):
        # As ids are kept: hosts as browsers encode them, escapes only where they are needed.
        return found | {normalize_url(name)}
    for text in (name, unquote(name)):
        for path in _list_paths_below(settings.root, text):
            found |= {path, f"file:{path}"}
    return found - {""}


def _list_paths_below(folder: Path, text: str) -> Iterator[str]:
    """Yield a path as it is below ``folder``, counted from where we stand and from the folder."""
    plain = text.removeprefix("file://").removeprefix("file:")
    if not plain or "\0" in plain:
        return
    for start in (Path.cwd(), folder):
        # The last part as it stands, for a link in the folder is an article of its own.
        placed = Path(os.path.realpath((start / plain).parent), (start / plain).name)
        if placed.is_relative_to(os.path.realpath(folder)):
            below = placed.relative_to(os.path.realpath(folder)).as_posix()
            yield unicodedata.normalize("NFC", below)
    # Of a file outside of the edition's folder its name is kept.
    last = unicodedata.normalize("NFC", Path(plain).name)
    if not is_there(folder, last):
        yield last


def _is_file(article_id: str, record: Record) -> bool:
    return article_id in {record.id, *record.aliases}


def _list_ends(root: Path, name: str) -> list[str]:
    """Return the ends of the path of a file elsewhere, of which one is kept.

    Without those that a file below ``root`` has as its own path: that is another file.
    """
    plain = name.removeprefix("file://").removeprefix("file:")
    if is_address(name) or not plain or "\0" in plain:
        return []
    placed = Path(os.path.realpath(Path(plain).parent), Path(plain).name)
    if placed.is_relative_to(os.path.realpath(root)):
        return []
    ends = list_tails(unicodedata.normalize("NFC", placed.as_posix()))
    return [end for end in ends if not is_there(root, end)]


def _list_output_readings(settings: Settings, name: str) -> Iterator[Callable[[Record], bool]]:
    """Yield what ``name`` may mean as a page or file of an episode."""
    if not is_address(name):
        for path in (name, *_list_paths_below(settings.output, name)):
            yield from _read_output_path(path)
        return
    path = unquote(urlsplit(name).path).lower()
    # Where a preview is served; and the show's own host, in whatever spelling.
    if _name_host(name) in {"127.0.0.1", "localhost", "::1", _name_host(settings.show.address)}:
        yield from _read_output_path(path)
    else:  # another host may have another show's episode, but not one of this version
        yield from _read_version_path(path)


def _read_output_path(path: str) -> Iterator[Callable[[Record], bool]]:
    # The version first: two articles may have versions in one folder.
    yield from _read_version_path(path)
    found = _EPISODE.search(path)
    if found is not None:
        slug = found["slug"]
        yield lambda record: record.slug == slug
        yield lambda record: any(version.slug == slug for version in record.versions)


def _read_version_path(path: str) -> Iterator[Callable[[Record], bool]]:
    found = _EPISODE.search(path)
    if found is not None and found["key"]:
        folder = f"episodes/{found['slug']}/{found['key']}/"
        yield lambda record: any(version.folder == folder for version in record.versions)


def _name_host(address: str) -> str:
    """Return the host of an address as browsers encode it."""
    return urlsplit(normalize_url(address)).hostname or ""


def _list_file_names(record: Record) -> set[str]:
    """Return the names of the article's files, with and without the ending."""
    # an alias is the path alone
    paths = (one.removeprefix("file:") for one in (record.id, *record.aliases))
    files = (Path(path) for path in paths if ":" not in path)
    return {name for file in files for name in (file.name, file.stem)}


def _list_urls(record: Record) -> list[str]:
    versions = (*record.versions, *([record.held.episode] if record.held else []))
    urls = [version.url for version in versions if version.url]
    return [record.id, *record.aliases, *urls]


def _list_url_keys(names: Iterable[str]) -> set[str]:
    """Return what the addresses among ``names`` are as the player compares them."""
    keys = set()
    for name in filter(is_address, names):
        with contextlib.suppress(IdentityError):  # one that nobody can ask for
            keys.add(make_by_url_path(name))
    return keys


def _suggest_name(name: str, records: Sequence[Record], command: str, back: str) -> str:
    """Return what to do: a question, for a guess that is ready to paste would be run."""
    way = f"the last part of its page's address names it: {command} SLUG{back}"
    # Of names that nobody types (a guid), none is like another.
    if ":" in name and not is_address(name):
        return way
    close = difflib.get_close_matches(
        name, [record.slug for record in records], n=1, cutoff=_LIKENESS
    )
    words = name.casefold().replace("-", " ").split()
    for record in records:
        if record.slug in close or (words and set(words) <= set(record.slug.split("-"))):
            return f"did you mean {record.slug}, {record.title!r} ({record.id})? {way}"
    return way
