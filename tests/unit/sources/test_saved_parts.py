"""Tests of the folder that a browser puts beside a page, also where the page is not there."""

import pytest

from audiopress.model import Document
from audiopress.sources.files import FileSource

STORY = b"<p>The ferry was late on Friday, and nobody minded.</p>"
SAVED = ("a.js", "b.css", "saved_resource.html", "photo.png")


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


def test_what_a_shell_names_for_a_star_beside_its_page_is_told_in_the_same_way(tmp_path):
    put(tmp_path, "there.html", *(f"there_files/{name}" for name in SAVED))
    uris, passed = take(tmp_path, "there.html", "there_files")
    assert uris == ["there.html"]
    assert passed == {"there_files/": "parts of the saved page there.html"}


def test_a_named_folder_without_anything_to_read_is_an_error(tmp_path):
    put(tmp_path, "Lost_files/a.js", "Lost_files/photo.png")
    [refused] = FileSource(tmp_path).fetch("Lost_files")
    assert refused.error.message == "this folder holds no article"


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("court_files", ("story.html",)),  # nothing that a page loads
        ("court_files", ("story.html", "photo.png")),
        ("court_files", ("a.md", "b.css", "c.js")),
        ("court_files", ("a.docx.html", "b.html", "c.html", "style.css")),  # pages, their style
        ("court_files", ("index.html", "style.css", "a.js", "b.js")),  # a site
        ("court_files", ("story.html", "site.css", "site.js")),
        ("text-files", ("a.txt", "b.txt", "one.css", "two.css")),
        ("The.X.Files", ("a.js", "ep.html")),
        ("case_files", ("one/story.html", "site.css")),  # all of it lies below
        ("Akten-Dateien", ("a.css", "deep/er/Brief.HTM")),
        ("my files", ("a.css", "a.js", "a.woff", "note.markdown")),
    ],
)
@pytest.mark.parametrize("named", [".", "{}", "{}/", "*", "{}/."])
def test_a_folder_that_is_only_called_so_is_read(tmp_path, folder, names, named):
    put(tmp_path, *(f"{folder}/{name}" for name in names))
    uris, passed = take(tmp_path, named.format(folder))
    written = (".html", ".md", ".txt", ".HTM", ".markdown")
    assert uris == [f"{folder}/{name}" for name in names if name.endswith(written)]
    assert f"{folder}/" not in passed


def test_a_folder_in_which_one_stands_is_read(tmp_path):
    put(tmp_path, "court_files/story.html", "court_files/site.css", "court_files/site.js")
    uris, _ = take(tmp_path / "court_files", ".")
    assert uris == ["story.html"]


def test_a_named_folder_beside_a_page_of_its_name_is_read(tmp_path):
    put(tmp_path, "court.html", "court_files/story.html", "court_files/site.css")
    uris, passed = take(tmp_path, "court_files")
    assert uris == ["court_files/story.html"]
    assert not {name for name in passed if name.endswith("/")}


def test_a_document_that_cannot_be_read_is_named_with_its_advice(tmp_path):
    put(tmp_path, "a.md", "court_files/site.css", "court_files/ruling.doc")
    _, passed = take(tmp_path, ".")
    assert "save it as .docx" in passed["court_files/ruling.doc"]
