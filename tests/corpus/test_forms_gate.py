"""The gate of what is said: tables of our own, golden rules, and what the voices pronounce.

`forms.json` holds what was reached. To pin anew after an improvement:
`python tests/corpus/test_forms_gate.py`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "forms.json"
TABLES = ("en-seen", "en-unseen", "de", "fr", "es", "it", "pt", "nl", "golden")
VOICES = ("joe", "af_heart", "heart")
TOLERANCE = 0.00005  # figures are rounded to four places


@cache
def tool(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def reached(name: str) -> float:
    if name in VOICES:
        return tool("pronounced").pronounced(name)["same"]
    return tool("forms").measured(name)["right"]


def pinned() -> dict[str, float]:
    return json.loads(FIGURES.read_text("utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_no_table_drops(name: str) -> None:
    assert reached(name) >= pinned()[name]


@pytest.mark.parametrize("name", VOICES)
def test_voices_pronounce_what_the_references_do(name: str) -> None:
    if not (tool("pronounced").measure().CORPUS / "normalisation").exists():
        pytest.skip("the shared corpus: ../shared/corpus is not here")
    assert reached(name) >= pinned()[name] - TOLERANCE


def test_sounds_tell_words_apart_and_pass_over_marks() -> None:
    sounds = tool("pronounced").sounds
    assert sounds("two pounds, he said", "joe") == sounds("Two pounds he said.", "joe")
    assert sounds("two pounds", "joe") != sounds("two pound", "joe")
    assert sounds("about now", "af_heart") != sounds("about now", "joe")


def test_there_are_as_many_rows_as_the_documents_say() -> None:
    forms = tool("forms")
    assert len(forms.rows("golden_en")) == 48
    assert len(forms.rows("en")) == 476
    assert min(len(forms.rows(language)) for language in forms.LANGUAGES) >= 60


if __name__ == "__main__":
    found = {name: reached(name) for name in (*TABLES, *VOICES)}
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
