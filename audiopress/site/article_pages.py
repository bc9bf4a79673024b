"""Which of a site's built pages are articles, whatever generator built them.

A page is judged by what it says of itself, by its place, and by its shape: one that is a row of
headings which lead elsewhere, or mostly links, or hardly any text, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from audiopress.errors import ReadingError, TooLargeError
from audiopress.publish.sanitize import clean_url
from audiopress.reading.html.tree.page_tree import parse_page
from audiopress.reading.metadata.page_metadata import claims_to_be_article
from audiopress.site.page_shape import judge_shape
from audiopress.text.decode import decode
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "BuiltPage",
    "explain_rejection",
    "find_site_address",
    "make_page_address",
    "read_built_page",
]

_LISTS = re.compile(
    any_of(
        "tags?",
        "topics?",
        "category",
        "categories",
        "archives?",
        "authors?",
        "labels?",
        "taxonomy",
        "search",
        "genindex",
        "(py-)?modindex",
        "sitemap",
        "feeds?",
    )
)
"""Names of folders and files in which generators put lists: "tags/", "author/", "genindex.html"
(Sphinx). The whole name must be so: "search-for-a-ferry" is an article."""

_NO_STORY = re.compile(
    any_of(
        "about(-us)?",
        "contact",
        "imprint",
        "impressum",
        "legal",
        "privacy(-policy)?",
        "cookies",
        "terms(-of-service)?",
        "accessibility",
        "subscribe",
        "thanks",
    )
)
"""Names of pages that every site has and nobody listens to; only the last part of a path counts."""

_ERROR = re.compile(r"[345]\d\d|error|not-?found")
"""Names of error pages: "404.html", "not-found/"; an article may have any other figure."""

_DRAFT = re.compile("_?drafts?|preview")
"""Folders of what is not published yet: "_drafts/" (Jekyll), "drafts/"."""

_NUMBERED = re.compile(r"index\d+|page-?\d+")
"""Further pages of a list: "index2.html" (Pelican), "page2/", "page-2.html"."""

_PATH_SAFE = "/:@!$&'()*+,;="
"""What a path keeps without an escape: what RFC 3986 (3.3) allows there beside letters. ``%`` is
not among it, for the path is escaped after its own escapes were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """A built page: ``path`` below the site's folder, ``tree`` as `lxml` parsed it.

    ``canonical`` is the address that the page claims for itself, else empty.
    """

    path: str
    tree: Any
    canonical: str = ""


def read_built_page(path: str, body: bytes) -> BuiltPage | None:
    """Return the page, ``None`` where there is none in the file.

    Raises `TooLargeError` for a page that is beyond the limits.
    """
    try:
        tree = parse_page(decode(body), path)
    except TooLargeError:
        raise
    except ReadingError:
        return None
    # XPath 1.0 cannot fold case; these are the letters of the word
    links = tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    claims = [*links, *tree.xpath("//meta[@property='og:url']/@content")]
    canonical = next((claim.strip() for claim in claims if claim.strip()), "")
    return BuiltPage(path=path, tree=tree, canonical=canonical)


def make_page_address(site: str, path: str) -> str:
    """Return where a page is served: below ``site`` (with a closing slash), no ``index.html``."""
    folder, _, name = path.rpartition("/")
    short = (f"{folder}/" if folder else "") if name in ("index.html", "index.htm") else path
    return site + quote(short)


def find_site_address(page: BuiltPage) -> str:
    """Return the address of the site by what the page claims for itself, or nothing.

    It is in ASCII, as it goes into the feed; a host that is none gives no address.
    """
    claimed = urlsplit(page.canonical)
    if claimed.scheme not in ("http", "https") or not claimed.netloc:
        return ""
    path = unquote(claimed.path) or "/"
    # longest first: a home page's empty name fits every address that ends in a slash
    for name in _list_names(page.path):
        if path == f"/{name}" or path.endswith(f"/{name}"):
            base = quote(path[: len(path) - len(name)], safe=_PATH_SAFE)
            return clean_url(claimed._replace(path=base, query="", fragment="").geturl()) or ""
    return ""


def _list_names(path: str) -> list[str]:
    """Return all ways to name a page below its site, the longest first."""
    short = re.sub(r"(^|/)index\.html?$", r"\1", path)
    names = {path, short, short.removesuffix("/"), re.sub(r"\.html?$", "", path)}
    return sorted(names, key=lambda name: (-len(name), name))


def explain_rejection(page: BuiltPage, site: str) -> str:
    """Say in words why a page is no article; nothing if it is one. ``site`` is its address."""
    claimed = claims_to_be_article(page.tree)
    return (
        _judge_claims(page, site)
        or _judge_place(PurePosixPath(page.path), claimed=claimed)
        or judge_shape(page.tree, make_page_address(site, page.path), site)
    )


def _judge_claims(page: BuiltPage, site: str) -> str:
    """Say why a page is no article by what it says of itself: copies, redirections, noindex."""
    metas = {
        (meta.get("http-equiv") or meta.get("name") or "").lower(): meta.get("content") or ""
        for meta in page.tree.iter("meta")
    }
    if metas.get("generator", "").startswith("audiopress"):
        return "a page of an edition"
    # without an address a refresh only loads the same page again
    if "url" in metas.get("refresh", "").lower():
        return "only leads to another page"
    if re.search(r"\b(noindex|none)\b", metas.get("robots", ""), re.IGNORECASE):
        return "asks not to be found (noindex)"
    original = _find_original(page, site)
    return f"a copy of {original}" if original else ""


def _find_original(page: BuiltPage, site: str) -> str:
    """Return the page that this one says it is a copy of, if that is on the site and not home."""
    claimed, home = urlsplit(page.canonical), urlsplit(site)
    if not page.canonical or _read_host(page.canonical) != _read_host(site):
        return ""
    path, base = unquote(claimed.path) or "/", unquote(home.path)
    if path.rstrip("/") == base.rstrip("/"):
        return ""
    # some templates claim pages with, some without their ending: all names are the page's own
    return "" if path in {base + name for name in _list_names(page.path)} else page.canonical


def _read_host(address: str) -> str:
    """Return host and port in the one spelling in which they are compared."""
    return urlsplit(clean_url(address) or address).netloc.lower()


def _judge_place(path: PurePosixPath, *, claimed: bool) -> str:
    """Judge a page by its path; what it claims to be counts before what a folder is called."""
    folders = [part.lower() for part in path.parts[:-1]]
    stem = path.stem.lower()
    # "story/index.html" is called by its folder
    name = folders[-1] if stem == "index" and folders else stem
    numbered = stem == "index" and folders[-2:-1] == ["page"] and name.isdigit()
    if not folders and stem == "index":
        return "the home page"
    if any(_DRAFT.fullmatch(part) for part in folders):
        return "a draft, by its place"
    if _ERROR.fullmatch(name):
        return "an error page"
    if numbered or _NUMBERED.fullmatch(name):
        return "a further page of a list"
    return "" if claimed else _judge_names((*folders, stem), name)


def _judge_names(parts: Sequence[str], name: str) -> str:
    """Say why a page is no article by the names of its folders, and its own."""
    if found := next((part for part in parts if _LISTS.fullmatch(part)), ""):
        return f"a list, by its place ({found})"
    return f"no story, by its name ({name})" if _NO_STORY.fullmatch(name) else ""
