"""Dates in figures, written out with the name of their month; the first of a month by its rank.

The day and the year stay figures, which are said afterwards: "3/5/2024" is "3 mai 2024" here.
"""

from __future__ import annotations

import re
from functools import cache, partial

from audiopress.speaking.european.words.sentence_ends import opens_sentence
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["MONTHS_IN_LETTERS", "name_months", "write_dates"]

_YEAR = r"(?:1[5-9]|20)\d\d"
"""Matches the years that dates in figures have."""

_ISO = compile_late(rf"(?<![\w-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])")
"""Matches "2024-07-14"."""

_IN_FIGURES = compile_late(
    r"(?<![\w./-])(?P<day>\d{1,2})(?P<sign>[./-]) ?(?P<month>\d{1,2})(?P=sign) ?"
    rf"(?P<year>{_YEAR}|\d\d)(?![./-]?\w|[,]\d)"
)
"""Matches "24/12/2023", "24.12.23"."""

_DAY_AND_MONTH = {
    "fr": r"\b(?P<before>[Ll]e|[Dd]u|[Aa]u) ",
    "es": r"\b(?P<before>[Ee]l|[Dd]el?|al) ",
    "it": r"\b(?P<before>[Ii]l|[Dd]al?|[Aa]l|[Dd]el) ",
    "pt": r"\b(?P<before>[Dd]ia|[Ee]m|[Dd]e|a) ",
    "nl": r"\b(?P<before>[Oo]p|tot|van) ",
}
"""What stands before a day and a month without a year: "le 14/07" is none of 7 parts."""

_NO_PART = "".join(
    rf"(?<!{word} )"
    for word in ("%", "más", "menos", "mais", "casi", "quase", "cerca", "meer", "minder")
)
"""Matches where no word stands before a "de" or "van" that makes a part of what follows it."""

_OF_WHAT = (
    r" (?:de (?!\d)|del |d[aeo]s? (?!\d)|van (?!\d)|di |dell|degli |dei |della |des |du |d['’])"
)
"""Matches behind a part what it is a part of; a year behind "de" is a date's."""

_GERMAN_PARTIAL = compile_late(
    r"(?<![\w.])(?P<day>[1-9]|[0-2]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.(?!\s?\d)"
)
"""Matches "24.12.": a day and a month with their full stops are no ranks."""

_JOINERS = {"de": ". {}", "fr": " {}", "es": " de {}", "it": " {}", "pt": " de {}", "nl": " {}"}
"""What stands between a day in figures and its month."""

_BEFORE_YEAR = {"es": " de ", "pt": " de "}
"""What stands between a month and a year, where it is more than a space."""

_FIRST = {"fr": "premier", "it": "primo", "pt": "primeiro"}
"""How the first of a month is called, where its rank is said."""

_BEFORE_MONTHS = {
    "de": ("[Ii]m", "Ende", "Anfang", "Mitte", "[Ss]eit", "[Bb]is", "[Aa]b"),
    "fr": ("en", "fin", "début", "1er"),
    "es": (),
    "it": (),
    "pt": (),
    "nl": ("eind", "begin", "sinds", "vanaf"),
}
"""Words behind which a short form with a stop is a month: "im Okt.", "fin janv."."""

_LOOKS_BACK = 8
"""Characters before a month in which such a word is looked for; the longest has six."""

