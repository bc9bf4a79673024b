"""The show's own words around an article: byline and date before, disclosure after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.months import ENGLISH_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Article, Reading

__all__ = [
    "find_unknown_words",
    "has_words",
    "is_english_notice",
    "says_date",
    "write_announcement",
    "write_contents_line",
    "write_date",
    "write_disclosure",
    "write_opening",
]

_PLACEHOLDERS = ("byline", "date", "title", "section")
"""What a template may have in braces, in the order in which `write_opening` fills them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    """Words around an article in one language.

    ``days`` (from Monday) and ``months`` (from January) are parted by spaces; ``date`` and ``by``
    are templates; ``first`` is what the first of a month is called. ``notice`` says before an
    article what ``disclosure`` says behind it, ``corrected`` that its words are others.
    """

    days: str
    months: str
    date: str
    by: str
    both: str
    others: str
    notice: str
    disclosure: str
    corrected: str
    contents: str
    first: str = "1"


_LANGUAGES = {
    "en": _Language(
        days="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
        months=" ".join(month.title() for month in ENGLISH_MONTHS),
        date="{weekday} {day} {month} {year}",
        by="By {byline}.", both="and", others="others",
        notice="This article is read by a synthetic voice.",
        disclosure="This article was read by a synthetic voice.",
        corrected="This article has been corrected since it was first published.",
        contents="In this edition:",
    ),
    "de": _Language(
        days="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        date="{weekday}, {day}. {month} {year}",
        by="Von {byline}.", both="und", others="anderen",
        notice="Dieser Artikel wird von einer synthetischen Stimme gelesen.",
        disclosure="Dieser Artikel wurde von einer synthetischen Stimme gelesen.",
        corrected="Dieser Artikel wurde nach der ersten Veröffentlichung berichtigt.",
        contents="In dieser Ausgabe:",
    ),
    "fr": _Language(
        days="lundi mardi mercredi jeudi vendredi samedi dimanche",
        months="janvier février mars avril mai juin juillet août septembre octobre novembre "
        "décembre",
        date="{weekday} {day} {month} {year}",
        by="Par {byline}.", both="et", others="d'autres", first="1er",
        notice="Cet article est lu par une voix de synthèse.",
        disclosure="Cet article a été lu par une voix de synthèse.",
        corrected="Cet article a été corrigé depuis sa première publication.",
        contents="Dans cette édition :",
    ),
    "es": _Language(
        days="lunes martes miércoles jueves viernes sábado domingo",
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre",
        date="{weekday} {day} de {month} de {year}",
        by="Por {byline}.", both="y", others="otros",
        notice="Este artículo lo lee una voz sintética.",
        disclosure="Este artículo ha sido leído por una voz sintética.",
        corrected="Este artículo ha sido corregido desde su primera publicación.",
        contents="En esta edición:",
    ),
    "it": _Language(
        days="lunedì martedì mercoledì giovedì venerdì sabato domenica",
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre "
        "novembre dicembre",
        date="{weekday} {day} {month} {year}",
        by="Di {byline}.", both="e", others="altri", first="1º",
        notice="Questo articolo è letto da una voce sintetica.",
        disclosure="Questo articolo è stato letto da una voce sintetica.",
        corrected="Questo articolo è stato corretto dopo la prima pubblicazione.",
        contents="In questa edizione:",
    ),
    "pt": _Language(
        days="segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
        "dezembro",
        date="{weekday}, {day} de {month} de {year}",
        by="Por {byline}.", both="e", others="outros",
        notice="Este artigo é lido por uma voz sintética.",
        disclosure="Este artigo foi lido por uma voz sintética.",
        corrected="Este artigo foi corrigido desde a sua primeira publicação.",
        contents="Nesta edição:",
    ),
    "nl": _Language(
        days="maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
        months="januari februari maart april mei juni juli augustus september oktober november "
        "december",
        date="{weekday} {day} {month} {year}",
        by="Door {byline}.", both="en", others="anderen",
        notice="Dit artikel wordt voorgelezen door een synthetische stem.",
        disclosure="Dit artikel is voorgelezen door een synthetische stem.",
        corrected="Dit artikel is na de eerste publicatie gecorrigeerd.",
        contents="In deze editie:",
    ),
}  # fmt: skip
"""By language: what we can say of an article in it. Others get their names alone."""

_AMERICAN_DATE = "{weekday}, {month} {day}, {year}"
"""The date as America writes it; the forms of English say it so too."""

_MOST_NAMES = 3
"""Names of authors that are read out; of more the first and "others" are."""


def write_opening(article: Article, reading: Reading) -> str:
    """Return byline and date as they are said, or nothing.

    A template of the show has ``{byline}``, ``{date}``, ``{title}`` and ``{section}``. Where the
    article lacks one of those it names, or is in a language the template is not for, the usual
    words of the article's language are said; of a language we have no words in, only the names.
    """
    words = _LANGUAGES.get(_find_base(article.language))
    byline = _join_names(article.byline, words) if reading.byline else ""
    date = ""
    if words and reading.date and article.published:
        date = _write_date(article.published, article.language, words)
    template = _choose_template(article.language, reading)
    known = dict(zip(_PLACEHOLDERS, (byline, date, article.title, article.section), strict=True))
    named = {word: value for word, value in known.items() if f"{{{word}}}" in template}
    # A hole would be heard: "by , on Monday".
    if template and all(named.values()):
        return _fill(template, named)
    parts = [(words.by if words else "{byline}.").format(byline=byline)] if byline else []
    if date:
        # Most languages write weekdays small, and here one begins a sentence.
        parts.append(f"{date[:1].upper()}{date[1:]}.")
    return " ".join(parts)


