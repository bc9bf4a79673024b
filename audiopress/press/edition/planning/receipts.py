"""Receipts: what an article's files were made from, so that an unchanged article costs nothing.

They lie in the cache: without one an article is bound again, into the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audiopress.press.steps.plan import PastUtterance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from audiopress.press.edition.planning.order import Order
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.store.cache import Cache

__all__ = [
    "ArticleReceipt",
    "find_receipt",
    "forget_heard",
    "forget_receipt",
    "keep_receipt",
    "list_receipts",
    "recall_utterances",
]

_KIND = "receipt"
"""The kind of record in the cache; another name would forget what every article was made from."""


class ArticleReceipt(msgspec.Struct):
    """What an article's files were made from, and what they are.

    ``inputs`` is as an `Order` has it, ``key`` the version's, ``files`` have their sizes in bytes,
    ``past`` the fields of a `PastUtterance` each, ``recipe`` that of the version (0.1.0 wrote
    none). ``heard`` are keys of speech and of its frames, of this version and those before it, so
    that all of them can be removed. Of a version that is held ``stands`` and ``stands_past`` are
    key and past of the one that is published meanwhile. The names of the fields are those in the
    cache.
    """

    inputs: str
    key: str
    files: list[tuple[str, int]]
    past: list[tuple[str, str, str, str, str]]
    recipe: str = ""
    heard: list[tuple[str, str]] = []
    stands: str = ""
    stands_past: list[tuple[str, str, str, str, str]] = []

    def list_segments(self) -> set[str]:
        """Return the keys of the speech in the last version, and in the one that stands."""
        return {key for _, _, _, key, _ in (*self.past, *self.stands_past)}

    def find_past(self, key: str) -> list[tuple[str, str, str, str, str]] | None:
        """Return what a version says, ``None`` where that is not known of it."""
        if self.key == key:
            return self.past
        return self.stands_past if self.stands == key else None


def find_receipt(cache: Cache, article_id: str) -> ArticleReceipt | None:
    """Return the receipt of the article's last binding, if the cache has one that is whole."""
    return cache.find_record(_KIND, article_id, ArticleReceipt)


def forget_receipt(cache: Cache, article_id: str) -> None:
    """Let the article be bound again by the next build: into the same bytes, where all is well."""
    cache.remove_record(_KIND, article_id)


def forget_heard(cache: Cache, article_id: str, gone: set[tuple[str, str]]) -> None:
    """Let the receipt of an article name this speech, and its frames, no more."""
    receipt = find_receipt(cache, article_id)
    if receipt is not None and gone:
        receipt.heard = [pair for pair in receipt.heard if pair not in gone]
        cache.put_record(_KIND, article_id, msgspec.to_builtins(receipt))


def recall_utterances(cache: Cache, article_id: str) -> tuple[PastUtterance, ...]:
    """Return what the last build said of the article, for the reasons of a plan."""
    receipt = find_receipt(cache, article_id)
    return tuple(
        PastUtterance(source=source, spoken=spoken, voice=voice, key=key, kernel=kernel)
        for source, spoken, voice, key, kernel in (receipt.past if receipt else ())
    )


def list_receipts(cache: Cache) -> Iterator[tuple[str, ArticleReceipt]]:
    """Yield the article's id and the receipt of all that the cache has, of whatever edition."""
    return cache.list_records(_KIND, ArticleReceipt)


def keep_receipt(  # noqa: PLR0913 - what was bound, of what, and what stands beside it
    cache: Cache,
    order: Order,
    key: str,
    files: Mapping[str, int],
    ready: Mapping[str, ReadySegment],
    *,
    stands: str = "",
) -> None:
    """Keep the receipt of the version ``key`` with the sizes of its ``files``, pages and all.

    ``ready`` are its segments by their keys, ``stands`` is the key of the version that is published
    while this one is held.
    """
    before = find_receipt(cache, order.id)
    stands_past = before.find_past(stands) if before and stands else None
    # Also takes that were not chosen: they say what the article says, and go with it.
    heard = [(key, one.frames.key) for key, one in ready.items()]
    past = [
        (said.source, said.spoken, said.voice, item.key, item.kernel)
        for item in order.passages
        for said in (item.utterance,)
    ]
    # Sizes and no digests: to look whether a thousand articles are whole is a `stat` a file.
    receipt = ArticleReceipt(
        inputs=order.inputs,
        key=key,
        files=list(files.items()),
        past=past,
        recipe=order.recipe,
        heard=sorted({*heard, *(before.heard if before else ())}),
        stands=stands if stands_past else "",
        stands_past=stands_past or [],
    )
    cache.put_record(_KIND, order.id, msgspec.to_builtins(receipt))
