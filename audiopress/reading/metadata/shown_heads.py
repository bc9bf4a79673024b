"""What the h1 of a page say, in words or by a picture, and which of them is the site's logo."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.shown_words import HOME
from audiopress.text.comparison import has_words, make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.reading.metadata.shown_words import ShownWords

__all__ = ["is_linked", "is_logo", "join_lines", "list_heads"]

_LINES = ("br", "div", "p", "section")
"""Elements in an h1 behind which a new line begins."""


def list_heads(tree: Any, shown: ShownWords, site: str) -> list[tuple[Any, str]]:
    """Return every h1 with what it says; where none has a word, what their pictures say.

    A picture of the site's name is none of them: ``site`` has the letters that ``<title>`` tells.
    """
    heads = [(h1, text) for h1 in tree.iter("h1") if (text := _read_heading(h1))]
    if any(has_words(text) for _h1, text in heads):
        return heads
    pictured = [(h1, alt) for h1 in tree.iter("h1") if has_words(alt := _read_pictures(h1))]
    return heads + [
        (h1, alt) for h1, alt in pictured if not shown.is_site(alt) and make_comparable(alt) != site
    ]


def _read_pictures(h1: Any) -> str:
    """Return what stands for the pictures of an h1 where they are not seen."""
    return tidy(unescape(" ".join(image.get("alt") or "" for image in h1.iter("img"))))


def _read_heading(h1: Any) -> str:
    """Return the text of an h1 without the date or byline that a page put in it as a heading."""
    # an h1 that is nothing but such headings is read whole
    own = join_lines(h1, skip=("h2", "h3", "h4", "h5", "h6"))
    return tidy(unescape(own if own.strip() else join_lines(h1)))


def join_lines(element: Any, skip: tuple[str, ...] = ()) -> str:
    """Return the text of an element, with a space where one of its lines ends."""
    parts = [element.text or ""]
    for child in element:
        # a sign behind a heading leads to the heading itself: "¶", "#"
        sign = child.tag == "a" and not has_words(child.text_content())
        if isinstance(child.tag, str) and child.tag not in skip and not sign:
            gap = " " if child.tag in _LINES else ""
            parts.append(f"{gap}{join_lines(child, skip)}{gap}")
        parts.append(child.tail or "")
    return "".join(parts)


def is_logo(h1: Any, text: str, sites: frozenset[str]) -> bool:
    """Whether an h1 is the name of the site, or leads to its front and nowhere else."""
    if make_comparable(text) in sites:
        return True
    links = [(link.get("href") or "").strip() for link in (*h1.iter("a"), *h1.iterancestors("a"))]
    return any(links) and all(link and HOME.fullmatch(link) for link in links)


def is_linked(h1: Any, text: str) -> bool:
    """Whether all that an h1 says is one link."""
    return any(
        make_comparable(link.text_content()) == make_comparable(text) for link in h1.iter("a")
    )
