"""Tests of the folder that a browser puts beside a page, also where the page is not there."""

import pytest

from audiopress.model import Document
from audiopress.sources.files import FileSource

STORY = b"<p>The ferry was late on Friday, and nobody minded.</p>"
SAVED = ("a.js", "b.css", "frame.html", "photo.png")


def put(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(STORY)


def take(root, *named):
    """The documents of what is named, and what is passed by with its reason."""
    source = FileSource(root)
    found = [each for name in named for each in source.fetch(name)]
    assert all(isinstance(each, Document) for each in found)
    return [each.uri for each in found], {item.uri: item.reason for item in source.passed_by}


@pytest.mark.parametrize("folder", ["Lost_files", "Lost-Dateien", "Lost_fichiers", "Lost files"])
def test_parts_whose_page_is_not_there_are_named_once_with_what_to_do(tmp_path, folder):
    put(tmp_path, "other.html", *(f"{folder}/{name}" for name in SAVED))
    uris, passed = take(tmp_path, ".")
    assert uris == ["other.html"]
    reason = "parts of a saved page that is not here (put Lost.html beside them)"
    assert passed == {f"{folder}/": reason}


def test_a_page_without_an_ending_is_told_how_to_be_called(tmp_path):
    put(tmp_path, "other.html", "Lost", *(f"Lost_files/{name}" for name in SAVED))
    _, passed = take(tmp_path, ".")
    assert passed["Lost_files/"] == "parts of the saved page Lost (its name has to end in .html)"


def test_what_a_shell_names_for_a_star_is_told_in_the_same_way(tmp_path):
    put(tmp_path, "there.html", *(f"there_files/{name}" for name in SAVED))
    put(tmp_path, *(f"Lost_files/{name}" for name in SAVED))
    uris, passed = take(tmp_path, "Lost_files", "there.html", "there_files")
    assert uris == ["there.html"]
    assert passed == {
        "Lost_files/": "parts of a saved page that is not here (put Lost.html beside them)",
        "there_files/": "parts of the saved page there.html",
    }


@pytest.mark.parametrize(
    "names",
    [
        ("story.html",),  # nothing that a page loads
        ("story.html", "photo.png"),
        ("a.md", "b.css", "c.js"),  # somebody wrote it
        ("a.docx.html", "b.html", "c.html", "style.css"),  # pages with their style
        ("index.html", "style.css", "a.js", "b.js"),  # a site
    ],
)
@pytest.mark.parametrize("named", [".", "court_files"])
def test_a_folder_that_is_only_called_so_is_read(tmp_path, names, named):
    put(tmp_path, *(f"court_files/{name}" for name in names))
    uris, passed = take(tmp_path, named)
    assert uris == [f"court_files/{name}" for name in names if name.endswith((".html", ".md"))]
    assert "court_files/" not in passed
