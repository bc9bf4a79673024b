"""The marks that end a sentence, in every script that pages are written in, and what closes it."""

from __future__ import annotations

import re

__all__ = ["CLOSING_MARKS", "CUT_SHORT", "ENDING_MARKS", "SENTENCE_END"]

ENDING_MARKS = ".!?…。！？｡．‼⁇⁈⁉؟۔।॥։።፧။។།"
"""Full stop, exclamation and question marks: of Latin, Chinese and Japanese (also of half and full
width), Arabic, Urdu, Hindi, Armenian, Amharic, Burmese, Khmer and Tibetan. No colon, which
announces something."""

CLOSING_MARKS = "\"”’')\\]»›」』）】］〉》〕"
"""Quotation marks and brackets that may close behind it, escaped for a class of a pattern."""

CUT_SHORT = re.compile(r"(?:…|\.\.\.)\]?$")
"""The end of a teaser, which goes on where it leads to."""

SENTENCE_END = re.compile(f"[{ENDING_MARKS}][{CLOSING_MARKS}]*$")
"""The end of "He left.", "he left.”", "船が港を出た。」"."""
