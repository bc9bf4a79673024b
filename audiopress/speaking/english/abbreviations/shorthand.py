"""Shorthand of print: "eg", "w/o", "his/her", "pp.", "Oct.", "ext. 12", "s. 20(1)(a)".

Here belongs what is short because of the figure, slash or bracket beside it, and the months, which
`dates_and_times/` then finds in full. Parts of a book or a law with a number ("Fig. 3") stand in
`references.py`, what needs nothing beside it in `common.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.dates_and_times.calendar_names import MONTHS, find_month
from audiopress.speaking.english.names.title_table import TITLES
from audiopress.speaking.english.numbers.number_words import (
    THREE_DIGITS,
    say_cardinal,
    say_code,
    say_digits,
)
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.speaking.roman_numerals import roman_value
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SLASHED = {
    "w/o": "without",
    "w/c": "week commencing",
    "n/a": "not applicable",
    "c/o": "care of",
    "b/c": "because",
    "s/he": "she or he",
    "y/o": "year old",
    "a/c": "account",
    "L/Cpl": "Lance Corporal",
}
"""Words that are shortened by a slash, which is not said."""

_EITHER = (
    "brother",
    "dad",
    "daughter",
    "false",
    "father",
    "female",
    "he",
    "her",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "male",
    "mother",
    "mum",
    "no",
    "or",
    "she",
    "sister",
    "son",
    "their",
    "them",
    "they",
    "true",
    "yes",
)
"""Words between which a slash is said "or": "his/her"; "AC/DC" is not of them."""

_BEFORE_FIGURES = {
    "Apt": "Apartment",
    "apt": "apartment",
    "Ste": "Suite",
    "Rt": "Route",
    "Rte": "Route",
    "Prop": "Proposition",
    "ext": "extension",
    "Ext": "Extension",
    "Bldg": "Building",
    "Sch": "Schedule",
    "reg": "regulation",
    "regs": "regulations",
    "Dist": "District",
    "Rm": "Room",
    "Amend": "Amendment",
    "Ex": "Exhibit",
    "Cat": "Category",
    "cl": "clause",
    "Op": "Opus",
    "op": "opus",
    "col": "column",
    "tel": "telephone",
    "Tel": "Telephone",
}
"""Short forms with their full stop in front of a figure: "Apt. 4B"; elsewhere they are words."""

_FOOTNOTES = {
    "eg": "for example,",
    "ie": "that is,",
    "cf": "compare",
    "Cf": "Compare",
    "viz": "namely",
    "nb": "note",
    "NB": "note",
}
"""Words of footnotes, with the comma that belongs to what is said."""

_CLAUSE = r"(?:\((?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})\))"
"""Matches one bracket of a law: "(1)", "(b)", "(iii)", not "(yes)"."""

_SURELY_PAGES = 100
"""From so many on "pp" is pages, as no share rises by as many points."""

_BOOK_IN_FRONT = re.compile(
    r"(?:(?:[£$€]\d[\d.,]*|\([^()%\d]*[A-Z][^()%\d]*),\s?"
    r"|\b(?:[Bb]ook(?:let)?s?|[Nn]ovels?|[Pp]aperbacks?|[Hh]ardbacks?|[Pp]amphlets?|[Bb]rochures?)"
    r"(?:,|\s(?:of|at|with|is|was|has|had|runs\sto))?\s)\Z"
)
"""Matches what stands in front of the pages of a book: a price, a publisher in brackets, "book"."""

_BOOK_BEHIND = re.compile(
    r"(?:,|;|\s?[(:])\s?(?:[£$€]\d"
    r"|(?:hb|pb|hardback|paperback|hardcover|illustrat\w+|ISBN)\b|[A-Z][\w ]*(?:,\s[£$€]\d|\)))"
    r"|\s(?:[a-z-]+\s){0,2}(?:book(?:let)?|novel|paperback|hardback|pamphlet|brochure|catalogue"
    r"|report|document|dossier|guide|judgment|magazine|manual|memoir|supplement|volume)s?\b"
)
"""Matches what stands behind them: a price, a binding, a publisher, or the book itself."""

_CHANGED = re.compile(
    r"(?:\b(?:up|down|by|from|to|rose|risen|fell|fallen|gained|added|lost|lead|swing|margin)"
    r"(?:\s(?:a|about|around|another|over|nearly))?\s|[+\-−–])\Z"
)
"""Matches what is measured in points, up to the number: "up 12 pp. on the year"."""

_COMPARED = (
    r"(?:higher|lower|ahead|behind|above|below|more|less|fewer|clear|up|down|leads?|rises?|falls?"
    r"|rose|fell|gaps?|margins?|swings?|drops?|gains?|increases?|advantage|majority)\b"
)
"""Matches a word that compares two shares."""

_COMPARED_BEHIND = re.compile(rf"[\s-](?:[a-z]+\s)?{_COMPARED}")
"""Matches such a word right behind points, which are of no book then: "a 24 pp. rise"."""

_COMPARED_IN_FRONT = re.compile(rf"\b{_COMPARED}[^.;]*\Z", re.IGNORECASE)
"""Matches such a word in front of them, in the same sentence: "The lead is 120 pp."."""

_IN_FRONT = 60
"""Characters in front of a number of pages that are looked at: the brackets of a book."""


_CHARGED = r"(?:wounding|assault|GBH|ABH|agreement|eviction|notice|offence)s?\b"
"""Matches what is named by the section of its law: "s18 wounding"."""

_OF_A_LAW = re.compile(
    rf"\A\d{{1,3}}[A-Z]?(?:\(\w{{1,3}}\))*(?:\s(?P<thing>{_CHARGED})"
    r"|\s(?:of\s)?(?:the|that|this)\s[^.;]{0,50}\b(?:Act|Bill|Code|Constitution|Ordinance)\b)"
)
"""Matches the number of a section and what tells that it is one."""

_IN_LAW = re.compile(
    r"\b(?:under|contrary to|pursuant to|by virtue of|within the meaning of|breach of"
    r"|charged with|guilty (?:of|to)|convicted of)\s\Z"
)
"""Matches what stands in front of a section."""


def _say_section(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "s 47" beside law; elsewhere a letter and a number are a code."""
    text, start = match.string, match.start()
    of_a_law = _OF_A_LAW.match(text[match.end() :])
    capital = match["s"][0] == "S"
    told = of_a_law or (not capital and _IN_LAW.search(text[max(0, start - _IN_FRONT) : start]))
    if not told or (capital and not (of_a_law and of_a_law["thing"])):
        return None
    article = f"{match['a']} " if match["a"] else ""
    return f"{article}{'S' if capital else 's'}ection{'s' if match['s'] == 'ss' else ''} "


