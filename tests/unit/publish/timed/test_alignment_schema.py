"""The published description of alignment.json and what is written agree."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audiopress.publish.timed.alignment import write_alignment
from tests.unit.publish_samples import episode, timeline

jsonschema = pytest.importorskip("jsonschema", reason="alignment schema: jsonschema is missing")
SCHEMA = Path(__file__).parents[4] / "docs" / "alignment.schema.json"


@pytest.fixture(scope="module")
def schema() -> Any:
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_record_is_what_the_schema_says(schema: Any) -> None:
    schema.check_schema(schema.schema)
    schema.validate(json.loads(write_alignment(episode(), timeline(), peaks=b"\x01" * 200)))


def test_so_is_one_without_address_or_words(schema: Any) -> None:
    first = timeline().cues[0]
    bare = replace(first, words=(), utterance=replace(first.utterance, selector=None))
    record = write_alignment(
        episode(url="javascript:x"), replace(timeline(), cues=(bare,), chapters=())
    )
    schema.validate(json.loads(record))
    assert json.loads(record)["url"] is None


def test_every_field_written_is_described(schema: Any) -> None:
    record = json.loads(write_alignment(episode(), timeline(), peaks=b""))
    described = schema.schema
    assert set(record) == set(described["properties"])
    paragraph = described["$defs"]["paragraph"]["properties"]
    assert set(record["paragraphs"][0]) == set(paragraph)
    assert set(record["paragraphs"][0]["words"][0]) == set(described["$defs"]["word"]["properties"])


@pytest.mark.parametrize("field", ["version", "duration", "paragraphs", "guid"])
def test_a_record_without_its_parts_is_refused(schema: Any, field: str) -> None:
    record = json.loads(write_alignment(episode(), timeline()))
    del record[field]
    assert not schema.is_valid(record)
