"""Markdown: its front matter and its blocks."""

from __future__ import annotations

from datetime import UTC, datetime

from audiopress.model import Document, Reading
from audiopress.reading.extract import extract


def test_front_matter_and_blocks_of_markdown() -> None:
    body = b"""---
title: "The \\"bridge\\""
author: [Jane Doe, John Roe]
date: 2025-03-02
id: bridge-1
---
# Ignored heading

First *paragraph* with a [link](https://example.org).

## Part

- one
- two

> Said so.

```
code
```
"""
    article = extract(Document(uri="a.md", media_type="text/markdown", body=body), Reading())
    assert article.title == 'The "bridge"'
    assert article.byline == "Jane Doe, John Roe"
    assert article.declared_id == "bridge-1"
    assert article.published == datetime(2025, 3, 2, tzinfo=UTC)
    assert [(b.kind, b.level, b.text) for b in article.blocks] == [
        ("heading", 1, "Ignored heading"),
        ("paragraph", 0, "First paragraph with a link."),
        ("heading", 2, "Part"),
        ("list_item", 0, "one"),
        ("list_item", 0, "two"),
        ("quote", 0, "Said so."),
    ]
