"""Figures in the format that Prometheus reads."""

from __future__ import annotations

import re

from audiopress.server.api.figures import ServiceFigures

_LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? -?[0-9]+(\.[0-9]+)?')
JOBS = {"waiting": 2, "set aside": 1}


def read(figures):
    lines = figures.write(JOBS, 1.5).splitlines()
    assert [line for line in lines if not line.startswith("#") and not _LINE.fullmatch(line)] == []
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))


def test_what_was_answered_is_counted_by_path_and_status():
    figures = ServiceFigures()
    for status, seconds in ((202, 0.004), (202, 0.2), (401, 3.0)):
        figures.count_answer("/articles", status, seconds)
    found = read(figures)
    assert found['audiopress_requests_total{path="/articles",status="202"}'] == "2"
    bucket = 'audiopress_request_seconds_bucket{path="/articles",le="%s"}'
    assert [found[bucket % bound] for bound in ("0.005", "0.25", "0.3", "2.5", "10.0", "+Inf")] == [
        "1", "2", "2", "2", "3", "3"
    ]  # fmt: skip
    assert found['audiopress_request_seconds_count{path="/articles"}'] == "3"
    assert found['audiopress_request_seconds_sum{path="/articles"}'] == "3.204000"


def test_jobs_are_counted_by_state_and_by_what_happened():
    figures = ServiceFigures()
    for event in ("job-done", "job-done", "job-crashed", "request", "listening"):
        figures.count_event(event)
    found = read(figures)
    assert found['audiopress_jobs{state="set aside"}'] == "1"
    assert found["audiopress_oldest_job_seconds"] == "1.500"
    events = {name: n for name, n in found.items() if "events" in name}
    assert events == {
        'audiopress_job_events_total{event="crashed"}': "1",
        'audiopress_job_events_total{event="done"}': "2",
    }


def test_every_name_is_explained_once():
    figures = ServiceFigures()
    figures.count_answer("/ready", 200, 0.1)
    text = figures.write(JOBS, 0)
    typed = re.findall(r"^# TYPE (\w+) ", text, re.MULTILINE)
    assert len(typed) == len(set(typed))
    named = {re.match(r"\w+", line)[0] for line in text.splitlines() if not line.startswith("#")}
    assert {re.sub(r"_(bucket|sum|count)$", "", name) for name in named} <= set(typed)
