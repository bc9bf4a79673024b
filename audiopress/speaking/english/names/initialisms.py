# ruff: noqa: E501, SIM905 - lists of words read best as words
"""Initials that voices take for words: the IMF is no "imf", the RAF no "raff".

Voices name the letters of what cannot be pronounced (BBC, FBI, GDP) and of a few that can (US, EU,
AI). The rest they pronounce. Two and three letters are initials unless they are a word, or one of
the few that are said as one; longer ones are said as words unless listed in the lexicon that is
shipped (`text/data/en.pls`). What a text in capitals throughout means cannot be told, so it is
left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

# voices name these letters already; one spelling is one segment
_NAMED = frozenset("US UK EU UN AI IT TV ID CIA CEO HIV UFO DIY USA API ABC AC".split())
# two or three letters that are said as a word
_SAID = frozenset("SIM PIN RAM ROM LAN WAN GIF ZIP DOS CAD SAM BIM NAM ICE PAC OK".split())
# words that are written in capitals for weight, or stand in a headline
_WORDS = frozenset(
    (
        "AM AN AS AT BE BY DO GO HE IF IN IS ME MY NO OF ON OR OX SO TO UP WE HI OH AH HA YO EX "
        "ADD AGE AGO AID AIM AIR ALE ALL AND ANY APE APT ARC ARE ARK ARM ART ASK ATE AXE AWE BAD BAG "
        "BAN BAR BAT BAY BED BEE BEG BET BID BIG BIN BIT BOW BOX BOY BUD BUG BUN BUS BUT BUY CAB "
        "CAN CAP CAR CAT COP COW CRY CUP CUT DAD DAM DAY DEN DID DIE DIG DIM DIP DOG DOT DRY DUE DUG "
        "EAR EAT EGG EGO END ERA EVE EYE FAN FAR FAT FED FEE FEW FIG FIN FIT FIX FLU FLY FOE FOG "
        "FOR FOX FUN FUR GAP GAS GAY GEM GET GIG GIN GOD GOT GUM GUN GUT GUY GYM HAD HAM HAS HAT HAY "
        "MAX HEN HER HID HIM HIP HIS HIT HOG HOP HOT HOW HUB HUG HUT ICE ILL INK INN ION ITS JAM "
        "JAR JAW JET JOB JOY JUG KEY KID KIN KIT LAB LAD LAP LAW LAY LEG LET LID LIE LIP LIT LOG "
        "LOT LOW MAN MAP MAT MAY MEN MET MIX MOB MOM MUD MUM NAP NET NEW NIL NOD NOR NOT NOW NUN NUT "
        "OAK ODD OFF OIL OLD ONE OUR OUT OWE OWL OWN PAN PAT PAY PEA PEN PET PIE PIG PIT POP POT PRO "
        "PUB PUT RAG RAN RAT RAW RED RIB RID RIM ROB ROD ROW RUB RUG RUN SAD SAT SAW SAY SEA SEE "
        "SET SEX SHE SIN SIR SIT SIX SKI SKY SLY SON SOW SPY SUM SUN TAB TAG TAP TAR TAX TEA "
        "TEN THE TIE TIN TIP TOE TON TOO TOP TOY TRY TUB TWO URN USE VAN VET VIA VOW WAR WAS WAX WAY "
        "WEB WED WET WHY WIG WIN WIT WON WOW YES YET YOU ZOO"
    ).split()
)  # fmt: skip
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_SMALL = re.compile(r"\b[A-Za-z]*[a-z][A-Za-z]*\b")


@lru_cache(maxsize=64)
def _shouted(text: str) -> bool:
    """Whether capitals say nothing: a third of the words, and more than two, are written so."""
    capitals = len(_CAPITALS.findall(text))
    return capitals > 2 and capitals * 2 >= len(_SMALL.findall(text))  # noqa: PLR2004


def _initials(match: re.Match[str], _variety: Variety) -> str | None:
    word = match["word"]
    if word in _NAMED or word in _SAID or word in _WORDS or _shouted(match.string):
        return None
    return " ".join(word)


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "initials that look like a word",
        r"(?<![\w.'\u2019-])(?<!\b[A-Z]{4} )(?P<word>(?=[A-Z]*[AEIOUY])(?![IVXLCDM]+\b)[A-Z]{2,3})"
        r"(?!\w|\.\w|-?\d| [A-Z]{4})",
        _initials,
        ("the IMF said", "the I M F said"),
        ("an RAF base", "an R A F base"),
        ("the WHO's plan", "the W H O's plan"),
        ("do NOT touch", "do NOT touch"),
        ("NO ENTRY FOR YOU", "NO ENTRY FOR YOU"),
        ("the II Corps", "the II Corps"),
        ("the US and the EU", "the US and the EU"),
    ),
)
