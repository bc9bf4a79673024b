"""Headings with nothing to head."""

from tests.unit.text_blocks import block, heading, later, read, story


def test_headings_that_are_a_list_by_themselves_stay():
    heads = [heading(f"Reason number {n} to cross") for n in range(6)]
    link = block("Buy a ticket", links=1.0, hints=("alone",))
    rows = [part for head in heads for part in (head, link)]
    said, left = read(*story(), *rows, heading("In the end"), *later())
    assert [head.text for head in heads if head.text in said] == [head.text for head in heads]
    said, left = read(*story(), *rows[:2], heading("In the end"), *later())
    assert left[heads[0].text] == "heading-of-nothing"


def test_the_first_of_several_headings_stays_above_the_story():
    first = heading("The towers", hints=("alone",))
    rest = [part for n, one in enumerate(later()) for part in (heading(f"Part {n}"), one)]
    assert first.text in read(first, *story(), *rest)[0]
    assert first.text not in read(first, *story(), *later())[0]
