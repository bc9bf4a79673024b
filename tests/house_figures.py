"""Print how readable a tree of Python is, in figures: `python tests/house_figures.py [FOLDER ...]`.

Without a folder it measures `audiopress/`. A folder, or the name of an installed package, is one
column of the table (`python tests/house_figures.py audiopress httpx structlog`). ``--list KIND``
prints the places behind a figure instead: constants, long, noqa, docstrings, participles.

What counts: a *constant* is a name in capitals bound at the top of a module; it has a reason when
a comment stands on its line or right above it, or a docstring right below it. A docstring is
*public* when neither the name nor the module has a leading underscore. Comment lines are lines
that hold nothing but a comment; code lines are those that hold any other token, docstrings among
them but for the figure that names them.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import io
import re
import statistics
import tokenize
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 100
"""Characters of a line that can be reviewed beside another; the formatter has the same figure."""

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
NO_CODE = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENCODING, tokenize.ENDMARKER,
}  # fmt: skip
PARTICIPLE = re.compile(r"_?(?:[a-z]+_)*[a-z]+(?:ed|told|said|made|taken|known|left|kept|put|set)")
"""A function's name that says what became of something and not what it does."""

NOUNS = re.compile(r".*(?:feed|seed|speed|embed|need|reset|offset|exceed|proceed|heed|set|put)")
"""Names that only end as participles do; `set` and `put` are verbs as well."""


@dataclass
class Found:
    """What was counted; the lists hold places as FILE:LINE."""

    functions: list[int] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    folders: Counter[Path] = field(default_factory=Counter)
    long: list[str] = field(default_factory=list)
    longest: int = 0
    constants: int = 0
    unexplained: list[str] = field(default_factory=list)
    noqa: list[str] = field(default_factory=list)
    public: int = 0
    bare: list[str] = field(default_factory=list)
    participles: list[str] = field(default_factory=list)
    comments: int = 0
    prose: int = 0
    code: int = 0


def measure(folder: Path) -> Found:
    """Read every module below a folder; tests that a package brings along are left out."""
    found = Found()
    for path in sorted(folder.rglob("*.py")):
        inside = path.relative_to(folder).parts
        if "tests" in inside[:-1] or "_vendor" in inside[:-1]:
            continue
        text = path.read_text("utf-8")
        found.files.append(len(text.splitlines()))
        found.folders[path.parent] += 1
        count_lines(path, text, found)
        tree = ast.parse(text)
        count_constants(path, text, tree, found)
        count_docstrings(path, tree, found)
        found.prose += len(set(list_prose(tree)))
        count_functions(path, tree, found)
    return found


def count_lines(path: Path, text: str, found: Found) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        found.longest = max(found.longest, len(line))
        if len(line) > LONGEST:
            found.long.append(f"{path}:{number}: {len(line)}")
        if re.match(r"#\s*(?:ruff: noqa|flake8: noqa|mypy: |type: ignore|pylint: disable)", line):
            found.noqa.append(f"{path}:{number}")
    code, comments = set(), set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in NO_CODE:
            code.update(range(token.start[0], token.end[0] + 1))
    found.code += len(code)
    found.comments += len(comments - code)


def list_prose(tree: ast.Module) -> Iterator[int]:
    """Yield the numbers of the lines that docstrings fill, those below constants among them."""
    for node in ast.walk(tree):
        said = node.value if isinstance(node, ast.Expr) else None
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield from range(node.lineno, node.end_lineno + 1)


def count_constants(path: Path, text: str, tree: ast.Module, found: Found) -> None:
    lines = text.splitlines()
    for at, node in enumerate(tree.body):
        for name in bound(node):
            found.constants += 1
            below = tree.body[at + 1] if at + 1 < len(tree.body) else None
            if not explained(node, below, lines):
                found.unexplained.append(f"{path}:{node.lineno}: {name}")