def write_date(moment: datetime, language: str) -> str:
    """Return a date as openings say it, or nothing in a language that we have no words in."""
    words = _LANGUAGES.get(_find_base(language))
    return _write_date(moment, language, words) if words else ""


def says_date(line: str, language: str) -> bool:
    """Whether a line has a date as openings say it, whichever day that is."""
    words = _LANGUAGES.get(_find_base(language))
    if words is None:
        return False
    form = _get_date_form(language, words).replace(".", r"\.")
    parts = {"day": r"\d{1,2}\w*", "year": r"\d{4}"}
    parts |= {"weekday": _join(words.days), "month": _join(words.months)}
    return re.search(form.format(**parts), line, re.IGNORECASE) is not None


def _join(names: str) -> str:
    return f"(?:{'|'.join(names.split())})"


def _choose_template(language: str, reading: Reading) -> str:
    """Return the show's template for ``language``: the longest tag that fits, else ``opening``."""
    fitting = [(len(tag), text) for tag, text in reading.openings if _fits(language, tag)]
    if fitting:
        return max(fitting)[1]
    return reading.opening if _fits(language, _find_base(reading.words_language)) else ""


def _fits(language: str, tag: str) -> bool:
    """Whether words written for ``tag`` may be said in an article in ``language``."""
    language, tag = language.lower(), tag.lower()
    # A show that names no language for its words means them for all.
    return not tag or language == tag or language.startswith(tag + "-")


def _fill(template: str, values: dict[str, str]) -> str:
    said = template
    for word, value in values.items():
        said = said.replace(f"{{{word}}}", value)
    return " ".join(said.split())


def find_unknown_words(template: str) -> tuple[str, ...]:
    """Return what stands in braces in a template of ours and would be read out as it is."""
    known = {"{" + word + "}" for word in _PLACEHOLDERS}
    return tuple(
        dict.fromkeys(w for w in re.findall(r"\{[^{}]*\}?|\}", template) if w not in known)
    )


def write_disclosure(language: str, reading: Reading, *, ahead: bool = False) -> str:
    """Say that a machine reads, or with ``ahead`` that it will: in the show's words, if it has any.

    They are said in articles of their language alone.
    """
    if own := _choose_own(language, reading):
        return own
    # Never left out: where we have no words, English ones have to do.
    words = _LANGUAGES.get(_find_base(language), _LANGUAGES["en"])
    return words.notice if ahead else words.disclosure


def write_announcement(
    language: str, own: str, owns: Sequence[tuple[str, str]], own_language: str
) -> tuple[str, str]:
    """Say that an article was corrected, and return in which language that is said.

    ``owns`` are the show's words by language, ``own`` those in ``own_language``: they are said in
    articles of their language alone.
    """
    fitting = [(len(tag), text) for tag, text in owns if _fits(language, tag)]
    if fitting:
        return max(fitting)[1], language
    if own and _fits(language, _find_base(own_language)):
        return own, language
    # As the notice on the voice: where we have no words, English ones have to do.
    words = _LANGUAGES.get(_find_base(language))
    return (words.corrected, language) if words else (_LANGUAGES["en"].corrected, "en")


def has_words(language: str) -> bool:
    """Whether there are words of ours around an article in a language."""
    return _find_base(language) in _LANGUAGES


def is_english_notice(text: str) -> bool:
    """Whether a text is what is said of the voice where there are no words in the language."""
    return text in (_LANGUAGES["en"].notice, _LANGUAGES["en"].disclosure)


def _choose_own(language: str, reading: Reading) -> str:
    """Return the show's own words for a language: the longest tag that fits goes first."""
    fitting = [(len(tag), text) for tag, text in reading.disclosures if _fits(language, tag)]
    if fitting:
        return max(fitting)[1]
    return reading.disclosure_text if _fits(language, _find_base(reading.words_language)) else ""


def write_contents_line(language: str) -> str:
    """Return what is said before the titles of a joined edition; nothing where we have no words."""
    words = _LANGUAGES.get(_find_base(language))
    return words.contents if words else ""


def _find_base(language: str) -> str:
    return language.partition("-")[0].lower()


def _join_names(byline: str, words: _Language | None) -> str:
    names = [name.strip() for name in byline.split(",") if name.strip()]
    if words is None:
        return ", ".join(names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:  # nobody reads out more
        names = [names[0], words.others]
    if not names[1:]:
        return "".join(names)  # one or none: nothing to join
    # Spanish "y" is "e" before the sound of an i: "Ana e Igor"
    both = "e" if words.both == "y" and re.match(r"H?I(?!e)", names[-1]) else words.both
    return f"{', '.join(names[:-1])} {both} {names[-1]}"


def _get_date_form(language: str, words: _Language) -> str:
    # plain English counts as American, for numbers too
    return _AMERICAN_DATE if language.lower() in ("en", "en-us") else words.date


def _write_date(date: datetime, language: str, words: _Language) -> str:
    return _get_date_form(language, words).format(
        weekday=words.days.split()[date.weekday()],
        day=words.first if date.day == 1 else date.day,
        month=words.months.split()[date.month - 1],
        year=date.year,
    )
