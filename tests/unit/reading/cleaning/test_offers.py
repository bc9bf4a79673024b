"""Boxes that offer, buttons and what stands above them, lines that say nothing alone."""

import pytest

from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.invitations import asks_to_follow_link
from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story

OFFER = ("offer", "voted")
BRIDGEWAYS = "https://www.bridgeways.example/a"


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


def test_an_item_of_links_between_items_that_are_left_out():
    near = [item("Read more: knots", links=0.9), item("Read more: ropes", links=0.9)]
    linked = item("Bags for sailors at every price", links=0.7)
    assert linked.text not in read(*story(), near[0], linked, near[1], *later())[0]
    told = item("Sailors carry what they need in bags, and little else.", links=0.2)
    assert told.text in read(*story(), near[0], told, near[1], *later())[0]


def test_items_that_are_numbers_are_left_out_unless_a_sentence_leads_in():
    numbers = [item(str(n)) for n in (7, 12, 40)]
    said, why = read(*story(), heading("Rope of nine strands"), *numbers, *later())
    assert said == [*STORY, "Rope of nine strands", *LATER]
    assert why == {"7": "number", "12": "number", "40": "number"}
    led = block("The winning numbers of the harbour lottery were:")
    assert read(*story(), led, *numbers, *later())[0][5:8] == ["7", "12", "40"]


def test_a_typed_row_of_a_table_is_a_table():
    row = block("| Rope | Length | Strands | Price | Maker |")
    assert read(*story(), row, *later()) == ([*STORY, *LATER], {row.text: "table"})
    assert row.text in read(*story(), row, *later(), tables=True)[0]
    assert "Ropes | knots" in read(*story(), block("Ropes | knots"), *later())[0]


def test_a_pull_quote_goes_with_the_name_below_it():
    quote = block("cracks in the cables during a routine inspection", "quote")
    said, why = read(*story(), quote, block("— Captain Jo Bloggs", "quote"), *later())
    assert said == [*STORY, *LATER]
    assert why["— Captain Jo Bloggs"] == "pull-quote"


def test_a_quote_that_is_said_nowhere_else_is_the_story_s():
    quote = block("Nobody looks at a cable until it breaks.", "quote")
    name = block("Jane Doe", "quote", hints=("alone",))
    named = block("Cables are looked at once a year, Doe said on the quay.")
    assert quote.text in read(*story(), quote, name, named, *later())[0]


def test_a_place_in_capitals_above_a_release_is_its_date_line():
    place = block("PORTSMOUTH, ENGLAND")
    assert read(place, *story()) == (STORY, {place.text: "date-line"})
    assert place.text in read(*story(), place, *later())[0]


@pytest.mark.parametrize(
    ("text", "links", "reason"),
    [
        ("The bridge carries trams again. Photo by: 'Jane Doe'.", 0.0, "credit"),
        ("The photo by Jane Doe shows the bridge.", 0.0, None),
        ("(The picture above is just a part of the harbour)", 0.0, "caption"),
        ("The picture above the altar was sold in May.", 0.0, None),
        ("Note: the name of every rope is clickable.", 0.0, "affiliate"),
        ("I have nine patterns you can grab to begin with", 0.2, "read-more"),
        ("Video – How ropes are laid", 0.0, "player"),
        ("Video of the fall shows how the ropes gave way.", 0.0, None),
        ("This view is shown below. This image is provided courtesy of Jane Doe.", 0.0, "credit"),
        ("What's your take on the bridge?", 0.0, "call"),
        ("What makes a rope hold? Share your thoughts in the comments below!", 0.0, "call"),
        ("“What holds a rope?” she asked.", 0.0, None),
        ("Sign up for the ferry using the same e-mail as before", 0.0, None),
    ],
)
def test_wording(text, links, reason):
    assert judge_wording(text, links) == reason


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


def test_a_section_in_which_the_publisher_presents_itself_is_promotion():
    ours = [
        heading("Ropes that last"),
        block("At Bridgeways, we believe that our customers want ropes that hold for years."),
        heading("From the first knot to the last"),
        block("We lay each rope by hand, and our people look after it in any weather."),
    ]
    said, why = read(*story(), *ours, heading("How ropes age"), *later(), uri=BRIDGEWAYS)
    assert said == [*STORY, "How ropes age", *LATER]
    assert set(why.values()) == {"promotion"}
    said, _ = read(*story(), *ours, heading("How ropes age"), *later())  # of another house
    assert ours[1].text in said


def test_what_reviewers_say_of_their_house_is_the_storys():
    how = block("At Bridgeways, we buy each rope in a shop, and test it for a year in the harbour.")
    said, _ = read(*story(), heading("Who tests"), how, *later(), uri=BRIDGEWAYS)
    assert how.text in said


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


