"""Which English a text is written in, by its spellings and dates.

The variety decides how figures are said ("a hundred and one") and which day 3/4/2024 is.
"""

from __future__ import annotations

import re

from audiopress.text.months import ENGLISH_MONTHS
from audiopress.text.vocabulary import any_of

__all__ = ["guess_english_variety"]

_STEMS = any_of(
    "organ",
    "recogn",
    "real",
    "special",
    "critic",
    "apolog",
    "emphas",
    "minim",
    "maxim",
    "priorit",
    "author",
    "final",
    "legal",
    "modern",
    "privat",
    "stabil",
    "mobil",
    "character",
    "hospital",
    "normal",
    "custom",
    "util",
    "memor",
    "terror",
    "general",
)
"""Beginnings of verbs in -ise and -ize. Others end in -ise everywhere ("advise", "surprise")."""

_MONTHS = any_of(month.title() for month in ENGLISH_MONTHS)
"""Months as they stand in a date."""

_BRITISH = re.compile(
    any_of(
        "£",
        r"\b(?![Ii]mprovis)\w{4,}isations?\b",
        rf"\b{_STEMS}is(?:e|ed|es|ing)\b",
        r"\b(?:colour|favour|labour|honour|behaviour|neighbour|harbour|rumour)\w*",
        r"\bper cent\b",
        r"\b"
        + any_of(
            "defence",
            "centre",
            "theatre",
            "licence",
            "programme",
            r"travell\w+",
            "whilst",
            "mum",
            "tyres?",
            "jewellery",
            "grey",
            r"\w*metres?",
            r"\w*litres?",
        )
        + r"\b",
        r"\b(?:Mr|Mrs|Dr) [A-Z]",  # no stop where the last letter is the word's
        r"\d\.\d\d[ap]m\b",  # 7.30pm
        rf"\b\d{{1,2}} {_MONTHS}\b",
    )
)
"""Spellings and dates of Britain: "organised", "5 May"."""

_AMERICAN = re.compile(
    any_of(
        r"\b\w{4,}izations?\b",
        rf"\b{_STEMS}iz(?:e|ed|es|ing)\b",
        # "laboratory", "honorary" and "coloration" have no u anywhere
        r"\b(?:color(?!at|ect|im)|favor|labor(?!at|ious)|honor(?!ar|if)|behavior|neighbor"
        r"|harbor|rumor)\w*",
        r"\b"
        + any_of(
            "defense",
            "center",
            "theater",
            "travel(?:ed|ing)",
            "mom",
            "jewelry",
            "gray",
            "percent",
            "(?:kilo|centi|milli|micro|nano)meters?",  # "thermometers" measure everywhere
            "(?:centi|deci|milli)?liters?",
        )
        + r"\b",
        # "gas meters" are meters everywhere
        r"(?:\d|\b(?:cubic|few|hundred|many|million|several|square|thousand))[ -]meters?\b",
        r"\b(?:Mr|Mrs|Dr)\. [A-Z]",
        r"U\.S\.",
        r"\d [ap]\.m\.",
        r"\$\d+\.\d\d\b",
        rf"\b{_MONTHS} \d{{1,2}}\b(?!:)",  # not "May 7:30"
    )
)
"""Spellings and dates of the United States: "organized", "May 5"."""


def guess_english_variety(text: str) -> str:
    """British or American by spelling, plain English where nothing tells."""
    british, american = len(_BRITISH.findall(text)), len(_AMERICAN.findall(text))
    if british == american:
        return "en"
    return "en-GB" if british > american else "en-US"
