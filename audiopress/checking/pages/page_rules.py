"""Whether the pages of an episode lead to the sound that the feed leads to."""

from __future__ import annotations

import posixpath
import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from lxml import etree

from audiopress.checking.feed.foreign import find_foreign_html
from audiopress.checking.files.other_kinds import find_text_fault
from audiopress.checking.files.shapes import EmbedShape, EpisodeShape, PointerShape, read_record
from audiopress.checking.pages.agreement import (
    find_agreement_faults,
    find_data_fault,
    find_embed_faults,
    find_other_page,
    is_hidden,
)
from audiopress.checking.pages.cues import find_cue_fault
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.frames import find_card_fault, find_frame_fault
from audiopress.checking.pages.site_rules import is_of_site
from audiopress.checking.pages.structured_data import list_data
from audiopress.checking.shelf import find_path
from audiopress.errors import IdentityError
from audiopress.publish.by_url import make_by_url_path
from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_address_faults", "find_page_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_SIZES: Final = ("thumbnail_width", "thumbnail_height")
"""What oEmbed asks for beside ``thumbnail_url`` (oembed.com, 2.3.4)."""

_IN_BOTH: Final = ("id", "key", "aiNarrated")
"""What the record of an episode and that of its sound must say alike, in whatever version: of what
it is, of which making, whether a machine speaks. Other values follow the article, sound stays."""

_MILLISECOND: Final = 0.001
"""Seconds by which two records of one length may differ."""

_LETTERS: Final = re.compile(r"\W+")
"""What may differ between a page and the record without a word being different."""


def find_page_faults(version: Version, shelf: Shelf, base: str) -> Iterator[Look]:
    """Yield each look at the stable files of a version's episode, below the address ``base``.

    Pages show the newest version; of another one that the feed leads to nothing is yielded.
    """
    home = version.home
    if not version.folder.endswith(f"/{_name_current(version)}/"):
        yield "newest version", version.path, "is in the feed, and episode.json names another"
        return
    plays = urljoin(home, str(version.episode.get("audio", {}).get("src", "")))
    other = plays != version.path
    fault = f"has other sound in the feed than in episode.json, which names {plays}"
    yield "newest version", version.path, fault if other else ""
    body = shelf.read(f"{home}index.html")
    where = f"{home}index.html"
    fault = "is not there" if body is None else find_text_fault(body, page=True)
    fault = fault or find_other_page(parse_html(body or b""), version, base)
    yield "page", where, fault
    if body is not None and not fault:
        page = parse_html(body)
        yield from _look_at_links(page, shelf, version, base)
        yield from find_agreement_faults(page, version, where, base)
        yield "paragraphs of the page", where, find_cue_fault(page, version)
        yield from _look_at_page(page, version, where, base)
        public = not is_hidden(version.item)
        kept = page.find(".//meta[@name='robots']") is not None and public
        yield "robots", where, "keeps search engines away" if kept else ""
    yield from find_embed_faults(version, shelf, base)
    yield from _look_at_embedding(version, shelf, base)
    yield from _look_at_record(version, shelf)
    notes = version.item.text("content:encoded")
    known = {version.item.text("link"), f"{base}{home}", f"{base}{home}index.html"}
    yield "notes of an item", home, find_foreign_html(notes, base, known)


def find_address_faults(shelf: Shelf) -> Iterator[Look]:
    """Yield each look at the records by which a page of the publisher finds its episode."""
    for where in shelf.list_paths("by-url/**/index.json"):
        record = read_record(shelf, where, PointerShape)
        if isinstance(record, str):
            yield "by-url", where, record
            continue
        folder = PurePosixPath(where).parent
        episode = read_record(shelf, _resolve(folder, record["episode"]), EpisodeShape)
        other = isinstance(episode, dict) and episode.get("url") != record["url"]
        yield "by-url", where, "leads to an article of another address" if other else ""
        yield "by-url", where, "" if _is_named(where, record["url"]) else "is of another address"
        older = isinstance(episode, dict) and _leads_elsewhere(record, episode)
        yield "by-url", where, "leads to other texts than episode.json does" if older else ""
        for name in ("episode", "alignment", "page"):
            path = _resolve(folder, str(record.get(name) or ""))
            lost = bool(record.get(name)) and shelf.read(path) is None
            yield "by-url", where, f"leads to {path}, which is not there" if lost else ""


def _is_named(where: str, address: str) -> bool:
    """Whether a record lies where the player looks for an article of that address."""
    try:
        return make_by_url_path(address) == where
    except IdentityError:
        return False


def _leads_elsewhere(record: dict[str, Any], episode: dict[str, Any]) -> bool:
    home = posixpath.dirname(record["episode"])
    return bool(posixpath.join(home, episode["alignment"]) != record["alignment"])


def _resolve(folder: PurePosixPath, name: str) -> str:
    """Return the path that ``name`` means in ``folder``; it may go up as far as the edition."""
    return posixpath.normpath(folder / name)


def _name_current(version: Version) -> str:
    return str(version.episode.get("alignment", "")).partition("/")[0]


