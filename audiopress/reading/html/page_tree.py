"""The tree of a page, mended where its source is not what a reader sees.

Three things are mended before anything is read: parts that were streamed to the end of the page
come to their place, ``<main>`` comes out of a menu that was left open, and what a heading unfolds
is shown.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audiopress.errors import ReadingError
from audiopress.reading.html.elements import HEADING_LIKE
from audiopress.reading.html.late_parts import place_late_parts

__all__ = ["parse_page"]

_NO_MAIN = frozenset(("nav", "header", "footer", "aside"))
"""What ``<main>`` may not lie in; if it does, one of these was never closed.

https://html.spec.whatwg.org/multipage/grouping-content.html#the-main-element
"""

_WORDS_OF_BUTTON = (
    ".//text()[not(ancestor::svg or ancestor::script or ancestor::style"
    " or ancestor::*[@aria-hidden='true'])]"
)
"""The question on a button, without the title of its icon ("Expand") or a style beside it."""

_SIGNS_OF_BUTTON = " +−–-▾▼▸›\n\t"
"""What is drawn behind the question to show that it opens."""


def parse_page(text: str, where: str) -> Any:
    """Return the tree of a page as lxml has it, mended. Raises `ReadingError` where there is none.

    ``where`` names the page in the error.
    """
    # the text is decoded by now, so what the page says of its own encoding must not count
    # huge_tree: libxml2 by itself gives up on very deep trees and very long
    # texts; how much there can be is bounded by the bytes of a document
    parser = lxml_html.HTMLParser(  # type: ignore[no-untyped-call]
        encoding="utf-8", remove_pis=True, huge_tree=True
    )
    try:
        tree = lxml_html.document_fromstring(  # type: ignore[no-untyped-call]
            text.encode("utf-8", "surrogatepass"), parser=parser, ensure_head_body=True
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(
            "the page holds no text", where=where, hint="open it in a browser and save it again"
        ) from error
    # streamed parts first: only then is what stands below a heading what a reader sees there
    place_late_parts(tree)
    _lift_main(tree)
    _unfold_headings(tree)
    return tree


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
