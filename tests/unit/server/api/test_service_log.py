"""The log of the service: lines for people, or objects for programs."""

from __future__ import annotations

import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from audiopress.server.api.service_log import ServiceLog


def test_every_line_is_an_object_where_programs_read():
    lines = []
    log = ServiceLog(lines.append, objects=True)
    log("job-done", job="1")
    log("request", path="/articles", status=202)
    log("job-failed", job="2", reason='no "voice"\n\x1b[31m\ud800')
    found = [json.loads(line) for line in lines]
    assert [each["event"] for each in found] == ["job-done", "request", "job-failed"]
    assert [each["level"] for each in found] == ["info", "info", "warning"]
    assert found[2]["reason"] == 'no "voice"\n\x1b[31m\ud800'
    assert all(line.isascii() and line.isprintable() for line in lines)
    assert all(each["time"].endswith("Z") for each in found)


def test_people_hear_of_jobs_and_not_of_every_request():
    lines = []
    log = ServiceLog(lines.append, objects=False)
    log("request", path="/articles", status=202)
    log("job-crashed", job="1", state="waiting", reason="was ended by SIGKILL")
    assert lines == ["job crashed: job=1  state=waiting  reason=was ended by SIGKILL"]


def test_lines_of_two_threads_do_not_mix():
    pieces = []

    def write(line):
        pieces.append(line)
        time.sleep(0.001)
        pieces.append("\n")

    log = ServiceLog(write, objects=True)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: log("job-done", job=str(n)), range(50)))
    lines = "".join(pieces).splitlines()
    assert len([json.loads(line) for line in lines]) == 50


def test_what_uvicorn_says_is_a_line_too(monkeypatch):
    logger = logging.getLogger("uvicorn.error")
    monkeypatch.setattr(logger, "handlers", [])
    monkeypatch.setattr(logger, "propagate", True)
    lines = []
    ServiceLog(lines.append, objects=True).listen()
    try:
        {}["surprise"]
    except KeyError:
        logger.exception("Exception in ASGI application\n")
    (line,) = map(json.loads, lines)
    assert line["message"] == "Exception in ASGI application"
    assert "KeyError: 'surprise'" in line["trace"]