def test_a_question_over_an_appeal_takes_the_offer_along():
    head = heading("Do you want to learn to lay ropes?")
    offer = block("If so, my evening course with a workbook is for you.")
    appeal = block("Sign up below and have it sent directly to your inbox.")
    said, _ = read(*story(), head, offer, appeal, heading("How ropes age"), *later())
    assert said == [*STORY, "How ropes age", *LATER]
    said, _ = read(*story(), head, offer, heading("How ropes age"), *later())
    assert offer.text in said


def test_links_to_other_sites_that_name_what_is_told_below_stay():
    hints = ("alone", "leads-out")
    names = [block(f"Ropewalk Number {n}", links=1.0, hints=hints) for n in ("One", "Two", "Three")]
    pairs = [part for row in zip(names, later(), strict=False) for part in row]
    said, _ = read(*story(), *pairs)
    assert said == [*STORY, *(part.text for part in pairs)]
    assert names[0].text not in read(*story(), *pairs[:4])[0]  # two are no list
    own = [block(one.text, links=1.0, hints=("alone",)) for one in names]
    pairs = [part for row in zip(own, later(), strict=False) for part in row]
    assert own[0].text not in read(*story(), *pairs)[0]


def test_a_label_that_nobody_chose_stays_over_its_list():
    label = block("Needed:", hints=("alone",))
    goes_on = block("The ropes are laid such that", hints=("alone",))
    items = [item("the strands do not touch"), item("the ends are bound")]
    for line in (label, goes_on):
        assert line.text in read(*story(), line, *items, *later())[0]
        assert line.text not in read(*story(), line, *later())[0]


def test_the_first_of_several_headings_stays_above_the_story():
    first = heading("The towers", hints=("alone",))
    rest = [part for n, one in enumerate(later()) for part in (heading(f"Part {n}"), one)]
    assert first.text in read(first, *story(), *rest)[0]
    assert first.text not in read(first, *story(), *later())[0]


def test_a_list_that_the_last_line_leads_in_to_is_no_tail():
    led = block("Some of the older papers on ropes are the following:")
    papers = [item(f"Paper {n} on ropes", hints=("alone",)) for n in range(2)]
    said, _ = read(*story(), *later(), led, *papers)
    assert said[-2:] == [paper.text for paper in papers]
    assert read(*story(), *later(), *papers)[0] == [*STORY, *LATER]


def test_a_post_of_one_paragraph_under_a_sentence_is_read():
    hints = ("alone", "embed")
    post = block("It is a shame that the bridge was closed for so long.", "quote", hints=hints)
    more = block("Nobody had told us of the cracks in its cables either.", "quote", hints=hints)
    by = block("— Jane Doe (@janedoe) May 3, 2024", "quote", hints=hints)
    assert read(*story(), post, by, *later())[0] == [*STORY, post.text, *LATER]
    assert read(*story(), post, more, by, *later())[0] == [*STORY, *LATER]


def test_a_heading_named_like_a_place_to_share_heads_its_paragraph():
    assert "Pinterest" in read(*story(), heading("Pinterest"), *later())[0]
    assert "Share this" not in read(*story(), heading("Share this"), *later())[0]


def test_a_note_on_an_author_amid_the_text_says_where_to_reach_them():
    note = block("Jane Doe is a writer of books on ropes. Find her at jane@ropes.example")
    told = block("Jane Doe is a writer of books on ropes, and the bridge is in all of them.")
    assert note.text not in read(*story(), note, *later(), byline="Jane Doe")[0]
    assert told.text in read(*story(), told, *later(), byline="Jane Doe")[0]


def test_things_with_their_shops_typed_in_one_line_are_read():
    things = "Rope knife marlinspike fid palm needle twine wax gloves " * 3 + "tape (optional)"
    hints = ("alone", "leads-out", "opens-with-link")
    assert things in read(*story(), block(things, links=0.6, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=1.0, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=0.6, hints=hints[:1]), *later())[0]


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


def test_an_item_that_is_a_name_and_a_value_stays_among_its_like():
    fields = [item("Weight: 3 tons"), item("Video: 4K, 30 pictures a second")]
    assert fields[1].text in read(*story(), *fields, *later())[0]
    assert fields[1].text not in read(*story(), fields[1], *later())[0]


def test_a_story_does_not_open_with_a_pitch():
    pitch = block("Looking for a rope that lasts? We love hemp, and our test tells why.", links=0.3)
    assert pitch.text in read(pitch, *story(), *later())[0]
    assert pitch.text not in read(*story(), pitch, *later())[0]


def test_a_last_paragraph_that_sells_by_name_is_promotion():
    sells = block("Unlock the secrets of your ropes with a course at Bridgeways, day or night.")
    assert sells.text not in read(*story(), *later(), sells, uri=BRIDGEWAYS)[0]
    assert sells.text in read(*story(), *later(), sells)[0]


def test_links_in_paragraphs_before_a_link_that_is_left_out():
    links = [block(text, links=1.0) for text in ("Which rope is for you?", "Ropes and knots")]
    told = block("Which rope is for you?")
    assert links[0].text not in read(*story(), *links, *later())[0]
    assert told.text in read(*story(), told, *later())[0]
