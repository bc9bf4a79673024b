"""Short lines that are headings where there are several."""

from tests.unit.text_blocks import block, later, read, story


def test_short_lines_above_sentences_are_headings_where_there_are_several():
    lines = ["The towers", "The cables", "The railings", "The road"]
    rows = [[block(line, hints=("alone",)), later()[n]] for n, line in enumerate(lines)]
    said, _ = read(*story(), *(part for row in rows for part in row))
    assert set(lines) <= set(said)
    said, left = read(*story(), *rows[0])
    assert left["The towers"] == "outside-the-story"


def test_short_lines_head_sentences_below_a_picture():
    lines = ["The towers", "The cables", "The railings", "The road"]
    picture = block("The bridge at dawn", "caption", hints=("alone",))
    rows = [[block(line, hints=("alone",)), picture, later()[n]] for n, line in enumerate(lines)]
    said, _ = read(*story(), *(part for row in rows for part in row))
    assert set(lines) <= set(said)
