"""Days: "5 May 2005", "10/11/24", "2012-04-22", "July 30-Aug. 14", "the 9/11 attacks".

Here belongs what names a day, or some days. Years by themselves stand in `years.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.dates_and_times.calendar_names import (
    MONTH,
    MONTHS,
    WEEKDAY,
    find_month,
    find_weekday,
)
from audiopress.speaking.english.numbers.number_words import (
    FOUR_DIGITS,
    say_cardinal,
    say_ordinal,
    say_year,
)
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.text.lazy_regex import compile_late

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "TWO_DAYS", "WEEKDAYS", "list_dates_in_doubt"]

_DAY = r"(?P<day>[0-2]?[1-9]|[123]0|31)(?:st|nd|rd|th)?"
"""Matches 1 to 31, as a number or an ordinal."""

_YEAR = r"(?P<year>1\d{3}|20\d\d)"
"""Matches 1000 to 2099: a count behind a date is never that large by chance."""

_LAST_DAY, _LAST_MONTH = 31, 12
"""What is larger is no day, no month: "99/99/9999" is no date."""

_THIS_CENTURY_UNTIL = 50
"""Years of two figures below it are 20.., the others 19..: "3/4/49" is 2049, "3/4/50" is 1950."""


def _say_day_and_month(match: re.Match[str], variety: Variety) -> str:
    weekday = f"{find_weekday(match['weekday'])} " if match["weekday"] else ""
    day = f"{weekday}the {say_ordinal(int(match['day']))} of {find_month(match['month'])}"
    return day + _say_year_behind(match, variety)


def _say_month_and_day(match: re.Match[str], variety: Variety) -> str:
    weekday = f"{find_weekday(match['weekday'])}, " if match["weekday"] else ""
    day = f"{weekday}{find_month(match['month'])} {say_ordinal(int(match['day']))}"
    return day + _say_year_behind(match, variety)


def _say_year_behind(match: re.Match[str], variety: Variety) -> str:
    if not match["year"]:
        return ""
    # A pause where the writer had one: "October 31, 2024".
    comma = "," if "," in match["gap"] else ""
    return f"{comma} {say_year(int(match['year']), british=variety.british)}"


def _say_days_of_month(match: re.Match[str], _variety: Variety) -> str:
    first, last = say_ordinal(int(match["first"])), say_ordinal(int(match["day"]))
    return f"the {first} to the {last} of {find_month(match['month'])}"


_BEFORE_WEEKEND = compile_late(
    r"(?:\b(?:[Oo]n|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Ss]ince"
    r"|[Nn]ext|[Ll]ast|[Tt]his|[Ee]very|[Oo]pens?|[Cc]lose[sd])"
    r"|(?:day|\b(?:Fri|Sat|Sun)\.),?(?:\s(?:and|or|to|&))?)\s\Z"
)
"""Matches up to a short Saturday or Sunday what tells of a day; it needs its full stop then."""

_BEHIND_WEEKEND = compile_late(
    r"\A,?\s(?:(?:(?:late|early)\s)?(?:nights?|mornings?|afternoons?|evenings?|lunchtimes?)\b"
    r"|(?:at\s)?\d{1,2}[:.][0-5]\d\b|at\s(?:noon|midnight|\d{1,2}\b)(?![,.]\d))"
)
"""Matches behind one with its full stop a time of day."""

_HALF_DAY_BEHIND = compile_late(
    r"\A,?\s(?:at\s)?\d{1,2}(?:[:.][0-5]\d)?(?:\s?[-–]\s?\d{1,2}(?:[:.][0-5]\d)?)?"
    r"\s?[ap]\.?m\b"
)
"""Matches behind one a time with "am" or "pm", which tells without its full stop too."""

_THE_STAR = compile_late(r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]his|[Tt]hat)\s(?P<adjective>[a-z-]+\s)?\Z")
"""Matches up to "Sun" what makes it a star or a newspaper: "the ", "the midday "."""

_BEFORE = 20
"""Characters in front of a day in which such a word shows."""


def _is_star(match: re.Match[str], before: str) -> bool:
    """Whether an article makes "Sun" a noun; "the show Sun. night" has its full stop."""
    article = _THE_STAR.search(before)
    return article is not None and not (match["stop"] and article["adjective"])


def _say_weekend_day(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "Sat." and "Sun.", words as well, where a word beside them tells of a day."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    rest = match.string[match.end() :]
    told = match["stop"] and _BEFORE_WEEKEND.search(before)
    behind = _HALF_DAY_BEHIND.match(rest) or (match["stop"] and _BEHIND_WEEKEND.match(rest))
    if not (told or behind) or (match["weekday"] == "Sun" and _is_star(match, before)):
        return None
    ends = match["stop"] and not behind and ends_sentence(match)
    return find_weekday(match["weekday"]) + ("." if ends else "")


def _say_weekday(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "Fri."; without its full stop a figure has to tell, as "Wed" and "Mon" are words too."""
    if not match[0].endswith("."):
        figured = any(char.isdecimal() for char in match.string)
        return find_weekday(match["weekday"]) if figured else None
    return find_weekday(match["weekday"]) + ("." if ends_sentence(match) else "")


