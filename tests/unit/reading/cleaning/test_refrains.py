"""What is said twice on purpose is spoken each time; what only the page says twice, once."""

from dataclasses import replace

import pytest

from audiopress.model import Block, Selector
from tests.unit.text_blocks import TITLE, block, heading, later, read, story

REFRAIN = "And the tide came in, and the tide went out."
CHORUS = ["Row, my lads, for the harbour light", "Row till the morning is on the bay"]
CLAUSE = "The tenant shall pay the rent in advance on the first day of each month."
STEP = "Cover the bowl with a cloth and leave the dough to rise for an hour."
LONG = (
    "The ferry company said in a statement on Monday that it regretted the delay, and that all "
    "passengers who had waited for longer than an hour would be paid back their fare."
)


def lines(*texts, **more):
    return [block(text, **more) for text in texts]


VERSE = [
    "The keeper lit his lamp at night",
    "The gulls were gone to bed",
    "The sea was black, the moon was white",
    "And nothing more was said",
]

SAID_EACH_TIME = {
    "a refrain": (REFRAIN, [block(REFRAIN), *story(), block(REFRAIN), *later(), block(REFRAIN)]),
    "a chorus without full stops": (
        CHORUS[0],
        [*lines(*VERSE), *lines(*CHORUS), *lines(*VERSE[::-1]), *lines(*CHORUS)],
    ),
    "a line twice in a row in verse": (
        "And nothing more was said",
        [*lines(*VERSE), block(VERSE[-1])],
    ),
    "a chorus in quotes": (
        "Row, my lads, for the harbour light, row till the morning is on the bay.",
        [
            block(" ".join(CHORUS).replace(" Row till", ", row till") + ".", "quote"),
            *story(),
            block(" ".join(CHORUS).replace(" Row till", ", row till") + ".", "quote"),
            *later(),
        ],
    ),
    "a short answer": (
        "Yes.",
        [
            *story(),
            block("Were you there on Monday?"),
            block("Yes."),
            block("And on the next day too?"),
            block("Yes."),
            block("Did you see the ferry?"),
            block("Yes."),
            *later(),
        ],
    ),
    "an answer without a full stop": (
        "No, not at all",
        [
            *story(),
            block("Were you there on Monday?"),
            block("No, not at all"),
            block("And on the next day too?"),
            block("No, not at all"),
            block("Did you see the ferry?"),
            block("No, not at all"),
            *later(),
        ],
    ),
    "a clause of a contract": (
        CLAUSE,
        [
            heading("The shop"),
            block(CLAUSE),
            block("The shop may be open on Sundays."),
            heading("The flat"),
            block(CLAUSE),
            block("Two persons may live in the flat."),
            *story(),
        ],
    ),
    "a step of a recipe": (
        STEP,
        [*story(), block(STEP), block("Knead it once more."), block(STEP), *later()],
    ),
    "equal headings of sections": (
        "What happened in the second half of the day",
        [
            heading("What happened in the second half of the day"),
            *story(),
            heading("What happened in the second half of the day"),
            *later(),
        ],
    ),
    "a cry in a transcript": (
        "Crowd (chanting): Lower the bridge!",
        [
            *story(),
            block("Crowd (chanting): Lower the bridge!"),
            block("The mayor stepped back from the rail."),
            block("Crowd (chanting): Lower the bridge!"),
            *later(),
        ],
    ),
    "a sentence that a later paragraph takes up": (
        "The bridge belongs to those who cross it every day.",
        [
            block("The bridge belongs to those who cross it every day."),
            *story(),
            *later(),
            block(
                "She said it again: the bridge belongs to those who cross it every day. So it is."
            ),
        ],
    ),
    "the title as a line of the poem": (
        TITLE.text,
        [*lines(*VERSE), block(TITLE.text), *lines(*VERSE[::-1])],
    ),
    "the title as a sentence": (TITLE.text + ".", [block(TITLE.text + "."), *story()]),
}

