"""What looks like an article that is there is asked about, and nothing is published twice."""

import json
import os

import pytest

from audiopress.store.lock import lock_ledger
from tests.integration.studio.window import STORY, open_window
from tests.made_documents import make_docx, paragraph

FERRY = "articles/ferry.md"

OTHER = """# Boats for sale

Nothing of that story stands in this one, which is about boats that nobody has bought.

They lie at the quay of the old harbour, and rust there since the spring.
"""


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / FERRY).write_text(STORY, "utf-8")
        yield opened


def read_records(window):
    found = (json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json"))
    return [each for each in found if "slug" in each]


def list_files(window):
    return sorted(path.name for path in (window.folder / "articles").iterdir())


def paste(window, text, **fields):
    return window.send("/take/text", {"text": text, **fields}, **{"Audiopress-Form": "sent"}).json


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("ferry.txt", STORY, "the file is the same"),
        ("renamed.markdown", STORY, "the file is the same"),
        ("ferry.md", STORY.replace("two", "three"), "much of its text is the same"),
        ("late.md", STORY.replace("The ferry to", "Late for"), "much of its text is the same"),
        ("late.md", f"# THE FERRY to Skerry!\n\n{OTHER[17:]}", "it has the same headline"),
    ],
)
def test_what_looks_like_an_article_that_is_published_is_asked_about(window, name, text, why):
    window.publish(FERRY)
    (alike,) = window.drop(name, text.encode()).json["alike"]
    assert (alike["title"], alike["file"], alike["why"]) == ("The ferry to Skerry", FERRY, why)
    assert alike["state"].startswith("is made on this computer since ")
    assert list_files(window) == ["ferry.md"]


def test_what_waits_is_asked_about_too_and_another_article_is_not(window):
    (alike,) = paste(window, f"{STORY}\nIt will sail again.\n")["alike"]
    assert (alike["state"], alike["file"]) == ("waits to be published", FERRY)
    assert "page" in paste(window, OTHER)
    assert list_files(window) == ["boats-for-sale.md", "ferry.md"]


def test_a_correction_keeps_the_episode(window):
    window.publish(FERRY)
    (before,) = read_records(window)
    told = paste(window, STORY.replace("two", "three"), replaces=FERRY)
    assert told == {"page": f"/article?file={FERRY}"}
    assert window.publish()["words"] == "1 article made on this computer, 1 paragraph spoken"
    (after,) = read_records(window)
    assert (after["guid"], len(after["versions"])) == (before["guid"], 2)


def test_a_correction_of_another_kind_keeps_the_episode(window):
    window.publish(FERRY)
    (before,) = read_records(window)
    heading, *texts = STORY.replace("two", "three").strip("# \n").split("\n\n")
    document = make_docx(paragraph(heading, "Titel") + "".join(map(paragraph, texts)))
    assert window.drop("Ferry final.docx", document).json["alike"][0]["file"] == FERRY
    page = window.drop("Ferry final.docx", document, replaces=FERRY).json["page"]
    assert page == "/article?file=articles/ferry.docx"
    assert list_files(window) == ["ferry.docx"]
    assert "Publish the correction" in window.show("articles/ferry.docx")
    assert window.publish()["words"] == "1 article made on this computer, 1 paragraph spoken"
    (after,) = read_records(window)
    assert (after["guid"], len(after["versions"])) == (before["guid"], 2)


def test_two_articles_with_one_headline_are_two(window):
    window.publish(FERRY)
    text = f"# The ferry to Skerry\n\n{OTHER.partition(chr(10))[2]}"
    assert "alike" in paste(window, text)
    assert "page" in paste(window, text, another="yes")
    window.publish()
    assert len(read_records(window)) == 2


def test_a_file_that_comes_back_is_the_article_that_it_was(window):
    window.publish(FERRY)
    (window.folder / FERRY).unlink()
    assert window.drop("ferry.md", STORY.encode()).json == {"page": f"/article?file={FERRY}"}
    assert window.drop("ferry.md", STORY.encode()).json["have"]["file"] == FERRY


