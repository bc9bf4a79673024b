"""What stands alone and says nothing."""

from tests.unit.text_blocks import LATER, STORY, block, heading, item, later, read, story


def test_figures_typed_cell_by_cell_are_a_table():
    cells = ["4.7", "12 to 25", "One adviser", "$0 to $75", "3.4", "9 users"]
    said, left = read(*story(), *map(block, cells), *later())
    assert not set(said) & set(cells)
    assert "table" in left.values()
    verse = ["The river runs", "Below the stone", "And over it", "The gulls alone", "Are crying"]
    said, _ = read(*story(), *map(block, verse), *later())
    assert set(verse) <= set(said)


def test_items_that_are_numbers_are_left_out_unless_a_sentence_leads_in():
    numbers = [item(str(n)) for n in (7, 12, 40)]
    said, why = read(*story(), heading("Rope of nine strands"), *numbers, *later())
    assert said == [*STORY, "Rope of nine strands", *LATER]
    assert why == {"7": "number", "12": "number", "40": "number"}
    led = block("The winning numbers of the harbour lottery were:")
    assert read(*story(), led, *numbers, *later())[0][5:8] == ["7", "12", "40"]


def test_figures_that_say_what_they_are_of_are_no_cells():
    facts = ["1. THE FLEET", "Ships seen in May: 214", "Ships in dock: 12", "2. THE CREWS"]
    facts += ["Sailors of 2 ships: 1.204 people", "Share of the harbour: 68,4%"]
    said, _ = read(*story(), *map(block, facts), *later())
    assert said == [*STORY, *facts, *LATER]
    scores = ["Comfort: 4.5", "Value: 3.0", "Noise: 2", "Weight: 12 kg", "Ropes: 3"]
    assert read(*story(), *map(block, scores), *later())[0] == [*STORY, *LATER]
