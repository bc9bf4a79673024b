"""The gate of encodings without a label: every text of the table is read right."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from audiopress.text.decode import decode

_SPEC = importlib.util.spec_from_file_location(
    "encodings_table", Path(__file__).with_name("undeclared.py")
)
assert _SPEC is not None
assert _SPEC.loader is not None
TABLE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(TABLE)
CASES = list(TABLE.read_cases())


@pytest.mark.parametrize("shape", TABLE.SHAPES)
@pytest.mark.parametrize(
    ("encoding", "text"), CASES, ids=[f"{encoding}-{at}" for at, (encoding, _) in enumerate(CASES)]
)
def test_a_text_without_a_label_is_read_right(encoding: str, text: str, shape: str) -> None:
    assert text in decode(TABLE.write(text, encoding, shape))
