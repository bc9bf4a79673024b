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


@pytest.mark.parametrize(("written", "spoken"), EXAMPLES)
def test_example(written: str, spoken: str) -> None:
    language = "en-US" if written.startswith("us:") else "en-GB"
    assert normalize_english(written.removeprefix("us:"), language) == spoken


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
