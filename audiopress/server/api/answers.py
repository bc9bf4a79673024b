"""How the service answers: JSON that no cache keeps and no page of another site may read."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.requests import ClientDisconnect
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from audiopress.server.jobs import Job

__all__ = [
    "ProblemError",
    "answer",
    "answer_job",
    "describe_job",
    "make_problem",
    "read_body",
    "read_json",
]

MOST_BYTES = 4_000_000
"""Bytes of a request's body: the longest article of the web has a tenth of it."""

_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""Sent with every answer of the service. No CORS: a page that somebody looks at is not to ask."""


class ProblemError(Exception):
    """A request that is not done, in words; ``status`` is HTTP's, ``where`` the field."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        where: str = "",
        hint: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep the parts; `answer_problem` lays them out."""
        super().__init__(message)
        self.status, self.message, self.where, self.hint = status, message, where, hint
        self.headers = headers or {}


def answer(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer in JSON; in ASCII, for half a character of somebody's text is no UTF-8."""
    body = json.dumps(value, indent=2).encode("ascii") + b"\n"
    return Response(body, status, {**_HEADERS, **(headers or {})}, media_type="application/json")


async def answer_problem(_request: Request, problem: Exception) -> Response:
    """Answer with what is wrong; a handler of Starlette's."""
    return make_problem(problem)


def make_problem(problem: Exception) -> Response:
    """Return the answer that says what is wrong."""
    if not isinstance(problem, ProblemError):  # a bug, which the log has
        problem = ProblemError(500, "something went wrong here", hint="see the log of the service")
    said = {"message": problem.message, "where": problem.where, "hint": problem.hint}
    return answer({"error": said}, problem.status, problem.headers)


def answer_job(job: Job) -> Response:
    """Say 202: the job is on the disk, and where to ask for it."""
    place = f"/jobs/{job.id}"
    return answer({"id": job.id, "state": job.state, "job": place}, 202, {"Location": place})


def describe_job(job: Job) -> dict[str, Any]:
    """Return a job as programs get it: times in seconds since 1970, and as ISO 8601 in UTC."""
    return {
        "id": job.id,
        "state": job.state,
        "url": job.order.url,
        "origin": job.order.origin,
        "tries": job.tries,
        "crashes": job.crashes,
        "added": job.added,
        "started": job.started,
        "ended": job.ended,
        "added_at": _write_moment(job.added),
        "started_at": _write_moment(job.started),
        "ended_at": _write_moment(job.ended),
        "reason": job.reason,
        "articles": job.result.get("articles", []),
        "notes": job.result.get("notes", []),
        "error": job.result.get("error"),
    }


def _write_moment(seconds: float | None) -> str | None:
    """Return a moment as ISO 8601; ``None`` where there was none yet."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


async def read_body(request: Request) -> bytes:
    """Return the body as it came; raises `ProblemError` for one that is too large or cut off."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MOST_BYTES:
                raise ProblemError(413, f"the body has more than {MOST_BYTES // 10**6} MB")
    except ClientDisconnect:
        raise ProblemError(400, "the body was cut off") from None
    return bytes(body)


def read_json(body: bytes) -> Any:
    """Return what a body says; raises `ProblemError`."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        reason = getattr(error, "msg", "it is not UTF-8, or too deep")
        raise ProblemError(400, f"the body is no JSON: {reason}") from error
