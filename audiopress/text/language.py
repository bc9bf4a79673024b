"""The language of a text that does not say it: by common words, then by py3langid."""

from __future__ import annotations

import contextlib
import re
import sys
import threading
from typing import TYPE_CHECKING

from audiopress.text.english_variety import guess_english_variety
from audiopress.text.scripts import guess_by_script

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "COMMON_LANGUAGES",
    "contradict_language",
    "guess_language",
    "without_language_identifier",
]

_LOADING = threading.RLock()
"""Held while `py3langid` is imported or kept from being imported: both change `sys.modules`.

Reentrant, since an import within `without_language_identifier` may ask for a language.
"""

_COMMON_WORDS = {
    "en": frozenset(
        (
            "the",
            "of",
            "and",
            "to",
            "in",
            "that",
            "is",
            "was",
            "for",
            "it",
            "with",
            "as",
            "on",
            "by",
            "be",
            "at",
            "this",
            "from",
            "have",
            "are",
            "not",
            "which",
        )
    ),
    "de": frozenset(
        (
            "der",
            "die",
            "und",
            "das",
            "den",
            "von",
            "zu",
            "mit",
            "sich",
            "des",
            "auf",
            "für",
            "ist",
            "im",
            "dem",
            "nicht",
            "ein",
            "eine",
            "als",
            "auch",
        )
    ),
    "fr": frozenset(
        (
            "le",
            "la",
            "les",
            "des",
            "et",
            "en",
            "un",
            "une",
            "du",
            "que",
            "dans",
            "est",
            "pour",
            "qui",
            "par",
            "sur",
            "au",
            "pas",
            "plus",
            "ce",
            "avec",
        )
    ),
    "es": frozenset(
        (
            "de",
            "la",
            "que",
            "el",
            "en",
            "y",
            "los",
            "del",
            "las",
            "por",
            "un",
            "con",
            "una",
            "para",
            "su",
            "al",
            "es",
            "lo",
            "como",
            "más",
            "pero",
            "se",
        )
    ),
}
"""Words that stand in any running text: .14 to .31 of the words of an English story are among
these (median .22, on 390 pages), and at most .04 among those of another of the four."""

COMMON_LANGUAGES = frozenset(_COMMON_WORDS)
"""Languages that are told by their words alone, without an identifier."""

_SAMPLE = 6000
"""Characters of a text that are looked at: a thousand words, in which the shares are steady."""

_CLEAR = 0.12
"""Share of common words from which on a language is taken for granted. Nearly all stories in one
of the four have more, most texts in others less; a short one in Portuguese may still pass for
Spanish, with which it shares "de", "que" and "para"."""

_ENOUGH_WORDS = 40
"""Words from which on a text may contradict its page; a list of names is as long as a notice."""

_RELATED = tuple(
    map(
        frozenset,
        (
            ("an", "ast", "ca", "es", "gl", "it", "oc", "pt"),
            ("da", "fo", "is", "nb", "nn", "no", "sv"),
            ("cs", "pl", "sk", "sl"),
            ("bs", "hr", "mk", "sh", "sl", "sr"),
            ("id", "jv", "ms", "su"),
            ("be", "bg", "mk", "ru", "uk"),
            ("af", "fy", "lb", "li", "nds", "nl"),
            ("de", "gsw", "lb", "nds"),
            ("hi", "mr", "ne"),
            ("ca", "fr", "oc", "wa"),
            ("fil", "tl", "ceb"),
            ("ga", "gd", "gv"),
            ("ar", "fa", "ps", "ug", "ur"),
            ("az", "tr", "tk"),
            ("et", "fi"),
            ("yue", "zh"),
            ("ht", "fr"),
        ),
    )
)
"""Languages that an identifier takes for one another: between these a page is believed."""

_FEWEST_WORDS = 20
"""Words below which no identifier is asked: it would guess from a headline, and load for it."""

_FEWEST_LETTERS = 40
"""Letters from which an identifier is asked which of the languages in one script a text is in."""