MONTHS_IN_LETTERS = {
    "de": ("Jan", "Feb", "Mär", "Apr", "", "Jun", "Jul", "Aug", "Sept?", "Okt", "Nov", "Dez"),
    "fr": ("janv", "févr?", "", "avr", "", "", "juil", "", "sept", "oct", "nov", "déc"),
    "es": ("ene", "feb", "mar", "abr", "", "jun", "jul", "ago", "sept?", "oct", "nov", "dic"),
    "it": ("gen", "febb?", "mar", "apr", "", "giu", "lug", "ago", "sett?", "ott", "nov", "dic"),
    "pt": ("jan", "fev", "mar", "abr", "", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    "nl": ("jan", "feb", "mrt", "apr", "", "jun", "jul", "aug", "sept?", "okt", "nov", "dec"),
}
"""Short forms of the months, which stand with a full stop behind a day: "8. Nov."."""


@cache
def name_months(language: str) -> tuple[str, ...]:
    """Return the names of the months as CLDR writes them within a date."""
    from babel.dates import get_month_names  # noqa: PLC0415 - few texts need it

    names = get_month_names("wide", "format", locale=language)
    return tuple(names[number] for number in range(1, 13))


def write_dates(text: str, language: str) -> str:
    """Return ``text`` with the months of its dates named."""
    text = _ISO.sub(lambda match: _write(match, language), text)
    text = _IN_FIGURES.sub(lambda match: _write(match, language), text)
    if language == "de":
        text = _GERMAN_PARTIAL.sub(lambda match: _write(match, language), text)
    day_and_month = _compile_partial(language)
    if day_and_month:
        text = day_and_month.sub(
            lambda m: (m["weekday"] or f"{m['before']} ") + _write(m, language),
            text,
        )
    for pattern, name in _compile_short(language):
        text = pattern.sub(partial(_write_month, name, language), text)
    text = _compile_alone(language).sub(lambda m: _write_alone(m, language), text)
    if language in _FIRST:
        text = _compile_first(language).sub(_FIRST[language], text)
    return text


def _is_section_number(match: re.Match[str]) -> bool:
    """Whether "3.1.10. Title" begins a text: the number of a section, as its stop tells."""
    return (
        match.start() == 0 and match[0][0].isdigit() and match.string.startswith(". ", match.end())
    )


def _write(match: re.Match[str], language: str) -> str:
    if _is_section_number(match):
        return match[0]
    months, month = name_months(language), int(match["month"])
    if not (1 <= month <= len(months) and 1 <= int(match["day"]) <= 31):  # noqa: PLR2004
        return match[0]
    said = str(int(match["day"])) + _JOINERS[language].format(months[month - 1])
    year = match.groupdict().get("year")
    return f"{said}{_BEFORE_YEAR.get(language, ' ')}{year}" if year else said


@cache
def _list_weekdays(language: str) -> str:
    """Match any weekday, as it heads a sentence too; Portuguese ones may lack their "feira"."""
    from babel.dates import get_day_names  # noqa: PLC0415 - few texts need it

    names = [
        name.removesuffix("-feira") for name in get_day_names("wide", locale=language).values()
    ]
    return any_of(*names, *map(str.capitalize, names)) + "(?:-feira)?"


@cache
def _compile_partial(language: str) -> re.Pattern[str] | None:
    before = _DAY_AND_MONTH.get(language)
    if not before:
        return None
    before = rf"(?:{before}|(?P<weekday>\b{_list_weekdays(language)},? \(?))"
    # "7,5% de 1/3 de", "más de 2/3": a part of something is no day.
    return re.compile(
        rf"{_NO_PART}{before}(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/]|{_OF_WHAT})"
    )


def _write_month(name: str, language: str, match: re.Match[str]) -> str:
    """Return the month in full, with the words of Spanish and Portuguese on both its sides."""
    of = _BEFORE_YEAR.get(language, " ")
    return f"{of.lstrip()}{name}{of if match['year'] else ''}"


@cache
def _compile_short(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = zip(MONTHS_IN_LETTERS[language], name_months(language), strict=True)
    day = r"(?<=\d\. )" if language == "de" else r"(?<=\d )(?:de )?"
    year = r"(?P<year> (?=\d{4}\b))?"
    # a year behind it tells the month too: "3 nov 2026"
    stop = r"(?:\.|(?= (?:19|20)\d\d(?![\d,.]\d)(?!\d)))"
    return tuple(
        (re.compile(rf"{day}{short}\b{stop}{year}(?! ?\d{{5}})"), name)
        for short, name in pairs
        if short
    )


@cache
def _compile_alone(language: str) -> re.Pattern[str]:
    """Match a short month with its stop, and the year behind it; begins with its letters."""
    shorts = any_of(*filter(None, MONTHS_IN_LETTERS[language]))
    return re.compile(rf"(?P<short>{shorts})\.(?P<year> (?=(?:19|20)\d\d(?!\d)))?")


@cache
def _compile_before(language: str) -> re.Pattern[str]:
    """Match at the end of a text what tells that a month follows, or that its year may tell it."""
    words = rf"(?P<told>\b{any_of(_BEFORE_MONTHS[language])} )" if _BEFORE_MONTHS[language] else ""
    return re.compile(rf"(?:{words}|)(?<![\w.-])$")


def _write_alone(match: re.Match[str], language: str) -> str:
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    found = _compile_before(language).search(before)
    if not found or not (match["year"] or found.groupdict().get("told")):
        return match[0]
    names = zip(MONTHS_IN_LETTERS[language], name_months(language), strict=True)
    name = next(name for form, name in names if form and re.fullmatch(form, match["short"]))
    if match["year"]:
        return name + _BEFORE_YEAR.get(language, " ")
    at = match.end()
    ends = not match.string[at:].strip() or opens_sentence(match.string, at, language)
    return f"{name}{'.' if ends else ''}"


@cache
def _compile_first(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/-])1[°º]?(?=(?: de)? {any_of(name_months(language))}\b)")
