"""Whether a feed has the whole text of an article, or only its beginning.

Nothing in RSS, Atom or JSON Feed says which it is. So it is told by its shape: how it ends, how
long it is, and which of two fields it stands in.
"""

from __future__ import annotations

import html
import re

from audiopress.identity import is_address, normalize_url

__all__ = ["explain_cut", "strip_tags"]

_TAG = re.compile(r"<[^<>]*>")
"""A tag of HTML, of which nobody reads a word."""

_UNREAD = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""Elements of which nobody reads a word either."""

_BLOCK = re.compile(r"<(?:p|br|div|li|h[1-6]|blockquote)\b", re.IGNORECASE)
"""Markup of a text in paragraphs; a summary is plain words."""

_LINK = re.compile(
    r"<a\b[^<>]*\bhref\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE
)
"""A link: where it leads, and its words."""

_ENDS_CUT = re.compile(r"(?:[\[(]\s*)?(?:\u2026|\.\.\.)\s*[\])]?\W*$")
"""How a text ends that goes on elsewhere: three dots, alone or in brackets."""

_FOOTER = re.compile(
    r"(?:<p>)?\s*The post\s*<a\b[^<>]*>(?:(?!</a).)*</a>\s*(?:first appeared|appeared first) on"
    r"\s*<a\b[^<>]*>(?:(?!</a).)*</a>\s*\.?\s*(?:</p>)?\s*$",
    re.DOTALL | re.IGNORECASE,
)
"""What WordPress adds to each item, below a whole text as below a beginning of one."""

_TAIL = 200
"""Characters of a text, at its end, in which a link to the rest of it stands."""

_FEW = 60
"""Words of the field for the whole text below which it is rather a teaser: the page will tell."""

_MANY = 200
"""Words of the field for a summary from which, in paragraphs, it holds the whole text: generators
without a field for it (Hugo's templates, Blogger's RSS) put it there, and no summary is as long."""


def strip_tags(text: str) -> str:
    """Return the words of HTML, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", _UNREAD.sub(" ", text))).split())


def explain_cut(text: str, *, address: str, title: str, summary: bool) -> str:
    """Say why ``text`` is not the whole article, or nothing where it is.

    ``summary`` says that it stands in the field for one. A post without a title is its text: such
    feeds (of Mastodon and others) have nothing else to show.
    """
    text = _FOOTER.sub("", text)
    words = strip_tags(text)
    count = len(words.split())
    if not count:
        return "the feed has no text of it"
    if _ENDS_CUT.search(words):
        return "its text in the feed ends with dots"
    if _leads_on(text, address, title):
        return "its text in the feed ends with a link to the rest"
    if not title:
        return ""
    if summary and (count < _MANY or not _BLOCK.search(text)):
        return "the feed has a summary of it only"
    return "its text in the feed is as short as a summary" if count < _FEW else ""


def _leads_on(text: str, address: str, title: str) -> bool:
    """Whether the last link of a text, near its end, leads to the article itself."""
    links = list(_LINK.finditer(text))
    if not links or not is_address(address):
        return False
    last = links[-1]
    after = strip_tags(text[last.end() :])
    if len(after) > _TAIL or not is_address(html.unescape(last[1])):
        return False
    own = normalize_url(html.unescape(last[1])) == normalize_url(address)
    # A text that names itself at its end is none that goes on, nor is a link to its comments.
    fragment = last[1].partition("#")[2]
    comments = bool(fragment) and not fragment.startswith("more")
    return own and not comments and strip_tags(last[2]) != title
