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
