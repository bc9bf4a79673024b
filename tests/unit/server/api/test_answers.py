"""What programs get of a job."""

from __future__ import annotations

from audiopress.server.api.answers import describe_job
from audiopress.server.api.openapi import describe_service
from audiopress.server.jobs import Job, JobOrder

JOB = Job(
    id="7", order=JobOrder(origin="api", url="https://news.example/ferry", digest="f"),
    state="running", tries=1, crashes=0, added=1_780_000_000.25, started=1_780_000_001.0,
    ended=None, reason="",
)  # fmt: skip


def test_the_times_of_a_job_are_numbers_and_dates() -> None:
    told = describe_job(JOB)
    assert (told["added"], told["added_at"]) == (JOB.added, "2026-05-28T20:26:40.250+00:00")
    assert (told["started"], told["started_at"]) == (JOB.started, "2026-05-28T20:26:41.000+00:00")
    assert (told["ended"], told["ended_at"]) == (None, None)


def test_the_description_names_all_that_is_told_of_a_job() -> None:
    schema = describe_service()["components"]["schemas"]["Job"]
    assert set(schema["required"]) == set(describe_job(JOB))
