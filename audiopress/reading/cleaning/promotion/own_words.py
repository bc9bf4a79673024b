"""How publishers speak of themselves and of those whom they serve: "we", "our clients", "you"."""

from __future__ import annotations

import re

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["CUSTOM_VERB", "OWN_PRODUCT", "OWN_WORD", "READER"]

_OWN_WORDS = (
    "we",
    "our",
    "us",
    "we['’](?:re|ve|ll|d)",
)
"""First persons; an apostrophe may be typed either way."""

OWN_WORD = compile_late(rf"\b{any_of(_OWN_WORDS)}\b", re.IGNORECASE)
"""A word by which a publisher speaks of itself; people who are quoted use it too."""

_PRODUCTS = (
    "course",
    "newsletter",
    "e-?book",
    "workbook",
    "podcast",
    "shop",
    "store",
    "program(?:me)?",
    "workshop",
    "webinar",
    "quiz",
    "masterclass",
    "membership",
    "community",
    "templates?",
    "services?",
    "products?",
    "platform",
    "app",
)
"""What writers and publishers sell or give away online."""

OWN_PRODUCT = compile_late(
    rf"\b(?:my|our) (?:[\w-]+ ){{0,8}}{any_of(_PRODUCTS)}s?\b",
    re.IGNORECASE,
)
"""A thing that the writer sells or gives away: "my free evening course"."""

CUSTOM_VERB = compile_late(r"\b(?:check out|try|sign up|download)\b")
"""What somebody is to do with a product that a link leads to."""

_READER_WORDS = (
    "you",
    "your",
    "yours",
    "you['’](?:re|ve|ll|d)",
)
"""Second persons."""

READER = compile_late(rf"\b{any_of(_READER_WORDS)}\b", re.IGNORECASE)
"""A word that speaks to the reader; people who are quoted say it too."""
