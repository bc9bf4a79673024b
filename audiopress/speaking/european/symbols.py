# ruff: noqa: E501 - a language is a table, typographic marks are what it is about
"""What is no word, in German, French, Spanish and Italian: addresses, handles, signs, fractions.

The rules are the same, the words are the language's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from audiopress.speaking.english.symbols.symbols import EMOJI, words_of_tag

__all__ = ["say_symbols"]

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,12}"
_ENDS = r"(?:com|org|net|edu|gov|info|eu|uk|us|de|at|ch|fr|be|es|it|mx|ar|cl|co|tv|io|news|online)"
_EMAIL = re.compile(rf"(?<![\w@])[A-Za-z0-9][\w.+-]*@{_HOST}")
_ADDRESS = re.compile(
    rf"(?:\bhttps?://(?:www\.)?|\bwww\.)(?P<host>{_HOST})(?::\d+)?(?P<path>/[\w./%?=&#~+-]*[\w/])?"
    rf"|(?<![\w@.])(?P<bare>(?:[A-Za-z0-9-]+\.)+{_ENDS})(?![\w-]|\.\w)(?P<more>/[\w./-]*\w)?"
)
_HANDLE = re.compile(r"(?<![\w.])@(?=\w)")
_TAG = re.compile(r"(?<![\w&])#(?P<tag>[^\W\d]\w*)")
_LONGEST_PATH = 24
_NOTHING = re.compile(
    rf"\s?{EMOJI}|\s?[™®©℠]|(?<=[\w.,;!?”\"’»)])\[(?:\d{{1,3}}|[a-z])\](?=\W|$)|(?<!\w)\*+(?=\w)"
)
_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]]*)\]")
_PER = re.compile(r"(?<=[€$£%])\s?/\s?(?=[A-Za-zÀ-ÿ])")
_BY = re.compile(r"(?<=\d)\s?[x×]\s?(?=\d)")
_CODE = re.compile(r"\b(?!CO2)(?P<head>[A-Za-z]{1,10})-?(?P<number>\d{1,4})\b(?![.,:]\d|[A-Za-z])")
_GENERATION = re.compile(r"\b(?P<number>\d)(?P<letter>[GKD])\b")
_HALVES = re.compile(r"(?:(?P<whole>\d+)\s?)?(?P<sign>[½¼¾⅓⅔])")
_SQUARE = re.compile(r"(?<![\w.,])(?<!\d )(?P<unit>k?m)²")
_DASH = re.compile(r"\s*(?:—|―|--+)\s*|\s+[–-]\s+(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _SymbolWords:
    at: str
    dot: str
    slash: str
    dash: str
    low: str
    both: str
    section: str
    per: str
    times: str
    more: str
    about: str
    less: str
    greater: str
    number: str
    half: dict[str, str]
    halves: dict[str, str]
    square: tuple[str, str]


_WORDS = {
    "de": _SymbolWords(
        at="at", dot="Punkt", slash="Schrägstrich", dash="Strich", low="Unterstrich", both="und",
        section="Paragraf", per="pro", times="mal", more="plus", about="etwa", less="unter",
        greater="über", number="Nummer",
        half={"½": "ein halber", "¼": "ein viertel", "¾": "drei viertel", "⅓": "ein drittel", "⅔": "zwei drittel"},
        halves={},
        square=("Quadratmeter", "Quadratkilometer"),
    ),
    "fr": _SymbolWords(
        at="arobase", dot="point", slash="barre oblique", dash="tiret", low="tiret bas", both="et",
        section="paragraphe", per="par", times="sur", more="plus", about="environ",
        less="moins de", greater="plus de", number="numéro",
        half={"½": "un demi", "¼": "un quart", "¾": "trois quarts", "⅓": "un tiers", "⅔": "deux tiers"},
        halves={"½": "et demi", "¼": "un quart", "¾": "trois quarts", "⅓": "un tiers", "⅔": "deux tiers"},
        square=("mètre carré", "kilomètre carré"),
    ),
    "es": _SymbolWords(
        at="arroba", dot="punto", slash="barra", dash="guion", low="guion bajo", both="y",
        section="sección", per="por", times="por", more="más", about="unos", less="menos de",
        greater="más de", number="número",
        half={"½": "medio", "¼": "un cuarto", "¾": "tres cuartos", "⅓": "un tercio", "⅔": "dos tercios"},
        halves={"½": "y medio", "¼": "y cuarto", "¾": "y tres cuartos", "⅓": "y un tercio", "⅔": "y dos tercios"},
        square=("metro cuadrado", "kilómetro cuadrado"),
    ),
    "it": _SymbolWords(
        at="chiocciola", dot="punto", slash="barra", dash="trattino", low="trattino basso", both="e",
        section="paragrafo", per="per", times="per", more="più", about="circa", less="meno di",
        greater="più di", number="numero",
        half={"½": "mezzo", "¼": "un quarto", "¾": "tre quarti", "⅓": "un terzo", "⅔": "due terzi"},
        halves={"½": "e mezzo", "¼": "e un quarto", "¾": "e tre quarti", "⅓": "e un terzo", "⅔": "e due terzi"},
        square=("metro quadrato", "chilometro quadrato"),
    ),
}  # fmt: skip


def say_symbols(text: str, language: str) -> str:
    """Return ``text`` with its marks in words of ``language``; figures stay as they are."""
    words = _WORDS[language]
    text = _EMAIL.sub(lambda match: _spelled(match[0], words), text)
    text = _ADDRESS.sub(lambda match: _address(match, words), text)
    text = _HANDLE.sub(f"{words.at} ", text)
    text = _TAG.sub(lambda match: f"hashtag {words_of_tag(match['tag'])}", text)
    text = _BRACKETS.sub(r"\g<inside>", _NOTHING.sub("", text))
    text = _HALVES.sub(lambda match: _half(match, words), text)
    text = _GENERATION.sub(r"\g<number> \g<letter>", text)
    text = _CODE.sub(r"\g<head> \g<number>", text)
    text = _BY.sub(f" {words.times} ", _PER.sub(f" {words.per} ", text))
    text = _DASH.sub(", ", text)
    text = _SQUARE.sub(lambda match: words.square[match["unit"] == "km"], text)
    for pattern, word in _signs(language):
        text = pattern.sub(word, text)
    return text


@cache
def _signs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Signs that are a word each, in this order."""
    words = _WORDS[language]
    return (
        (re.compile(r"\s?&(?:amp;)?\s?"), f" {words.both} "),
        (re.compile(r"§§?\s?"), f"{words.section} "),
        (re.compile(r"(?<!\w)[~≈]\s?(?=\d)"), f"{words.about} "),
        (re.compile(r"(?<![\w)])<\s?(?=\d)"), f"{words.less} "),
        (re.compile(r"(?<![\w)])>\s?(?=\d)"), f"{words.greater} "),
        (re.compile(r"#\s?(?=\d)"), f"{words.number} "),
        (re.compile(r"(?<=\w)\+(?=\w)|(?<=\d)\+(?!\w)"), f" {words.more} "),
        (re.compile(r"\s?[•·▪■●◆►▶|]\s?"), ", "),
        (re.compile(r"\s?(?:…|\.{3,})"), "..."),
    )


def _address(match: re.Match[str], words: _SymbolWords) -> str:
    path = (match["path"] or match["more"] or "").rstrip("/")
    if len(path) > _LONGEST_PATH or re.search(r"[?%]", path):
        path = ""
    return _spelled((match["host"] or match["bare"]) + path, words)


def _spelled(text: str, words: _SymbolWords) -> str:
    names = {".": words.dot, "/": words.slash, "-": words.dash, "_": words.low, "@": words.at,
             "+": words.more}  # fmt: skip
    parts = re.findall(r"\d+|[^\W\d_]+|\W|_", text)
    said = (" ".join(part) if part.isdecimal() else names.get(part, part) for part in parts)
    return " ".join(word for word in said if word.strip(" ~=&#%?"))


def _half(match: re.Match[str], words: _SymbolWords) -> str:
    """Say a fraction; German ones behind a figure are the library's."""
    if not match["whole"]:
        return words.half[match["sign"]]
    if not words.halves:
        return match[0]
    return f"{match['whole']} {words.halves[match['sign']]}"
