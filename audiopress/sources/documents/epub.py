"""Books (.epub): a chapter an article, cut as the book's own table of contents has them."""

from __future__ import annotations

import copy
import re
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml import html as lxml_html

from audiopress.errors import AudiopressError, SourceError
from audiopress.model import Document, OtherFile, Refused, SourceFacts
from audiopress.model.media_types import WHOLE_PAGE
from audiopress.sources.documents.book import Book, BookEntry, open_book
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import decode
from audiopress.text.zip_parts import ZipParts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["read_chapters"]

_PART_WORDS = 60
"""Words of the page of a part ("Book One", a motto) above its chapters; more are a chapter of its
own."""

_CHAPTER_WORDS = 1_000
"""Words from which pieces of one file are chapters, on average: some seven minutes. Sections of
handbooks have some hundreds."""

_FEWEST = 20
"""Words of the shortest chapter: a page with less is a title, a motto or a picture."""

_NO_CHAPTER = re.compile(
    r"(?:(?:front |back )?cover(?: page)?|(?:half[- ]?)?title(?:[- ]?page)?|(?:table of )?contents|"
    r"copyright(?:[- ]?page| notice)?|imprint|colophon|index|bibliography|list of \w+|landmarks|"
    r"also by .{1,60}|"
    r"umschlag|titelseite|titelblatt|inhalt(?:sverzeichnis)?|impressum|"
    r"couverture|page de titre|table des matières|sommaire|mentions légales|"
    r"cubierta|portada|índice|créditos|copertina|frontespizio|indice|colofon|inhoud)",
    re.IGNORECASE,
)
"""What a page of a book is called that is no chapter, in its table of contents."""

_KINDS = {
    "bibliography": "the list of a book's sources",
    "colophon": "a book's colophon",
    "copyright-page": "a book's copyright page",
    "cover": "a book's cover",
    "halftitlepage": "a book's title page",
    "index": "a book's index",
    "landmarks": "a book's table of contents",
    "loi": "a book's table of contents",
    "lot": "a book's table of contents",
    "titlepage": "a book's title page",
    "title-page": "a book's title page",
    "toc": "a book's table of contents",
}
"""What books call their pages that are no chapters (EPUB's structural semantics, its guide), and
what is said of them."""

_RIGHTS = re.compile(r"©|\bcopyright\b.{0,20}\d{4}", re.IGNORECASE | re.DOTALL)
"""What a page of few words says that is a book's title or copyright page, whatever its name."""

_BARE = re.compile(
    r"(?:(?:chapter|kapitel|chapitre|capítulo|capitolo|hoofdstuk|part|book|section|no\.?)\s*)?"
    r"(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[.:]?",
    re.IGNORECASE,
)
"""The title of a chapter that has only a number: of which book, must be said."""


