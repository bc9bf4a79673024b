"""Read real documents, and compare what is spoken with labels made by eye.

``.venv/bin/python -m tests.campaigns.documents FOLDER [--wrong] [--json]``: the labels are in
`tests/corpus/data/documents.txt`, the documents are their publishers' and come in packages, which
it names; a file is known by its digest, whatever it is called. Each is read as ``audiopress
script`` reads it. Of each is printed how much of what must be spoken is, in its order, how much is
spoken of what must not be, how many letters are neither spoken nor listed as left out, and how long
it took.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import audiopress
from audiopress.errors import AudiopressError
from audiopress.model import Document, OtherFile
from audiopress.press.preview import read_sources
from audiopress.sources.documents.epub import read_chapters
from tests.campaigns.document_texts import count_unlisted, drop_heads, list_words, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LABELS = Path(__file__).parents[1] / "corpus" / "data" / "documents.txt"
SAID_AROUND = ("opening", "disclosure")
"""What the show says, which stands in no document."""
SHOWN = 30
"""Words of those that are neither spoken nor listed that ``--wrong`` prints."""
COLUMNS = ("said", "of", "disordered", "wrongly", "of_not", "articles", "of_articles", "unlisted")
"""What is added up over the documents of a kind."""
HEAD = "document                          said  order  wrongly articles unlisted seconds"


@dataclass(frozen=True)
class Label:
    """What was seen in a document: what must be spoken in this order, and what must not."""

    name: str
    part: str
    origin: str
    digest: str = ""
    articles: int = 1
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The ending of its name, such as ``docx``."""
        return self.name.rpartition(".")[2]


@dataclass
class Row:
    """What became of one document."""

    label: Label
    lost: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    wrongly: list[str] = field(default_factory=list)
    articles: int = 0
    unlisted: int = 0
    words: list[str] = field(default_factory=list)
    seconds: float = 0.0
    refused: str = ""

    def count(self) -> dict[str, int]:
        """Return its figures, by the names in `COLUMNS`."""
        return {
            "said": len(self.label.must) - len(self.lost),
            "of": len(self.label.must),
            "disordered": len(self.disordered),
            "wrongly": len(self.wrongly),
            "of_not": len(self.label.must_not),
            "articles": self.articles,
            "of_articles": self.label.articles,
            "unlisted": self.unlisted,
        }


def read_labels(text: str) -> list[Label]:
    """Return the labels of a text as `LABELS` has them, a block a document."""
    found = []
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if lines:
            found.append(_read_label(lines))
    return found


def _read_label(lines: Sequence[str]) -> Label:
    name, _, part = lines[0].lstrip("[").rpartition("] ")
    said = dict(line.partition(" ")[::2] for line in lines[1:] if line[0] not in "+-")
    return Label(
        name=name,
        part=part,
        origin=said["from"],
        digest=said.get("sha256", ""),
        articles=int(said.get("articles", 1)),
        must=tuple(line[2:] for line in lines if line.startswith("+ ")),
        must_not=tuple(line[2:] for line in lines if line.startswith("- ")),
    )


def find_documents(labels: Iterable[Label], folder: Path) -> dict[str, Path]:
    """Return where each document lies, by its name in the labels; saved pages by their own name."""
    found = {}
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    digests = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}
    names = {path.name: path for path in files}
    for label in labels:
        path = digests.get(label.digest) if label.digest else names.get(label.name)
        if path is not None:
            found[label.name] = path
    return found


def compare(label: Label, spoken: Sequence[str], row: Row) -> None:
    """Fill a row with what of the labels is not spoken, not in its order, or wrongly spoken."""
    said = "\n".join(f" {' '.join(list_words(text))} " for text in spoken)
    at = 0
    for snippet in label.must:
        wanted = f" {' '.join(list_words(snippet))} "
        place = said.find(wanted, at)
        if place >= 0:
            at = place
        elif wanted in said:
            row.disordered.append(snippet)
        else:
            row.lost.append(snippet)
    row.wrongly += [
        snippet for snippet in label.must_not if f" {' '.join(list_words(snippet))} " in said
    ]


def judge(label: Label, path: Path, folder: Path) -> Row:
    """Read one document as ``audiopress script`` does, and compare it with its label."""
    row = Row(label)
    # the kind is told by the ending, which a file out of a package may not have
    named = folder / label.name
    named.write_bytes(path.read_bytes())
    begun = time.perf_counter()
    manuscripts, refused = read_sources(audiopress.load_settings(folder=folder), (str(named),))
    row.seconds = time.perf_counter() - begun
    row.refused = "; ".join(each.error.message for each in refused)
    row.articles = len(manuscripts)
    scripts = [manuscript.script for manuscript in manuscripts]
    spoken = [
        each.source
        for script in scripts
        for each in script.utterances
        if each.role not in SAID_AROUND
    ]
    compare(label, spoken, row)
    listed = [each.text for script in scripts for each in script.left_out]
    text = read_text(label.kind, path.read_bytes(), list_passed_by(label, path))
    if label.kind == "pdf":
        beside = (each for script in scripts for each in script.left_out)
        text = drop_heads(text, [each.text for each in beside if each.reason == "running-head"])
    row.unlisted, row.words = count_unlisted(text, [*spoken, *listed])
    return row


