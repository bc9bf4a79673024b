"""Headings below which a page lists its sources and notes."""

from __future__ import annotations

import re

from audiopress.text.vocabulary import any_word

__all__ = ["ORDINARY_HEADING", "SOURCE_HEADING"]

_HEADINGS = any_word(r"""
    references? (?:foot|end)?\s?notes? bibliography works\scited citations? literature(?:\scited)?
    (?:(?:project|useful|additional|more|helpful|external)\s)?(?:resources|links) sources? quellen
    literatur références referencias fuentes fonti referências acknowledge?ments?
    conflicts?\sof\sinterest (?:declaration|disclosure)\sof\s(?:competing\s)?interests?
    authors?['’]?s?\scontributions? abbreviations data\savailability(?:\sstatement)?
    ethics\s(?:statement|approval)
""")
"""Headings over sources, and over the declarations that papers close with, in six languages."""

SOURCE_HEADING = re.compile(
    rf"^\W*{_HEADINGS}"
    r"(?: (?:and|&) (?:notes?|sources|references|further reading|resources))?\W*$",
    re.IGNORECASE,
)
"""A line that is one of these words and no more: "Sources and further reading"."""

ORDINARY_HEADING = re.compile(
    rf"^\W*{any_word('notes? links resources sources literature literatur quellen fuentes fonti')}"
    r"\W*$",
    re.IGNORECASE,
)
"""Those that are ordinary words too: a manual has a box "Note", a story a section "Sources"."""
