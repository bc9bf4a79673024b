"""What a document's properties say of it, without what its program wrote there by itself."""

from __future__ import annotations

import re
from datetime import date, timedelta

from audiopress.text.comparison import has_words
from audiopress.text.decode import tidy
from audiopress.text.vocabulary import any_of

__all__ = ["choose_author", "choose_dates", "choose_title"]

_GIVEN_TITLE = re.compile(
    any_of(
        r"(?:microsoft (?:word|office)|word|powerpoint)\b.*",
        r"(?:untitled|unbenannt\w*|sans titre|sin título|senza titolo|document|dokument)[ \d]*",
        r"(?:no|word) (?:title|document)",
        r".*\.(?:docx?|odt|rtf|pdf|tex|dvi|indd|qxd|pmd|p65|html?|txt)",
        r"(?:slide|page|layout|template) ?\d*",
        r"latex .*",
        r"(?:https?://|[a-z]:\\|/)\S+",
        r"\W*",
    ),
    re.IGNORECASE,
)
"""A title that a program wrote: the name of a file, of a template, of itself."""

_PROGRAMS = re.compile(
    any_of(
        r"python-docx",
        r"microsoft(?: office)?(?: word)?(?: user)?",
        r"(?:apache )?poi",
        r"open ?office(?:\.org)?.*",
        r"libre ?office.*",
        r"pandoc|docx4j|aspose.*|docx",
        r"(?:un-?named|unknown|user|admin(?:istrator)?|owner|author|default|anonymous|root|guest)",
        r"(?:benutzer|utilisateur|usuario|utente|gebruiker|anwender)",
    ),
    re.IGNORECASE,
)
"""An author whom a program wrote, or who has only the name that every machine gives."""

_TEMPLATE_AUTHORS = frozenset(("python-docx",))
"""Authors of templates that lie in libraries: the date beside them is the template's."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
"""A date as documents write one (W3CDTF)."""

_ZONES = timedelta(days=1)
"""Days by which clocks in two places of the world may differ."""


def choose_title(title: str) -> str:
    """Return a title that somebody gave the document, else nothing."""
    title = tidy(title)
    return "" if _GIVEN_TITLE.fullmatch(title) or not has_words(title) else title


def choose_author(author: str) -> str:
    """Return the author, unless it is a program or everybody."""
    author = tidy(author)
    return "" if _PROGRAMS.fullmatch(author) or not has_words(author) else author


def choose_dates(
    created: str, changed: str, *, packed: str = "", author: str = ""
) -> tuple[str, str]:
    """Return when a document was made and last saved, as HTML has it; nothing of a template.

    ``packed`` is the day on which its file was written. Whoever saves a document changes when it
    was last saved: one that was never changed since it was made, and yet was written on a later
    day, was made by a program that took both dates from a template.
    """
    made, saved = _choose_date(created), _choose_date(changed)
    untouched = made and made == saved and _is_days_before(saved, packed)
    return ("", "") if untouched or author in _TEMPLATE_AUTHORS else (made, saved)


def _choose_date(text: str) -> str:
    return text.strip() if _DATE.fullmatch(text.strip()) else ""


def _is_days_before(moment: str, day: str) -> bool:
    """Whether a moment lies more than a day before a day, whatever the zones of both."""
    try:
        return bool(day) and date.fromisoformat(day) - date.fromisoformat(moment[:10]) > _ZONES
    except ValueError:
        return False
