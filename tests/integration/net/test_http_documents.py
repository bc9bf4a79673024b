"""Documents hold pictures, and may be larger than pages and take longer; beyond that they are not.

Which answer is one is asked of its address, its media type and its first bytes.
"""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import SourceError
from audiopress.net.http import fetch
from audiopress.net.transport import FetchLimits
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEAD = b"HTTP/1.1 200 OK\r\n"


def pdf(size: int) -> bytes:
    return b"%PDF-1.7\n".ljust(size, b"x")


def allow_documents(_url: str, media_type: str, first: bytes) -> int:
    return 400_000 if media_type == "application/pdf" or first.startswith(b"%PDF-") else 100_000


LIMITS = FetchLimits(allow_private=True, seconds=1.0, max_bytes=100_000)
WIDE = replace(LIMITS, find_most=allow_documents)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def refusal(server: Server, limits: FetchLimits = LIMITS) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(server.url(), limits=limits)
    assert caught.value.where == server.url()
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize(
    "answer",
    [
        page(pdf(400_000), Content_Type="application/pdf"),
        page(pdf(400_000)),  # by its first bytes
        page(gzip.compress(pdf(400_000)), Content_Encoding="gzip"),
        HEAD + b"Content-Type: application/pdf\r\n\r\n" + pdf(400_000),
    ],
)
def test_what_may_be_larger_is_had_whole(server: Server, answer: bytes) -> None:
    server.answers["/"] = always(answer)
    assert fetch(server.url(), limits=WIDE).body == pdf(400_000)
    assert "larger than 100,000" in refusal(server).message


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page(pdf(400_001)), "larger than 400,000 bytes: it has 400,001"),
        (page(b"x" * 100_001), "larger than 100,000 bytes: it has 100,001"),
        (HEAD + b"\r\n" + pdf(500_000), "larger than 400,000 bytes"),
        (page(gzip.compress(pdf(500_000)), Content_Encoding="gzip"), "larger than 400,000 bytes"),
    ],
)
def test_what_is_larger_still_is_refused_with_its_size(
    server: Server, answer: bytes, said: str
) -> None:
    server.answers["/"] = always(answer)
    assert refusal(server, WIDE).message.endswith(said)


def test_what_says_that_it_is_too_large_is_not_waited_for(server: Server) -> None:
    server.answers["/"] = always(page(pdf(2000), Content_Length="143000000"))
    began = time.monotonic()
    error = refusal(server, WIDE)
    assert "it has 143,000,000" in error.message
    assert "audiopress build FILE" in error.hint
    assert time.monotonic() - began < LIMITS.seconds / 2


def test_what_may_be_larger_may_take_longer(server: Server) -> None:
    head = HEAD + b"Content-Length: 300000\r\n\r\n"
    body = pdf(300_000)

    def answer(_path: str) -> Iterable[bytes]:
        yield head + body[:100_000]
        time.sleep(1.2 * LIMITS.seconds)
        yield body[100_000:]

    server.answers["/"] = answer
    assert fetch(server.url(), limits=WIDE).body == body


def test_the_time_of_what_may_be_larger_ends_too(server: Server) -> None:
    limits = replace(WIDE, seconds=0.2)

    def answer(_path: str) -> Iterable[bytes]:
        yield HEAD + b"\r\n" + pdf(2000)
        while True:
            time.sleep(0.05)
            yield b"x"

    server.answers["/"] = answer
    assert "not whole within 0.8 seconds" in refusal(server, limits).message
