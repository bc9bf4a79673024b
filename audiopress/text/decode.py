"""Bytes to text, the way browsers do it: byte order mark, declaration, UTF-8, Windows-1252."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode", "repair_double_encoding", "tidy"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# what browsers take these labels for: https://encoding.spec.whatwg.org/#names-and-labels
_BROWSER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
# C1 controls that Windows-1252 text becomes when it is read as Latin-1 (or is written as &#150;)
_C1 = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_INVISIBLE = (
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# what a terminal would obey and XML may not hold; those that are spaces are joined as spaces
_CONTROLS = [code for code in (*range(32), 127) if not chr(code).isspace()]
# Punctuation that was written as UTF-8, read as Windows-1252 or Latin-1, and written as UTF-8 again
_TWICE = re.compile("\u00e2[\u20ac\x80](.)", re.DOTALL)
_ONCE = {
    ("\u00e2\x80" + chr(last)).encode("latin-1").decode("utf-8"): last for last in range(0x80, 0xC0)
}
_DOUBLED = {
    form: char
    for char, last in _ONCE.items()
    for form in (chr(last), bytes((last,)).decode("cp1252", "replace"))
}
_UNWANTED = _C1 | dict.fromkeys((*map(ord, _INVISIBLE), *_CONTROLS), "")


def decode(body: bytes, charset: str | None = None) -> str:
    r"""Return the text of ``body``; ``charset`` is what the server said.

    A byte order mark decides; then whatever is valid UTF-8 is UTF-8 (a wrong declaration is
    common, valid UTF-8 by chance is not); then the declared encoding; then Windows-1252, in which
    the five undefined bytes become U+FFFD. Line ends become ``\n``.
    """
    return _decode(body, charset).replace("\r\n", "\n").replace("\r", "\n")


def _decode(body: bytes, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    wide = _wide(body)
    if wide:
        return body.decode(wide, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for label in (charset, *_declared(body)):
        name = _known(label)
        if name and name != "utf-8":
            return body.decode(name, "replace")
    return _mostly_utf8(body)


def _mostly_utf8(body: bytes) -> str:
    """UTF-8 with a few broken bytes stays UTF-8, anything else is Windows-1252."""
    text = body.decode("utf-8", "replace")
    good = sum(1 for char in text if char > "\x7f" and char != "\ufffd")
    return text if good > text.count("\ufffd") else body.decode("cp1252", "replace")


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of the beginning."""
    head = body[:64]
    half = len(head) // 2
    if half < 4:  # noqa: PLR2004 - too little to tell
        return None
    if head[1::2].count(0) > half * 0.8 and 0 not in head[::2]:
        return "utf-16-le"
    if head[::2].count(0) > half * 0.8 and 0 not in head[1::2]:
        return "utf-16-be"
    return None


def _declared(body: bytes) -> tuple[str, ...]:
    head = body[:_HEAD]
    found = [pattern.search(head) for pattern in (_XML, _META)]
    return tuple(match[1].decode("ascii") for match in found if match)


def _known(label: str | None) -> str | None:
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip()).name
    except LookupError:
        return None
    # a page that could be read so far is no UTF-16, whatever it says (as in the HTML standard)
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else _BROWSER.get(name, name)


def tidy(text: str) -> str:
    """One line of text: spaces joined, soft hyphens, marks and controls out, C1 repaired."""
    return " ".join(repair_double_encoding(text).translate(_UNWANTED).split())


def repair_double_encoding(text: str) -> str:
    """Return ``text`` with the marks that were encoded twice as they were meant."""
    if "\u00e2" not in text:
        return text
    return _TWICE.sub(lambda found: _DOUBLED.get(found[1], found[0]), text)
