"""What it costs to ask for help, and what is imported before anything is asked."""

from __future__ import annotations

import statistics
import sys

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.processes import PROGRAM, cost

__all__ = ["BENCHES"]

_HEAVY = ("numpy", "onnxruntime", "pydub")
_PAIRS = 11
_MINIMAL = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
@app.command()
def one(name: str) -> None:
    "Do one thing."
@app.command()
def two(name: str) -> None:
    "Do another."
app()
"""
_IMPORTS = f"""
import sys, audiopress, audiopress.cli
print(sum(name in sys.modules for name in {_HEAVY!r}))
"""


def _start(setting: Setting) -> list[Figure]:
    minimal = [sys.executable, "-c", _MINIMAL, "--help"]
    pairs = [
        (cost([*PROGRAM, "--help"], setting.folder), cost(minimal, setting.folder))
        for _ in range(_PAIRS)
    ]
    loaded = cost([sys.executable, "-c", _IMPORTS], setting.folder).out
    return [
        Figure(what="--help / a minimal typer app's: CPU",
               value=statistics.median(ours.cpu / theirs.cpu for ours, theirs in pairs),
               target=1.3, remark=f"median of {_PAIRS} pairs"),
        Figure(what="--help / a minimal typer app's: wall",
               value=statistics.median(ours.wall / theirs.wall for ours, theirs in pairs),
               target=1.3,
               remark=f"{statistics.median(ours.wall for ours, _ in pairs) * 1000:.0f} ms"),
        Figure(what=f"of {', '.join(_HEAVY)}: imported by audiopress", value=float(loaded),
               target=0, remark="the command line included"),
    ]  # fmt: skip


BENCHES = (Bench(name="start", minutes=0.2, measure=_start),)
