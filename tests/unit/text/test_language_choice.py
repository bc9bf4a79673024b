"""Which of two languages a text is in, and what tags name."""

import pytest

from audiopress.text.language import choose_language
from audiopress.text.language_names import find_base, name_language


@pytest.mark.parametrize(
    ("text", "one", "other", "expected"),
    [
        ("Tout va bien.", "fr", "en", "fr"),
        ("« Nous allons gagner cette bataille », a-t-il dit.", "fr", "en", "fr"),
        ("The council voted for the bridge on Monday.", "de", "en", "en"),
        ("Wir haben es geschafft und sind stolz.", "en", "de", "de"),
        ("La vita è bella, disse il poeta.", "it", "en", "it"),
        ("O governo disse que sim.", "pt", "es", "pt"),
        ("Het kabinet heeft gisteren besloten.", "nl", "de", "nl"),
        ("Совет собрался в понедельник.", "en", "ru", "ru"),
        ("The vote", "ru", "en", "en"),
        ("Paris Saint-Germain beat Marseille 3-1 on Sunday", "fr", "en", ""),
        ("1914-1918", "fr", "en", ""),
        ("Merkel", "de", "en", ""),
    ],
)
def test_the_language_of_a_short_text_is_told_between_two(text, one, other, expected):
    assert choose_language(text, one, other) == expected


@pytest.mark.parametrize(
    ("tag", "base"), [("en-GB", "en"), ("pt_BR", "pt"), ("nb", "no"), ("DE", "de"), ("", "")]
)
def test_a_tag_names_its_language(tag, base):
    assert find_base(tag) == base


@pytest.mark.parametrize(
    ("tag", "name"), [("de", "German"), ("pt-BR", "Portuguese"), ("nb", "Norwegian Bokmål")]
)
def test_a_language_has_a_name(tag, name):
    assert name_language(tag) == name


def test_what_is_no_language_is_called_by_its_tag():
    assert name_language("qqq") == "qqq"
