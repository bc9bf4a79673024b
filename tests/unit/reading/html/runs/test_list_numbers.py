"""The numbers of ordered lists, as a reader sees them."""

from __future__ import annotations

import pytest

from tests.unit.ferry_page import HEAD, PARAGRAPHS, read

ITEMS = (
    "Check the rope of the boat before you leave the quay.",
    "Ring the bell of the boat twice, and then wait for an answer.",
    "See the first rule again when nobody has answered you.",
)
ITEM = "<li>{}</li><li>{}</li><li>{}</li>"

LISTS = {
    f"<ol>{ITEM}</ol>": ["1.", "2.", "3."],
    f"<ol start=3>{ITEM}</ol>": ["3.", "4.", "5."],
    f"<ol reversed>{ITEM}</ol>": ["3.", "2.", "1."],
    f"<ol reversed start=10>{ITEM}</ol>": ["10.", "9.", "8."],
    f"<ol type=a>{ITEM}</ol>": ["a.", "b.", "c."],
    f"<ol type=A start=26>{ITEM}</ol>": ["Z.", "AA.", "AB."],
    f"<ol type=i>{ITEM}</ol>": ["1.", "2.", "3."],
    f"<ol type=I start=4>{ITEM}</ol>": ["4.", "5.", "6."],
    "<ol><li value=7>{}</li><li>{}</li><li value=1>{}</li></ol>": ["7.", "8.", "1."],
    "<ol><li><p>{}</p><p>{}</p></li><li><p>{}</p></li></ol>": ["1.", "", "2."],
    "<ol><li>{}<ol type=a><li>{}</li></ol></li><li>{}</li></ol>": ["1.", "a.", "2."],
    "<ol><li>{}<ul><li>{}</li></ul></li><li>{}</li></ol>": ["1.", "", "2."],
    f"<ol style='list-style-type: lower-alpha'>{ITEM}</ol>": ["a.", "b.", "c."],
    f"<ol style='list-style: none'>{ITEM}</ol>": ["", "", ""],
    f"<ol class=list-none>{ITEM}</ol>": ["", "", ""],
    f"<ol role=list>{ITEM}</ol>": ["", "", ""],
    f"<ul>{ITEM}</ul>": ["", "", ""],
    "<ol><li>{}</li><li>2. {}</li><li>{}</li></ol>": ["1.", "", "3."],
    f"<ol start=x>{ITEM}</ol>": ["1.", "2.", "3."],
    f"<ol start=-1>{ITEM}</ol>": ["-1.", "0.", "1."],
}


@pytest.mark.parametrize("markup", LISTS)
def test_items_have_the_numbers_that_are_shown(markup: str) -> None:
    story = f"{PARAGRAPHS}{markup.format(*ITEMS)}{PARAGRAPHS.replace('first', 'last')}"
    article, _ = read(f"<h1>{HEAD}</h1>{story}")
    found = [block for block in article.blocks if block.text.endswith(ITEMS)]
    assert [block.number for block in found] == LISTS[markup]
    for block in found:
        assert block.selector is not None
        assert block.selector.exact == block.text


def test_a_long_list_is_counted_once() -> None:
    items = "".join(f"<li>The rope of the boat has {n} yards, they said." for n in range(3000))
    article, _ = read(f"<h1>{HEAD}</h1>{PARAGRAPHS}<ol>{items}</ol>")
    numbers = [block.number for block in article.blocks if block.number]
    assert numbers[:2] == ["1.", "2."]
