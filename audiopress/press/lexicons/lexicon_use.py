"""Which words of a lexicon the published articles have, and how they spell those that they lack.

A lexicon says a word as it is written. "Ciaran" is not "Ciarán": the entry is kept, nothing is
wrong with it, and nobody hears it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from contextlib import suppress
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.identity import is_address
from audiopress.model import Document
from audiopress.sources.files import FileSource
from audiopress.speaking.lexicon import Lexicon, parse_pls
from audiopress.store.ledger import Ledger
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import LexiconEntry

__all__ = ["find_spelling", "list_unused", "read_lines"]

_JOINTS = re.compile(r"[\s\-\u2010-\u2015\u00ad'\u2018\u2019\u02bc\u00b4`.]+")
"""Matches what stands between the parts of a name and is typed in more than one way."""

_TAG = re.compile(r"<[^<>]*>")
"""Matches a mark of HTML."""

_MOST_FILES = 1_000
"""Files of the sources that are looked into: some seconds. A lexicon is mended between builds."""

_JOINT = r"[\s\-\u2010-\u2015\u00ad'\u2018\u2019\u02bc\u00b4`.]*"
"""The same as a pattern has it between two letters, where there may be none."""


def read_lines(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return what is published and what lies among the sources, each piece with its language.

    Of the ledger and of files of text, so that nothing is fetched; empty where there is neither.
    """
    return (*_read_published(settings), *_read_files(settings))


def _read_published(settings: Settings) -> Iterator[tuple[str, str]]:
    for record in Ledger(settings.ledger).load_all():
        if record.state != "live" or not record.versions or record.joined:
            continue
        version = record.versions[-1]
        # A version that was made anew with its own words has another key than its text.
        texts = [text for text in record.texts if text.key == version.key] or record.texts[-1:]
        yield from ((line, version.language) for text in texts for line in text.lines)


def _read_files(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the texts of the sources as they are written, without marks of HTML."""
    source = FileSource(settings.root, output=settings.output, untrusted=settings.untrusted)
    paths = [each for each in settings.sources if not is_address(each)]
    documents = (found for path in paths for found in source.fetch(path))
    for document in islice(documents, _MOST_FILES):
        if isinstance(document, Document) and document.media_type.startswith("text/"):
            text = decode(document.body, document.charset)
            yield unescape(_TAG.sub(" ", text)), settings.show.language


def find_spelling(word: str, lines: Iterable[tuple[str, str]]) -> str:
    """Return how the paragraphs write a word that none has as it is, the commonest first.

    Empty where one has it, and where none has anything like it: it may differ in accents, in
    capitals, and in what joins its parts.
    """
    texts = [unicodedata.normalize("NFC", line) for line, _ in lines]
    if any(_has(word, text) for text in texts):
        return ""
    letters = [re.escape(each) for each in _fold(word)]
    if not letters:
        return ""
    pattern = re.compile(rf"(?<!\w){_JOINT.join(letters)}(?!\w)")
    found: Counter[str] = Counter()
    for text in texts:
        plain = _strip(text)
        found.update(text[match.start() : match.end()] for match in pattern.finditer(plain))
    return found.most_common(1)[0][0] if found else ""


def list_unused(
    lexicons: Sequence[tuple[str, bytes]], lines: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Return the words of lexicons, by name and bytes, that no paragraph of their language has.

    None where there is no paragraph, and none of a lexicon that cannot be read.
    """
    found: dict[str, bool] = {}
    for name, body in lexicons if lines else ():
        with suppress(ConfigError):
            for entry in parse_pls(body, name, []).entries:
                found[entry.grapheme] = found.get(entry.grapheme, False) or _is_used(entry, lines)
    return tuple(word for word, used in found.items() if not used)


def _is_used(entry: LexiconEntry, lines: Sequence[tuple[str, str]]) -> bool:
    one = Lexicon(entries=(entry,))
    patterns = {tongue: one.select_words(tongue).pattern for tongue in {each for _, each in lines}}
    return any(
        pattern.search(unicodedata.normalize("NFC", line))
        for line, tongue in lines
        if (pattern := patterns[tongue]) is not None
    )


def _has(word: str, text: str) -> bool:
    whole = re.escape(unicodedata.normalize("NFC", " ".join(word.split())))
    # A plural is said by the entry too (`audiopress.speaking.lexicon`).
    return bool(re.search(rf"(?<!\w){whole}(?:['\u2019]?s)?(?!\w)", text))


def _fold(word: str) -> str:
    """Return the bare letters of a word."""
    return _JOINTS.sub("", _strip(unicodedata.normalize("NFC", word)))


def _strip(text: str) -> str:
    """Return small letters without accents, one for each character of a composed text."""
    return "".join(_strip_one(each) for each in text)


def _strip_one(character: str) -> str:
    bare = unicodedata.normalize("NFD", character)[0].lower()
    return bare if len(bare) == 1 else character
