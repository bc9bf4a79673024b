"""Whether the records of a version, and the chapters of a joined one, are of its articles."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from audiopress.checking.files.shapes import ChaptersShape, PointerShape, read_record
from audiopress.errors import IdentityError
from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_article_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_PLAIN: Final = "%/:?#[]@!$&'()*+,;=~"
"""What stays as it is where an address is written in Latin-1 (`audiopress.audio.tags`)."""

_PICTURE: Final = re.compile(r"(?P<host>.*?)(?P<home>episodes/[^/]+/)(?:cover|picture)-[\w-]+\.jpg")
"""The address of an episode's picture, wherever the edition is."""


def find_article_faults(version: Version, shelf: Shelf, base: str) -> Iterator[Look]:
    """Yield a look at whose records lie beside a sound, and at where its chapters lead."""
    where = f"{version.folder}alignment.json"
    yield "article of the records", where, _find_address_fault(version, shelf)
    if not version.item.every("podcast:chapters"):
        return
    where = f"{version.folder}chapters.json"
    record = read_record(shelf, where, ChaptersShape)
    if not isinstance(record, str):
        yield "article of the chapters", where, _find_head_fault(record, version)
        yield "links of the chapters", where, _find_link_fault(record, version, shelf, base)


def _find_address_fault(version: Version, shelf: Shelf) -> str:
    """Return whether the alignment is of an article that has an episode of its own."""
    url = str(version.alignment.get("url") or "")
    own = str(version.episode.get("url") or "")
    home = _find_home(url, shelf)
    # An article that has moved keeps the records of before: only another episode's are wrong.
    if url != own and home and home != version.home:
        return f"is of {url}, which is {home}"
    named = version.tag.texts.get("WOAF")
    other = named and url and version.path.startswith(version.folder)
    same = named in (url, quote(url, safe=_PLAIN))
    return f"is of {url}, and the tag of {named}" if other and not same else ""


def _find_home(url: str, shelf: Shelf) -> str:
    """Return the folder of the episode that has an article's address, or ""."""
    try:
        where = make_by_url_path(url)
    except IdentityError:
        return ""
    record = read_record(shelf, where, PointerShape)
    if isinstance(record, str):
        return ""
    return posixpath.normpath(f"{posixpath.dirname(where)}/{record['page']}/..") + "/"


def _find_head_fault(record: dict[str, Any], version: Version) -> str:
    """Return whether the chapters say that they are of another article than the alignment."""
    for name, other in (("title", "title"), ("author", "byline"), ("url", "url")):
        said, true = record.get(name), version.alignment.get(other)
        if said is not None and said != true:
            return f"says of {name} {said!r}, and alignment.json {true!r}"
    return ""


def _find_link_fault(record: dict[str, Any], version: Version, shelf: Shelf, base: str) -> str:
    told = version.alignment.get("chapters", [])
    for number, chapter in enumerate(record["chapters"]):
        true = told[number].get("url") if number < len(told) else None
        leads = chapter.get("url")
        # An article without a page of its own is led to by the one that it has here.
        here = true is None and str(leads).startswith(f"{base}episodes/")
        if leads != true and not here:
            return f"{chapter['title']!r} leads to {leads}, not to {true}"
    return _find_picture_fault(record["chapters"], shelf)


def _find_picture_fault(chapters: list[dict[str, Any]], shelf: Shelf) -> str:
    """Return which chapter shows a stranger's picture, or that of another article."""
    hosts = set()
    for chapter in chapters:
        image = str(chapter.get("img") or "")
        found = _PICTURE.fullmatch(image)
        if image and not found:
            return f"{chapter['title']!r} shows {image}, which no build writes"
        true = _find_home(str(chapter.get("url") or ""), shelf) if found else ""
        if found and true and found["home"] != true:
            return f"{chapter['title']!r} shows a picture of {found['home']}, not of {true}"
        hosts |= {found["host"]} if found else set()
    # All may be of the address at which the edition was before.
    return f"show pictures of {' and of '.join(sorted(hosts))}" if len(hosts) > 1 else ""
