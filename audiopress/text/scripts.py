"""The language that the script of a text tells, however short it is: kana is Japanese."""

from __future__ import annotations

import unicodedata
from collections import Counter

__all__ = ["guess_by_script"]

_SCRIPTS = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KANNADA": "Knda",
    "KATAKANA": "Jpan",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MYANMAR": "Mymr",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}
"""Scripts (ISO 15924) by the first word of their letters' names in Unicode."""

_WRITTEN_WITH = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Jpan", "Hani"), "Kore": ("Hang",)}
"""What a language is written with whose script is a mixture of several, or a form of one."""

_TWO_SCRIPTS = frozenset(("az", "bs", "kk", "mn", "sr", "tg", "tk", "tt", "uz"))
"""Languages that are written in Latin and in Cyrillic letters."""

_WEIGHTS = {"Hani": 3, "Jpan": 3, "Hang": 2}
"""Letters of an alphabet that one sign of these stands for: a word has few of them."""

_JAPANESE = 0.1
"""Share of kana from which a text with Han in it is Japanese: less is a name in a Chinese one."""


def guess_by_script(text: str, usual: str) -> str:
    """Return the language of most letters of a text: ``usual`` if that is written so, else "".

    For a script that is not Latin it is otherwise the language that most people write in it.
    """
    script = _find_script(text)
    if not script or _is_written_in(usual, script):
        return usual
    return "" if script == "Latn" else _find_likely(f"und_{script}")[0]


def _find_script(text: str) -> str:
    """Return the script of most letters, or nothing of a text without any that is known."""
    shares: Counter[str] = Counter()
    for letter, count in Counter(filter(str.isalpha, text)).items():
        script = _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
        shares[script] += count * _WEIGHTS.get(script, 1)
    del shares[""]
    signs = shares["Hani"] + shares["Jpan"]
    if shares["Jpan"] > _JAPANESE * signs:
        shares["Jpan"], shares["Hani"] = signs, 0
    return next((script for script, share in shares.most_common(1) if share), "")


def _is_written_in(tag: str, script: str) -> bool:
    language = tag.partition("-")[0].lower()
    if script in ("Latn", "Cyrl") and language in _TWO_SCRIPTS:
        return True
    own = _find_likely(language)[1]
    return script in _WRITTEN_WITH.get(own, (own,))


def _find_likely(tag: str) -> tuple[str, str]:
    """Return the language and the script that Unicode's tables find the likeliest for a tag."""
    from babel.core import get_global  # noqa: PLC0415 - few texts do not say their language

    parts = str(get_global("likely_subtags").get(tag, "")).split("_")
    return (parts[0], parts[1]) if len(parts) > 1 else ("", "")
