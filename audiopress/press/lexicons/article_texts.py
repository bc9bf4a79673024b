"""What the articles of an edition say, as far as it can be known without fetching or reading them.

Of the ledger and of files of text among the sources. A document of an office program or an address
that was never built is not looked into, and then nobody may say that no article has a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.identity import is_address
from audiopress.model import Document
from audiopress.press.lexicons.folded_text import FoldedText
from audiopress.reading.formats.front_matter import split_front_matter
from audiopress.reading.metadata.page_language import read_language_tag
from audiopress.sources.files import FileSource
from audiopress.sources.lists.kinds import COLLECTIONS
from audiopress.store.ledger import Ledger
from audiopress.text.decode import decode
from audiopress.text.language import contradict_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audiopress.model import Refused
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["ArticleTexts", "read_article_texts"]

_MOST_FILES = 1_000
"""Files of the sources that are looked into: some seconds. A lexicon is mended between builds."""

_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
"""Matches a mark of HTML that may stand within a word."""

_UNSPOKEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
"""Matches what a page has for the browser alone."""

_TAG = re.compile(r"<[^<>]*>")
"""Matches any other mark of HTML."""

_PAGE_LANGUAGE = re.compile(r"<html\b[^<>]*?\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
"""Matches the language that a page says it is in."""

_QUOTED = re.compile(r"^[ \t]*>[ \t>]*", re.MULTILINE)
"""Matches the mark of a quotation of Markdown, which stands before each of its lines."""

_MARKS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|!?\[|\](?:\([^()\n]*\))?")
"""Matches Markdown's marks of emphasis and of links, with their addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTexts:
    """What articles say; ``whole`` where there is no article that was not looked into."""

    texts: tuple[FoldedText, ...] = ()
    whole: bool = True


def read_article_texts(settings: Settings) -> ArticleTexts:
    """Return the texts of what is published and of what lies among the sources; fetches nothing."""
    records = [each for each in Ledger(settings.ledger).load_all() if _is_published(each)]
    texts = [_fold_record(each) for each in records]
    names = [*settings.sources, *(name for name, _ in settings.selected)]
    known = {uri for each in records for uri in (each.id, *each.aliases)}
    # What an address had when it was last built is in the ledger.
    built = {each.versions[-1].source for each in records}
    whole = all(name in built or name in known for name in names if is_address(name))
    documents = list(islice(_fetch_files(settings, names), _MOST_FILES + 1))
    for document in documents[:_MOST_FILES]:
        text = _fold_document(document, settings)
        if text:
            texts.append(text)
        elif document.uri not in known:
            whole = False
    return ArticleTexts(texts=tuple(texts), whole=whole and len(documents) <= _MOST_FILES)


def _is_published(record: Record) -> bool:
    return record.state == "live" and bool(record.versions) and not record.joined


def _fold_record(record: Record) -> FoldedText:
    version = record.versions[-1]
    # A version that was made anew with its own words has another key than its text.
    texts = [text for text in record.texts if text.key == version.key] or record.texts[-1:]
    lines = (line for text in texts for line in text.lines)
    return FoldedText.fold("\n\n".join(lines), version.language)


def _fetch_files(settings: Settings, names: Iterable[str]) -> Iterator[Document | Refused]:
    source = FileSource(settings.root, output=settings.output, untrusted=settings.untrusted)
    return (found for name in names if not is_address(name) for found in source.fetch(name))


def _fold_document(document: Document | Refused, settings: Settings) -> FoldedText | None:
    """Return the text of a file as it is written, or nothing for one that is no file of text."""
    if not isinstance(document, Document) or document.media_type in COLLECTIONS:
        return None
    if not document.media_type.startswith("text/"):
        return None
    text = decode(document.body, document.charset)
    if document.media_type == "text/html":
        return _fold_page(text, settings)
    try:
        front, body = split_front_matter(text, document.uri)
    except ReadingError:  # the build tells what is wrong with it
        return None
    language = settings.reading.language or front.language or _guess_language(body, settings)
    written = _MARKS.sub("", _QUOTED.sub("", body))
    title = front.title or ""
    return FoldedText.fold(f"{title}\n\n{_drop_tags(written)}", language)


def _fold_page(text: str, settings: Settings) -> FoldedText:
    claim = _PAGE_LANGUAGE.search(text)
    claimed = read_language_tag(claim[1]) if claim else ""
    said = _drop_tags(text)
    # Templates in one language hold stories in another.
    found = contradict_language(said, claimed) or claimed if claimed else ""
    language = settings.reading.language or found or _guess_language(said, settings)
    return FoldedText.fold(said, language)


def _guess_language(text: str, settings: Settings) -> str:
    return guess_language(text, settings.show.language.partition("-")[0] or "en")


def _drop_tags(text: str) -> str:
    return unescape(_TAG.sub(" ", _INLINE.sub("", _UNSPOKEN.sub(" ", text))))
