"""Other stories, shown as cards."""

from tests.unit.text_blocks import LATER, STORY, block, heading, later, read, story


def test_other_stories_as_dated_cards_are_left_out_and_linked_headings_are_not():
    def row(*, dated):
        for n in range(3):
            yield heading(f"Another story number {n} of the day", links=1.0)
            if dated:
                yield block(f"May {n + 1}, 2024")
            yield block(f"The town has decided on plan {n} after a long debate on Tuesday.")

    said, _ = read(*story(), *row(dated=True))
    assert said == STORY
    said, _ = read(*story(), *row(dated=False))
    assert len(said) == 10


def test_a_card_that_a_line_announces_by_its_title_goes_with_it():
    card = [block("WATCH | How it was built", links=1.0), heading("How it was built")]
    blurb = block("A short film from the workshop.")
    said, _ = read(*story(), *card, blurb, *later())
    assert said == [*STORY, *LATER]
    said, _ = read(*story(), block("WATCH | Something else", links=1.0), card[1], *later())
    assert said == [*STORY, card[1].text, *LATER]