_parse: Any = lxml_html.document_fromstring
_write: Any = lxml_html.tostring
"""The parser of HTML and its opposite, which have no types."""


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a chapter begins: the file's place in the book, an element's id in it, its title."""

    place: int
    anchor: str
    title: str


def read_chapters(document: Document) -> Iterator[Document | Refused | OtherFile]:
    """Yield the chapters of a book, and what of it is none; a broken book is `Refused`."""
    try:
        book = open_book(ZipParts(document.body, document.uri), document.uri)
        yield from _ChapterCutter(book, document).cut()
    except AudiopressError as error:
        where = error.where or document.uri
        refusal = SourceError(error.message, where=where, hint=error.hint)
        yield Refused(uri=document.uri, error=refusal)


class _ChapterCutter:
    """Cuts one book into chapters."""

    def __init__(self, book: Book, document: Document) -> None:
        self._book, self._document = book, document
        self._places = {name: place for place, name in enumerate(book.files)}
        self._pages = [_parse_page(book.parts.read(name)) for name in book.files]

    def cut(self) -> Iterator[Document | OtherFile]:
        """Yield the chapters in their order, and what is none with the reason."""
        starts = self._list_starts()
        taken = 0
        for at, start in enumerate(starts):
            following = starts[at + 1] if at + 1 < len(starts) else None
            bodies = self._cut_between(start, following)
            words = _count_words(bodies)
            name = self._name(start)
            if reason := self._explain(start, bodies, words):
                yield OtherFile(uri=name, reason=reason)
                continue
            taken += 1
            yield self._make_document(name, start, bodies)
        if not taken:
            raise SourceError(
                "this book has no chapter with a text in it",
                where=self._document.uri,
                hint="a book of pictures has none: open it in a reader of books",
            )

    # -- where chapters begin ------------------------------------------------------------------

    def _list_starts(self) -> list[_Start]:
        """Return where each part of the book begins, what stands before the first one included."""
        found: dict[tuple[int, str], _Start] = {}
        for start in self._list_named(self._book.contents):
            found.setdefault((start.place, start.anchor), start)
        named = [start for start in found.values() if self._has_anchor(start)]
        first = min(named, key=self._rank, default=_Start(len(self._pages), "", ""))
        # files in front of all chapters, or of a book without a table of contents, one by one; and
        # what stands in the first one's file above it
        lone = [_Start(place, "", "") for place in range(first.place + bool(first.anchor))]
        starts = sorted((*lone, *named), key=self._rank)
        return [start for start in starts if start not in lone or self._has_text(start, first)]

    def _has_text(self, start: _Start, first: _Start) -> bool:
        """Whether something is said in a file in front of all chapters, up to the first one."""
        return start.place < first.place or bool(_count_words(self._cut_between(start, first)))

    def _list_named(self, entries: Sequence[BookEntry]) -> Iterator[_Start]:
        files = Counter(entry.file for entry in entries)
        for entry in entries:
            place = self._places.get(entry.file)
            inner = list(self._list_named(entry.inner))
            if place is None:
                yield from inner
                continue
            start = _Start(place, entry.anchor, entry.title)
            yield start
            whole = files[entry.file] == 1 and not entry.anchor
            if inner and not (whole and self._has_sections(start, inner)):
                yield from inner if self._is_part(start, inner[0]) else ()

    def _has_sections(self, start: _Start, inner: Sequence[_Start]) -> bool:
        """Whether the entries below one are sections of it: in its file, and too short to stand."""
        if any(each.place != start.place for each in inner):
            return False
        return _count_words([self._pages[start.place]]) < _CHAPTER_WORDS * len(inner)

    def _is_part(self, start: _Start, inner: _Start) -> bool:
        """Whether what stands before the first of the entries below one is but its title."""
        if self._rank(inner) <= self._rank(start):
            return False
        return _count_words(self._cut_between(start, inner)) <= _PART_WORDS

    def _has_anchor(self, start: _Start) -> bool:
        return not start.anchor or self._find_anchor(start) is not None

    def _find_anchor(self, start: _Start) -> Any:
        for element in self._pages[start.place].iter("*"):
            if start.anchor in (element.get("id"), element.get("name")):
                return element
        return None

    def _rank(self, start: _Start) -> tuple[int, int]:
        if not start.anchor:
            return start.place, -1
        for number, element in enumerate(self._pages[start.place].iter("*")):
            if start.anchor in (element.get("id"), element.get("name")):
                return start.place, number
        return start.place, -1

    # -- what is in them -----------------------------------------------------------------------

    def _cut_between(self, start: _Start, following: _Start | None) -> list[Any]:
        """Return copies of the bodies from one place of the book to another."""
        last = len(self._pages) - 1
        if following is not None:
            last = following.place if following.anchor else following.place - 1
        bodies = []
        for place in range(start.place, max(start.place, last) + 1):
            begin = start.anchor if place == start.place else ""
            end = following.anchor if following is not None and place == following.place else ""
            bodies.append(_cut_page(self._pages[place], begin, end))
        return [body for body in bodies if body is not None]

    def _explain(self, start: _Start, bodies: list[Any], words: int) -> str:
        """Return why a piece of the book is no chapter, or nothing."""
        said = {kind for body in bodies[:1] for kind in _list_kinds(body)}
        said |= (
            {self._book.kinds.get(self._book.files[start.place], "")} if not start.anchor else set()
        )
        for kind in sorted(said & set(_KINDS)):
            return _KINDS[kind]
        title, book = make_comparable(start.title), make_comparable(self._book.title)
        if words <= _PART_WORDS and title and title == book:
            return _KINDS["titlepage"]
        if words <= _PART_WORDS and any(_RIGHTS.search(body.text_content()) for body in bodies):
            return _KINDS["copyright-page"]
        if _NO_CHAPTER.fullmatch(start.title.strip(" .:")):
            return f'no chapter, by its title "{start.title.strip()}"'
        return f"a page of a book with less than {_FEWEST} words" if words < _FEWEST else ""

    def _name(self, start: _Start) -> str:
        """Return what a chapter is known by: the book's own id, and where in it it begins."""
        anchor = f"#{start.anchor}" if start.anchor else ""
        known = self._book.identifier or self._document.uri
        return f"epub:{known}#{self._book.files[start.place]}{anchor}"

    def _make_document(self, name: str, start: _Start, bodies: list[Any]) -> Document:
        book = self._book
        title = start.title or _find_heading(bodies)
        if book.title and (not title or _BARE.fullmatch(title.strip())):
            title = f"{book.title}, {title}" if title else book.title
        facts = SourceFacts(
            title=title,
            byline=book.author,
            language=book.language,
            section=book.title,
            listed_in=self._document.uri,
            text_from="feed",
            why="a chapter of a book",
        )
        return replace(
            self._document,
            uri=name,
            asked="",
            media_type=WHOLE_PAGE,
            body=_write_page(title, book, bodies).encode(),
            charset="utf-8",
            outside=self._document.outside and not book.identifier,
            facts=facts,
        )


