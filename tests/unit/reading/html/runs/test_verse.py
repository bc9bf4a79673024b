"""What stands in <pre> and is no code is read."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read

VERSE = [
    "<pre>The sea is wide,\nthe boat is small,\nAnd I am old,\nand that is all.</pre>",
    "<pre class=verse>the sea is wide\nthe boat is small\nand no one can row it home.</pre>",
    "<pre>The sea is wide\nthe boat is small,\nand I am old\nand that is all.</pre>",
    "<pre class=wp-block-verse>the sea is wide and the boat\nis small, and nobody rows it.</pre>",
    "<pre>\n  O boat, my boat!\n  Where will you go?\n\n  The sea is wide.</pre>",
    "<pre>dear Tom, the boat is lost, and I am well, and so is\nthe dog, who was with me.</pre>",
    "<pre>Море широко,\nа лодка мала.</pre>",
]

CODE = [
    "<pre>make install\nmake clean</pre>",
    "<pre>x = 1\nY = 2</pre>",
    "<pre><code>The sea is wide\nThe boat is small</code></pre>",
    "<pre>SELECT name FROM boats\nWHERE age &gt; 12;</pre>",
    "<pre>Name     Age\nTom      12</pre>",
    "<pre>$ ls\nBoats\nSails</pre>",
    "<pre>Usage: boat\n  --help  Show it</pre>",
    "<pre>boat.sail()\nBoat.home()</pre>",
]


@pytest.mark.parametrize("pre", VERSE)
def test_a_poem_or_a_letter_is_read(pre: str) -> None:
    assert "code" not in {why for _text, why in read(pre)[1]}
    assert len(read(pre)[0]) > len(read("")[0])


@pytest.mark.parametrize("pre", CODE)
def test_a_listing_is_not(pre: str) -> None:
    assert [why for _text, why in read(pre)[1]] == ["code"]
    assert read(pre)[0] == read("")[0]
