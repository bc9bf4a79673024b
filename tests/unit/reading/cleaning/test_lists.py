"""Tables of contents, teasers, lists of links."""

from tests.unit.text_blocks import STORY, block, heading, item, later, read, story


def test_a_list_that_counts_up_the_headings_is_left_out_and_they_stay():
    heads = ["Why it was closed", "What was repaired", "What comes next"]
    parts = [part for n, head in enumerate(heads) for part in (heading(head), later()[n])]
    said, left = read(
        block("In this article you will find out all of this:"), *map(item, heads), *parts
    )
    assert [text for text in said if text in heads] == heads
    assert left["In this article you will find out all of this:"] == "contents"


def test_most_of_a_list_linked_takes_the_rest_with_it_and_one_link_stays():
    def linked(text):
        return item(text, links=1.0, hints=("opens-with-link", "voted"))

    odd = item(
        "Northern ferries, the oldest of them", links=0.5, hints=("opens-with-link", "voted")
    )
    said, _ = read(
        *story(), linked("Eastern"), linked("Western"), linked("Southern"), odd, later()[0]
    )
    assert odd.text not in said
    said, _ = read(*story(), *map(item, STORY), linked("Buy a ticket"), later()[0])
    assert "Buy a ticket" in said


def test_an_item_of_links_between_items_that_are_left_out():
    near = [item("Read more: knots", links=0.9), item("Read more: ropes", links=0.9)]
    linked = item("Bags for sailors at every price", links=0.7)
    assert linked.text not in read(*story(), near[0], linked, near[1], *later())[0]
    told = item("Sailors carry what they need in bags, and little else.", links=0.2)
    assert told.text in read(*story(), near[0], told, near[1], *later())[0]


def test_links_in_paragraphs_before_a_link_that_is_left_out():
    links = [block(text, links=1.0) for text in ("Which rope is for you?", "Ropes and knots")]
    told = block("Which rope is for you?")
    assert links[0].text not in read(*story(), *links, *later())[0]
    assert told.text in read(*story(), told, *later())[0]
