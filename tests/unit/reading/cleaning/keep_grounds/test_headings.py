"""Lines that head what follows."""

from tests.unit.text_blocks import block, heading, item, later, read, story


def test_a_question_that_heads_an_answer_stays():
    said, _ = read(*story(), block("How long will the ferries run?", hints=("alone",)), later()[0])
    assert "How long will the ferries run?" in said


def test_a_call_that_leads_in_a_list_stays():
    lead = "Ready to cross the river on foot? Here is what you need now:"
    said, _ = read(
        *story(), block(lead), item("A good pair of shoes"), item("Some water"), later()[0]
    )
    assert lead in said


def test_a_label_that_nobody_chose_stays_over_its_list():
    label = block("Needed:", hints=("alone",))
    goes_on = block("The ropes are laid such that", hints=("alone",))
    items = [item("the strands do not touch"), item("the ends are bound")]
    for line in (label, goes_on):
        assert line.text in read(*story(), line, *items, *later())[0]
        assert line.text not in read(*story(), line, *later())[0]


def test_a_heading_named_like_a_place_to_share_heads_its_paragraph():
    assert "Pinterest" in read(*story(), heading("Pinterest"), *later())[0]
    assert "Share this" not in read(*story(), heading("Share this"), *later())[0]
