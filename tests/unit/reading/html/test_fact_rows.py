"""Facts of lists and tables are read a line each; figures and glossaries are not touched."""

from __future__ import annotations

import pytest

from audiopress.model import Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.formats.html import read_html

ABOVE = (
    "<p>The walk begins at the quay and goes along the wall to the old light on the rock.</p>"
    "<p>Two boats a day carry those who would rather not come back by the way they went.</p>"
    "<p>Nobody lives on the rock now, and the birds have the tower to themselves all year.</p>"
)
BELOW = (
    "<p>It is best walked in the morning, when the quay is empty and the tide is far out.</p>"
    "<p>Take bread along, for the only shop is shut from the end of summer until the spring.</p>"
)
FACTS = ["Distance: 4 km", "Price: 12 €", "Open: Mon-Fri 9-5"]


def read(html: str) -> list[str]:
    page = f"<html lang=en><body><article><h1>A walk</h1>{ABOVE}{html}</article></body></html>"
    cleaned, _ = clean(read_html(page, "https://walks.example/a/rock", Reading()), Reading())
    return [block.text for block in cleaned.blocks][4:]


def table(rows: list[tuple[str, str]]) -> str:
    lines = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in rows)
    return f"<table>{lines}</table>"


PAIRS = [(name, value) for name, _, value in (fact.partition(": ") for fact in FACTS)]


@pytest.mark.parametrize(
    "html",
    [
        "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in PAIRS) + "</dl>",
        "<dl>" + "".join(f"<dt>{name}:</dt><dd>{value}</dd>" for name, value in PAIRS) + "</dl>",
        table(PAIRS),
        "<p>" + "<br>".join(f"<b>{name}:</b> {value}" for name, value in PAIRS) + "</p>",
        "<p>" + "<br>\n".join(FACTS) + "</p>",
        "".join(f"<p>{fact}</p>" for fact in FACTS),
        "<ul>" + "".join(f"<li>{fact}</li>" for fact in FACTS) + "</ul>",
    ],
)
def test_each_fact_is_a_line(html: str) -> None:
    assert read(html + BELOW)[: len(FACTS)] == FACTS
    # and so it is at the end, below a heading of the story
    assert read(f"{BELOW}<h2>If you go</h2>{html}")[2:] == ["If you go", *FACTS]


def test_a_table_of_figures_is_none_of_facts() -> None:
    rows = "".join(f"<tr><td>{year}</td><td>{year % 7}</td></tr>" for year in range(2020, 2024))
    html = f"<table><tr><th>Year</th><th>Ships</th></tr>{rows}</table>"
    assert read(html + BELOW)[0].startswith("It is best walked")
    # nor are two that are compared
    assert read(table(PAIRS) + BELOW + table(PAIRS))[0].startswith("It is best walked")


def test_a_term_that_is_explained_stays_a_line_of_its_own() -> None:
    told = "A rope by which a boat is made fast to a ring in the wall of the quay, fore and aft."
    html = f"<dl><dt>Painter</dt><dd>{told}</dd><dt>Warp</dt><dd>{told}</dd></dl>"
    assert read(html + BELOW)[:2] == ["Painter", told]


def test_lines_that_are_no_facts_stay_one_paragraph() -> None:
    html = "<p>He said: go.<br>The boat was gone by then, and the tide with it.<br>So: no.</p>"
    assert len(read(html + BELOW)) == 3
