"""Errors as the page of the window gets them."""

from __future__ import annotations

from audiopress.errors import StoreError
from audiopress.studio.builds import describe_error


def test_lines_of_a_message_are_not_said_again_in_the_hint():
    error = StoreError("two faults:\nno lexicon\nno sound", hint="try again")
    told = describe_error(error)
    assert told["message"] == "two faults:\nno lexicon\nno sound"
    assert told["hint"].startswith("try again (a lexicon: ")
    bare = describe_error(StoreError("two faults:\nno lexicon"))
    assert bare["message"].startswith("two faults:\nno lexicon (a lexicon: ")
    assert bare["hint"] == ""
