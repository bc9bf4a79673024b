"""What a pronunciation would change of what is published: before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.press.steps.lexicons import merge_lexicons, read_own_files, read_shipped_files
from audiopress.speaking.lexicon import parse_pls
from audiopress.speaking.lexicon_editing import add_word
from audiopress.speaking.normalize import normalize_text
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon
    from audiopress.store.ledger import Record

__all__ = ["ChangedParagraph", "list_changed_paragraphs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedParagraph:
    """A published paragraph that would be said in another way: of which article, and its source.

    ``version`` is the number of the one that is published.
    """

    article_id: str
    slug: str
    title: str
    source: str
    version: int = 1


def list_changed_paragraphs(
    settings: Settings, word: str, say: str, language: str
) -> tuple[ChangedParagraph, ...]:
    """Return the published paragraphs that a build would say anew if ``word`` were said so.

    Asks the texts in the ledger, so nothing is fetched; the newest article comes first. Raises
    `ConfigError` for a broken lexicon and for what cannot be said.
    """
    now = merge_lexicons((*read_shipped_files(), *read_own_files(settings)))
    tried = add_word(b"", word, say, language=language, where="--say")
    then = now.merge(parse_pls(tried, "--say"))
    records = sorted(
        (each for each in Ledger(settings.ledger).load_all() if _is_published(each)),
        key=lambda each: each.published,
        reverse=True,
    )
    return tuple(
        ChangedParagraph(
            article_id=each.id,
            slug=each.slug,
            title=each.title,
            source=line,
            version=len(each.versions),
        )
        for each in records
        for line in _list_lines(each, word)
        if _say(line, each, now) != _say(line, each, then)
    )


def _is_published(record: Record) -> bool:
    return record.state == "live" and bool(record.versions) and not record.joined


def _list_lines(record: Record, word: str) -> Iterator[str]:
    """Yield the paragraphs of what is published that may have the word: all others are as before.

    By its first letters, for a lexicon says plurals and both forms of an accent too.
    """
    key = record.versions[-1].key
    start = word.split(maxsplit=1)[0][:2].casefold()
    # A version that was made anew with its own words has another key than its text.
    texts = [text for text in record.texts if text.key == key] or record.texts[-1:]
    for text in texts:
        yield from (line for line in text.lines if start in line.casefold())


def _say(line: str, record: Record, lexicon: Lexicon) -> str:
    language = record.versions[-1].language
    return normalize_text(line, language, lexicon.select_words(language)).text
