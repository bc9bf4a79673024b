"""What is told of a text that is to be spoken."""

import pytest

from audiopress.press.say import note_language


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("Le maire a dit que la ville ne pourrait pas payer", "en-GB", "French"),
        ("Hallo Welt, dies ist ein deutscher Satz über den Bürgermeister", "en-GB", "German"),
        ("Привет мир", "en-GB", "Russian"),
        ("The council met on Monday and agreed to it", "de", "English"),
        ("The council met on Monday", "en-GB", ""),
        ("Charles de Gaulle and La Défense in Paris", "en-GB", ""),
        ("La Paz", "en-GB", ""),
        ("Das ist gut", "de-AT", ""),
        ("OK", "fr", ""),
    ],
)
def test_a_text_that_looks_like_another_language_is_told(
    text: str, language: str, other: str
) -> None:
    note = note_language(text, language)
    assert note.startswith(f"this looks like {other}, ") if other else note == ""
