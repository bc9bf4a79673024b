"""When a page was published and changed: by its metadata, else by what the head of it shows.

A date that is not used although it stands where the page's date is looked for is told.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.dates.shown_dates import find_shown_dates
from audiopress.reading.metadata.dates.stated_dates import read_stated_date
from audiopress.reading.metadata.declared.json_ld import (
    list_kinds,
    list_persons,
    read_person,
    read_value,
)
from audiopress.reading.metadata.declared.meta_tags import (
    AUTHOR_NAMES,
    FILE_CHANGED,
    FILE_CREATED,
    choose_first,
)
from audiopress.reading.metadata.declared.own_items import find_own_item
from audiopress.reading.unused import describe_unused
from audiopress.text.english_variety import guess_english_variety
from audiopress.text.language import contradict_language, guess_language
from audiopress.text.months import ENGLISH_MONTHS
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.reading.metadata.dates.shown_dates import ShownDate
    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = ["PageDates", "read_page_dates"]

_PUBLISHED_DATA = ("datePublished", "dateCreated", "uploadDate")
"""Keys of JSON-LD with the date of publication, the most reliable first."""

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "originalpublicationdate",
    "citation_publication_date",
    "article.published",
)
"""Meta tags with the date of publication, likewise."""

_MODIFIED_DATA = ("dateModified",)
"""Keys of JSON-LD with the date of the last change."""

_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "article.updated",
    FILE_CHANGED,
)
"""Meta tags with the date of the last change."""

_WEB = 1990
"""The year before which no page was published; what is older was printed, or is a mistake."""

_YEAR = timedelta(days=365)
"""Above this a page would be published later than it was last changed by mistake, not by plan."""

_REFERENCE = timedelta(days=2 * 365)
"""Time between birth and last change of a page that is kept up: a story is corrected in days."""

_DATED_KIND = re.compile(
    any_of("News", "Blog", "Posting", "Opinion", "Report", "Review", "Recipe", "Satirical")
)
"""Types of what belongs to the day on which it appeared."""

_SAMPLE = 6000
"""Characters of a page that are looked at for which English it is in."""

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)")
"""A day in an address."""

_READ_BY_PEOPLE = ".//text()[not(parent::script or parent::style)]|.//time/@datetime"
"""What a page shows, and when its times are."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """When a page was published and last changed, and notes on dates that could not be used."""

    published: datetime | None
    modified: datetime | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _DateClaim:
    """A date that a page states, and where."""

    text: str
    place: str


def read_page_dates(  # noqa: PLR0913 - each is a voice of its own
    tree: Any,
    data: dict[str, Any],
    meta: MetaTags,
    *,
    uri: str,
    language: str,
    headline: Any | None,
) -> PageDates:
    """Return when a page was published and changed.

    ``headline`` is the h1 that shows the title, beside which a date is looked for where the
    metadata have none; ``language`` is the page's tag, by which 03/04/2026 is read.
    """
    reader = _DateReader(
        tree=tree, data=data, meta=meta, uri=uri, language=language, headline=headline
    )
    changed = reader.settle(reader.list_modified())
    born = reader.settle(reader.list_published(), changed) or reader.settle(reader.list_shown())
    if not born:
        # "Last updated 3 May": where readers see no other day, the page is dated by this one
        born = reader.settle(reader.list_shown(updated=True))
        changed = changed or born
    if of_file := not born:
        # a document that shows no day is as old as its file
        born = reader.settle(reader.list_file(), changed)
    reader.doubt_age(born)
    if not of_file and FILE_CHANGED in meta:
        # what its file was before the day that a document shows was no change of it
        changed = changed if born and changed and changed > born else None
    elif born and changed and reader.is_kept_up(born, changed):
        born = changed
    return PageDates(born, changed, tuple(dict.fromkeys(reader.notes)))


@dataclass(kw_only=True)
class _DateReader:
    """Reads the dates of one page, and keeps in ``notes`` what could not be used."""

    tree: Any
    data: dict[str, Any]
    meta: MetaTags
    uri: str
    language: str
    headline: Any | None
    notes: list[str] = field(default_factory=list)

    def list_published(self) -> list[_DateClaim]:
        """Return what the metadata state as the day of publication."""
        return _list_claims(self.data, self.meta, _PUBLISHED_DATA, _PUBLISHED)

    def list_modified(self) -> list[_DateClaim]:
        """Return what they state as the day of the last change."""
        return _list_claims(self.data, self.meta, _MODIFIED_DATA, _MODIFIED)

    def list_file(self) -> list[_DateClaim]:
        """Return when the file of a document was made."""
        return _list_claims({}, self.meta, (), (FILE_CREATED,))

    @functools.cached_property
    def _shown(self) -> list[ShownDate]:
        return find_shown_dates(self.tree, self.headline, find_own_item(self.tree))

    def list_shown(self, *, updated: bool = False) -> list[_DateClaim]:
        """Return the dates at the head of the page: those of publication, or those of changes."""
        shown = [date.text for date in self._shown if date.updated is updated]
        # "5 min" is a time as well, and no date that somebody meant to state
        return [
            _DateClaim(text, "at the headline") for text in shown if read_stated_date(text).likely
        ]

    def settle(self, claims: list[_DateClaim], changed: datetime | None = None) -> datetime | None:
        """Return the first date that is clear and not long after ``changed``; note the others."""
        for claim in claims:
            stated = read_stated_date(claim.text)
            day = stated.days[0] if len(stated.days) == 1 else self._choose(stated.days)
            why = stated.why or "may be two days"
            if day and changed and day - changed > _YEAR:
                day, why = None, "is later than the last change"
            if day:
                return day
            note = describe_unused("date", claim.text, claim.place, f"{why}, and is not used")
            self.notes.append(note)
        return None

    def _choose(self, days: tuple[datetime, ...]) -> datetime | None:
        """Return which of two days is meant, ``None`` where nothing tells."""
        if not days:
            return None
        claims = [claim.text for claim in (*self.list_published(), *self.list_modified())]
        stated = [read_stated_date(text).days for text in (*claims, *(d.text for d in self._shown))]
        sure = {found[0].date() for found in stated if len(found) == 1}
        sure |= _read_address(self.uri)
        same = [day for day in days if day.date() in sure]
        if len(same) == 1:
            return same[0]
        order = _find_order(self.language, self.tree)
        return {"month": days[0], "day": days[1]}.get(order)

    def doubt_age(self, born: datetime | None) -> None:
        """Note a date from before the web, unless the address has its year as well."""
        if born and born.year < _WEB and str(born.year) not in self.uri:
            why = "is older than the web: look whether it is right"
            self.notes.append(describe_unused("date", f"{born:%Y-%m-%d}", "published", why))

    def is_kept_up(self, born: datetime, changed: datetime) -> bool:
        """Whether a page is a work of reference, which is as old as its last change.

        A story keeps its day whatever is mended in it: it says so by its type, its author, or
        because it shows that day. What says none of it and changes for years is kept up.
        """
        if changed - born < _REFERENCE or any(map(_DATED_KIND.search, list_kinds(self.data))):
            return False
        if not self.data and choose_first(self.meta, ("og:type",)).lower() == "article":
            return False
        if _names_person(self.data) or any(name in self.meta for name in AUTHOR_NAMES):
            return False
        return not _shows_day(self.tree, born)


def _list_claims(
    data: dict[str, Any], meta: MetaTags, keys: tuple[str, ...], names: tuple[str, ...]
) -> list[_DateClaim]:
    """Return what the data's keys and then the meta tags state."""
    stated = [(read_value(data.get(key)), key) for key in keys]
    stated += [(choose_first(meta, (name,)), name) for name in names]
    return [_DateClaim(text, place) for text, place in stated if text]


