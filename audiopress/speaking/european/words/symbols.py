"""What is no word, in six languages: addresses, handles, signs, fractions.

The rules are the same, the words are the language's own (`symbol_words.py`).
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.speaking.emoji import EMOJI, split_hashtag
from audiopress.speaking.european.words.symbol_words import WORDS, SymbolWords

__all__ = ["say_symbols"]

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,12}"
"""Matches a host: labels of letters, figures and hyphens, then a domain of letters."""

_ENDS = (
    r"(?:com|org|net|edu|gov|info|eu|uk|us|de|at|ch|fr|be|es|it|pt|br|nl|lu|mx|ar|cl|co|tv|io|news"
    r"|online)"
)
"""Domains by which an address is told without "www": those of our languages, and common ones."""

_EMAIL = re.compile(rf"(?<![\w@])[A-Za-z0-9][\w.+-]*@{_HOST}")
"""Matches "name@example.org", not the handle of "@name"."""

_ADDRESS = re.compile(
    rf"(?:\bhttps?://(?:www\.)?|\bwww\.)(?P<host>{_HOST})(?::\d+)?"
    r"(?P<path>/(?:[\w./%?=&#~+-]*[\w/])?)?"
    rf"|(?<![\w@.])(?P<bare>(?:[A-Za-z0-9-]+\.)+{_ENDS})(?![\w-]|\.\w)(?P<more>/(?:[\w./-]*\w/?)?)?"
)
"""Matches an address with "https" or "www", or one that is told by its domain: "lemonde.fr"."""

_HANDLE = re.compile(r"(?<![\w.])@(?=\w)")
"""Matches the sign in front of a name."""

_TAG = re.compile(r"(?<![\w&])#(?P<tag>[^\W\d]\w*)")
"""Matches a hashtag; "#1" is a number, "&#39;" a character."""

_LONGEST_PATH = 24
"""Characters of a path that anybody would read out; a longer one is left unsaid."""

_NOTHING = re.compile(
    rf"\s?{EMOJI}|\s?[™®©℠]"
    r"|(?<=[\w.,;!?”\"’»)])\[(?:\d{1,3}|[a-z])\](?=\W|$)|(?<!\w)\*+(?=\w)"
)
"""Matches what is not said: emoji, trade marks, marks of footnotes, stars in front of a word."""

_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]*)\]")
"""Matches square brackets, of which only what is inside is said: "[sic]"."""

_PER = re.compile(r"(?<=[€$£%])\s?/\s?(?=[A-Za-zÀ-ÿ])")
"""Matches the slash of a price: "5 €/kg"."""

_BY = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d)")
"""Matches the sign between two sides: "4x4"."""

_CODE = re.compile(r"\b(?!CO2)(?P<head>[A-Za-z]{1,10})-?(?P<number>\d{1,4})\b(?![.,:]\d|[A-Za-z])")
"""Matches letters and figures together, between which a pause is heard: "A320", "Covid-19"."""

_GENERATION = re.compile(r"\b(?P<number>\d)(?P<letter>[GKD])\b")
"""Matches "5G", "4K", "3D"."""

_HALVES = re.compile(r"(?:(?P<whole>\d+)\s?)?(?P<sign>[½¼¾⅓⅔])")
"""Matches a fraction that is one sign, with the whole number before it."""

_SQUARE = re.compile(r"(?<![\w.,])(?<!\d )(?P<unit>k?m)²")
"""Matches square meters without a number: "(m²)"."""

_DASH = re.compile(r"\s*(?:—|―|--+)\s*|\s+[–-]\s+(?!\d)")
"""Matches a dash in a sentence, which is a pause; not the minus of " - 5"."""


def say_symbols(text: str, language: str) -> str:
    """Return ``text`` with its marks in words of ``language``; figures stay as they are."""
    words = WORDS[language]
    # A mail's host is an address too, and its "@" would be a handle's: it comes first.
    text = _EMAIL.sub(lambda match: _spell(match[0], words), text)
    text = _ADDRESS.sub(lambda match: _say_address(match, words), text)
    text = _HANDLE.sub(f"{words.at} ", text)
    # Behind addresses, whose "#" is the mark of a place in a page.
    text = _TAG.sub(lambda match: f"hashtag {split_hashtag(match['tag'])}", text)
    # A footnote goes with its figure, so before brackets lose only their marks.
    text = _BRACKETS.sub(r"\g<inside>", _NOTHING.sub("", text))
    # Behind a figure German fractions stay as they are, for they are one word: "zweieinhalb".
    text = _HALVES.sub(lambda match: _say_half(match, words), text)
    text = _GENERATION.sub(r"\g<number> \g<letter>", text)
    text = _CODE.sub(r"\g<head> \g<number>", text)
    text = _BY.sub(f" {words.times} ", _PER.sub(f" {words.per} ", text))
    text = _DASH.sub(", ", text)
    text = _SQUARE.sub(lambda match: words.square[match["unit"] == "km"], text)
    for pattern, word in _list_signs(language):
        text = pattern.sub(word, text)
    return text


_STOPPAGE_TIME = re.compile(r"(?:(?<=\b45)|(?<=\b90)|(?<=\b105)|(?<=\b120))\.\s?\+\s?(?=\d)")
"""Matches what stands between a half's last minute, with a full stop, and the minute beyond it."""


