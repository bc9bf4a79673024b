"""A bid in the last sentence of a paragraph."""

from audiopress.reading.wording.invitations import asks_to_follow_link


def test_a_last_sentence_that_bids_makes_the_paragraph_a_bid():
    assert asks_to_follow_link(
        "Not every rope is alike. Browse our gallery of ropes from the north.", 0.2
    )
    assert not asks_to_follow_link(
        "Not every rope is alike. Browsers of galleries know it well.", 0.2
    )
    assert not asks_to_follow_link(
        "Not every rope is alike. Browse our gallery of ropes from the north.", 0.0
    )
