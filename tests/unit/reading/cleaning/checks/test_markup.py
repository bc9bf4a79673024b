"""A block judged by its elements and boxes."""

from tests.unit.text_blocks import block, later, read, story


def test_things_with_their_shops_typed_in_one_line_are_read():
    things = "Rope knife marlinspike fid palm needle twine wax gloves " * 3 + "tape (optional)"
    hints = ("alone", "leads-out", "opens-with-link")
    assert things in read(*story(), block(things, links=0.6, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=1.0, hints=hints), *later())[0]
    assert things not in read(*story(), block(things, links=0.6, hints=hints[:1]), *later())[0]
