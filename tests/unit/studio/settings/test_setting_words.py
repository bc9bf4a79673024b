"""What the window has a field for is said by its name there, and nothing else is touched."""

import pytest

from audiopress.reading.reasons import REASONS, explain_reason
from audiopress.studio.settings.setting_words import say_settings


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (
            "[reading] tables = true has it",
            "“Tables” (Settings, What is read), switched on, has it",
        ),
        (
            "[reading] standfirst = false leaves it out",
            "“The lead below the headline” (Settings, What is read), switched off, leaves it out",
        ),
        (
            'disclosure = "both" under [reading] has',
            "“Says that the voice is synthetic” (Settings, What is read), set to “both”, has",
        ),
        ("see [reading] captions", "see “Captions of pictures” (Settings, What is read)"),
    ],
)
def test_a_setting_that_the_window_has_is_called_as_there(named, said):
    assert say_settings(named) == said


@pytest.mark.parametrize(
    "text",
    [
        '[reading] keep = ["CSS"] has a part spoken',
        'put address = "https://..." under [edition]',
        "lower [sound] loudness",
        "the table [reading] of a page",
    ],
)
def test_what_the_window_has_not_stays(text):
    assert say_settings(text) == text


def test_no_reason_names_a_setting_that_the_window_has():
    told = [say_settings(explain_reason(reason)) for reason in REASONS]
    assert not any("= true" in words or "= false" in words for words in told)
