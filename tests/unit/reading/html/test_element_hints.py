"""What elements are called, and when that says nothing of what lies in them."""

from __future__ import annotations

from tests.unit.reading_pages import read


def test_an_id_that_is_the_slug_of_a_heading_says_nothing_of_it() -> None:
    said, _ = read(
        "<h2 id=what-social-media-does-to-sleep>What social media does to sleep</h2>"
        "<p>Nobody in the town had expected the debate to last for so many months.</p>"
    )
    assert "What social media does to sleep" in said
