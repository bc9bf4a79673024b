"""The words of pages and feeds in every language."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiopress.publish.pages.phrases import (
    find_direction,
    find_phrases,
    format_length,
    format_long_date,
)

DAY = datetime(2026, 3, 4, 23, 59, tzinfo=UTC)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ar"])
def test_every_language_has_all_its_words(language: str) -> None:
    words = find_phrases(language)
    assert len(words.months.split()) == 12
    assert "4" in format_long_date(DAY, words)
    assert words.months.split()[2] in format_long_date(DAY, words)
    assert "3" in format_length(180 * 44100, 44100, words)
    assert language == "en" or words.listen != find_phrases("en").listen


def test_languages_are_found_by_their_first_subtag() -> None:
    assert find_phrases("de-AT") == find_phrases("DE")
    assert find_phrases("tlh") == find_phrases("en")
    assert (find_direction("ar-EG"), find_direction("de")) == ("rtl", "ltr")


def test_dates_and_lengths_are_in_words() -> None:
    assert format_long_date(DAY, find_phrases("de")) == "4. März 2026"
    assert format_long_date(DAY, find_phrases("fr")) == "4 mars 2026"
    assert format_length(1, 44100, find_phrases("en")) == "1 min"
