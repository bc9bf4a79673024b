"""Names of things: linked, or with a value."""

from tests.unit.text_blocks import STORY, block, item, later, read, story


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


def test_an_item_that_is_a_name_and_a_value_stays_among_its_like():
    fields = [item("Weight: 3 tons"), item("Video: 4K, 30 pictures a second")]
    assert fields[1].text in read(*story(), *fields, *later())[0]
    assert fields[1].text not in read(*story(), fields[1], *later())[0]
