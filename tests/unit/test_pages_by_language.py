"""The set of pages in other languages is made of packages and of numbers of lines."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from collections import Counter

import pytest

from tests.campaigns import pages_by_language
from tests.campaigns.page_lines import check_of, list_lines
from tests.campaigns.pages_by_language import LABELS, find_pages, list_numbers, make, read_labels
from tests.campaigns.reading_measure import list_pages, make_rows, score_page
from tests.campaigns.reading_scores import host_of
from tests.corpus.labelled import name_of

STORY = [
    "Die Fähre fährt am Montag wieder, nach neun Wochen im Trockendock des alten Hafens.",
    "Ihre zwölf Leute hatten seit dem frühen Morgen des ersten Tages am Kai gewartet.",
    "Niemand im Hafenamt wollte sagen, was die Arbeit an der Maschine die Stadt gekostet hat.",
]
PAGE = (
    "<html lang=de><body><nav><a href=/>Start</a></nav><article><h1>Fähre</h1>"
    + "".join(f"<p>{line}</p>" for line in STORY)
    + "</article><footer>Impressum</footer></body></html>"
).encode()
TEXT = f"""\
# a remark
[faehre] de
from Debian faehre-doc 1.0: faehre.html
sha256 {hashlib.sha256(PAGE).hexdigest()}
address https://www.hafen.example/faehre
lines 6 {check_of(list_lines(PAGE))}
headline 1
say 2-3
either 4
"""
MOST_OF_A_HOST = 4
"""Pages of one host in one language."""
AS_MANY = 20
"""Pages that each language has at least."""


def tar_of(body: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        info = tarfile.TarInfo("./usr/share/doc/faehre.html")
        info.size = len(body)
        archive.addfile(info, io.BytesIO(body))
    return file.getvalue()


def deb_of(body: bytes) -> bytes:
    members = [(b"debian-binary", b"2.0\n1"), (b"data.tar.gz", tar_of(body))]
    rows = (
        name.ljust(48) + str(len(data)).encode().ljust(10) + b"`\n" + data + b"\n" * (len(data) % 2)
        for name, data in members
    )
    return b"!<arch>\n" + b"".join(rows)


def zip_of(body: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("faehre.html", body)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.deb", deb_of), ("a.tgz", tar_of), ("a.zip", zip_of), ("deep/faehre", bytes)],
)
def test_pages_are_found_in_every_kind_of_package(tmp_path, name, pack):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(pack(PAGE))
    (tmp_path / "other.txt").write_text("no page")
    (label,) = read_labels(TEXT)
    assert find_pages(tmp_path, [label.digest, "0" * 64]) == {label.digest: PAGE}


def test_a_set_is_made_and_measured(tmp_path):
    labels = read_labels(TEXT)
    made = make(labels, {labels[0].digest: PAGE}, tmp_path / "de_es_fr")
    assert made.truths["faehre"] == {
        "url": "https://www.hafen.example/faehre", "language": "de", "body": "\n".join(STORY),
    }  # fmt: skip
    marks = {"Start": "s", "Fähre": "u", "Impressum": "s", STORY[0]: "k", STORY[2]: "u"}
    assert marks.items() <= {text: made.labels["faehre"][name_of(text)] for text in marks}.items()
    (tmp_path / "de_es_fr" / "truth.json").write_text(json.dumps(made.truths))
    (tmp_path / "de_es_fr" / "labels.json").write_text(json.dumps(made.labels))
    score = score_page(next(list_pages(tmp_path, "de_es_fr")))
    assert (score.kept, score.lost, score.furnished, score.foreign) == (2, 0, False, False)
    assert {row["language"] for row in make_rows([score])} == {"German"}


def test_what_is_missing_or_another_page_is_named(tmp_path):
    labels = read_labels(TEXT)
    made = make(labels, {}, tmp_path)
    assert (made.truths, made.missing) == ({}, ["faehre, from Debian faehre-doc 1.0: faehre.html"])
    other = read_labels(TEXT.replace("lines 6", "lines 7"))
    made = make(other, {labels[0].digest: PAGE}, tmp_path)
    assert made.missing == ["faehre: its lines are not those that were labelled"]


def test_the_command_says_how_many_there_are(tmp_path, monkeypatch, capsys):
    (tmp_path / "labels.txt").write_text(TEXT + "\n" + TEXT.replace("sha256 ", "sha256 0"))
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages" / "a.tgz").write_bytes(tar_of(PAGE))
    monkeypatch.setattr(pages_by_language, "LABELS", tmp_path / "labels.txt")
    monkeypatch.setattr("sys.argv", ["x", str(tmp_path / "packages"), str(tmp_path / "corpus")])
    assert pages_by_language.main() == 0
    said = capsys.readouterr().out
    assert said.startswith("1 of 2 pages in")
    assert "not there: faehre, from Debian faehre-doc 1.0" in said
    made = tmp_path / "corpus" / "de_es_fr"
    assert gzip.decompress((made / "html" / "faehre.html.gz").read_bytes()) == PAGE
    assert json.loads((made / "truth.json").read_text())["faehre"]["language"] == "de"


def test_numbers_are_written_in_runs():
    assert list_numbers("3 5-7") == {3, 5, 6, 7}
    assert list_numbers("") == set()


def test_labels_are_whole():
    labels = read_labels(LABELS.read_text("utf-8"))
    assert len({label.name for label in labels}) == len({label.digest for label in labels})
    for label in labels:
        last = int(label.lines.split()[0])
        assert len(label.headline) == 1
        assert label.say
        assert not label.say & label.either
        assert not label.headline & (label.say | label.either)
        assert max(label.say | label.either | label.headline) < last


def test_each_language_has_pages_of_many_hosts():
    labels = read_labels(LABELS.read_text("utf-8"))
    pages = Counter(label.language for label in labels)
    assert set(pages) == {"de", "es", "fr"}
    assert min(pages.values()) >= AS_MANY
    hosts = Counter((label.language, host_of(label.address)) for label in labels)
    assert max(hosts.values()) <= MOST_OF_A_HOST
