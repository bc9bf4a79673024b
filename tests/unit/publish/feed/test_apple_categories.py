"""Apple's list of categories."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.publish.feed.apple_categories import CATEGORIES, find_category


def test_categories_are_found_in_any_spelling_and_near_ones_named() -> None:
    assert find_category("News") == ("News", None)
    assert find_category("daily news") == ("News", "Daily News")
    assert find_category("tv & film>film history") == ("TV & Film", "Film History")
    assert all(
        find_category(f"{a} > {b}") == (a, b) for a, subs in CATEGORIES.items() for b in subs
    )


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("Politiks", "News > Politics"),
        ("Newz", "News"),
        ("Sports > Tenis", "Sports > Tennis"),
        ("Gardening", "Leisure > Home & Garden"),
        ("garden tips", "Leisure > Home & Garden"),
        ("Local history", "History"),
        ("Technolgy", "Technology"),
    ],
)
def test_what_shares_a_word_or_is_near_to_one_is_proposed(written: str, proposed: str) -> None:
    with pytest.raises(ConfigError) as caught:
        find_category(written)
    assert caught.value.hint == f'category = "{proposed}"'


@pytest.mark.parametrize("written", ["Bread", "Cars", "Poetry", "x", ""])
def test_where_no_word_is_near_all_of_them_are_named(written: str) -> None:
    with pytest.raises(ConfigError) as caught:
        find_category(written)
    assert caught.value.hint == f"one of: {', '.join(CATEGORIES)}"
