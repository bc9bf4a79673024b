"""Where the box of a heading ends, and what of the story stands behind it."""

import pytest

from audiopress.model import Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.formats.html import read_html
from audiopress.reading.html.runs.text_runs import read_runs
from audiopress.reading.html.story.heading_boxes import find_past_boxes
from audiopress.reading.html.tree.page_tree import parse_page
from tests.unit.text_blocks import LATER, STORY

OPENING = [*STORY, *LATER[2:]]
CLOSING = [LATER[0], "All of them will be heard.", LATER[1]]
"""What a page has below its box: the second is shorter than a sentence of a story mostly is."""

BOXES = {
    "newsletter": '<div class="newsletter"><h4>Sign up to Morning Mail</h4>'
    "<p>Our top stories in your inbox every day at 7am.</p></div>",
    "unnamed": "<div><h3>Sign up for our newsletter</h3><p>One letter a week.</p></div>",
    "form": '<section><h3>Subscribe to our newsletter</h3><input type="email"></section>',
    "wrapped": "<div><div><h4>Sign up for our newsletter</h4></div><p>One letter a week.</p></div>",
    "bold": "<div><p><b>Sign up for our newsletter</b></p><p>One letter a week.</p></div>",
    "related": '<div><h3>Related stories</h3><p><a href="/b">Tunnel toll to rise</a></p></div>',
    "donation": "<section><h3>Support our journalism</h3><p>Give what you can.</p></section>",
}


def _speak(box):
    lines = "".join(f"<p>{line}</p>" for line in OPENING)
    rest = "".join(f"<p>{line}</p>" for line in CLOSING)
    page = (
        "<html lang=en><title>Harbour bridge reopens</title><body><article>"
        f"<h1>Harbour bridge reopens</h1>{lines}{box}{rest}</article></body></html>"
    )
    article = read_html(page, "https://example.org/a", Reading())
    return [one.text for one in clean(article, Reading())[0].blocks if one.level != 1]


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_story_goes_on_behind_the_element_of_a_box(box):
    assert _speak(box) == [*OPENING, *CLOSING]


def _list_past(body):
    tree = parse_page(f"<html><body><article>{body}</article></body></html>", "a.html")
    runs = read_runs(tree.find("body"), {}).runs
    return [runs[number].text for number in sorted(find_past_boxes(runs))]


def test_a_heading_without_an_element_of_its_own_goes_on():
    assert _list_past("<h2>Two towers</h2><p>One.</p><div><p>Two.</p></div>") == []
    assert _list_past("<div><h2>Two towers</h2></div><p>One.</p>") == []


def test_the_next_heading_begins_anew():
    box = "<div><h2>Letters</h2><p>One.</p></div>"
    assert _list_past(f"{box}<p>Two.</p><h2>More</h2><p>Three.</p>") == ["Two."]


def test_a_bold_line_in_a_box_opens_no_other():
    box = "<div><h2>Letters</h2><p><b>Free of charge</b></p></div>"
    assert _list_past(f"{box}<p>Two.</p>") == ["Two."]
