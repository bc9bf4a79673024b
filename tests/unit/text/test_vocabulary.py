import re

import pytest

from audiopress.text.vocabulary import any_of


def test_words_and_lists_of_words_become_one_group():
    assert any_of("a", ("b", r"c\d")) == r"(?:a|b|c\d)"
    assert re.fullmatch(any_of("sign up", ("subscribe",)) + "!", "subscribe!")


@pytest.mark.parametrize("given", [(), ("",), ((),), ("a", ("", "b"))])
def test_what_would_match_everywhere_is_refused(given):
    with pytest.raises(ValueError, match="empty"):
        any_of(*given)
