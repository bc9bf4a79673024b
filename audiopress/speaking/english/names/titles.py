"""Titles and ranks, parties, and parts of the names of places: "Det Insp Shah", "St Mary's St".

Here belongs what is short because a name follows or goes before: that tells "Dr" the doctor from
the drive, "St" the saint from the street. A new title is a line of `title_table.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.names.title_table import RANK, TITLES
from audiopress.speaking.english.names.us_states import PARTY_STATES, TEAM_STATES, WHOLE_STATES
from audiopress.speaking.english.numbers.number_words import say_ordinal
from audiopress.speaking.english.spoken_form import SENTENCE_START, ends_sentence, spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_PARTIES = {"R": "Republican", "D": "Democrat", "I": "Independent"}
"""Parties of the Congress of the United States."""

_BRITISH_PARTIES = {
    "Con": "Conservative",
    "Grn": "Green",
    "Ind": "Independent",
    "Lab": "Labour",
    "LD": "Liberal Democrat",
}
"""Parties in brackets behind a candidate of an election in Britain: "Ann Hill (Ind.)"."""

_PARTIES_ONLY = frozenset({"Grn", "LD"})
"""Letters that stand for nothing but a party: "Lab" is a laboratory too."""

_VOTE = re.compile(
    rf"\({any_of(_BRITISH_PARTIES)}\b|\b(?:vot(?:es?|ed|ers|ing)|(?:by-)?elect(?:ed|ions?)|polls?"
    r"|[Cc]ouncil(?:lors?)?|Cllrs?|MS?Ps?|candidates?|seats?|wards?|majority|won|held|lost|mayor"
    r"|[Mm]inister|Labour|Conservatives?|Tor(?:y|ies)|Lib Dems?|Greens?|UKIP|Reform)\b"
)
"""Matches what is of an election, near a candidate: another party, a word of the vote."""

_NEAR = 80
"""Characters on either side of a candidate in which that is looked for."""

_FRENCH_TITLES = {
    "Mme": "Madame",
    "Mmes": "Mesdames",
    "Mlle": "Mademoiselle",
    "Mlles": "Mesdemoiselles",
    "Mgr": "Monseigneur",
}
"""Titles of French names, as they are said in English too."""


_LAST_WORDS = frozenset(name.split()[-1] for name in TEAM_STATES)
"""The last word of each."""

_IN_A_STREET = re.compile(
    r"(?<!No\. )(?<!No )(?<!number )(?<!#)\b\d+[A-Za-z]?(?: [NSEW]\.?)? $"
    r"|\b(?:on|along|down|up|off|near|of|onto|across|[Cc]orner of) $"
)
"""Matches at the end what stands before a street: a house's number, a word of a way."""

_LOOKS_BACK = 16
"""Characters before a name in which that is looked for."""


def _say_ranks(match: re.Match[str], _variety: Variety) -> str:
    """Say one title or several: "Lt. Gen."."""
    words = re.findall(r"[A-Za-z]+", match["ranks"])
    return " ".join(TITLES.get(word, word) for word in words) + match["gap"]


def _say_street(match: re.Match[str], _variety: Variety) -> str | None:
    if _is_university(match):
        return None
    return f"{match['name']} Street" + ("." if match["stop"] and ends_sentence(match) else "")


def _say_university(match: re.Match[str], _variety: Variety) -> str | None:
    if not _is_university(match):
        return None
    return f"{match['name']} State" + ("." if ends_sentence(match) else "")


def _is_university(match: re.Match[str]) -> bool:
    """Whether "Ohio St." is a university: not behind the number of a house or "on"."""
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    return match["name"].split()[-1] in _LAST_WORDS and not _IN_A_STREET.search(before)


