"""Appeals for money to the house, in the middle of its text."""

import pytest

from tests.unit.text_blocks import block, later, read, story

ASKED = [
    "You can help us tell more of these stories. Please consider a donation to us today.",
    "Independent journalism costs money. Help keep it free: become a member from 5 dollars.",
    "We depend on readers like you. Donate what you can.",
    "Two in a hundred who read us pay for it. If all gave a pound, we could go on. Give now.",
    "We have no owner and no paywall. If you can, chip in: every pound goes to our newsroom.",
    "Before you read on: we need your help. Please make a contribution, however small.",
]

TOLD = [
    "We gave 50 pounds to the church that year. Consider what that means to us.",
    "The council asked people to donate coats, and give what they could to the school.",
    "She became a member of the club in May, and we saw her there each week.",
    "The charity wants readers to donate blood; our hospitals have enough for two days.",
    "\u201cPlease donate to us,\u201d she said. \u201cGive now. We need it.\u201d",
    "Join the two ends of the rope, and give it a turn; our crews do it each day.",
    "Donate what you have to us, the strikers sang to the crowd.",
]


@pytest.mark.parametrize("text", ASKED)
def test_an_appeal_of_the_house_is_left_out(text):
    said, left_out = read(*story(), block(text), *later())
    assert text not in said
    assert left_out[text] == "donation"


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_of_gifts_is_spoken(text):
    assert text in read(*story(), block(text), *later())[0]


def test_a_text_about_a_collection_asks_for_it():
    asked = ASKED[2]
    others = [
        block("The lifeboat has lived on donations since it was built in 1911 by the town."),
        block("Most who donate are old, and have been pulled out of the water once."),
    ]
    assert asked in read(*story(), *others, block(asked), *later())[0]
    assert asked not in read(*story(), others[0], block(asked), *later())[0]


def test_a_text_does_not_open_with_an_appeal():
    asked = block(ASKED[2])
    assert asked.text in read(asked, *story(), *later())[0]
