"""German dates, scores, races and Roman numerals, which need more than a word for a word."""

from __future__ import annotations

import re

from audiopress.speaking.european.numbers.numerals import say_ordinal
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["say_german"]

_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
"""The months in their order, as they are said."""

_WEEKDAYS = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonnabend",
    "Sonntag",
)
"""The weekdays; the sixth has two names."""

_DATE = compile_late(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?![\d.]*\d)")
"""Matches "3.5.2024", not a version "1.2.3"."""

_DAY_AND_DATE = compile_late(
    rf"(?P<am>\b(?:[Aa][mb]|[Bb]is|[Vv]o[mn]|[Ss]eit|[Zz]um)\s)?(?P<day>\b{any_of(_WEEKDAYS)}),? "
    rf"(?=\d{{1,2}}\. ?(?:{any_of(_MONTHS)}\b|(?:0?[1-9]|1[0-2])\.(?!\s?\d)))"
)
"""Matches "am Montag, " before "3. Mai" or "3.5.": the article that is said is not written."""

_RACE = compile_late(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])(?: Std\.?| Stunden)?")
"""Matches "2:59:40", with "Std." behind it or not."""

_MINUTES = compile_late(r"(?<![\w:.,])(\d{1,3}):([0-5]\d) (Minuten|Stunden)\b")
"""Matches "12:30 Minuten", which lasted so long."""

_SCORE = compile_late(
    r"(?<![\d:.,])(?<!\b[Uu]m )(\d{1,2}):(\d{1,2})"
    r"(?![\d:]|\s?Uhr| (?:und|bis|oder) \d{1,2}:\d\d\s?Uhr)"
)
"""Matches "3:2", not the time of "20:15 Uhr" or "um 20:15"."""

_FEMALE_NOUNS = ("Stunde", "Minute", "Sekunde", "Woche", "Person", "Tonne", "Meile")
"""Nouns of which one is "eine"."""

_OTHER_NOUNS = (
    "Meter",
    "Kilo",
    "Liter",
    "Jahr",
    "Tag",
    "Monat",
    "Prozent",
    "Euro",
    "Dollar",
    "Mal",
)
"""Nouns of which one is "ein"."""

_TITLES_OF_MONARCHS = (
    "Kaiser",
    "König",
    "Königin",
    "Papst",
    "Zar",
    "Fürst",
    "Prinz",
    "Herzog",
    "Großherzog",
    "Kaiserin",
    "Zarin",
    "Fürstin",
    "Prinzessin",
    "Herzogin",
    "Großherzogin",
    "Queen",
    "King",
)
"""Titles behind which any name may bear a numeral: "König Ludwig II."."""

_MONARCHS = (
    "Elisabeth",
    "Ludwig",
    "Wilhelm",
    "Friedrich(?: Wilhelm)?",
    "Karl",
    "Heinrich",
    "Otto",
    "Johannes Paul",
    "Benedikt",
    "Franz",
    "Nikolaus",
    "Katharina",
    "Charles",
    "Leo",
    "Pius",
)
"""Names that bear a numeral without a title."""

_QUEEN = compile_late(
    r"^(?:Queen|\w+in)\s"
    r"|\b(?:Elisabeth|Elizabeth|Katharina|Margrethe|Maria|Mary|Anna|Anne|Isabella|Victoria"
    r"|Viktoria|Wilhelmina|Juliana|Beatrix|Christina|Charlotte|Sophie|Elena|Olga|Jelena)s?$"
)
"""Matches who is told by her title ("Königin", by its ending) or her first name."""

_MONARCH = compile_late(
    rf"\b(?P<name>{any_of(_TITLES_OF_MONARCHS)}\s\w+|{'|'.join(_MONARCHS)})"
    # "Franz X." is Franz Xaver, and "Karl M." a man whose name is not told.
    rf"\s(?!(?<=Franz\s)X\.)(?P<numeral>{PLAIN_NUMERAL})\.(?P<own>s?)(?=\W|$)"
)
"""Matches "Ludwig XIV.", whose full stop says that the numeral is an ordinal."""

_OF_MONARCH = compile_late(
    rf"\b(?P<name>{'|'.join(name for name in _MONARCHS if name != 'Franz')})s"
    rf"\s(?P<numeral>{PLAIN_NUMERAL})\.(?=\W|$)"
)
"""Matches "Ludwigs XIV.", whose rank is a genitive too."""

