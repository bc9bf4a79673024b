"""Bytes to text, the way browsers do it: byte order mark, UTF-8, declaration, a guess.

Labels of encodings are those of the WHATWG Encoding Standard, as `webencodings` has them: Python
knows other names ("x-sjis" is none of its own) and under some of them fewer characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import webencodings

from audiopress.text.guessed_encoding import guess_encoding
from audiopress.text.rubbish import LOST, find_rubbish, undo_double_encoding

__all__ = [
    "DecodedText",
    "decode",
    "decode_with_notes",
    "drop_terminal_codes",
    "join_surrogates",
    "repair_double_encoding",
    "tidy",
]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 first, since in little-endian order it begins with UTF-16's."""

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
"""``<meta charset=koi8-r>`` and ``<meta ... content="text/html; charset=koi8-r">``.

Labels have 2 (l1) to 19 letters; the bounds keep the search linear in what is no label.
"""

_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
"""``<?xml version="1.0" encoding="koi8-r"?>`` at the very start."""

_HEAD = 4096
"""Bytes in which a declaration is looked for. The HTML standard asks for the first 1,024; pages
with long comments and scripts above it are common, and browsers look further too."""

_SAMPLE = 64
"""Bytes that tell UTF-16 without a mark: thirty letters of a headline or a doctype."""

_FEWEST_PAIRS = 4
"""Pairs of bytes below which a zero in each tells nothing."""

_MOST_PAIRS = 0.8
"""Share of pairs with a zero in the same place: Latin text in UTF-16, of which a few characters
(dashes, quotes) have none. Other text has no zero at all."""

_SHIFT = re.compile(rb"\x1b[$(]")
"""Escape sequences by which ISO-2022-JP turns to kanji and back, all in seven bits.

Bytes of that kind are valid UTF-8 too, and would be spoken as rows of letters.
"""

_CODECS = {
    "gbk": "gb18030",  # the standard decodes GBK as GB 18030, which adds to it
    "x-user-defined": "windows-1252",  # "if it is x-user-defined, use windows-1252" (HTML)
}
"""Encodings that are read as others, by the standards."""

