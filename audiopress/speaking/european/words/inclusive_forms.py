"""Words that are written for men and women at once: "étudiant·e·s", "élu(e)s", "Wähler*innen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    import re

__all__ = ["say_inclusive_forms"]

_ENDINGS = "euse|t?rice|i?ve|[eè]re|esse|ale|elle|oute|t?te|l?le|n?ne|se|e"
"""Endings of the feminine, as they are written behind the masculine."""

_FRENCH = compile_late(
    r"\b(?P<man>[^\W\d_]{2,})"
    rf"(?:[·•⋅‧](?P<a>{_ENDINGS})(?:[·•⋅‧]?(?P<as>s))?"
    # A full stop alone could be that of an address.
    rf"|\.(?P<b>{_ENDINGS})\.(?P<bs>s)|\.(?P<d>e)"
    rf"|\((?P<c>{_ENDINGS})(?P<cin>s)?\)(?P<cs>s)?)(?![\w·•⋅‧])"
)
"""Matches a word and the ending of its feminine: a dot above the line or on it, or brackets."""

_SWAPPED = (
    ("teur", "rice", "trice"),
    ("teur", "trice", "trice"),
    ("eur", "euse", "euse"),
    ("eur", "se", "euse"),
    ("eux", "euse", "euse"),
    ("x", "se", "se"),
    ("eur", "esse", "esse"),
    ("if", "ive", "ive"),
    ("if", "ve", "ive"),
    ("er", "ère", "ère"),
    ("er", "ere", "ère"),
    ("al", "ale", "ale"),
    ("eau", "elle", "elle"),
    ("il", "elle", "elle"),
    ("ous", "te", "oute"),
    ("ous", "oute", "oute"),
)
"""What of the masculine its feminine has in place, by the ending that is written."""

_SOUNDS_ALIKE = ("a", "i", "l", "r", "u", "y", "é")
"""Last letters behind which a feminine's mute e changes no sound: "élu", "national", "auteur"."""

_GERMAN = compile_late(
    r"(?<=[a-zäöüß])(?:[*:_·•](?P<a>innen|in\b)|/-?(?P<b>innen)|/-(?P<c>in\b)"
    r"|\((?P<d>in|innen)\)|(?P<e>Innen))(?![A-ZÄÖÜ])"
)
"""Matches "*in", ":innen", "_in", "/-innen", "(innen)", "Innen" within a word."""


def say_inclusive_forms(text: str, language: str) -> str:
    """Return ``text`` with both words in French, and the pause that German speakers make.

    French has no sound for the mark, and speakers say the masculine and the feminine; where both
    sound alike, the feminine. In German a short stop is spoken: a hyphen makes it.
    """
    if language == "fr":
        return _FRENCH.sub(_say_both, text)
    return _GERMAN.sub(_say_stop, text) if language == "de" else text


def _say_both(match: re.Match[str]) -> str:
    man = match["man"]
    ending = match["a"] or match["b"] or match["c"] or match["d"]
    many = "s" if match["as"] or match["bs"] or match["cs"] or match["cin"] else ""
    woman = _make_feminine(man, ending) + many
    men = _make_plural(man) if many else man
    if ending == "e" and man.endswith(_SOUNDS_ALIKE) and men in (man, man + many):
        return woman
    return f"{men} {'et' if many else 'ou'} {woman}"


def _make_plural(man: str) -> str:
    if man.endswith("al"):
        return man.removesuffix("al") + "aux"
    if man.endswith("eau"):
        return man + "x"
    return man if man.endswith(("s", "x")) else man + "s"


def _make_feminine(man: str, ending: str) -> str:
    for masculine, written, feminine in _SWAPPED:
        if ending == written and man.endswith(masculine):
            return man.removesuffix(masculine) + feminine
    return man + ending


def _say_stop(match: re.Match[str]) -> str:
    ending: str = next(filter(None, match.groups()))
    return f"-{ending.lower()}"
