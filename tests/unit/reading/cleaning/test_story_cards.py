"""Other stories, shown as cards."""

from tests.unit.text_blocks import STORY, block, heading, read, story


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
