"""No text that a page may hold costs a spoken form more than its length."""

from __future__ import annotations

import pytest

from audiopress.speaking.english.normalize import SPOKEN_FORMS, normalize_english
from audiopress.speaking.english.spoken_form import Variety
from tests.unit.growing_texts import NASTY, grows

BRITISH = Variety(british=True, day_first=True)


@pytest.mark.parametrize("kind", NASTY)
def test_every_spoken_form_is_found_in_time_that_grows_with_the_text(kind: str) -> None:
    judges = {
        form.name: (lambda text, form=form: form.apply(text, BRITISH)) for form in SPOKEN_FORMS
    }
    signs = {form.name: form.needs for form in SPOKEN_FORMS}
    slow = [name for name, judge in judges.items() if grows(judge, kind, signs[name])]
    assert [name for name in slow if grows(judges[name], kind, signs[name])] == []


@pytest.mark.parametrize("kind", ["1", "1 ", "1/", "111,", "1.", "1-", "£1"])
@pytest.mark.parametrize("sign", ["", "£", "bn", "%", "²"])
def test_no_figure_is_too_long_to_be_said(kind: str, sign: str) -> None:
    written = (kind * 5000)[:5000]
    said = normalize_english(f"{sign}{written}{sign}", "en-GB")
    assert not any(char.isdecimal() for char in said)