_BEHIND_MAY = compile_late(
    r"\s*(?:\Z|[,.;:!?)–—]|(?:1\d|20)\d\d\b"
    r"|(?:a|after|and|as|at|before|for|in|of|on|that|the|to|when|with)\s)"
)
"""Matches behind the month of May; behind the verb stands another: "By 13/14 May be too late"."""


def _say_two_days(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "13/14 Feb.": a night, or two days that follow each other; others may be a share."""
    month_first = bool(match["month2"])
    ends = (match["day2"], match["last"]) if month_first else (match["first"], match["day"])
    first, last = int(ends[0]), int(ends[1])
    if not first < last <= _LAST_DAY or (last != first + 1 and not match["cue"]):
        return None
    month = find_month(match["month2"] or match["month"])
    # "May" is a verb as well
    rest = match.string[match.end() :]
    if month == "May" and not (match["cue"] and _BEHIND_MAY.match(rest)):
        return None
    days = f"{say_ordinal(first)} and {say_ordinal(last)}"
    form = "{month} {days}" if month_first else "the {days} of {month}"
    return f"{match['cue'] or ''}{form.format(month=month, days=days)}"


def _say_month_and_days(match: re.Match[str], _variety: Variety) -> str:
    first, last = say_ordinal(int(match["day"])), say_ordinal(int(match["last"]))
    return f"{find_month(match['month'])} {first} to {last}"


def _say_month_and_year(match: re.Match[str], variety: Variety) -> str:
    year = say_year(int(match["year"]), british=variety.british)
    return f"{find_month(match['month'])} {year}"


def _say_numeric(match: re.Match[str], variety: Variety) -> str | None:
    """Say 3/4/2024: day first in Britain, with full stops, and where no month can be first."""
    # "3.1.10. Title" is the number of a section, as its last stop tells.
    if match.start() == 0 and match.string.startswith(". ", match.end()):
        return None
    first, second, third = int(match["a"]), int(match["b"]), match["c"]
    # Who writes full stops counts days first: hardly anybody in America does.
    asked = variety.day_first or match["s"] == "."
    day_first = first > _LAST_MONTH or (asked and second <= _LAST_MONTH)
    day, month = (first, second) if day_first else (second, first)
    # Not a date in either order: left to the forms of fractions and signs.
    if not _is_day(day, month):
        return None
    number = int(third)
    if len(third) != FOUR_DIGITS:
        number += 2000 if number < _THIS_CENTURY_UNTIL else 1900
    return _say_date(day, month, number, variety, day_first=day_first)


def list_dates_in_doubt(text: str, variety: Variety) -> tuple[str, ...]:
    """Return the dates of ``text`` that could have the month first or the day, and what is said.

    Beside a date that can be read in one way only they are written like that one.
    """
    dates = [match for match in _IN_DOUBT.finditer(text) if _say_numeric(match, variety)]
    if any(int(match["a" if variety.day_first else "b"]) > _LAST_MONTH for match in dates):
        return ()
    said = (
        f"{match[0]} (said as {_say_numeric(match, variety)})"
        for match in dates
        if match["a"] != match["b"] and max(int(match["a"]), int(match["b"])) <= _LAST_MONTH
    )
    return tuple(dict.fromkeys(said))


def _say_iso(match: re.Match[str], variety: Variety) -> str | None:
    number, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not _is_day(day, month):
        return None
    day_first = variety.day_first or match["s"] == "-"
    return _say_date(day, month, number, variety, day_first=day_first)


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH


def _say_date(day: int, month: int, number: int, variety: Variety, *, day_first: bool) -> str:
    name, year = MONTHS[month - 1], say_year(number, british=variety.british)
    if day_first:
        return f"the {say_ordinal(day)} of {name} {year}"
    return f"{name} {say_ordinal(day)} {year}"


def _say_across_months(match: re.Match[str], variety: Variety) -> str | None:
    """Say "July 30-Aug. 14" and "30 July – 14 Aug", each in the order it is written in."""
    ends = [
        (match["day1"] or match["day2"], match["month1"] or match["month2"]),
        (match["day3"] or match["day4"], match["month3"] or match["month4"]),
    ]
    days = [(say_ordinal(int(day)), find_month(month)) for day, month in ends]
    form = "the {0} of {1}" if match["day2"] else "{1} {0}"
    if variety.british and not match["day2"]:
        form = "{1} the {0}"
    words = " to ".join(form.format(day, month) for day, month in days)
    if not match["year"]:
        return words
    return f"{words}, {say_year(int(match['year']), british=variety.british)}"


def _number_group(pattern: str, number: int) -> str:
    """Return a pattern of a day or month with its group numbered, so that it can stand twice."""
    return re.sub(r"\(\?P<(day|month)>", rf"(?P<\g<1>{number}>", pattern)


_TO = r"\s?(?:-|–|—)\s?"
"""Matches a dash between two days."""

_ACROSS_MONTHS = (
    rf"\b(?:{_number_group(MONTH, 1)}\s+{_number_group(_DAY, 1)}"
    rf"{_TO}{_number_group(MONTH, 3)}\s+{_number_group(_DAY, 3)}"
    rf"|(?:[Tt]he\s+)?{_number_group(_DAY, 2)}\s+{_number_group(MONTH, 2)}"
    rf"{_TO}{_number_group(_DAY, 4)}\s+{_number_group(MONTH, 4)})"
    rf"(?:,?\s+{_YEAR}\b(?!,\d))?(?![\w/])"
)
"""Matches from a day of one month to a day of another; the first two groups are month first."""

_NUMERIC = (
    # the same sign twice; a year of two or four figures
    r"(?<![\w/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)"
    r"(?P<c>(?:19|20)\d\d|\d\d)"
    r"(?![\w/]|[.-]\d)"
)
"""Matches a date in figures, in whichever order."""

_IN_DOUBT = compile_late(_NUMERIC.replace("[/.-])(?P<b>", "[/-])(?P<b>"))
"""Matches one whose sign does not tell the order."""


def _write_year_out(match: re.Match[str], _variety: Variety) -> str:
    year = int(match["short"])
    return f"{match['month']} {year + (2000 if year < _THIS_CENTURY_UNTIL else 1900)}"


TWO_DAYS: tuple[SpokenForm, ...] = (
    spoken_form(
        "two days of a month",
        r"(?P<cue>\b(?:on|between|overnight|[Nn]ights?\sof|until|from|since|by)\s)?"
        rf"(?:(?:\bthe\s+)?(?<![\w.,/$£€-])(?<!\b[Ss]eason )(?P<first>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"\s?/\s?{_DAY}\s+{MONTH}"
        rf"|\b{_number_group(MONTH, 2)}\s+{_number_group(_DAY, 2)}\s?/\s?(?P<last>\d{{1,2}})"
        # "In March 11/12 patients recovered": a mark or the end has to follow
        r"(?:st|nd|rd|th)?(?=\s*\Z|\s?[;:!?)–—]|[.,](?!\d)))",
        _say_two_days,
        ("on 13/14 Feb. 2014", "on the thirteenth and fourteenth of February twenty fourteen"),
        ("us:on 5/6 May", "on the fifth and sixth of May"),
        ("overnight 29/30 May", "overnight the twenty ninth and thirtieth of May"),
        ("us:on Nov. 29/30", "on November twenty ninth and thirtieth"),
        # a share, and days that do not follow
        ("May 5/6 of it go, on 24/7 May", "May five sixths of it go, on twenty four seven May"),
        ("1/4 April", "one quarter April"),
        ("In March 11/12 people", "In March eleven twelfths people"),
        ("by 13/14 May be", "by thirteen fourteenths May be"),
        needs="/",
    ),
)
"""Stands before scores with a slash, which would have "29/30" as marks."""

# A short year is written out, for the forms behind it.
# Names ("9/11") before dates in figures, several days before one, a day before a month and year.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "short year of a month",
        # before a mark of inches or of a quotation it is a measure or a quote
        rf"\b{MONTH}\s?['’‘](?P<short>\d\d)\b(?!['’″\"]|[.,:]\d|-\d)",
        _write_year_out,
        ("wet since Nov '26", "wet since November twenty twenty six"),
        ("on 3 Nov ’98", "on the third of November nineteen ninety eight"),
        ("the May '60s look", "the May sixties look"),
        needs="'’‘",
    ),
    spoken_form(
        "named days",
        r"\b(?P<a>24/7/365|9/11|7/7|24/7|50/50|20/20|80/20)\b(?!/)",
        lambda match, _: " ".join(say_cardinal(int(part)) for part in match["a"].split("/")),
        ("the 9/11 attacks", "the nine eleven attacks"),
        ("open 24/7", "open twenty four seven"),
        # a date of its own
        ("9/11/24", "the ninth of November twenty twenty four"),
        needs="/",
    ),
    spoken_form(
        "numeric date",
        _NUMERIC,
        _say_numeric,
        ("10/11/24", "the tenth of November twenty twenty four"),
        ("us:10/11/2024", "October eleventh twenty twenty four"),
        ("us:03.12.2026", "the third of December twenty twenty six"),
        ("us:12.25.2026", "December twenty fifth twenty twenty six"),
        ("25.12.2023", "the twenty fifth of December twenty twenty three"),
        # no month is the 13th
        ("13/13/2024", "thirteen slash thirteen slash twenty twenty four"),
        ("3.1.10. Of mills", "three dot one dot ten. Of mills"),
        # only one order makes a date
        ("us:25/12/2024", "the twenty fifth of December twenty twenty four"),
    ),
    spoken_form(
        "ISO date",
        r"(?<![\w/.-])(?P<y>(?:1[5-9]|20)\d\d)(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)"
        r"(?P<d>\d{1,2})(?![\w/-])",
        _say_iso,
        ("2012-04-22", "the twenty second of April twenty twelve"),
        # no month is the 13th
        ("2012-13-22", "twenty twelve-thirteen-twenty two"),
    ),
    spoken_form(
        "days across months",
        _ACROSS_MONTHS,
        _say_across_months,
        (
            "July 30-Aug. 14, 1932",
            "July the thirtieth to August the fourteenth, nineteen thirty two",
        ),
        ("us:July 30–Aug. 14, 1932", "July thirtieth to August fourteenth, nineteen thirty two"),
        ("30 July – 14 Aug", "the thirtieth of July to the fourteenth of August"),
        ("us:open May 30 - June 2.", "open May thirtieth to June second."),
        needs="-–—",
    ),
    spoken_form(
        "days of a month",
        rf"(?:\bthe\s+)?\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?{_DAY}\s+{MONTH}",
        _say_days_of_month,
        ("10-12 May", "the tenth to the twelfth of May"),
    ),
    spoken_form(
        "month and days",
        rf"\b{MONTH}\s+{_DAY}\s?[-–]\s?(?P<last>\d{{1,2}})\b(?![\w/-])",
        _say_month_and_days,
        ("us:May 10-12", "May tenth to twelfth"),
        needs="-–",
    ),
    spoken_form(
        "day and month",
        # a weekday before it and a year behind it are part of the date
        rf"{WEEKDAY}?(?:\b[Tt]he\s+)?"
        rf"(?<![\w.,$£€/-]){_DAY}(?:\s+|-)"
        rf"(?:of\s+|day\s+of\s+)?{MONTH}"
        rf"(?:(?P<gap>,?[\s-]+){_YEAR}\b(?!,\d))?",
        _say_day_and_month,
        ("On 5 May 2005 he left", "On the fifth of May two thousand and five he left"),
        ("Mon 4 Nov", "Monday the fourth of November"),
        ("the 26th May", "the twenty sixth of May"),
        # in small letters a verb
        ("5 may come", "five may come"),
    ),
    spoken_form(
        "month and day",
        # a share, a time or a large count behind the month is no day
        rf"{WEEKDAY}?\b{MONTH}(?:\s+|-)(?:the\s+)?{_DAY}"
        r"(?!\d|:\d|[.,]\d|/\d|\s*(?:[ap]\.?m\b|%|percent|per cent|million|billion))"
        rf"(?:(?P<gap>,?[\s-]+){_YEAR}\b(?!,\d))?(?!\w)",
        _say_month_and_day,
        ("October 31, 2024", "October thirty first, twenty twenty four"),
        ("Sept 11 attacks", "September eleventh attacks"),
        ("us:Jan-15-2020", "January fifteenth twenty twenty"),
        ("Correction, Nov. 25: it", "Correction, November twenty fifth: it"),
        # a share, not a day
        ("May 5% rise", "May five percent rise"),
    ),
    spoken_form(
        "month and year",
        rf"\b{MONTH},?\s+{_YEAR}\b(?![,.]\d)",
        _say_month_and_year,
        ("December 2006", "December two thousand and six"),
        ("Feb 1987", "February nineteen eighty seven"),
        # a count with a comma, not a year
        ("March 3,000 miles", "March three thousand miles"),
        needs="12",
    ),
    spoken_form(
        "numeric day and month",
        r"(?P<before>\b(?:on|by|before|until|beginning|since|after|from) "
        r"|\breminder for )"
        r"(?P<a>1[0-2]|0?[1-9])/(?P<b>[12]\d|3[01]|0?[1-9])"
        r"(?![\w/-]|\.\d|\s(?:of|cup|mile|inch|hour|oz))",
        lambda match, variety: (
            None
            if variety.british
            else f"{match['before']}{MONTHS[int(match['a']) - 1]} {say_ordinal(int(match['b']))}"
        ),
        ("us:due on 9/12", "due on September twelfth"),
        needs="/",
    ),
)

WEEKDAYS: tuple[SpokenForm, ...] = (
    spoken_form(
        "weekday",
        # with a full stop, or before a day, a time or another word of dates
        # "Sat" and "Sun" are words, so they need "p.m." before them or a day behind.
        r"\b(?P<weekday>Mon|Tues?|Weds?|Thurs?|Fri|(?<=m\. )(?:Sat|Sun)"
        r"|(?:Sat|Sun)(?=\.\sthe\s\d))"
        r"\b\.?(?=\s*(?:[-–,]|and|to|at|\d)\s*\S|(?<=\.)\s*[a-z;]|(?<=\.)$)",
        _say_weekday,
        ("Open Fri. and Tues.", "Open Friday and Tuesday."),
        ("Wed and happy", "Wed and happy"),
        ("Tues at 9", "Tuesday at nine"),
        ("on Sat. the 5th", "on Saturday the fifth"),
        # a word as well, so it needs its full stop
        ("Sun and moon", "Sun and moon"),
    ),
    spoken_form(
        "Saturday and Sunday",
        r"\b(?P<weekday>Sat|Sun)\b(?P<stop>\.?)(?![\w'’/-])",
        _say_weekend_day,
        ("until Sat. and on Sun. night", "until Saturday and on Sunday night"),
        ("Fri., Sat. and Sun.", "Friday, Saturday and Sunday."),
        ("Sat 7.30pm", "Saturday seven thirty P M"),
        ("the show Sun. at noon", "the show Sunday at noon"),
        ("the midday Sun at noon", "the midday Sun at noon"),
        ("Sat at 9 desks", "Sat at nine desks"),
        # a verb and a star
        ("He turned to the Sun. Sat down", "He turned to the Sun. Sat down"),
        needs="S",
    ),
)
"""Stands behind all other days, and needs no figure."""
