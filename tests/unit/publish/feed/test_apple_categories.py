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
    with pytest.raises(ConfigError) as caught:
        find_category("Politiks")
    assert "Politics" in caught.value.hint
