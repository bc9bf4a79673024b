"""Pages that list other pages: the front of a section, a blog's home, what a tag names.

Such a page is titles that lead to other pages of its site, each with a line or two on what is
there. So its text is told apart into that of such teasers and its own: an article may end with
teasers, and has its own text before them. What a page says that it is decides how sure the shape
has to be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from audiopress.reading.html.story.teaser_cards import list_own_hosts
from audiopress.reading.html.tree.elements import HEADING_LIKE, HEADINGS, climb
from audiopress.text.sentence_ends import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from audiopress.reading.html.runs.text_runs import TextRun
    from audiopress.reading.page_kinds.declared_kind import PageKind

__all__ = ["explain_listing", "find_title_place", "list_own_places", "measure_teasers"]

_TEASER = 420
"""Characters below a title that are its teaser at most: excerpts of 55 words, as blogs have them,
are some 350. What an article says of each thing that it names is longer, or it says nothing."""

_TITLE_WORDS = 3
"""Words of a title that is no heading, at the least: "Read more" and "Sport" lead on as well."""

_MOSTLY_LINKED = 0.5
"""Share of a line's characters in links from which it is a title that leads on."""

_DECLARED = 0.5
"""Share of teasers in a page's text from which it is the list that it says it is, or may be."""

_SURE = 0.6
"""The same of a page that says nothing of its kind."""

_NEARLY_ALL = 0.75
"""The same where it has one teaser only: a section with one article in it."""

_SEVERAL = 3
"""Teasers of a page that says nothing of its kind, at the least."""

_INTRO = 160
"""Characters above the first title from which on they are an article, which teasers follow: two
sentences introduce a section."""

_BOXES = 3
"""Posts of a front page that stand on it whole, each in an ``<article>`` of its own."""

_LINE = 60
"""Characters of a line, without a sentence's end, that is a date, a rubric or a button."""


_BESIDE = frozenset(("aside", "footer", "form", "header", "nav"))
"""Elements whose links are on every page of a site."""


@dataclass(slots=True)
class _Teasers:
    """Characters of a page's text: of teasers and its own; ``places`` are where titles lead.

    ``before`` is its own text above the first title, ``boxes`` are the articles around titles.
    """

    places: set[str] = field(default_factory=set)
    boxes: set[Any] = field(default_factory=set)
    told: int = 0
    own: int = 0
    before: int = 0

    @property
    def share(self) -> float:
        return self.told / max(1, self.told + self.own)


def explain_listing(
    story: Iterable[TextRun],
    others: Iterable[TextRun],
    *,
    uri: str,
    canonical: str,
    kind: PageKind,
) -> str:
    """Say in words why a page is a list of other pages; nothing where it is none.

    ``story`` are its runs of text that would be read, ``others`` all that it has, ``kind`` is what
    it says that it is.
    """
    if kind == "article":
        return ""
    found = _count_teasers(story, uri, canonical)
    if not (found.places or found.own):  # of a list of bare links nobody finds a story
        found = _count_teasers(filter(_is_in_main, others), uri, canonical)
    count, share = len(found.places), found.share
    if not count or not _is_list(found, uri, kind):
        return ""
    says = {"list": "it says so itself", "site": "it does not say that it is an article"}
    pages = "another page" if count == 1 else f"{count} other pages"
    why = says.get(kind) or f"{round(share * 100)} % of its text is theirs"
    return f"a list: it names {pages} of its site, and {why}"


def _is_list(found: _Teasers, uri: str, kind: PageKind) -> bool:
    count, share = len(found.places), found.share
    if kind == "list":
        # its posts may stand on it whole, each below its title
        return share >= _DECLARED or (count > 1 and found.before <= found.own * _DECLARED)
    if found.before > _INTRO:
        return False
    if count == 1:
        return share >= _NEARLY_ALL and (kind == "site" or _are_below(found, uri))
    if kind == "site":
        return share >= _DECLARED or len(found.boxes) >= _BOXES
    return share >= _SURE and (count >= _SEVERAL or _are_below(found, uri))


def _are_below(found: _Teasers, uri: str) -> bool:
    """Whether all that a page names lies below it, as articles do below their section."""
    folder = _read_path(uri).rstrip("/")
    return bool(folder) and all(place.startswith(f"{folder}/") for place in found.places)


def measure_teasers(runs: Iterable[TextRun], uri: str) -> float:
    """Return the share of teasers in a text, this page's own among them."""
    return _count_teasers(runs, uri, "", {""}).share


def _count_teasers(
    runs: Iterable[TextRun], uri: str, canonical: str, own: Container[str] | None = None
) -> _Teasers:
    """Count the teasers of a text; titles that lead to the places ``own`` are none."""
    found, rest = _Teasers(), 0
    if own is None:
        own = list_own_places(uri, canonical)
    hosts = list_own_hosts(uri, canonical)
    for run in runs:
        place = find_title_place(run, uri, hosts)
        if place and place not in own:
            found.before = found.before if found.places else found.own
            found.places.add(place)
            found.boxes |= {each for each in climb(run.element) if each.tag == "article"}
            found.told += run.shown
            rest = _TEASER
        elif run.element.tag in HEADINGS:  # of the page, or of a part of it: neither
            rest = 0
        elif run.shown > _LINE or SENTENCE_END.search(run.text):
            told = min(run.shown, rest)
            found.told += told
            found.own += run.shown - told
            rest -= told
    return found


def list_own_places(uri: str, canonical: str) -> frozenset[str]:
    """Return the paths of a page, and the empty one of a link that leads nowhere."""
    return frozenset({_read_path(uri), _read_path(canonical) if canonical else "", ""})


def find_title_place(run: TextRun, uri: str, hosts: frozenset[str]) -> str:
    """Return the path of the page of this site that a title leads to, nothing for other runs."""
    listed = run.element.tag == "li" and run.linked and run.shown <= _TEASER
    if run.linked < _MOSTLY_LINKED * run.shown and not listed:
        return ""
    heading = any(element.tag in HEADING_LIKE for element in climb(run.element))
    link = next((link for link in _list_links(run.element) if link.get("href")), None)
    if link is None or (not heading and len(link.text_content().split()) < _TITLE_WORDS):
        return ""
    return _find_path(link.get("href"), uri, hosts)


def _find_path(address: str, uri: str, hosts: frozenset[str]) -> str:
    """Return the path that a link leads to on this site, nothing where it does not."""
    if address.startswith("#"):
        return ""
    try:
        parts = urlsplit(urljoin(uri if "://" in uri else "", address))
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # such as "http://["
        return ""
    return unquote(parts.path) if host in hosts and parts.scheme in ("", "http", "https") else ""


def _list_links(element: Any) -> Iterable[Any]:
    yield from element.iter("a")
    yield from element.iterancestors("a")


def _is_in_main(run: TextRun) -> bool:
    return not any(element.tag in _BESIDE for element in climb(run.element))


def _read_path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return address
