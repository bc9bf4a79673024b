"""What the files of servers say (.htaccess, nginx.conf, Caddyfile), each word with its sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from audiopress.checking.folder.host_paths import (
    everything,
    match_glob,
    match_names,
    match_prefix,
    match_regex,
    nothing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.folder.host_paths import Scope

__all__ = ["list_told"]

Told = tuple[list["Scope"], str]
"""A line, and which paths it is for: those that all of its scopes are about."""

_TAG: Final = re.compile(r"<(/?)(\w+)\s*([^>]*)>(.*)")
"""A section of .htaccess begins or ends."""

_BRACES: Final = re.compile(r"\s*([^;\n{}]*(?:\{[^{}\s;]*\}[^;\n{}]*)*)(;|\n|\{|\}|$)")
"""A line of the others up to its end, or up to where a section begins or ends."""

_LOCATION: Final = re.compile(r"location\s+(=|~\*?|\^~)?\s*(\S+)")
"""A section of nginx on paths."""

_ASKED: Final = re.compile(r"if\s*\(\s*\$(?:request_)?uri\s+(~\*?|=)\s*\"?([^\s\")]+)")
"""A condition of nginx on paths."""

_SITE: Final = re.compile(r"(?:https?://)?[\w*.-]+\.[a-z]{2,}(?::\d+)?", re.IGNORECASE)
"""A host, as the sections of a Caddyfile begin."""


def list_told(text: str, name: str, host: str) -> Iterator[Told]:
    """Yield the lines of a file called ``name``, each with the scopes of its sections."""
    yield from _list_tagged(text) if name == ".htaccess" else _list_braced(text, host)


def _list_tagged(text: str) -> Iterator[Told]:
    stack = list["Scope"]()
    for line in text.splitlines():
        found = _TAG.match(line.strip())
        if not found:
            yield list(stack), line.strip()
            continue
        if found[1]:
            del stack[-1:]
        else:
            stack.append(_read_tag(found[2].lower(), found[3].strip()))
        if found[4].strip():
            yield list(stack), found[4].strip()


def _read_tag(kind: str, said: str) -> Scope:
    regex = kind.endswith("match") or said.startswith("~")
    words = said.removeprefix("~").strip().strip("\"'")
    if kind in ("files", "filesmatch"):
        return match_names(words, regex=regex)
    if kind in ("location", "locationmatch"):
        return match_regex(words) if regex else match_prefix(words)
    methods = "GET" in said.upper().split()
    # What counts on a condition of the visitor keeps nobody in general.
    others = {"limit": methods, "limitexcept": not methods, "if": False, "elseif": False}
    return everything if others.get(kind, True) else nothing


def _list_braced(text: str, host: str) -> Iterator[Told]:
    stack, named = list["Scope"](), _list_matchers(text)
    # Of servers with names, those of other hosts are not this edition's.
    own = bool(re.search(rf"\bserver_name\b[^;]*\b{re.escape(host)}\b", text)) if host else False
    for found in _BRACES.finditer(text):
        words, end = found[1].strip(), found[2]
        if words and end != "{":
            yield [*stack, _read_matcher(words, named)], words
        if end == "{":
            inner = text[found.end() :]
            stack.append(_read_head(words, inner, host if own else "", host, named))
        elif end == "}":
            del stack[-1:]


def _read_head(words: str, inner: str, server: str, host: str, named: dict[str, Scope]) -> Scope:
    """Return the paths that a section is about, by the words it begins with."""
    if words.startswith("location"):
        found = _LOCATION.match(words)
        return _read_location(found[1] or "", found[2]) if found else everything
    if words.startswith("if"):
        found = _ASKED.match(words)
        return _read_location(found[1], found[2]) if found else nothing
    if words == "server":
        names = re.match(r"[^{}]*?server_name\s+([^;]*);", inner)
        return everything if not server or (names and server in names[1].split()) else nothing
    sites = _SITE.findall(words) if _SITE.match(words) else []
    if (
        sites
        and host
        and host.partition(":")[0]
        not in {site.rpartition("//")[2].partition(":")[0] for site in sites}
    ):
        return nothing
    return _read_matcher(words, named)


def _read_location(kind: str, said: str) -> Scope:
    said = said.strip("\"'")
    if said.startswith("@"):
        return nothing
    if "~" in kind and kind != "^~":
        return match_regex(said)
    # As nginx has it: /feed is the beginning of /feed.xml too.
    return (lambda path: path == said) if kind == "=" else (lambda path: path.startswith(said))


def _list_matchers(text: str) -> dict[str, Scope]:
    """Return the sets of paths that a Caddyfile has names for."""
    found = re.findall(r"(?m)^\s*(@\w+)\s+path\s+(.+)$", text)
    return {name: _match_any(paths.split()) for name, paths in found}


def _match_any(globs: list[str]) -> Scope:
    scopes = [match_glob(each) for each in globs]
    return lambda path: any(scope(path) for scope in scopes)


def _read_matcher(words: str, named: dict[str, Scope]) -> Scope:
    """Return the paths that a line of a Caddyfile is for, by the word behind its first one."""
    first, _, rest = words.partition(" ")
    second = rest.strip().partition(" ")[0]
    if second.startswith("@"):
        return named.get(second, nothing)
    told = first in ("handle", "handle_path", "route", "header", "respond", "redir", "error")
    return match_glob(second) if told and second.startswith("/") else everything
