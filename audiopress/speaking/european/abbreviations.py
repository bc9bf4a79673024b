"""Short forms of German, French, Spanish and Italian, before the numbers are said.

To add one, add a line to the table of its language: what is written, as a pattern, and the word.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["say_abbreviations"]

_SHORT_FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"\bTel\.\s?(?=[\d+(])", "Telefon "),
        (r"\bAbb\.\s?(?=\d)", "Abbildung "),
        (r"\bS\.\s?(?=\d)", "Seite "),
        (r"\bArt\.\s?(?=\d)", "Artikel "),
        (r"\bAbs\.\s?(?=\d)", "Absatz "),
        (r"\bKap\.\s?(?=\d)", "Kapitel "),
        (r"\bBd\.\s?(?=\d)", "Band "),
        (r"\bStr\.(?=\s|$)", "Straße"),
        # "Hauptstr.": the end of a name.
        (r"(?<=[a-zäöüß])str\.(?=\s|$)", "straße"),
        (r"\bSt\.\s(?=[A-Z])", "Sankt "),
        # The library says it behind a figure, and nowhere else.
        (r"(?<!\d)(?<!\d )\bMio\.(?=\s|$)", "Millionen"),
        (r"(?<!\d)(?<!\d )\bMrd\.(?=\s|$)", "Milliarden"),
        # "10%ig", which the library leaves as it is.
        (r"(?<=\d)\s?%(?=ig)", " prozent"),
        # "der 20-Jährige": the library knows the word in small letters alone.
        (r"(?<=\d)-Jährig", "-jährig"),
        # "20- bis 30-Jährige": with its hyphen the first number is left in figures.
        (r"(?<=\d)-(?= (?:bis|und|oder) \d)", ""),
        # "Fr., 3. Mai": the library takes "Fr." for "Frau".
        (r"\b(Fr|Sa|So|Mo|Di|Mi|Do)\.(?=,)", r"\1"),
        (r"\bFr(?=, \d)", "Freitag"),
        # "5-Euro-Schein": in front of a noun the library leaves the figure.
        (r"(?<=\d)-(?=Euro|Cent|Meter|Liter|Prozent|Punkte?|Stunden|Minuten|Tage|Jahre)", " "),
        (r"(?<=\d)-(?=[a-zäöü])(?!jährig)", " "),
        # "2023/24", of which the library says nothing.
        (r"\b((?:19|20)\d\d)/(\d\d)\b", r"\1 \2"),
        # "9.00-17.00 Uhr": a time is known by "Uhr" behind it, so the first gets one too.
        (r"(?<=\d[.:]\d\d)\s?[-–]\s?(?=\d{1,2}(?:[.:]\d\d)? Uhr)", " Uhr bis "),
        (r"\bo\.\s?ä\.", "oder ähnliche"),
        (r"\bHbf\b\.?", "Hauptbahnhof"),
        (r"\bJh\.", "Jahrhundert"),
        (r"\bCO(?:2|₂)\b", "C O zwei"),
        (r"\bSa\.(?=\s?-)", "Sa"),
    ),
    "fr": (
        (r"\b[Tt]él\.\s?(?=[\d+(])", "téléphone "),
        (r"\bart\.\s?(?=\d)", "article "),
        (r"\bpp?\.\s?(?=\d)", "page "),
        (r"\b[Nn]o\.?\s(?=\d)", "numéro "),
        # "article 3.2", which the library leaves in figures.
        (r"(?<=\barticle )(\d{1,3})\.(\d)\b", r"\1 \2"),
        (r"\bMlle\b", "mademoiselle"),
        (r"\bMlles\b", "mesdemoiselles"),
        (r"\bMgr\b", "monseigneur"),
        # A capital has to follow: "Me" is "me" at the head of a sentence.
        (r"\bMe (?=[A-Z])", "maître "),
        (r"\bSte[-\s](?=[A-ZÉ])", "Sainte "),
        (r"\bSt[-\s](?=[A-ZÉ])", "Saint "),
        (r"\bc\.-à-d\.", "c'est-à-dire"),
        (r"\bp\. ?ex\.", "par exemple"),
        (r"(?<=\bpar )ex\.", "exemple"),
        (r"\bCO(?:2|₂)\b", "C O deux"),
        (r"\bapr\. J\.-C\.", "après Jésus-Christ"),
        (r"\bbd (?=[A-Z])", "boulevard "),
        # The library has no "k€".
        (r"(?<=\d)\s?k€", " mille euros"),
        (r"(?<=\d)\s?Md€", " milliards d'euros"),
        (r"\b(\d{1,2})\s?h\s?[-–]\s?(?=\d)", r"\1 h à "),
        (r"\b1h(?!\w)", "une heure"),
        (r"\b(\d{1,2})h(?!\w)", r"\1 heures"),
        # What `symbols.py` has made of "2½": the half stands behind its noun.
        (r"(?<=\b1) et demi\s?h(?!\w)", " heure et demie"),
        (r"(?<=\d) et demi\s?h(?!\w)", " heures et demie"),
        (r"(?<=\d) et demi (heures?|journées?|semaines?|années?)\b", r" \1 et demie"),
        (r"(?<=\d) et demi (tonnes?|livres?|douzaines?|tasses?)\b", r" \1 et demie"),
        (r"(?<=\d) et demi (kilos?|k?m|(?:kilo)?mètres?|litres?)\b", r" \1 et demi"),
        (r"(?<=\d) et demi (mois|ans?|jours?|milliards?)\b", r" \1 et demi"),
        (r"\b(?:une )?un demi heure\b", "une demi-heure"),
        (r"\b1 (?=heure|journée|semaine|année|tonne|livre|douzaine|tasse)", "une "),
    ),
    "es": (
        (r"\b[Tt]el\.\s?(?=[\d+(])", "teléfono "),
        (r"\bpp\.\s?(?=\d)", "páginas "),
        (r"\bPág\.\s?(?=\d)", "Página "),
        (r"\bpágs\.\s?(?=\d)", "páginas "),
        (r"\bpág\.\s?(?=\d)", "página "),
        # The ordinal sign in place of the one for degrees, which alone the library knows.
        (r"(?<=\d)\s?º\s?C\b", " °C"),
        (r"\bSrta\.(?=\s)", "señorita"),
        (r"\bDª\s?\.?\s?(?=[A-Z])", "doña "),
        (r"\bc/\s?(?=[A-Z])", "calle "),
        (r"\bSto\.\s(?=[A-Z])", "Santo "),
        (r"\bSta\.\s(?=[A-Z])", "Santa "),
        (r"(?<=\d)\s?h\b\.?(?!\s?\d)", " horas"),
        (r"\bCO(?:2|₂)\b", "C O dos"),
        (r"\bp\. ?ej\.", "por ejemplo"),
        # Figure by figure, as a clock of 24 hours has them; the library says "quince y media".
        (r"(?<=\blas )(1[3-9]|2[0-3])[:.]0(\d)\b", r"\1 cero \2"),
        (r"(?<=\blas )(1[3-9]|2[0-3])[:.](\d\d)\b", r"\1 \2"),
        (r"\b1\s?h\s?(?=\d)", "1 hora "),
        (r"\b(\d{1,2})\s?h\s?(?=\d)", r"\1 horas "),
    ),
    "it": (
        (r"\b[Tt]el\.\s?(?=[\d+(])", "telefono "),
        (r"\bpag\.\s?(?=\d)", "pagina "),
        (r"\bart\.\s?(?=\d)", "articolo "),
        # In front of a name the word loses its last vowel.
        (r"\bSig\.\s(?=[A-Z])", "signor "),
        (r"\bSig\.ra\s(?=[A-Z])", "signora "),
        (r"\bCO(?:2|₂)\b", "C O due"),
    ),
}
"""By language: what is written beside a figure or a name, and what is said, in this order.

A word that is a short form only in front of a figure ("S. 5") looks ahead to it, so that the end
of a sentence ("am S.") is left alone.
"""


def say_abbreviations(text: str, language: str) -> str:
    """Return ``text`` with the short forms of ``language`` written out."""
    for pattern, word in _compile(language):
        text = pattern.sub(word, text)
    return text


@cache
def _compile(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), word) for pattern, word in _SHORT_FORMS[language])
