"""The standfirst that a file's front matter has: it stands on the page, so it is spoken."""

import pytest

from audiopress.model import Article, Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

LEAD = "The long wait is over, and nobody knows what comes next."
STORY = "The first paragraph of the article is here, and it is long enough to be one."


def read(body: str, name: str = "boat.md") -> Article:
    kind = "text/markdown" if name.endswith("md") else "text/plain"
    document = Document(uri=f"file:{name}", media_type=kind, body=body.encode())
    return clean(extract(document, Reading()), Reading())[0]


def said(body: str, name: str = "boat.md") -> list[tuple[str, bool]]:
    return [(block.text, "standfirst" in block.hints) for block in read(body, name).blocks]


@pytest.mark.parametrize("key", ["standfirst", "subtitle", "dek", "deck", "lede", "Standfirst"])
@pytest.mark.parametrize("name", ["boat.md", "boat.txt"])
def test_it_is_spoken_first(key: str, name: str) -> None:
    body = f"---\ntitle: A boat\n{key}: {LEAD}\n---\n\n{STORY}\n"
    assert said(body, name) == [(LEAD, True), (STORY, False)]


def test_it_stands_below_a_headline_in_the_text() -> None:
    found = said(f"---\nstandfirst: {LEAD}\n---\n# A boat\n\n{STORY}\n")
    assert found == [("A boat", False), (LEAD, True), (STORY, False)]


@pytest.mark.parametrize("key", ["description", "summary", "excerpt"])
def test_what_is_for_lists_alone_is_not(key: str) -> None:
    assert said(f"---\ntitle: A boat\n{key}: {LEAD}\n---\n\n{STORY}\n") == [(STORY, False)]


def test_the_standfirst_counts_before_the_description() -> None:
    article = read(f"---\ndescription: For lists.\nstandfirst: {LEAD}\n---\n{STORY}\n")
    assert article.standfirst == LEAD
    assert article.blocks[0].text == LEAD


def test_a_text_that_begins_with_it_is_not_given_it_twice() -> None:
    body = f"---\ntitle: A boat\nstandfirst: {LEAD}\n---\n# A boat\n\n*{LEAD}*\n\n{STORY}\n"
    assert [text for text, _ in said(body)] == ["A boat", LEAD, STORY]


def test_what_is_not_spoken_keeps_its_place() -> None:
    body = f"---\nstandfirst: {LEAD}\n---\n# A boat\n\n{STORY}\n\n<script>x</script>\n\nEnd.\n"
    document = Document(uri="file:a.md", media_type="text/markdown", body=body.encode())
    plain = Document(
        uri="file:a.md", media_type="text/markdown", body=body.split("---\n")[2].encode()
    )
    moved, before = (extract(one, Reading()).passed_over for one in (document, plain))
    assert [one.before for one in moved] == [one.before + 1 for one in before]


ENGLISH = "The council said that the old bridge will be closed while workers repair the walls."
GERMAN = "Der Rat sagte, dass die alte Brücke gesperrt wird, während die Mauern erneuert werden."


@pytest.mark.parametrize(
    ("tag", "text", "noted"),
    [
        ("de", ENGLISH, "looks like English; if it is that, write `language: en`"),
        ("en-GB", GERMAN, "looks like German"),
        ("de", GERMAN, ""),
        ("en", ENGLISH, ""),
        # Two words may be a name, and a small part is a quotation.
        ("de", "The Guardian", ""),
        ("de", f"{GERMAN} {GERMAN} {GERMAN} {ENGLISH}", ""),
    ],
)
@pytest.mark.parametrize("name", ["boat.md", "boat.txt"])
def test_a_language_that_the_text_does_not_look_like_is_noted_and_believed(
    tag: str, text: str, noted: str, name: str
) -> None:
    article = read(f"---\nlanguage: {tag}\n---\n{text}\n", name)
    assert article.language == tag
    assert noted in article.notes[0] if noted else article.notes == ()
