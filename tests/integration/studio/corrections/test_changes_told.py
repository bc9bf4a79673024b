"""What is told beside the paragraphs and changes is in the picture before it is published."""

import json

import pytest

from tests.integration.studio.window import STORY, open_window

FILE = "articles/ferry.md"
HEAD = {
    "title": "The ferry to Skerry",
    "author": "Ada Fenwick",
    "date": "2026-03-01",
    "url": "https://skerry.example/ferry",
    "image": "https://skerry.example/ferry.jpg",
}
BODY = STORY.partition("\n\n")[2]


def write(window, **changed):
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in (HEAD | changed).items())
    (window.folder / FILE).write_text(f"---\n{lines}---\n\n{BODY}", "utf-8")


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        write(opened)
        assert opened.publish(FILE)["errors"] == []
        yield opened


def test_what_is_as_it_was_is_not_told(window):
    assert "All of this is made as it stands." in window.show(FILE)
    assert "What the correction changes" not in window.show(FILE)


@pytest.mark.parametrize(
    ("changed", "name", "after"),
    [
        ({"title": "The late ferry"}, "headline", "The late ferry"),
        ({"author": "Tom Garrow"}, "author", "Tom Garrow"),
        ({"image": "https://skerry.example/b.jpg"}, "picture", "https://skerry.example/b.jpg"),
        ({"image": ""}, "picture", "none"),
        ({"date": "2026-03-03"}, "date", "2026-03-03"),
    ],
)
def test_what_is_told_otherwise_is_told_before_it_is_published(window, changed, name, after):
    write(window, **changed)
    page = window.show(FILE)
    assert f"<dt>{name}" in page
    assert f">{after}<" in page
    assert f"{name} changed" in page
    assert "Publish the correction" in page
    assert window.publish(FILE)["errors"] == []
    assert "All of this is made as it stands." in window.show(FILE)