@cache
def _list_signs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Signs that are a word each, in this order."""
    words = WORDS[language]
    return (
        (re.compile(r"\s?&(?:amp;)?\s?"), f" {words.both} "),
        (re.compile(r"§§?\s?"), f"{words.section} "),
        (re.compile(r"(?<!\w)[~≈]\s?(?=\d)"), f"{words.about} "),
        (re.compile(r"(?<![\w)])<\s?(?=\d)"), f"{words.less} "),
        (re.compile(r"(?<![\w)])>\s?(?=\d)"), f"{words.greater} "),
        # The way through menus; between letters of a formula it is "greater".
        (re.compile(r"(?<=[^\W\d_]{2})\s?[>›]\s?(?=[^\W\d_]{2})"), ", "),
        (re.compile(r"(?<=\b[^\W\d_])\s?>\s?(?=\w)"), f" {words.greater} "),
        (re.compile(r"#\s?(?=\d)"), f"{words.number} "),
        # Stoppage time is "45.+2" too; "3.+4." are two days.
        (_STOPPAGE_TIME, f" {words.more} "),
        (re.compile(r"(?<=\d\.)\s?\+\s?(?=\d{1,2}\.)"), f" {words.both} "),
        (re.compile(r"(?<=\w)\+(?=\w)|(?<=\d)\+(?!\w)"), f" {words.more} "),
        # Decades as English writes them: "los 60's".
        (re.compile(r"(?:(?<=\b\d0)|(?<=\b\d{3}0))['’]s\b"), ""),
        (re.compile(r"\s?[•·▪■●◆►▶|]\s?"), ", "),
        (re.compile(r"\s?(?:…|\.{3,})"), "..."),
    )


def _say_address(match: re.Match[str], words: SymbolWords) -> str:
    path = (match["path"] or match["more"] or "").rstrip("/")
    if len(path) > _LONGEST_PATH or re.search(r"[?%]", path):
        path = ""
    return _spell((match["host"] or match["bare"]) + path, words)


def _spell(text: str, words: SymbolWords) -> str:
    names = {".": words.dot, "/": words.slash, "-": words.dash, "_": words.low, "@": words.at,
             "+": words.more}  # fmt: skip
    parts = re.findall(r"\d+|[^\W\d_]+|\W|_", text)
    said = (" ".join(part) if part.isdecimal() else names.get(part, part) for part in parts)
    return " ".join(word for word in said if word.strip(" ~=&#%?"))


def _say_half(match: re.Match[str], words: SymbolWords) -> str:
    """Say a fraction; German ones behind a figure are said with it (`figures.py`)."""
    if not match["whole"]:
        return words.half[match["sign"]]
    if not words.halves:
        return match[0]
    return f"{match['whole']} {words.halves[match['sign']]}"
