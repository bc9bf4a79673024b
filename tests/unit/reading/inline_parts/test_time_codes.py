"""Time codes of transcripts are left out; times of races and of day are text."""

from __future__ import annotations

import pytest

from audiopress.reading.inline_parts import find_only_reason, split_inline_parts

LEFT_OUT = {
    "[00:12:31] He said so.": "He said so.",
    "(00:12:31) He said so.": "He said so.",
    "[12:31] He said so.": "He said so.",
    "00:12:31 He said so.": "He said so.",
    "00:12:31 - He said so.": "He said so.",
    "He said [00:12:31] that it was late.": "He said that it was late.",
    "SPEAKER 1 (01:15): It was late.": "SPEAKER 1: It was late.",
    "Jane Doe [1:02:03]: It was late.": "Jane Doe: It was late.",
    "Q [00:01]: Was it late?": "Q: Was it late?",
    "[00:12:31 - 00:12:40] It was late.": "It was late.",
    "00:12:31.250 --> 00:12:33.000 It was late.": "It was late.",
    "It was late. (00:44:10)": "It was late.",
}

SPOKEN = [
    "He won in New York (2:01:09) and in Berlin.",
    "It began at 12:31 and ended at 14:00.",
    "The race took 2:01:09 in all.",
    "12:31 - He said so.",
    "John 3:16 and [the mayor] were there.",
    "They drew (1:1) and won (2:0).",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_time_code_is_taken_out_and_listed(text: str) -> None:
    said, left_out = split_inline_parts(text)
    assert said == LEFT_OUT[text]
    assert [part.reason for part in left_out] == ["time-code"]


@pytest.mark.parametrize("text", SPOKEN)
def test_another_time_is_text(text: str) -> None:
    assert split_inline_parts(text) == (text, ())


@pytest.mark.parametrize("text", ["[00:12:31]", "00:12:31", "(00:01:00)"])
def test_a_line_of_nothing_else_is_left_out(text: str) -> None:
    assert find_only_reason(text) == "time-code"
