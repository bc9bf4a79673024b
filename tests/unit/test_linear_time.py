"""What a page may hold and no person wrote costs no rule more than its length.

Quadratic rules take sixteen times as long for four times the text; what is allowed is ten times,
in CPU seconds of one run, and nothing is asked of what is hardly to be measured.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.end_notes import is_author_bio, is_company_profile
from audiopress.reading.wording.invitations import names_sponsor
from audiopress.reading.wording.narration import is_narration
from audiopress.speaking.english.normalize import SPOKEN_FORMS, normalize_english
from audiopress.speaking.english.spoken_form import Variety
from tests.unit.text_blocks import block, heading, later, read, story

if TYPE_CHECKING:
    from collections.abc import Callable

NASTY = [
    "1", "1 ", "1/", "1,", "111,", "1.", "1-", "- ", "-", " ", "\t", "a", "A", "a.", "A.", "a-",
    ".", "*", "Follow Aa ", "Jane is ",
]  # fmt: skip
SHORT, LONG = 10_000, 40_000
GROWS = 10
TOO_SMALL = 0.15
BRITISH = Variety(british=True, day_first=True)


def cost(judge: Callable[[str], object], kind: str, size: int, signs: str = "") -> float:
    text = f"{(kind * size)[:size]} {signs}."
    began = time.process_time()
    judge(text)
    return time.process_time() - began


def grows(judge: Callable[[str], object], kind: str, signs: str = "") -> bool:
    """Whether four times the text costs more than ten times as much."""
    short = cost(judge, kind, SHORT, signs)
    return short * GROWS > TOO_SMALL and cost(judge, kind, LONG, signs) > GROWS * short


@pytest.mark.parametrize("kind", NASTY)
def test_every_spoken_form_is_found_in_time_that_grows_with_the_text(kind: str) -> None:
    judges = {
        form.name: (lambda text, form=form: form.apply(text, BRITISH)) for form in SPOKEN_FORMS
    }
    signs = {form.name: form.needs for form in SPOKEN_FORMS}
    slow = [name for name, judge in judges.items() if grows(judge, kind, signs[name])]
    assert [name for name in slow if grows(judges[name], kind, signs[name])] == []


@pytest.mark.parametrize("kind", NASTY)
@pytest.mark.parametrize(
    "judge", [is_author_bio, is_company_profile, names_sponsor, judge_wording, is_narration]
)
def test_boilerplate_is_found_in_time_that_grows_with_the_text(
    judge: Callable[[str], object], kind: str
) -> None:
    assert not (grows(judge, kind) and grows(judge, kind))


@pytest.mark.parametrize("kind", ["1", "1 ", "1/", "111,", "1.", "1-", "£1"])
@pytest.mark.parametrize("sign", ["", "£", "bn", "%", "²"])
def test_no_figure_is_too_long_to_be_said(kind: str, sign: str) -> None:
    written = (kind * 5000)[:5000]
    said = normalize_english(f"{sign}{written}{sign}", "en-GB")
    assert not any(char.isdecimal() for char in said)


def _among(text: str) -> object:
    """Clean a page on which a text opens a section, stands amid the story and ends it."""
    said, linked = block(text), block(text, links=0.5, hints=("alone",))
    head, quote = heading("How ropes age"), block(text, "quote")
    return read(*story(), head, said, quote, linked, *later(), linked, said)


@pytest.mark.parametrize("kind", [*NASTY, "At A", "At Aaaa "])
def test_a_page_is_cleaned_in_time_that_grows_with_a_paragraph(kind: str) -> None:
    assert not (grows(_among, kind) and grows(_among, kind))


def test_a_page_of_links_is_cleaned_in_time_that_grows_with_it() -> None:
    def links(text: str) -> object:
        linked = block("Ropes of the north", links=1.0, hints=("leads-out",))
        return read(*story(), *[linked] * (len(text) // 40), *later())

    assert not (grows(links, "a") and grows(links, "a"))


def test_capitals_after_at_are_no_riddle() -> None:
    """Every split of a run of capitals was tried: 400 of them took longer than a minute."""
    _among("At " + "A" * 400 + " b")