def _say_page_count(match: re.Match[str], variety: Variety) -> str | None:
    """Say "312 pp." as pages: of a book, where so many or what stands beside it tells."""
    text, count = match.string, int(match["count"].replace(",", ""))
    before = text[max(0, match.start() - _IN_FRONT) : match.start()]
    of_a_book = _BOOK_IN_FRONT.search(before) or _BOOK_BEHIND.match(text, match.end())
    so_many = count >= _SURELY_PAGES and not _COMPARED_IN_FRONT.search(before)
    compared = _CHANGED.search(before) or _COMPARED_BEHIND.match(text, match.end())
    if compared or not (of_a_book or so_many):
        return None
    single = match["gap"] == "-" or stands_before_noun(match, "a")
    words = f"{say_cardinal(count, british=variety.british)} {'page' if single else 'pages'}"
    ends = ends_sentence(match) or re.match(r"\s[A-Z]", text[match.end() :])
    return words + ("." if match["stop"] and ends else "")


_DAY_IN_FRONT = re.compile(r"(?<!\b[Tt]he )(?<!\ba )(?<!\bits )\b\d{1,2}(?:st|nd|rd|th)? \Z")
"""Matches a day in front of its month, unless it stands before a noun: "the 3 Dec. Brexit vote"."""

_NEW_CLAUSE = re.compile(r"\s[A-Z][a-z]+\s[a-z]")
"""Matches a word with a capital and one without behind it, as sentences begin."""


