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
