"""Short forms that an article explains itself."""

from __future__ import annotations

import pytest

from audiopress.speaking.acronyms import collect_acronyms


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The World Health Organization (WHO) said.", {"WHO": "W H O"}),
        ("The Department for Work and Pensions (DWP) said.", {"DWP": "D W P"}),
        ("United Nations Educational Scientific Cultural Organization (UNESCO)", {}),
        ("Nothing that begins like it (ABC)", {}),
    ],
)
def test_what_is_explained_is_spelled_unless_it_is_a_word(
    text: str, spelled: dict[str, str]
) -> None:
    found = collect_acronyms([text]).entries
    assert {entry.grapheme: entry.alias for entry in found} == spelled
