"""Who publishes a page, and whether a text names them: an offer of theirs is no part of a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlparse

from audiopress.reading.cleaning.block_features import make_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Block

__all__ = ["find_publisher_names", "names_publisher"]

_CAPITALISED = re.compile(r"\b[A-Z][\w-]{4,}")
"""A capitalised word that is long enough to be a name by itself: "Bridgeways", not "The"."""

_SHORTEST_NAME = 4
"""Letters of the shortest host that is taken for a name: shorter ones ("bbc", "cnn") stand within
many a word."""

_FEW_BLOCKS = 3
"""Blocks that may use a word of the name: what more of them use is what the article is about."""

_FEW_OF = 20
"""On long pages one block in so many may use it."""

_PART_OF_NAME = 0.3
"""Share of the name's letters that a word needs to stand for it: "Ways" says nothing."""


def find_publisher_names(blocks: Sequence[Block], uri: str) -> frozenset[str]:
    """Return what the publisher of a page is called, made comparable; nothing if that is unsure.

    That is the longest label of the host, and capitalised words of the text that are part of it
    and that few blocks use: a word that many use is the subject, whatever the host is called.
    """
    name = _read_host_name(uri)
    if not name:
        return frozenset()
    used: dict[str, int] = {}
    for block in blocks:
        for word in set(_find_capitalised(block.text)):
            used[word] = used.get(word, 0) + 1
    few = max(_FEW_BLOCKS, len(blocks) // _FEW_OF)
    rare = (word for word in used if used[word] <= few and len(word) >= _PART_OF_NAME * len(name))
    return frozenset({name, *(word for word in rare if word in name)})


def names_publisher(text: str, names: frozenset[str]) -> bool:
    """Whether a text names the publisher: in full, or by a capitalised word of the name."""
    full = max(names, key=len, default="")
    if not full:
        return False
    # In full it is known in any spelling; a part must have its capital, or "ways" would do.
    return full in make_comparable(text) or not names.isdisjoint(_find_capitalised(text))


def _read_host_name(uri: str) -> str:
    # "www.news.bridgeways.example": the longest label, without the last, is mostly the name.
    labels = (urlparse(uri).hostname or "").split(".")[:-1]
    longest = max((label for label in labels if label != "www"), key=len, default="")
    name = make_comparable(longest)
    return name if len(name) >= _SHORTEST_NAME else ""


def _find_capitalised(text: str) -> Iterator[str]:
    return (make_comparable(found) for found in _CAPITALISED.findall(text))