_C1 = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""Controls that Windows-1252 text becomes when it is read as Latin-1 (or is written as ``&#150;``),
and what was meant; five of the bytes mean nothing in Windows-1252 either."""

_INVISIBLE = (
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    "\ufff9\ufffa\ufffb\ufffc"
)
"""Soft hyphen, spaces of no width, byte order mark, marks of direction, and what stands for an
object (a picture, a gloss) that is not there: they part words for whoever searches or speaks, and
nobody sees them."""

_CONTROLS = tuple(code for code in (*range(32), 127) if not chr(code).isspace())
"""What a terminal would obey and XML may not hold; controls that are spaces are joined as such."""

_STRAYS = bytes({*range(32)} - {*b"\t\n\f\r\x1b"})
"""Controls that mean nothing in a text; an escape begins what a terminal obeys."""

_PARTED = re.compile(r"[^\W_]{1,40}[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]+[^\W_]{1,40}")
"""A word with such a control in it, or two that it stands between; the bounds keep it linear."""

_PICTURES = {code: 0x2400 + code for code in range(32)}
"""How a control is shown: "the␋harbour" (Unicode, Control Pictures)."""

_SHOWN_WORDS = 3
"""Words that a note shows: enough to find the place."""

_TERMINAL_CODE = re.compile(
    r"\x1b(?:\[[0-?]{0,32}[ -/]{0,4}[@-~]"
    r"|\][^\x07\x1b]{0,200}(?:\x07|\x1b\\)|[()][0-2AB])"
)
"""What a program wrote to a terminal to colour a text (ECMA-48), the whole of it."""

_TWICE = re.compile("\u00e2[\u20ac\x80](.)", re.DOTALL)
"""Punctuation that was written as UTF-8, read as Windows-1252 or Latin-1 and written as UTF-8
again: a right quote is e2 80 99, and comes as three characters."""

_ONCE = {
    ("\u00e2\x80" + chr(last)).encode("latin-1").decode("utf-8"): last for last in range(0x80, 0xC0)
}
"""The characters whose UTF-8 begins with e2 80 (dashes, quotes, ellipsis), by their last byte."""

_DOUBLED = {
    form: char
    for char, last in _ONCE.items()
    for form in (chr(last), bytes((last,)).decode("cp1252", "replace"))
}
"""What stands for that last byte when it is read as Latin-1 or Windows-1252, and what was meant."""

_ESCAPE = 0xDC00
"""What Python's error handler ``surrogateescape`` adds to a byte that it cannot decode."""

_BYTES = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as that handler gives them."""

_LONE_BYTE = re.compile("(?<![\udc80-\udcff])[\udc80-\udcff](?![\udc80-\udcff])")
"""One of them by itself."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a letter beyond U+FFFF, as UTF-16 writes it; by itself it is no character."""

_UNWANTED = _C1 | dict.fromkeys((*map(ord, _INVISIBLE), *_CONTROLS), "")
"""What `tidy` puts right or takes out, for `str.translate`."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a document, and in ``notes`` what is to be known of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(body: bytes, charset: str | None = None) -> str:
    """Return the text of ``body``, as `decode_with_notes` does."""
    return decode_with_notes(body, charset).text


def decode_with_notes(body: bytes, charset: str | None = None) -> DecodedText:
    r"""Return the text of ``body``; ``charset`` is what the server said.

    A byte order mark decides; then whatever is valid UTF-8 is UTF-8 (a wrong declaration is
    common, valid UTF-8 by chance is not); then the declared encoding, unless that gives rubbish;
    then the one that is guessed. Bytes that mean nothing become U+FFFD, line ends ``\n``.
    """
    decoded = _decode(body, charset)
    notes = decoded.notes
    if lost := decoded.text.count(LOST):
        notes += (f"{lost} of its letters are lost: bytes that mean nothing in its encoding",)
    notes += _note_controls(body, decoded.text)
    return DecodedText(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), notes)


def _note_controls(body: bytes, text: str) -> tuple[str, ...]:
    """Return a note where a control stands within words: they are read without it, or are two."""
    # most files have none, and bytes are looked through much faster than letters
    if len(body.translate(None, _STRAYS)) == len(body):
        return ()
    words = _PARTED.findall(text)
    if not words:
        return ()
    shown = ", ".join(word.translate(_PICTURES) for word in words[:_SHOWN_WORDS])
    more = ", ..." if len(words) > _SHOWN_WORDS else ""
    return (f"control characters of a machine stand within words: {shown}{more}",)


def _decode(body: bytes, charset: str | None) -> DecodedText:
    if wide := _decode_by_mark(body):
        return wide
    # what the server says counts before what the page says (HTML, 13.2.3.2)
    declared = [_look_up(label) for label in (charset, *_find_labels(body)) if label]
    try:
        return _undo_twice(_decode_iso_2022_jp(body, declared) or body.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    # UTF-8 has failed already
    known = next((one for one in declared if one and one.name != "utf-8"), None)
    return _decode_as_declared(body, known) if known else _decode_by_guess(body)


def _decode_by_mark(body: bytes) -> DecodedText | None:
    """Return the text of a body that its first bytes tell the encoding of, else nothing."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            # codecs with an order in their name would leave the mark in the text
            return DecodedText(body[len(mark) :].decode(encoding, "replace"))
    # before UTF-8, for Latin text in UTF-16 is valid UTF-8 with zeros in it
    utf16 = _find_unmarked_utf16(body)
    return DecodedText(body.decode(utf16, "replace")) if utf16 else None


def _undo_twice(text: str) -> DecodedText:
    once = undo_double_encoding(text)
    return DecodedText(text) if once is text else DecodedText(once, ("it was encoded twice",))


def _decode_as_declared(body: bytes, known: webencodings.Encoding) -> DecodedText:
    """Return a body's text in the encoding it claims, unless that is rubbish and a guess is not."""
    text = str(known.codec_info.decode(body, "replace")[0])
    if find_rubbish(text):
        guessed = _decode_by_guess(body)
        if not find_rubbish(guessed.text):
            return guessed
    return DecodedText(text)


def _decode_iso_2022_jp(body: bytes, declared: list[webencodings.Encoding | None]) -> str:
    """Return the text of a body that says it is ISO-2022-JP and has its escapes, else nothing."""
    if not _SHIFT.search(body):
        return ""
    name = next((known.name for known in declared if known), "")
    return body.decode(name, "replace") if name == "iso-2022-jp" else ""


def _decode_by_guess(body: bytes) -> DecodedText:
    """UTF-8 with a few broken bytes stays UTF-8, anything else is what its letters look like."""
    text = body.decode("utf-8", "replace")
    # text in another encoding is hardly ever valid here: nearly each letter beyond ASCII is broken
    good = sum(1 for char in text if char > "\x7f" and char != LOST)
    if good > text.count(LOST):
        return _mend_utf8(body)
    name = guess_encoding(body)
    # browsers know more letters under some names than Python does
    known = _look_up(name)
    codec = known.codec_info if known else codecs.lookup(name)
    note = f"it says no encoding that fits, and is read as {name}"
    return DecodedText(str(codec.decode(body, "replace")[0]), (note,))


def _mend_utf8(body: bytes) -> DecodedText:
    """Return UTF-8 of which single bytes are of Windows-1252, as a sentence pasted into it is."""
    # a byte by itself is a letter of that encoding, two in a row are a letter cut in half
    text, mended = _LONE_BYTE.subn(
        lambda found: bytes((ord(found[0]) - _ESCAPE,)).decode("cp1252", "replace"),
        body.decode("utf-8", "surrogateescape"),
    )
    text = _BYTES.sub(LOST, text)
    notes = (f"{mended} of its bytes are no UTF-8, and are read as Windows-1252",) if mended else ()
    return DecodedText(text, notes)


def _find_unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of the beginning."""
    head = body[:_SAMPLE]
    pairs = len(head) // 2
    if pairs < _FEWEST_PAIRS:
        return None
    # zeros in both places are UTF-32, or no text
    if head[1::2].count(0) > pairs * _MOST_PAIRS and 0 not in head[::2]:
        return "utf-16-le"
    if head[::2].count(0) > pairs * _MOST_PAIRS and 0 not in head[1::2]:
        return "utf-16-be"
    return None


def _find_labels(body: bytes) -> tuple[str, ...]:
    """Return what a body says of its encoding: as XML, then as HTML."""
    head = body[:_HEAD]
    found = [pattern.search(head) for pattern in (_XML, _META)]
    # `\w` of a pattern of bytes is ASCII alone, so this cannot fail
    return tuple(match[1].decode("ascii") for match in found if match)


def _look_up(label: str) -> webencodings.Encoding | None:
    """Return the encoding that browsers take a label for, ``None`` where they know none.

    A page that could be read so far is no UTF-16, whatever it says (as in the HTML standard).
    Of encodings that are no longer read (ISO-2022-KR, HZ) browsers show one U+FFFD and no page, for
    the reader's safety. Here nothing is run, so the label is as unknown and the guess decides.
    """
    known = webencodings.lookup(label)  # type: ignore[no-untyped-call]
    if known is None or known.name == "replacement":
        return None
    name = "utf-8" if known.name.startswith("utf-16") else _CODECS.get(known.name, known.name)
    encoding: webencodings.Encoding = webencodings.lookup(name)  # type: ignore[no-untyped-call]
    return encoding


def tidy(text: str) -> str:
    """Return ``text`` as one line: spaces joined, soft hyphens and controls out, C1 repaired.

    Halves of letters, which escapes of JSON and YAML may write, are joined or taken out: no file
    and no feed can hold one.
    """
    whole = join_surrogates(repair_double_encoding(drop_terminal_codes(text)))
    return " ".join(whole.translate(_UNWANTED).split())


def drop_terminal_codes(text: str) -> str:
    """Return ``text`` without the sequences that colour it on a terminal."""
    return _TERMINAL_CODE.sub("", text) if "\x1b" in text else text


def join_surrogates(text: str) -> str:
    r"""Return ``text`` with the letters that two surrogates stand for, and without lone ones."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def repair_double_encoding(text: str) -> str:
    """Return ``text`` with the marks that were encoded twice as they were meant."""
    # most texts have no "â", and are not searched
    if "\u00e2" not in text:
        return text
    return _TWICE.sub(lambda found: _DOUBLED.get(found[1], found[0]), text)
