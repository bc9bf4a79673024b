"""What signs are called in German, French, Spanish and Italian, a table a language."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WORDS", "SymbolWords"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolWords:
    """The names of signs in one language.

    ``half`` are fractions by themselves, ``halves`` behind a whole number (empty: the library
    says those); ``square`` are square meter and square kilometer.
    """

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


WORDS = {
    "de": SymbolWords(
        at="at",
        dot="Punkt",
        slash="Schrägstrich",
        dash="Strich",
        low="Unterstrich",
        both="und",
        section="Paragraf",
        per="pro",
        times="mal",
        more="plus",
        about="etwa",
        less="unter",
        greater="über",
        number="Nummer",
        half={
            "½": "ein halber",
            "¼": "ein viertel",
            "¾": "drei viertel",
            "⅓": "ein drittel",
            "⅔": "zwei drittel",
        },
        halves={},
        square=("Quadratmeter", "Quadratkilometer"),
    ),
    "fr": SymbolWords(
        at="arobase",
        dot="point",
        slash="barre oblique",
        dash="tiret",
        low="tiret bas",
        both="et",
        section="paragraphe",
        per="par",
        times="sur",
        more="plus",
        about="environ",
        less="moins de",
        greater="plus de",
        number="numéro",
        half={
            "½": "un demi",
            "¼": "un quart",
            "¾": "trois quarts",
            "⅓": "un tiers",
            "⅔": "deux tiers",
        },
        halves={
            "½": "et demi",
            "¼": "un quart",
            "¾": "trois quarts",
            "⅓": "un tiers",
            "⅔": "deux tiers",
        },
        square=("mètre carré", "kilomètre carré"),
    ),
    "es": SymbolWords(
        at="arroba",
        dot="punto",
        slash="barra",
        dash="guion",
        low="guion bajo",
        both="y",
        section="sección",
        per="por",
        times="por",
        more="más",
        about="unos",
        less="menos de",
        greater="más de",
        number="número",
        half={
            "½": "medio",
            "¼": "un cuarto",
            "¾": "tres cuartos",
            "⅓": "un tercio",
            "⅔": "dos tercios",
        },
        halves={
            "½": "y medio",
            "¼": "y cuarto",
            "¾": "y tres cuartos",
            "⅓": "y un tercio",
            "⅔": "y dos tercios",
        },
        square=("metro cuadrado", "kilómetro cuadrado"),
    ),
    "it": SymbolWords(
        at="chiocciola",
        dot="punto",
        slash="barra",
        dash="trattino",
        low="trattino basso",
        both="e",
        section="paragrafo",
        per="per",
        times="per",
        more="più",
        about="circa",
        less="meno di",
        greater="più di",
        number="numero",
        half={"½": "mezzo", "¼": "un quarto", "¾": "tre quarti", "⅓": "un terzo", "⅔": "due terzi"},
        halves={
            "½": "e mezzo",
            "¼": "e un quarto",
            "¾": "e tre quarti",
            "⅓": "e un terzo",
            "⅔": "e due terzi",
        },
        square=("metro quadrato", "chilometro quadrato"),
    ),
}
"""By language."""
