"""Articles for the benchmarks: pages made of one article's paragraphs, each a bit other."""

from __future__ import annotations

import html
import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.processes import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["EXAMPLE", "NORTH_KOREA", "page", "paragraphs", "repeated", "several", "spoken"]

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("AUDIOPRESS_SHARED", ROOT.parent / "shared"))
NORTH_KOREA = SHARED / "articles" / "north-korean-troops.html"
EXAMPLE = ROOT / "examples" / "lighthouse.html"
_WORDS = ("First", "Then", "Also", "Again", "Later", "Now", "Still", "Here", "There", "Last")


@cache
def _script(article: Path) -> tuple[dict[str, str], ...]:
    told = subprocess.run(
        [*PROGRAM, "script", "--json", str(article.resolve())],
        cwd=article.parent, check=True, capture_output=True,
    )  # fmt: skip
    return tuple(json.loads(told.stdout)["utterances"])


def spoken(article: Path) -> list[str]:
    """Return the lines an engine gets for an article, each once."""
    return list(dict.fromkeys(line["spoken"] for line in _script(article)))


def paragraphs(article: Path, language: str = "") -> list[str]:
    """Return the paragraphs of an article's body as they are written, those in ``language``."""
    found: dict[int, str] = {}
    for number, line in enumerate(_script(article)):
        if line["role"] in ("body", "quote") and line["language"].startswith(language):
            place = int(line.get("paragraph", number))
            found[place] = f"{found[place]} {line['source']}" if place in found else line["source"]
    return list(found.values())


def page(path: Path, number: int, lines: Iterable[str]) -> Path:
    """Write an article as a news page with an address of its own."""
    title = f"What was said on the coast, part {number}"
    text = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    path.write_text(
        f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} - The Harbour Post</title>
<link rel="canonical" href="https://harbour-post.example/said/{number}/">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2026-03-14T07:30:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/coast/">Coast</a></nav>
<main><article><h1>{title}</h1>
{text}
</article></main><footer><p>&copy; The Harbour Post 2026. All rights reserved.</p></footer>
</body></html>
""",
        "utf-8",
    )
    return path


def _other(line: str, number: int) -> str:
    """Return the paragraph said another time: no two are the same line for an engine."""
    return line if not number else f"{_WORDS[number % 10]}, for the record, {number}: {line}"


def repeated(path: Path, article: Path, times: int) -> Path:
    """Write one article that says the paragraphs ``times`` times, each time a bit other.

    None is the bare paragraph: it would be left out as a repetition of the longer ones.
    """
    body, numbers = paragraphs(article), range(1, times + 1)
    return page(path, 1, (_other(line, number) for number in numbers for line in body))


def several(
    folder: Path, lines: Sequence[str], count: int, *, first: int = 1, shared: bool = False
) -> list[Path]:
    """Write ``count`` articles of the same paragraphs.

    No line is said twice unless they are ``shared``: then only the titles differ.
    """
    folder.mkdir(exist_ok=True)
    return [
        page(
            folder / f"{number:04}.html",
            number,
            lines if shared else (_other(line, number) for line in lines),
        )
        for number in range(first, first + count)
    ]
