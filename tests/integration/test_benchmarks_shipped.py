"""The benchmark of sound reads what the press leaves: a change of its records must be seen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.shipped import ship

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
