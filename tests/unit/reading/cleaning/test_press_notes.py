"""The end mark of a press release and what is below it for the press; stories keep their parts."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

TITLE = "Harbour Trust opens new quay"
FIRST = "The Harbour Trust opened its new quay on Friday, after two years of building."
SECOND = '"We are glad," said Ada Fenwick, who leads the trust. "It took a long time."'
NOTES = [
    "Notes to editors",
    "The Harbour Trust was founded in 1911 and runs four harbours in the northern isles.",
    "About Harbour Trust",
    "Harbour Trust keeps harbours. It employs 40 people.",
    "Contact: Tom Garrow, press@example.org, 01234 567890",
]

MARKS = """- ENDS -|ENDS|Ends|-30-|– 30 –|[ends]|/ends|~END~|# # #|###|FIN|***ENDS***
End of release|-End of press release-""".replace("\n", "|").split("|")


def read(kind: str, *lines: str) -> tuple[list[str], dict[str, str]]:
    """What is said below the headline of a story with these lines, and what is left out and why."""
    if kind == "html":
        inside = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, *lines))
        text, media_type = f"<article><h1>{TITLE}</h1>{inside}</article>", "text/html"
    else:
        text, media_type = "\n\n".join((TITLE, FIRST, SECOND, *lines)), "text/plain"
    document = Document(uri=f"a.{kind}", media_type=media_type, body=text.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [one.text for one in article.blocks][1:], {one.text: one.reason for one in left_out}


@pytest.mark.parametrize("kind", ["html", "txt"])
@pytest.mark.parametrize("mark", MARKS)
def test_the_mark_and_the_notes_are_left_out(kind: str, mark: str) -> None:
    said, left_out = read(kind, mark, *NOTES)
    assert said == [FIRST, SECOND]
    assert list(left_out.values()).count("end-mark") == 1
    assert {left_out[note] for note in NOTES} == {"press-notes"}


@pytest.mark.parametrize(
    "opener",
    [
        "Note to editors:",
        "Media contact:",
        "Press enquiries",
        "For further information, please contact:",
        "About the Harbour Trust",
        "Pressekontakt",
    ],
)
def test_the_notes_begin_with_any_of_their_headings(opener: str) -> None:
    lines = ["-ENDS-", opener, "Tom Garrow keeps the harbours. 01234 567890"]
    said, left_out = read("txt", *lines)
    assert said == [FIRST, SECOND]
    assert set(left_out) == set(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["###", "He slept for a day, and nobody knew where he was.", "###", "Then he woke up."],
        ["# # #", "Contact", "It was years before the shores spoke to each other again."],
        ["###", "Two went out.", "###", "About Tom", *("He was the last to see it.",) * 6],
        ["***", "About midnight", "About midnight the ferry sailed, and the lamps were lit."],
        ["-ENDS-", "The trust will open another quay in the spring, it said on Monday."],
        ['"End."', "It was all he said, and he went home in the rain.", "About Tom", "He slept."],
        ["“END”", "The word stood on the buffer in white letters.", "Notes", "It was a joke."],
        ["« Fin. »", "Nobody laughed, and the lamp went out in the end."],
        ["The End of the quay was in sight.", "Ends meet where the quay begins, they say."],
        ["Those in the office for more information were asked to wait until Monday."],
    ],
)
def test_a_story_that_goes_on_is_read(lines: list[str]) -> None:
    said, _left_out = read("txt", *lines)
    assert [line for line in lines if line[-1] == "."] == [s for s in said[2:] if s[-1] == "."]


def test_a_text_on_releases_keeps_its_section_on_notes() -> None:
    body = f"# {TITLE}\n\n{FIRST}\n\n{SECOND}\n\n## Notes to editors\n\nSay who is who.\n\n"
    body += "## Pictures\n\nAdd two of them.\n"
    document = Document(uri="a.md", media_type="text/markdown", body=body.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    assert "Say who is who." in [one.text for one in article.blocks]
    assert not left_out
