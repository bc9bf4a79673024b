"""Lines that invite, and lines that only sound like it."""

from __future__ import annotations

import pytest

from audiopress.reading.wording.invitations import (
    asks_to_follow_link,
    heads_story_list,
    names_sponsor,
)


@pytest.mark.parametrize(
    ("text", "links", "expected"),
    [
        ("Check the oil before a long drive.", 0.0, False),
        ("Check the oil before a long drive.", 0.2, False),
        ("Check the oil before a long drive.", 0.4, True),
        ("Read our guide to oil before a long drive.", 0.2, True),
        ("Not every rope is alike. Browse our gallery of ropes from the north.", 0.2, True),
        ("Read the oil, the mechanic said.", 0.5, False),
        ("Read " + "the book and " * 20, 0.5, False),
    ],
)
def test_a_call_with_a_link(text: str, links: float, expected: bool) -> None:
    assert asks_to_follow_link(text, links) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This post is sponsored by Kettles.", True),
        ("A new kettle (ad)", True),
        ("This is a paid partnership", True),
        ("Brought to you by Kettles", True),
        ("Sponsored by Kettles, the band played until 1974.", False),
        ("The festival was sponsored by a bank.", False),
    ],
)
def test_who_paid(text: str, expected: bool) -> None:
    assert names_sponsor(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read more", True),
        ("Most popular this week", True),
        ("Latest of all came the ferry from the north side", False),
        ("The latest ferry", False),
    ],
)
def test_a_heading_over_other_stories(text: str, expected: bool) -> None:
    assert heads_story_list(text) is expected
