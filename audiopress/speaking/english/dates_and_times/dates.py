# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Dates, years and times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    say_amount,
    say_cardinal,
    say_ordinal,
    say_pair,
    say_year,
)
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "MONTHS", "month_name"]

_BY_LETTERS = {
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
}  # fmt: skip
MONTHS = tuple(_BY_LETTERS.values())
_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|(?:january|february|april|june|july|august|september|"
    r"october|november|december)\b|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
    r"|(?:JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b)"
)
_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues?|Wed|Weds|Thu|Thurs?|Fri|Sat|Sun)(?:day|nesday|sday|rsday|urday)?)\b\.?,?\s+)"
_DAY = r"(?P<day>[0-2]?[1-9]|[123]0|31)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d{3}|20\d\d)"
_LATE = re.compile(r"\b(?:1[3-9]|2[0-3]):[0-5]\d\b")  # a clock of twenty four hours
_HALF = r"(?P<half>[ap])\.?\s?m\b(?P<stop>\.?)"


def month_name(text: str) -> str:
    """Return a month by its first three letters or more."""
    return _BY_LETTERS[text[:3].lower()]


def _day_month(match: re.Match[str], variety: Variety) -> str:
    weekday = f"{_DAYS[match['weekday'][:3].lower()]} " if match["weekday"] else ""
    said = f"{weekday}the {say_ordinal(int(match['day']))} of {month_name(match['month'])}"
    return said + _tail(match, variety)


def _month_day(match: re.Match[str], variety: Variety) -> str:
    weekday = f"{_DAYS[match['weekday'][:3].lower()]}, " if match["weekday"] else ""
    return f"{weekday}{month_name(match['month'])} {say_ordinal(int(match['day']))}" + _tail(
        match, variety
    )


def _tail(match: re.Match[str], variety: Variety) -> str:
    if not match["year"]:
        return ""
    comma = "," if "," in match["gap"] else ""
    return f"{comma} {say_year(int(match['year']), british=variety.british)}"


def _day_range(match: re.Match[str], _variety: Variety) -> str:
    first, last = say_ordinal(int(match["first"])), say_ordinal(int(match["day"]))
    return f"the {first} to the {last} of {month_name(match['month'])}"


def _month_day_range(match: re.Match[str], _variety: Variety) -> str:
    first, last = say_ordinal(int(match["day"])), say_ordinal(int(match["last"]))
    return f"{month_name(match['month'])} {first} to {last}"


def _month_year(match: re.Match[str], variety: Variety) -> str:
    return f"{month_name(match['month'])} {say_year(int(match['year']), british=variety.british)}"


def _numeric(match: re.Match[str], variety: Variety) -> str | None:
    first, second, third = int(match["a"]), int(match["b"]), match["c"]
    day_first = first > 12 or (variety.day_first and second <= 12)  # noqa: PLR2004
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= day <= 31 and 1 <= month <= 12):  # noqa: PLR2004
        return None
    full = int(third) if len(third) == 4 else int(third) + (2000 if int(third) < 50 else 1900)  # noqa: PLR2004
    return _full(day, month, full, variety, day_first=day_first)


def _iso(match: re.Match[str], variety: Variety) -> str | None:
    number, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not (1 <= day <= 31 and 1 <= month <= 12):  # noqa: PLR2004
        return None
    return _full(day, month, number, variety, day_first=variety.day_first or match["s"] == "-")


def _full(day: int, month: int, number: int, variety: Variety, *, day_first: bool) -> str:
    name, spoken = MONTHS[month - 1], say_year(number, british=variety.british)
    if day_first:
        return f"the {say_ordinal(day)} of {name} {spoken}"
    return f"{name} {say_ordinal(day)} {spoken}"


