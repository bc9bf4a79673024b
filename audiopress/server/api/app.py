"""The routes of the service, in front of the files of the edition."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from audiopress.errors import StoreError
from audiopress.server.api.announced import NothingToDoError, find_announced
from audiopress.server.api.answers import (
    ProblemError,
    answer,
    answer_job,
    answer_problem,
    describe_job,
    read_body,
    read_json,
)
from audiopress.server.api.articles import ArticleError, make_order
from audiopress.server.api.figures import MEDIA_TYPE, ServiceFigures
from audiopress.server.api.oembed import OembedRoute
from audiopress.server.api.openapi import describe_service
from audiopress.server.api.signatures import (
    SignatureError,
    verify_ghost,
    verify_standard,
    verify_wordpress,
)
from audiopress.server.api.watched import watch

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from audiopress.server.api.credentials import Credentials
    from audiopress.server.jobs import Job, JobOrder, JobQueue, JobWorker

__all__ = ["ServiceParts", "create_service"]

PATIENCE = 5.0
"""Seconds in which a job may end when the service is stopped; who stops it waits 10 s mostly."""

_RETRY_AFTER = {"Retry-After": "60"}
"""Sent with 503: a disk is emptied, or a queue, in a minute at the earliest."""

_PLACES = (
    "articles",
    "health",
    "hooks",
    "jobs",
    "metrics",
    "oembed",
    "openapi.json",
    "ready",
)
"""First parts of the paths that are the service's; the edition's files have all others."""

_FIELDS = ("url", "html", "text")
"""What an article that is posted may have."""

_VERIFY = {"ghost": verify_ghost, "standard": verify_standard, "wordpress": verify_wordpress}
"""Who signs in which way."""


def _tell_nobody(_event: str, **_facts: Any) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class ServiceParts:
    """What the routes work with."""

    credentials: Credentials
    queue: JobQueue
    worker: JobWorker
    output: Path
    hosts: tuple[str, ...] = ()
    figures: ServiceFigures = field(default_factory=ServiceFigures)
    tell: Callable[..., None] = _tell_nobody
    allow_private: bool = False


def create_service(edition: ASGIApp, parts: ServiceParts) -> ASGIApp:
    """Return the application: the service's own paths, and behind them the ``edition``.

    It builds jobs from its lifespan's begin to its end.
    """
    routes = _ServiceRoutes(parts)

    @contextlib.asynccontextmanager
    async def live(_app: Starlette) -> AsyncIterator[None]:
        # Before anybody is answered: the first thread costs what a hundred requests do.
        await run_in_threadpool(parts.queue.try_disk)
        parts.worker.start()
        yield
        await run_in_threadpool(parts.worker.stop, PATIENCE)
        parts.queue.close()

    service = Starlette(
        routes=[
            Route("/articles", routes.post_article, methods=["POST"]),
            Route("/hooks/{origin}", routes.hear_hook, methods=["POST"]),
            Route("/jobs/{name}", routes.tell_job, methods=["GET"]),
            Route("/oembed", OembedRoute(parts.output).answer, methods=["GET"]),
            Route("/openapi.json", _describe, methods=["GET"]),
            Route("/health", _tell_health, methods=["GET"]),
            Route("/ready", routes.tell_ready, methods=["GET"]),
            Route("/metrics", routes.tell_figures, methods=["GET"]),
        ],
        exception_handlers={
            ProblemError: answer_problem,
            HTTPException: _answer_http,
            Exception: answer_problem,
        },
        lifespan=live,
    )
    service.router.redirect_slashes = False

    async def choose(scope: Scope, receive: Receive, send: Send) -> None:
        own = scope["type"] == "lifespan" or scope["path"].lstrip("/").partition("/")[0] in _PLACES
        await (service if own else edition)(scope, receive, send)

    return watch(choose, parts.hosts, parts.figures, parts.tell)


async def _tell_health(_request: Request) -> Response:
    """Say that this process answers."""
    return answer({"healthy": True})


async def _describe(_request: Request) -> Response:
    """Tell what may be asked."""
    return answer(describe_service())


async def _answer_http(request: Request, problem: Exception) -> Response:
    """Answer what Starlette itself refuses: no such path, no such method."""
    status = getattr(problem, "status_code", 500)
    words = {404: "there is no such path", 405: "this path is not asked in that way"}
    headers = getattr(problem, "headers", None) or {}
    asked = [each.strip() for each in headers.get("Allow", "").split(",")]
    ways = " or ".join(f"{each} {request.url.path}" for each in asked if each not in ("", "HEAD"))
    message = words.get(status, "this is not answered")
    said = ProblemError(status, message, hint=ways and f"ask {ways}", headers=headers)
    return await answer_problem(request, said)


class _ServiceRoutes:
    """What each path does."""

    def __init__(self, parts: ServiceParts) -> None:
        self._parts = parts

    async def post_article(self, request: Request) -> Response:
        """Take an article to be built."""
        self._check_token(request)
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise ProblemError(415, "an article comes as application/json")
        fields = read_json(await read_body(request))
        if not isinstance(fields, dict):
            raise ProblemError(422, "an article is an object with its url")
        for name in fields:
            if name not in _FIELDS:
                raise ProblemError(
                    422, f"there is no field {name!r}", hint=f"one of {', '.join(_FIELDS)}"
                )
        key = request.headers.get("idempotency-key", "")
        delivery = hashlib.sha256(key.encode()).hexdigest() if key else ""
        order = self._make_order(fields, "api", delivery)
        job = await self._add(order)
        if job.order.digest != order.digest:
            raise ProblemError(
                409, "this key was sent with another article", where="Idempotency-Key"
            )
        return answer_job(job)

    async def hear_hook(self, request: Request) -> Response:
        """Take a webhook: its signature first, over the bytes as they came."""
        origin = request.path_params["origin"]
        secrets = getattr(self._parts.credentials, origin, ()) if origin in _VERIFY else ()
        if not secrets:
            raise _make_unheard(origin)
        body = await read_body(request)
        if origin == "wordpress" and _is_ping(request, body):
            return answer({"state": "nothing to do", "reason": "this is a ping"})
        try:
            delivery = _VERIFY[origin](secrets, request.headers, body, time.time())
        except SignatureError as error:
            raise ProblemError(401, str(error), hint=_advise(error, origin)) from error
        try:
            fields = find_announced(origin, read_json(body))
        except NothingToDoError as reason:
            return answer({"state": "nothing to do", "reason": str(reason)})
        except ArticleError as error:
            raise ProblemError(422, str(error), where=error.where) from error
        return answer_job(await self._add(self._make_order(fields, origin, delivery)))

    async def tell_job(self, request: Request) -> Response:
        """Tell what became of a job."""
        self._check_token(request)
        job = await self._reach(self._parts.queue.find, request.path_params["name"])
        if job is None:
            raise ProblemError(404, "there is no such job; ends of jobs are kept for 30 days")
        return answer(describe_job(job))

    async def tell_ready(self, _request: Request) -> Response:
        """Say whether a job would be taken, and built."""
        await self._reach(self._parts.queue.check_ready)
        if not self._parts.worker.is_alive:
            raise ProblemError(503, "no jobs are built", headers=_RETRY_AFTER)
        return answer({"ready": True})

    async def tell_figures(self, request: Request) -> Response:
        """Tell the figures."""
        self._check_token(request)
        queue = self._parts.queue
        jobs, waited = await self._reach(queue.count), await self._reach(queue.measure_wait)
        text = self._parts.figures.write(jobs, waited)
        return Response(text, headers={"Content-Type": MEDIA_TYPE, "Cache-Control": "no-store"})

    def _check_token(self, request: Request) -> None:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        # The bytes as they came, which Starlette has read as Latin-1.
        digest = hashlib.sha256(given.strip(" \t").encode("latin-1")).digest()
        # All of them, by digests of one length: how long it takes tells nothing.
        good = [
            hmac.compare_digest(digest, hashlib.sha256(token).digest())
            for token in self._parts.credentials.token
        ]
        if scheme.lower() != "bearer" or not any(good):
            asked = {"WWW-Authenticate": 'Bearer realm="audiopress"'}
            raise ProblemError(
                401,
                "this needs the token: Authorization: Bearer ...",
                hint=f"it is that of {_name_settings('token')}",
                headers=asked,
            )

    def _make_order(self, fields: Any, origin: str, delivery: str) -> JobOrder:
        try:
            return make_order(
                fields, origin, delivery=delivery, allow_private=self._parts.allow_private
            )
        except ArticleError as error:
            raise ProblemError(422, str(error), where=error.where) from error

    async def _add(self, order: JobOrder) -> Job:
        added: tuple[Job, bool] = await self._reach(self._parts.queue.add, order)
        job, new = added
        if new:
            self._parts.tell("job-added", job=job.id, url=order.url, origin=order.origin)
            self._parts.worker.wake()
        return job

    async def _reach(self, ask: Any, *words: Any) -> Any:
        """Ask the queue, which may wait for the disk."""
        try:
            return await run_in_threadpool(ask, *words)
        except StoreError as error:
            raise ProblemError(503, error.message, headers=_RETRY_AFTER) from error


def _advise(error: SignatureError, origin: str) -> str:
    """Return what to do about a webhook that is not taken."""
    if error.kind == "old":
        return (
            "set the clocks of this machine and the sender's by NTP; if they are right, this is an "
            "old delivery that was sent again: let the sender sign it anew"
        )
    if error.kind == "missing":
        return f"let the sender sign, with the secret of {_name_settings(origin)} (docs/serve.md)"
    return f"the sender's secret is to be that of {_name_settings(origin)}"


def _make_unheard(origin: str) -> ProblemError:
    """Return what is said where no webhook is heard: which setting lets one be."""
    if origin in _VERIFY:
        hint = f"{_name_settings(origin)} in audiopress.toml names its secret (docs/serve.md)"
        return ProblemError(404, "no webhook is heard here: no secret is set for it", hint=hint)
    known = ", ".join(f"/hooks/{name}" for name in _VERIFY)
    return ProblemError(404, "no webhook is heard here", hint=f"there are {known}")


def _name_settings(name: str) -> str:
    """Return the settings that name the file or the variable of a secret."""
    return f"{name}_env (or {name}_file) under [serve]"


def _is_ping(request: Request, body: bytes) -> bool:
    """Whether WooCommerce tries out an address: such a request is not signed, and asks nothing."""
    signed = any("webhook-signature" in name for name in request.headers)
    number = body.removeprefix(b"webhook_id=")
    return not signed and number != body and number.isdigit()
