"""*Replace the file* says which article it is; what is doubtful is asked about first."""

import json
import re
from urllib.parse import urlencode

import pytest
from runner import ROOT

from tests.integration.studio.window import STORY, open_window
from tests.made_documents import make_docx, paragraph

NOTICE = "articles/one.txt"

SAID = "The gala of the harbour choir has brought in £2,300 for the new roof."

OTHER = """# Boats for sale

Nothing of that story stands in this one, which is about boats that nobody has bought.
"""


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / NOTICE).write_text(f"Gala raises £2,300\n\n{SAID}\n", "utf-8")
        yield opened


def read_records(window):
    found = (json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json"))
    return [each for each in found if "slug" in each]


def list_files(window):
    return sorted(path.name for path in (window.folder / "articles").iterdir())


def replace(window, name, body, file=NOTICE, **asked):
    fields = urlencode({"name": name, "replaces": file, **asked})
    return window.send(f"/take/file?{fields}", body).json


@pytest.mark.parametrize(
    "texts",
    [
        ("Gala raises £2,345", f"{SAID[:-1].replace('300', '345')}, of which half is there."),
        ("No roof", "All of the money went to the lifeboat."),
    ],
)
def test_a_notice_replaced_by_a_document_is_the_same_episode(window, texts):
    window.publish(NOTICE)
    (before,) = read_records(window)
    heading, *rest = texts
    body = make_docx(paragraph(heading, "Titel") + "".join(map(paragraph, rest)))
    told = replace(window, "gala v3.docx", body, asked="yes")
    assert told == {"page": "/article?file=articles/one.docx"}
    assert "Publish the correction" in window.show("articles/one.docx")
    window.publish()
    (after,) = read_records(window)
    assert (after["guid"], len(after["versions"])) == (before["guid"], 2)


def test_a_page_with_an_address_of_its_own_is_the_same_episode_and_so_is_what_follows(window):
    window.publish(NOTICE)
    head = '<link rel="canonical" href="https://skerry.example/gala"><title>The roof</title>'
    page = f"<html><head>{head}</head><body><article><h1>The roof</h1><p>It leaks.</p></article>"
    replace(window, "a.html", page.encode(), asked="yes")
    window.publish()
    replace(window, "b.md", OTHER.encode(), "articles/one.html", asked="yes")
    window.publish()
    (record,) = read_records(window)
    assert len(record["versions"]) == 3
    assert list_files(window) == ["one.md"]


def test_another_article_is_asked_about_before_it_takes_the_place(window):
    (window.folder / "articles/ferry.md").write_text(STORY, "utf-8")
    window.publish()
    (alike,) = replace(window, "x.md", STORY.replace("two", "three").encode())["alike"]
    assert (alike["file"], alike["why"]) == ("articles/ferry.md", "much of its text is the same")
    (alike,) = replace(window, "x.md", STORY.encode())["alike"]
    assert alike["why"] == "the file is the same"
    assert list_files(window) == ["ferry.md", "one.txt"]


def test_a_text_that_has_nothing_of_the_article_is_asked_about(window):
    (alike,) = replace(window, "x.md", OTHER.encode())["alike"]
    assert (alike["file"], alike["why"]) == (NOTICE, "nothing of it is in this file")
    assert list_files(window) == ["one.txt"]


def test_what_was_replaced_is_kept_and_put_back(window):
    before = (window.folder / NOTICE).read_bytes()
    window.publish()
    replace(window, "x.md", OTHER.encode(), asked="yes")
    kept = ".replaced/articles/one.1.txt"
    assert kept in window.show("articles/one.md")
    assert (window.folder / kept).read_bytes() == before
    told = window.send("/put-back", {"file": "articles/one.md", "kept": kept})
    assert told.status in (200, 303)
    assert (window.folder / NOTICE).read_bytes() == before
    assert list_files(window) == ["one.txt"]
    assert ".replaced/articles/one.2.md" in window.show(NOTICE)
    window.publish()
    assert len(read_records(window)) == 1
    told = window.send("/put-back", {"file": NOTICE, "kept": "audiopress.toml"})
    assert "no such file of this article is kept" in told.json["error"]["message"]


def test_a_name_that_another_article_is_known_by_is_not_taken(window):
    (window.folder / "articles/one.md").write_text(STORY, "utf-8")
    window.publish("articles/one.md")
    (window.folder / "articles/one.md").unlink()
    window.publish(NOTICE)
    told = replace(window, "x.md", OTHER.encode(), asked="yes")
    assert told["page"] != "/article?file=articles/one.md"
    assert len(read_records(window)) == 2


def test_the_page_on_files_names_where_a_former_file_is(window):
    (window.folder / "articles/news.d").mkdir()
    (window.folder / "articles/news.d/one.txt").write_text(f"Gala\n\n{SAID}\n", "utf-8")
    replace(window, "one.txt", f"Gala\n\n{SAID[:-1]}, at last.\n".encode(), asked="yes")
    replace(window, "one.txt", b"Gala\n\nNo.\n", "articles/news.d/one.txt", asked="yes")
    text = (ROOT / "docs/files.md").read_text("utf-8")
    (named,) = re.findall(r"^\| `(\.replaced/[^`]+)`", text, re.MULTILINE)
    words = {"FOLDER": r"[\w./-]+", "NAME": r"[\w-]+", "N.md": r"\d+\.\w+"}
    pattern = re.escape(named).replace(r"N\.md", "N.md")
    for word, meant in words.items():
        pattern = re.sub(rf"(?<![A-Z]){re.escape(word)}(?![A-Z])", lambda _, it=meant: it, pattern)
    kept = [path for path in (window.folder / ".replaced").rglob("*") if path.is_file()]
    assert len(kept) == 2
    for path in kept:
        assert re.fullmatch(pattern, path.relative_to(window.folder).as_posix())


def test_a_file_that_went_meanwhile_is_asked_about_with_what_looks_like_it(window):
    gone = "articles/gone.md"
    body = (window.folder / NOTICE).read_bytes().replace(b"300", b"345")
    (alike,) = replace(window, "gala.txt", body, gone)["alike"]
    assert alike["file"] == NOTICE
    (alike,) = replace(window, "gala.txt", (window.folder / NOTICE).read_bytes(), gone)["alike"]
    assert (alike["file"], alike["why"]) == (NOTICE, "the file is the same")
    told = replace(window, "boats.md", OTHER.encode(), gone)["error"]
    assert "there is no such article" in told["message"]
    assert list_files(window) == ["one.txt"]
