"""Progress of long work: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from audiopress.text.counts import count_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import TaskID

    from audiopress.press.report import BuildProgress
    from audiopress.voices import InstallProgress

__all__ = ["show_build", "show_download"]


@contextlib.contextmanager
def show_build() -> Iterator[Callable[[BuildProgress], None]]:
    """Give a function that shows progress while the block runs."""
    if not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.fields[articles]}"),
        BarColumn(),
        TextColumn("{task.fields[paragraphs]}"),
        TextColumn("{task.fields[speech]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        # The summary that follows says what the full bar would.
        transient=True,
    )
    task = bar.add_task("", total=None, articles="reading", paragraphs="", speech="")

    def show(progress: BuildProgress) -> None:
        bar.update(
            task,
            # Time goes by characters, not by paragraphs: the bar would halt at the long ones.
            # Without a total the bar shows that something goes on, not how far it is.
            total=progress.characters_total or None,
            completed=progress.characters_done,
            articles=count_part(progress.articles_done, progress.articles_total, "article"),
            paragraphs=count_part(progress.segments_done, progress.segments_total, "paragraph"),
            speech=f"{progress.speech_seconds:.0f} s of speech",
        )

    with bar:
        yield show


@contextlib.contextmanager
def show_download() -> Iterator[InstallProgress]:
    """Give a function that shows how far a file is: its name, bytes there, bytes in all."""
    if not sys.stderr.isatty():
        yield _ignore_file
        return
    from rich.console import Console
    from rich.progress import DownloadColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(TextColumn("{task.description}"), DownloadColumn(), console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def show(name: str, done: int, total: int) -> None:
        # A voice has several files, and which are missing is told one by one.
        if name not in tasks:
            tasks[name] = bar.add_task(name, total=total)
        bar.update(tasks[name], completed=done)

    with bar:
        yield show


def _ignore_file(name: str, done: int, total: int) -> None:
    pass


def _ignore(_progress: BuildProgress) -> None:
    pass
