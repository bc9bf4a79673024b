"""Captions and tables."""

from tests.unit.text_blocks import LATER, STORY, block, later, read, story


def test_a_typed_row_of_a_table_is_a_table():
    row = block("| Rope | Length | Strands | Price | Maker |")
    assert read(*story(), row, *later()) == ([*STORY, *LATER], {row.text: "table"})
    assert row.text in read(*story(), row, *later(), tables=True)[0]
    assert "Ropes | knots" in read(*story(), block("Ropes | knots"), *later())[0]
