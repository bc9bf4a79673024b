"""Texts that say the same in other marks, spaces and capitals."""

import pytest

from audiopress.text.comparison import make_comparable


@pytest.mark.parametrize("other", ["READ MORE »", " read\u00a0more…", "“Read-more”", "Read, more"])
def test_the_same_words_are_equal(other):
    assert make_comparable(other) == make_comparable("Read more")


@pytest.mark.parametrize("other", ["Read", "Réad more", "Read more 2", "Read_more"])
def test_other_words_are_not(other):
    assert make_comparable(other) != make_comparable("Read more")