def _count_words(bodies: Sequence[Any]) -> int:
    return sum(len(" ".join(body.itertext()).split()) for body in bodies)


def _parse_page(body: bytes) -> Any:
    """Return the body of a file of a book, empty where there is none."""
    text = re.sub(r"\A\s*<\?xml\b[^>]*\?>", "", decode(body, None))
    try:
        page = _parse(text or "<html><body></body></html>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        page = _parse("<html><body></body></html>")
    found = page.find("body")
    return page if found is None else found


def _cut_page(body: Any, begin: str, end: str) -> Any:
    """Return a copy of a body from one element to before another; ``None`` if none is left."""
    page = copy.deepcopy(body)
    first, last = _find_id(page, begin), _find_id(page, end)
    if last is not None:
        _drop_from(last, page)
    if first is not None and any(above is page for above in first.iterancestors()):
        _drop_before(first, page)
    return page


def _find_id(page: Any, name: str) -> Any:
    if not name:
        return None
    found = (each for each in page.iter("*") if name in (each.get("id"), each.get("name")))
    return next(found, None)


def _drop_from(element: Any, page: Any) -> None:
    """Remove an element and all that follows it."""
    around = element
    while around is not page and around is not None:
        for sibling in list(around.itersiblings()):
            sibling.getparent().remove(sibling)
        above = around.getparent()
        around.tail = None
        around = above
    _remove(element)


def _drop_before(element: Any, page: Any) -> None:
    """Remove all that stands before an element."""
    around = element
    while around is not page and around is not None:
        above = around.getparent()
        if above is not None:
            above.text = None
            for sibling in list(around.itersiblings(preceding=True)):
                above.remove(sibling)
        around = above


def _remove(element: Any) -> None:
    above = element.getparent()
    if above is not None:
        element.tail = None
        above.remove(element)


def _list_kinds(body: Any) -> Iterator[str]:
    """Yield what a page is called in its markup: the body, or the one element that holds it all."""
    for element in (body, *body[:1], *(each for child in body[:1] for each in child[:1])):
        if isinstance(element.tag, str):
            names = f"{element.get('epub:type') or ''} {element.get('role') or ''}"
            yield from (name.removeprefix("doc-") for name in names.split())


def _find_heading(bodies: list[Any]) -> str:
    for body in bodies:
        for heading in body.iter("h1", "h2", "h3"):
            if text := " ".join(heading.text_content().split()):
                return str(text)
    return ""


def _write_page(title: str, book: Book, bodies: list[Any]) -> str:
    inner = "\n".join(
        # the body of a page becomes a section of the chapter's
        f"<section>{escape(body.text or '', quote=False)}"
        + "".join(_write(each, encoding="unicode") for each in body)
        + "</section>"
        for body in bodies
    )
    metas = (("name", "author", book.author), ("property", "article:published_time", book.date))
    head = "".join(
        f'<meta {kind}="{name}" content="{escape(said)}">' for kind, name, said in metas if said
    )
    headline = "" if _shows(title, bodies) else f"<h1>{escape(title)}</h1>"
    tongue = f' lang="{escape(book.language)}"' if book.language else ""
    return (
        f'<!DOCTYPE html><html{tongue}><head><meta property="og:title" content="{escape(title)}">'
        f"{head}</head><body>{headline}{inner}</body></html>"
    )


def _shows(title: str, bodies: list[Any]) -> bool:
    """Whether a heading of the chapter says its title."""
    wanted = make_comparable(title)
    headings = (each for body in bodies for each in body.iter("h1", "h2", "h3"))
    return any(make_comparable(each.text_content()) == wanted for each in headings)
