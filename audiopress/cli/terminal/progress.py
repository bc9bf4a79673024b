"""Progress of long work: a bar on a terminal, nothing elsewhere, or as ``--progress`` has it."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from audiopress.cli.terminal.log_form import is_told_as_json
from audiopress.errors import ConfigError
from audiopress.text.counts import count_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import TaskID

    from audiopress.press.report import BuildProgress
    from audiopress.voices import InstallProgress

__all__ = [
    "ProgressAs",
    "ProgressOption",
    "cut_to_width",
    "describe_bar",
    "name_stage",
    "read_choice",
    "show_build",
    "show_download",
    "write_event",
]


class ProgressAs(StrEnum):
    """How it is told what goes on: as a bar on a terminal (auto), in lines, as JSON, or not."""

    AUTO = "auto"
    PLAIN = "plain"
    JSON = "json"
    NONE = "none"


_VARIABLE: Final = "AUDIOPRESS_PROGRESS"
"""Where the choice is kept for whatever builds in this process."""

_PAUSE: Final = {ProgressAs.PLAIN: 10.0, ProgressAs.JSON: 0.2}
"""Seconds between two lines while nothing ends: what one reads, and what a program shows."""

_NARROW: Final = 60
"""Columns below which a bar has numbers alone, without what they count."""

_WIDE: Final = 100
"""Columns from which a bar says too how many articles are done, and how much speech there is."""


def _keep_choice(chosen: ProgressAs) -> ProgressAs:
    # As with --debug: it is told wherever something is built, and is no setting of an edition.
    os.environ[_VARIABLE] = chosen.value
    return chosen


ProgressOption = Annotated[
    ProgressAs,
    typer.Option(
        "--progress",
        envvar=_VARIABLE,
        callback=_keep_choice,
        metavar="HOW",
        show_default=False,
        help="How to tell what goes on, on standard error: auto (a bar on a terminal, the "
        "default), plain (lines), json (an object a line) or none.",
    ),
]


@contextlib.contextmanager
def show_build() -> Iterator[Callable[[BuildProgress], None]]:
    """Give a function that shows progress while the block runs, as ``--progress`` has it."""
    chosen = read_choice()
    if chosen in _PAUSE:
        lines = _Lines(chosen)
        lines.write(None)
        yield lines.show
        return
    if chosen is ProgressAs.NONE or not sys.stderr.isatty():
        yield _ignore
        return
    with _open_bar() as show:
        yield show


def read_choice() -> ProgressAs:
    """Return how progress is told: a command without the option has it of the environment alone."""
    given = os.environ.get(_VARIABLE) or ProgressAs.AUTO.value
    if given not in [each.value for each in ProgressAs]:
        raise ConfigError(
            f"{given!r} is no way to tell what goes on",
            where=_VARIABLE,
            hint=", ".join(each.value for each in ProgressAs),
        )
    if given == ProgressAs.AUTO.value and is_told_as_json():
        return ProgressAs.JSON
    return ProgressAs(given)


class _Lines:
    """Progress as lines: at once when an article ends, and now and then between."""

    def __init__(self, form: ProgressAs) -> None:
        self._form = form
        self._told = 0.0
        self._articles = -1

    def show(self, progress: BuildProgress) -> None:
        """Write a line if it is time for one."""
        now = time.monotonic()
        last = progress.segments_done == progress.segments_total
        changed = progress.articles_done != self._articles
        if changed or last or now - self._told >= _PAUSE[self._form]:
            self._told, self._articles = now, progress.articles_done
            self.write(progress)

    def write(self, progress: BuildProgress | None) -> None:
        """Write how far a build is; ``None``: it reads its sources."""
        if self._form is ProgressAs.JSON:
            line = write_event(name_stage(progress), **(asdict(progress) if progress else {}))
        else:
            line = " - ".join(filter(None, (_say_stage(progress), _count_all(progress))))
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the room that prints


def write_event(stage: str, **facts: object) -> str:
    """Return what programs get of a moment of long work, one line: ``time`` is when, in UTC."""
    moment = datetime.now(UTC).isoformat(timespec="milliseconds")
    return json.dumps({"event": "progress", "time": moment, "stage": stage, **facts})


@contextlib.contextmanager
def _open_bar() -> Iterator[Callable[[BuildProgress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    bar = Bar(
        TextColumn("{task.fields[stage]}", markup=False),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[counts]}", markup=False),
        TimeRemainingColumn(compact=True),
        console=console,
        expand=True,
        # The summary that follows says what the full bar would.
        transient=True,
    )
    task = bar.add_task("", total=None, stage="reading", counts="")

    def show(progress: BuildProgress) -> None:
        stage, counts = describe_bar(progress, console.width)
        # Time goes by characters, not by paragraphs: the bar would halt at the long ones.
        # Without a total the bar shows that something goes on, not how far it is.
        total = progress.characters_total or None
        done = progress.characters_done
        bar.update(task, total=total, completed=done, stage=stage, counts=counts)

    with bar:
        yield show


def name_stage(progress: BuildProgress | None) -> str:
    """Return what goes on: reading, loading the voice, speaking, or writing."""
    if progress is None or not progress.articles_total:
        return "reading"
    if progress.segments_total and not progress.segments_done:
        return "loading the voice"
    return "speaking" if progress.segments_done < progress.segments_total else "writing"


def _say_stage(progress: BuildProgress | None) -> str:
    """Return what goes on for a person: of what is spoken and written the title."""
    stage = name_stage(progress)
    told = progress is not None and progress.article and stage in ("speaking", "writing")
    return progress.article if progress and told else stage


def describe_bar(progress: BuildProgress, width: int) -> tuple[str, str]:
    """Return what stands left and right of the bar on a terminal of ``width`` columns.

    The left has a third of it at most; a title that is longer is cut, and ends with "…".
    """
    stage = cut_to_width(_say_stage(progress), width // 3)
    if width < _NARROW:
        return stage, f"{progress.segments_done}/{progress.segments_total}"
    return stage, _count_all(progress) if width >= _WIDE else _count_paragraphs(progress)


def _count_paragraphs(progress: BuildProgress) -> str:
    return count_part(progress.segments_done, progress.segments_total, "paragraph")


def _count_all(progress: BuildProgress | None) -> str:
    if progress is None:
        return ""
    articles = count_part(progress.articles_done, progress.articles_total, "article")
    return f"{articles}, {_count_paragraphs(progress)}, {progress.speech_seconds:.0f} s of speech"


def cut_to_width(text: str, columns: int) -> str:
    """Return ``text`` in at most so many columns of a terminal: Chinese takes two a sign."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) <= columns:
        return text
    return set_cell_size(text, columns - 1).rstrip() + "…"


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
