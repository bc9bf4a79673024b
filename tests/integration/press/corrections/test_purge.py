"""An old version goes at once and wholly; what is published, and what others say, stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

LIBEL = "Mr Garrow took the money."
START = "---\nlanguage: en\n---\n\n# Fair\n\nIt opens on Tuesday.\n\n"
FIRST = f"{START}{LIBEL}\n"
SECOND = f"{START}The money was found.\n"
THIRD = f"{START}The money was found in a drawer.\n"


@pytest.fixture
def corrected(press: Press) -> Press:
    """An edition of an article that was corrected twice."""
    press.folder.mkdir(parents=True)
    for text in (FIRST, SECOND, THIRD):
        (press.folder / "a.md").write_text(text, "utf-8")
        press.build("a.md")
    return press


def list_holders(press: Press, text: str) -> list[Path]:
    """Return every file in the edition's folder that has a text, but for its source."""
    files = [path for path in press.folder.rglob("*") if path.is_file()]
    return [path for path in files if text.encode() in path.read_bytes()]


def count_sound(press: Press) -> int:
    return sum(path.is_file() for path in (press.folder / ".audiopress" / "objects").rglob("*"))


def test_the_versions_are_listed(corrected: Press) -> None:
    said = corrected.run("correct", "fair").stdout
    assert [line.split()[3].strip(",") for line in said.splitlines()[1:4]] == [
        "replaced",
        "replaced",
        "published",
    ]
    assert "audiopress correct fair --purge" in said


def test_no_file_says_it_any_more(corrected: Press) -> None:
    assert list_holders(corrected, LIBEL)
    before = count_sound(corrected)
    done = json.loads(corrected.run("correct", "--purge", "fair", "--json").stdout)
    assert list_holders(corrected, LIBEL) == []
    assert count_sound(corrected) < before
    assert len(done["purged"]) == 2
    assert (done["held"]["texts"], done["held"]["paragraphs"]) == (2, 2)
    for version in done["versions"]:
        folder = version["address"].partition("8000/")[2]
        assert not (corrected.folder / "output" / folder).exists()


def test_what_is_published_keeps_every_byte(corrected: Press) -> None:
    (current,) = {
        path.parent.name for path in (corrected.folder / "output").rglob("alignment.json")
    } - {
        each["key"][:8]
        for each in json.loads(corrected.run("correct", "fair", "--json").stdout)["versions"]
        if not each["current"]
    }
    kept = {name: mark for name, mark in corrected.tree().items() if f"/{current}/" in name}
    corrected.run("correct", "--purge", "fair")
    assert corrected.tree().items() >= kept.items()
    after = corrected.build("a.md")
    assert after["totals"]["spoken"] == 0
    assert corrected.tree().items() >= kept.items()
    # It goes on saying that it was corrected, and when; of the first time no longer where.
    told = json.loads((corrected.folder / "output/episodes/fair/episode.json").read_text("utf-8"))
    assert [bool(one["paragraphs"]) for one in told["corrections"]] == [False, True]


def test_one_version_by_its_key(corrected: Press) -> None:
    first, second, _ = json.loads(corrected.run("correct", "fair", "--json").stdout)["versions"]
    corrected.run("correct", "fair", "--purge", "--version", first["key"][:8])
    assert list_holders(corrected, LIBEL) == []
    assert (corrected.folder / "output/episodes/fair" / second["key"][:8]).is_dir()


def test_what_another_article_says_too_stays(corrected: Press) -> None:
    (corrected.folder / "b.md").write_text(
        f"---\nlanguage: en\n---\n\n# Ferry\n\n{LIBEL}\n", "utf-8"
    )
    corrected.build("b.md")
    done = json.loads(corrected.run("correct", "--purge", "fair", "--json").stdout)
    assert (done["held"]["paragraphs"], done["held"]["shared"]) == (1, 1)
    assert corrected.build("b.md")["totals"]["spoken"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--purge", "--version", "0000000"), "names no version"),
        (("--version", "0000000"), "--purge"),
        (("--purge", "--version", "CURRENT"), "that is published"),
    ],
)
def test_what_cannot_be_is_refused(corrected: Press, words: tuple[str, ...], said: str) -> None:
    versions = json.loads(corrected.run("correct", "fair", "--json").stdout)["versions"]
    (current,) = [each["key"] for each in versions if each["current"]]
    words = tuple(current if word == "CURRENT" else word for word in words)
    before = corrected.tree()
    done = corrected.run("correct", "fair", *words, ok=False)
    assert done.returncode != 0
    assert said in done.stderr
    assert corrected.tree() == before


def test_an_article_that_was_never_corrected_has_nothing_to_purge(press: Press) -> None:
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(FIRST, "utf-8")
    press.build("a.md")
    done = press.run("correct", "fair", "--purge", ok=False)
    assert done.returncode == 1
    assert "audiopress withdraw fair --purge" in done.stderr


def test_a_line_that_was_dropped_stays_dropped_and_its_file_is_named(corrected: Press) -> None:
    corrected.run("reading", "drop", "The money was found in a drawer.", "--in", "a.md")
    (path,) = corrected.folder.rglob("article-*.json")
    for more in (("--dry-run",), ()):
        done = json.loads(corrected.run("correct", "fair", "--purge", "--json", *more).stdout)
        assert any(path.name in str(note) for note in done["notes"])
        assert path.is_file()
