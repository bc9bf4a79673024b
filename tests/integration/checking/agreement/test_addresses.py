"""Records are of their own article, and chapters lead to theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.checking.agreement.planting import MILL, change, change_record, find_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

CHAPTERS = "episodes/the-week-in-sallow/????????/chapters.json"


def swap(name: str) -> Plant:
    def edit(record: Any) -> None:
        one, other = record["chapters"][1:3]
        one[name], other[name] = other[name], one[name]

    return change_record(CHAPTERS, edit)


FAULTS: dict[str, tuple[Plant, str]] = {
    "chapters that lead to each other": (swap("url"), "links of the chapters"),
    "chapters with each other's pictures": (swap("img"), "links of the chapters"),
    "a picture of a stranger": (
        change_record(CHAPTERS, lambda it: it["chapters"][1].update(img="https://x.example/a.png")),
        "links of the chapters",
    ),
    "a picture of another host": (
        change(CHAPTERS, r'"img":"https://listen', '"img":"https://else'),
        "links of the chapters",
    ),
    "chapters of another title": (
        change_record(CHAPTERS, lambda it: it.update(title="The ferry of Sallow")),
        "article of the chapters",
    ),
    "a record under another id": (
        change_record(f"{MILL}/????????/alignment.json", lambda it: it.update(id="file:x.md")),
        "record of the episode",
    ),
    "the record of another article": (
        change(f"{MILL}/????????/alignment.json", '"url":"https://courier.example/', r"\g<0>x/"),
        "article of the records",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_of_another_article_is_named(name: str, shown: Path) -> None:
    plant, check = FAULTS[name]
    plant(shown)
    assert check in find_wrong(shown)
