"""The docs site: what MkDocs is told beyond ``mkdocs.yml``, and how a test or a person builds it.

The pages are written to be read where they lie, in the repository. Some name files outside of
``docs/``, and those come along: in the site they lie below ``repository/``, so every link leads
somewhere without a host having to be known.
"""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
OUTSIDE = "repository"
"""Folder of the site for what lies outside of ``docs/``."""

MKDOCS = ROOT / ".venv" / "docs" / ("Scripts" if os.name == "nt" else "bin") / "mkdocs"
"""The program, in an environment of its own that `tests/run.py` sets up."""

PYTHON = MKDOCS.parents[2] / MKDOCS.parent.name / "python"
"""What the program itself is installed in."""

REFERENCE = ROOT / "tests" / "reference_pages.py"
"""What writes the reference from the code."""

_FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"""(?P<before>\]\(|(?:src|href)=")(?P<to>[^)"\s#]+)(?P<after>#[^)"\s]*)?""")


def on_files(files: Any, config: Any) -> Any:
    """Add to the site every file of the repository that one of its pages links to."""
    from mkdocs.structure.files import File  # noqa: PLC0415 - in the site's environment alone

    for path in sorted(find_outside()):
        name = locate(path)
        files.append(File.generated(config, name, abs_src_path=str(path)))
    if REFERENCE.exists():
        for name in ("commands", "names"):
            files.append(File.generated(config, f"reference/{name}.md", content=_write_page(name)))
    return files


def _write_page(name: str) -> str:
    """Return a page of the reference, written by the Python that the program is installed in."""
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [str(PYTHON), str(REFERENCE), name],
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def on_page_markdown(markdown: str, page: Any, **_rest: Any) -> str:
    """Return a page with its links as they must be in the site."""
    here = page.file.src_uri
    return change_links(markdown, find_source(here), lambda path: relate(path, here))


def change_links(text: str, source: Path, name: Callable[[Path], str]) -> str:
    """Return ``text`` of the page at ``source`` with each link to a file as ``name`` has it."""

    def change(match: re.Match[str]) -> str:
        target = resolve(match["to"], source)
        if target is None:
            return match[0]
        return match["before"] + name(target) + (match["after"] or "")

    parts = _FENCE.split(text)
    parts[::2] = [_LINK.sub(change, part) for part in parts[::2]]
    return "".join(parts)


def resolve(link: str, source: Path) -> Path | None:
    """Return the file that a link of the page at ``source`` leads to, if it is one of ours."""
    if re.match(r"[a-z]+:", link):
        return None
    target = Path(os.path.normpath(source.parent / link))
    target = target / "README.md" if target.is_dir() else target
    return target if target.is_file() else None


def find_outside() -> set[Path]:
    """Return the files outside of ``docs/`` that its pages, and pages found so, link to."""
    waiting, seen = [*DOCS.rglob("*.md"), ROOT / "CHANGELOG.md"], set()
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        if page.suffix == ".md":
            waiting += _list_targets(page)
    return {page for page in seen if not page.is_relative_to(DOCS)}


def _list_targets(page: Path) -> Iterator[Path]:
    for part in _FENCE.split(page.read_text("utf-8"))[::2]:
        for match in _LINK.finditer(part):
            if (target := resolve(match["to"], page)) is not None:
                yield target


def locate(path: Path) -> str:
    """Return a file's place in the site."""
    if path.is_relative_to(DOCS):
        return path.relative_to(DOCS).as_posix()
    return f"{OUTSIDE}/{path.relative_to(ROOT).as_posix()}"


def find_source(place: str) -> Path:
    """Return the file that stands at a place of the site."""
    top, _, rest = place.partition("/")
    return ROOT / rest if top == OUTSIDE else DOCS / place


def relate(path: Path, here: str) -> str:
    """Return what leads from the page at the place ``here`` to a file."""
    return posixpath.relpath(locate(path), posixpath.dirname(here) or ".")


def build(target: Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Build the site of ``folder`` into ``target``; a warning is an error."""
    return subprocess.run(
        [str(MKDOCS), "build", "--strict", "--site-dir", str(target)],
        cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


if __name__ == "__main__":
    done = build(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "docs").resolve())
    print(done.stderr, end="")
    sys.exit(done.returncode)
