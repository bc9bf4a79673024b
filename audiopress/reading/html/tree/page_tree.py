"""The tree of a page, mended where its source is not what a reader sees.

What is mended before anything is read: parts that were streamed to the end of the page come to
their place, trees within the tree are opened, ``<main>`` comes out of a menu that was left open,
and what a heading unfolds or a tab shows is shown.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audiopress.errors import ReadingError, TooLargeError
from audiopress.reading.html.tree.elements import HEADING_LIKE
from audiopress.reading.html.tree.end_of_head import end_head
from audiopress.reading.html.tree.inner_trees import open_inner_trees
from audiopress.reading.html.tree.late_parts import place_late_parts
from audiopress.reading.html.tree.tab_panels import show_tab_panels
from audiopress.text.decode import drop_terminal_codes

__all__ = ["MOST_ATTRIBUTES", "MOST_DEEP", "MOST_ELEMENTS", "parse_page"]

MOST_DEEP = 1_000
"""Elements around an element: browsers show 512 and put what is deeper beside each other."""

MOST_ELEMENTS = 50_000
"""Elements of a page: eleven times as many as the largest of the 395 that we measure by has
(4,529). Measured at the limits, on one core of a small server: 49,000 links, cells, buttons or
raised figures are read in 1 to 4 s of CPU, 9,900 different paragraphs in 6 s with cleaning, and
the dearest page that is refused in the end (49,000 of two million characters) takes 17 s.
"""

MOST_ATTRIBUTES = 10_000
"""Attributes of a tag, of which 41 is the most we have seen. libxml2 compares each with all before
it, and takes no signal meanwhile."""

_VALUE = re.compile("\"[^\"]*\"|'[^']*'")
"""A value in quotation marks."""

_UNREADABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff]+")
"""What is no character of XML (https://www.w3.org/TR/xml/#charsets)."""

_ESCAPE = re.compile(r"&#(?:27|[xX]1[bB]);(?=[\[\](])")
"""The beginning of a sequence for a terminal, written as a reference."""

_CONTROLS = bytes({*range(32)} - {*b"\t\n\r"})
"""Of these what is one byte in UTF-8."""

_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""Of these the last two of their plane in UTF-8, which has no halves of pairs at all."""

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));?")
"""A character written by its number."""

_NO_MAIN = frozenset(("nav", "header", "footer", "aside"))
"""What ``<main>`` may not lie in; if it does, one of these was never closed.

https://html.spec.whatwg.org/multipage/grouping-content.html#the-main-element
"""

_WORDS_OF_BUTTON = (
    ".//text()[not(ancestor::svg or ancestor::script or ancestor::style"
    " or ancestor::*[@aria-hidden='true'])]"
)
"""The question on a button, without the title of its icon ("Expand") or a style beside it."""

_CLASSES = etree.ElementDefaultClassLookup(
    element=lxml_html.HtmlElement, comment=lxml_html.HtmlComment, entity=lxml_html.HtmlEntity
)
"""One class for all elements. lxml by itself asks a function of Python each time that an element
is touched, which is for filling in forms and took a seventh of the time of reading a page."""

_SIGNS_OF_BUTTON = " +−–-▾▼▸›\n\t"
"""What is drawn behind the question to show that it opens."""


def parse_page(text: str, where: str) -> Any:
    """Return the tree of a page as lxml has it, mended. Raises `ReadingError` where there is none.

    ``where`` names the page in the error.
    """
    # the text is decoded by now, so what the page says of its own encoding must not count
    # huge_tree: libxml2 by itself gives up on very deep trees and very long
    # texts; how much there can be is bounded by the bytes of a document
    text = _remove_unreadable(text)
    _refuse_attributes(text, where)
    parser = lxml_html.HTMLParser(  # type: ignore[no-untyped-call]
        encoding="utf-8", remove_pis=True, huge_tree=True
    )
    parser.set_element_class_lookup(_CLASSES)
    try:
        tree = lxml_html.document_fromstring(  # type: ignore[no-untyped-call]
            text.encode("utf-8"), parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            "the page holds no text", where=where, hint="open it in a browser and save it again"
        ) from error
    _refuse_size(tree, parser, where)
    end_head(tree)
    if open_inner_trees(tree):
        _refuse_size(tree, parser, where)
    # streamed parts first: only then is what stands below a heading what a reader sees there
    place_late_parts(tree)
    _lift_main(tree)
    _unfold_headings(tree)
    show_tab_panels(tree)
    return tree


def _remove_unreadable(text: str) -> str:
    """Return the source of a page without what no XML may hold, written or as a reference.

    Such a character, left by a word processor, costs the extractor of main content the whole page.
    """
    # the whole of it, before its first character goes as one that XML may not hold
    text = drop_terminal_codes(_ESCAPE.sub("\x1b", text))
    if _may_be_unreadable(text):
        text = _UNREADABLE.sub(_drop_character, text)
    return _REFERENCE.sub(_drop_reference, text)


def _may_be_unreadable(text: str) -> bool:
    """Whether a text has such a character: bytes are looked through much faster than letters."""
    try:
        body = text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    odd = len(body.translate(None, _CONTROLS)) < len(body)
    return odd or any(code in body for code in _NO_CHARACTERS)


def _drop_reference(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else int(found[2])
    legal = code <= sys.maxunicode and not _UNREADABLE.match(chr(code))
    return found[0] if legal else _drop_character(found)


def _drop_character(found: re.Match[str]) -> str:
    """Return nothing within a word, and a space where one that parts lines stood between two."""
    if "\f" in found[0]:
        return " "  # white space of HTML (Infra, "ASCII whitespace"), though none of XML
    if not any(char.isspace() for char in found[0]):
        return ""
    before = found.string[found.start() - 1 : found.start()]
    behind = found.string[found.end() : found.end() + 1]
    inside = before.isalpha() and behind.isalpha() and not behind.isupper()
    return "" if inside else " "


def _refuse_attributes(text: str, where: str) -> None:
    """Raise `TooLargeError` for a tag that would keep the parser busy for minutes."""
    # a tag that may have as many, with the text behind it
    parts = (part for part in text.split("<")[1:] if len(part) > 2 * MOST_ATTRIBUTES)
    for part in parts:
        head = part.partition(">")[0]
        short = len(head) < MOST_ATTRIBUTES and not (head.count('"') % 2 or head.count("'") % 2)
        if short or not part[0].isalpha():
            continue
        if len(_VALUE.sub("", part).partition(">")[0].split()) > MOST_ATTRIBUTES:
            line = text.count("\n", 0, text.index(part)) + 1
            raise _refuse(f"a tag has more than {MOST_ATTRIBUTES} attributes", where, line)


def _refuse_size(tree: Any, parser: Any, where: str) -> None:
    """Raise `TooLargeError` for a page that is nested more deeply than any browser shows it.

    And for one with more elements than an article has.
    """
    # libxml2 gives up in silence where it is too deep for it, and with it goes the text
    line = next((e.line for e in parser.error_log if "xcessive depth" in e.message), 0)
    count, depth = 0, 0
    # a layer at a time: nothing is asked for its parent
    layer = [tree]
    while layer and not line:
        count += len(layer)
        if count > MOST_ELEMENTS:
            raise _refuse(f"it has more than {MOST_ELEMENTS} elements", where)
        if depth > MOST_DEEP:
            line = layer[0].sourceline or 1
        layer = [child for element in layer for child in element]
        depth += 1
    if line:
        raise _refuse(f"its elements are nested more than {MOST_DEEP} deep", where, line)


def _refuse(what: str, where: str, line: int = 0) -> TooLargeError:
    hint = "save its article alone as .html or .md and build that"
    return TooLargeError(what, where=f"{where}, line {line}" if line else where, hint=hint)


def _lift_main(tree: Any) -> None:
    """Move ``<main>`` behind the menu, header or footer it lies in: a page left that one open."""
    main = tree.find(".//main")
    ancestors = [] if main is None else main.iterancestors()
    around = [element for element in ancestors if element.tag in _NO_MAIN]
    if around:
        # behind the outermost, for a header that holds the menu was left open with it
        around[-1].addnext(main)


def _unfold_headings(tree: Any) -> None:
    """Show what a heading opens that is a button, and make its words the heading's own.

    So https://www.w3.org/WAI/ARIA/apg/patterns/accordion/ has it. On the pages that we measure by,
    all hidden boxes that held text of a story were such, but for one form.
    """
    for panel in tree.xpath("//*[@hidden]"):
        heading = panel.getprevious()
        if heading is None or heading.tag not in HEADING_LIKE:
            continue
        buttons = (button.get("aria-expanded") for button in heading.iter("button"))
        if any(buttons) and (len(panel) or (panel.text or "").strip()):
            del panel.attrib["hidden"]
            # the extractor passes over what is aria-hidden, and could not vote for it
            panel.attrib.pop("aria-hidden", None)
            text = "".join(heading.xpath(_WORDS_OF_BUTTON))
            # without the button: one of fewer than three
            # words would be a control, and its heading empty
            heading[:] = []
            heading.text = text.rstrip(_SIGNS_OF_BUTTON)
