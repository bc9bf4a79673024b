"""What a page says about itself: JSON-LD, then meta tags, then what stands in the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from audiopress.reading.metadata.authors.author_names import split_names
from audiopress.reading.metadata.authors.bylines import (
    find_shown_names,
    is_account,
    is_nobody,
)
from audiopress.reading.metadata.dates.page_dates import read_page_dates
from audiopress.reading.metadata.declared.json_ld import (
    find_article_node,
    list_broken_scripts,
    list_persons,
    read_image,
    read_person,
    read_text,
    unescape_text,
)
from audiopress.reading.metadata.declared.meta_tags import (
    AUTHOR_NAMES,
    choose_first,
    read_meta_tags,
)
from audiopress.reading.metadata.declared.page_access import (
    asks_not_to_be_found,
    count_whole_words,
    find_lock,
)
from audiopress.reading.metadata.declared.page_tags import find_tags
from audiopress.reading.metadata.declared.site_names import list_site_names
from audiopress.reading.metadata.own_nodes import find_own_node
from audiopress.reading.metadata.page_language import find_page_language
from audiopress.reading.metadata.page_title import find_title
from audiopress.reading.metadata.shown_words import read_shown_words
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = ["PageMetadata", "claims_to_be_article", "read_page_metadata"]

_STANDFIRST = ("og:description", "description", "twitter:description")
"""Meta tags with the page's own description: for social networks, which readers see, first."""


_NO = frozenset(("no", "false", "none", "off"))
"""What a page says that is not to be read aloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """The page's own metadata; empty where it says nothing.

    ``heading`` is the h1 that shows the title, which may be worded in another way; ``wordless``
    says that the page has a headline of signs alone, which is no title; ``body`` is the whole
    text, which some sites have in their JSON-LD. ``notes`` are as `Article` has them.
    """

    title: str = ""
    heading: str = ""
    wordless: bool = False
    byline: str = ""
    standfirst: str = ""
    published: datetime | None = None
    modified: datetime | None = None
    language: str = ""
    section: str = ""
    image: str | None = None
    canonical: str | None = None
    body: str = ""
    opted_out: str = ""
    tags: tuple[str, ...] = ()
    locked: str = ""
    whole_words: int = 0
    unfound: bool = False
    notes: tuple[str, ...] = ()


def read_page_metadata(tree: Any, uri: str) -> PageMetadata:
    """Return what a page says of itself. ``uri`` is its address, which makes others absolute."""
    meta = read_meta_tags(tree)
    addresses = (uri, _find_canonical(tree), choose_first(meta, ("og:url",)))
    hosts = _list_hosts(*addresses)
    words = read_shown_words(tree, hosts)
    own = find_own_node(tree, meta, words, addresses)
    data = own.data
    shown = find_title(tree, data, meta, words)
    headline = _find_headline(tree, shown.heading)
    language, unknown = find_page_language(tree, meta, headline)
    dates = read_page_dates(tree, data, meta, uri=uri, language=language, headline=headline)
    image = read_image(data.get("image")) or choose_first(meta, ("og:image", "twitter:image"))
    return PageMetadata(
        title=shown.title,
        heading=shown.heading,
        wordless=not shown.title and bool(shown.notes),
        byline=_find_byline(tree, data, meta, hosts),
        standfirst=read_text(data.get("description")) or choose_first(meta, _STANDFIRST),
        published=dates.published,
        modified=dates.modified,
        language=language,
        section=_find_section(data, meta),
        image=_make_absolute(uri, image),
        canonical=_make_absolute(uri, _find_canonical(tree) or choose_first(meta, ("og:url",))),
        body=read_text(data.get("articleBody")),
        opted_out=_find_opt_out(meta),
        tags=find_tags(data, meta),
        locked=find_lock(tree, data, meta),
        whole_words=count_whole_words(data),
        unfound=asks_not_to_be_found(meta),
        notes=(*_note_broken(tree), *own.notes, *shown.notes, *unknown, *dates.notes),
    )


def claims_to_be_article(tree: Any) -> bool:
    """Whether a page says of itself, in JSON-LD or to social networks, that it is an article."""
    # either is enough: four of 84 pages that we measure by have no JSON-LD of an article
    social = choose_first(read_meta_tags(tree), ("og:type",)).lower() == "article"
    return social or bool(find_article_node(tree))


def _note_broken(tree: Any) -> list[str]:
    """Return a note for every script of JSON-LD on an article that could not be read whole."""
    return [
        f"the JSON-LD of the page is broken ({why}), and is read up to there"
        for why in list_broken_scripts(tree)
    ]


def _find_headline(tree: Any, heading: str) -> Any | None:
    """Return the h1 that shows the title, else the first that says anything."""
    heads = [h1 for h1 in tree.iter("h1") if tidy(h1.text_content())]
    same = (h1 for h1 in heads if heading and make_comparable(heading) in _read_letters(h1))
    return next(same, heads[0] if heads else None)


def _read_letters(element: Any) -> str:
    return make_comparable(element.text_content())


def _find_byline(tree: Any, data: dict[str, Any], meta: MetaTags, hosts: frozenset[str]) -> str:
    """Return who wrote it: as the data tell, unless they name nobody and the page shows a name."""
    names = split_names(read_person(person) for person in list_persons(data.get("author")))
    authors = next((meta[name] for name in AUTHOR_NAMES if name in meta), [])
    names = names or split_names(unescape_text(name) for name in authors)
    # "Staff", "admin" and the paper itself wrote nothing: a name that readers see is better
    names = [name for name in names if make_comparable(name) not in hosts]
    sites = list_site_names(data, meta)
    if all(is_nobody(name) or make_comparable(name) in sites for name in names):
        seen = split_names(find_shown_names(tree))
        shown = [name for name in seen if not (is_nobody(name) or make_comparable(name) in sites)]
        names = shown or [name for name in names if not is_account(name)]
    return ", ".join(names)


def _list_hosts(*addresses: str) -> frozenset[str]:
    """Return the letters of a page's hosts: "harbour.example" has written nothing."""
    hosts = {_read_host(address) for address in addresses}
    return frozenset(map(make_comparable, hosts)) - {""}


def _read_host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    # such as "http://[": somebody mistyped it
    except ValueError:
        return ""


def _find_section(data: dict[str, Any], meta: MetaTags) -> str:
    return read_text(data.get("articleSection")) or choose_first(
        meta, ("article:section", "section")
    )


def _find_opt_out(meta: MetaTags) -> str:
    """Return the tag by which a page asks not to be read aloud, or nothing."""
    said = choose_first(meta, ("audiopress",)).strip().lower()
    return f'<meta name="audiopress" content="{said}">' if said in _NO else ""


def _find_canonical(tree: Any) -> str:
    for link in tree.iter("link"):
        # `rel` is compared in small letters, as HTML has it
        if (link.get("rel") or "").lower() == "canonical":
            return (link.get("href") or "").strip()
    return ""


def _make_absolute(uri: str, address: str) -> str | None:
    """Return an address of the web, ``None`` for any other; that of a file makes none absolute."""
    if not address:
        return None
    try:
        # a file's path would make "/story" a file, and what the feed names must be on the web
        joined = urljoin(uri if "://" in uri else "", address.strip())
    # such as "http://[": an address that somebody mistyped is no reason to refuse a page
    except ValueError:
        return None
    return joined if joined.startswith(("http://", "https://")) else None
