# ruff: noqa: E501, Q003 - written as documents write it
"""MDX: components leave their text."""

from __future__ import annotations

import pytest

from audiopress.model import Document, Reading
from audiopress.model.media_types import MDX
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

FERRY = "The ferry to the northern isles sails again on Monday, after nine weeks in the dock."


def read(text):
    found = extract(Document(uri="a.mdx", media_type=MDX, body=text.encode()), Reading())
    article, left_out = clean(found, Reading())
    return [one.text for one in article.blocks], [one.text for one in left_out]


CASES = [
    ('import Chart from "./chart"\n\n# The ferry\n\n<Chart data={[1, 2]} />\n\nIt sails.\n', ["The ferry", "It sails."], "<Chart data={[1, 2]} />"),
    ('# The ferry\n\n<Note type="info">\n\nIt sails.\n\n</Note>\n', ["The ferry", "It sails."], "</Note>"),
    ("# The ferry\n\nIt sails <Icon name={\"ship\"} /> on Monday.\n", ["The ferry", "It sails on Monday."], '<Icon name={"ship"} />'),
    ("# The ferry\n\nIt sails{' '}on {date}.\n\nSo it does.\n", ["The ferry", "It sails on .", "So it does."], "{date}"),
    ("# The ferry\n\n{/* for the editor */}\n\nIt sails.\n", ["The ferry", "It sails."], ""),
    ("# The ferry\n\n```js\nconst a = {b: <C />}\n```\n\nIt sails.\n", ["The ferry", "It sails."], "const a = {b: <C />}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "listed"), CASES)
def test_components_leave_their_text(text, said, listed):
    found, left_out = read(f"{text}\n{FERRY}\n")
    assert found == [*said, FERRY]
    assert not listed or any(listed in each for each in left_out)
