"""A deploy: this file is the recipe, read it from top to bottom.

::

    take stock     the files of the output folder, while nobody builds       `take_stock`
    take the turn  one deploy at a time                                      `take_turn`
    compare        with the inventory, and with the feeds that stand there   `compare`
    promise        the inventory names what will be there: a deploy that is
                   killed leaves nothing that nobody would remove
    send           sound, what never changes, records, pages
    feeds          each by condition, ``feed.xml`` last
    remove         what is published no more, and nothing that is not ours
    record         the inventory says what is there

Killed at any point, the next deploy goes on from what the inventory knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.deploy.comparison import (
    DeployRun,
    compare_with_place,
    find_withdrawn,
    look_at_output,
    name_gone,
)
from audiopress.deploy.kept_inventory import KeptInventory
from audiopress.deploy.places import OutputChangedError
from audiopress.store.shared.turn import OvertakenError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.deploy.changes import Changes
    from audiopress.deploy.places import DeployPlace, Turn
    from audiopress.deploy.published import PublishedFile, Stock
    from audiopress.settings import Settings
    from audiopress.store.objects import Stored

__all__ = ["Deployed", "deploy_to", "look"]

_TURNS = 5
"""Times that a deploy begins again because a build or another builder was quicker."""

_OF_VERSION = "alignment.json"
"""A file that every version has, and nothing else."""

_NAMED = 3
"""Names of files that a note names."""


def _ignore(_said: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """What was done, or with ``dry_run`` would be: names of files, and bytes.

    ``versions`` are the folders of all versions that are there now.
    """

    sent: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    size: int = 0
    notes: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is other there than before."""
        return bool(self.sent or self.removed)


def look(
    settings: Settings,
    place: DeployPlace,
    builder: str,
    *,
    overwrite: bool = False,
    everything: bool = False,
) -> Deployed:
    """Return what a deploy would do; nothing is written. Raises as `deploy_to`."""
    run = DeployRun(
        settings=settings,
        place=place,
        builder=builder,
        overwrite=overwrite,
        everything=everything,
    )
    stock = look_at_output(settings, anew=everything, keep=False)
    changes = compare_with_place(run, stock).changes
    return Deployed(
        sent=tuple(each.name for each in changes.send),
        removed=tuple(name_gone(place, changes)),
        unchanged=changes.unchanged,
        size=changes.size,
        notes=_note_passed_by(stock),
    )


def deploy_to(  # noqa: PLR0913 - what a deploy is
    settings: Settings,
    place: DeployPlace,
    builder: str,
    *,
    overwrite: bool = False,
    everything: bool = False,
    tell: Callable[[str], None] = _ignore,
) -> Deployed:
    """Bring the output folder to a place.

    ``overwrite`` lets files be replaced that no deploy has put there; ``everything`` sends also
    what is there already; ``tell`` hears what is being done.

    Raises:
        ConfigError: the edition is a preview, or nothing is built.
        StoreError: the place does not answer, has what is not ours or what the ledger does not
            know, or is in use; what was published there stands and is whole.

    """
    run = DeployRun(
        settings=settings,
        place=place,
        builder=builder,
        overwrite=overwrite,
        everything=everything,
        tell=tell,
    )
    for turn in range(_TURNS):
        try:
            return _deploy_once(run, anew=everything or turn > 0)
        except (OutputChangedError, OvertakenError) as error:
            if turn == _TURNS - 1:
                raise
            tell(f"{error.message}; begin again from there")
    raise AssertionError  # pragma: no cover - the last turn returns or raises


# -- the recipe --------------------------------------------------------------------------------


def _deploy_once(run: DeployRun, *, anew: bool) -> Deployed:
    stock = look_at_output(run.settings, anew=anew)
    # First without a turn: where nothing has changed, or may not be, nothing is written.
    found = compare_with_place(run, stock)
    changes, needs = found.changes, "" if found.mark else run.place.needs
    if changes:
        with run.place.take_turn(run.builder, run.tell) as turn:
            changes = _change_place(run, stock, turn)
    told = [note for note in (run.place.caution, needs) if note]
    return Deployed(
        sent=tuple(run.sent),
        removed=tuple(run.removed),
        unchanged=changes.unchanged,
        size=sum(each.size for each in run.sent.values()),
        notes=(*told, *_note_passed_by(stock)),
        versions=tuple(_list_versions(stock)),
    )


def _list_versions(stock: Stock) -> Iterator[str]:
    """Yield the folders of versions: each has this file, whatever else it has."""
    yield from (
        name.removesuffix(_OF_VERSION) for name in stock.files if name.endswith(f"/{_OF_VERSION}")
    )


def _change_place(run: DeployRun, stock: Stock, turn: Turn) -> Changes:
    """Do all of it while nobody else does; return what there was to do."""
    found = compare_with_place(run, stock)
    changes = found.changes
    _tell_plan(run, changes)
    book = KeptInventory(run, found.inventory, found.mark)
    book.promise(changes.send)
    with book.kept():
        _send_files(run, changes, book, turn)
        for feed in changes.send:
            if feed.body is not None:
                _write_feed(run, feed, found.there.get(feed.name))
                book.note_sent(feed)
    turn.check()
    gone = name_gone(run.place, changes)
    run.place.remove(gone)
    run.removed.extend(gone)
    book.close(changes.gone, find_withdrawn(run, stock, found))
    return changes


def _send_files(run: DeployRun, changes: Changes, book: KeptInventory, turn: Turn) -> None:
    """Send all but the feeds, stage by stage: what is named stands before what names it."""
    files = [each for each in changes.send if each.body is None]
    for _, stage in groupby(files, key=lambda each: each.stage):
        turn.check()
        run.place.send(list(stage), book.note_sent)
    turn.check()
    book.keep()


def _write_feed(run: DeployRun, feed: PublishedFile, there: Stored | None) -> None:
    """Write a feed where the one that was looked at still stands."""
    if run.place.write_if(feed.name, feed.body or b"", there.mark if there else None) is None:
        raise OvertakenError(
            f"another deploy has written {feed.name} before this one, {run.builder}",
            where=run.place.name,
            hint="audiopress deploy",
        )


def _tell_plan(run: DeployRun, changes: Changes) -> None:
    if changes.send:
        files = count_things(len(changes.send), "file")
        run.tell(f"sending {files} ({changes.size / 1e6:.1f} MB)")


def _note_passed_by(stock: Stock) -> tuple[str, ...]:
    if not stock.passed_by:
        return ()
    named = ", ".join(stock.passed_by[:_NAMED])
    files = count_things(len(stock.passed_by), "file")
    return (f"{files} in the output folder would be served by no name and stay here: {named}",)
