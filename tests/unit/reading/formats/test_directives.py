"""Directives and roles of reStructuredText and MyST, and names of paragraphs, in Markdown."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

LAST = "Then he walked to the quay, and nobody spoke."


def read(text: str) -> tuple[list[str], set[str]]:
    """What is said between a headline and a last line, and the reasons for what is not."""
    body = f"# The keeper\n\n{text}\n\n{LAST}\n".encode()
    document = Document(uri="a.md", media_type="text/markdown", body=body)
    article, left_out = clean(extract(document, Reading()), Reading())
    said = [f"{one.number} {one.text}".strip() for one in article.blocks]
    assert (said[0], said[-1]) == ("The keeper", LAST)
    return said[1:-1], {left.reason for left in left_out}


@pytest.mark.parametrize(
    ("written", "said", "reasons"),
    [
        ("The ferry came. ^block-id", ["The ferry came."], {"template-code"}),
        ("- It came. ^a1b2c3", ["It came."], {"template-code"}),
        (".. note::\n\n   It is late.", ["It is late."], {"template-code"}),
        (".. tip::\n\n    It is late.", ["It is late."], {"template-code"}),
        (".. warning:: The sea\n   is high.", ["The sea is high."], {"template-code"}),
        (".. admonition:: Mind\n\n   It is high.", ["Mind", "It is high."], {"template-code"}),
        (".. note::\n   :class: big\n\n   It is late.", ["It is late."], {"template-code"}),
        (".. image:: ferry.png\n   :alt: A ferry", [], {"picture"}),
        (".. code-block:: python\n\n   print(1)", [], {"code"}),
        (".. toctree::\n   :maxdepth: 2\n\n   one\n   two", [], {"template-code"}),
        (".. _quay-label:\n\nIt is late.", ["It is late."], {"template-code"}),
        ("```{note}\nIt is late.\n```", ["It is late."], {"template-code"}),
        ("```{admonition} Mind it\n:class: tip\nIt is high.\n```", ["Mind it", "It is high."],
         {"template-code"}),
        (":::{note}\nIt is late.\n:::", ["It is late."], {"template-code"}),
        ("He saw :ref:`the quay <quay>`.", ["He saw the quay."], set()),
        ("He saw {term}`lamp` and {doc}`~a/b`.", ["He saw lamp and a/b."], set()),
        ("It is known.{cite}`smith2009` It is old.", ["It is known. It is old."], {"note-mark"}),
        (" <ol start=3><li>Third.</li><li>Fourth.</li></ol>", ["3. Third.", "4. Fourth."], set()),
        ("<ol><li><p>One.</p><p>It.</p></li><li>Two.</li></ol>", ["1. One.", "It.", "2. Two."],
         set()),
    ],
)  # fmt: skip
def test_marks_are_left_out_and_words_are_read(
    written: str, said: list[str], reasons: set[str]
) -> None:
    assert read(written) == (said, reasons)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("He wrote 5 ^2", ["He wrote 5 ^2"]),
        ("He waited .. and note:: was all.", ["He waited .. and note:: was all."]),
        ("At noon: `quay` was lit.", ["At noon: quay was lit."]),
    ],
)
def test_what_looks_alike_is_read(written: str, said: list[str]) -> None:
    assert read(written) == (said, set())


def test_a_listing_shows_a_directive_as_it_is() -> None:
    said, reasons = read("```rst\n.. note::\n\n   It is late.\n```")
    assert (said, reasons) == ([], {"code"})
