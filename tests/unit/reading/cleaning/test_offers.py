"""Boxes for offers, what a button stands under, lists of what is promised."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story

OFFER = ("offer", "voted")


def test_what_lies_in_a_box_for_offers_is_left_out():
    head = heading("Turn your terrace into a harbour", hints=OFFER)
    line = block("A course of nine evenings shows how ropes are laid by hand.", hints=OFFER)
    said, why = read(*story(), head, line, *later())
    assert said == [*STORY, *LATER]
    assert why == {head.text: "promotion", line.text: "promotion"}


def test_a_page_whose_story_lies_in_such_boxes_is_read():
    boxed = [block(line, hints=OFFER) for line in LATER]
    said, _ = read(*story(), *boxed)
    assert said == [*STORY, *LATER]


@pytest.mark.parametrize(
    ("line", "button", "there"),
    [
        ("Learn how to splice your own ropes at home", "Learn more", False),
        ("Learn how to splice your own ropes at home", "", True),
        ("Learned hands splice the ropes of the harbour", "Learn more", True),
        ("Start your free crossing, the ferryman said.", "Learn more", True),
    ],
)
def test_a_line_that_bids_what_the_button_below_does_is_a_call(line, button, there):
    pressed = [block(button, links=1.0, hints=("alone",))] if button else []
    said, _ = read(*story(), block(line), *pressed, *later())
    assert (line in said) is there


def test_a_call_owns_the_list_of_what_it_promises():
    call = block("Sign up to our newsletter and get:")
    gifts = [item("A map of the crossings"), item("Nine knots")]
    said, why = read(*story(), call, *gifts, *later())
    assert said == [*STORY, *LATER]
    assert {why[gift.text] for gift in gifts} == {"newsletter"}
    plain = block("The council set aside money for:")
    said, _ = read(*story(), plain, *gifts, *later())
    assert [plain.text, *(gift.text for gift in gifts)] == said[4:7]
