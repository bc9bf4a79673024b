"""Requests out of the logs that servers write."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime

import pytest

from audiopress.stats.log_lines import read_requests

MP3 = "/a/episodes/tide-mill/0a1b2c3d/tide-mill.mp3"
AGENT = "AntennaPod/3.4.0"
MOMENT = datetime(2026, 11, 27, 6, 30, 5, tzinfo=UTC)

COMBINED = (
    '203.0.113.7 - - [27/Nov/2026:07:30:05 +0100] "GET {path} HTTP/1.1" 206 40000 "-" "{agent}"'
)
LINES = {
    "combined": COMBINED,
    "with a range behind": COMBINED + ' "bytes=5000-"',
    "with times and a range behind": COMBINED + " 0.004 cdn-7 bytes=5000-9999",
    "with the host before": "audio.example.org:443 " + COMBINED,
    "nginx in JSON": (
        '{{"time_iso8601":"2026-11-27T07:30:05+01:00","remote_addr":"203.0.113.7",'
        '"request":"GET {path} HTTP/2.0","status":"206","body_bytes_sent":"40000",'
        '"http_user_agent":"{agent}","http_range":"bytes=5000-"}}'
    ),
    "Caddy": (
        '{{"level":"info","ts":1795761005.0,"msg":"handled request","request":{{"remote_ip":'
        '"203.0.113.7","client_ip":"203.0.113.7","method":"GET","host":"audio.example.org",'
        '"uri":"{path}?from=page","headers":{{"User-Agent":["{agent}"],"Range":["bytes=5000-"]}}}},'
        '"size":40000,"status":206}}'
    ),
    "CloudFront": (
        "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs-uri-stem "
        "sc-status cs(User-Agent) sc-range-start sc-range-end\n"
        "2026-11-27\t06:30:05\tFRA2\t40000\t203.0.113.7\tGET\t{path}\t206\tAntennaPod%2F3.4.0\t"
        "5000\t-"
    ),
}  # fmt: skip


def read(text: str) -> tuple[list[object], list[str]]:
    bad: list[str] = []
    found = list(read_requests(io.BytesIO(text.encode()), lambda _, line: bad.append(line)))
    return found, bad


@pytest.mark.parametrize("name", LINES)
def test_a_line_is_a_request(name: str) -> None:
    found, bad = read(LINES[name].format(path=MP3, agent=AGENT) + "\n\n")
    assert bad == []
    (request,) = found
    assert (request.moment, request.address, request.agent) == (MOMENT, "203.0.113.7", AGENT)
    assert (request.method, request.path, request.status) == ("GET", MP3, 206)
    assert request.sent == 40000
    assert request.first == (None if name in ("combined", "with the host before") else 5000)


def test_a_packed_log_is_unpacked() -> None:
    body = gzip.compress((LINES["combined"].format(path=MP3, agent=AGENT) + "\n").encode() * 3)
    found = list(read_requests(io.BufferedReader(io.BytesIO(body)), lambda *_: None))
    assert len(found) == 3


@pytest.mark.parametrize(
    "line",
    [
        "no line of a log at all",
        '203.0.113.7 - - [27/Nov/2026:07:30:05 +0100] "\\x16\\x03\\x01" 400 150 "-" "-"',
        '203.0.113.7 - - [99/Foo/2026:07:30:05 +0100] "GET / HTTP/1.1" 200 1 "-" "-"',
        '{"ts": 1, "request": ',
        '{"some": "json"}',
        "\x00\x00\x00",
    ],
)
def test_other_lines_are_named_and_do_not_stop_it(line: str) -> None:
    good = LINES["combined"].format(path=MP3, agent=AGENT)
    found, bad = read(f"{good}\n{line}\n{good}\n")
    assert len(found) == 2
    assert len(bad) == 1


@pytest.mark.parametrize(
    ("asked", "first", "suffix"),
    [("bytes=0-", 0, None), ("bytes=7-9", 7, None), ("bytes=-500", None, 500),
     ("bytes=0-1,5-9", None, None), ("bytes=-", None, None), ("lines=1-2", None, None)],
)  # fmt: skip
def test_ranges_are_read_where_one_was_asked_for(
    asked: str, first: int | None, suffix: int | None
) -> None:
    line = LINES["nginx in JSON"].replace("bytes=5000-", asked).format(path=MP3, agent=AGENT)
    (request,), _ = read(line)
    assert (request.first, request.suffix) == (first, suffix)
