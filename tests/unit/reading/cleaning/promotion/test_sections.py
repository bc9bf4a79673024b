"""Sections that speak for the publisher."""

from tests.unit.text_blocks import LATER, STORY, block, heading, later, read, story

BRIDGEWAYS = "https://www.bridgeways.example/a"


def test_the_last_section_that_asks_for_custom_is_left_out():
    offer = block(
        "Our team repairs roofs of every kind. Contact us for a quote before your roof leaks.",
        links=0.1,
    )
    said, left = read(*story(), heading("Let us help"), offer)
    assert said == STORY
    assert left[offer.text] == "promotion"
    end = block("We must ask how we build: you will learn more from the report on the cables.")
    said, _ = read(*story(), heading("Conclusion"), end)
    assert end.text in said


def test_advice_above_the_pitch_of_the_last_section_is_read():
    head = heading("Ask somebody who knows")
    advice = block(
        "Whoever lays ropes for a living knows which of them hold in frost, how long they hold, "
        "what they cost over ten years, and when the cheap one does as well as any other."
    )
    pitch = block("Bridgeways has ropes for your harbour. Contact Bridgeways to learn more of it.")
    more = block(
        "At Bridgeways your ropes are laid, sold and looked after for as long as you like."
    )
    parts = (*story(), *later(), *story(), heading("Knots"), *later(), head, advice, pitch, more)
    said, _ = read(*parts, uri=BRIDGEWAYS)
    assert said[-2:] == [head.text, advice.text]
    said, _ = read(*parts[:-3], pitch, more, uri=BRIDGEWAYS)
    assert head.text not in said


def test_a_question_over_an_appeal_takes_the_offer_along():
    head = heading("Do you want to learn to lay ropes?")
    offer = block("If so, my evening course with a workbook is for you.")
    appeal = block("Sign up below and have it sent directly to your inbox.")
    said, _ = read(*story(), head, offer, appeal, heading("How ropes age"), *later())
    assert said == [*STORY, "How ropes age", *LATER]
    said, _ = read(*story(), head, offer, heading("How ropes age"), *later())
    assert offer.text in said


def test_what_reviewers_say_of_their_house_is_the_storys():
    how = block("At Bridgeways, we buy each rope in a shop, and test it for a year in the harbour.")
    said, _ = read(*story(), heading("Who tests"), how, *later(), uri=BRIDGEWAYS)
    assert how.text in said
