"""Sources below an article."""

from tests.unit.text_blocks import LATER, block, heading, item, later, read, story


def test_sources_are_left_out_up_to_the_next_heading():
    notes = [item(f"Report {n} on bridges, 2024.", links=0.3) for n in range(3)]
    said, left = read(
        *story(), *later()[1:], heading("References"), *notes, heading("Later"), later()[0]
    )
    assert left["Report 1 on bridges, 2024."] == "references"
    assert "Later" in said
    tags = block("Topics: bridges, harbours")
    said, left = read(*story(), *later(), heading("References"), notes[0], tags)
    assert left[notes[0].text] == "references"
    said, _ = read(*story(), heading("Sources"), *later())
    assert LATER[1] in said
