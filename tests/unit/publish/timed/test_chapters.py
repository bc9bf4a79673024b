"""Chapters as Podcasting 2.0 players read them."""

from __future__ import annotations

import json
from dataclasses import replace

from audiopress.publish.timed.chapters import write_chapters
from tests.unit.publish_samples import RATE, episode, timeline


def test_chapters_are_in_time_order_in_version_1_2() -> None:
    mixed = replace(timeline(), chapters=timeline().chapters[::-1])
    it = json.loads(write_chapters(episode(), mixed))
    assert it["version"] == "1.2.0"
    assert [c["title"] for c in it["chapters"]] == ["How it was done", "What comes next"]
    starts = [round(c["startTime"] * RATE) for c in it["chapters"]]
    assert starts == [c.start for c in timeline().chapters]