SAID_ONCE = {
    "pasted twice in a row": (LONG, [*story(), block(LONG), block(LONG), *later()]),
    "with a picture's line between": (
        LONG,
        [*story(), block(LONG), block("It was Monday."), block(LONG), *later()],
    ),
    "the standfirst as the first paragraph": (
        REFRAIN,
        [block(REFRAIN, hints=("<header>", "standfirst")), block(REFRAIN), *story(), *later()],
    ),
    "the first paragraph twice around a line": (
        "The bridge is open again, two years after the storm.",
        [
            block("The bridge is open again, two years after the storm."),
            block("The mayor was there, she said."),
            block("The bridge is open again, two years after the storm."),
            *story(),
        ],
    ),
    "a pull quote": (
        "Nobody looks at a cable until the very day on which it breaks.",
        [
            *story(),
            block("Nobody looks at a cable until the very day on which it breaks.", "quote"),
            block("Nobody looks at a cable until the very day on which it breaks. So it is."),
            *later(),
        ],
    ),
    "a pull quote without markup": (
        "Nobody looks at a cable until the very day on which it breaks.",
        [
            *story(),
            block("Nobody looks at a cable until the very day on which it breaks."),
            block("The mayor was there, she said."),
            block(
                "She said: Nobody looks at a cable until the very day on which it breaks. So it is."
            ),
            *later(),
        ],
    ),
    "a box beside the story": (
        REFRAIN,
        [*story(), block(REFRAIN), *later(), block(REFRAIN, hints=("aside", "voted"))],
    ),
    "the headline again": (TITLE.text, [*story(), block(TITLE.text), *later()]),
    "a label": (
        "Buy a ticket",
        [*story(), block("Buy a ticket"), *later(), block("Buy a ticket"), block("Buy a ticket")],
    ),
}


@pytest.mark.parametrize("name", SAID_EACH_TIME)
def test_what_is_meant_is_said_each_time(name):
    text, blocks = SAID_EACH_TIME[name]
    said, _left = read(*blocks)
    assert said.count(text) == sum(one.text == text for one in blocks)


@pytest.mark.parametrize("name", SAID_ONCE)
def test_what_only_the_page_repeats_is_said_once_at_most(name):
    text, blocks = SAID_ONCE[name]
    said, left = read(*blocks)
    assert text in left
    assert sum(text in one for one in said) == (
        0 if name in ("a label", "the headline again") else 1
    )


def test_nothing_of_a_song_is_out_of_its_place():
    song = [*VERSE, *CHORUS, *VERSE[::-1], *CHORUS, *CHORUS]
    assert read(*lines(*song))[0] == song


STANZA = [
    "O keeper, keeper, light your lamp,",
    "the night is coming on;",
    "the boats are out, the air is damp,",
    "the sun has long been gone.",
]


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_stanza_is_told_from_a_paragraph_by_its_lines(between):
    text = " ".join(STANZA)
    stanza = Block(
        kind="paragraph",
        text=text,
        hints=("voted",),
        selector=Selector(exact=between.join(STANZA)),
    )
    other = block("The keeper came, the keeper lit, the sea was dark and wide.")
    assert read(stanza, other, stanza, *later())[0][:3] == [text, other.text, text]


def test_a_text_file_has_its_refrain_too():
    song = [*VERSE, *CHORUS, *VERSE[::-1], *CHORUS]
    assert read(*lines(*song, hints=()))[0] == song


def test_a_copy_of_questions_further_down_is_left_out():
    questions = [
        one
        for text in (*(one.text for one in story()), *(one.text for one in later()))
        for one in (
            heading(f"Why does one say {text[:20].lower()} so?"),
            block(f"{text} Yes. {text}"),
        )
    ]
    said, _left = read(*questions, block("And now the same for narrow screens."), *questions)
    assert len(said) == len(questions) + 1


def test_a_couplet_with_a_break_is_said_each_time() -> None:
    text, exact = "Row, row, row the boat,", "Row, row,row the boat,"
    couplet = replace(block(text), selector=Selector(exact=exact))
    said, _ = read(couplet, couplet, *story(), couplet, *later())
    assert said.count(text) == 3
    label = replace(block("Have your say today"), selector=Selector(exact="Have your say today"))
    assert read(label, *story(), label)[0].count("Have your say today") <= 1
