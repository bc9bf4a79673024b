"""Which of a site's built pages are articles, whatever generator built them.

A page is judged by what it says of itself, by its place, and by its shape: one that is a row of
headings which lead elsewhere, or mostly links, or hardly any text, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import etree

from audiopress.errors import ReadingError
from audiopress.reading.html.elements import HEADING_LIKE, UNSEEN
from audiopress.reading.html.page_tree import parse_page
from audiopress.reading.metadata.page_metadata import claims_to_be_article
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "BuiltPage",
    "explain_rejection",
    "find_site_address",
    "make_page_address",
    "read_built_page",
]

_ASIDE = frozenset(("nav", "aside", "footer", "form", *UNSEEN))
_LISTS = re.compile(
    "tags?|topics?|category|categories|archives?|authors?|labels?|taxonomy|search|"
    "genindex|(py-)?modindex|sitemap|feeds?"
)
_NO_STORY = re.compile(
    "about(-us)?|contact|imprint|impressum|legal|privacy(-policy)?|cookies|terms(-of-service)?|"
    "accessibility|subscribe|thanks"
)
_ERROR = re.compile(r"[345]\d\d|error|not-?found")
_DRAFT = re.compile("_?drafts?|preview")
_NUMBERED = re.compile(r"index\d+|page-?\d+")
_SHORTEST = 250
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """A built page: ``path`` below the site's folder, ``canonical`` what it claims, else empty."""

    path: str
    tree: Any
    canonical: str = ""


def read_built_page(path: str, body: bytes) -> BuiltPage | None:
    """Return the page, ``None`` where there is none in the file."""
    try:
        tree = parse_page(decode(body), path)
    except ReadingError:
        return None
    told = tree.xpath("//link[translate(@rel,'CANOIL','canoil')='canonical']/@href")
    told = [*told, *tree.xpath("//meta[@property='og:url']/@content")]
    return BuiltPage(
        path=path, tree=tree, canonical=next((t.strip() for t in told if t.strip()), "")
    )


def make_page_address(site: str, path: str) -> str:
    """Return where a page is served: below ``site`` (with a closing slash), no ``index.html``."""
    folder, _, name = path.rpartition("/")
    short = (f"{folder}/" if folder else "") if name in ("index.html", "index.htm") else path
    return site + quote(short)


def find_site_address(page: BuiltPage) -> str:
    """Return the address of the site by what the page claims for itself, or nothing."""
    claimed = urlsplit(page.canonical)
    if claimed.scheme not in ("http", "https") or not claimed.netloc:
        return ""
    path = unquote(claimed.path) or "/"
    for name in _names(page.path):
        if path == f"/{name}" or path.endswith(f"/{name}"):
            return claimed._replace(
                path=path[: len(path) - len(name)], query="", fragment=""
            ).geturl()
    return ""


def _names(path: str) -> list[str]:
    """All ways to name a page below its site, the longest first."""
    short = re.sub(r"(^|/)index\.html?$", r"\1", path)
    names = {path, short, short.removesuffix("/"), re.sub(r"\.html?$", "", path)}
    return sorted(names, key=lambda name: (-len(name), name))


def explain_rejection(page: BuiltPage, site: str) -> str:
    """Say in words why a page is no article; nothing if it is one. ``site`` is its address."""
    told = claims_to_be_article(page.tree)
    return (
        _says_so(page, site)
        or _by_place(PurePosixPath(page.path), told=told)
        or _by_shape(page, site)
    )


def _says_so(page: BuiltPage, site: str) -> str:
    told = {
        (meta.get("http-equiv") or meta.get("name") or "").lower(): meta.get("content") or ""
        for meta in page.tree.iter("meta")
    }
    if told.get("generator", "").startswith("audiopress"):
        return "a page of an edition"
    if "url" in told.get("refresh", "").lower():
        return "only leads to another page"
    if re.search(r"\b(noindex|none)\b", told.get("robots", ""), re.IGNORECASE):
        return "asks not to be found (noindex)"
    copied = _copied(page, site)
    return f"a copy of {copied}" if copied else ""


def _copied(page: BuiltPage, site: str) -> str:
    """Return the page that this one says it is a copy of, if that is on the site and not home."""
    claimed, home = urlsplit(page.canonical), urlsplit(site)
    if not page.canonical or claimed.netloc.lower() != home.netloc.lower():
        return ""
    path = unquote(claimed.path) or "/"
    if path.rstrip("/") == home.path.rstrip("/"):
        return ""
    return "" if path in {home.path + name for name in _names(page.path)} else page.canonical


def _by_place(path: PurePosixPath, *, told: bool) -> str:
    """Judge a page by its path; what it claims to be counts before what a folder is called."""
    folders = [part.lower() for part in path.parts[:-1]]
    stem = path.stem.lower()
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
    return "" if told else _by_name((*folders, stem), name)


def _by_name(parts: Sequence[str], name: str) -> str:
    if found := next((part for part in parts if _LISTS.fullmatch(part)), ""):
        return f"a list, by its place ({found})"
    return f"no story, by its name ({name})" if _NO_STORY.fullmatch(name) else ""


@dataclass(slots=True)
class _Shape:
    """Letters of a page's main part; ``above`` those before the first heading that leads away."""

    text: int = 0
    linked: int = 0
    above: int = 0
    leading: int = 0


def _by_shape(page: BuiltPage, site: str) -> str:
    shape = _shape(page, site)
    free = shape.text - shape.linked
    if shape.leading > 1 and shape.above <= free * _MOSTLY:
        return f"a list: {shape.leading} of its headings lead to other pages"
    if shape.linked > shape.text * _MOSTLY:
        return "a list: most of its text is links"
    return f"too short: {free} letters" if free < _SHORTEST else ""


def _shape(page: BuiltPage, site: str) -> _Shape:
    here = make_page_address(site, page.path)
    own = {urlsplit(here).path, urlsplit(site).path}
    shape = _Shape()
    for text, heading, link in _pieces(_main(page.tree)):
        size = len("".join(text.split()))
        leads = link is not None and not _own(urljoin(here, link), own)
        if heading and leads and size:
            shape.leading += 1
            shape.above = shape.above if shape.leading > 1 else shape.text - shape.linked
        shape.text += size
        shape.linked += size if leads else 0
    return shape


def _own(address: str, own: set[str]) -> bool:
    return urlsplit(address).path in own


def _main(tree: Any) -> Any:
    mains = tree.xpath("//main | //*[@role='main']")
    return mains[0] if len(mains) == 1 else tree.find("body")


def _pieces(root: Any) -> Iterator[tuple[str, bool, str | None]]:
    """Yield the text that is seen, whether it stands in a heading, and where it links to."""
    heading, links = 0, [None]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (not isinstance(element.tag, str) or _aside(element, root)):
            walk.skip_subtree()
            continue
        seen = isinstance(element.tag, str) and not _aside(element, root)
        if event == "start":
            heading += element.tag in HEADING_LIKE
            if element.tag == "a" and element.get("href"):
                links.append(element.get("href"))
            yield element.text or "", heading > 0, links[-1]
            continue
        if seen:
            heading -= element.tag in HEADING_LIKE
            if element.tag == "a" and element.get("href"):
                links.pop()
        if element is not root:
            yield element.tail or "", heading > 0, links[-1]


def _aside(element: Any, root: Any) -> bool:
    return element is not root and element.tag in _ASIDE
