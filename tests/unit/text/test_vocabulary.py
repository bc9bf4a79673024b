import re

import pytest

from audiopress.text.vocabulary import any_of, any_word


def test_words_and_lists_of_words_become_one_group():
    assert any_of("a", ("b", r"c\d")) == r"(?:a|b|c\d)"
    assert re.fullmatch(any_of("sign up", ("subscribe",)) + "!", "subscribe!")


@pytest.mark.parametrize("given", [(), ("",), ((),), ("a", ("", "b"))])
def test_what_would_match_everywhere_is_refused(given):
    with pytest.raises(ValueError, match="empty"):
        any_of(*given)


def test_plain_words_stand_in_rows():
    assert any_word("enrol join\n    e-?mail") == "(?:enrol|join|e-?mail)"
    with pytest.raises(ValueError, match="empty"):
        any_word("  ")
