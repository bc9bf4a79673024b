"""Which files a rule of a host is about, in the ways in which hosts write that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

    Scope = Callable[[str], bool]

__all__ = ["everything", "match_glob", "match_names", "match_prefix", "match_regex", "nothing"]

_PART: Final = re.compile(r"\*+|:\w+\*?|\([^)]*\)|.", re.DOTALL)
"""A part of a path with places for any words: ``*``, ``:slug``, ``:path*``, ``(.*)``."""


def everything(_path: str) -> bool:
    """Whether a rule for all files is about one."""
    return True


def nothing(_path: str) -> bool:
    """Whether a rule that we cannot tell, or for another host, is about a file of the edition."""
    return False


def match_glob(text: str, host: str = "") -> Scope:
    """Return what tells the paths of ``/drafts/*``; an address of another ``host`` has none."""
    if "://" in text:
        parts = urlsplit(text)
        if parts.netloc.lower() != host:
            return nothing
        text = parts.path or "/"
    whole = re.compile("".join(_translate(part) for part in _PART.findall(f"/{text.lstrip('/')}")))
    return lambda path: bool(whole.fullmatch(path))


def _translate(part: str) -> str:
    if part[0] == "(" or part[0] == "*":
        return ".*"
    if part[0] == ":" and len(part) > 1:
        return ".*" if part.endswith("*") else "[^/]+"
    return re.escape(part)


def match_prefix(text: str) -> Scope:
    """Return what tells the paths that begin so, at the end of a folder's or a file's name."""
    begin = f"/{text.lstrip('/')}"
    return lambda path: (
        path.startswith(begin) and (begin.endswith("/") or path[len(begin) :][:1] in ("", "/"))
    )


def match_regex(text: str, *, rooted: bool = True) -> Scope:
    """Return what tells the paths in which an expression is found; without "/" if not ``rooted``.

    An expression that cannot be read is about nothing: its host refuses it too.
    """
    try:
        found = re.compile(text, re.IGNORECASE)
    except re.error:
        return nothing
    return lambda path: bool(found.search(path if rooted else path.lstrip("/")))


def match_names(text: str, *, regex: bool) -> Scope:
    """Return what tells the paths of files with such a name, wherever they lie."""
    own = match_regex(text) if regex else match_glob(text)

    def is_named(path: str) -> bool:
        name = path.rpartition("/")[2] or "index.html"
        return own(name if regex else f"/{name}")

    return is_named
