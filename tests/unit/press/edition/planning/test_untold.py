"""Why an article of which nothing is left to speak is refused."""

from __future__ import annotations

import pytest

from audiopress.identity import identify
from audiopress.model import Article, Script
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
