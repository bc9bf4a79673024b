"""JSON as sites write it: what is no JSON taken out, and a broken text read as far as it goes."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from audiopress.text.vocabulary import any_of

__all__ = ["read_json_text"]

_STRING = r'"(?:[^"\\]|\\.)*"'
"""A text of JSON, which is left as it is whatever stands in it."""

_NOISE = re.compile(
    rf"(?P<string>{_STRING})|"
    + any_of(
        r"/\*.*?\*/",  # comments, as JavaScript has them
        r"//[^\n]*",
        r"<!--|-->",  # for browsers of long ago
        r"<!\[CDATA\[|\]\]>",
        "\ufeff",
    ),
    re.DOTALL,
)
"""What may stand between the values of a script and is no JSON."""

_LOOSE = re.compile(
    rf"(?P<string>{_STRING})|(?P<comma>,)(?=\s*[}}\]])|(?P<none>\b(?:undefined|NaN|None)\b)",
    re.DOTALL,
)
"""A comma behind the last item, and names for nothing, which JavaScript allows."""

_ESCAPE = re.compile(r'\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])|\\')
"""An escape of JSON, or a backslash that begins none."""

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 0xFFFD))
"""Controls, which no text has, and U+FFFD, which a NUL becomes in a page; line breaks stay, since
they end comments."""

_BETWEEN = re.compile(r"[\s,;]*")
"""What stands between two values in one script, and behind the last: "};"."""

_SHUT = {"{": "}", "[": "]"}
"""What closes an object and a list."""


def read_json_text(text: str) -> tuple[list[Any], str]:
    """Return the values of a text of JSON, and what is wrong with it, or nothing.

    What is broken is read up to where it breaks. A text holds several values where a site writes
    its articles one after the other.
    """
    text = text.translate(_CONTROLS)
    # some pages escape their scripts as if they were text
    if '"' not in text and "&" in text:
        text = unescape(text)
    values, why = _read_values(text)
    if not why:
        return values, ""
    cleaned = _LOOSE.sub(_drop_loose, _NOISE.sub(_drop_noise, text))
    values, why = _read_values(cleaned)
    if not why:
        return values, ""
    mended = re.sub(_STRING, lambda found: _ESCAPE.sub(_mend_escape, found[0]), cleaned)
    values, why = _read_values(mended)
    return values, why


def _drop_noise(found: re.Match[str]) -> str:
    return found["string"] or " "


def _drop_loose(found: re.Match[str]) -> str:
    return found["string"] or ("null" if found["none"] else " ")


def _mend_escape(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else ""


def _read_values(text: str) -> tuple[list[Any], str]:
    """Return the values of a text up to where it breaks, and why it does."""
    # not strict: sites write line breaks within texts, which JSON has escaped
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = _skip(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            values += _read_begun(decoder, text[at : error.pos])
            return values, f"{error.msg} at character {error.pos}"
        # a page may nest brackets deeper than the parser goes
        except RecursionError:
            return values, "it is nested too deeply"
        values.append(value)
        at = _skip(text, at)
    return values, ""


def _skip(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _read_begun(decoder: json.JSONDecoder, text: str) -> list[Any]:
    """Return the value that a broken text begins with: its items that are whole, if any are."""
    whole, still_open = "", []
    for found in re.finditer(rf"{_STRING}|[{{}}\[\],]", text):
        sign = found[0]
        if sign in _SHUT:
            still_open.append(_SHUT[sign])
        elif sign in ("}", "]") and still_open:
            still_open.pop()
        if sign == "," or sign in _SHUT.values():
            end = found.start() if sign == "," else found.end()
            whole = text[:end] + "".join(reversed(still_open))
    try:
        return [decoder.decode(whole)] if whole else []
    except (ValueError, RecursionError):
        return []
