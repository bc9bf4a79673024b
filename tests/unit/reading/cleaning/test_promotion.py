"""What bids, names and leads: links in a story, boxes, bids of a publisher."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story


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


def test_a_linked_line_that_names_a_thing_on_another_site_stays():
    name = block("Northern Rope Works Model Nine", links=1.0, hints=("leads-out", "voted"))
    button = block("Check price at Rope Works", links=1.0, hints=("leads-out", "voted"))
    own = block("Ten ropes that we like", links=1.0)
    said, _ = read(*story(), name, button, own, *later())
    assert said == [*STORY, name.text, *LATER]


def test_items_that_begin_with_links_to_other_sites_are_the_storys():
    hints = ("leads-out", "opens-with-link", "voted")
    items = [
        item(f"Rope {n} is made of hemp and lasts for years.", links=0.2, hints=hints)
        for n in range(3)
    ]
    said, _ = read(*story(), *items, *later())
    assert items[0].text in said
    own = [
        item(f"Rope {n} is made of hemp and lasts for years.", links=0.2, hints=hints[1:])
        for n in range(3)
    ]
    said, _ = read(*story(), *own, *later())
    assert own[0].text not in said


def test_a_bid_to_turn_to_the_publisher_by_name_is_promotion():
    uri = "https://www.bridgeways.example/a"
    bid = "Unsure which way to cross? Contact Bridgeways for a plan that suits you."
    plain = "Unsure which way to cross? Contact Portsmouth for a plan that suits you."
    said, _ = read(*story(), block(bid), block(plain), *later(), uri=uri)
    assert bid not in said
    assert plain in said


def test_a_heading_as_long_as_a_sentence_that_sells_is_promotion():
    cry = heading("Make the most of your crossing today: find the plan that suits you!")
    plain = heading("Make or break: how two towns fell out over one bridge and a tax")
    said, _ = read(*story(), cry, plain, *later())
    assert cry.text not in said
    assert plain.text in said


def test_a_box_that_nobody_chose_between_parts_of_the_story_is_left_out():
    card = heading("Another bridge in another town was closed", hints=("alone",))
    blurb = block("It may be years before the old one opens again, they fear.", hints=("alone",))
    said, _ = read(*story(), card, blurb, *later())
    assert said == [*STORY, *LATER]
    asked = heading("Will the other bridge be closed too?", hints=("alone",))
    said, _ = read(*story(), asked, blurb, *later())
    assert {asked.text, blurb.text} <= set(said)


def test_short_lines_head_sentences_below_a_picture():
    lines = ["The towers", "The cables", "The railings", "The road"]
    picture = block("The bridge at dawn", "caption", hints=("alone",))
    rows = [[block(line, hints=("alone",)), picture, later()[n]] for n, line in enumerate(lines)]
    said, _ = read(*story(), *(part for row in rows for part in row))
    assert set(lines) <= set(said)
