"""A whole build seen from the kernel: every step is on the disk before the next, the feed last."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from runner import Press

ROOT = Path(__file__).resolve().parents[3]
STEPS = (
    (r"output/episodes/[^/]+/[0-9a-f]{8}/[^/]+\.mp3", "media"),
    (r"output/episodes/[^/]+/[0-9a-f]{8}/[^/]+", "sidecars"),
    (r"output/episodes/[^/]+/[^/]+", "page"),
    (r"\.audiopress/ledger/articles/.*", "ledger"),
    (r"output/feed\.xml", "feed"),
    (r"output/.*", "show"),
)
ARTICLE = ["media", "sidecars", "page", "ledger"]


def article(name: str, text: str) -> str:
    return f"---\ntitle: About {name}\nid: {name}\ndate: 2024-03-01\n---\n\n{text}\n"


def published(press: Press) -> list[tuple[str, Path]]:
    """Build under strace; what the main thread, which publishes, asked for in the edition."""
    log = press.folder / "strace.log"
    watch = ["strace", "-y", "-o", str(log), "-e", "trace=fsync,rename"]
    done = subprocess.run(
        [*watch, sys.executable, "-m", "audiopress", "build", "--voice", "tone", "in"],
        cwd=press.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode and "ptrace" in done.stderr.lower():
        pytest.skip("this machine does not let strace watch a process")
    assert done.returncode == 0, done.stderr
    calls = re.findall(
        r'^(?:(fsync)\(\d+<([^>]*)>|(rename)\("[^"]*", "([^"]*)")', log.read_text(), re.MULTILINE
    )
    every = [(name or other, Path(one or two)) for name, one, other, two in calls]
    tops = (press.folder / "output", press.folder / ".audiopress" / "ledger")
    return [call for call in every if any(call[1].is_relative_to(top) for top in tops)]


def step(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    return next(step for pattern, step in STEPS if re.fullmatch(pattern, name))


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace (apt-get install strace)")
def test_media_sidecars_page_ledger_and_the_feed_last(press: Press) -> None:
    folder = press.folder = press.folder.resolve()
    (folder / "in").mkdir(parents=True)
    for name in ("one", "two"):
        (folder / "in" / f"{name}.md").write_text(article(name, "It was so.\n\nAnd so."), "utf-8")
    for text in ("", "It is otherwise."):
        if text:
            (folder / "in" / "two.md").write_text(article("two", text), "utf-8")
        calls = published(press)
        renamed = [(at, path) for at, (name, path) in enumerate(calls) if name == "rename"]
        steps = [each for each, _ in groupby(step(path, folder) for _, path in renamed)]
        assert steps == [*(ARTICLE if text else ARTICLE * 2), "show", "feed"]
        for at, path in renamed:
            before, after = calls[at - 1], calls[at + 1]
            assert before[0] == after[0] == "fsync"
            assert (before[1].parent, before[1].suffix) == (path.parent, ".tmp")
            assert after[1] == path.parent
