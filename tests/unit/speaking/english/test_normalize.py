"""Every rule's examples, said by the whole layer."""

from __future__ import annotations

import pytest

from audiopress.speaking.english.normalize import SPOKEN_FORMS, normalize_english

EXAMPLES = [
    (form.name, written, spoken) for form in SPOKEN_FORMS for written, spoken in form.examples
]


@pytest.mark.parametrize(("name", "written", "spoken"), EXAMPLES)
def test_example(name: str, written: str, spoken: str) -> None:
    language = "en-US" if written.startswith("us:") else "en-GB"
    assert normalize_english(written.removeprefix("us:"), language) == spoken, name


def test_every_rule_has_an_example() -> None:
    assert [form.name for form in SPOKEN_FORMS if not form.examples] == []
