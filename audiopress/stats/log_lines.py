"""Requests out of access logs: of nginx and Apache, of Caddy and others in JSON, of CloudFront.

A server writes what it pleases into its log; what is needed here are moment, address, agent,
request, status and bytes, and, for how far somebody listened, the range that was asked for.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO, Final
from urllib.parse import unquote

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["LoggedRequest", "read_requests"]

_QUOTED: Final = r'"((?:[^"\\]|\\.)*)"'
"""A field in quotes, in which a quote has a backslash (nginx, Apache)."""

_COMBINED: Final = re.compile(
    rf"(?:[\w.-]+(?::\d+)? )?(\S+) \S+ \S+ \[([^\]]+)\] {_QUOTED} (\d{{3}}) (\d+|-)"
    rf"(?: {_QUOTED})?(?: {_QUOTED})?(.*)"
)
"""The common and the combined log format, with the host's name before it or not (Apache's
documentation of mod_log_config); what a site has added stands behind."""

_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)\Z")
"""One range of bytes (RFC 9110, 14.1.2); of several in one request nobody knows what was sent."""

_ADDED_RANGE: Final = re.compile(r'"?(bytes=[\d-]+)"?')
"""A ``Range`` among what a site has added to the combined format."""

_LEAST_WORDS: Final = 3
"""Words of a request line: method, path and protocol."""

_GZIP: Final = b"\x1f\x8b"
"""How a packed file begins (RFC 1952)."""

_KEYS: Final = {
    "moment": ("ts", "time_iso8601", "time", "timestamp", "@timestamp", "time_local"),
    "address": ("client_ip", "remote_ip", "remote_addr", "c-ip", "client"),
    "agent": ("http_user_agent", "user_agent", "agent", "cs(user-agent)"),
    "method": ("method", "request_method", "cs-method"),
    "path": ("uri", "request_uri", "path", "url", "cs-uri-stem"),
    "line": ("request",),
    "status": ("status", "sc-status"),
    "sent": ("body_bytes_sent", "size", "bytes_sent", "bytes", "sc-bytes"),
    "range": ("http_range", "range"),
}
"""Names of fields in JSON and in files with ``#Fields:``, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRequest:
    """One line of a log. ``first`` is the first byte that was asked for, ``None`` if unknown.

    ``sent`` are bytes of the body; ``path`` is without host and query, with its signs decoded.
    """

    moment: datetime
    address: str
    agent: str
    method: str
    path: str
    status: int
    sent: int
    first: int | None = None
    suffix: int | None = None


def read_requests(file: BinaryIO, note: Callable[[int, str], None]) -> Iterator[LoggedRequest]:
    """Yield the requests of a log, packed or not; ``note`` gets number and text of other lines.

    Comments and blank lines are no requests, and no fault.
    """
    names: list[str] = []
    for number, raw in enumerate(_unpack(file), 1):
        line = raw.decode("utf-8", "replace").strip()
        if line.lower().startswith("#fields:"):
            names = line.partition(":")[2].lower().split()
        if not line or line.startswith("#"):
            continue
        try:
            request = _read_line(line, names)
        except (ValueError, TypeError, OverflowError):
            request = None
        if request is None:
            note(number, line)
        else:
            yield request


def _unpack(file: BinaryIO) -> BinaryIO:
    head = file.peek(len(_GZIP))[: len(_GZIP)] if hasattr(file, "peek") else b""
    return gzip.open(file) if head == _GZIP else file  # type: ignore[return-value]


def _read_line(line: str, names: list[str]) -> LoggedRequest | None:
    if names:
        values = (None if value == "-" else unquote(value) for value in line.split("\t"))
        return _read_fields(dict(zip(names, values, strict=False)))
    if line.startswith("{"):
        return _read_fields(_flatten(msgspec.json.decode(line)))
    found = _COMBINED.match(line)
    if found is None:
        return None
    address, moment, request, status, sent, _, agent, added = found.groups()
    asked = _ADDED_RANGE.search(added or "")
    return _make_request(
        {
            "moment": moment,
            "address": address,
            "agent": agent,
            "line": request,
            "status": status,
            "sent": sent,
            "range": asked and asked[1],
        }
    )


def _flatten(found: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a JSON line; Caddy has the request in an object of its own."""
    request = found.get("request")
    if not isinstance(request, dict):
        return found
    headers = {name.lower(): value for name, value in request.get("headers", {}).items()}
    fields = {key: value for key, value in request.items() if key != "headers"}
    agent, asked = (" ".join(headers.get(name, [])) for name in ("user-agent", "range"))
    outer = {key: value for key, value in found.items() if key != "request"}
    return {**fields, **outer, "user_agent": agent, "range": asked}


def _read_fields(fields: dict[str, Any]) -> LoggedRequest | None:
    values = {
        meaning: next((fields[key] for key in keys if fields.get(key) is not None), None)
        for meaning, keys in _KEYS.items()
    }
    if fields.get("date") and fields.get("time"):
        values["moment"] = f"{fields['date']}T{fields['time']}+00:00"
    begin = fields.get("sc-range-start")
    if begin is not None and str(begin).isdecimal():
        values["range"] = f"bytes={begin}-"
    return _make_request(values)


def _make_request(values: dict[str, Any]) -> LoggedRequest | None:
    method, path = str(values.get("method") or "GET"), str(values.get("path") or "")
    if not path and values.get("line"):
        words = str(values["line"]).split()
        if len(words) < _LEAST_WORDS:  # no HTTP: what scanners send
            return None
        method, path = words[0], words[1]
    if not path or not values.get("address") or values.get("moment") is None:
        return None
    sent = str(values.get("sent") or 0)
    first, suffix = _read_range(str(values.get("range") or ""))
    return LoggedRequest(
        moment=_read_moment(values["moment"]),
        address=str(values["address"]),
        agent=_read_agent(values.get("agent")),
        method=method.upper(),
        path=unquote(path.partition("?")[0].partition("#")[0]),
        status=int(values.get("status") or 0),
        sent=int(sent) if sent.isdecimal() else 0,
        first=first,
        suffix=suffix,
    )


def _read_agent(value: Any) -> str:
    text = str(value or "").strip()
    return "" if text == "-" else text


def _read_range(text: str) -> tuple[int | None, int | None]:
    """Return the first byte of a range, or how many from the end it wants."""
    found = _RANGE.match(text)
    if found is None or not any(found.groups()):
        return None, None
    return (int(found[1]), None) if found[1] else (None, int(found[2]))


def _read_moment(value: Any) -> datetime:
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, UTC)
    text = str(value)
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return datetime.fromtimestamp(float(text), UTC)
    if ":" in text and "/" in text:
        # As the combined format writes a moment.
        return datetime.strptime(text, "%d/%b/%Y:%H:%M:%S %z")
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
