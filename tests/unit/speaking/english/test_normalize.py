"""Every form's examples, said by the whole layer: `pytest -k scores` runs those of `scores.py`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest

from audiopress.speaking import english
from audiopress.speaking.english.normalize import SPOKEN_FORMS, normalize_english
from audiopress.speaking.english.spoken_form import SpokenForm

if TYPE_CHECKING:
    from collections.abc import Iterator


def list_forms() -> Iterator[tuple[str, SpokenForm]]:
    """Yield every form with the file it stands in, whether it is in the order or not."""
    for found in pkgutil.walk_packages(english.__path__, f"{english.__name__}."):
        module = importlib.import_module(found.name)
        if found.name.endswith(".normalize"):
            continue
        for group in vars(module).values():
            if isinstance(group, tuple) and group and isinstance(group[0], SpokenForm):
                for form in group:
                    yield found.name.removeprefix(f"{english.__name__}."), form


FORMS = list(list_forms())
EXAMPLES = [
    pytest.param(written, spoken, id=f"{file}: {form.name}: {written[:40]}")
    for file, form in FORMS
    for written, spoken in form.examples
]


LEFT_ALONE = (
    (
        "Earth races around the Sun at 67,000 mph.",
        "Earth races around the Sun at sixty seven thousand miles per hour.",
    ),
    (
        "It orbits the Sun at 5 AU.",
        "It orbits the Sun at five A U.",
    ),
    (
        "They sat in the midday Sun at noon.",
        "They sat in the midday Sun at noon.",
    ),
    (
        "Faces turned to the Sun at midnight.",
        "Faces turned to the Sun at midnight.",
    ),
    (
        "It is read in the Sun at noon.",
        "It is read in the Sun at noon.",
    ),
    (
        "It is far from the Sun, 8:20 light minutes away.",
        "It is far from the Sun, eight twenty light minutes away.",
    ),
    (
        "Sat at 9 desks, they wrote.",
        "Sat at nine desks, they wrote.",
    ),
    (
        "Sat at noon by the pool, he slept.",
        "Sat at noon by the pool, he slept.",
    ),
    (
        "Sat at 2.30 metres, it is high.",
        "Sat at two point three zero metres, it is high.",
    ),
    (
        "It rose from 2-3 up to 5-6.",
        "It rose from two to three up to five to six.",
    ),
    (
        "They came from 10-15 ahead of time.",
        "They came from ten to fifteen ahead of time.",
    ),
    (
        "There is a shop from 3-4 down the road.",
        "There is a shop from three to four down the road.",
    ),
    (
        "The lead is 12 pp. in 2021.",
        "The lead is twelve percentage points in twenty twenty one.",
    ),
    (
        "It was a 24 pp. rise.",
        "It was a twenty four percentage point rise.",
    ),
    (
        "There was inflation of 15 pp. above target.",
        "There was inflation of fifteen percentage points above target.",
    ),
    (
        "That is 12 pp. more than before.",
        "That is twelve percentage points more than before.",
    ),
    (
        "The margin: 20 pp.",
        "The margin: twenty percentage points.",
    ),
    (
        "They are 100 pp ahead.",
        "They are one hundred percentage points ahead.",
    ),
    (
        "Turnout, 2021, 8 pp higher.",
        "Turnout, twenty twenty one, eight percentage points higher.",
    ),
    (
        "Support (2020, 12 pp) fell.",
        "Support (twenty twenty, twelve percentage points) fell.",
    ),
    (
        "It is in ch. 16 of his TV memoir.",
        "It is in chapter sixteen of his TV memoir.",
    ),
    (
        "For more, see ch. 3 on radio astronomy.",
        "For more, see chapter three on radio astronomy.",
    ),
    (
        "He reached policy no. 12000 by then.",
        "He reached policy number twelve thousand by then.",
    ),
    (
        "Membership number 50000 was reached.",
        "Membership number fifty thousand was reached.",
    ),
    (
        "It has the registered number 50000 voters.",
        "It has the registered number fifty thousand voters.",
    ),
    (
        "Then at 1:30 scale-up talks begin.",
        "Then at one thirty scale-up talks begin.",
    ),
    (
        "From 10:30 scale the wall.",
        "From ten thirty scale the wall.",
    ),
    (
        "In March 11/12 patients recovered.",
        "In March eleven twelfths patients recovered.",
    ),
    (
        "On May 11/12 runners finished.",
        "On May eleven twelfths runners finished.",
    ),
    (
        "There are season 13/14 March fixtures.",
        "There are season thirteen fourteenths March fixtures.",
    ),
    (
        "By 13/14 May be too late.",
        "By thirteen fourteenths May be too late.",
    ),
    (
        "Today's £5m rises in value.",
        "Today's five million pounds rises in value.",
    ),
    (
        "The camera reading of 120/80 pixels is low.",
        "The camera reading of one hundred and twenty eightieths pixels is low.",
    ),
    (
        "It fell from 100/80 to 90/60 in the polls.",
        "It fell from one hundred eightieths to ninety sixtieths in the polls.",
    ),
)
"""What rules for days, scores, pages, channels and the like must not take for theirs."""


@pytest.mark.parametrize(("written", "spoken"), EXAMPLES)
def test_example(written: str, spoken: str) -> None:
    language = "en-US" if written.startswith("us:") else "en-GB"
    assert normalize_english(written.removeprefix("us:"), language) == spoken


@pytest.mark.parametrize(("written", "spoken"), LEFT_ALONE)
def test_what_only_looks_like_a_day_score_page_or_channel(written: str, spoken: str) -> None:
    assert normalize_english(written, "en-GB") == spoken


def test_every_form_has_an_example() -> None:
    assert [form.name for form in SPOKEN_FORMS if not form.examples] == []


def test_every_form_has_a_name_of_its_own() -> None:
    """The test of linear time knows them by it."""
    names = [form.name for form in SPOKEN_FORMS]
    assert sorted(names) == sorted(set(names))


def test_every_form_of_every_file_has_its_place_in_the_order() -> None:
    """A new file, or a new group in one, is of no use before `normalize.py` names it."""
    known = set(map(id, SPOKEN_FORMS))
    assert [(file, form.name) for file, form in FORMS if id(form) not in known] == []
    assert len(SPOKEN_FORMS) == len(known)
