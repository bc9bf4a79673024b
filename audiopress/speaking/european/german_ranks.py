"""German ordinals in figures: "der 3. Platz", "vom 3. bis 5. Mai", "2. Quartal".

A number with a full stop may also end a sentence. It is a rank behind an article, in front of a
small letter, and in front of a month or a noun that is counted; its ending is that of its article.
"""

from __future__ import annotations

import re

from audiopress.speaking.european.dates_and_times.dates import name_months
from audiopress.speaking.european.numbers.numerals import say_ordinal
from audiopress.speaking.european.words.sentence_ends import opens_sentence
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["say_german_ranks"]

_RANK = compile_late(
    r"(?<![\w.,/])(?<![^.\s]-)(?P<number>[1-9]\d{0,2})\.(?P<range>\s?[-–]\s?(?=\d{1,3}\.))?"
    r"(?=(?P<next>\s+[^\W\d_]+)|[,;:!?)]|\s|$|(?<=[-–])|(?<=[-–] ))"
)
"""Matches a number with a full stop, which is its rank's, its sentence's, or both."""

_TO_E = any_of("[Dd]er", "[Dd]ie", "[Dd]as", "[Ii]ns", "[Aa]ns", "[Ff]ürs", "[Aa]lle",
               r"(?:[Ee]in|[Ss]ein|[Ii]hr|[Jj]ed|[Dd]ies|[Uu]nser|[Mm]ein|[Kk]ein)e",
               r"(?:[Jj]ed|[Dd]ies)e[rs]")  # fmt: skip
"""Articles behind which a rank ends in "e"."""

_TO_EN = any_of("[Dd]e[mns]", "[AaIi]m", "[Zz]u[mr]", "[Vv]om", "[Bb]eim",
                r"(?:[Ee]in|[Ss]ein|[Ii]hr|[Jj]ed|[Dd]ies|[Uu]nser|[Mm]ein|[Kk]ein)e[mn]",
                r"(?:[Ee]in|[Ss]ein|[Ii]hr|[Uu]nser|[Mm]ein|[Kk]ein)er")  # fmt: skip
"""Articles behind which it ends in "en"."""

_PREPOSITIONS = any_of("[Ss]eit", "[Bb]is", "[Aa]b", "[Vv]or", "[Nn]ach", "[Vv]on")
"""Words behind which it ends so too, but which tell of no rank by themselves."""

_WITH_DATIVE = any_of("an", "auf", "aus", "außer", "bei", "gegenüber", "hinter", "in", "laut",
                      "mit", "nach", "neben", "seit", "statt", "trotz", "über", "unter", "von",
                      "vor", "während", "wegen", "zu", "zwischen", "innerhalb",
                      "außerhalb", "dank", "binnen", "gemäß", "entsprechend")  # fmt: skip
"""Prepositions that make "der", "jeder" and "dieser" a dative or genitive: "in der dritten"."""

_BEFORE = compile_late(
    rf"\b(?:(?P<en>(?i:{_WITH_DATIVE}) (?:der|jeder|dieser)|{_TO_EN})"
    rf"|(?P<e>(?P<der>[Dd]er|[Jj]eder|[Dd]ieser)|{_TO_E})|(?P<loose>{_PREPOSITIONS}))"
    r"(?: [a-zäöüß]+en?)?"
    r"(?: \d{1,3}\.(?: plus \d{1,2})?"
    r"(?:,|(?: [A-Z]\w+)? (?:und|oder|bis|sowie)|\s?[-–])?)*(?: \d{2,3} plus)? ?$"
)
"""Matches an article before a rank, with an adjective or other ranks between them."""

_NEUTER = any_of("Quartal", r"\w*[Mm]al", "Jahr", "Jahrhundert", "Jahrtausend", "Spiel", "Tor",
                 "Kapitel", "Semester", "Halbjahr", "Buch", "Kind", "Viertelfinale", "Gebot",
                 "Halbfinale", "Finale", "Lebensjahr", "Treffen", "Obergeschoss",
                 "Untergeschoss")  # fmt: skip
"""Nouns of which the first is "erstes"."""

_FEMALE = any_of(r"(?:\w*[Ll]iga)", "Etage", "Runde", "Klasse", "Auflage", "Minute", "Woche",
                 "Ausgabe", "Stunde", "Halbzeit", "Folge", "Staffel", "Welle", "Sinfonie",
                 "Republik", "Reihe", "Etappe", "Stufe", "Kammer", "Armee", "Division",
                 "Internationale", "Stelle", "Person", "Frau", "Nacht", "Sitzung", "Seite",
                 "Saison", "Amtszeit",
                 "Legislaturperiode", "Instanz", "Generation", "Position", "Phase",
                 r"\w+(?:ung|heit|keit|tion|schaft|tät|enz|anz|rik|liga|minute|woche|runde|klasse"
                 r"|stunde|reihe|phase|periode|etappe|stufe|kammer|stelle)")  # fmt: skip
"""Nouns of which the first is "erste"."""

_MALE = any_of("Platz", "Rang", "Tag", "Teil", "Stock", "Akt", "Bezirk", "Weltkrieg", "Spieltag",
               "Geburtstag", "Senat", r"Vorsitzende[rn]?", "Advent", "Preis", "Satz", "Sieg",
               "Lauf", "Durchgang", "Wahlgang", "Versuch", "Band", "Jahrgang")  # fmt: skip
"""Nouns of which the first is "erster"."""

_LOOKS_BACK = 60
"""Characters before a rank in which its article is looked for."""


def say_german_ranks(text: str) -> str:
    """Return ``text`` with its ordinals in words."""
    return _RANK.sub(_say, text)


def _say(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    following = (match["next"] or "").strip()
    article = _BEFORE.search(before)
    if not _is_rank(article, following, match):
        return match[0]
    stem = say_ordinal(int(match["number"]), "de").removesuffix("e")
    if re.search(r"\b[Zz]u $", before):
        return stem  # "zu 2.": two of them together
    said = stem + _find_ending(article, following)
    # The stop of a rank at the very end is the sentence's too, and in front of a new one.
    at = match.end()
    ends = at == len(match.string) or opens_sentence(match.string, at, "de")
    return f"{said} bis " if match["range"] else f"{said}{'.' if ends else ''}"


def _is_rank(article: re.Match[str] | None, following: str, match: re.Match[str]) -> bool:
    if match["range"] or following[:1].islower() or following in name_months("de"):
        return True
    if re.fullmatch(rf"{_NEUTER}|{_FEMALE}|{_MALE}", following):
        return True
    if not following and match.string[match.end() : match.end() + 1] in (",", ";", ")"):
        return True
    return article is not None and not article["loose"]


def _find_ending(article: re.Match[str] | None, following: str) -> str:
    """Return "e", "en", "er" or "es", by the article or else by the noun."""
    if article:
        # A woman's "der" is a genitive: "der Sieg der dritten Mannschaft".
        genitive = article["der"] and re.fullmatch(_FEMALE, following)
        return "e" if article["e"] and not genitive else "en"
    if re.fullmatch(_NEUTER, following):
        return "es"
    return "e" if re.fullmatch(_FEMALE, following) else "er"
