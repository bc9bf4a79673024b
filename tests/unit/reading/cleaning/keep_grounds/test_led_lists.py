"""Lists of links that the story counts up, and lists that lead away."""

import pytest

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story

LINKED = ("alone", "leads-out", "opens-with-link")
LEAD = "The ropes of the bridge came from these makers on the river:"
NAMES = ["Northern Rope Works", "Jones and Sons", "Ropewalk Number Nine"]


def links(*, hints=LINKED):
    return [item(name, links=1.0, hints=hints) for name in NAMES]


@pytest.mark.parametrize("hints", [LINKED, LINKED[::2], ("opens-with-link", "voted")])
@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        "It has an interface that a server needs to implement through traits like:",
        "Die Seile der Brücke kamen von drei Werken unten am Fluss:",
        "Les cordes du pont sont venues de trois ateliers de la ville :",
        "The council has asked each of the following, and two have answered:",
    ],
)
def test_what_a_sentence_of_the_story_counts_up_is_read(lead, hints):
    said, _ = read(*story(), block(lead), *links(hints=hints), *later())
    assert said == [*STORY, lead, *NAMES, *LATER]


def test_what_the_items_say_beside_their_links_is_read_too():
    partly = item("Smith's, the oldest of them", links=0.5, hints=("opens-with-link", "voted"))
    said, _ = read(*story(), block(LEAD), *links(), partly, *later())
    assert said == [*STORY, LEAD, *NAMES, partly.text, *LATER]


@pytest.mark.parametrize(
    "parts",
    [
        [block(LEAD.replace(":", ".")), *links(), *later()],
        [block("On the same bridge:"), *links(), *later()],
        [block(LEAD, hints=("alone",)), *links(), *later()],
        [block(LEAD), *links()],
        [block(LEAD), *links(), heading("Elsewhere"), *later()],
        [block(LEAD), *links(), block("Trams and ferries"), *later()],
        [block("For more on the bridge, read our earlier stories here:"), *links(), *later()],
    ],
    ids=["no colon", "a label", "not chosen", "at the end", "a heading", "a line", "a call"],
)
def test_a_list_that_leads_away_is_not(parts):
    said, _ = read(*story(), *parts)
    assert not set(NAMES) & set(said)
    assert set(STORY) <= set(said)
