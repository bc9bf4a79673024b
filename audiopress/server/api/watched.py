"""What is around every request: whether this host was meant, figures, a line in the log."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from audiopress.server.api.answers import ProblemError, make_problem
from audiopress.server.lan import is_own_host

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from audiopress.server.api.figures import ServiceFigures

__all__ = ["watch"]

_PATHS = (
    "/articles",
    "/health",
    "/hooks/ghost",
    "/hooks/standard",
    "/hooks/wordpress",
    "/metrics",
    "/oembed",
    "/openapi.json",
    "/ready",
)
"""Paths that are counted by their own name; others would be as many as anybody likes to ask for."""


def watch(
    app: ASGIApp,
    hosts: Collection[str],
    figures: ServiceFigures,
    tell: Callable[..., None],
) -> ASGIApp:
    """Return the application that answers only who means one of ``hosts``, or this machine.

    A page of a stranger can have its own name lead here (DNS rebinding); a proxy in front of us
    says which name it was asked by. ``figures`` and ``tell`` get every answer.
    """
    names = frozenset(host.lower() for host in hosts)

    async def handle(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        began, status = time.monotonic(), 0
        path = _name_path(scope["path"])

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                figures.count_answer(path, status, time.monotonic() - began)
            await send(message)

        try:
            chosen = app if _is_meant(scope, names) else _refuse
            await chosen(scope, receive, note)
        finally:
            spent = round(1000 * (time.monotonic() - began), 1)
            tell("request", method=scope["method"], path=path, status=status, milliseconds=spent)

    return handle


def _name_path(path: str) -> str:
    if path in _PATHS:
        return path
    return "/jobs/{id}" if path.startswith("/jobs/") else "edition"


def _is_meant(scope: Scope, names: frozenset[str]) -> bool:
    given = [value for name, value in scope["headers"] if name == b"host"]
    if len(given) != 1:
        return False
    host = given[0].decode("latin-1")
    name = host.partition(":")[0].rstrip(".").lower()
    return name in names or is_own_host(host)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    problem = ProblemError(
        421,
        "this server is not meant by that name",
        where="Host",
        hint='hosts = ["..."] under [serve] names those that it has',
    )
    await make_problem(problem)(scope, receive, send)
