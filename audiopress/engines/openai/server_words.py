"""What a server says of an error, in its own words, as a terminal can show them."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["find_message"]

_MESSAGE = 200
"""Characters of a server's own words in an error: two lines of a terminal."""

_READ = 20_000
"""Bytes of an answer that are looked at for them: an error is short, or a page."""


def find_message(body: bytes) -> str:
    """Return a server's own words of an error as one line that a terminal can show."""
    try:
        # The end may be cut within a letter.
        text = body[:_READ].decode("utf-8", "strict" if len(body) <= _READ else "ignore")
    except UnicodeDecodeError:  # a sound, or what else is no text
        return ""
    try:
        found = _find_text(json.loads(text))
    except (ValueError, RecursionError):
        # A page of a proxy says nothing that its status does not.
        found = "" if "\0" in text or text.lstrip().startswith("<") else text
    words = " ".join("".join(c if c.isprintable() else " " for c in found).split())
    return words if len(words) <= _MESSAGE else f"{words[: _MESSAGE - 3]}..."


def _find_text(value: Any) -> str:
    """Return the text of an error in JSON, wherever this kind of server has it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, map(_find_text, value)))
    if isinstance(value, dict):
        # OpenAI has error.message, FastAPI detail, its validation a list of msg.
        for key in ("error", "message", "detail", "msg"):
            if found := _find_text(value.get(key)):
                return found
    return ""
