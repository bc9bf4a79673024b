"""What a file among articles is by its text when it is no article: a template, a redirect, a frame.

Asked only of what a walk through a folder finds: a file that somebody names is always taken.
"""

from __future__ import annotations

import re

__all__ = ["HEAD", "MADE", "explain_text"]

HEAD = 200_000
"""Bytes of a file in which it is looked for what makes it no article: most of all heads."""

_STUB = 20_000
"""Bytes from which on a page is no stub: what leads elsewhere is a few lines long."""

MADE = re.compile(rb"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?audiopress", re.IGNORECASE)
"""What our own pages say of themselves."""

_META = re.compile(rb"<meta\b[^<>]*>", re.IGNORECASE)
"""The tags among which a redirect may be, whatever the order of their attributes."""

_REFRESH = re.compile(rb"http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
"""What makes a page load another one, or itself anew."""

_SECONDS = re.compile(rb"content\s*=\s*[\"']?\s*(\d{1,6})[\d.]*\s*[;,]\s*[^\s\"'>]", re.IGNORECASE)
"""After how many seconds, and that it says which page: else it is itself."""

_AT_ONCE = 10
"""Seconds after which a page that leads on does so; a page that stays longer is there to be read,
and loads itself anew, as those of newspapers do every quarter of an hour."""

_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
"""A page that is a row of others (HTML 4)."""

_HIDDEN = (
    b"pre",
    b"code",
    b"samp",
    b"kbd",
    b"script",
    b"style",
    b"textarea",
    b"template",
    b"noscript",
)
"""Elements of a page in which marks are shown and not meant, or meant for few."""

_UNREAD = (b"head", b"title")
"""Elements of which nobody reads a word in the page."""

_TEMPLATE = re.compile(
    rb"\{%-?\s*(?:extends|block|include|for|if|unless|assign|import|macro|load|set|layout|render)\b"
    rb"|<[a-z][^<>]*\{\{|<title>[^<]*(?:\{\{|<%|<\?php)|<\?php|<%[=@-]?\s"
    rb"|>\s*\{\{[^<>{}]*\}\}\s*<"
    rb"|\{\{-?\s*(?:content|body|yield|partial|block|template|define|range|end|>|\.\w)",
    re.IGNORECASE,
)
"""Commands of template languages (Jinja, Liquid, Go, Handlebars, ERB, PHP) where a built page has
none: outside of code, in a title or an attribute."""

_SIGNS = (b"{%", b"{{", b"<%", b"<?php")
"""How those commands begin."""

_BY_SCRIPT = re.compile(rb"\blocation(?:\.href)?\s*=|\blocation\.(?:replace|assign)\s*\(")
"""A script that leads to another page."""

_SCRIPT = re.compile(rb"<script\b", re.IGNORECASE)
"""A page that has any script may get its text from it."""

_TAG = re.compile(rb"<[^<>]*>")
"""A tag, of which nobody reads a word either."""

_WORD = re.compile(rb"[A-Za-z\x80-\xff]")
"""A letter of any alphabet, in any encoding that has the signs of ASCII."""


def explain_text(media_type: str, body: bytes) -> str:
    """Say why a file is no article by what stands in it, or nothing."""
    head = body[:HEAD]
    if media_type != "text/html":
        # Amid a text such marks are its generator's, and reading knows them.
        return "a template" if head.lstrip().startswith((b"{%", b"<%", b"<?php")) else ""
    if MADE.search(head):
        return "a page of an edition that audiopress has made"
    if _FRAMES.search(head):
        return "a frame of other pages"
    short = len(body) < _STUB
    # Most pages have none of these signs, and are not looked through.
    if not short and not any(mark in head for mark in _SIGNS):
        return ""
    shown = _drop_elements(head, _HIDDEN)
    if _TEMPLATE.search(shown):
        return "a template"
    return _explain_stub(body, shown) if short else ""


def _explain_stub(body: bytes, shown: bytes) -> str:
    if any(_leads_on(tag) for tag in _META.findall(shown)):
        return "only leads to another page"
    # Two bytes a letter: what it says is not to be told so simply.
    words = _TAG.sub(b"", _drop_elements(shown, _UNREAD))
    if b"\0" in body or _WORD.search(words):
        return ""
    if _BY_SCRIPT.search(body):
        return "only leads to another page"
    # A page that a script fills is refused where it is read, with what to do about it.
    return "" if _SCRIPT.search(body) else "a page without a word"


def _leads_on(tag: bytes) -> bool:
    after = _SECONDS.search(tag)
    return bool(_REFRESH.search(tag) and after and int(after[1]) <= _AT_ONCE)


def _drop_elements(page: bytes, names: tuple[bytes, ...]) -> bytes:
    """Return a page without its comments and these elements, each looked for once from its start.

    In time that grows with the page and no faster: an end that is missing is not looked for again.
    """
    starts = re.compile(rb"<(!--|" + rb"\b|".join(names) + rb"\b)", re.IGNORECASE)
    small, kept, at, endless = page.lower(), [], 0, set[bytes]()
    for start in starts.finditer(page):
        name = start[1].lower()
        end = b"-->" if name == b"!--" else b"</" + name
        if start.start() < at or end in endless:
            continue
        found = small.find(end, start.end())
        if found < 0:
            endless.add(end)
            continue
        kept.append(page[at : start.start()])
        at = found + len(end)
    return b" ".join((*kept, page[at:]))
