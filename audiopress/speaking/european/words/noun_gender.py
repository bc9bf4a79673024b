"""Which gender a noun behind a number has, as far as its ending or a short list tells it.

Only the numbers that change by it are asked for: one, in Portuguese two, in Spanish and
Portuguese the hundreds. In doubt a noun is masculine.
"""

from __future__ import annotations

import re
from functools import cache

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["find_gender"]

_NO_NOUNS = {
    "de": any_of("und", "oder", "bis", "von", "zu", "ist", "war", "im", "in", "am", "an", "auf"),
    "fr": any_of("et", "ou", "à", "de", "du", "des", "sur", "est", "ont", "en", "dans", "pour",
                 "par", "qui", "que", "au", "aux", "a", "sont", "contre", "pour", "avec", "le"),
    "es": any_of("y", "o", "a", "de", "del", "en", "por", "con", "que", "se", "es", "fue", "al",
                 "la", "el", "los", "las", "no", "para", "contra", "como", "cada", "sobre", "ha",
                 "cero", "barra"),
    "it": any_of("e", "o", "a", "di", "del", "della", "in", "per", "con", "che", "si", "è", "al",
                 "la", "il", "le", "gli", "su", "da", "dal", "nel", "ha", "contro", "non", "barra"),
    "pt": any_of("e", "ou", "a", "de", "do", "da", "em", "por", "com", "que", "se", "é", "foi",
                 "ao", "o", "os", "as", "no", "na", "para", "contra", "como", "não", "barra"),
}  # fmt: skip
"""Words behind a number that are no nouns, by language."""

_FEMININE_NOUNS = {
    "de": any_of("Frau", "Person", "Stunde", "Minute", "Sekunde", "Woche", "Tonne", "Meile",
                 "Stimme", "Million", "Milliarde", "Billion", "Nacht", "Stadt", "Mutter", "Tochter",
                 "Schwester", "Katze", "Flasche", "Hälfte", "Seite", "Tote", "Gruppe",
                 r"\w+(?:ung|heit|keit|schaft|tion|tät|anz|enz|stunde|stadt)"),
    "fr": any_of(r"(?:demi-)?heures?", "minutes?", "secondes?", "journées?", "semaines?", "années?",
                 "tonnes?", "livres?", "femmes?", "filles?", "voitures?", "personnes?", "pages?",
                 "places?", "voix", "fois", "villes?", "écoles?", "maisons?", "victimes?",
                 "familles?", "communes?", "équipes?", "entreprises?", "usines?", "roupies?",
                 "couronnes?", "lires?", "salles?", "chambres?", "tables?", "lettres?",
                 "douzaines?", "tasses?", "pièces?", "blessées?", "régions?", "îles?",
                 r"(?!(?:invité|comité)s?\b)\w+(?:tion|sion|ance|ence|ette|euse|ture|trice|ité)s?"),
    "es": any_of("mujer(?:es)?", "vez", "veces", "noches?", "clases?", "llaves?", "muertes?",
                 "sedes?", "calles?", "redes?", "partes?", "leyes", "ley",
                 r"\w+(?:ción|ciones|sión|siones|dad|dades|tud|tudes|umbres?)",
                 r"(?!(?:\w+(?:ema|oma|ama|ista|nauta)s?|días?|mapas?|planetas?|tranvías?|sofás?"
                 r"|gramas?|papas?|policías?|poetas?|pijamas?)\b)\w{2,}as?"),
    "it": any_of("mano", "notte", "volta", "parte", "legge", "croce", "moglie", "classe", "torre",
                 r"\w+(?:zione|sione|tà|tù)", r"(?!\w+(?:ema|amma|ista|oma)\b)\w{2,}a"),
    "pt": any_of("mulher(?:es)?", "vez(?:es)?", "noites?", "classes?", "partes?", "mortes?",
                 "redes?", "leis?", r"\w+(?:ção|ções|são|sões|dade|dades|gem|gens)",
                 r"(?!(?:\w+(?:ema|oma|ama|ista|nauta)s?|dias?|mapas?|planetas?)\b)\w{2,}as?"),
}  # fmt: skip
"""Nouns and endings that are feminine, by language; Dutch numbers have no gender."""

_GERMAN_NOUNS = any_of(
    "Meter", "Kilo", "Liter", "Jahr", "Tag", "Monat", "Prozent", "Euro", "Dollar",
    "Mal", "Kind", "Mann", "Spiel", "Toter", "Verletzter", "Tor", "Punkt", "Platz",
    "Cent", "Pfund", "Franken", "Yen", "Grad", "Mensch", "Stück", "Teil", "Haus",
    "Hund", "Auto", "Buch", "Bier", "Sieg", "Wort", "Drittel", "Viertel", "Achtel",
    r"(?:\w+(?:meter|liter|gramm|watt|byte|hertz|bit|volt))",
)  # fmt: skip
"""German nouns of which one is "ein": of others nothing is supposed ("Kapitel 1 Einleitung")."""

_HOURS = {
    "es": re.compile(r"\b[Ll]as [12]?\d$"),
    "pt": re.compile(r"\b(?:[Àà]s|[Aa]s) [12]?\d$"),
}
"""Matches an hour up to its end: "a las 21"."""

_RESULT = compile_late(r"(?:\d|\b(?:um|dois|[a-z]+)) a \d{1,2}$")
"""Matches a result up to its end, behind which a side stands and no noun: "1 a 1 Benfica"."""

_LONGEST_RESULT = 16
"""Characters of a result, whose first number may be a word by then."""

_NEXT_WORD = compile_late(r"[ -]?(?P<word>[^\W\d_]+)")
"""Matches the word behind a number."""


def find_gender(text: str, end: int, language: str) -> str:
    """Return "f" or "m" for the noun that stands in ``text`` at ``end``; "" for no noun."""
    if _is_hour(text, end, language):
        return "f"
    if language == "pt" and _RESULT.search(text[max(0, end - _LONGEST_RESULT) : end]):
        return ""
    found = _NEXT_WORD.match(text, end, end + 40)
    if not found or language not in _FEMININE_NOUNS or text[end : end + 1] == "-":
        return ""
    return _judge(found, text, language)


def _is_hour(text: str, end: int, language: str) -> bool:
    pattern = _HOURS.get(language)
    return pattern is not None and pattern.search(text[max(0, end - 9) : end]) is not None


def _judge(found: re.Match[str], text: str, language: str) -> str:
    word = found["word"]
    if language == "pt" and word == "mil":
        return find_gender(text, found.end(), language) or "m"
    if _compile(_NO_NOUNS[language]).fullmatch(word):
        return ""
    if _compile(_FEMININE_NOUNS[language]).fullmatch(word):
        return "f"
    if language == "de":
        return "m" if _compile(_GERMAN_NOUNS).fullmatch(word) else ""
    # "uno Madrid": a name is nothing that is counted.
    return "m" if word.islower() else ""


@cache
def _compile(words: str) -> re.Pattern[str]:
    return re.compile(words)