_SHARED_SCRIPTS = ("ar", "hi", "ru")
"""The likeliest languages in scripts that many others are written in too, as Ukrainian is."""

_FEWEST_ENGLISH = 3
"""Different common words by which a short text is English in a show in Italian or Dutch."""


def guess_language(text: str, usual: str = "en") -> str:
    """Return ``en-GB``, ``en-US``, ``de`` ... for a text; ``usual`` where it is too short to tell.

    What is written in another script than ``usual`` is never in that language, however short.
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    share = {
        language: sum(word in common for word in words) / max(1, len(words))
        for language, common in _COMMON_WORDS.items()
    }
    # with no common word at all the first is taken, which is English
    best = max(share, key=lambda language: share[language])
    if len(words) < _FEWEST_WORDS:
        if not share[best] or _is_by_chance(best, words, usual):
            best = _judge_script(sample, usual) or best
    elif share[best] < _CLEAR:
        best = _identify_language(sample)
    return guess_english_variety(sample) if best == "en" else best


def _judge_script(sample: str, usual: str) -> str:
    """Return the language of a short text in another script than ``usual``, else ``usual``."""
    likely = guess_by_script(sample, usual)
    if likely == usual or likely not in _SHARED_SCRIPTS or len(sample) < _FEWEST_LETTERS:
        return likely
    # only one that is written so
    return guess_by_script(sample, _identify_language(sample))


def _is_by_chance(language: str, words: list[str], usual: str) -> bool:
    """Whether a few words of a language may be those of another, which has no list of its own."""
    # "la" and "un" are Italian too, "de" and "en" Dutch
    if usual.partition("-")[0].lower() in _COMMON_WORDS:
        return False
    return language != "en" or len(_COMMON_WORDS["en"] & set(words)) < _FEWEST_ENGLISH


def contradict_language(text: str, claimed: str) -> str:
    """Return the language that a text is in beyond doubt if it is not the claimed one, else "".

    ``claimed`` is a tag. A short text contradicts nothing but by its script, nor does one that is
    in two languages, or in one that is easily taken for the claimed one.
    """
    base = claimed.partition("-")[0].lower()
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    if base in _COMMON_WORDS:
        common = _COMMON_WORDS[base]
        # nearly all texts end here, before anything is loaded
        if sum(word in common for word in words) >= _CLEAR * len(words):
            return ""
    # languages without spaces have few words, each a sentence
    if len(words) < _ENOUGH_WORDS and len(sample) < _ENOUGH_WORDS * len("letters"):
        # but no text in Cyrillic is in English, however short
        found_script = guess_by_script(sample, base) if base in _COMMON_WORDS else ""
        return found_script if found_script != base else ""
    half = len(sample) // 2
    found = {_identify_language(part) for part in (sample[:half], sample[half:])}
    if len(found) > 1 or base in found:
        return ""
    (language,) = found
    related = any({base, language} <= group for group in _RELATED)
    return "" if related or not _is_likely(language, words) else language


def _is_likely(language: str, words: list[str]) -> bool:
    """Whether a language that is told by its words has some of them in a text."""
    common = _COMMON_WORDS.get(language)
    return common is None or sum(word in common for word in words) >= _CLEAR * len(words)


@contextlib.contextmanager
def without_language_identifier() -> Iterator[None]:
    """Import what would load the identifier of languages, and numpy with it, but can do without.

    An import of what stands as ``None`` among the modules fails, and nothing is searched for. What
    was imported so stays without it in this process: trafilatura no longer filters by language.
    """
    with _LOADING:
        # an identifier that is loaded already is put back for those who ask for it
        kept = sys.modules.get("py3langid")
        sys.modules["py3langid"] = None  # type: ignore[assignment]
        try:
            yield
        finally:
            sys.modules.pop("py3langid", None)
            if kept is not None:
                sys.modules["py3langid"] = kept


def _identify_language(text: str) -> str:
    with _LOADING:
        from py3langid.langid import classify  # noqa: PLC0415 - half a second, rarely needed

    language, _score = classify(text)  # type: ignore[no-untyped-call]
    return str(language)
