# ruff: noqa: E501 - written as documents write it
"""reStructuredText: what Sphinx and docutils know is said or listed, nothing is included."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.model.media_types import RST
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FERRY = "The ferry to the northern isles sails again on Monday, after nine weeks in the dock."


def read(text):
    found = extract(Document(uri="a.rst", media_type=RST, body=text.encode()), Reading())
    article, left_out = clean(found, Reading())
    return (
        article,
        [one.text for one in article.blocks],
        [(one.reason, one.text) for one in left_out],
    )


def test_headings_and_fields():
    article, said, _ = read(
        f"The ferry\n=========\n\n:Author: Ada Fenwick\n:Date: 2024-05-03\n\n{FERRY}\n\nCrew\n----\n\nGlad to go.\n"
    )
    assert (article.title, article.byline, str(article.published)[:10]) == (
        "The ferry",
        "Ada Fenwick",
        "2024-05-03",
    )
    assert said[:2] == ["The ferry", FERRY]


ROLES = [
    ("See :ref:`the dock <dock>` for more of it.", "See the dock for more of it."),
    ("Call :func:`~harbour.ferry.sail` at once, it says.", "Call sail at once, it says."),
    ("It is :doc:`here </dock>` that she lies, they say.", "It is here that she lies, they say."),
    ("So says :pep:`8` and nobody else, as we know.", "So says 8 and nobody else, as we know."),
    ("It was :py:class:`Ferry` who said it to us.", "It was Ferry who said it to us."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ROLES)
def test_roles_are_the_words_that_they_show(text, said):
    assert read(f"The ferry\n=========\n\n{text}\n\n{FERRY}\n")[1] == ["The ferry", said, FERRY]


LISTED = [
    ("code", ".. code-block:: python\n\n   sail()\n", "sail()"),
    ("code", ".. automodule:: harbour\n   :members:\n", "automodule"),
    ("code", ".. toctree::\n\n   dock\n   crew\n", "toctree"),
    ("comment", ".. for the editor\n", "for the editor"),
    ("footnote", "So it is [1]_, they say of it.\n\n.. [1] As the company says.\n", "As the company says."),
    ("picture", ".. image:: a.png\n   :alt: A ferry at sea\n", "A ferry at sea"),
    ("contents", ".. contents:: In this text\n\nCrew\n----\n\nGlad to go, all of them.\n", "In this text"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "part"), LISTED)
def test_what_is_no_running_text_is_listed(reason, text, part):
    _, said, left_out = read(f"The ferry\n=========\n\n{FERRY}\n\n{text}\n")
    assert any(why == reason and part in listed for why, listed in left_out)
    assert not any(part in line for line in said)


@pytest.mark.parametrize("name", ["note", "versionadded", "seealso", "dropdown", "admonition"])
def test_the_text_of_a_box_is_said(name):
    argument = (
        "2.0" if name == "versionadded" else "Mind" if name in ("dropdown", "admonition") else ""
    )
    box = f".. {name}:: {argument}\n\n   The gangway is steep and wet in the rain.\n"
    assert (
        "The gangway is steep and wet in the rain."
        in read(f"The ferry\n=========\n\n{FERRY}\n\n{box}")[1]
    )


def test_no_file_is_included(tmp_path):
    (tmp_path / "secret.txt").write_text("a secret", "utf-8")
    text = f"The ferry\n=========\n\n{FERRY}\n\n.. include:: {tmp_path / 'secret.txt'}\n\n.. raw:: html\n   :file: {tmp_path / 'secret.txt'}\n"
    _, said, left_out = read(text)
    assert not any("a secret" in each for each in [*said, *(listed for _, listed in left_out)])
