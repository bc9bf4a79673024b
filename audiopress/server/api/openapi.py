"""The description of the service in OpenAPI 3.1, by which programs are written that ask it."""

from __future__ import annotations

from typing import Any

from audiopress import __version__
from audiopress.server.api.articles import LONGEST_URL

__all__ = ["describe_service"]

_TEXT = {"type": "string"}
"""A text."""

_STORY = {"type": ["string", "null"], "pattern": "\\S"}
"""The text of an article, which is not empty; null is as if it were not there."""

_NUMBER = {"type": "number"}
"""A number."""

_COUNT = {"type": "integer", "minimum": 0}
"""How many."""

_MOMENT = {"type": ["number", "null"], "description": "seconds since 1970"}
"""A moment that may not have come yet."""

_DATE_TIME = {"type": ["string", "null"], "format": "date-time", "description": "ISO 8601, UTC"}
"""The same moment, for people and for what reads dates."""

_STATES = ["waiting", "running", "done", "failed", "set aside"]
"""What a job is in (`audiopress.server.jobs.queue.JobState`)."""

_LIMITED = {"type": "string", "minLength": 1, "maxLength": LONGEST_URL}
"""An address."""


def describe_service() -> dict[str, Any]:
    """Return the description, as ``/openapi.json`` has it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "audiopress",
            "version": __version__,
            "description": "Articles come in and are spoken. What is taken is built at least once.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {
            "/articles": {"post": _describe_articles()},
            "/jobs/{id}": {"get": _describe_jobs()},
            **{f"/hooks/{name}": {"post": _describe_hook(name)} for name in _HOOKS},
            "/oembed": {"get": _describe_oembed()},
            "/health": {"get": _describe_look("whether the process answers", "Health")},
            "/ready": {"get": _describe_look("whether a job would be taken and built", "Ready")},
            "/metrics": {"get": _describe_metrics()},
            "/openapi.json": {"get": _describe_look("this description", "Description")},
        },
        "components": {
            "schemas": _describe_schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


_HOOKS = {
    "ghost": ("X-Ghost-Signature",),
    "standard": ("webhook-id", "webhook-timestamp", "webhook-signature"),
    "wordpress": ("X-WP-Webhook-Signature", "X-WC-Webhook-Signature", "X-Hub-Signature-256"),
}
"""Headers that sign a webhook; of WordPress one of them."""


def _refer(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(text: str, schema: str) -> dict[str, Any]:
    return {"description": text, "content": {"application/json": {"schema": _refer(schema)}}}


def _problems(**texts: str) -> dict[str, Any]:
    """Return the answers that say what is wrong; ``_401="..."`` is that of status 401."""
    common = {"_421": "this server is not meant by that Host"}
    return {name[1:]: _answer(text, "Problem") for name, text in {**common, **texts}.items()}


def _describe_articles() -> dict[str, Any]:
    key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
    return {
        "operationId": "postArticle",
        "summary": "Have an article spoken: by its address, or by its text beside its address",
        "security": [{"token": []}],
        "parameters": [key],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _refer("Article")}},
        },
        "responses": {
            "202": _answer("the job is on the disk", "Taken"),
            **_problems(
                _400="no JSON, or cut off",
                _401="not the token",
                _409="this key was sent with another article",
                _413="too large",
                _415="another media type",
                _422="no article",
                _503="no room, or no disk",
            ),
        },
    }


def _describe_jobs() -> dict[str, Any]:
    name = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": "getJob",
        "summary": "What became of a job",
        "security": [{"token": []}],
        "parameters": [name],
        "responses": {
            "200": _answer("the job", "Job"),
            **_problems(_401="not the token", _404="no such job", _503="no disk"),
        },
    }


def _describe_hook(name: str) -> dict[str, Any]:
    signed = [
        {"name": header, "in": "header", "schema": {"type": "string"}} for header in _HOOKS[name]
    ]
    return {
        "operationId": f"hear{name.capitalize()}",
        "summary": f"A webhook ({name}), signed over its bytes",
        "parameters": signed,
        "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
        "responses": {
            "200": _answer("nothing to do, and why", "Nothing"),
            "202": _answer("the job is on the disk", "Taken"),
            **_problems(
                _400="no JSON, or cut off",
                _401="not signed, wrongly, or not now",
                _404="there is no secret for such webhooks",
                _413="too large",
                _422="no article",
                _503="no room, or no disk",
            ),
        },
    }


def _describe_oembed() -> dict[str, Any]:
    pixels = {"type": "integer", "minimum": 1, "maximum": 999_999}
    return {
        "operationId": "getOembed",
        "summary": "The player of an article (oEmbed 1.0)",
        "parameters": [
            {"name": "url", "in": "query", "required": True, "schema": _LIMITED},
            {"name": "format", "in": "query", "schema": {"type": "string", "enum": ["json"]}},
            {"name": "maxwidth", "in": "query", "schema": pixels},
            {"name": "maxheight", "in": "query", "schema": pixels},
        ],
        "responses": {
            "200": _answer("the player", "Oembed"),
            **_problems(_400="no address", _404="no such article", _501="not in that format"),
        },
    }


def _describe_look(text: str, schema: str) -> dict[str, Any]:
    return {
        "operationId": f"get{schema}",
        "summary": text.capitalize(),
        "responses": {"200": _answer(text, schema), **_problems(_503="not now")},
    }


def _describe_metrics() -> dict[str, Any]:
    figures = {"description": "figures", "content": {"text/plain": {"schema": _TEXT}}}
    return {
        "operationId": "getMetrics",
        "summary": "Figures for Prometheus",
        "security": [{"token": []}],
        "responses": {"200": figures, **_problems(_401="not the token", _503="no disk")},
    }


def _object(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    required = list(properties) if required is None else required
    return {"type": "object", "required": required, "properties": properties}


def _describe_schemas() -> dict[str, Any]:
    state = {"type": "string", "enum": _STATES}
    problem = _object(message=_TEXT, where=_TEXT, hint=_TEXT)
    article = _object(["url"], url={**_LIMITED, "format": "uri"}, html=_STORY, text=_STORY)
    texts = {"html": _TEXT, "text": _TEXT}
    both = {"required": list(texts), "properties": texts}
    return {
        "Article": {**article, "additionalProperties": False, "not": both},
        "Taken": _object(id=_TEXT, state=state, job=_TEXT),
        "Nothing": _object(state={"const": "nothing to do"}, reason=_TEXT),
        "Job": _object(
            id=_TEXT,
            state=state,
            url=_TEXT,
            origin=_TEXT,
            tries=_COUNT,
            crashes=_COUNT,
            added=_NUMBER,
            started=_MOMENT,
            ended=_MOMENT,
            added_at=_DATE_TIME,
            started_at=_DATE_TIME,
            ended_at=_DATE_TIME,
            reason=_TEXT,
            articles={"type": "array", "items": {"type": "object"}},
            notes={"type": "array", "items": _TEXT},
            error={"anyOf": [problem, {"type": "null"}]},
        ),
        "Oembed": _object(version=_TEXT, type=_TEXT, html=_TEXT, width=_COUNT, height=_COUNT),
        "Health": _object(healthy={"const": True}),
        "Ready": _object(ready={"const": True}),
        "Description": {"type": "object"},
        "Problem": _object(error=problem),
    }
