"""The benchmark of sound reads what the press leaves: a change of its records must be seen here."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.shipped import ship
from tests.benchmarks.steps_inside import STEPS

if TYPE_CHECKING:
    from pathlib import Path

STORY = """---
title: The ice has gone
date: 2024-03-01
---

The harbour of Vik opened to ships on Monday, after a hundred days.

Food came by train, and the library lent its sledges to whoever asked.
"""


def test_every_paragraph_comes_as_the_engine_gave_it(tmp_path: Path) -> None:
    article = tmp_path / "ice.md"
    article.write_text(STORY, "utf-8")
    shipped = ship(tmp_path, article, "tone")
    raw = list(shipped.raw())
    assert len(raw) == len(shipped.alignment["paragraphs"])
    assert all(len(pcm) for _, pcm in raw)
    assert shipped.reduction(None) < 8
    assert shipped.stray()[0] < 20


@pytest.mark.parametrize("place", [place for places in STEPS.values() for place in places])
def test_a_step_that_is_measured_is_a_function_of_the_program(place: str) -> None:
    module, _, name = place.partition(":")
    found = functools.reduce(getattr, name.split("."), importlib.import_module(module))
    assert callable(found)
