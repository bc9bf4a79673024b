"""What is left out or becomes a word before anything else is looked at.

``BEFORE_ADDRESSES``: what no form may search through, and what stands glued to an address.
``FORMS``: stars, emoji, daggers, brackets and other marks of print.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.emoji import EMOJI
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_digits
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["BEFORE_ADDRESSES", "FORMS"]

_LAST_LATIN = "\u036f"
"""The last combining accent: what comes after it is Greek, Cyrillic or further east."""

_FIRST_LATIN_ADDITIONAL, _LAST_GREEK_EXTENDED = "\u1e00", "\u1fff"
"""Letters with several accents, as Vietnamese has them; old Greek ones lie behind them."""


_ENDING = re.compile(r"[^\W\d_]{0,5}|[’'-].*")
"""What somebody may put to a word within brackets: "boy[s]", "walk[ing]"."""


_OF_FORMULA = re.compile(r"[\d=<>^/+±×≈≤≥\u2070-\u209f\u02b0-\u02ff\u1d2c-\u1d6a]|^[α-ωΑ-Ω]{1,2}$")
"""Matches in brackets what a formula has: a figure, a sign, raised letters, one or two of Greek."""


def _say_stars(match: re.Match[str], _variety: Variety) -> str:
    # Full stars count; what is empty or half behind them is not said.
    number = int(match["n"] or len(re.findall("[★⭐]", match["row"])))
    ending = " " if match["noun"] else "" if number == 1 else "s"
    return f"{say_cardinal(number)} star{ending}"


def _leave_out_alphabet(match: re.Match[str], _variety: Variety) -> str | None:
    """Another alphabet in brackets repeats what was just said; a letter of a formula does not."""
    if _OF_FORMULA.search(match["inside"]):
        return None
    letters = [char for char in match["inside"] if char.isalpha()]
    return "" if letters and not any(map(_is_latin, letters)) else None


def _is_latin(char: str) -> bool:
    """Whether a letter may belong to a word that is read, so that its bracket stays."""
    return char <= _LAST_LATIN or _FIRST_LATIN_ADDITIONAL <= char <= _LAST_GREEK_EXTENDED


# An endless row of figures first: no other pattern may have to look through it.
BEFORE_ADDRESSES: tuple[SpokenForm, ...] = (
    spoken_form(
        "endless figure",
        r"(?<![\d,])\d[\d,]{299,}",
        lambda match, _: f" {say_digits(match[0])} ",
        (
            "0123456789" * 30,
            " ".join(["zero one two three four five six seven eight nine"] * 30),
        ),
    ),
    spoken_form(
        "other alphabet",
        r"\s?\((?P<inside>[^()]{1,80})\)",
        _leave_out_alphabet,
        ("Zelenskyy (Зеленський)", "Zelenskyy"),
        # the same alphabet says something new
        ("Tokyo (in Japan)", "Tokyo (in Japan)"),
        ("a limit (α = 0.05)", "a limit (alpha equals zero point zero five)"),
        needs="(",
    ),
    spoken_form(
        "footnote mark",
        # behind a mark or a word: "a[0]" is code, and "boy[s]" a word that was put right
        r"(?:(?<=[^\W\d_]{3})|(?<=[.,;!?”\"’)]))"
        r"(?:\[(?:[1-9]\d{0,2}|note \d+|citation needed)\])+(?=\W|$)",
        "",
        ("It fell.[3] Then", "It fell. Then"),
        ("It fell.[2][3]", "It fell."),
        ("the boy[s] seem[ed] well", "the boys seemed well"),
        ("It is rows[0] here", "It is rows zero here"),
        # words in brackets are the text's own
        ("He [the mayor] said", "He the mayor said"),
        needs="[",
    ),
)
# Stars of a review and of a grade before stars that only decorate.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "stars of a review",
        # figure and star, or stars in a row, of which the empty ones are not said
        r"(?<![\w.,])"
        r"(?:(?P<n>[1-7])\s?(?:\*|[★⭐]\ufe0f?)(?![*★⭐\d]|\w\*)"
        r"|(?P<row>(?:[★⭐]\ufe0f?){2,5})[☆½]*)"
        r"(?P<link>[ -]?)(?=(?P<noun>[a-z]{3,})?)",
        _say_stars,
        ("a 5* hotel", "a five star hotel"),
        ("★★★☆☆", "three stars"),
        needs="*★⭐",
    ),
    spoken_form(
        "emoji",
        # a word right behind it does not become part of the one before
        rf"\s?{EMOJI}(?=(?P<word>\w)?)",
        lambda match, _: " " if match["word"] else "",
        ("Well done 👏", "Well done"),
        ("press ⌘C", "press C"),
    ),
    spoken_form("dagger", r"(?<=[\w.,”\"’)])[†‡]+", "", ("Smith† said", "Smith said"), needs="†‡"),
    spoken_form("trade mark", r"\s?[™®©℠]", "", ("Lego®", "Lego"), needs="™®©℠"),
    spoken_form(
        "and so on in brackets",
        # what is no ending of the word before it stays apart from it
        r"(?P<word>(?<=\w))?\[(?P<inside>[^\[\]]*)\]",
        lambda match, _: (
            f" {match['inside']}"
            if match["word"] is not None and not _ENDING.fullmatch(match["inside"])
            else match["inside"]
        ),
        ("it [sic] is", "it sic is"),
        ("an array a[i][0] is", "an array ai zero is"),
        ("he[the mayor] left", "he the mayor left"),
        needs="[",
    ),
    spoken_form(
        "starred grade of a building",
        # "*-listed" is said without its hyphen, or the star would be one
        r"(?:(?<=[Gg]rade[ -])(?:II|2)|(?<=and )II|(?<=or )II|\bII(?=\*[- ]listed\b))\*"
        r"(?:-(?=[a-z])|(?![\w*]))",
        lambda match, _: f"two star{' ' if match[0][-1] == '-' else ''}",
        ("a Grade II* listed house", "a Grade two star listed house"),
        ("a Grade II*-listed house", "a Grade two star listed house"),
        ("Grade II and II* barns", "Grade two and two star barns"),
        ("The II*-listed pier", "The two star listed pier"),
        ("a grade 2* church", "a grade two star church"),
        # marks of notes
        ("World War II* began", "World War two began"),
        ("Grade I* and Part II*.", "Grade one and Part two."),
        needs="*",
    ),
    spoken_form(
        "starred grade",
        # a hyphen and another grade may follow
        r"\b(?P<g>[A-C])\*(?:(?P<to>-)(?=[A-GU]\b)|(?P<s>['’]?s\b)|(?=[\s,.;:)-]|$))",
        lambda match, _: f"{match['g']} star{'s' if match['s'] else ' to ' if match['to'] else ''}",
        ("an A* grade", "an A star grade"),
        ("three A*s (one A*)", "three A stars (one A star)"),
        needs="*",
    ),
    spoken_form(
        "star",
        # in front of a word, behind one, or behind two figures: marks of a note
        # a row of stars is looked at from its first alone
        r"(?<![\w*])\*+(?=\w)|(?<=[^\W\d])\*+(?![\w*])|(?<=\d\d)\*+(?![\w*])",
        "",
        ("*Correction", "Correction"),
        needs="*",
    ),
    spoken_form("either", r"\b(?P<a>[Aa]nd)/or\b", r"\g<a> or", ("and/or", "and or"), needs="/"),
)
