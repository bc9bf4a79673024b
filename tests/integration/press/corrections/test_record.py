"""What everybody may read of a correction: when, and where; never what it said before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from runner import Press

LINES = ["It opens on Tuesday.", "The mayor will be there.", "Nobody else will."]
FIRST = ["# Fair", *LINES]


def publish(press: Press, *texts: list[str]) -> dict[str, Any]:
    press.folder.mkdir(parents=True, exist_ok=True)
    for lines in texts:
        (press.folder / "a.md").write_text("\n\n".join(lines), "utf-8")
        press.build("a.md")
    return json.loads(find(press, "episode.json"))


def find(press: Press, name: str) -> str:
    return (press.folder / "output" / "episodes" / "fair" / name).read_text("utf-8")


def list_texts(press: Press, numbers: list[int]) -> list[str]:
    episode = json.loads(find(press, "episode.json"))
    paragraphs = json.loads(find(press, episode["alignment"]))["paragraphs"]
    return [paragraphs[number]["source"] for number in numbers]


def test_an_article_that_was_never_corrected_says_nothing(press: Press) -> None:
    assert "corrections" not in publish(press, FIRST)
    assert "corrections" not in find(press, "index.html")


@pytest.mark.parametrize(
    ("second", "named", "removed"),
    [
        (["# Fair", "It opens on Friday.", *LINES[1:]], ["It opens on Friday."], 0),
        ([*FIRST, "Bring a coat."], ["Bring a coat."], 0),
        (["# Fair", *LINES[1:]], [], 1),
        (["# Fair", LINES[2], LINES[0], LINES[1]], [LINES[2]], 0),
    ],
)
def test_it_is_named_by_its_paragraphs(
    press: Press, second: list[str], named: list[str], removed: int
) -> None:
    (told,) = publish(press, FIRST, second)["corrections"]
    assert list_texts(press, told["paragraphs"]) == named
    assert told["removed"] == removed
    page = find(press, "index.html")
    for number in told["paragraphs"]:
        assert f'<a href="#p{number}">' in page
        assert f'id="p{number}"' in page


def test_a_paragraph_that_moved_on_is_named_where_it_is_now(press: Press) -> None:
    second = ["# Fair", LINES[0], LINES[1], "A few others will."]
    third = ["# Fair", "First a word.", *second[1:]]
    one, two = publish(press, FIRST, second, third)["corrections"]
    assert list_texts(press, one["paragraphs"]) == ["A few others will."]
    assert list_texts(press, two["paragraphs"]) == ["First a word."]


def test_no_public_file_says_what_stood_there(press: Press) -> None:
    publish(press, FIRST, ["# Fair", "It opens on Friday.", *LINES[1:]])
    home = press.folder / "output"
    first = json.loads(find(press, "episode.json"))["alignment"].partition("/")[0]
    public = [path for path in home.rglob("*.*") if path.suffix in (".json", ".html", ".xml")]
    now = [path for path in public if path.parent.name == first or path.parent.parent == home]
    assert now
    assert not [path for path in now if "Tuesday" in path.read_text("utf-8")]
    ledger = next((press.folder / ".audiopress" / "ledger" / "articles").rglob("*.json"))
    assert "Tuesday" in ledger.read_text("utf-8")
