"""Who is named for a language: by the longest tag, whatever the language is called."""

import pytest

from audiopress.model import Cast
from audiopress.speaking.casting import find_language_voice


@pytest.mark.parametrize(
    ("named", "language", "voice"),
    [
        ({"de": "a"}, "de-AT", "a"),
        ({"de": "a", "de-AT": "b"}, "de-AT", "b"),
        ({"fi": "a"}, "fil", ""),
        ({"pt-BR": "a"}, "pt-PT", ""),
        # One language by several tags.
        ({"no": "a"}, "nb-NO", "a"),
        ({"nb": "a"}, "no-NO", "a"),
        ({"no": "a"}, "nn", "a"),
        ({"nb": "a", "nn": "b"}, "nn-NO", "b"),
        ({"nn": "a", "nb": "b"}, "nn-NO", "a"),
        ({"cmn": "a"}, "zh-CN", "a"),
        ({"zh": "a"}, "cmn-Hans-CN", "a"),
        ({"zh-Hant": "a"}, "cmn-Hans", ""),
        ({"iw": "a"}, "he-IL", "a"),
        ({"tl": "a"}, "fil-PH", "a"),
        ({"nb-NO": "a"}, "no", ""),
    ],
)
def test_a_voice_is_named_for_a_language(named: dict[str, str], language: str, voice: str) -> None:
    cast = Cast(languages=tuple(sorted(named.items())))
    assert find_language_voice(cast, language) == voice


def test_another_region_counts_where_it_is_asked_for() -> None:
    cast = Cast(languages=(("nb-NO", "b"), ("pt-BR", "a")))
    assert find_language_voice(cast, "pt-PT", other_regions=True) == "a"
    assert find_language_voice(cast, "nn", other_regions=True) == "b"