def _say_month(match: re.Match[str], _variety: Variety) -> str:
    text, start = match.string, match.start()
    dated = _DAY_IN_FRONT.search(text, max(0, start - 12), start)
    ends = ends_sentence(match) or (dated and _NEW_CLAUSE.match(text, match.end()))
    return find_month(match["month"]) + ("." if match["stop"] and ends else "")


def _say_clauses(match: re.Match[str], _variety: Variety) -> str:
    """Say "2(1)(b)(iii)" as "2, 1, B, three"."""
    number = match["number"]
    is_code = number.isdecimal() and len(number) == THREE_DIGITS
    parts = [say_code(number) if is_code else number]
    for inner in re.findall(r"\((\w+)\)", match["clauses"]):
        # One letter is a letter: "(i)" may follow "(h)".
        roman = len(inner) > 1 and re.fullmatch(r"[ivx]+", inner)
        parts.append(say_cardinal(roman_value(inner.upper())) if roman else inner.upper())
    return ", ".join(parts)


def _say_program_number(match: re.Match[str], _variety: Variety) -> str:
    """Say each figure by itself, as those who write programs do."""
    said = (say_digits(one) if one.isdecimal() else one.upper() for one in match["figures"])
    return f"zero {match['base'].lower()} {' '.join(said)}"


