"""Notes below a story, and what looks like one."""

from __future__ import annotations

import pytest

from audiopress.reading.wording.end_notes import gives_contact, is_author_bio, is_company_profile


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe is a senior reporter for the Example Press.",
        "Jane van Doe, a writer based in Leeds",
        "She can be reached at jane@example.org.",
        "Follow her on X at @janedoe",
    ],
)
def test_the_bio_of_an_author(text: str) -> None:
    assert is_author_bio(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe was a reporter at the Post when the bridge fell.",
        "Jane Doe is an expert.",
        "Jane Doe is a senior reporter for the Example Press. " + "She writes of ships. " * 20,
    ],
)
def test_what_tells_of_somebody_else(text: str) -> None:
    assert not is_author_bio(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Email her at jane@example.org", True),
        ("Contact Jane Doe on 0113 496 0000", True),
        ("The desk can be contacted by phone: 496 0000", True),
        ("Twitter: @janedoe", True),
        ("Follow Jane Doe on Threads", True),
        ("About the author", True),
        ("Write to desk@example.org.", True),
        ("The island can be reached by ferry.", False),
        ("Find him at home", False),
        ("Follow her on foot", False),
    ],
)
def test_where_somebody_is_to_be_reached(text: str, expected: bool) -> None:
    assert gives_contact(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bridgeways is a leading maker of bridges with offices in Leeds.", True),
        ("Bridgeways (BRW) is a leading maker of bridges.", True),
        ("Bridgeways is based in Leeds and employs 200 people.", True),
        ("Hafenblatt ist eine Werbeagentur in Kiel.", True),
        ("Bridgeways is the largest employer in the town.", False),
        ("Bridgeways is a leading maker of bridges, and was sold in May.", False),
    ],
)
def test_what_a_company_says_about_itself(text: str, expected: bool) -> None:
    assert is_company_profile(text) is expected
