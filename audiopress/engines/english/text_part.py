"""hibari's text part, put together as its own ``G2P`` does, from tables that are read faster.

The package reads its lexicons and the tagger's weights with `json`, which takes two thirds of a
second: most of what there is to wait for before the first word. msgspec takes a third of that, and
of 80,000 lists of weights a page needs a few thousand: each is read when it is asked for.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import hibari
import msgspec
from hibari.g2p import G2P
from hibari.g2p.lexicon import Lexicon
from hibari.g2p.tagger import Tagger
from hibari.g2p.tokenize import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["load_text_part", "read_words"]

T = TypeVar("T")

_ASSETS = Path(hibari.__file__).parent / "assets"
"""Where the package has its tables."""

_Pronunciations = dict[str, str | dict[str, str | None]]
"""Words with their phonemes, or with phonemes by part of speech."""


class _TaggerTable(msgspec.Struct):
    """What the tagger's file holds, weights as they are written there."""

    tagdict: dict[str, str]
    tags: list[str]
    vocab: list[str]
    weights: dict[str, msgspec.Raw]


class _Weights:
    """The weights of features by tag, each read from its JSON when it is asked for first."""

    def __init__(self, written: Mapping[str, msgspec.Raw]) -> None:
        self._written = written
        self._read: dict[str, dict[str, float]] = {}
        self._decoder = msgspec.json.Decoder(dict[str, float])

    def get(self, feature: str) -> dict[str, float] | None:
        """Return the weights of a feature, ``None`` where there are none."""
        found = self._read.get(feature)
        if found is None and (written := self._written.get(feature)) is not None:
            found = self._read[feature] = self._decoder.decode(written)
        return found


def load_text_part(*, british: bool, say_unknown: Callable[[str], str]) -> G2P:
    """Return the text part of a variety; words that no lexicon has are said by ``say_unknown``."""
    # Its `__init__` reads what is read here; the version is pinned, and a test compares the two.
    made = G2P.__new__(G2P)
    accent = "gb" if british else "us"
    gold, silver = (
        _read_table(f"lexicon_{accent}_{kind}.json.gz", _Pronunciations)
        for kind in ("gold", "silver")
    )
    made.lexicon = Lexicon(gold, silver, british)
    made.tokenizer = Tokenizer(
        msgspec.json.decode((_ASSETS / "tokenizer_exceptions.json").read_bytes())
    )
    made.tagger = _make_tagger(_read_table("tagger.json.gz", _TaggerTable))
    made._oov = say_unknown  # noqa: SLF001 - what its argument `oov` sets
    made.unk, made.british = "", british
    return made


def read_words() -> frozenset[str]:
    """Return all words that the lexicons of both varieties have."""
    names = [f"lexicon_{accent}_{kind}" for accent in ("gb", "us") for kind in ("gold", "silver")]
    return frozenset().union(*(_read_table(f"{name}.json.gz", _Pronunciations) for name in names))


def _read_table(name: str, kind: type[T]) -> T:
    return msgspec.json.decode(gzip.decompress((_ASSETS / name).read_bytes()), type=kind)


def _make_tagger(table: _TaggerTable) -> Tagger:
    return Tagger(
        {
            "tagdict": table.tagdict,
            "tags": table.tags,
            "vocab": table.vocab,
            "weights": _Weights(table.weights),
        }
    )
