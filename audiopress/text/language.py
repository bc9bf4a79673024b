"""The language of a text that does not say it: by common words, then by py3langid."""

from __future__ import annotations

import contextlib
import re
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["guess_language", "without_language_identifier"]

_LOADING = threading.RLock()
_COMMON = {
    "en": "the of and to in that is was for it with as on by be at this from have are not which",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les des et en un une du que dans est pour qui par sur au pas plus ce avec",
    "es": "de la que el en y los del las por un con una para su al es lo como más pero se",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_STEMS = (
    r"(?:organ|recogn|real|special|critic|apolog|emphas|minim|maxim|priorit|author|final|legal|"
    r"modern|privat|stabil|mobil|character|hospital|normal|custom|util|memor|terror|general)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_BRITISH = re.compile(
    rf"£|\b\w{{4,}}isation\b|\b{_STEMS}is(?:e|ed|es|ing)\b"
    r"|\b(?:colour|favour|labour|honour|behaviour|neighbour|harbour|rumour)\w*"
    r"|\bper cent\b|\b(?:defence|centre|theatre|licence|programme|travell\w+|whilst|mum|tyres?|"
    r"jewellery|grey|\w*metres?|\w*litres?)\b|\b(?:Mr|Mrs|Dr) [A-Z]|\d\.\d\d[ap]m\b"
    rf"|\b\d{{1,2}} {_MONTH}\b"
)
_AMERICAN = re.compile(
    rf"\b\w{{4,}}ization\b|\b{_STEMS}iz(?:e|ed|es|ing)\b"
    r"|\b(?:color|favor|labor|honor|behavior|neighbor|harbor|rumor)\w*"
    r"|\b(?:defense|center|theater|travel(?:ed|ing)|mom|jewelry|gray|percent|\w*(?<!para)meters|\w*liters?)\b"
    r"|\b(?:Mr|Mrs|Dr)\. [A-Z]|U\.S\.|\d [ap]\.m\.|\$\d+\.\d\d\b"
    rf"|\b{_MONTH} \d{{1,2}}\b(?!:)"
)
_SAMPLE = 6000
_CLEAR = 0.12


def guess_language(text: str) -> str:
    """Return ``en-GB``, ``en-US``, ``de`` ... for a text; English where it is too short to tell."""
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    if not words:
        return "en"
    share = {
        language: sum(word in common for word in words) / len(words)
        for language, common in _WORDS.items()
    }
    best = max(share, key=lambda language: share[language])
    if share[best] < _CLEAR and len(words) >= 20:  # noqa: PLR2004 - fewer say nothing
        best = _identify(sample)
    return guess_english_variety(sample) if best == "en" else best


def guess_english_variety(text: str) -> str:
    """British or American by spelling, plain English where nothing tells."""
    british, american = len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))
    if british == american:
        return "en"
    return "en-GB" if british > american else "en-US"


@contextlib.contextmanager
def without_language_identifier() -> Iterator[None]:
    """Import what would load the identifier of languages, and numpy with it, but can do without.

    An import of what stands as ``None`` among the modules fails, and nothing is searched for. What
    was imported so stays without it in this process: trafilatura no longer filters by language.
    """
    with _LOADING:
        kept = sys.modules.get("py3langid")
        sys.modules["py3langid"] = None  # type: ignore[assignment]
        try:
            yield
        finally:
            sys.modules.pop("py3langid", None)
            if kept is not None:
                sys.modules["py3langid"] = kept


def _identify(text: str) -> str:
    with _LOADING:
        from py3langid.langid import classify  # noqa: PLC0415 - half a second, rarely needed

    language, _score = classify(text)  # type: ignore[no-untyped-call]
    return str(language)