_COUNTED_NOUNS = (
    "Abschnitt",
    "Akt",
    "Armee",
    "Bezirk",
    "Buch",
    "Internationale",
    "Jahrhundert",
    "Kapitel",
    "Klasse",
    "Kongress",
    "Korps",
    "Liga",
    "Quartal",
    "Republik",
    "Senat",
    "Sinfonie",
    "Teil",
    "Weltkrieg",
    "Zivilsenat",
)
"""Nouns that are counted by one letter too: "der I. Weltkrieg"."""

_NOTHING_FOLLOWS = compile_late(r"[\"”“’')»«]*(?:\s+[A-ZÄÖÜ„“\"]|\s*$)")
"""Matches behind a numeral where its full stop ends the sentence too, as it mostly does there."""

_NUMBERED = compile_late(
    r"\b(?P<word>Kapitel|Teil|Band|Akt|Buch|Artikel|Anhang|Phase|Hartz|Klasse|Gruppe|Typ|Stufe"
    rf"|Weltkrieg|Basel|Solvency)\s(?!X\b)(?P<numeral>{PLAIN_NUMERAL})\b"
)
"""Matches what is numbered by numerals that stand behind it: "Hartz IV", "Kapitel IV"."""

_COUNTED = compile_late(
    r"\b(?P<word>[Dd]er|[Dd]ie|[Dd]as|[Dd]em|[Dd]en|[Dd]es|[Ii]m|[Aa]m|[Vv]om|[Zz]um)\s"
    rf"(?P<numeral>(?=[IVXLCDM]{{2}}){PLAIN_NUMERAL}|[IVX](?=\. {any_of(_COUNTED_NOUNS)}))"
    r"\.\s(?=[A-Z])"
)
"""Matches "im XIX. " before a noun: an ordinal behind an article; "der V. Weber" is a name."""


def say_german(text: str) -> str:
    """Return ``text`` with dates, scores and numerals as numbers in figures or words.

    Dates get their month and article, scores their "zu", numerals their rank.
    """
    # Dates in figures first, for the next pattern looks for the name of a month.
    text = _DATE.sub(_write_date, text)
    text = _DAY_AND_DATE.sub(_write_day, text)
    # What no other file knows: "2:59:40", "3:2", and Roman numerals.
    text = _RACE.sub(_write_race, text)
    text = _MINUTES.sub(r"\1 \3 \2", text)
    text = _SCORE.sub(r"\1 zu \2", text)
    # Behind races, which write "1 Stunde".
    text = re.sub(rf"(?<![\w.,:/-])1 (?={any_of(_FEMALE_NOUNS)})", "eine ", text)
    text = re.sub(rf"(?<![\w.,:/-])1 (?={any_of(_OTHER_NOUNS)}\b)", "ein ", text)
    text = _MONARCH.sub(_write_monarch, text)
    text = _OF_MONARCH.sub(_write_of_monarch, text)
    text = _NUMBERED.sub(lambda m: f"{m['word']} {roman_value(m['numeral'])}", text)
    return _COUNTED.sub(lambda m: f"{m['word']} {roman_value(m['numeral'])}. ", text)


def _write_date(match: re.Match[str]) -> str:
    month = int(match[2])
    if not 1 <= month <= len(_MONTHS):
        return match[0]
    return f"{int(match[1])}. {_MONTHS[month - 1]} {match[3]}"


def _write_day(match: re.Match[str]) -> str:
    return f"{match['am'] or ''}{match['day']}, {'dem' if match['am'] else 'der'} "


def _write_race(match: re.Match[str]) -> str:
    parts = zip(map(int, match.groups()), ("Stunde", "Minute", "Sekunde"), strict=True)
    return " ".join(f"{number} {word}{'' if number == 1 else 'n'}" for number, word in parts)


def _write_of_monarch(match: re.Match[str]) -> str:
    """Return "Ludwigs des vierzehnten", "Elisabeths der zweiten"."""
    article = "der" if _QUEEN.search(match["name"]) else "des"
    rank = say_ordinal(roman_value(match["numeral"]), "de")
    at_end = not match.string[match.end() :].strip(" \"”“’')»«")
    return f"{match['name']}s {article} {rank}n{'.' if at_end else ''}"


def _write_monarch(match: re.Match[str]) -> str:
    """Return "Ludwig der vierzehnte", "Elisabeth die zweite"."""
    article = "die" if _QUEEN.search(match["name"]) else "der"
    rank = say_ordinal(roman_value(match["numeral"]), "de")
    if match["own"]:
        # "Elisabeth II.s Sohn": the name and its rank are both genitives.
        return f"{match['name']}s {'der' if article == 'die' else 'des'} {rank}n"
    ends = _NOTHING_FOLLOWS.match(match.string[match.end() :])
    return f"{match['name']} {article} {rank}{'.' if ends else ''}"
