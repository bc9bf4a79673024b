"""Marks of notes as wikis and exporters write them, in every format; and what looks alike."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.inline_parts import split_inline_parts

BEFORE, AFTER = "The boat that brought Tom home on Friday carried a cat.", "He slept for a day."
LAST = "Then he walked to the quay and looked at the sea for an hour, and nobody spoke."

MARKS = [
    "[[#cite_note-1|[1]]]",
    "[[#_ftn1|[1]]]",
    "[[#fn1|1]]",
    "[[Notes#n1|^1]]",
    "[[1]](#fn1)",
    "[1](#fn1)",
    "[[note 1]](#cite_note-2)",
    r"[\[1\]](#cite_note-1)",
    r"[\[a\]](#cite_note-a)",
    "[^1](#fn1)",
    "^[1](#fn1)^",
    r"^[\[1\]](#fn1)^",
    "^[1]^",
    r"^\[1\]^",
    "^1^",
    r"\[1\]",
    r"\[^1\]",
    "[1]_",
    "[#]_",
    "[#name]_",
    "[*]_",
    "[fn:1]",
    "[fn:: An inline note.]",
    "((An inline note of a wiki.))",
    "footnote:[An inline note of AsciiDoc.]",
    "footnote:id1[An inline note.]",
    r"\footnote{A note of LaTeX.}",
    r"\cite{smith2009}",
    r"\ref{fig:quay}",
    r"\eqref{eq:1}",
    r"\label{sec:quay}",
    "[[@smith2009]]",
    "[¹](#fn1)",
    "[†](#fn1)",
    "[(1)](#fn1)",
    "[1](https://example.org/source)",
    "[[i]](#_edn1)",
    "[↩](#fnref1)",
    "[↑](#cite_ref-1)",
]
ONLY_MARKDOWN = ["<ref>Smith, p. 3.</ref>", '<ref name="smith" />', "[<sup>1</sup>](#fn1)"]
ONLY_MARKDOWN += ["<sup>[1](#fn1)</sup>", "[[2]][note2]"]

SPOKEN = [
    ("[The quay](#quay) is old.", "The quay is old."),
    ("He wrote [chapter 3](#note-three) of it.", "He wrote chapter 3 of it."),
    ("It is [1](https://example.org/one) of three.", "It is 1 of three."),
    ("He told ((a + b)) nothing.", "He told ((a + b)) nothing."),
]


def read(kind: str, paragraph: str) -> tuple[str, list[str]]:
    """What is said of a paragraph of a story, and the reasons for what is not."""
    types = {"md": "text/markdown", "txt": "text/plain", "html": "text/html"}
    text = {
        "md": f"# The last keeper\n\n{paragraph}\n\n{LAST}\n\n[note2]: #n2\n",
        "txt": f"The last keeper\n\n{paragraph}\n\n{LAST}\n",
        "html": f"<h1>The last keeper</h1><p>{paragraph}</p><p>{LAST}</p>",
    }[kind]
    document = Document(uri=f"a.{kind}", media_type=types[kind], body=text.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return article.blocks[1].text, [left.reason for left in left_out]


@pytest.mark.parametrize("kind", ["html", "md", "txt"])
@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_left_out_in_every_format(mark: str, kind: str) -> None:
    said, reasons = read(kind, f"{BEFORE}{mark} {AFTER}")
    assert said == f"{BEFORE} {AFTER}"
    assert set(reasons) & {"note-mark", "footnote"}


@pytest.mark.parametrize("mark", ONLY_MARKDOWN)
def test_a_mark_in_tags_is_left_out_of_markdown(mark: str) -> None:
    said, reasons = read("md", f"{BEFORE}{mark} {AFTER}")
    assert said == f"{BEFORE} {AFTER}"
    assert set(reasons) & {"note-mark", "footnote"}


@pytest.mark.parametrize(("written", "said"), SPOKEN)
def test_a_link_that_says_something_is_read(written: str, said: str) -> None:
    assert read("md", written)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "A power: 10<sup>9</sup> grains, 40 m^2^ and x^2^.",
        "In Python you write \\footnote{text} in a variable.",
        "They met [in 1911](a place) by day.",
        "She wrote ref and sup in the margin < 3 times.",
    ],
)
def test_what_looks_alike_stays(text: str) -> None:
    assert split_inline_parts(text) == (text, ())
