"""Something is posted to a server that a person chose, and the whole answer comes back.

What the statuses mean is for who asks to say: even of an error the server's own words are wanted.
"""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.body import make_printable
from audiopress.net.connections import OpenConnections
from audiopress.net.exchange import Request, open_answer, read_retry_after
from audiopress.net.transport import HEAD, time_left

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.net.connections import Answer
    from audiopress.net.public_address import Target
    from audiopress.net.transport import FetchLimits

__all__ = ["PostAnswer", "post"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAnswer:
    """A whole answer, whatever its status.

    ``pause`` is what the server asks for in seconds, or ``None``. ``measured`` says that the
    server told where the body ends; else it ends where the connection did, which may be too soon.
    """

    status: int
    reason: str
    media_type: str
    body: bytes
    pause: float | None
    measured: bool


def post(url: str, body: bytes, headers: Mapping[str, str], *, limits: FetchLimits) -> PostAnswer:
    """Post ``body`` and return the answer, within ``limits``.

    A redirect is followed only to the same server: see `exchange.Request`. Nothing is tried again.

    Raises:
        SourceError: there is no whole answer; `NotPublicError` and `RedirectedError` when it is
            the address that has to be another.

    """
    left = functools.partial(time_left, time.monotonic() + limits.seconds)
    request = Request(headers=headers, body=body)
    cap = limits.max_bytes + HEAD
    with (
        OpenConnections(limits) as own,
        open_answer(url, request, limits, left, cap=cap, connections=own) as (where, answer),
    ):
        pause = answer.getheader("Retry-After")
        stated = "Content-Type" in answer.headers
        return PostAnswer(
            status=answer.status,
            reason=make_printable(answer.reason),
            media_type=answer.headers.get_content_type() if stated else "",
            measured=answer.measured,
            body=_read_whole(where, answer, limits.max_bytes),
            pause=None if pause is None else read_retry_after(pause.strip()),
        )


def _read_whole(where: Target, answer: Answer, max_bytes: int) -> bytes:
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding != "identity":
        raise SourceError(
            f'the answer is packed as "{make_printable(coding)}", which was not asked for',
            where=where.url,
        )
    whole = bytearray()
    for piece in answer.read_pieces():
        whole += piece
        if len(whole) > max_bytes:
            raise SourceError(f"the answer is larger than {max_bytes:,} bytes", where=where.url)
    return bytes(whole)
