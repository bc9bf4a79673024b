"""A block that is a link."""

from tests.unit.text_blocks import LATER, STORY, block, later, read, story


def test_a_linked_line_that_names_a_thing_on_another_site_stays():
    name = block("Northern Rope Works Model Nine", links=1.0, hints=("leads-out", "voted"))
    button = block("Check price at Rope Works", links=1.0, hints=("leads-out", "voted"))
    own = block("Ten ropes that we like", links=1.0)
    said, _ = read(*story(), name, button, own, *later())
    assert said == [*STORY, name.text, *LATER]
