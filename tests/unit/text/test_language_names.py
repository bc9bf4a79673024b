"""What a mistyped language may mean."""

import pytest

from audiopress.text.language_names import suggest_languages


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("german", ["de"]),
        ("gremany", ["de"]),
        ("dutsch", ["de", "nl"]),
        ("Deutsch", ["de"]),
        ("francais", ["fr"]),
        ("Nederlands", ["nl"]),
        ("español", ["es"]),
        ("xyzzy", []),
    ],
)
def test_a_name_of_a_language_leads_to_its_tag(text: str, tags: list[str]) -> None:
    assert sorted(suggest_languages(text)) == tags
