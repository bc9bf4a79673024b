"""Numbers of things in messages: one has no plural, and no message of a command writes its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audiopress.text.counts import count_part, count_things

PACKAGE = Path(__file__).parents[3] / "audiopress"


@pytest.mark.parametrize(
    ("count", "thing", "said"),
    [
        (0, "file", "0 files"),
        (1, "file", "1 file"),
        (2, "file", "2 files"),
        (1, "short text", "1 short text"),
        (21, "article", "21 articles"),
    ],
)
def test_one_thing_has_no_plural(count: int, thing: str, said: str) -> None:
    assert count_things(count, thing) == said


def test_the_whole_decides_on_a_part() -> None:
    assert count_part(0, 1, "paragraph") == "0 of 1 paragraph"
    assert count_part(1, 3, "paragraph") == "1 of 3 paragraphs"


@pytest.mark.parametrize("room", ["cli", "press", "site", "server"])
def test_no_message_writes_a_plural_behind_a_number_by_itself(room: str) -> None:
    things = "articles|episodes|files|pages|paragraphs|texts|times|versions|words"
    # what asks for the number first ("if count > 1") has its own sentence for one
    own = re.compile(rf"\}} (?:short |published sound )?(?:{things})\b(?!.*\bif )")
    wrong = [
        f"{path.name}: {line.strip()}"
        for path in (PACKAGE / room).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if own.search(line) and "say the same" not in line and "have the name" not in line
    ]
    assert wrong == []
