"""What is told on standard error, in words or as an object a line, as ``--log`` has it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["LogForm", "LogOption", "choose_log_form", "is_told_as_json", "write_log_object"]


class LogForm(StrEnum):
    """How it is told what happens."""

    PLAIN = "plain"
    JSON = "json"


_chosen: list[LogForm] = [LogForm.PLAIN]
"""How this run tells it; the last counts."""


def choose_log_form(form: LogForm = LogForm.PLAIN) -> LogForm:
    """Have this run told in ``form``, which is returned; a callback of typer."""
    _chosen[:] = [form]
    return form


def is_told_as_json() -> bool:
    """Whether every line of this run on standard error is to be an object."""
    return _chosen[-1] is LogForm.JSON


def write_log_object(level: str, event: str, **facts: str) -> str:
    """Return a line of a log for programs; ``time`` is when, in UTC. What is empty is left out."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    said = {name: value for name, value in facts.items() if value}
    # In ASCII: standard error of another encoding writes what it lacks in a way JSON does not know.
    return json.dumps({"time": moment, "level": level, "event": event, **said})


LogOption = Annotated[
    LogForm,
    typer.Option(
        "--log",
        callback=choose_log_form,
        help="What is told on standard error, in words or as JSON: progress, notes, errors.",
    ),
]
