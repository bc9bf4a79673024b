"""Why an article of which nothing is left to speak is refused."""

from __future__ import annotations

import pytest

from audiopress.identity import identify
from audiopress.model import Article, Script, Utterance
from audiopress.press.edition.planning.untold import describe_untold
from audiopress.press.steps.read import Manuscript

SLIP = "`titel` is not read; did you mean `title`?"


@pytest.mark.parametrize("notes", [(SLIP,), ("front matter that is not read: `x`", SLIP), ()])
def test_a_slip_in_its_front_matter_is_named(notes: tuple[str, ...]) -> None:
    uri = "two.md"
    item = Manuscript(
        identity=identify(uri, canonical=None, declared_id=None, hosts=()),
        uri=uri,
        former="",
        digest="",
        article=Article(uri=uri, title="Two", blocks=(), notes=notes),
        script=Script(utterances=()),
    )
    error = describe_untold(item)
    assert error
    assert (SLIP in error.hint) == (SLIP in notes)
    assert "`x`" not in error.hint
    assert "write a paragraph" in error.hint


@pytest.mark.parametrize(
    ("words", "broken", "refused"), [(9, True, True), (90, True, False), (9, False, False)]
)
def test_a_line_or_two_of_a_page_that_breaks_off_are_no_article(
    words: int, broken: bool, refused: bool
) -> None:
    text = "bridge " * words
    line = Utterance(
        role="body", source=text, spoken=text, language="en", voice="joe", pause=0, paragraph=0
    )
    item = Manuscript(
        identity=identify("two.html", canonical=None, declared_id=None, hosts=()),
        uri="two.html",
        former="",
        digest="",
        article=Article(uri="two.html", title="Two", blocks=(), broken_off=broken),
        script=Script(utterances=(line,)),
    )
    error = describe_untold(item)
    assert (error is not None) == refused
    if error:
        assert "breaks off" in error.message
        assert "9 words" in error.message
        assert "save it again" in error.hint
