"""A block judged by what it says."""

import pytest

from tests.unit.text_blocks import block, later, read, story


def test_a_doubtful_line_the_extractor_chose_stays_without_a_link():
    line = "Learn more about the history of the bridge and why it was built so low."
    said, _ = read(*story(), block(line), later()[0])
    assert line in said
    _, left = read(*story(), block(line, links=0.5), later()[0])
    assert left[line] == "read-more"


@pytest.mark.parametrize(
    ("text", "links", "there"),
    [
        ("Tip: read our guide to ropes here!", 0.8, False),
        ("Explore the map of every crossing in the north.", 0.4, False),
        ("Take two spoons of flour and a cup of water.", 0.2, True),
        ("Read the small print, the judge told him.", 0.4, True),
        ("Watch the river rise and you know that winter has come.", 0.0, True),
    ],
)
def test_a_bid_to_follow_a_link_is_a_call(text, links, there):
    said, _ = read(*story(), block(text, links=links), *later())
    assert (text in said) is there
