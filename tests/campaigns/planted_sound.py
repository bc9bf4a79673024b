"""What `check --words` finds: ``python -m tests.campaigns.planted_sound OUTPUT --model FOLDER``.

Hears every paragraph of an edition as it is, then ``--faults`` of each kind of
`tests/planted_sound.py`, one at a time in a copy of one article's version. Prints which right
articles were called wrong, which faults were missed, and what hearing costs beside the sound.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.checking.feed.nodes import read_feed
from audiopress.checking.shelf import Folder, find_path
from audiopress.checking.version import open_version
from audiopress.checking.words.recogniser import open_recogniser
from audiopress.checking.words.word_rules import find_word_faults
from tests.planted_sound import PLANTS, CannotPlantError, plant_sound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.version import Version
    from audiopress.checking.words.recogniser import Recogniser


def main() -> None:
    """Hear, plant, hear again, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, nargs="+", help="folders of editions")
    parser.add_argument("--model", required=True, help="what to hear with")
    parser.add_argument("--right", type=int, help="articles heard as they are (all)")
    parser.add_argument("--faults", type=int, default=12, help="of each kind")
    asked = parser.parse_args()
    recogniser = open_recogniser(asked.model)
    versions = [
        (Folder(folder), each) for folder in asked.output for each in _find_versions(Folder(folder))
    ]
    right = [version for _, version in versions[: asked.right]]
    if right:
        _hear_all(right, recogniser)
    if asked.faults:
        _plant_all(versions, recogniser, asked.faults)


def _hear_all(versions: Sequence[Version], recogniser: Recogniser) -> None:
    begun = time.process_time()
    wrong = paragraphs = 0
    for version in versions:
        looks = list(find_word_faults(version, recogniser))
        faults = [f"{look.place}: {look.fault}" for look in looks if look.fault]
        paragraphs += len(looks)
        wrong += bool(faults)
        for each in faults:
            _say(f"false alarm {each}")
    spent = time.process_time() - begun
    seconds = sum(version.length for version in versions)
    _say(
        f"{wrong} of {len(versions)} right articles called wrong ({paragraphs} paragraphs, "
        f"{seconds:.0f} s); hearing took {spent / seconds:.3f} CPU s a second"
    )


def _plant_all(
    versions: Sequence[tuple[Folder, Version]], recogniser: Recogniser, count: int
) -> None:
    for name in PLANTS:
        found = planted = 0
        for number, (shelf, version) in zip(range(5 * count), itertools.cycle(versions)):
            if planted == count:
                break
            with tempfile.TemporaryDirectory() as scratch:
                shutil.copytree(shelf.root / version.home, Path(scratch) / version.home)
                told = _plant(name, number, version, Path(scratch), recogniser)
            if told is not None:
                planted += 1
                found += told
                if not told:
                    _say(f"missed {name} {number} in {version.path}")
        _say(f"{name}: {found} of {planted} named")


def _plant(
    name: str, number: int, version: Version, home: Path, recogniser: Recogniser
) -> bool | None:
    """Return whether the fault is named in its paragraph; None where it cannot be planted.

    ``home`` is the folder of a copy of the edition's episode.
    """
    try:
        at = plant_sound(home / version.folder, name, number)
    except CannotPlantError:
        return None
    planted = open_version(version.item, version.path, Folder(home))
    if isinstance(planted, str):
        raise TypeError(planted)
    looks = itertools.islice(find_word_faults(planted, recogniser), at, None)
    return bool(next(looks).fault)


def _find_versions(shelf: Folder) -> Iterator[Version]:
    """Yield the versions that the items of the main live feed lead to."""
    channel = read_feed(shelf.read("feed.xml") or b"")
    if isinstance(channel, str):
        raise SystemExit(f"{shelf.name}: {channel}")
    base = channel.link("self").removesuffix("feed.xml")
    for item in channel.items:
        version = open_version(item, find_path(item.value("enclosure", "url"), base), shelf)
        if isinstance(version, str):
            raise SystemExit(version)
        yield version


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
