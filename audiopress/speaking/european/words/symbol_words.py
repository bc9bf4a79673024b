"""What signs are called in six languages, a table each."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["WORDS", "SymbolWords"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolWords:
    """The names of signs in one language.

    ``half`` are fractions by themselves, ``halves`` behind a whole number (empty: they are
    one word with it); ``square`` are square meter and square kilometer.
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
    "pt": SymbolWords(
        at="arroba",
        dot="ponto",
        slash="barra",
        dash="hífen",
        low="sublinhado",
        both="e",
        section="parágrafo",
        per="por",
        times="por",
        more="mais",
        about="cerca de",
        less="menos de",
        greater="mais de",
        number="número",
        half={
            "½": "meio",
            "¼": "um quarto",
            "¾": "três quartos",
            "⅓": "um terço",
            "⅔": "dois terços",
        },
        halves={
            "½": "e meio",
            "¼": "e um quarto",
            "¾": "e três quartos",
            "⅓": "e um terço",
            "⅔": "e dois terços",
        },
        square=("metro quadrado", "quilômetro quadrado"),
    ),
    "nl": SymbolWords(
        at="apenstaartje",
        dot="punt",
        slash="schuine streep",
        dash="streepje",
        low="liggend streepje",
        both="en",
        section="paragraaf",
        per="per",
        times="bij",
        more="plus",
        about="ongeveer",
        less="minder dan",
        greater="meer dan",
        number="nummer",
        half={
            "½": "een half",
            "¼": "een kwart",
            "¾": "driekwart",
            "⅓": "een derde",
            "⅔": "twee derde",
        },
        halves={
            "½": "en een half",
            "¼": "en een kwart",
            "¾": "en driekwart",
            "⅓": "en een derde",
            "⅔": "en twee derde",
        },
        square=("vierkante meter", "vierkante kilometer"),
    ),
}
"""By language."""
