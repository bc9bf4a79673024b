"""The show's own words around an article: byline and date before, disclosure after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.text.dates import MONTHS

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Article, Reading

__all__ = ["disclosure", "opening", "unknown_words"]

_WORDS = ("byline", "date", "title", "section")
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_MONTHS = {
    "en": " ".join(month.title() for month in MONTHS),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre",
}
_DATE = {
    "en": "{weekday} {day} {month} {year}",
    "en-US": "{weekday}, {month} {day}, {year}",
    "de": "{weekday}, {day}. {month} {year}",
    "fr": "{weekday} {day} {month} {year}",
    "es": "{weekday} {day} de {month} de {year}",
}
_BY = {"en": "By {byline}.", "de": "Von {byline}.", "fr": "Par {byline}.", "es": "Por {byline}."}
_AND = {"en": "and", "de": "und", "fr": "et", "es": "y"}
_DISCLOSURE = {
    "en": "This article was read by a synthetic voice.",
    "de": "Dieser Artikel wurde von einer synthetischen Stimme gelesen.",
    "fr": "Cet article a été lu par une voix de synthèse.",
    "es": "Este artículo ha sido leído por una voz sintética.",
}


def opening(article: Article, reading: Reading) -> str:
    """Return byline and date as they are said, or nothing.

    ``reading.opening`` is a template with ``{byline}``, ``{date}``, ``{title}`` and ``{section}``.
    Where the article lacks one of those it names, the usual words are said.
    """
    base = _base(article.language)
    byline = _names(article.byline, base) if reading.byline else ""
    date = _date(article.published, article.language) if reading.date and article.published else ""
    if reading.opening:
        known = dict(zip(_WORDS, (byline, date, article.title, article.section), strict=True))
        named = {word: value for word, value in known.items() if f"{{{word}}}" in reading.opening}
        if all(named.values()):
            return _filled(reading.opening, named)
    parts = [_BY[base].format(byline=byline)] if byline else []
    if date:
        parts.append(f"{date}.")
    return " ".join(parts)


def _filled(template: str, values: dict[str, str]) -> str:
    said = template
    for word, value in values.items():
        said = said.replace(f"{{{word}}}", value)
    return " ".join(said.split())


def unknown_words(template: str) -> tuple[str, ...]:
    """Return what stands in braces in a template of ours and would be read out as it is."""
    known = {"{" + word + "}" for word in _WORDS}
    return tuple(
        dict.fromkeys(w for w in re.findall(r"\{[^{}]*\}?|\}", template) if w not in known)
    )


def disclosure(language: str) -> str:
    """Say that a machine reads."""
    return _DISCLOSURE[_base(language)]


def _base(language: str) -> str:
    base = language.partition("-")[0].lower()
    return base if base in _BY else "en"


def _names(byline: str, base: str) -> str:
    names = [name.strip() for name in byline.split(",") if name.strip()]
    if len(names) > 3:  # noqa: PLR2004 - nobody reads out more
        return f"{names[0]} {_AND[base]} others" if base == "en" else names[0]
    return f" {_AND[base]} ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _date(date: datetime, language: str) -> str:
    base = _base(language)
    # plain English counts as American, for numbers too
    american = language.lower() in ("en", "en-us")
    pattern = _DATE["en-US" if american else base]
    return pattern.format(
        weekday=_DAYS[base].split()[date.weekday()],
        day=date.day,
        month=_MONTHS[base].split()[date.month - 1],
        year=date.year,
    )
