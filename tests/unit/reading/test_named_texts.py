"""Lines that a person names by their words are spoken, or not, in an article of any kind."""

import pytest

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.named_texts import is_named_text, list_selectors

SIGN_UP = "Sign up to our newsletter"
STORY = "The boat left at ten past nine on Tuesday, and nobody was surprised by that."
MARKDOWN = f"# The ferry\n\n{STORY}\n\n{SIGN_UP}\n\nAll of them came home before the storm did.\n"
BOX = f"""<html lang="en"><body><article><h1>The ferry</h1>{f"<p>{STORY}</p>" * 3}
<div class="related"><h3>Related stories</h3><ul><li><a href="/b">The bus was late too, and so was
the tram.</a></li></ul></div><p>{STORY}</p></article></body></html>"""


def read(body, media_type="text/markdown", **named):
    reading = Reading(**named)
    document = Document(uri="a", media_type=media_type, body=body.encode())
    article, left_out = clean(extract(document, reading), reading)
    return [block.text for block in article.blocks], {one.text: one.reason for one in left_out}


def test_a_line_is_kept_by_its_words():
    assert SIGN_UP in read(MARKDOWN)[1]
    spoken, left_out = read(MARKDOWN, keep=("text:sign up to our Newsletter!",))
    assert SIGN_UP in spoken
    assert SIGN_UP not in left_out


def test_a_line_is_dropped_by_its_words():
    assert STORY in read(MARKDOWN)[0]
    spoken, left_out = read(MARKDOWN, drop=(f"text:{STORY}",))
    assert STORY not in spoken
    assert left_out[STORY] == "dropped-by-config"


def test_what_stands_around_it_does_not_count():
    linked = "The bus was late too, and so was the tram."
    assert linked in read(BOX, "text/html")[1]
    assert linked in read(BOX, "text/html", keep=(f"text:{linked}",))[0]


def test_a_part_of_a_line_names_none():
    assert SIGN_UP in read(MARKDOWN, keep=("text:Sign up",))[1]


def test_a_selector_beside_it_is_still_one():
    assert list_selectors(("p.note", "text:p.note")) == ("p.note",)
    spoken, _ = read(BOX, "text/html", drop=("h1 ~ p", "text:nothing of the kind"))
    assert STORY not in spoken


@pytest.mark.parametrize(
    ("entry", "named"), [("text:Boats", True), ("text: *", False), ("p", False)]
)
def test_words_are_needed(entry, named):
    assert is_named_text(entry) is named
