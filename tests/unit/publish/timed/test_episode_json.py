"""The stable name of an episode."""

from __future__ import annotations

import json

from audiopress.publish.timed.alignment import write_alignment
from audiopress.publish.timed.episode_json import write_episode_json
from tests.unit.publish_samples import episode, timeline


def test_episode_json_names_the_current_version_and_its_files() -> None:
    it = json.loads(write_episode_json(episode(5)))
    assert it["audio"]["src"] == "00000005/tide-mill-5.mp3"
    assert it["alignment"] == "00000005/alignment.json"
    assert it["chapters"] == "00000005/chapters.json"
    assert json.loads(write_episode_json(episode(chapters=False)))["chapters"] is None
    assert write_episode_json(episode()) == write_episode_json(episode())


def test_it_has_all_that_is_shown_before_anybody_listens() -> None:
    it = json.loads(write_episode_json(episode(5), bytes([0, 50, 100])))
    alignment = json.loads(write_alignment(episode(5), timeline(), peaks=bytes([0, 50, 100])))
    for name in ("id", "title", "byline", "language", "url", "duration", "aiNarrated", "peaks"):
        assert it[name] == alignment[name], name
    assert "peaks" not in json.loads(write_episode_json(episode()))
