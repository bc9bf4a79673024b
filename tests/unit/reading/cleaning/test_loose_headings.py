"""Headings with nothing to head."""

from audiopress.model import Article, Reading
from audiopress.reading.cleaning.pipeline import clean
from tests.unit.text_blocks import TITLE, block, heading, later, read, story


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


def test_a_heading_that_the_page_describes_itself_by_is_the_standfirst():
    lead = heading("Two years of repairs end with a ride on the first tram", hints=("alone",))
    tools = block("Print", links=1.0, hints=("alone",))

    def list_spoken(standfirst):
        article = Article(
            uri="https://bridgeways.example/a",
            title=TITLE.text,
            language="en",
            standfirst=standfirst,
            blocks=(TITLE, lead, tools, *story()),
        )
        return clean(article, Reading())[0].blocks[1:]

    first = list_spoken("Two years of repairs end with a ride on the first tram.")[0]
    assert (first.text, "standfirst" in first.hints) == (lead.text, True)
    assert lead.text not in [each.text for each in list_spoken("All about the harbour")]


def test_a_heading_with_the_number_of_a_section_stays_above_the_story():
    for title, name in (("2. Ropes", "2.1. Laying them"), ("3.13 Knots", "3.13.1 Binding")):
        said, _ = read(heading(title, level=1), heading(name, hints=("alone",)), *story())
        assert name in said
    title = heading("2. Ropes", level=1)
    # without the number of a neighbour: a rating, a time, a day
    for name in ("Local news", "2.5 miles from here", "2024", "4.8 Rating", "12.30 GMT"):
        said, _ = read(title, heading(name, hints=("alone",)), *story())
        assert name not in said
