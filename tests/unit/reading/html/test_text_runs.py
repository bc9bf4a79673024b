"""Buttons and icons in a text: what is read of them, and what they do not cut."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read


@pytest.mark.parametrize(
    "icon", ["<button></button>", "<button><svg></svg></button>", "<svg></svg>"]
)
def test_an_icon_in_a_paragraph_does_not_cut_it(icon: str) -> None:
    text = "The oldest books in the library were printed by a monk who lived beside the river."
    said, _ = read(f"<p>{text.replace('monk who', f'monk<span>{icon}</span> who')}</p>")
    assert text in said


@pytest.mark.parametrize(
    "question",
    [
        "<h3><button>When will the roof be mended?</button></h3>",
        "<div class=item><button aria-expanded=false>When will the roof be mended?</button></div>",
    ],
)
def test_a_question_on_a_button_is_read(question: str) -> None:
    said, _ = read(
        f"{question}<p>The council hopes to have the roof mended before the first snow falls.</p>"
    )
    assert "When will the roof be mended?" in said


def test_a_button_that_does_something_is_not_read() -> None:
    said, _ = read("<p><button>Show all the photos</button></p>")
    assert "Show all the photos" not in said