def list_passed_by(label: Label, path: Path) -> list[str]:
    """Return the files of a book that `audiopress plan` names as no chapter."""
    if label.kind != "epub":
        return []
    document = Document(uri=str(path), media_type="", body=path.read_bytes())
    parts = (each for each in read_chapters(document) if isinstance(each, OtherFile))
    return [part.uri.rpartition("#")[2] for part in parts]


def add_up(rows: Iterable[Row]) -> dict[str, int]:
    """Return the sums of some rows."""
    sums = Counter[str]()
    for row in rows:
        sums.update(row.count())
    return {name: sums[name] for name in COLUMNS}


def print_row(name: str, counts: dict[str, int], seconds: float) -> None:
    """Print one line of the table."""
    said = f"{counts['said']}/{counts['of']}"
    wrongly = f"{counts['wrongly']}/{counts['of_not']}"
    articles = f"{counts['articles']}/{counts['of_articles']}"
    print(
        f"{name[:31]:31}{said:>8}{counts['disordered']:>7}{wrongly:>9}{articles:>9}"
        f"{counts['unlisted']:>9}{seconds:>8.1f}"
    )


def print_wrong(row: Row) -> None:
    """Print what is wrong with one document."""
    for what in ("lost", "disordered", "wrongly"):
        for snippet in getattr(row, what):
            print(f"    {what}: {snippet}")
    if row.words:
        print(f"    unlisted: {' '.join(row.words[:SHOWN])}")
    if row.refused:
        print(f"    refused: {row.refused}")


def print_sums(rows: Sequence[Row]) -> None:
    """Print the totals of each kind, of both parts, and of all."""
    groups = [(kind, [row for row in rows if row.label.kind == kind]) for kind in kinds_of(rows)]
    groups += [
        (f"{part} part", [row for row in rows if row.label.part == part])
        for part in ("first", "second")
    ]
    groups.append((f"all {len(rows)}", list(rows)))
    print()
    for name, group in groups:
        print_row(name, add_up(group), sum(row.seconds for row in group))


def kinds_of(rows: Iterable[Row]) -> list[str]:
    """Return the kinds of documents in the order of their labels."""
    return list(dict.fromkeys(row.label.kind for row in rows))


def row_to_json(row: Row) -> dict[str, Any]:
    """Return a row for programs."""
    wrong = {"lost": row.lost, "out_of_order": row.disordered, "spoken_wrongly": row.wrongly}
    return {
        "document": row.label.name,
        "part": row.label.part,
        **row.count(),
        "seconds": round(row.seconds, 2),
        "refused": row.refused,
        **wrong,
    }


def run(labels: Sequence[Label], paths: dict[str, Path], *, shown: bool, wrong: bool) -> list[Row]:
    """Judge the documents that are there, in an edition of their own without any cache."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(folder)
        (edition / "audiopress.toml").write_text('[show]\ntitle = "x"\n[voices]\nbody = "tone"\n')
        for label in labels:
            if label.name not in paths:
                continue
            try:
                row = judge(label, paths[label.name], edition)
            except AudiopressError as error:
                row = Row(label, lost=list(label.must), refused=error.message)
            rows.append(row)
            if shown:
                print_row(label.name, row.count(), row.seconds)
            if shown and wrong:
                print_wrong(row)
    return rows


def main() -> int:
    """Print a row a document, the sums, and what the folder has not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=["first", "second"], help="only these documents")
    parser.add_argument("--only", default="", help="documents whose names have this in them")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong")
    parser.add_argument("--json", action="store_true", help="print one document for programs")
    given = parser.parse_args()
    labels = [
        label
        for label in read_labels(LABELS.read_text("utf-8"))
        if given.part in (None, label.part) and given.only in label.name
    ]
    paths = find_documents(labels, given.folder)
    if not given.json:
        print(HEAD)
    rows = run(labels, paths, shown=not given.json, wrong=given.wrong)
    missing = {label.name: label.origin for label in labels if label.name not in paths}
    if given.json:
        print(json.dumps({"documents": [*map(row_to_json, rows)], "missing": missing}, indent=1))
        return 0
    print_sums(rows)
    for name, origin in missing.items():
        print(f"not in the folder: {name}, from {origin}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
