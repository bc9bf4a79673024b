"""When a voice is heard too unclearly for single words to tell anything."""

from __future__ import annotations

from audiopress.checking.words.clearness import is_unclear
from audiopress.checking.words.heard_paragraphs import HeardParagraph, compare_paragraphs

SAID = (
    "The ferry to Vik left at nine, for the ice had broken in the night and the harbour was "
    "free. Nobody was hurt, and the post came on the same day as it always had."
)


def hear(*texts: str) -> list[HeardParagraph]:
    """Return looks at as many paragraphs, of which these texts were heard."""
    return [
        look
        for text in texts
        for look in compare_paragraphs([{"spoken": SAID, "words": []}], [""], text, "en-GB")
    ]


def test_a_word_that_was_dropped_makes_no_voice_unclear() -> None:
    assert not is_unclear(hear(SAID, SAID), "en-GB")
    assert not is_unclear(hear(SAID, SAID.replace("broken ", "")), "en-GB")


def test_words_that_are_heard_otherwise_all_over_do() -> None:
    slurred = SAID.replace("left", "lift").replace("had", "at").replace("came", "can")
    assert is_unclear(hear(slurred, slurred.replace("was", "as")), "en-GB")


def test_what_is_a_fault_by_its_length_does_not() -> None:
    other = "Quite another story stands here, of mills and millers and of what became of them all."
    assert not is_unclear(hear(SAID, other), "en-GB")
