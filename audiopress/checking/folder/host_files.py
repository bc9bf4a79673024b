"""Whether the files that tell a host what to do keep apps and search engines from the edition.

No build writes any of them: they are copied with what a site had before, or left by a trial.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from audiopress.checking.folder.host_paths import (
    match_glob,
    match_prefix,
    match_regex,
    nothing,
)
from audiopress.checking.folder.host_sections import list_told
from audiopress.checking.folder.host_tables import list_table_words
from audiopress.checking.folder.robots_file import find_robots_fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.folder.host_paths import Scope
    from audiopress.checking.shelf import Shelf

__all__ = ["find_host_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_SENDING: Final = (
    "_redirects",
    "_headers",
    ".htaccess",
    "web.config",
    "netlify.toml",
    "vercel.json",
    "firebase.json",
    "staticwebapp.config.json",
    "serve.json",
    "nginx.conf",
    "Caddyfile",
)
"""Files by which hosts send a visitor elsewhere, or answer in other words."""

_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>,;)$%{]+", re.IGNORECASE)
"""An address in such a file, as far as it is one before anything is put into it."""

_REMARK: Final = re.compile(r"^\s*(?:#|//).*$", re.MULTILINE)
"""A line that is none."""

_LEADS: Final = re.compile(
    r"(?:redirect\w*|redir|rewrite|rewriterule|return 30\d)\b", re.IGNORECASE
)
"""How a line begins that leads visitors elsewhere."""

_OWN_PATH: Final = re.compile(
    r"(?:redirect(?:permanent|temp|match)?|rewriterule|rewrite)\s+"
    r"(?:(?:30\d|permanent|temp|seeother|gone)\s+)?(?!https?:)(\S+)\s",
    re.IGNORECASE,
)
"""The path in such a line that it is for."""

_KEPT: Final = re.compile(
    r"x-robots-tag\b.*\b(?:noindex|none)\b|\b(?:deny from all|require all denied|return 4\d\d)",
    re.IGNORECASE,
)
"""What keeps search engines or everybody away."""

_FILES: Final = ("", "episodes/any/", "episodes/any/any/any.mp3")
"""A front page, a page and a sound of an edition; rules about none of its files are no fault."""

_TABLES: Final = (".json", ".toml", ".config")
"""How files end that are tables; the others are lines."""


def find_host_faults(shelf: Shelf, base: str, feeds: Sequence[str]) -> Iterator[Look]:
    """Yield a look at each file that tells a host or a robot what to do with the edition."""
    # A private show is to be found by nobody.
    public = [path for path in feeds if path.count("/") != 1]
    body = shelf.read("robots.txt")
    if body is not None:
        yield "files of the host", "robots.txt", find_robots_fault(_read(body), public)
    for name in _SENDING:
        body = shelf.read(name)
        if body is not None:
            yield "files of the host", name, _find_sending_fault(_read(body), name, base, public)


def _read(body: bytes) -> str:
    return body.decode("utf-8-sig", "replace")


def _find_sending_fault(text: str, name: str, base: str, public: Sequence[str]) -> str:
    """Return where visitors of the edition are sent to, or what keeps them away."""
    own = urlsplit(base).netloc.lower()
    files = [f"/{path}" for path in (*_FILES, *public)]
    try:
        told = list(_list_told(text, name, own))
    except (ValueError, RecursionError) as error:
        return f"can not be read by its host: {error}"
    for scopes, words in told:
        if any(all(scope(path) for scope in scopes) for path in files):
            fault = _judge(words, own, hidden=not public)
            if fault:
                return fault
    return ""


def _list_told(text: str, name: str, host: str) -> Iterator[tuple[list[Scope], str]]:
    """Yield what a file says line by line, each with the paths it is for."""
    if name.endswith(_TABLES):
        yield from list_table_words(text, name, host)
        return
    text = _REMARK.sub("", text)
    if name in ("_headers", "_redirects"):
        yield from _list_plain(text, host)
        return
    for scopes, words in list_told(text, name, host):
        found = _OWN_PATH.match(words)
        yield [*scopes, *([_read_path(found[0], found[1])] if found else [])], words


def _list_plain(text: str, host: str) -> Iterator[tuple[list[Scope], str]]:
    """Yield the lines of Netlify's and Cloudflare's files: of a path, or indented below one."""
    scope: Scope = nothing
    for line in text.splitlines():
        first, _, rest = line.strip().partition(" ")
        if line[:1].strip():
            scope = match_glob(first, host)
            yield [scope], f"redirect {rest}"
        elif first:
            yield [scope], line.strip()


def _read_path(command: str, said: str) -> Scope:
    said, command = said.strip("\"'"), command.lower()
    if command.startswith("rewriterule"):
        return match_regex(said, rooted=False)
    regex = command.startswith(("redirectmatch", "rewrite"))
    return match_regex(said) if regex else match_prefix(said)


def _judge(words: str, own: str, *, hidden: bool) -> str:
    found = _ADDRESS.search(words) if own and _LEADS.match(words) else None
    if found and urlsplit(found[0]).netloc.lower() != own:
        return f"leads to {found[0]}, which is not this edition"
    kept = _KEPT.search(words)
    fine = kept and hidden and kept[0].lower().startswith("x-robots-tag")
    return f"keeps visitors away: {kept[0][:60]!r}" if kept and not fine else ""