def _decade(match: re.Match[str], _variety: Variety) -> str:
    tens = {"1": "tens", "0": "hundreds"}
    number = match["decade"]
    if len(number) == 2:  # noqa: PLR2004
        return _plural(say_cardinal(int(number)))
    high, low = int(number[:2]), number[2:]
    if low == "00":
        return (
            f"{say_cardinal(high // 10)} thousands"
            if high % 10 == 0
            else f"{say_cardinal(high)} {tens['0']}"
        )
    return f"{say_cardinal(high)} {_plural(say_cardinal(int(low)))}"


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def _years(match: re.Match[str], variety: Variety) -> str:
    first, last = match["first"], match["last"]
    head = say_year(int(first), british=variety.british)
    if len(last) == 4:  # noqa: PLR2004
        return f"{head} to {say_year(int(last), british=variety.british)}"
    return f"{head} to {'two thousand' if last == '00' else say_pair(int(last))}"


def _short_year(text: str) -> str:
    return say_year(int(text)) if len(text) == 4 else say_pair(int(text))  # noqa: PLR2004


def _clock(match: re.Match[str], _variety: Variety) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return None
    zone = f" {match['zone'].upper()}" if match["zone"] else ""
    if (
        hour
        and not minute
        and match["hour"].startswith("0")
        and _LATE.search(match.string, max(0, match.start() - 40), match.end() + 40)
    ):
        return f"{say_cardinal(hour)} A M{zone}"
    return _hours(hour, minute) + zone


def _hours(hour: int, minute: int) -> str:
    if minute == 0:
        if hour in (0, 24):
            return "midnight"
        return f"{say_cardinal(hour)} o'clock" if hour <= 12 else f"{say_cardinal(hour)} hundred"  # noqa: PLR2004
    return f"{say_cardinal(hour) if hour else 'twelve'} {say_pair(minute)}"


def _half_day(match: re.Match[str], _variety: Variety) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return None
    said = say_cardinal(hour) + (f" {say_pair(minute)}" if minute else "")
    ends = match["stop"] and ends_sentence(match)
    return f"{said} {match['half'].upper()} M" + ("." if ends else "")


def _hour_range(match: re.Match[str], _variety: Variety) -> str:
    minute = int(match["minute"] or 0)
    return say_cardinal(int(match["hour"])) + (f" {say_pair(minute)}" if minute else "") + " to "


def _duration(match: re.Match[str], _variety: Variety) -> str:
    said = []
    for name in ("hour", "minute", "second"):
        number = int(match[name])
        said.append(f"{say_cardinal(number)} {name}{'' if number == 1 else 's'}")
    return f"{said[0]} {said[1]} and {said[2]}"


def _quarter(match: re.Match[str], variety: Variety) -> str:
    number = match["quarter"] or match["quarter2"]
    short = match["year"] or match["year2"]
    said = f"the {say_ordinal(int(number))} quarter"
    if not short:
        return said
    full = int(short)
    return f"{said} of {say_year(full, british=variety.british) if full > 99 else say_pair(full)}"  # noqa: PLR2004


def _half_year(match: re.Match[str], variety: Variety) -> str:
    half = {"1": "first", "2": "second"}[match["half"] or match["half2"]]
    full = int(match["year"] or match["year2"])
    return f"the {half} half of {say_year(full, british=variety.british) if full > 99 else say_pair(full)}"  # noqa: PLR2004


def _year(number: str, *, british: bool) -> str:
    return say_year(int(number), british=british)


def _era(match: re.Match[str], variety: Variety) -> str:
    number = match["year"]
    when = (say_amount if "," in number else _year)(number, british=variety.british)
    said = f"{when} {' '.join(match['era'].replace('.', ''))}"
    dotted = match["stop"] and ends_sentence(match)
    return said + ("." if dotted else "")


def _across_months(match: re.Match[str], variety: Variety) -> str | None:
    ends = [
        (match["day1"] or match["day2"], match["month1"] or match["month2"]),
        (match["day3"] or match["day4"], match["month3"] or match["month4"]),
    ]
    days = [(say_ordinal(int(day)), month_name(month)) for day, month in ends]
    form = "the {0} of {1}" if match["day2"] else "{1} {0}"
    if variety.british and not match["day2"]:
        form = "{1} the {0}"
    said = " to ".join(form.format(day, month) for day, month in days)
    if not match["year"]:
        return said
    return f"{said}, {say_year(int(match['year']), british=variety.british)}"


