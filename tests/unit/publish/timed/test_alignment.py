"""Alignment, captions, transcript and chapters: one timeline, several files."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from audiopress.publish.timed.alignment import write_alignment
from audiopress.publish.timed.captions import write_srt, write_transcript_json, write_vtt
from audiopress.publish.timed.chapters import write_chapters
from audiopress.publish.timed.episode_json import write_episode_json
from audiopress.publish.timed.line_wrapping import cut_snippets
from tests.unit.publish_samples import RATE, episode, timeline

SOURCES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Cf")), min_size=1
).filter(lambda text: text.strip())


def milliseconds(stamp: str) -> int:
    hours, minutes, rest = stamp.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(rest) * 1000)


def cues_of(body: bytes) -> list[tuple[int, int, list[str]]]:
    return [
        (milliseconds(c.start), milliseconds(c.end), c.lines)
        for c in webvtt.from_buffer(io.BytesIO(body)).captions
    ]


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


def test_vtt_is_contiguous_in_two_short_lines_and_ends_with_the_sound() -> None:
    body = write_vtt(timeline())
    cues = cues_of(body)
    assert all(a[1] == b[0] for a, b in pairwise(cues))
    assert all(start < end for start, end, _ in cues)
    assert all(len(lines) <= 2 for _, _, lines in cues)
    assert cues[0][0] == timeline().cues[0].start * 1000 // RATE
    assert cues[-1][1] == timeline().cues[-1].end * 1000 // RATE
    assert body.count(b"<v Narrator>") == len(cues)


def test_captions_show_what_is_written_not_what_is_said() -> None:
    assert b"5.40 a.m." in write_vtt(timeline())
    assert b"five forty" not in write_vtt(timeline())
    assert b"by &lt;Easter&gt;." in write_vtt(timeline())
    assert b"by <Easter>." in write_srt(timeline())


def test_captions_take_their_times_from_the_words() -> None:
    body = cues_of(write_vtt(timeline()))
    second = next(cue for cue in body if "Nobody" in cue[2][0])
    spoken = timeline().cues[3]
    word = next(w for w in spoken.words if spoken.utterance.spoken[w.at : w.to] == "Nobody")
    assert abs(second[0] - word.start * 1000 / RATE) < 1000


def test_captions_with_spans_start_exactly_at_the_word() -> None:
    tied = [
        [
            (at, at + 1) if (at := cue.utterance.source.find(said)) >= 0 else None
            for word in cue.words
            for said in (cue.utterance.spoken[word.at : word.to],)
        ]
        for cue in timeline().cues
    ]
    body = cues_of(write_vtt(timeline(), spans=tied))
    second = next(cue for cue in body if "Nobody" in cue[2][0])
    spoken = timeline().cues[3]
    word = next(w for w in spoken.words if spoken.utterance.spoken[w.at : w.to] == "Nobody")
    assert second[0] == word.start * 1000 // RATE


def test_srt_lines_are_at_most_32_characters() -> None:
    blocks = write_srt(timeline()).decode().strip().split("\n\n")
    assert [block.split("\n")[0] for block in blocks] == [
        str(number) for number in range(1, len(blocks) + 1)
    ]
    for block in blocks:
        lines = block.split("\n")[2:]
        assert 1 <= len(lines) <= 2
        assert max(map(len, lines)) <= 32


def test_transcript_json_says_the_same() -> None:
    it = json.loads(write_transcript_json(timeline()))
    assert it["version"] == "1.0.0"
    times = [(round(s["startTime"] * 1000), round(s["endTime"] * 1000)) for s in it["segments"]]
    assert times == [(start, end) for start, end, _ in cues_of(write_vtt(timeline()))]


@given(st.lists(SOURCES, min_size=1, max_size=5))
def test_captions_of_any_text_are_contiguous_short_and_whole(texts: list[str]) -> None:
    it = timeline(tuple(("body", text, text) for text in texts))
    it = replace(
        it,
        samples=it.samples + len(texts) * RATE,
        cues=tuple(
            replace(c, start=c.start + n * RATE, end=c.end + (n + 1) * RATE, words=())
            for n, c in enumerate(it.cues)
        ),
    )
    segments = json.loads(write_transcript_json(it))["segments"]
    assert all(a["endTime"] == b["startTime"] for a, b in pairwise(segments))
    assert all(s["startTime"] < s["endTime"] for s in segments)
    assert segments[-1]["endTime"] <= it.samples / RATE


@given(SOURCES, st.sampled_from([32, 65]))
def test_pieces_lose_no_word_and_fit(text: str, width: int) -> None:
    line = " ".join(text.split())
    cut = cut_snippets(line, width)
    assert all(1 <= len(piece.lines) <= 2 for piece in cut)
    assert all(0 < len(row) <= width for piece in cut for row in piece.lines)
    said = "".join("".join(piece.lines) for piece in cut)
    assert said.replace(" ", "") == line.replace(" ", "")


def test_a_piece_ends_with_the_sentence_where_one_ends() -> None:
    text = "The first sentence has a good length to it, and ends here. " + "more words " * 12
    assert cut_snippets(text.strip(), 65)[0].lines[-1].endswith("ends here.")


def test_an_empty_timeline_makes_empty_files() -> None:
    nothing = replace(timeline(), cues=(), chapters=())
    assert write_vtt(nothing) == b"WEBVTT\n"
    assert json.loads(write_transcript_json(nothing))["segments"] == []


def test_chapters_are_in_time_order_in_version_1_2() -> None:
    mixed = replace(timeline(), chapters=timeline().chapters[::-1])
    it = json.loads(write_chapters(episode(), mixed))
    assert it["version"] == "1.2.0"
    assert [c["title"] for c in it["chapters"]] == ["How it was done", "What comes next"]
    starts = [round(c["startTime"] * RATE) for c in it["chapters"]]
    assert starts == [c.start for c in timeline().chapters]


def test_episode_json_names_the_current_version_and_its_files() -> None:
    it = json.loads(write_episode_json(episode(5)))
    assert it["audio"]["src"] == "00000005/tide-mill-5.mp3"
    assert it["alignment"] == "00000005/alignment.json"
    assert it["chapters"] == "00000005/chapters.json"
    assert json.loads(write_episode_json(episode(chapters=False)))["chapters"] is None
    assert write_episode_json(episode()) == write_episode_json(episode())


@pytest.mark.parametrize("rate", [8000, 22050, 44100, 48000])
def test_seconds_give_the_sample_back(rate: int) -> None:
    from audiopress.publish.timed.alignment import to_seconds  # noqa: PLC0415 - named where it is tested

    assert all(round(to_seconds(n, rate) * rate) == n for n in range(0, 10**8, 999_983))
