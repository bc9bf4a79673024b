"""On the pages of the shared corpus nothing of a body is lost in silence."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


def list_lost(every: int) -> list[tuple[str, list[str]]]:
    spec = importlib.util.spec_from_file_location("unlisted", HERE / "unlisted.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules["unlisted"] = tool
    spec.loader.exec_module(tool)
    if not tool.measure.CORPUS.exists():
        pytest.skip("the shared corpus: ../shared/corpus is not here")
    return [(page, missing) for page, _, missing in tool.count_all(every) if missing]


def test_every_text_of_every_fortieth_page_is_spoken_or_listed() -> None:
    assert list_lost(40) == []


@pytest.mark.campaign
def test_every_text_of_all_pages_is_spoken_or_listed() -> None:
    assert list_lost(1) == []
