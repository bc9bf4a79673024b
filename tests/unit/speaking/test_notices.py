"""Where an article says that its voice is synthetic."""

from itertools import pairwise

import pytest

from audiopress.model import Article, Block, Cast, Pauses, Reading, Script
from audiopress.speaking.lexicon import Lexicon
from audiopress.speaking.notices import settle_notices
from audiopress.speaking.script import compose

PAUSES = Pauses()
RATE = 1000
SENTENCE = "The council kept the old library open for another year."


def write(place: str, *, words: int = 20, kind: str = "paragraph", title: str = "Head") -> Script:
    """The script of an article before its notices are settled."""
    story = Block(kind="paragraph", text=" ".join([SENTENCE] * (words // 10)))
    first = Block(kind=kind, text="It was a long evening, they said")  # type: ignore[arg-type]
    article = Article(uri="a.md", title=title, blocks=(first, story, story), language="en-GB")
    reading = Reading(disclosure=place)
    return compose(
        article, (), reading=reading, cast=Cast(), pauses=PAUSES, rate=RATE, lexicon=Lexicon.empty()
    )


def settle(script: Script, place: str, *, behind: bool = False) -> Script:
    reading = Reading(disclosure=place)
    return settle_notices(script, reading, behind=behind, pauses=PAUSES, rate=RATE)


def roles(script: Script) -> list[str]:
    return [item.role for item in script.utterances]


@pytest.mark.parametrize(
    ("place", "behind", "words", "where"),
    [
        ("start", False, 20, [1]),
        ("start", True, 20, [4]),
        ("start", False, 2000, [1, 5]),
        ("start", True, 2000, [4]),
        ("end", False, 20, [4]),
        ("both", False, 20, [1, 5]),
        ("both", True, 20, [1, 5]),
        ("none", False, 2000, []),
    ],
)
def test_the_notice_stands_where_it_is_asked_for(
    place: str, behind: bool, words: int, where: list[int]
) -> None:
    found = roles(settle(write(place, words=words), place, behind=behind))
    assert [at for at, role in enumerate(found) if role == "disclosure"] == where


@pytest.mark.parametrize("kind", ["paragraph", "heading", "quote"])
@pytest.mark.parametrize("title", ["Head", ""])
def test_what_was_published_with_it_behind_is_said_as_it_was(kind: str, title: str) -> None:
    asked = settle(write("start", kind=kind, title=title), "start", behind=True)
    assert asked == write("end", kind=kind, title=title)


@pytest.mark.parametrize("place", ["start", "end", "both", "none"])
def test_paragraphs_are_counted_and_the_last_one_rests_longest(place: str) -> None:
    script = settle(write(place), place)
    assert all(b.paragraph - a.paragraph == 1 for a, b in pairwise(script.utterances))
    assert script.utterances[0].paragraph == 0
    assert script.utterances[-1].pause == PAUSES.tail * RATE // 1000


def test_it_is_said_before_of_what_comes_and_behind_of_what_was() -> None:
    first, last = (item for item in write("both").utterances if item.role == "disclosure")
    assert first.source == "This article is read by a synthetic voice."
    assert last.source == "This article was read by a synthetic voice."
