"""The reference, made from the code: settings, and on the docs site commands and public names.

``.venv/bin/python tests/reference_pages.py --write`` writes what lies in docs: the tables of
settings, of the keys of a front matter and of the variables of the environment, in the pages that
have a mark for them. ``tests/reference_pages.py commands`` (or ``names``) prints one page; the site
asks for them when it is built (`tests/docs_site.py`), so they are never older than the code.
"""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reference_commands import fill_environment, write_commands
from reference_front_matter import fill_front_matter
from reference_settings import fill_settings

import audiopress

if TYPE_CHECKING:
    from collections.abc import Callable


def write_names() -> str:
    """Return the page of ``import audiopress``: each public name with what it says of itself."""
    parts = ["# The names of `import audiopress`\n\n[python.md](../python.md) has them at work."]
    for name in audiopress.__all__:
        found = getattr(audiopress, name)
        if callable(found):
            said = inspect.cleandoc(found.__doc__ or "")
            head = f"{name}{_write_signature(found)}" if inspect.isfunction(found) else name
            parts.append(f"## {name}\n\n```python\n{head}\n```\n\n{said.replace('``', '`')}")
    return "\n\n".join(parts) + "\n"


def _write_signature(function: Callable[..., object]) -> str:
    """Return a signature with its types as they are written, without quotation marks."""
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(function)))


PAGES = {"commands": write_commands, "names": write_names}
"""The pages by the names that they have in the site."""

DOCS = Path(__file__).resolve().parent.parent / "docs"
"""Where the pages lie."""


def find_changed() -> dict[Path, str]:
    """Return each page of docs that is older than the code, and what it should be."""
    pages = {page: page.read_text("utf-8") for page in DOCS.glob("*.md")}
    made = {page: _fill_in(page.name, text) for page, text in pages.items()}
    return {page: text for page, text in made.items() if text != pages[page]}


def _fill_in(page: str, text: str) -> str:
    return fill_environment(fill_front_matter(fill_settings(page, text)))


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        for path, text in find_changed().items():
            path.write_text(text, "utf-8")
            print(f"docs/{path.name} is as the code")
    else:
        print(PAGES[sys.argv[1]](), end="")