def _look_at_page(page: etree._Element, version: Version, where: str, base: str) -> Iterator[Look]:
    url = version.item.value("enclosure", "url")
    told = list_data(page)
    yield "structured data", where, "is no JSON" if {} in told else ""
    etree.strip_elements(page, "script", "style", with_tail=False)
    shown = _LETTERS.sub("", "".join(page.itertext()))
    lost = [
        each["source"]
        for each in version.paragraphs
        if not _is_said_otherwise(each, version)
        and _LETTERS.sub("", clean_text(each["source"])) not in shown
    ]
    yield "text of the page", where, f"has not: {lost[0][:60]!r}" if lost else ""
    sounds = [data["audio"] for data in told if isinstance(data.get("audio"), dict)]
    if not sounds:
        return
    yield "structured data", where, find_data_fault(told[0], version, base)
    leads = sounds[0].get("contentUrl")
    yield "structured data", where, "" if leads == url else f"leads to {leads}"
    length = sounds[0].get("duration")
    true = f"PT{round(version.length)}S"
    yield "structured data", where, "" if length == true else f"says {length}, not {true}"


def _is_said_otherwise(paragraph: dict[str, Any], version: Version) -> bool:
    """Whether the page says a disclosure in its own language, which the voice does not speak."""
    own, page = (str(each.get("language") or "")[:2] for each in (paragraph, version.episode))
    return paragraph.get("role") == "disclosure" and own != page


def _look_at_links(
    page: etree._Element, shelf: Shelf, version: Version, base: str
) -> Iterator[Look]:
    """Look whether what the page plays, shows and leads to is there, and is its own sound."""
    where = f"{version.home}index.html"
    for each in page.iter("a", "audio", "img", "link", "script", "source", "audiopress-player"):
        name = each.get("href") or each.get("src") or ""
        path = find_path(urljoin(f"{base}{where}", name), base).partition("#")[0]
        if not name or name.startswith("#") or not path or path.endswith("/"):
            continue
        if path.startswith(version.home):
            lost = shelf.read(path) is None
            yield "links of the page", where, f"{name} is not there" if lost else ""
        elif not is_of_site(path):
            # The same row for every page that leads there: it is one file that is gone.
            lost = shelf.read(path) is None
            fault = "is not there, and pages of episodes lead to it" if lost else ""
            yield "links of the page", path, fault
        other = path.endswith(".mp3") and path != version.path
        yield "sound of the page", where, f"is {path}" if other else ""


def _look_at_embedding(version: Version, shelf: Shelf, base: str) -> Iterator[Look]:
    where = f"{version.home}oembed.json"
    if shelf.read(where) is None:
        return  # a private show has none
    record = read_record(shelf, where, EmbedShape)
    if isinstance(record, str):
        yield "oEmbed", where, record
        return
    sized = "thumbnail_url" not in record or all(record.get(name) for name in _SIZES)
    yield "oEmbed", where, "" if sized else "has a picture without its size"
    frames = re.findall(r'src="([^"]+)"', str(record.get("html", "")))
    own = [find_path(frame, base) == f"{version.home}embed.html" for frame in frames]
    yield "oEmbed", where, "" if own and all(own) else "frames another page than this episode's"
    yield "oEmbed", where, find_foreign_html(str(record.get("html", "")), base)
    fault = find_frame_fault(record) or find_card_fault(record, version, shelf, base)
    yield "oEmbed", where, fault
    lost = shelf.read(f"{version.home}embed.html") is None
    yield "oEmbed", where, "frames a page that is not there" if lost else ""


def _look_at_record(version: Version, shelf: Shelf) -> Iterator[Look]:
    where = f"{version.home}episode.json"
    named = [
        version.episode.get("alignment"),
        version.episode.get("chapters"),
        *version.episode.get("transcripts", {}).values(),
    ]
    lost = [name for name in named if name and shelf.read(version.home + name) is None]
    yield "files of the record", where, f"{lost[0]} is not there" if lost else ""
    seconds = version.episode.get("duration")
    same = isinstance(seconds, int | float) and abs(seconds - version.length) < _MILLISECOND
    yield "duration", where, "" if same else f"says {seconds}, the alignment {version.length}"
    yield "record of the episode", where, _find_record_fault(version)


def _find_record_fault(version: Version) -> str:
    """Return where episode.json parts from the record of what it plays, or from its item."""
    one, other = version.episode, version.alignment
    parted = [
        name for name in _IN_BOTH if name in one and name in other and one[name] != other[name]
    ]
    if parted:
        return f"has another {parted[0]!r} than alignment.json"
    try:
        published = datetime.fromisoformat(str(one.get("published")))
    except ValueError:
        return f"was published {one.get('published')!r}, which is no date"
    dated = version.item.date("pubDate")
    # A feed has whole seconds, and a moment without an offset may be any.
    apart = dated and published.tzinfo and published.replace(microsecond=0) != dated
    return f"was published {published.isoformat()}, in the feed {dated}" if apart else ""
