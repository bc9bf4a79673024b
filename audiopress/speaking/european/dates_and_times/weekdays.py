"""Weekdays in their short forms: "Mo.-Fr.", "am Fr. um 9 Uhr", "lun. a vie.", "do. 4 dec.".

Most of these letters are words as well ("Fr." is "Frau", "mar" the sea), so one of them is a day
when it stands with another day, or beside a date, an hour or an article that only days have.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from audiopress.speaking.european.dates_and_times.dates import MONTHS_IN_LETTERS, name_months
from audiopress.speaking.european.words.sentence_ends import opens_sentence
from audiopress.text.lazy_regex import compile_late, compile_once
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

__all__ = ["say_weekdays"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Days:
    """The weekdays of one language.

    ``names`` by their short forms; ``words`` are those of them that are words without a stop too.
    ``to`` and ``both`` stand between two days in place of a dash and a slash (``to_the`` where the
    first has an article), ``first`` before the first of them; ``joined`` are the words that may be
    written between. ``articles`` are patterns of what stands before one day alone, ``at`` of what
    stands before its hour, ``hour`` of what makes a number one.
    """

    names: dict[str, str]
    to: str
    both: str
    joined: str
    articles: str
    at: str
    hour: str
    words: tuple[str, ...] = ()
    to_the: str = ""
    first: str = ""


_HOUR = r"(?:\s?[hH]\b|\s?[hH]\s?\d\d\b|[:.]\d\d|(?:\s?[-–]\s?| (?:a|à|tot) )\d{1,2}\b)"
"""Matches what makes a number an hour in most languages: "9h", "9.30", "9-18"."""

_DAYS = {
    "de": _Days(
        names={"Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag",
               "Fr": "Freitag", "Sa": "Samstag", "So": "Sonntag"},
        to="bis", both="und", joined="bis|und|oder|sowie",
        articles="[Aa]m|[Jj]eden|[Vv]om|[Zz]um|(?:[Kk]ommende|[Nn]ächste|[Dd]iese|[Ll]etzte)n",
        at="um |ab |von |bis |gegen |nur |jeweils ",
        # "Fr. 12.50" and "Fr. 10-20" are francs.
        hour=r"(?:[.:]\d\d)?(?:\s?(?:[-–]|bis|und)\s?\d{1,2}(?:[.:]\d\d)?)?\s?(?:Uhr|h)\b|:\d\d",
        words=("So",),
    ),
    "fr": _Days(
        names={"lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi",
               "ven": "vendredi", "sam": "samedi", "dim": "dimanche"},
        to="à", both="et", joined="à|au|et|ou", articles="[Ll]e|[Cc]e|[Dd]u|[Aa]u|[Cc]haque",
        at="à |de |dès |vers ", hour=_HOUR, words=("mer", "mar", "jeu", "sam"), to_the="au",
    ),
    "es": _Days(
        names={"lun": "lunes", "mar": "martes", "mié": "miércoles", "mie": "miércoles",
               "jue": "jueves", "vie": "viernes", "sáb": "sábado", "sab": "sábado",
               "dom": "domingo"},
        to="a", both="y", joined="al?|y|o", articles="[Ee]l(?! mar)|[Ll]os(?! mar)|[Cc]ada",
        at="a las |de |desde las |a partir de las ", hour=_HOUR, words=("mar",),
    ),
    "it": _Days(
        names={"lun": "lunedì", "mar": "martedì", "mer": "mercoledì", "gio": "giovedì",
               "ven": "venerdì", "sab": "sabato", "dom": "domenica"},
        to="a", both="e", joined="al?|e|o", articles="[Ii]l|[Dd]al?|[Oo]gni|[Aa]l",
        at="alle |dalle |ore ", hour=_HOUR, words=("mar",), to_the="al", first="da",
    ),
    "pt": _Days(
        names={"seg": "segunda", "ter": "terça", "qua": "quarta", "qui": "quinta",
               "sex": "sexta", "sáb": "sábado", "sab": "sábado", "dom": "domingo"},
        to="a", both="e", joined="à|a|e|ou", articles="[Nn]a|[Nn]o(?! dom)|[Cc]ada",
        at="às |das |a partir das ", hour=_HOUR, words=("ter", "dom"),
    ),
    "nl": _Days(
        names={"ma": "maandag", "di": "dinsdag", "wo": "woensdag", "do": "donderdag",
               "vr": "vrijdag", "za": "zaterdag", "zo": "zondag"},
        to="tot en met", both="en", joined="tot(?: en met)?|t/m|en|of",
        articles="[Oo]p|[Ee]lke|[Dd]eze", at="om |van |vanaf |tot ",
        hour=rf"(?:\s?uur\b|{_HOUR})", words=("ma", "zo"),
    ),
}  # fmt: skip
"""By language."""

_FULL = {"segunda": "-feira", "terça": "-feira", "quarta": "-feira", "quinta": "-feira",
         "sexta": "-feira"}  # fmt: skip
"""What a day has behind it where it stands alone."""

_SHUT = any_of(
    "Ruhetag", "[Gg]eschlossen", "zu", "geöffnet", "frei", "[Ff]ermée?s?", "[Oo]uverte?s?",
    "[Cc]errad[oa]s?", "[Aa]biert[oa]s?", "[Cc]hius[oaei]", "[Aa]pert[oaei]", "[Rr]iposo",
    "[Ff]echad[oa]s?", "[Aa]bert[oa]s?", "[Ff]olga", "[Gg]esloten", "[Dd]icht", "[Oo]pen",
)  # fmt: skip
"""Matches what is said of a day on which a house is shut, or open."""

_LETTERS = compile_late(r"(?<![\w.-])L\s?(?:[-–]|a)\s?(?P<last>[JVSD])\b(?=[:,]?\s(?:de\s|\d))")
"""Matches the Spanish "L-V" in front of hours."""

_BY_LETTER = {"J": "jueves", "V": "viernes", "S": "sábado", "D": "domingo"}
"""Days by one letter, as opening hours end."""

_DASHES = ("-", "–", "—")
"""Signs that stand between the first and the last of some days."""

_LOOKS_BACK = 10
"""Characters before a day in which its article is looked for; the longest has nine."""


def say_weekdays(text: str, language: str) -> str:
    """Return ``text`` with the short forms of weekdays written out."""
    if language == "es":
        text = _LETTERS.sub(lambda match: f"lunes a {_BY_LETTER[match['last']]}", text)
    return _compile_run(language).sub(lambda match: _say_run(match, language), text)


@cache
def _compile_run(language: str) -> re.Pattern[str]:
    """Match one day, or days with what joins them: "Mo.-Fr. und So."."""
    day = _compile_day(language)
    joined = rf"\.?,?\s(?:{_DAYS[language].joined}|[&+])\s|\.?\s?[-–—/+&]\s?"
    return compile_once(rf"(?<![\w.,/@-]){day}(?:(?:{joined}){day})*(?P<stop>\.?)(?![\w/@-])")


def _compile_day(language: str) -> str:
    names = _DAYS[language].names
    either = names if language == "de" else (*names, *map(str.capitalize, names))
    return rf"(?:{any_of(either)}(?!\w))"


def _say_run(match: re.Match[str], language: str) -> str:
    days = _DAYS[language]
    parts = compile_once(_compile_day(language)).split(match[0].removesuffix("."))
    found = compile_once(_compile_day(language)).findall(match[0])
    names = [days.names[day if day in days.names else day.lower()] for day in found]
    told = _are_days(match, found, parts[1:-1], language) if found[1:] else _is_day(match, language)
    if not told:
        return match[0]
    if not found[1:]:
        names = [names[0] + _FULL.get(names[0], "")]
    joints = [_say_joint(joint, match, language) for joint in parts[1:-1]]
    said = "".join(map("".join, zip(names, (*joints, ""), strict=True)))
    if days.first and set(_DASHES) & {joint.strip(". ") for joint in parts[1:-1]}:
        said = _put_first(said, match, days)
    said = said[0].upper() + said[1:] if found[0][0].isupper() else said
    return said + _find_stop(match, language)


def _put_first(said: str, match: re.Match[str], days: _Days) -> str:
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()].lower()
    return said if before.endswith(("da ", "dal ")) else f"{days.first} {said}"


def _say_joint(written: str, match: re.Match[str], language: str) -> str:
    """Return what is said between two days for what is written there."""
    days, sign = _DAYS[language], written.strip(". ")
    if sign in _DASHES:
        before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()].lower()
        # "du lun.-ven.", "dal lun.-ven.": with the article of the first day.
        article = before.endswith((" du ", " dal ")) or before in ("du ", "dal ")
        return f" {days.to_the if article else days.to} "
    if sign in ("/", "&", "+"):
        return f" {days.both} "
    return written.replace(".", "")


def _are_days(match: re.Match[str], found: list[str], joints: list[str], language: str) -> bool:
    """Whether letters that stand together are days: a dash or a stop tells, or what follows."""
    if len(set(found)) < len(found):
        return False
    if any(joint.strip(". ") in (*_DASHES, "/", "+", "&", "t/m", "tot en met") for joint in joints):
        return True
    stops = any("." in joint for joint in joints)
    return stops or bool(_compile_beside(language).match(match.string, match.end()))


def _is_day(match: re.Match[str], language: str) -> bool:
    """Whether one short form is a day: beside a date, an hour, an article or another day."""
    text, end, word = match.string, match.end(), match[0].removesuffix(".")
    in_doubt = word.lower() in _DAYS[language].words or word in _DAYS[language].words
    if match["stop"] or (word[0].isupper() and not in_doubt):
        if _compile_beside(language).match(text, end):
            return True
    elif not in_doubt:
        return bool(_compile_date(language).match(text, end))
    before = text[max(0, match.start() - _LOOKS_BACK) : end]
    return bool(match["stop"] and _compile_told(language).search(before)) or bool(
        match["stop"] and _compile_further(language, capital=word[0].isupper()).match(text, end)
    )


@cache
def _compile_told(language: str) -> re.Pattern[str]:
    """Match what stands before a day with a stop, and the day at the end: "am Fr."."""
    article, day = _DAYS[language].articles, _compile_day(language)
    return compile_once(rf"(?:\b(?:{article}|{_SHUT})|(?<!\w){day}\.,?)\s(?=\w+\.$)")


@cache
def _compile_further(language: str, *, capital: bool) -> re.Pattern[str]:
    """Match another day behind a comma, or behind a blank with a stop and a like first letter."""
    day = _compile_day(language)
    alike = r"(?=[^\W\d_a-z])" if capital else "(?=[a-z])"
    return compile_once(rf",\s{day}|\s{alike}{day}\.")


@cache
def _compile_date(language: str) -> re.Pattern[str]:
    months = any_of(*name_months(language), *filter(None, MONTHS_IN_LETTERS[language]))
    named = rf"\d{{1,2}}(?:\.|er|[°º])?\s(?:de\s)?{months}\b"
    figures = r"\d{1,2}/(?:0?[1-9]|1[0-2])\b"
    if language == "de":
        figures = r"(?:[1-9]|[0-2]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\."
    return compile_once(rf",?\s(?:d[aeo]n?\s|[ei]l\s)?(?:{named}|{figures})")


@cache
def _compile_beside(language: str) -> re.Pattern[str]:
    days = _DAYS[language]
    hour = rf"[,:]?\s(?:{days.at})?\d{{1,2}}(?:{days.hour})"
    shut = rf"[:,]?\s(?:(?:ist|sind|est|es|è|é|is)\s)?{_SHUT}(?!\w)"
    return compile_once(rf"(?:{_compile_date(language).pattern})|(?:{hour})|(?:{shut})")


def _find_stop(match: re.Match[str], language: str) -> str:
    """Return the stop of a sentence, or the comma that "Mo. Di. Mi." has not."""
    text, at = match.string, match.end()
    if not match["stop"]:
        return ""
    if not text[at:].strip() or opens_sentence(text, at, language):
        return "."
    further = _compile_further(language, capital=match[0][0].isupper()).match(text, at)
    return "," if further and further[0][0] == " " else ""
