"""What a run must have before it begins."""

from dataclasses import replace
from pathlib import Path

import pytest

from audiopress.errors import ConfigError
from audiopress.model import Cast
from audiopress.press.preflight import settle_settings
from audiopress.settings import load_settings


def test_a_kernel_that_an_engine_has_not_is_a_mistake_of_the_settings(tmp_path: Path) -> None:
    settings = load_settings(None, root=tmp_path)
    wrong = replace(settings, cast=Cast(kernels=(("joe", "swift"),)))
    with pytest.raises(ConfigError, match='no kernel "swift"') as caught:
        settle_settings(wrong)
    assert caught.value.where == "audiopress.toml, [voices.kernel] joe"
    assert "take the line out" in caught.value.hint


def test_all_mistakes_in_the_voices_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "audiopress.toml").write_text(
        '[voices]\nbody = "hart"\nheadline = "ema"\n'
        '[voices.languages]\nfr = "siwiss"\n[voices.rate]\nhart = 1.2\n'
    )
    with pytest.raises(ConfigError) as caught:
        settle_settings(load_settings(None, root=tmp_path))
    said = caught.value.message
    assert said.startswith("4 mistakes in the voices:")
    for part in ("[voices] body", "[voices] headline", "languages", "rate", '"siwiss"', '"ema"'):
        assert part in said
    assert caught.value.hint == "audiopress voices list"
