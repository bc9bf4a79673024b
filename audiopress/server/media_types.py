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
    ".woff2": "font/woff2",
    ".xml": "application/rss+xml; charset=utf-8",
}

_SQUEEZABLE = frozenset(
    {".css", ".html", ".js", ".json", ".mjs", ".srt", ".svg", ".txt", ".vtt", ".xml"}
)

_FOR_EVER = re.compile(r"(?:.+/)?(?:episodes/[^/]+/[0-9a-f]{8}/[^/]+|artwork-[0-9a-f]{8,}\.\w+)")


def find_media_type(path: str) -> str:
    """Return the Content-Type of a path below ``output/``."""
    if path.endswith("/chapters.json"):
        return "application/json+chapters"
    return _TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")


def is_compressible(path: str) -> bool:
    """Say whether gzip is worth it: text is, sound and pictures are packed already."""
    return PurePosixPath(path).suffix in _SQUEEZABLE


def choose_cache_control(path: str) -> str:
    """Return Cache-Control: for ever where the name changes with the bytes, else a minute."""
    if _FOR_EVER.fullmatch(path):
        return "public, max-age=31536000, immutable"
    return "public, max-age=60"
