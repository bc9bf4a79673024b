"""The gate: figures of reading on the shared corpus that may not drop.

`figures.json` holds what was reached. The quick part (spoken forms, splitting, every fourth
page, labelled or not) is in the test command; all pages are the campaign:
`python -m pytest tests/corpus -m campaign`.
To pin anew after an improvement: `python tests/corpus/test_text_gate.py`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

HERE = Path(__file__).resolve().parent
FIGURES = HERE / "figures.json"
QUICK = ("newsread", "google", "nemo", "engconf", "newssplit")
PAGES = ("aeb", "fundus_en", "wcxb_articles")
LOWER_IS_BETTER = ("spurious", "failed", "pages with furniture", "paragraphs lost")
TOLERANCE = 0.0005  # figures are rounded to four places


@cache
def tool_named(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def measure() -> ModuleType:
    return tool_named("measure")


def judged(*, every: int = 1) -> dict[str, float]:
    """Return the shares of labelled pages with furniture, and of their paragraphs lost."""
    measure()
    tool = tool_named("labelled")
    found = tool.figures(tool.judge_all(tool.pages(every=every)))
    return {key: found[key] for key in ("pages with furniture", "paragraphs lost")}


def figures(name: str, *, every: int = 1) -> dict[str, float]:
    tool = measure()
    if name == "newssplit":
        return {"right": tool.splitting()["right"]}
    if name in QUICK:
        return {"accuracy": tool.spoken_forms(name)["accuracy"]}
    found = tool.extraction(name, "development", jobs=1, every=every)
    flat = {"failed": found["failed"], "recall before cleaning": found["before"]["recall"]}
    flat |= {key: found["spoken"][key] for key in ("precision", "recall", "f1", "spurious")}
    flat |= {
        f"{kind}s kept": round(kept / there, 4)
        for kind, (kept, there) in found.get("kept", {}).items()
        if there
    }
    return flat | {key: found[key] for key in ("title", "authors", "date") if key in found}


def pinned() -> dict[str, dict[str, float]]:
    return json.loads(FIGURES.read_text("utf-8"))


def compare(reached: dict[str, float], wanted: dict[str, float]) -> list[str]:
    """Return what is worse than pinned, in words."""
    worse = []
    for key, value in wanted.items():
        sign = -1 if key in LOWER_IS_BETTER else 1
        if sign * (reached[key] - value) < -TOLERANCE:
            worse.append(f"{key}: {reached[key]}, was {value}")
    return worse


def here() -> None:
    if not measure().CORPUS.exists():
        pytest.skip("the shared corpus: ../shared/corpus is not here")


@pytest.mark.parametrize("name", QUICK)
def test_no_figure_drops(name: str) -> None:
    here()
    assert compare(figures(name), pinned()[name]) == []


@pytest.mark.parametrize("name", ["aeb", "fundus_en"])
def test_no_figure_drops_on_every_fourth_page(name: str) -> None:
    here()
    assert compare(figures(name, every=4), pinned()[f"{name}, every fourth page"]) == []


def test_no_figure_drops_on_every_fourth_labelled_page() -> None:
    here()
    assert compare(judged(every=4), pinned()["labelled, every fourth page"]) == []


@pytest.mark.campaign
def test_no_figure_drops_on_all_labelled_pages() -> None:
    here()
    assert compare(judged(), pinned()["labelled"]) == []


@pytest.mark.campaign
@pytest.mark.parametrize("name", PAGES)
def test_no_figure_drops_on_all_pages(name: str) -> None:
    here()
    assert compare(figures(name), pinned()[name]) == []


def test_a_worse_figure_is_named() -> None:
    assert compare({"recall": 0.9, "spurious": 0.2}, {"recall": 0.95, "spurious": 0.1}) == [
        "recall: 0.9, was 0.95",
        "spurious: 0.2, was 0.1",
    ]


def pin() -> dict[str, Any]:
    found = {name: figures(name) for name in (*QUICK, *PAGES)}
    found |= {f"{name}, every fourth page": figures(name, every=4) for name in ("aeb", "fundus_en")}
    return found | {"labelled": judged(), "labelled, every fourth page": judged(every=4)}


if __name__ == "__main__":
    FIGURES.write_text(json.dumps(pin(), indent=1) + "\n", "utf-8")
