"""The language of a text that does not say it: by common words, then by py3langid."""

from __future__ import annotations

import contextlib
import re
import sys
import threading
from typing import TYPE_CHECKING

from audiopress.text.common_words import COMMON_WORDS
from audiopress.text.english_variety import guess_english_variety
from audiopress.text.scripts import guess_by_script

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "COMMON_LANGUAGES",
    "choose_language",
    "contradict_language",
    "doubt_language",
    "guess_language",
    "without_language_identifier",
]

_LOADING = threading.RLock()
"""Held while `py3langid` is imported or kept from being imported: both change `sys.modules`.

Reentrant, since an import within `without_language_identifier` may ask for a language.
"""

COMMON_LANGUAGES = frozenset(COMMON_WORDS)
"""Languages that are told by their words alone, without an identifier."""

_SAMPLE = 6000
"""Characters of a text that are looked at: a thousand words, in which the shares are steady."""

_CLEAR = 0.12
"""Share of common words from which on a language is taken for granted. Nearly all stories in one
of the four have more, most texts in others less; a short one in Portuguese may still pass for
Spanish, with which it shares "de", "que" and "para"."""

_ENOUGH_WORDS = 40
"""Words from which on a text may contradict its page; a list of names is as long as a notice."""

_FEWEST_DOUBTED = 5
"""Words from which a text is doubted at all: two may be a name, "La Paz"."""

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

_FEWEST_DIFFERENT = 3
"""Different common words of one of two languages by which a text is in that one."""

_TWICE = 2
"""How many times as many of a text's words must be common in the one of two languages: French and
Spanish share some."""

_LEAST_MARGIN = 6.0
"""Difference of two languages' logarithms of likelihood from which one is preferred: a name of a
club in another country makes 4, a short sentence 15 and more ("Tout va bien."), and a slogan of
three words 7 ("Je suis Charlie")."""

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
        for language, common in COMMON_WORDS.items()
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
    if usual.partition("-")[0].lower() in COMMON_WORDS:
        return False
    return language != "en" or len(COMMON_WORDS["en"] & set(words)) < _FEWEST_ENGLISH


def contradict_language(text: str, claimed: str) -> str:
    """Return the language that a text is in beyond doubt if it is not the claimed one, else "".

    ``claimed`` is a tag. A short text contradicts nothing but by its script, nor does one that is
    in two languages, or in one that is easily taken for the claimed one.
    """
    base = claimed.partition("-")[0].lower()
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    if base in COMMON_WORDS:
        common = COMMON_WORDS[base]
        # nearly all texts end here, before anything is loaded
        if sum(word in common for word in words) >= _CLEAR * len(words):
            return ""
    # languages without spaces have few words, each a sentence
    if len(words) < _ENOUGH_WORDS and len(sample) < _ENOUGH_WORDS * len("letters"):
        # but no text in Cyrillic is in English, however short
        found_script = guess_by_script(sample, base) if base in COMMON_WORDS else ""
        return found_script if found_script != base else ""
    half = len(sample) // 2
    found = {_identify_language(part) for part in (sample[:half], sample[half:])}
    if len(found) > 1 or base in found:
        return ""
    (language,) = found
    related = any({base, language} <= group for group in _RELATED)
    return "" if related or not _is_likely(language, words) else language


def doubt_language(text: str, claimed: str) -> str:
    """Return the language that a text is most likely in if it is not the claimed one, else "".

    Less sure than `contradict_language`: enough for a note, and not to go by. A few words of the
    same script are never doubted.
    """
    base = claimed.partition("-")[0].lower()
    other = contradict_language(text, claimed) or guess_language(text, base).partition("-")[0]
    short = len(text.split()) < _FEWEST_DOUBTED and guess_by_script(text, base) == base
    return "" if short or other == base or choose_language(text, other, base) != other else other


def choose_language(text: str, one: str, other: str) -> str:
    """Return which of two languages a text is in, or "" where it is too short to tell.

    Both are languages without a region, and the one that is returned is as it was given.
    """
    sample = text[:_SAMPLE]
    written = [tag for tag in (one, other) if guess_by_script(sample, tag) == tag]
    if len(written) == 1:
        return written[0]
    return _choose_by_words(sample, one, other) or _choose_by_likelihood(sample, one, other)


def _choose_by_words(sample: str, one: str, other: str) -> str:
    """Return which of two languages a text's common words are of, or nothing."""
    words = re.findall(r"[^\W\d_]+", sample.casefold())
    for tag, against in ((one, other), (other, one)):
        if tag not in COMMON_WORDS or against not in COMMON_WORDS:
            return ""
        said = [word for word in words if word in COMMON_WORDS[tag]]
        rivals = sum(word in COMMON_WORDS[against] for word in words)
        enough = len(set(said)) >= _FEWEST_DIFFERENT and len(said) >= _CLEAR * len(words)
        if enough and len(said) >= _TWICE * rivals:
            return tag
    return ""


def _choose_by_likelihood(sample: str, one: str, other: str) -> str:
    """Return the likelier of two languages where it is much likelier, or nothing."""
    if not any(map(str.isalpha, sample)):
        return ""
    scores = _rank_languages(sample)
    if one not in scores or other not in scores:
        return ""
    margin = scores[one] - scores[other]
    if abs(margin) < _LEAST_MARGIN:
        return ""
    return one if margin > 0 else other


def _is_likely(language: str, words: list[str]) -> bool:
    """Whether a language that is told by its words has some of them in a text."""
    common = COMMON_WORDS.get(language)
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


def _rank_languages(text: str) -> dict[str, float]:
    """Return the logarithm of each language's likelihood."""
    with _LOADING:
        from py3langid.langid import rank  # noqa: PLC0415 - half a second, rarely needed

    return {str(tag): float(score) for tag, score in rank(text)}  # type: ignore[no-untyped-call]
