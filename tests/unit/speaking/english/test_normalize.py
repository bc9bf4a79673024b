"""Every rule's examples, said by the whole layer."""

from __future__ import annotations

import pytest

from audiopress.speaking.english.normalize import RULES, speak_english

EXAMPLES = [(rule.name, written, spoken) for rule in RULES for written, spoken in rule.examples]


@pytest.mark.parametrize(("name", "written", "spoken"), EXAMPLES)
def test_example(name: str, written: str, spoken: str) -> None:
    language = "en-US" if written.startswith("us:") else "en-GB"
    assert speak_english(written.removeprefix("us:"), language) == spoken, name


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.examples] == []
