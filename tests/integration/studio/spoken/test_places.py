"""Notes and tables that a script names are one click away, and so is the way back."""

import pytest
from lxml import html

from tests.integration.studio.window import open_window

MARKDOWN = """# The ferry

The boat left at ten past nine.[^1] Nobody was surprised, and the figures are in Table 1.

As the master said[^b], the boats were late again on Tuesday.

| Port | Boats |
| --- | --- |
| Brae | 3 |

Table 1: Boats by port.

[^1]: Says the harbour master.
[^b]: In a letter.
"""


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        yield opened


def list_links(page):
    """Return what each link within the script says, with the texts of both of its rows."""
    found = html.fromstring(page)
    rows = {row.get("id"): row for row in found.xpath('//*[starts-with(@id, "row")]')}
    texts = {name: row.xpath('string(.//p[@class="source"])') for name, row in rows.items()}
    return [
        (texts[name][:12], link.text, texts[link.get("href")[1:]][:12])
        for name, row in rows.items()
        for link in row.xpath(".//a[@data-place]")
    ]


def test_notes_and_tables_lead_to_their_place_and_back(window):
    (window.folder / "articles/ferry.md").write_text(MARKDOWN, "utf-8")
    assert set(list_links(window.show("articles/ferry.md"))) == {
        ("The boat lef", "note 1", "Says the har"),
        ("Says the har", "back to where note 1 is named", "The boat lef"),
        ("As the maste", "note b", "In a letter."),
        ("In a letter.", "back to where note b is named", "As the maste"),
        ("The boat lef", "Table 1", "Table 1: Boa"),
        ("Table 1: Boa", "back to where Table 1 is named", "The boat lef"),
    }


def test_a_page_of_html_has_them_as_well(window):
    page = (
        "<!doctype html><title>Ferry</title><article><h1>The ferry</h1><p>The boat left at ten "
        'past nine.<sup><a href="#fn1" id="r1">1</a></sup> Nobody was surprised by it at all.</p>'
        "<p>Another paragraph of the story that goes on for a while and tells of boats.</p>"
        '<ol><li id="fn1">Says the harbour master in a letter. <a href="#r1">↩</a></li></ol>'
        "</article>"
    )
    (window.folder / "articles/ferry.html").write_text(page, "utf-8")
    found = list_links(window.show("articles/ferry.html"))
    assert ("The boat lef", "note 1", "Says the har") in found


def test_a_text_without_notes_has_no_links(window):
    text = "# The ferry\n\nThe boat left.[1] It was 2026.\n\nChapter 1 was long, and so it went.\n"
    (window.folder / "articles/ferry.md").write_text(text, "utf-8")
    assert list_links(window.show("articles/ferry.md")) == []
