"""The overlay: every moment of the sound is in one clip, and paragraphs keep their times."""

from __future__ import annotations

import json
from dataclasses import replace

from audiopress.publish.epub.overlay import format_clock, make_clips, render_overlay
from audiopress.publish.timed.alignment import write_alignment
from tests.unit.publish_samples import episode, timeline


def test_a_paragraph_has_the_times_of_the_alignment() -> None:
    told = json.loads(write_alignment(episode(), timeline()))["paragraphs"]
    spoken = [one for one in make_clips(timeline()) if one.name[1:].isdigit()]
    assert [(float(one.begin[:-1]), float(one.end[:-1])) for one in spoken] == [
        (one["start"], one["end"]) for one in told
    ]
    assert [one.target for one in spoken] == [f"p{number}" for number in range(len(told))]


def test_clips_follow_each_other_from_the_start_of_the_sound_to_its_end() -> None:
    clips = make_clips(timeline())
    assert clips[0].begin == "0s"
    assert [one.begin for one in clips[1:]] == [one.end for one in clips[:-1]]
    assert clips[-1].end == format_clock(timeline().samples, timeline().rate)
    assert len({one.name for one in clips}) == len(clips)


def test_a_pause_is_heard_with_the_paragraph_before_it() -> None:
    clips = {one.name: one.target for one in make_clips(timeline())}
    assert (clips["lead-in"], clips["c3-pause"]) == ("p0", "p3")


def test_there_is_no_clip_without_a_length() -> None:
    first, second, *_ = timeline().cues
    close = replace(second, start=first.end)
    whole = replace(timeline(), cues=(replace(first, start=0), close), samples=close.end)
    assert [one.name for one in make_clips(whole)] == ["c0", "c1"]


def test_a_time_is_written_without_an_exponent_or_idle_zeros() -> None:
    assert [format_clock(samples, 44100) for samples in (0, 1, 22050, 44100)] == [
        "0s", "0.000023s", "0.5s", "1s"
    ]  # fmt: skip


def test_the_overlay_names_the_page_beside_it() -> None:
    text = render_overlay("tide-mill-0", make_clips(timeline())).decode()
    assert text.count('<text src="tide-mill-0.xhtml#p') == text.count("<par ") == 23
    assert text.count('<audio src="tide-mill-0.mp3" ') == 23
