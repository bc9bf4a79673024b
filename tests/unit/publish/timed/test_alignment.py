"""The open record of one version: nothing is lost in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from audiopress.publish.timed.alignment import write_alignment
from tests.unit.publish_samples import RATE, episode, timeline


def test_alignment_names_version_article_and_exact_length() -> None:
    it = json.loads(write_alignment(episode(), timeline()))
    assert it["version"] == 1
    assert (it["id"], it["guid"]) == ("id0", "urn:example:tide-mill:0")
    assert it["audio"] == "tide-mill-0.mp3"
    assert it["url"] == "https://news.example/coast/tide-mill-0"
    assert it["aiNarrated"] is True
    assert (it["samples"], it["rate"]) == (timeline().samples, RATE)
    assert round(it["duration"] * RATE) == timeline().samples
    assert it["paragraphs"][-1]["end"] <= it["duration"]


def test_alignment_keeps_every_sample_and_text() -> None:
    it = json.loads(write_alignment(episode(), timeline()))
    for cue, record in zip(timeline().cues, it["paragraphs"], strict=True):
        assert record["source"] == cue.utterance.source
        assert record["spoken"] == cue.utterance.spoken
        assert record["selector"]["exact"] == cue.utterance.source
        assert round(record["start"] * RATE) == cue.start
        assert round(record["end"] * RATE) == cue.end
        for word, timed in zip(cue.words, record["words"], strict=True):
            assert (round(timed["start"] * RATE), round(timed["end"] * RATE)) == (
                word.start,
                word.end,
            )
            assert timed["spoken"] == [word.at, word.to]


def test_words_are_tied_to_the_source_only_where_known() -> None:
    given_spans = [[None for _ in cue.words] for cue in timeline().cues]
    given_spans[3][0] = (0, 2)
    plain = json.loads(write_alignment(episode(), timeline()))["paragraphs"]
    tied = json.loads(write_alignment(episode(), timeline(), spans=given_spans))["paragraphs"]
    assert plain[0]["words"][0]["source"] == [0, 3]
    assert "source" not in plain[3]["words"][0]
    assert tied[3]["words"][0]["source"] == [0, 2]
    assert "source" not in tied[0]["words"][0]


def test_peaks_travel_as_base64() -> None:
    assert json.loads(write_alignment(episode(), timeline(), peaks=b"\x00\xff"))["peaks"] == "AP8="
    assert "peaks" not in json.loads(write_alignment(episode(), timeline()))


def test_a_hostile_source_survives_the_alignment_unchanged() -> None:
    source = "</script>\ud800\u2028& \u202e x"
    said = replace(timeline().cues[0].utterance, source=source)
    odd = replace(timeline(), cues=(replace(timeline().cues[0], utterance=said),))
    body = write_alignment(episode(), odd)
    assert b"</script" not in body
    assert json.loads(body)["paragraphs"][0]["source"] == source


@pytest.mark.parametrize("rate", [8000, 22050, 44100, 48000])
def test_seconds_give_the_sample_back(rate: int) -> None:
    from audiopress.publish.timed.alignment import to_seconds  # noqa: PLC0415 - named where it is tested

    assert all(round(to_seconds(n, rate) * rate) == n for n in range(0, 10**8, 999_983))
