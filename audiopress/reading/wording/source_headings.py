"""Headings below which a page lists its sources and notes."""

from __future__ import annotations

import re

from audiopress.text.vocabulary import any_of

__all__ = ["SOURCE_HEADING"]

_HEADINGS = (
    r"references?",
    r"notes?",
    r"foot ?notes?",
    r"end ?notes?",
    r"bibliography",
    r"works cited",
    r"citations?",
    r"literature(?: cited)?",
    r"(?:project |useful |additional |more |helpful |external )?(?:resources|links)",
    r"sources?",
    r"quellen",
    r"literatur",
    r"références",
    r"referencias",
    r"fuentes",
    r"fonti",
    r"referências",
    r"acknowledge?ments?",
    r"conflicts? of interest",
    r"(?:declaration|disclosure) of (?:competing )?interests?",
    r"authors?['’]?s? contributions?",
    r"abbreviations",
    r"data availability(?: statement)?",
    r"ethics (?:statement|approval)",
)
"""Headings over sources, and over the declarations that papers close with, in six languages."""

_HEADINGS_TOO = (
    "notes?",
    "sources",
    "references",
    "further reading",
    "resources",
)
"""What such a heading adds with an "and"."""

SOURCE_HEADING = re.compile(
    rf"^\W*{any_of(_HEADINGS)}(?: (?:and|&) {any_of(_HEADINGS_TOO)})?\W*$",
    re.IGNORECASE,
)
"""A line that is one of these words and no more: "Sources and further reading"."""
