"""The HTML of a message: quotations and signatures, as mailers mark them or as its lines say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audiopress.reading.documents.mail_text import ANSWERED, FORWARDED, judge_lines
from audiopress.reading.html.tree.elements import INLINE, UNSEEN
from audiopress.reading.html.whole_pages import MARK
from audiopress.text.decode import tidy

__all__ = ["mark_mail_html"]

_QUOTES = re.compile(
    r"\b(?:gmail_quote|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix|"
    r"OutlookMessageHeader|zmail_extra|tutanota_quote)\b",
    re.IGNORECASE,
)
"""Classes in which mailers put what a message answers."""

_SIGNATURES = re.compile(
    r"\b(?:gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|"
    r"apple-mail-signature|AppleMailSignature|ms-outlook-mobile-signature)\b",
    re.IGNORECASE,
)
"""Classes and ids in which they put signatures."""

_START = 400
"""Characters of a quotation that tell whether it is a message that is sent on."""


_parse: Any = lxml_html.document_fromstring
_write: Any = lxml_html.tostring
"""The parser of HTML and its opposite, which have no types."""


@dataclass(slots=True)
class _MailLine:
    """A line as a reader sees it: its text, the places of its texts, the quotation it lies in."""

    quotation: Any = None
    # each an element, and whether the text stands behind it or in it
    places: list[tuple[Any, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return tidy(
            "".join((each.tail if behind else each.text) or "" for each, behind in self.places)
        )


def mark_mail_html(text: str) -> str:
    """Return what stands in the body of a message's HTML, with quotations and signatures marked."""
    try:
        page = _parse(text or "<p></p>")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    body = page.find("body")
    if body is None:
        return ""
    _mark_lines(body)
    for element in body.iter("*"):
        _mark_named(element)
    _open_tables(body)
    styles = "".join(_write(each, encoding="unicode") for each in page.iter("style"))
    return styles + "".join([body.text or "", *(_write(each, encoding="unicode") for each in body)])


def _mark_named(element: Any) -> None:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if _SIGNATURES.search(names):
        element.set(MARK, "signature")
    elif _QUOTES.search(names) and not _is_sent_on(element):
        element.set(MARK, "quoted-mail")


def _is_sent_on(element: Any) -> bool:
    """Whether a quotation is a message that is sent on, which is what is said."""
    return bool(FORWARDED.search(element.text_content()[:_START]))


def _mark_lines(body: Any) -> None:
    """Mark what its lines say: those of HTML are judged as those of plain text are."""
    lines = [line for line in _list_lines(body) if line.text]
    quoted = _find_quoted(lines)
    texts = [f"> {line.text}" if line.quotation in quoted else line.text for line in lines]
    for line, reason in zip(lines, judge_lines(texts), strict=True):
        if reason:
            for place in line.places:
                _wrap(place, reason)


def _find_quoted(lines: list[_MailLine]) -> set[Any]:
    """Return the quotations that are of a message that is answered."""
    quoted = set()
    for before, line in zip([None, *lines], lines, strict=False):
        if line.quotation is None:
            continue
        named = line.quotation.get("type") == "cite" and not (
            before and FORWARDED.fullmatch(before.text)
        )
        if named or (
            before is not None and before.quotation is None and ANSWERED.fullmatch(before.text)
        ):
            quoted.add(line.quotation)
    return quoted


def _list_lines(body: Any) -> list[_MailLine]:
    """Return the lines of a body in their order, empty ones among them."""
    lines = [_MailLine()]
    # an element that is entered, or left
    stack: list[tuple[Any, bool, Any]] = [(body, False, None)]
    while stack:
        element, leaving, quotation = stack.pop()
        breaks = not isinstance(element.tag, str) or element.tag not in INLINE
        if breaks and isinstance(element.tag, str):
            lines.append(_MailLine(quotation))
        if leaving:
            if element is not body and element.tail:
                lines[-1].places.append((element, True))
            continue
        if element.tag == "blockquote" and quotation is None:
            quotation_within = element
            lines[-1].quotation = element
        else:
            quotation_within = quotation
        stack.append((element, True, quotation))
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            if element.text:
                lines[-1].places.append((element, False))
            stack += [(child, False, quotation_within) for child in reversed(element)]
    return lines


def _wrap(place: tuple[Any, bool], reason: str) -> None:
    """Put a text into an element that is marked."""
    element, behind = place
    span = etree.Element("span", {MARK: reason})
    if behind:
        span.text, element.tail = element.tail, None
        element.addnext(span)
    else:
        span.text, element.text = element.text, None
        element.insert(0, span)


def _open_tables(body: Any) -> None:
    """Make tables that only lay a letter out into plain boxes: nearly all in mail are such."""
    for table in body.iter("table"):
        if next(table.iter("th"), None) is None and table.get("role") != "table":
            for each in (table, *table.iter("tbody", "tr", "td", "thead", "tfoot")):
                each.tag = "div"