def _read_address(uri: str) -> set[date]:
    """Return the day in an address such as ``/2026/04/03/ferry``."""
    found = _IN_ADDRESS.search(uri)
    try:
        return {date(*map(int, found.groups()))} if found else set()
    except ValueError:
        return set()


def _find_order(language: str, tree: Any) -> str:
    """Return which of two figures comes first in a language's dates: "month", "day", or nothing."""
    if language.partition("-")[0] in ("", "en"):
        text = " ".join(paragraph.text_content() for paragraph in tree.iter("p"))
        # many pages say "en" because their program does, whatever they are written in
        language = (language and contradict_language(text, language)) or language
    if language in ("", "en"):
        language = guess_language(text) if not language else guess_english_variety(text[:_SAMPLE])
    # plain English has both
    if language == "en":
        return ""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - most dates need no order

    try:
        pattern = str(Locale.parse(language, sep="-").date_formats["short"].pattern)
    except (UnknownLocaleError, ValueError):
        return ""
    # where the year is first, a date with the year last is a foreigner's
    return {"M": "month", "d": "day"}.get(pattern[:1], "")


def _names_person(data: dict[str, Any]) -> bool:
    """Whether somebody is named as the author who is no house; many leave out that it is a person.

    A link to a node elsewhere (``{"@id": ...}``) names nobody.
    """
    for person in list_persons(data.get("author")):
        kinds = list_kinds(person) if isinstance(person, dict) else []
        if read_person(person) and not any("Organization" in kind for kind in kinds):
            return True
    return False


def _shows_day(tree: Any, day: datetime) -> bool:
    """Whether a page shows readers a day, in one of the usual ways."""
    month = ENGLISH_MONTHS[day.month - 1].title()
    ways = {f"{day.day} {name} {day.year}" for name in (month, month[:3])}
    ways |= {f"{name} {day.day}, {day.year}" for name in (month, month[:3], f"{month[:3]}.")}
    ways |= {f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}"}
    body = tree.find("body")
    text = "" if body is None else " ".join(body.xpath(_READ_BY_PEOPLE))
    return any(way in text for way in ways)
