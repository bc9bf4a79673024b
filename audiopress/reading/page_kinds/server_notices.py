"""Notices of a server in an article's place: an error, maintenance, a login, a check for robots.

They come as "200 OK", and the first page of a site has none before it to be compared with. None of
them says that it is an article, has a date, or is long; and it says what such pages say in its
headline or its first lines, or nothing at all of what its address or its list calls it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audiopress.reading.page_kinds.server_words import HEADLINES, SENTENCES
from audiopress.text.sentence_ends import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Article, SourceFacts

__all__ = ["explain_notice"]

_LONGEST = 120
"""Words of a notice's own sentences at most: those on cookies and robots have a hundred."""

_MOSTLY_LINKED = 0.5
"""Share of a block's characters in links from which it is no sentence of the notice."""

_FIRST = 3
"""Sentences in which a notice says what it is: the name of the site may be its headline."""

_PARTS = re.compile(r"\s[|\u2013\u2014\u00b7\u00bb-]\s")
"""What parts a headline from the name of its site, in the title of a page without any other."""

_LETTERS = 4
"""Letters of a word that tells what an article is about, at the least."""

_STEM = 5
"""Letters by which a word is the same in another form."""

_WORDS = 3
"""Such words of an address or a title, at the least, for that the page has none of them to tell."""

_HEX = re.compile("[a-f]+")
"""Letters of a number by which a site knows a page."""

_NAME = re.compile(r"[^\W\d_]+")
"""A word of letters."""


def explain_notice(article: Article, facts: SourceFacts | None) -> str:
    """Say in words why a page is a notice of its server; nothing where it is none."""
    if article.claims == "article" or article.published or article.listing:
        return ""
    said = _list_sentences(article)
    if sum(len(text.split()) for text in said) > _LONGEST:
        return ""
    heads = [block.text for block in article.blocks if block.kind == "heading"]
    heads = heads or [article.title, *_PARTS.split(article.title)]
    if found := _find_notice(heads, said):
        return f'it says "{found}", and nothing that an article would'
    # Whoever names a page by itself may have it as it is called.
    called = (facts.title or _read_name(article.uri)) if facts else ""
    if called and _tells_nothing(called, [*heads, *said]):
        return f'it has no word of "{called}", and does not say that it is an article'
    return ""


def _list_sentences(article: Article) -> list[str]:
    return [
        block.text
        for block in article.blocks
        if block.kind != "heading" and block.links < _MOSTLY_LINKED
        if SENTENCE_END.search(block.text)
    ]


def _find_notice(heads: Iterable[str], said: list[str]) -> str:
    """Return the headline or the sentence that only a server's notice has."""
    for head in heads:
        if HEADLINES.fullmatch(head.strip(" .!…?")):
            return head
    return next((text for text in said[:_FIRST] if SENTENCES.search(text)), "")


def _read_name(uri: str) -> str:
    """Return the words of an address's last part, nothing for those of files."""
    if "://" not in uri:
        return ""
    last = unquote(urlsplit(uri).path).rstrip("/").rpartition("/")[2]
    return " ".join(_NAME.findall(last.rpartition(".")[0] or last))


def _tells_nothing(called: str, texts: Iterable[str]) -> bool:
    """Whether a page has no word of what it is called, although both are in one script."""
    words = _NAME.findall(_fold(called))
    named = {word[:_STEM] for word in words if len(word) >= _LETTERS and not _HEX.fullmatch(word)}
    whole = _fold(" ".join(texts))
    # an address in Latin letters says nothing of a text in others
    same_script = any(mark in whole for mark in "aeiou") or not called.isascii()
    return len(named) >= _WORDS and same_script and not any(stem in whole for stem in named)


def _fold(text: str) -> str:
    """Return a text in small letters without accents, as addresses write it."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