def _say_party(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "(R-Texas)", "D-N.Y.,"; a capital with a hyphen that is no state stays: "D-Day"."""
    party = match["party"] or match["party2"]
    written = (match["state"] or match["state2"]).replace(".", "")
    state = PARTY_STATES.get(written.replace(" ", ""))
    if not state and match["party2"] and written not in WHOLE_STATES:
        return None
    return f", {_PARTIES[party]}, {state or written}" + ("," if match["party"] else "")


def _say_british_party(match: re.Match[str], variety: Variety) -> str | None:
    if not variety.british:
        return None
    sure = match["place"] or match["party"] in _PARTIES_ONLY
    text, start, end = match.string, match.start(), match.end()
    around = f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}"
    if not (sure or _VOTE.search(around.replace(f"({match['party']}", ""))):
        return None
    return f"{match['name']}({_BRITISH_PARTIES[match['party']]}{match['place'] or ''})"


# Parties before ranks ("Sen. Lee (R-Texas)"); the doctor and the street, which a name tells,
# before the drive and the saint, which share their letters.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "party and state",
        # in brackets, or between commas, where no full stop is needed
        r"\((?P<party>[RDI])-(?P<state>[A-Z][A-Za-z. ]*?)\.?\)"
        r"|,\s(?P<party2>[RDI])-(?P<state2>[A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*)?)(?=,)",
        _say_party,
        ("Sen Cruz (R-Texas) said", "Senator Cruz, Republican, Texas, said"),
        ("Sen. Lee (R-W.Va.) said", "Senator Lee, Republican, West Virginia, said"),
        ("on that day, D-Day, they", "on that day, D-Day, they"),
        ("Sen. Lee, D-N.Y., said", "Senator Lee, Democrat, New York, said"),
        needs="-",
    ),
    spoken_form(
        "party of a candidate",
        r"(?P<name>\b[A-Z][\w'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+ )"
        rf"\((?P<party>{any_of(_BRITISH_PARTIES)})\.?(?P<place>, [^()]{{2,30}})?\)"
        r"(?! (?:[A-Z][a-z]+ )?(?:Academy|College|High|School|University)\b)",
        _say_british_party,
        ("Ann Hill (Ind.) won", "Ann Hill (Independent) won"),
        ("Bo P. Roe (Lab, Leeds)", "Bo P Roe (Labour, Leeds)"),
        (
            "Al Orr (Con) 90, Bo Roe (Lab) 80",
            "Al Orr (Conservative) ninety, Bo Roe (Labour) eighty",
        ),
        ("Professor Smith (Lab) said", "Professor Smith (Lab) said"),
        ("us:New Haven (Ind.) won", "New Haven (Ind.) won"),
        ("at Lee Old (Con) High", "at Lee Old (Con) High"),
        needs="(",
    ),
    spoken_form(
        "ampersand in a name",
        r"(?<=\b[A-Z])\s?&\s?(?=[A-Z]\b)",
        " and ",
        ("A&E staff", "A and E staff"),
        needs="&",
    ),
    spoken_form(
        "ampersand", r"\s?&(?:amp;)?\s?", " and ", ("Smith & Co", "Smith and Co"), needs="&"
    ),
    spoken_form(
        "couple",
        # the second title stands before the name, so the first has none behind it
        r"\b(?P<short>Mr|Mrs|Dr|Prof|Rev|Capt|Sgt|Lt|Sen|Rep|Gov)"
        r"\.?(?=\s(?:and|or)\s(?:Mr|Mrs|Ms|Dr|Lady|Prof|Rev)\b)",
        lambda match, _: TITLES[match["short"]],
        ("Mr and Mrs Hill", "Mister and Missus Hill"),
        needs="DLMPR",
    ),
    spoken_form(
        "French title",
        r"\b(?P<short>Mmes?|Mlles?|Mgr)\b\.?(?=\s+(?:[A-ZÀ-Ý]|d[eu’']))",
        lambda match, _: _FRENCH_TITLES[match["short"]],
        ("by Mme Curie and Mlle Roe", "by Madame Curie and Mademoiselle Roe"),
        needs="M",
    ),
    spoken_form(
        "French ordinal",
        r"(?<![\w.,])(?P<n>1)(?:er|re|ère)\b"
        r"|(?<![\w.,])(?P<nth>\d{1,2})(?:e|ème)(?=\s(?:arrondissement|siècle|République|étage|"
        r"[Rr][ée]giment|jour|année|édition|tour|DB|RI)\b)",
        lambda match, _: say_ordinal(int(match["n"] or match["nth"])),
        ("the 1er janvier, 2e étage", "the first janvier, second étage"),
        ("a 5e game", "a five e game"),
        needs="eè",
    ),
    spoken_form(
        "sign of a number",
        r"\b[Nn]º\s?(?=\d)",
        "number ",
        ("Nº 5 and nº 6", "number five and number six"),
        needs="º",
    ),
    spoken_form(
        "right honourable",
        r"\b(?:Rt|Right)\.? Hon\b\.?",
        "Right Honourable",
        ("the Rt Hon Ann Hill", "the Right Honourable Ann Hill"),
        needs="H",
    ),
    spoken_form(
        "rank with a class",
        r"\b(?P<rank>Sgt|Pvt|Lt|Cpl)\.?(?=\s[123](?:st|nd|rd)\s(?:Class|Lt)\b)",
        lambda match, _: TITLES[match["rank"]],
        ("Sgt. 1st Class Roe", "Sergeant first Class Roe"),
        needs="CL",
    ),
    spoken_form(
        "rank",
        # one title or several, then a name; a pronoun behind a full stop begins a new sentence
        r"\b(?=[A-Z])(?!Gen (?:[XYZ]\b|Alpha))"
        rf"(?P<ranks>(?:(?:{RANK})\b(?:\.?\s|\.-))*(?:{RANK})\b\.?)"
        # Of lone capitals "A" and "I" are words.
        r"(?P<gap>\s+)(?=[A-Z][\w.'’-]|[A-Z]\.|[B-HJ-Z]\b|O['’])"
        r"(?!(?:I|We|He|She|They|The|It|But|This|That)\b)",
        _say_ranks,
        ("Mr Kim", "Mister Kim"),
        ("Det Insp Shah", "Detective Inspector Shah"),
        ("Lt. Gen. Jones", "Lieutenant General Jones"),
        ("Sgt Smith", "Sergeant Smith"),
        ("Gen Z voters", "Gen Z voters"),
        ("Maj.-Gen. Brown", "Major General Brown"),
        ("Rep. X said", "Representative X said"),
        # a generation, no general
        ("Gen Alpha", "Gen Alpha"),
        needs="ABCDFGHILMOPRSWjq",
    ),
    spoken_form(
        "doctor",
        r"\b[Dd]r\.?(?=\s+[A-Z])(?!\.\s+(?:We|He|She|They|The|It|But|This|That)\b)",
        "Doctor",
        ("dr Hassan", "Doctor Hassan"),
        needs="r",
    ),
    spoken_form(
        "honourable",
        r"\bHon\.?(?=\s+[a-zA-Z])",
        "Honourable",
        ("Hon. member", "Honourable member"),
        needs="H",
    ),
    spoken_form(
        "university of a state",
        # a state, and no number of a house or word of a way before it
        rf"(?P<name>\b(?:(?:North|South|West) )?{any_of(TEAM_STATES)}) St\.(?P<stop>)"
        r"(?=[\s,;:)'’]|\s*$)(?! [A-Z][a-z]+ (?:St|Street|Ave)\b)",
        _say_university,
        ("us:Ohio St. 11-0 now", "Ohio State eleven to zero now"),
        ("us:No. 3 Michigan St. lost", "number three Michigan State lost"),
        ("us:Florida St. 24, Miami 17", "Florida State twenty four, Miami seventeen"),
        ("us:They beat Iowa St. The rest", "They beat Iowa State. The rest"),
        # a house, and a way
        ("us:12 Ohio St. is sold", "twelve Ohio Street is sold"),
        ("us:on Iowa St. again", "on Iowa Street again"),
        needs="S",
    ),
    spoken_form(
        "street",
        # behind a name: with a full stop that ends nothing, or at the end of the address
        r"(?P<name>\b(?:[A-Z][\w'’]+|\d+(?:st|nd|rd|th)))"
        r" (?:St|st)"
        rf"(?:(?P<stop>\.)(?=\s+[a-z]|\s*$|[,;)]|\s+{SENTENCE_START})"
        r"|(?=\s*$|[,;!?)]|\.(?!\s+[A-Z])"
        r"|\s+(?:in|at|on|and|near|to|right|left|is|was|for|from|station)\b))",
        _say_street,
        ("St Mary's St", "Saint Mary's Street"),
        ("turning onto Main St. right now", "turning onto Main Street right now"),
        ("a shop on Main St. The owner", "a shop on Main Street. The owner"),
        ("in rural St. Elmo", "in rural Saint Elmo"),
    ),
    spoken_form(
        "small street",
        r"(?<=[a-z\d] )st\b\.?(?=\s+[#a-z\d])",
        "Street",
        ("Queen st via", "Queen Street via"),
    ),
    spoken_form(
        "saint",
        r"\b[Ss]t\.?(?=\s+[A-Z][a-z])",
        "Saint",
        ("St Andrews", "Saint Andrews"),
        # no capital behind
        ("st louis", "st louis"),
    ),
    spoken_form(
        "drive",
        r"(?<=[a-z] )Dr(?:\.|\b)(?=,|\s*$)",
        "Drive",
        ("12 Seahawk Dr., DeSoto", "twelve Seahawk Drive, DeSoto"),
        needs="D",
    ),
    spoken_form(
        "mount",
        r"\b[Mm]t\.?(?=\s+[A-Z][a-z])",
        "Mount",
        ("Mt Everest", "Mount Everest"),
        needs="Mm",
    ),
    spoken_form(
        "fort", r"\bFt\.?(?=\s+[A-Z][a-z])", "Fort", ("Ft. Worth", "Fort Worth"), needs="F"
    ),
)
