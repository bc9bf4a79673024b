"""How publishers speak of themselves and of those whom they serve: "we", "our clients", "you"."""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_word

__all__ = ["CUSTOM_VERB", "OWN_PRODUCT", "OWN_WORD", "READER"]

OWN_WORD = compile_late(r"\b(?:we|our|us)\b", re.IGNORECASE)
"""A word by which a publisher speaks of itself; people who are quoted use it too."""

_PRODUCTS = any_word("""
    course newsletter e-?book workbook podcast shop store program(?:me)? workshop webinar quiz
    masterclass membership community templates? services? products? platform app
""")
"""What writers and publishers sell or give away online."""

OWN_PRODUCT = compile_late(
    rf"\b(?:my|our) (?:[\w-]+ ){{0,8}}{_PRODUCTS}s?\b",
    re.IGNORECASE,
)
"""A thing that the writer sells or gives away: "my free evening course"."""

CUSTOM_VERB = compile_late(r"\b(?:check out|try|sign up|download)\b")
"""What somebody is to do with a product that a link leads to."""

READER = compile_late(r"\byou(?:rs?)?\b", re.IGNORECASE)
"""A word that speaks to the reader; people who are quoted say it too."""