def _numbered(pattern: str, number: int) -> str:
    """Return a pattern of a day or month with its group numbered."""
    return re.sub(r"\(\?P<(day|month)>", rf"(?P<\g<1>{number}>", pattern)


_TO = r"\s?(?:-|–|—)\s?"
_ACROSS = (
    rf"\b(?:{_numbered(_MONTH, 1)}\s+{_numbered(_DAY, 1)}{_TO}{_numbered(_MONTH, 3)}\s+{_numbered(_DAY, 3)}"
    rf"|(?:[Tt]he\s+)?{_numbered(_DAY, 2)}\s+{_numbered(_MONTH, 2)}{_TO}{_numbered(_DAY, 4)}\s+{_numbered(_MONTH, 4)})"
    rf"(?:,?\s+{_YEAR}\b(?!,\d))?(?![\w/])"
)
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "named days",
        r"\b(?P<a>24/7/365|9/11|7/7|24/7|50/50|20/20|80/20)\b(?!/)",
        lambda match, _: " ".join(say_cardinal(int(part)) for part in match["a"].split("/")),
        ("the 9/11 attacks", "the nine eleven attacks"),
        ("open 24/7", "open twenty four seven"),
    ),
    spoken_form(
        "numeric date",
        r"(?<![\w/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<c>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)",
        _numeric,
        ("10/11/24", "the tenth of November twenty twenty four"),
        ("us:10/11/2024", "October eleventh twenty twenty four"),
        ("25.12.2023", "the twenty fifth of December twenty twenty three"),
    ),
    spoken_form(
        "ISO date",
        r"(?<![\w/.-])(?P<y>(?:1[5-9]|20)\d\d)(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\w/-])",
        _iso,
        ("2012-04-22", "the twenty second of April twenty twelve"),
    ),
    spoken_form(
        "days across months",
        _ACROSS,
        _across_months,
        (
            "July 30-Aug. 14, 1932",
            "July the thirtieth to August the fourteenth, nineteen thirty two",
        ),
        ("us:July 30–Aug. 14, 1932", "July thirtieth to August fourteenth, nineteen thirty two"),
        ("30 July – 14 Aug", "the thirtieth of July to the fourteenth of August"),
        ("us:open May 30 - June 2.", "open May thirtieth to June second."),
    ),
    spoken_form(
        "days of a month",
        rf"(?:\bthe\s+)?\b(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?{_DAY}\s+{_MONTH}",
        _day_range,
        ("10-12 May", "the tenth to the twelfth of May"),
    ),
    spoken_form(
        "month and days",
        rf"\b{_MONTH}\s+{_DAY}\s?[-–]\s?(?P<last>\d{{1,2}})\b(?![\w/-])",
        _month_day_range,
        ("us:May 10-12", "May tenth to twelfth"),
    ),
    spoken_form(
        "day and month",
        rf"{_WEEKDAY}?(?:\b[Tt]he\s+)?(?<![\w.,$£€/-]){_DAY}(?:\s+|-)(?:of\s+|day\s+of\s+)?{_MONTH}(?:(?P<gap>,?[\s-]+){_YEAR}\b(?!,\d))?",
        _day_month,
        ("On 5 May 2005 he left", "On the fifth of May two thousand and five he left"),
        ("Mon 4 Nov", "Monday the fourth of November"),
        ("the 26th May", "the twenty sixth of May"),
    ),
    spoken_form(
        "month and day",
        rf"{_WEEKDAY}?\b{_MONTH}(?:\s+|-)(?:the\s+)?{_DAY}(?![\d:]|[.,]\d|/\d|\s*(?:[ap]\.?m\b|%|percent|per cent|million|billion))(?:(?P<gap>,?[\s-]+){_YEAR}\b(?!,\d))?(?!\w)",
        _month_day,
        ("October 31, 2024", "October thirty first, twenty twenty four"),
        ("Sept 11 attacks", "September eleventh attacks"),
        ("us:Jan-15-2020", "January fifteenth twenty twenty"),
    ),
    spoken_form(
        "month and year",
        rf"\b{_MONTH},?\s+{_YEAR}\b(?![,.]\d)",
        _month_year,
        ("December 2006", "December two thousand and six"),
        ("Feb 1987", "February nineteen eighty seven"),
    ),
    spoken_form(
        "weekday",
        r"\b(?P<weekday>Mon|Tues?|Weds?|Thurs?|Fri|(?<=m\. )(?:Sat|Sun)|(?:Sat|Sun)(?=\.\sthe\s\d))\b\.?(?=\s*(?:[-–,]|and|to|at|\d)\s*\S|(?<=\.)\s*[a-z;]|(?<=\.)$)",
        lambda match, _: _DAYS[match["weekday"][:3].lower()],
        ("Tues at 9", "Tuesday at nine"),
        ("on Sat. the 5th", "on Saturday the fifth"),
    ),
    spoken_form(
        "quarter",
        r"\b(?:(?P<quarter>[1-4])Q(?P<year>\d\d)|Q(?P<quarter2>[1-4])(?:[\s-](?P<year2>20\d\d))?)\b",
        _quarter,
        ("growth in 2Q22", "growth in the second quarter of twenty two"),
        ("in Q3", "in the third quarter"),
    ),
    spoken_form(
        "half year",
        r"\b(?:H(?P<half>[12])[\s-](?P<year>20\d\d)|(?P<half2>[12])H[\s-]?(?P<year2>(?:20)?\d\d))\b",
        _half_year,
        ("profit in H1 2024", "profit in the first half of twenty twenty four"),
    ),
    spoken_form(
        "hours from Greenwich",
        r"\b(?P<zone>GMT|UTC)\s?(?P<sign>[+\-−–])\s?(?P<hour>\d{1,2})(?![\d:.])",
        lambda match, _: (
            f"{match['zone']} {'plus' if match['sign'] == '+' else 'minus'} {say_cardinal(int(match['hour']))}"
        ),
        ("GMT-5", "GMT minus five"),
    ),
    spoken_form(
        "decades",
        r"(?P<first>\b(?:1[0-9]|20)?\d0s)\s?[-–]\s?(?=(?:1[0-9]|20)?\d0s\b)",
        r"\g<first> to ",
        ("1960s-1980s", "nineteen sixties to nineteen eighties"),
    ),
    spoken_form(
        "numeric day and month",
        r"(?P<before>\b(?:on|by|before|until|beginning|since|after|from) |\breminder for )(?P<a>1[0-2]|0?[1-9])/(?P<b>[12]\d|3[01]|0?[1-9])(?![\w/-]|\.\d|\s(?:of|cup|mile|inch|hour|oz))",
        lambda match, variety: (
            None
            if variety.british
            else f"{match['before']}{MONTHS[int(match['a']) - 1]} {say_ordinal(int(match['b']))}"
        ),
        ("us:due on 9/12", "due on September twelfth"),
    ),
    spoken_form(
        "decade",
        r"(?:(?<!\w)['’‘]\s?(?=\d\ds))?(?<![\w.,£$€])(?P<decade>(?:1[0-9]|20)\d0|[2-9]0(?!\s))\s?['’]?s\b",
        _decade,
        ("the 1990s", "the nineteen nineties"),
        ("in the mid-2000s", "in the mid-two thousands"),
        ("the '60s", "the sixties"),
    ),
    spoken_form(
        "short year",
        r"(?<!\w)['’‘](?P<y>\d\d)\b(?!['’″\"]|[.,:]\d|-\d)",
        lambda match, _: say_pair(int(match["y"])),
        ("summer of '69", "summer of sixty nine"),
        ("class of ’05", "class of oh five"),
    ),
    spoken_form(
        "short century",
        r"\b(?:C(?P<n>\d{1,2})th\b|(?P<n2>\d{1,2})(?:th|st|nd|rd) C\b\.?)",
        lambda match, _: f"{say_ordinal(int(match['n'] or match['n2']))} century",
        ("a 19th C barn", "a nineteenth century barn"),
    ),
    spoken_form(
        "years",
        r"(?<![\w.,£$€/-])(?P<first>1[0-9]\d\d|20\d\d)\s?[-–—]\s?(?P<last>(?:1[0-9]|20)\d\d|\d\d)(?![\w%]|[.,-]\d|\s?(?:%|per))",
        _years,
        ("1939-45", "nineteen thirty nine to forty five"),
        ("1914–1918 war", "nineteen fourteen to nineteen eighteen war"),
    ),
    spoken_form(
        "fiscal year",
        r"(?<![\w.,£$€/-])(?P<first>20\d\d|19\d\d)\s?/\s?(?P<last>(?:20|19)?\d\d)(?![\w/%]|[.,]\d)",
        lambda match, variety: (
            f"{say_year(int(match['first']), british=variety.british)} {_short_year(match['last'])}"
        ),
        ("2025/2026", "twenty twenty five twenty twenty six"),
        ("the 2023/24 season", "the twenty twenty three twenty four season"),
    ),
    spoken_form(
        "era",
        r"(?<![\w,.])(?P<year>\d{1,3},\d{3}|\d{1,4})\s?(?P<era>A\.?D|B\.?C\.?E|B\.?C|C\.?E)\b(?P<stop>\.?)",
        _era,
        ("built in 340 A.D. The wall", "built in three forty A D. The wall"),
        ("about 5,000 BC", "about five thousand B C"),
        ("340 A.D. or so", "three forty A D or so"),
    ),
    spoken_form(
        "duration",
        r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d)(?![\d:])",
        _duration,
        ("ran it in 2:59:40", "ran it in two hours fifty nine minutes and forty seconds"),
    ),
    spoken_form(
        "half-day range",
        r"(?<![\w:.£$€])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?[-–]\s?(?=\d{1,2}(?:[:.][0-5]\d)?\s?[ap]\.?m\b)",
        _hour_range,
        ("9-11am", "nine to eleven A M"),
    ),
    spoken_form(
        "half day",
        rf"(?<![\w:.£$€])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}",
        _half_day,
        ("at 7.30pm", "at seven thirty P M"),
        ("1:59 p.m. today", "one fifty nine P M today"),
        ("at 5 p.m. The shop", "at five P M. The shop"),
        flags=re.IGNORECASE,
    ),
    spoken_form(
        "half-day range",
        r"(?<= [AP] M)\s?[-–]\s?(?=[a-z])",
        " to ",
        ("4am - 7am", "four A M to seven A M"),
    ),
    spoken_form(
        "clock",
        r"(?<![\w:.£$€/-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])(?:\s?(?P<zone>GMT|BST|UTC|EST|ET|CET|EDT|PST|PT|IST)\b)?(?!\s?(?:ratio|odds))",
        _clock,
        ("at 21:35", "at twenty one thirty five"),
        ("at 09:05 GMT", "at nine oh five GMT"),
        ("at 18:00", "at eighteen hundred"),
        ("23:00 to 06:00", "twenty three hundred to six A M"),
    ),
    spoken_form(
        "clock with a point",
        r"(?<=\bat )(?P<hour>1?\d|2[0-3])\.(?P<minute>[0-5]\d)(?![\d%]|p\b|\s(?:per|million|billion|percent|pence|euros?|dollars?|pounds?|points?|cents?|kg|kilos?|met(?:er|re)s?|seconds?|degrees?|miles?|km)\b)(?P<zone>)",
        lambda match, variety: _clock(match, variety) if variety.british else None,
        ("at 6.15 on Friday", "at six fifteen on Friday"),
    ),
)
