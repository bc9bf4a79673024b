"""The only road from a text to a path."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import StoreError
from audiopress.store.file_names import join_below

ROOT = Path("/edition/output")
PARTS = [
    "..",
    ".",
    "",
    "a",
    "b-1",
    "index.html",
    "C:",
    "con",
    "~",
    "a\\b",
    "é",
    "a" * 81,
    "\0",
    "A",
]


@pytest.mark.parametrize(
    "name",
    [
        "feed.xml",
        "index.html",
        "episodes/a-slug/0a1b2c3d/a-slug.mp3",
        "by-url/www.example.org/2026/index.json",
        f"objects/ab/{'ab' * 32}",
        f"{'a' * 80}.json",
    ],
)
def test_names_of_an_edition_lie_below_its_folder(name: str) -> None:
    assert join_below(ROOT, name) == ROOT / name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../feed.xml",
        "episodes/../../feed.xml",
        "episodes//feed.xml",
        ".hidden",
        "episodes/.git/config",
        "feed.php",
        "feed.xml.php",
        "feed.xml/",
        "Feed.xml",
        "a b.html",
        "feed.xml\n",
        "feed\0.xml",
        "a\\..\\feed.xml",
        "C:/feed.xml",
        "épisode.html",
        f"{'a' * 81}.json",
    ],
)
def test_anything_else_is_refused(name: str) -> None:
    with pytest.raises(StoreError, match="no name"):
        join_below(ROOT, name)


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=5).map("/".join))
def test_no_text_leads_out_of_the_folder(name: str) -> None:
    try:
        path = join_below(ROOT, name)
    except StoreError:
        return
    assert path.is_relative_to(ROOT)
    assert path != ROOT
    assert not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
