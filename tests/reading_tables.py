"""The tables of ``docs/reading.md``, made from the code: reasons, checks, rules, grounds to keep.

``python tests/reading_tables.py`` prints them; ``--write`` puts them into the page, each below its
mark ``<!-- table: NAME -->``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cleaning_examples import judged_without, needing, written

from audiopress.reading.cleaning.cleaning_rule import KeepGround
from audiopress.reading.cleaning.kept_in_context import GROUNDS
from audiopress.reading.cleaning.pipeline import CHECKS, RULES
from audiopress.reading.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cleaning_examples import Piece

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reading.md"
TABLE = re.compile(r"(<!-- table: (.+?) -->\n\n)((?:\|.*\n)*)")


def main() -> None:
    """Print the tables, or write them into the page."""
    if "--write" in sys.argv:
        PAGE.write_text(fill_in(PAGE.read_text("utf-8")), "utf-8")
        print(f"the tables of docs/{PAGE.name} are those of the code")
    else:
        print("\n\n".join(f"-- {name}\n{text}" for name, text in make_tables().items()))


def fill_in(page: str) -> str:
    """Return the page with every table below its mark."""
    tables = make_tables()
    return TABLE.sub(lambda found: found[1] + tables[found[2]], page)


def make_tables() -> dict[str, str]:
    return {
        "checks": make_table(
            ("check", "why", "decides on, for example", "in"),
            map(row_of, CHECKS),
        ),
        "rules": make_table(
            ("rule", "why", "decides on, for example", "in"),
            map(row_of, RULES),
        ),
        "grounds": make_table(
            ("ground", "why", "has spoken, for example", "in"),
            map(row_of, GROUNDS),
        ),
        "reasons": make_table(
            ("reason", "what was left out"),
            ((f"`{reason}`", sentence) for reason, sentence in REASONS.items()),
        ),
    }


def make_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def row_of(piece: Piece) -> tuple[str, ...]:
    """Return the name of a piece, why it is there, a text that it decides on, and its file."""
    pairs = zip(written(needing(piece)), judged_without(piece), strict=True)
    text = next(text for (text, reason), without in pairs if (text, reason) != without)
    shown = text.replace("|", "\\|").replace("*", "\\*")
    code = piece.holds if isinstance(piece, KeepGround) else piece.judge
    path = f"{code.__module__.replace('.', '/')}.py"
    return (f"`{piece.name}`", piece.why, shown, f"[{Path(path).name}](../{path})")


if __name__ == "__main__":
    main()
