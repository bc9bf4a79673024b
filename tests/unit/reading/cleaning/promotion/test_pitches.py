"""Paragraphs and headings that offer the publisher's own."""

from tests.unit.text_blocks import block, heading, later, read, story

BRIDGEWAYS = "https://www.bridgeways.example/a"


def test_a_paragraph_that_opens_with_a_wish_and_offers_is_left_out():
    offer = block(
        "Looking for a way to cross? Our boats leave every hour: book a seat today.", links=0.2
    )
    plain = block("Looking for a way to cross? The old tunnel is open to all, and it is dry.")
    said, _ = read(*story()[:2], offer, plain, *story()[2:])
    assert plain.text in said
    assert offer.text not in said


def test_a_story_does_not_open_with_a_pitch():
    pitch = block("Looking for a rope that lasts? We love hemp, and our test tells why.", links=0.3)
    assert pitch.text in read(pitch, *story(), *later())[0]
    assert pitch.text not in read(*story(), pitch, *later())[0]


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


def test_a_heading_that_books_with_the_publisher_is_promotion():
    head = heading("Schedule an appointment at Bridgeways")
    assert head.text not in read(*story(), head, *later(), uri=BRIDGEWAYS)[0]
    assert head.text in read(*story(), head, *later())[0]


def test_a_last_paragraph_that_sends_the_reader_on_by_a_link_is_promotion():
    last = "If you're serious about ropes and not only curious, then join Ropery and learn with us."
    assert last not in read(*story(), *later(), block(last, links=0.1))[0]
    assert last in read(*story(), *later(), block(last))[0]
    assert last in read(*story(), block(last, links=0.1), *later())[0]
    helps = "If you want to talk to somebody about what you saw, try Samaritans at any hour."
    assert helps in read(*story(), *later(), block(helps, links=0.1))[0]


def test_a_last_paragraph_that_sells_by_name_is_promotion():
    sells = block("Unlock the secrets of your ropes with a course at Bridgeways, day or night.")
    assert sells.text not in read(*story(), *later(), sells, uri=BRIDGEWAYS)[0]
    assert sells.text in read(*story(), *later(), sells)[0]
