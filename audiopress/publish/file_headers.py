"""What a file of the edition is, how long it may be kept, and the headers everything carries."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

__all__ = ["ALWAYS", "PAGE_POLICY", "choose_cache_control", "find_media_type", "is_compressible"]

ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Length, Content-Range, ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer: players on other sites may read everything in ``output/``."""

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Content-Security-Policy of pages. No ``frame-ancestors``: pages are made to be embedded."""

# Content-Types by ending; docs/hosting.md asks other hosts for the same. Text names its encoding,
# for an .srt has no place to say it in.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/rss+xml; charset=utf-8",
}

# Text, which gzip makes a third to a tenth of. Ranges of packed sound would be of no use.
_COMPRESSIBLE = frozenset(
    {".css", ".html", ".js", ".json", ".mjs", ".srt", ".svg", ".txt", ".vtt", ".xml"}
)

_SITEMAP = re.compile(r"(?:.+/)?edition-sitemap(?:-\d+)?\.xml")
"""Paths of XML that is no feed."""

_IMMUTABLE = re.compile(
    r"(?:.+/)?"  # a show's folder, where there are several
    r"(?:episodes/[^/]+/[0-9a-f]{8}/[^/]+"  # episodes/<slug>/<key8>/<file>
    r"|artwork-[0-9a-f]{8,}\.\w+)"
)
"""Paths that have a digest of the bytes in them; ``episodes/<slug>/index.html`` has none."""


def find_media_type(path: str) -> str:
    """Return the Content-Type of a path below ``output/``."""
    if path.endswith("/chapters.json"):
        return "application/json+chapters"
    if _SITEMAP.fullmatch(path):
        return "application/xml; charset=utf-8"
    return _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")


def is_compressible(path: str) -> bool:
    """Whether gzip is worth it: text is, sound and pictures are packed already."""
    return PurePosixPath(path).suffix in _COMPRESSIBLE


def choose_cache_control(path: str) -> str:
    """Return Cache-Control: for ever where the name changes with the bytes, else a minute."""
    if _IMMUTABLE.fullmatch(path):
        return "public, max-age=31536000, immutable"
    return "public, max-age=60"