def test_of_many_with_one_headline_those_most_alike_are_named(window):
    for count in range(4):
        text = f"# The ferry to Skerry\n\nOf all days it was the {count}th that had no boat.\n"
        assert "page" in paste(window, text, another="yes")
    found = paste(window, STORY.replace("two", "three"))["alike"]
    assert len(found) == 3
    assert found[0]["file"] == FERRY


def test_two_that_were_published_at_once_are_both_named(window):
    """Nothing parts them: their headline is the same, and so is the moment."""
    for name, text in (("one", "No boat."), ("two", "No bus.")):
        (window.folder / f"articles/{name}.md").write_text(f"# Late\n\n{text}\n", "utf-8")
        os.utime(window.folder / f"articles/{name}.md", (1_700_000_000, 1_700_000_000))
    found = paste(window, "# Late\n\nNobody came.\n")["alike"]
    assert sorted(each["file"] for each in found) == ["articles/one.md", "articles/two.md"]


@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_what_cannot_be_read_is_kept_and_told_on_its_page(window, name):
    told = window.drop(name, b"nothing that is a document").json
    assert told["page"].endswith(name)


def test_a_page_is_the_same_by_its_address(window):
    head = '<link rel="canonical" href="https://skerry.example/ferry">'
    page = f"<html><head>{head}<title>One</title></head><body><article><h1>One</h1>"
    body = "<p>Nothing of all this is what another page of the same address has to say of it.</p>"
    assert "page" in window.drop("one.html", f"{page}{body}</article>".encode()).json
    other = page.replace("One", "Two").replace("skerry.example/ferry", "skerry.example/ferry/")
    text = "<p>On a wet morning the harbour master counted eleven boats, and wrote them down.</p>"
    (alike,) = window.drop("two.html", f"{other}{text}</article>".encode()).json["alike"]
    assert alike["why"] == "it has the same address"


def test_a_correction_waits_for_a_publishing_that_runs(window):
    with lock_ledger(window.folder / "ledger", window.folder / ".audiopress"):
        told = window.drop("a.txt", STORY.encode(), replaces=FERRY)
    assert "another audiopress is building here" in told.json["error"]["message"]
    assert list_files(window) == ["ferry.md"]


def test_a_headline_that_counts_anew_is_asked_about_until_it_is_a_series(window):
    texts = [
        OTHER.partition("\n")[2],
        STORY.partition("\n")[2],
        "\n\nNobody knows who they were.\n",
    ]
    first, second, third = (
        f"# The gala: {count} came\n{text}"
        for count, text in zip((200, 230, 260), texts, strict=True)
    )
    (window.folder / FERRY).unlink()
    assert "page" in paste(window, first)
    window.publish()
    (alike,) = paste(window, second)["alike"]
    assert alike["why"] == "its headline is the same but for a figure"
    assert "page" in paste(window, second, another="yes")
    assert "page" in paste(window, third)


def test_an_accent_makes_no_other_headline(window):
    assert "page" in paste(window, f"# Café at the quay\n{OTHER.partition(chr(10))[2]}")
    (alike,) = paste(window, "# CAFE at the quay!\n\nIt opens on Tuesday.\n")["alike"]
    assert alike["why"] == "it has the same headline"


@pytest.mark.parametrize("name", ["ferry.md", "renamed.md", "Ferry (final).MD"])
def test_a_file_that_is_there_byte_for_byte_is_told_and_not_kept(window, name):
    for published in (False, True):
        if published:
            window.publish(FERRY)
        have = window.drop(name, STORY.encode()).json["have"]
        assert (have["title"], have["file"]) == ("The ferry to Skerry", FERRY)
        assert have["page"] == f"/article?file={FERRY}"
        assert have["state"].startswith(
            "is made on this computer" if published else "waits to be published"
        )
        assert "have" in window.drop(name, STORY.encode(), replaces=FERRY).json
    assert list_files(window) == ["ferry.md"]
    assert not (window.folder / ".replaced").exists()


def test_the_same_bytes_of_another_kind_are_asked_about(window):
    (alike,) = window.drop("ferry.txt", STORY.encode()).json["alike"]
    assert alike["why"] == "the file is the same"
