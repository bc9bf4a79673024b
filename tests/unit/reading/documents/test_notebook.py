# ruff: noqa: E501 - written as documents write it
"""Notebooks: their text is said, their code and what it printed is listed."""

from __future__ import annotations

import json

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Document, Reading
from audiopress.model.media_types import NOTEBOOK
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FERRY = "The ferry to the northern isles sails again on Monday, after nine weeks in the dock."


def read(notebook):
    body = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
    found = extract(Document(uri="a.ipynb", media_type=NOTEBOOK, body=body), Reading())
    article, left_out = clean(found, Reading())
    return (
        article,
        [one.text for one in article.blocks],
        [(one.reason, one.text) for one in left_out],
    )


def md(*lines):
    return {"cell_type": "markdown", "source": list(lines)}


def code(source, printed=""):
    return {"cell_type": "code", "source": source, "outputs": [{"text": [printed]}]}


SHAPES = [
    {"cells": [md("# The ferry\n", "\n", FERRY), code("sail()", "sailing")]},
    {"worksheets": [{"cells": [{"cell_type": "heading", "level": 1, "source": "The ferry"}, md(FERRY), {"cell_type": "code", "input": "sail()", "outputs": [{"text": "sailing"}]}]}]},
    {"cells": [md("# The ferry"), md(FERRY), code("print('```')\nsail()", "sailing")]},
]  # fmt: skip


@pytest.mark.parametrize("notebook", SHAPES)
def test_text_is_said_and_code_is_listed(notebook):
    article, said, left_out = read(notebook)
    assert article.title == "The ferry"
    assert said == ["The ferry", FERRY]
    assert [reason for reason, _ in left_out] == ["code", "code"]
    assert "sail()" in left_out[0][1]


def test_a_listing_that_a_cell_leaves_open_ends_with_it():
    _, said, _ = read({"cells": [md("# The ferry\n\n```\nsail()"), md(FERRY)]})
    assert said == ["The ferry", FERRY]


def test_what_a_notebook_says_of_itself():
    about = {"title": "The ferry", "authors": [{"name": "Ada Fenwick"}], "date": "2024-05-03"}
    article, _, _ = read({"metadata": about, "cells": [md(FERRY), md(FERRY + " So it is.")]})
    assert (article.title, article.byline, str(article.published)[:10]) == (
        "The ferry",
        "Ada Fenwick",
        "2024-05-03",
    )


@pytest.mark.parametrize("body", [b"{", b"[]", b"{}", b'{"cells": []}', b'{"cells": "none"}'])
def test_what_is_no_notebook_says_so(body):
    with pytest.raises(ReadingError) as caught:
        read(body)
    assert "Jupyter" in caught.value.hint
