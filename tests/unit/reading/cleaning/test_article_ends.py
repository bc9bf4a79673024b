"""Notes on the author, on the company, and the tail."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story


def test_a_note_on_the_author_above_the_story_is_left_out():
    note = block("Jane is a writer who covers bridges and has done so for 20 years.")
    said, left = read(note, *story(), byline="Jane Doe")
    assert said == STORY
    assert left[note.text] == "about-the-author"
    said, _ = read(note, *story(), byline="Max Muster")
    assert note.text in said


def test_a_note_on_an_author_amid_the_text_says_where_to_reach_them():
    note = block("Jane Doe is a writer of books on ropes. Find her at jane@ropes.example")
    told = block("Jane Doe is a writer of books on ropes, and the bridge is in all of them.")
    assert note.text not in read(*story(), note, *later(), byline="Jane Doe")[0]
    assert told.text in read(*story(), told, *later(), byline="Jane Doe")[0]


def test_a_last_section_about_the_company_is_left_out():
    said, left = read(
        *story(),
        *story()[:0],
        heading("About Bridgeways"),
        block("Bridgeways makes maps of every bridge."),
    )
    assert said == STORY
    assert set(left.values()) == {"boilerplate"}
    said, _ = read(heading("About the bridge and its towers today"), *story())
    assert len(said) == 5


@pytest.mark.parametrize(
    ("head", "text", "spoken"),
    [
        ("About Tom", "Tom was born above the fish shop in 1941. He never married.", True),
        ("About Ada Fenwick", "Nobody knew where she had learnt to lay ropes so well.", True),
        ("About Jane", "Jane was born by the quay, and she writes of ropes.", False),
        ("About Max Muster", "Max Muster is a writer who lives by the quay. He has a dog.", False),
        ("About Max Muster", "He may be reached at max@ropes.example.", False),
        ("About Ropewalk", "Ropewalk was founded in 1911 and sells its ropes in 40 towns.", False),
    ],
)
def test_a_last_section_about_a_person_of_the_story_is_read(head, text, spoken):
    said, _ = read(*story(), heading(head), block(text), byline="Jane Doe")
    assert (said[len(STORY) :] == [head, text]) is spoken


@pytest.mark.parametrize(
    "text",
    [
        "Performances run until 12 December at 7.30pm; boxoffice@harwick-royal.example has seats.",
        "Tickets from £18 by post to boxoffice@harwick-royal.example until the end of the year.",
        "Doors open at 19:00 on Friday, and vestry@harwick.example has the last of the tickets.",
        "Karten zu 12 € gibt es an der Kasse oder unter karten@hafen.example bis zum Freitag.",
        "The class begins at 9 am; write to ropes@harwick.example by Thursday for a place in it.",
    ],
)
def test_when_something_is_and_what_it_costs_is_the_story_s(text):
    assert text in read(*story(), block(text), byline="Jane Doe")[0]


@pytest.mark.parametrize(
    "text",
    [
        "The newsroom may be reached at desk@press.example from 9am to 5pm.",
        "For rights and reprints of this at £20 write to desk@press.example.",
    ],
)
def test_an_office_of_the_publisher_is_no_event(text):
    assert text not in read(*story(), block(text), byline="Jane Doe")[0]


def test_a_story_that_begins_with_its_teller_s_name_is_read():
    told = block("Jane Doe dreams of the winter in which the director came to her with a rope.")
    assert told.text in read(told, *story(), byline="Jane Doe")[0]


def test_a_time_does_not_make_a_note_on_the_author_the_story_s():
    note = block("Jane Doe is a writer who is up at 6am. Find her at jane@ropes.example.")
    assert note.text not in read(*story(), note, byline="Jane Doe")[0]


def test_the_tail_never_takes_the_whole_story():
    only = block("Those who were there may tell Jane Doe at jane@example.org.", links=0.1)
    said, left = read(only)
    assert said == [only.text]
    _, left = read(*story(), only)
    assert left[only.text] == "about-the-author"


def test_a_list_that_the_last_line_leads_in_to_is_no_tail():
    led = block("Some of the older papers on ropes are the following:")
    papers = [item(f"Paper {n} on ropes", hints=("alone",)) for n in range(2)]
    said, _ = read(*story(), *later(), led, *papers)
    assert said[-2:] == [paper.text for paper in papers]
    assert read(*story(), *later(), *papers)[0] == [*STORY, *LATER]


WRITE = (
    "Boats leave the quay at nine. Book with Mary Nairn on 01234 567890, or find her on Facebook."
)
ASK = "If you kept a light too, I should be glad of a letter: ada@fenwick.example"


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Conclusion", "The birds have the rock now. The logbook can be found at skerry.example."),
        ("Where to write", "The trust answers every letter that comes to light@skerry.example."),
        ("How to visit", WRITE),
        ("Where to find help", "They can be contacted on 116 123, or at help@skerry.example."),
    ],
)
def test_a_section_of_the_story_that_ends_in_an_address_is_read(head, text):
    said, _ = read(*story(), heading(head), block(text), byline="Ada Fenwick")
    assert said == [*STORY, head, text]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Contact", "The bridge office is open all day, and answers at office@bridge.example."),
        ("Ada Fenwick", "Writes of ropes and quays. Reach her at desk@paper.example."),
        ("Jo Reed", "Jo writes of ropes and quays. Reach her at desk@paper.example."),
        ("More", "Ada Fenwick can be reached at ada@paper.example on all days of the week."),
    ],
)
def test_a_section_on_who_wrote_it_is_left_out(head, text):
    said, _ = read(*story(), heading(head), block(text), byline="Ada Fenwick")
    assert said == list(STORY)


def test_who_tells_his_own_story_may_end_it_with_his_address():
    own = block("I came to the rock in the spring, and I thought that I would stay a year.")
    assert read(*story(), own, block(ASK))[0] == [*STORY, own.text, ASK]
    # nor is his address at his own site a bid for custom
    uri = "https://fenwick.example/light"
    assert read(*story(), own, block(ASK), uri=uri)[0] == [*STORY, own.text, ASK]


def test_who_says_i_within_a_quotation_tells_no_story_of_his_own():
    quoted = block('The keeper was glad to go. "I came for a year," he said on the quay on Monday.')
    said, left = read(*story(), quoted, block(ASK))
    assert said == [*STORY, quoted.text]
    assert left[ASK] == "about-the-author"


def test_figures_that_say_what_they_are_of_are_the_end_of_a_section():
    facts = ["→ Ships that were seen in the harbour in May: 1.204", "→ Share of those: 68,4%"]
    said, _ = read(*story(), heading("The figures"), *map(block, facts))
    assert said == [*STORY, "The figures", *facts]
    labels = ["→ Ships and trams", "→ Ferries: here"]
    assert read(*story(), heading("The figures"), *map(block, labels))[0] == STORY
