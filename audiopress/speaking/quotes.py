"""Who speaks: the parts of paragraphs that are somebody else's full sentences.

Only what a second voice may say: quotations of at least a sentence, and what goes on after "she
said". Scare quotes and fragments ("some" of the troops) stay the narrator's. A quotation may be
open over several paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["QuotedPart", "split_quotes"]

_CLOSERS = {
    "“": "”",  # English
    "„": "“”",  # German
    "«": "»",  # French, Spanish, Italian
    "»": "«",  # German books
    "‘": "’",  # British
    '"': '"',
    "'": "'",
}
"""What closes a quotation that begins so; one of the marks is enough."""

_SINGLE = "’'"
"""Closing marks that are apostrophes as well: a quotation with them never goes on."""

_BEFORE = frozenset(" \t\n\u00a0\u202f([{—–-/“„«‘")
"""What stands in front of a mark that opens; behind a letter it closes or is an apostrophe."""

_MARKS = "".join(_CLOSERS) + "”’ \u00a0\u202f"
"""Marks and spaces that are no part of what is quoted."""

_ENDS = tuple(".,!?…")
"""What ends a quoted sentence; the comma is that of "…," she said."""

_FEWEST_WORDS = 5
"""Words of a sentence that another voice says: fewer are scare quotes and titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPart:
    """A stretch of a paragraph that one voice speaks: the narrator's, or a quoted one."""

    text: str
    quoted: bool


def split_quotes(paragraph: str, *, open_before: str = "") -> tuple[tuple[QuotedPart, ...], str]:
    """Cut a paragraph into narrated and quoted parts; say which mark would close it.

    ``open_before`` is what the paragraph before returned: the marks that close its quotation,
    empty when none is open. The parts joined by a space are the paragraph.
    """
    spans, still_open = _find_quotations(paragraph, open_before)
    found: list[QuotedPart] = []
    at = 0
    goes_on = False
    for start, end in spans:
        inside = paragraph[start:end].strip(_MARKS)
        # A second half ("and then the roof fell") begins small and may be short; it is known for a
        # quotation because the voice of the first half goes on.
        if not (_is_full(inside, paragraph[end:]) or (goes_on and inside.endswith(_ENDS))):
            goes_on = False
            continue
        # German, French and Spanish set the comma behind the closing mark.
        if paragraph[end : end + 1] in (",", "."):
            end += 1  # noqa: PLW2901 - no part begins with the mark that ended a quotation
        _append(found, paragraph[at:start], quoted=False)
        _append(found, paragraph[start:end], quoted=True)
        # A comma promises more of the same sentence: “We ran,” she said, “and then ...”.
        goes_on = inside.endswith(",") or paragraph[end - 1] == ","
        at = end
    _append(found, paragraph[at:], quoted=False)
    return tuple(found), still_open


def _is_full(inside: str, after: str) -> bool:
    """Whether it is a sentence; the comma or full stop may stand behind the closing mark."""
    begins = inside[:1].isupper() or inside[:1].isdigit()
    ends = inside.endswith(_ENDS) or after.startswith((",", "."))
    return begins and ends and len(inside.split()) >= _FEWEST_WORDS


def _append(found: list[QuotedPart], text: str, *, quoted: bool) -> None:
    if text.strip():
        found.append(QuotedPart(text=text.strip(), quoted=quoted))


def _find_quotations(text: str, closers: str) -> tuple[list[tuple[int, int]], str]:
    """Return the character spans of quotations, marks included, and what closes an open one.

    A paragraph goes on with the quotation before it when it begins with a mark, as is usual, or
    when a closing mark comes before any opening one; else the mark was forgotten.
    """
    spans: list[tuple[int, int]] = []
    # The quotation of the paragraph before begins this one, mark or none.
    start = 0 if closers and _goes_on(text, closers) else -1
    for at, char in enumerate(text):
        if start < 0:
            if _opens(text, at):
                start, closers = at, _CLOSERS[char]
        elif char in closers and at > start and _closes(text, at):
            spans.append((start, at + 1))
            start = -1
    if start < 0:
        return spans, ""
    if closers in _SINGLE:  # an apostrophe, or a mark that was forgotten
        return spans, ""
    # A quotation of several paragraphs is closed in the last of them alone.
    return [*spans, (start, len(text))], closers


def _goes_on(text: str, closers: str) -> bool:
    """Whether the quotation of the paragraph before goes on without a mark in front."""
    if _opens(text, len(text) - len(text.lstrip())):
        return False  # it opens anew
    for at, char in enumerate(text):
        if char in closers and _closes(text, at):
            return True
        if _opens(text, at):
            return False
    return False


def _opens(text: str, at: int) -> bool:
    """Whether a mark at ``at`` opens; a straight single one does before a capital alone."""
    char = text[at : at + 1]
    if char not in _CLOSERS or not char or (at and text[at - 1] not in _BEFORE):
        return False
    after = text[at + 1 : at + 2]
    # This mark is an apostrophe far more often: "'tis" and "'90s" open nothing.
    if char == "'":
        return after.isupper()
    # French has a space behind it; any other mark before a space is a mark by itself.
    return bool(after.strip()) or char == "«"


def _closes(text: str, at: int) -> bool:
    """Whether the mark at ``at`` closes; a single one is an apostrophe before a letter."""
    after = text[at + 1 : at + 2]
    if text[at] == "'":
        # Of "the members' clubs" no mark of a sentence stands before the apostrophe.
        return text[at - 1 : at].endswith(_ENDS) and not after.isalnum()
    # This mark has no other shape to open: between a space and a word it does.
    if text[at] == '"' and at and text[at - 1] in _BEFORE and after.strip():
        return False
    return not (text[at] == "’" and after.isalnum())
