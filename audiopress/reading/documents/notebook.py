"""Notebooks of Jupyter (.ipynb) as Markdown: their text is said, their code and its output is not.

Read as JSON (https://nbformat.readthedocs.io): versions 3 and 4 differ in where the cells stand.
"""

from __future__ import annotations

import json
import re
from typing import Any

from audiopress.errors import ReadingError
from audiopress.text.decode import decode

__all__ = ["write_notebook"]

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
"""The line that opens or closes a listing of code in Markdown."""

_MOST_OUTPUT = 2_000
"""Characters of what a cell has printed that are listed: a table of measurements has millions."""

_DEEPEST = 6
"""The deepest heading of Markdown."""

_FRONT_MATTER = re.compile(r"\s*---\s*\n.*?\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)
"""Front matter in the first cell, as Quarto has it."""


def write_notebook(body: bytes, where: str) -> str:
    """Return a notebook as Markdown; raises `ReadingError` where it is none."""
    try:
        notebook = json.loads(decode(body, None))
    except (ValueError, RecursionError) as error:
        raise _refuse(where, f"the notebook is damaged: {error}") from error
    if not isinstance(notebook, dict):
        raise _refuse(where, "this is no notebook: it has no cells")
    cells = _list_cells(notebook)
    if not cells:
        raise _refuse(where, "this notebook has no cells")
    parts = [text for cell in cells for text in _write_cell(cell)]
    opens = _FRONT_MATTER.match(parts[0]) if parts else None
    front = "" if opens else _write_front_matter(notebook)
    return front + "\n\n".join(parts) + "\n"


def _refuse(where: str, why: str) -> ReadingError:
    return ReadingError(why, where=where, hint="open it in Jupyter, and save it again")


def _list_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    sheets = notebook.get("worksheets")
    found = notebook.get("cells")
    if not isinstance(found, list) and isinstance(sheets, list):
        found = [
            cell for sheet in sheets if isinstance(sheet, dict) for cell in sheet.get("cells") or ()
        ]
    return [cell for cell in found or () if isinstance(cell, dict)]


def _write_front_matter(notebook: dict[str, Any]) -> str:
    """Return what a notebook says of itself, as front matter."""
    said = notebook.get("metadata")
    said = said if isinstance(said, dict) else {}
    named = said.get("authors")
    authors = [
        str(each.get("name") or "") for each in named if isinstance(each, dict)
    ] if isinstance(named, list) else []  # fmt: skip
    title = said.get("title")
    front = {
        "title": title if isinstance(title, str) else "",
        "author": ", ".join(filter(None, authors)),
        "date": said.get("date") if isinstance(said.get("date"), str) else "",
    }
    front = {name: text for name, text in front.items() if text}
    # JSON is YAML too
    return f"---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n" if front else ""


def _write_cell(cell: dict[str, Any]) -> list[str]:
    kind = cell.get("cell_type")
    source = _join(cell.get("source", cell.get("input")))
    if kind == "markdown":
        return [_close_fence(source)]
    if kind == "heading":  # of version 3
        level = cell.get("level")
        depth = level if isinstance(level, int) and 0 < level <= _DEEPEST else 1
        return [f"{'#' * depth} {source}"]
    if kind == "raw" and _FRONT_MATTER.fullmatch(source):
        return [source]
    return [_fence(text) for text in (source, *_list_outputs(cell)) if text.strip()]


def _list_outputs(cell: dict[str, Any]) -> list[str]:
    """Return what a cell has printed, as text."""
    found = cell.get("outputs")
    texts = []
    for output in found if isinstance(found, list) else ():
        if isinstance(output, dict):
            data = output.get("data")
            shown = data.get("text/plain") if isinstance(data, dict) else None
            said = output.get("text") or shown or output.get("evalue")
            texts.append(_join(said)[:_MOST_OUTPUT])
    return texts


def _join(source: Any) -> str:
    if isinstance(source, list):
        return "".join(str(line) for line in source)
    return source if isinstance(source, str) else ""


def _fence(text: str) -> str:
    """Return a listing of code, in a fence longer than any within it."""
    longest = max((len(found) for found in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _close_fence(text: str) -> str:
    """Return the text of a cell with a listing closed that it left open, for the cells behind."""
    opened = ""
    for found in _FENCE.finditer(text):
        if not opened:
            opened = found[1]
        elif found[1].startswith(opened[0]) and len(found[1]) >= len(opened):
            opened = ""
    return f"{text}\n{opened}" if opened else text