def bound(node: ast.stmt) -> Iterator[str]:
    """Yield the constants that a statement binds."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    targets = [node.target] if isinstance(node, ast.AnnAssign) and node.value else targets
    for target in targets:
        for name in target.elts if isinstance(target, ast.Tuple) else [target]:
            if isinstance(name, ast.Name) and CONSTANT.fullmatch(name.id):
                yield name.id


def explained(node: ast.stmt, below: ast.stmt | None, lines: list[str]) -> bool:
    """Whether a comment beside or above, a docstring below, or its own ``why``, gives a reason."""
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
    if isinstance(value, ast.Call) and any(one.arg == "why" for one in value.keywords):
        return True
    if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
        return isinstance(below.value.value, str)
    above = lines[node.lineno - 2].strip() if node.lineno > 1 else ""
    beside = re.search(
        r"#\s*(?!fmt:|noqa|type:)\w", "\n".join(lines[node.lineno - 1 : node.end_lineno])
    )
    return above.startswith("#") or bool(beside)


def count_docstrings(path: Path, tree: ast.Module, found: Found) -> None:
    """Count modules, classes, functions and methods that others may use."""
    if path.stem.startswith("_") and path.stem != "__init__":
        return
    found.public += 1
    if not ast.get_docstring(tree):
        found.bare.append(f"{path}:1")
    for node in public_names(tree):
        found.public += 1
        if not ast.get_docstring(node):
            found.bare.append(f"{path}:{node.lineno}: {node.name}")


def public_names(
    tree: ast.Module | ast.ClassDef,
) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in tree.body:
        named = isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if not named or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from public_names(node)


def count_functions(path: Path, tree: ast.Module, found: Found) -> None:
    """Lengths are those of the body, without decorators and docstring."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        body = node.body[1:] if ast.get_docstring(node) else node.body
        size = body[-1].end_lineno - body[0].lineno + 1 if body else 0
        found.functions.append(size + 1)
        if PARTICIPLE.fullmatch(node.name) and not NOUNS.fullmatch(node.name):
            found.participles.append(f"{path}:{node.lineno}: {node.name}")


def spread(values: list[int]) -> str:
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    return f"{statistics.median_low(ordered)} / {high} / {ordered[-1]}"


def rows(found: Found) -> dict[str, str]:
    explained = found.constants - len(found.unexplained)
    told = (found.comments + found.prose) / max(1, found.code - found.prose)
    return {
        "functions, lines: median / 95 % / max": spread(found.functions),
        "files, lines: median / 95 % / max": spread(found.files),
        "files in the fullest folder": str(max(found.folders.values())),
        f"lines over {LONGEST} (longest)": f"{len(found.long)} ({found.longest})",
        "constants without a reason": f"{len(found.unexplained)} of {found.constants}",
        "constants with one": f"{explained / max(1, found.constants):.0%}",
        "file-wide noqa": str(len(found.noqa)),
        "public names with a docstring": f"{found.public - len(found.bare)} of {found.public}",
        "comment lines for a line of code": f"{found.comments / max(1, found.code):.3f}",
        "lines of comments and docstrings for one of code": f"{told:.3f}",
        "functions named by a participle": str(len(found.participles)),
    }


def folder_of(name: str) -> Path:
    if Path(name).is_dir():
        return Path(name)
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name} is no folder and no package that is installed here")
    return Path(spec.submodule_search_locations[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", default=["audiopress"])
    kinds = {
        "constants": "unexplained", "long": "long", "noqa": "noqa", "docstrings": "bare",
        "participles": "participles",
    }  # fmt: skip
    parser.add_argument("--list", choices=kinds)
    chosen = parser.parse_args()
    found = {name: measure(folder_of(name)) for name in chosen.folders}
    if chosen.list:
        for each in found.values():
            print(*getattr(each, kinds[chosen.list]), sep="\n")
        return
    table = {name: rows(each) for name, each in found.items()}
    print("| | " + " | ".join(table) + " |\n| --- |" + " --- |" * len(table))
    for row in next(iter(table.values())):
        print(f"| {row} | " + " | ".join(column[row] for column in table.values()) + " |")


if __name__ == "__main__":
    main()