# Months first: "Jan.-Mar." is then a range of months. Clauses before "(iv)" by itself.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "short month",
        r"\b(?P<month>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?P<stop>\.)",
        _say_month,
        ("from Oct. to Dec. 2020", "from October to December twenty twenty"),
        ("It ended in Nov. The rest", "It ended in November. The rest"),
        ("on 1 Dec. Read more of it", "on the first of December. Read more of it"),
        ("the 3 Dec. Brexit vote", "the third of December Brexit vote"),
        # no full stop: a name
        ("Dec the actor", "Dec the actor"),
        needs=".",
    ),
    spoken_form(
        "short month behind a word",
        # Jan is a name as well, so it needs "in" or "mid-"
        r"(?<![\w-])"
        r"(?P<before>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ll]ate|[Ee]arly|[Mm]id)[- ])"
        r"(?P<month>Feb|Apr|Jul|Aug|Sept|Oct|Nov|Dec|(?<=in )Jan|(?<=mid-)Jan)\b",
        lambda match, _: f"{match['before']}{find_month(match['month'])}",
        ("by mid-Nov they", "by mid-November they"),
        ("since Sept they", "since September they"),
        needs="ADFJNOS",
    ),
    spoken_form(
        "from month to month",
        rf"\b(?P<a>{any_of(MONTHS)})\s?[-–]\s?(?={any_of(MONTHS)}\b)",
        r"\g<a> to ",
        ("May–June", "May to June"),
        ("the Jan.-Mar. report", "the January to March report"),
        needs="-–",
    ),
    spoken_form(
        "slashed",
        rf"(?<![\w/]){any_of(_SLASHED)}(?![\w/])",
        lambda match, _: _SLASHED[match[0]],
        ("w/o doubt", "without doubt"),
        ("w/c 3 June", "week commencing the third of June"),
        needs="/",
    ),
    spoken_form(
        "number of a program",
        # before the x between two figures is said "by"
        # figures alone may be a size, or a crossing of plants
        r"(?<![\w.])0(?P<base>[xX](?=\d{0,31}[A-Fa-f]|\d{4})|[bB](?=[01]{2,64}\b)|[oO](?=[0-7]))"
        r"(?P<figures>[0-9A-Fa-f]{1,64})\b",
        _say_program_number,
        ("the code 0x1F", "the code zero x one F"),
        ("at 0xff00", "at zero x F F zero zero"),
        ("a 10x12 room", "a ten by twelve room"),
    ),
    spoken_form(
        "either of two",
        rf"(?<![\w/])(?P<a>{any_of(_EITHER)})\s?/\s?(?P<b>{any_of(_EITHER)})(?![\w/])",
        lambda match, _: f"{match['a']} or {match['b']}".replace("or or ", "or "),
        ("his/her book", "his or her book"),
        ("if he/she comes", "if he or she comes"),
        # not of the words between which one chooses
        ("read/write access", "read slash write access"),
        flags=re.IGNORECASE,
        needs="/",
    ),
    spoken_form(
        "page in a sentence",
        r"(?:(?<=[a-z] )(?P<p>pp?)\.\s?|(?<=\bon )(?P<p2>pp?)\s)(?=\d)",
        lambda match, _: "pages " if "pp" in match[0] else "page ",
        ("see p. 12 and pp. 4-9", "see page twelve and pages four to nine"),
        needs="p",
    ),
    spoken_form(
        "number of pages",
        r"(?<![\w.,/])(?P<count>[1-9]\d{0,3}|[1-9],\d{3})(?P<gap>[\s-]?)pp\b(?P<stop>\.?)(?![\w/])",
        _say_page_count,
        ("(Faber, 312 pp., £9)", "(Faber, three hundred and twelve pages, nine pounds)"),
        ("a 48-pp book, a 12-pp lead", "a forty eight page book, a twelve percentage point lead"),
        ("Sea Roads (Faber, 96pp)", "Sea Roads (Faber, ninety six pages)"),
        (
            "a 312pp book of 48 pp. It",
            "a three hundred and twelve page book of forty eight pages. It",
        ),
        ("(Fox, up 6 pp, 2021)", "(Fox, up six percentage points, twenty twenty one)"),
        (
            "up 2 pp on it, down 12 pp.",
            "up two percentage points on it, down twelve percentage points.",
        ),
        ("a 24 pp. rise", "a twenty four percentage point rise"),
        ("the lead of 120 pp.", "the lead of one hundred and twenty percentage points."),
        needs="p",
    ),
    spoken_form(
        "section of a law",
        # no letter, mark or apostrophe in front: it is not the end of a word
        r"(?<![\w.'’])(?P<s>ss?)\.\s?(?=\d)",
        lambda match, _: "sections " if match["s"] == "ss" else "section ",
        ("under s. 20 of it", "under section twenty of it"),
        ("ss.4-6", "sections four to six"),
        needs=".",
    ),
    spoken_form(
        "section without a full stop",
        r"(?:\b(?P<a>[Aa])n )?(?<![\w.'’/-])(?P<s>ss?|S)\s?(?=[1-9]\d{0,2}(?:[A-Z]?\b|\())",
        _say_section,
        ("charged with s18 wounding", "charged with section eighteen wounding"),
        ("an s 47 assault", "a section forty seven assault"),
        ("ss 4 of the Theft Act", "sections four of the Theft Act"),
        ("under s 20(1) he", "under section twenty, one he"),
        ("his s18 phone", "his s eighteen phone"),
        needs="sS",
    ),
    spoken_form(
        "clauses",
        # "401(k)" has a form of its own in `alphanumerics.py`.
        rf"(?<![\w.,])(?P<number>\d{{1,4}}[A-Z]?)(?P<clauses>(?<!40[13])(?<=\w){_CLAUSE}+)(?!\w)",
        _say_clauses,
        ("section 2(1)(b)(iii) says", "section two, one, B, three says"),
        ("Rule 12(b)(6)", "Rule twelve, B, six"),
        ("a 501(c)(3) charity", "a five oh one, C, three charity"),
        # a remark, not a clause
        ("section 2 (yes)", "section two (yes)"),
        needs="(",
    ),
    spoken_form(
        "motorway",
        r"\b(?P<a>[AM]\d{1,4})\(M\)",
        r"\g<a> M",
        ("the A1(M) was", "the A one M was"),
        needs="(",
    ),
    spoken_form(
        "short form before a figure",
        rf"\b(?P<short>{any_of(_BEFORE_FIGURES)})\.\s?(?=\d)",
        lambda match, _: f"{_BEFORE_FIGURES[match['short']]} ",
        ("Apt. 4B", "Apartment four B"),
        ("Prop. 8", "Proposition eight"),
        needs=".",
    ),
    spoken_form(
        "proposition",
        r"\bProp (?=\d)",
        "Proposition ",
        ("Prop 47", "Proposition forty seven"),
        needs="P",
    ),
    spoken_form(
        "circuit",
        r"(?<=\d(?:st|nd|rd|th) )Cir\.",
        "Circuit",
        ("the 2nd Cir. ruled", "the second Circuit ruled"),
        needs="C",
    ),
    spoken_form(
        "words of footnotes",
        r"(?<![\w.@/'’-])(?P<short>(?:eg|ie|nb)(?=,?\s)|(?:[Cc]f|viz)\b)[.,]{0,2}(?!\w)",
        lambda match, _: _FOOTNOTES[match["short"]],
        ("tea, eg green", "tea, for example, green"),
        ("Cf. the note", "Compare the note"),
        # part of a word
        ("an egg", "an egg"),
    ),
    spoken_form(
        "mark of a car",
        r"\bMk\.?\s?(?=\d|[IVX]+\b)",
        "Mark ",
        ("a Mk 2 Jaguar", "a Mark two Jaguar"),
        needs="M",
    ),
    spoken_form(
        "secretary",
        r"\bSec\.(?=\s(?:of\b|Gen))",
        "Secretary",
        ("Sec. of State Hill", "Secretary of State Hill"),
        needs="S",
    ),
    spoken_form(
        "elect",
        r"\b(?P<who>Rep|Sen|Gov|Pres|Reps|Sens)\.?-elect\b",
        lambda match, _: f"{TITLES[match['who']]}-elect",
        ("Sen.-elect Hill", "Senator-elect Hill"),
        needs="-",
    ),
    spoken_form(
        "number of", r"\bNo\.(?=\sof\b)", "Number", ("No. of people", "Number of people"), needs="N"
    ),
    spoken_form(
        "section signs",
        r"\b(?P<s>[Ss]ection)s?\s§{1,2}\s?(?=\d)",
        r"\g<s> ",
        ("Section § 5", "Section five"),
        needs="§",
    ),
    spoken_form("pilcrow", r"¶\s?(?=\d)", "paragraph ", ("¶ 7", "paragraph seven")),
    spoken_form(
        "small numeral",
        # behind what is counted, or in brackets
        r"(?P<before>\b"
        r"(?:[Ss]cene|[Pp]ages?|[Cc]hapter|[Pp]art|[Aa]ct|[Vv]erse|[Nn]ote"
        r"|[Tt]ype)"
        r"\s(?=[ivx]+(?![\w'’.-]\w?))"
        r"|(?<![\w)])\((?=[ivx]+\)))"
        r"(?P<n>i{1,3}|iv|v?i{1,3}|ix|x[iv]{1,4})(?![\w'’-])",
        lambda match, _: match["before"] + say_cardinal(roman_value(match["n"].upper())),
        ("Act III, Scene ii", "Act three, Scene two"),
        ("(iv) they left", "(four) they left"),
        needs="ivx",
    ),
    spoken_form(
        "from code to code",
        r"\b(?P<a>(?P<l>[A-Z]{1,2})\d{1,3})\s?[-–]\s?(?=(?P=l)\d{1,3}\b)",
        r"\g<a> to ",
        ("J19-J21", "J nineteen to J twenty one"),
        ("Q1-Q3 sales", "the first quarter to the third quarter sales"),
        # two letters: no range of one row
        ("seats A1-B2", "seats A one-B two"),
        needs="-–",
    ),
    spoken_form(
        "dash in a name",
        r"\b(?P<a>[A-Z][a-z.]*)–(?=[A-Z])",
        r"\g<a>-",
        ("the Paris–Lyon line", "the Paris-Lyon line"),
        needs="–",
    ),
)
