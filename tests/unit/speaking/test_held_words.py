"""A word of a lexicon does not blind the rules around it."""

from __future__ import annotations

import pytest

from audiopress.press.steps.lexicons import load_shipped_lexicon
from audiopress.speaking.lexicon import Lexicon, LexiconEntry
from audiopress.speaking.normalize import normalize_text

ENTRIES = {
    "Kelly": "Kellie",
    "KCNA": "K C N A",
    "C#": "C sharp",
    "R&D": "R and D",
    "M25": "em twenty five",
    "3M": "three em",
    "Rue Royale": "Roo Rwayal",
    "Charles": "Sharl",
    "Street": "Streat",
    "St": "Saynt",
    "Mar": "Marr",
    "read": "red",
    "IMF": "eye em eff",
    "Skerry": "[[skɛri]]",
    "Grand-Place": "Grahn Plass",
    "Wash": "Wosh",
    "Königin": "Kernigin",
    "two": "too",
}
LEXICON = load_shipped_lexicon().merge(
    Lexicon(entries=tuple(LexiconEntry(grapheme=k, alias=v) for k, v in ENTRIES.items()))
)


def lexicon(*words: str) -> Lexicon:
    """Return the shipped lexicon with some of the entries above."""
    added = tuple(
        LexiconEntry(
            grapheme=word,
            alias="" if "[[" in ENTRIES[word] else ENTRIES[word],
            phoneme=ENTRIES[word].strip("[]") if "[[" in ENTRIES[word] else "",
        )
        for word in words
    )
    return load_shipped_lexicon().merge(Lexicon(entries=added))


@pytest.mark.parametrize(
    ("words", "written", "said"),
    [
        (
            "Kelly",
            "Dr Kelly and 12 Kelly St, Mr. Kelly, Lt Kelly",
            "Doctor Kellie and twelve Kellie Street, Mister Kellie, Lieutenant Kellie",
        ),
        ("", "Cllr Niamh and Niamh's €5", "Councillor Neev and Neev's five euros"),
        ("", "€5 to Niamh, St Niamh, Niamh St", "five euros to Neev, Saint Neev, Neev Street"),
        ("Kelly", "No. 10 Kelly and the Kellys", "number ten Kellie and the Kellies"),
        ("KCNA", "Prof KCNA v KCNA, KCNAs", "Professor K C N A versus K C N A, K C N A's"),
        ("C#", "a C# class, C, 5 C#", "a C sharp class, C, five C sharp"),
        ("R&D", "No. 3 R&D, £5m R&D", "number three R and D, five million pound R and D"),
        ("M25", "12km on M25, M250", "twelve kilometers on em twenty five, M two fifty"),
        ("3M", "Mr 3M paid £3M to 3M.", "Mister three em paid three million pounds to three em."),
        ("Rue Royale", "12 Rue Royale St.", "twelve Roo Rwayal Street."),
        ("Charles", "King Charles III", "King Sharl the third"),
        ("Street", "Ann Street, 5 Hill St, near", "Ann Streat, five Hill Street, near"),
        ("St", "St Kelly", "Saynt Kelly"),
        ("Mar", "Mr Mar in Mar. 2024", "Mister Marr in March twenty twenty four"),
        ("read", "He read 5km of it.", "He red five kilometers of it."),
        ("IMF", "Gov IMF's £5", "Governor eye em eff's five pounds"),
        ("Skerry", "Rev Skerry of Skerry Rd.", "Reverend [[skɛri]] of [[skɛri]] Road."),
        ("Grand-Place", "5 Grand-Place St", "five Grahn Plass Street"),
        ("Wash", "in Wash. and the Wash", "in Washington and the Wosh"),
        ("two", "It has 2 and two", "It has two and too"),
    ],
)  # fmt: skip
def test_rules_see_the_word_and_the_lexicon_says_it(words: str, written: str, said: str) -> None:
    chosen = lexicon(*filter(None, [words])).select_words("en-GB")
    assert normalize_text(written, "en-GB", chosen).text == said


def test_other_languages_see_it_too() -> None:
    chosen = lexicon("Königin").select_words("de")
    said = normalize_text("Königin Anna II. kam um 5 Uhr.", "de", chosen).text
    assert said == "Kernigin Anna die zweite kam um fünf Uhr."


def test_words_are_not_unsure() -> None:
    entry = LexiconEntry(grapheme="Зима", alias="Zima")
    words = Lexicon(entries=(entry,)).select_words("en")
    said = normalize_text("Зима 5 and 冬", "en", words)
    assert (said.text, said.unsure) == ("Zima five and 冬", ("冬",))


def test_a_text_may_hold_what_stands_in() -> None:
    words = lexicon("C#").select_words("en")
    assert normalize_text("Qxjzbb and C#", "en", words).text == "Qxjzbb and C sharp"


def test_a_plural_that_is_a_word_is_none() -> None:
    words = Lexicon(entries=(LexiconEntry(grapheme="Doe", alias="Doh"),)).select_words("en")
    assert normalize_text("Does Doe", "en", words).text == "Does Doh"


@pytest.mark.parametrize(
    "written",
    [
        "No. 3 R&D, £5m R&D",
        "£5m R&D Centre Opens",
        "The £5m R&D fund",
        "a £5m R&D cut, £5m R&D budget",
        "£5m M25 Link Opens",
    ],
)
@pytest.mark.parametrize("word", ["R&D", "M25"])
def test_an_entry_changes_no_amount_beside_its_word(word: str, written: str) -> None:
    def say(*words: str) -> str:
        return normalize_text(written, "en-GB", lexicon(*words).select_words("en-GB")).text

    alone = say()
    assert say(word) == alone.replace(
        "M twenty five", "em twenty five" if word == "M25" else "M twenty five"
    )
