"""Captions of any text are contiguous, short and whole."""

from __future__ import annotations

import html
import io
import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import av
import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from audiopress.model import Cue, Timeline
from audiopress.publish.sanitize import clean_text
from audiopress.publish.timed.captions import write_captions
from tests.unit.publish_samples import RATE, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.publish.timed.alignment import Span

SOURCES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Cf")), min_size=1
).filter(lambda text: text.strip())


def write_vtt(it: Timeline, *, spans: Sequence[Sequence[Span]] | None = None) -> bytes:
    return write_captions(it, spans=spans)["transcript.vtt"]


def write_srt(it: Timeline) -> bytes:
    return write_captions(it)["transcript.srt"]


def write_transcript_json(it: Timeline) -> bytes:
    return write_captions(it)["transcript.json"]


def milliseconds(stamp: str) -> int:
    hours, minutes, rest = stamp.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(rest) * 1000)


def cues_of(body: bytes) -> list[tuple[int, int, list[str]]]:
    return [
        (milliseconds(c.start), milliseconds(c.end), c.lines)
        for c in webvtt.from_buffer(io.BytesIO(body)).captions
    ]


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
    assert "by <Easter>." in write_srt(timeline()).decode().replace("\u2060", "")


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


def test_an_empty_timeline_makes_empty_files() -> None:
    nothing = replace(timeline(), cues=(), chapters=())
    assert write_vtt(nothing) == b"WEBVTT\n"
    assert json.loads(write_transcript_json(nothing))["segments"] == []


SIGNS = [
    "The value a --> b is what counts",
    "00:00:01,000 --> 00:00:02,000",
    "1\n00:00:01,000 --> 00:00:02,000\nnot said",
    "NOTE this is no comment",
    "STYLE ::cue {} and REGION",
    "1984",
    "7 8 9",
    "fish & chips &amp; more",
    "if a < b and <i>c</i> > d",
    "a <b>bold</b> word, a <font color=red>red</font> one",
    r"{\an8}at the top",
    "x -> y -> z, <!-- and so on -->",
    "align:start position:10% line:0",
    "WEBVTT",
    "<v Somebody>I never said that</v>",
    "<00:00:02.000>late",
]
"""Texts of which a part means something to those who read captions."""


def saying(text: str) -> Timeline:
    """Return a timeline of three cues of which the middle one says ``text``."""
    first, *rest = timeline().cues
    said = [replace(first.utterance, source=text), rest[0].utterance, rest[1].utterance]
    cues = tuple(
        Cue(utterance=utterance, start=number * RATE * 4, end=(number + 1) * RATE * 4)
        for number, utterance in enumerate((said[1], said[0], said[2]))
    )
    return replace(timeline(), cues=cues, samples=RATE * 12)


def shown(cues: list[tuple[int, int, list[str]]]) -> str:
    return " ".join(" ".join(lines) for _, _, lines in cues)


@pytest.mark.parametrize("text", SIGNS)
def test_vtt_with_signs_reads_back_as_it_is_written(text: str) -> None:
    made = saying(text)
    body = write_vtt(made)
    expected = " ".join(clean_text(cue.utterance.source) for cue in made.cues)
    assert body.count(b"-->") == len(cues_of(body)) == body.count(b"<v Narrator>")
    assert html.unescape(shown(cues_of(body)).replace("<v Narrator>", "")) == expected


@pytest.mark.parametrize("text", SIGNS)
def test_srt_with_signs_reads_back_as_it_is_written(text: str) -> None:
    made = saying(text)
    body = write_srt(made)
    cues = [
        (milliseconds(c.start), milliseconds(c.end), c.lines)
        for c in webvtt.from_buffer(io.BytesIO(body), format="srt").captions
    ]
    assert body.count(b"-->") == len(cues)
    assert all(a[1] == b[0] for a, b in pairwise(cues))
    # A word joiner is seen by nobody; breaks of lines may stand where it is.
    expected = " ".join(clean_text(cue.utterance.source) for cue in made.cues)
    assert shown(cues).replace("\u2060", "").split() == expected.split()


@pytest.mark.parametrize("text", SIGNS)
def test_ffmpeg_shows_every_word_of_srt(text: str, tmp_path: Path) -> None:
    made = saying(text)
    (tmp_path / "a.srt").write_bytes(write_srt(made))
    with av.open(str(tmp_path / "a.srt")) as file:
        events = [sub for packet in file.demux() for sub in packet.decode()]
    # ASS: the ninth field is the text, \\N a line's end.
    lines = [sub.ass.decode().split(",", 8)[8].replace("\\N", " ") for sub in events]
    expected = " ".join(clean_text(cue.utterance.source) for cue in made.cues)
    found = " ".join(lines).replace("\u2060", "").replace("\\{", "{")
    assert found.split() == expected.split()
