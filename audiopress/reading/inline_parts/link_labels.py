"""What a link says of itself in brackets: "(affiliate link)", "(opens in a new tab)".

The brackets must hold nothing else, and quotation marks around them tell that somebody writes on
such labels. "(ad)" counts behind a link alone (`audiopress.reading.html.runs.link_labels`), for it
is a short form of much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_link_labels", "is_link_label"]

_PLACE = any_of("tab", "window", "onglet", "fenêtre", "fenster", "ventana", "pestaña")
"""Where a link opens."""

_OPENS = any_of(
    "(?:link )?opens(?: in)?(?: an?)?",
    "in an?",
    "öffnet (?:sich )?in(?: einem)?",
    "s['’]ouvre dans une?",
    "(?:se )?abre en una",
)
"""That it does so."""

_LABEL = any_of(
    rf"(?:{_OPENS} )?(?:new|another|neue[mns]|nouvel(?:le)?|nueva) (?:browser )?{_PLACE}",
    rf"{_OPENS} {_PLACE} nueva",
    r"(?:[\w'’]+ )?(?:affiliate|affiliated|sponsored|commissions? earned|paid|external|externer)"
    r"[ -](?:link|links|post|content|site|website|partner)",
    "affiliate-link",
    "lien (?:affilié|externe|sponsorisé)",
    "enlace (?:de afiliado|externo|patrocinado)",
)
"""What is said of a link."""

_SHORT = any_of("affiliate", "sponsored")
"""The same in one word."""

_IN_BRACKETS = compile_late(
    rf"(?<![\"“„«‘'] )(?<![\"“„«‘'])[(\[]\s?"
    # at the end of a heading it says that all below is paid for, which is judged by it
    rf"(?:{_LABEL}\s?[)\]]|{_SHORT}\s?[)\]](?=\s?[\w.,;:!?]))(?![\"”“»’'])",
    re.IGNORECASE,
)
"""The same in brackets of its own."""

_ALONE = re.compile(
    rf"[(\[]?\s?(?:{_LABEL}|{_SHORT}|ad|advert|anzeige|werbung|#ad)\s?[)\]]?", re.IGNORECASE
)
"""The same as all that an element says beside a link."""

_SIGNS = ("(", "[")
"""What a text with such a label has."""


def find_link_labels(text: str) -> Iterator[InlinePart]:
    """Yield the labels of links in a text."""
    if any(sign in text for sign in _SIGNS):
        for found in _IN_BRACKETS.finditer(text):
            yield InlinePart(start=found.start(), end=found.end(), reason="link-label")


def is_link_label(text: str) -> bool:
    """Whether a text is a label of a link and nothing else, in brackets or without."""
    return bool(_ALONE.fullmatch(text))
