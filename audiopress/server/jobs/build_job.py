"""What runs in the process of a job: the build of the command line, of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, LanguageError, SourceError, StoreError, VoiceError
from audiopress.model import Document

if TYPE_CHECKING:
    from audiopress.errors import AudiopressError
    from audiopress.press.report import Outcome, Report
    from audiopress.server.jobs.queue import JobOrder
    from audiopress.settings import Settings

__all__ = ["build_job", "concerns_edition", "describe_error"]


_PUBLISHED = ("built", "unchanged", "held")
"""Ends of an article of which one may say that the job is done."""


def build_job(settings: Settings, order: JobOrder) -> dict[str, Any]:
    """Build the article of an order and return what came of it, as `JobQueue.finish` keeps it.

    ``again`` says that another try may do better, as with a server that did not answer; ``until``
    when its day will have come, in seconds since 1970. Raises what concerns the whole edition,
    which is no fault of the job (`concerns_edition`).
    """
    # Here: the server itself has no use for all that speaks.
    from audiopress.press.build import build  # noqa: PLC0415
    from audiopress.press.preflight import check_installed  # noqa: PLC0415

    check_installed(settings)
    report = build(settings, [_make_source(order)])
    errors = [each.error for each in report.outcomes if each.error is not None]
    for error in errors:
        # Such as a disk that was full when the sound was to be written: an outcome of the article
        # for who looks at the report, and here what the next try may do better.
        if concerns_edition(error):
            raise error
    found: dict[str, Any] = {
        "articles": [_describe(each) for each in report.outcomes],
        "notes": list(report.notes),
    }
    if errors:
        found["error"] = describe_error(errors[0])
        found["again"] = all(isinstance(each, SourceError) for each in errors)
    elif not any(each.status in _PUBLISHED for each in report.outcomes):
        found["error"] = _explain_nothing(report)
        found["again"] = False
        if report.waits_until is not None:
            found["until"] = report.waits_until.timestamp()
    return found


def concerns_edition(error: Exception) -> bool:
    """Whether an error is of the edition or the machine, which somebody mends: the job waits."""
    own = isinstance(error, ConfigError | StoreError | VoiceError)
    # Nobody need ever want a voice for it, and the job would wait for good.
    return own and not isinstance(error, LanguageError)


def _make_source(order: JobOrder) -> str | Document:
    if not order.media_type:
        return order.url
    return Document(uri=order.url, media_type=order.media_type, body=order.body, charset="utf-8")


def _explain_nothing(report: Report) -> dict[str, str]:
    """Return why nothing of an article is published, as of a draft: nobody may think that it is."""
    gone = next((each for each in report.outcomes if each.status == "withdrawn"), None)
    if gone is not None:
        hint = f"audiopress withdraw --restore {gone.slug}"
        return {"message": "it was withdrawn", "where": gone.id, "hint": hint}
    if report.waits_until is not None:
        until = f"{report.waits_until:%Y-%m-%d %H:%M %Z}"
        hint = "send it again with another date to have it heard before"
        message = f"it waits until {until}, the date it gives itself"
        return {"message": message, "where": "", "hint": hint}
    why = "; ".join(report.notes) or "it waits, is a draft, or says that it has no audio"
    hint = "ask for it again when it is to be heard"
    return {"message": f"nothing of it is published: {why}", "where": "", "hint": hint}


def _describe(outcome: Outcome) -> dict[str, Any]:
    sound = outcome.enclosure
    return {
        "id": outcome.id,
        "title": outcome.title,
        "slug": outcome.slug,
        "guid": outcome.guid,
        "status": outcome.status,
        "audio_seconds": round(outcome.audio_seconds, 3),
        "enclosure": sound
        and {"url": outcome.enclosure_url, "length": sound.length, "type": sound.media_type},
        "error": outcome.error and describe_error(outcome.error),
    }


def describe_error(error: AudiopressError) -> dict[str, str]:
    """Return an error as programs get it."""
    return {"message": error.message, "where": error.where, "hint": error.hint}
