"""Whether the files that tell a host what to do keep apps and search engines from the edition.

No build writes any of them: they are copied with what a site had before, or left by a trial.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

_REMARK: Final = re.compile(r"^\s*(?:#|//|<!--).*$", re.MULTILINE)
"""A line that is none."""

_OURS: Final = re.compile(
    r"\*|\^/?\$|\.xml|\.mp3|\b(?:feed|episodes|shows|player|by-url|artwork|index\.html)\b",
    re.IGNORECASE,
)
"""What such a file says where it means files of an edition."""

_HEADER: Final = re.compile(
    r"\b(?:Access-Control|Content-Security|Referrer)-[\w-]+[^\n]*$", re.IGNORECASE
)
"""The name of a header, whose value leads nobody anywhere."""

_REACH: Final = 200
"""Characters before an address in which it stands whom it is for."""

_KEPT: Final = re.compile(
    r"x-robots-tag\b.*\b(?:noindex|none)\b|deny from all|require all denied|return 4\d\d",
    re.IGNORECASE,
)
"""What keeps search engines or everybody away."""

_BOTS: Final = re.compile(
    r"\*|.*(?:podcast|itms|overcast|pocket ?casts|spotify|googlebot|bingbot).*", re.IGNORECASE
)
"""Whom an edition is for, as robots.txt calls them: all, apps and their directories, searches."""


def find_host_faults(shelf: Shelf, base: str, feeds: Sequence[str]) -> Iterator[Look]:
    """Yield a look at each file that tells a host or a robot what to do with the edition."""
    body = shelf.read("robots.txt")
    if body is not None:
        yield "files of the host", "robots.txt", _find_robots_fault(_read(body), feeds)
    for name in _SENDING:
        body = shelf.read(name)
        if body is not None:
            yield "files of the host", name, _find_sending_fault(_read(body), base)


def _read(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _find_sending_fault(text: str, base: str) -> str:
    """Return where visitors of the edition are sent to, or what keeps them away."""
    own, text = urlsplit(base).netloc.lower(), _REMARK.sub("", text)
    before = 0
    for found in _ADDRESS.finditer(text):
        said = text[max(before, found.start() - _REACH) : found.start()]
        other = urlsplit(found[0]).netloc.lower() != own
        if own and other and _OURS.search(said) and not _HEADER.search(said):
            return f"leads to {found[0]}, which is not this edition"
        before = found.end()
    kept = _KEPT.search(text)
    return f"keeps visitors away: {kept[0][:60]!r}" if kept else ""


def _find_robots_fault(text: str, feeds: Sequence[str]) -> str:
    """Return what robots.txt keeps apps or searches from (RFC 9309)."""
    groups, heads = list[tuple[str, str]](), list[str]()
    for line in text.splitlines():
        name, _, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if name == "user-agent":
            heads = [value] if groups and groups[-1][0] != "user-agent" else [*heads, value]
        groups.append((name, value))
        told = name == "disallow" and any(_BOTS.fullmatch(head) for head in heads)
        hidden = _find_hidden(value, feeds) if told and value else ""
        if hidden:
            return f"keeps {', '.join(heads)} from {hidden}"
    return ""


def _find_hidden(rule: str, feeds: Sequence[str]) -> str:
    """Return the first file of a public show that a rule is about."""
    begins = re.compile(
        "".join(
            ".*" if part == "*" else re.escape(part)
            for part in re.split(r"(\*)", rule.removesuffix("$"))
        )
    )
    # A private show is to be found by nobody.
    public = [path for path in feeds if path.count("/") != 1]
    names = [*public, *(path.removesuffix("feed.xml") for path in public), "episodes/"]
    return next((f"/{name}" for name in names if public and begins.match(f"/{name}")), "")
