"""What every target can do, whatever it is; and the errors that a recipe goes on from."""

from __future__ import annotations

import contextlib
import io
from typing import IO, TYPE_CHECKING, Protocol

from audiopress.deploy.published import digest_file
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from contextlib import AbstractContextManager

    from audiopress.deploy.published import PublishedFile
    from audiopress.store.objects import Stored

__all__ = ["DeployPlace", "OutputChangedError", "Turn", "open_same"]


class OutputChangedError(StoreError):
    """A file is another than when the output folder was looked at: a build goes on there."""


class Turn(Protocol):
    """The right to deploy to a place, as long as nobody else has taken it."""

    def check(self) -> None:
        """Raise `audiopress.store.shared.turn.OvertakenError` when somebody else has it now."""


class DeployPlace(Protocol):
    """A target. Names are those below the output folder; ``name`` is what people call it.

    ``caution`` says what the place cannot do, ``needs`` what its owner has to set up once, or
    nothing.
    """

    name: str
    caution: str
    needs: str

    def read(self, name: str) -> Stored | None:
        """Return a small file, ``None`` where there is none."""

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        """Write a small file if the one there is still that of ``mark``, else return ``None``."""

    def send(self, files: Sequence[PublishedFile], sent: Callable[[PublishedFile], None]) -> None:
        """Write files in any order; ``sent`` is called for each that is there whole."""

    def compare(self, files: Sequence[PublishedFile]) -> tuple[set[str], set[str]]:
        """Return the names of which the place has a file: the same, and another."""

    def list_names(self) -> Collection[str]:
        """Return the names of all files there."""

    def remove(self, names: Collection[str]) -> None:
        """Remove files; one that is not there is removed already."""

    def take_turn(self, builder: str, tell: Callable[[str], None]) -> AbstractContextManager[Turn]:
        """Wait until nobody else deploys here, and keep others waiting."""


@contextlib.contextmanager
def open_same(file: PublishedFile) -> Iterator[IO[bytes]]:
    """Open a file that is still the one that was looked at; raises `OutputChangedError`.

    Builds replace files and never edit one, so it stays the same while it is open.
    """
    if file.body is not None:
        yield io.BytesIO(file.body)
        return
    try:
        opened = file.path.open("rb")
    except OSError as error:
        raise _explain_change(file) from error
    with opened:
        if digest_file(file.name, opened) != file.digest:
            raise _explain_change(file)
        opened.seek(0)
        yield opened


def _explain_change(file: PublishedFile) -> OutputChangedError:
    return OutputChangedError(
        "the output folder changed while it was deployed",
        where=str(file.path),
        hint="wait until the build has ended, then audiopress deploy",
    )
