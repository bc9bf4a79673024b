"""Signed files, read in two ways that share nothing, and what somebody tampered with."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from runner import ROOT, Press

from audiopress.checking.edition import check_edition
from audiopress.checking.one_file import check_file
from audiopress.checking.shelf import Folder
from tests.integration.checking.files.jumbf import (
    check_assertions,
    check_bytes,
    check_signature,
    read_manifest,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

SIGN = '[sign]\ncertificate = "keys/test-certificate.pem"\nkey = "keys/test-key.pem"\n'


@pytest.fixture(scope="module")
def signed(edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """The edition of the other tests, as spoken by its voice, signed."""
    folder = tmp_path_factory.mktemp("signed") / "edition"
    shutil.copytree(edition.parent, folder)
    press = Press(folder, voice="heart")
    with (folder / "audiopress.toml").open("a", encoding="utf-8") as file:
        file.write(SIGN)
    press.run("sign", "--test-certificate", "keys")
    press.build("--retag")
    return press


@pytest.fixture
def output(signed: Press, tmp_path: Path) -> Path:
    shutil.copytree(signed.folder / "output", tmp_path / "output")
    return tmp_path / "output"


def find(output: Path, slug: str) -> Path:
    """Return the signed one of an article's two versions."""
    paths = output.glob(f"episodes/{slug}/*/*.mp3")
    return next(path for path in paths if path.read_bytes().startswith(b"ID3\x04"))


def list_faults(output: Path) -> dict[str, str]:
    receipt = check_edition(Folder(output))
    return {row.name: row.detail for row in receipt.list_checks() if row.ok is False}


def test_a_signed_edition_has_no_fault(output: Path) -> None:
    receipt = check_edition(Folder(output))
    assert list_faults(output) == {}
    (row,) = (row for row in receipt.list_checks() if row.name == "signature")
    assert row.ok
    assert "test signer" in row.figure
    assert "no list of trust is asked" in row.figure


@pytest.mark.parametrize("slug", ["tide-mill", "night-bus"])
def test_another_reader_finds_bytes_assertions_and_signature_right(
    signed: Press, slug: str
) -> None:
    manifest = read_manifest(find(signed.folder / "output", slug).read_bytes())
    assert check_bytes(manifest)
    assert check_assertions(manifest)
    signer = check_signature(manifest)
    ours = (signed.folder / "keys" / "test-certificate.pem").read_bytes()
    assert ours.startswith(signer.public_bytes(serialization.Encoding.PEM))
    told = manifest.assertion("/org.audiopress.narration")
    assert told["article"] == f"https://courier.example/{slug}"
    assert told["voices"][0]["licence"] == "Apache-2.0"


def test_another_reader_finds_a_byte_of_sound_and_a_word_of_the_manifest_changed(
    signed: Press,
) -> None:
    body = bytearray(find(signed.folder / "output", "tide-mill").read_bytes())
    body[-5_000] ^= 1
    assert not check_bytes(read_manifest(bytes(body)))
    body[-5_000] ^= 1
    at = bytes(body).index(b"trainedAlgorithmicMedia")
    body[at : at + 7] = b"TRAINED"
    manifest = read_manifest(bytes(body))
    assert check_bytes(manifest)  # it is no part of what is digested
    assert not check_assertions(manifest)
    body = bytearray(body)
    at = bytes(body).index(b"c2pa.claim.v2") + 400
    body[at] ^= 1
    with pytest.raises(InvalidSignature):
        check_signature(read_manifest(bytes(body)))


# -- what was tampered with --------------------------------------------------------------------


def change_sound(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[-5_000] ^= 1
    path.write_bytes(body)


def change_title(path: Path) -> None:
    body = path.read_bytes()
    assert body.count(b"The Sallow Listener") == 1
    path.write_bytes(body.replace(b"The Sallow Listener", b"The Shallow Listene"))


def change_chapter(path: Path) -> None:
    body = path.read_bytes()
    assert b"How it was done" in body
    path.write_bytes(body.replace(b"How it was done", b"How it was lost"))


def change_claim(path: Path) -> None:
    body = path.read_bytes()
    assert b"trainedAlgorithmicMedia" in body
    path.write_bytes(body.replace(b"trainedAlgorithmicMedia", b"compositeCaptureOfAnimal"[:23]))


def cut_manifest(path: Path) -> None:
    body = path.read_bytes()
    at = body.index(b"jumdc2pa")
    path.write_bytes(body[:at] + bytes(64) + body[at + 64 :])


def take_manifest_of_another(path: Path) -> None:
    """Put the other article's manifest in this one's place; both are as long."""
    other = find(path.parents[3], "night-bus").read_bytes()
    ours = read_manifest(path.read_bytes()).store
    theirs = read_manifest(other).store
    body, foreign = path.read_bytes(), other[slice(*theirs)]
    room = ours[1] - ours[0]
    # A box that is skipped fills what is left (ISO 19566-5), or the store is a little longer.
    if len(foreign) + 8 <= room:
        size = room - len(foreign)
        foreign += size.to_bytes(4, "big") + b"free" + bytes(size - 8)
    path.write_bytes(body[: ours[0]] + foreign[:room] + body[ours[1] :])


TAMPERED = [
    (change_sound, "its bytes are not those that were signed"),
    (change_title, "its bytes are not those that were signed"),
    (change_chapter, "its bytes are not those that were signed"),
    (change_claim, "what the manifest says was changed after it was signed"),
    (cut_manifest, "manifest"),
    (take_manifest_of_another, "its bytes are not those that were signed"),
]


@pytest.mark.parametrize(
    ("tamper", "told"), TAMPERED, ids=lambda each: getattr(each, "__name__", "")
)
def test_tampering_is_found(output: Path, tamper: Callable[[Path], None], told: str) -> None:
    path = find(output, "tide-mill")
    tamper(path)
    assert told in list_faults(output)["signature"]
    receipt = check_file("found.mp3", path.read_bytes())
    row = next(row for row in receipt.list_checks() if row.name == "signed")
    assert row.ok is False
    assert told in row.detail
    assert not receipt.ok


def test_the_whole_file_of_another_article_is_found(output: Path) -> None:
    path = find(output, "tide-mill")
    path.write_bytes(find(output, "night-bus").read_bytes())
    assert "was signed for another article: Night bus" in list_faults(output)["signature"]


def test_paragraphs_that_are_not_those_that_were_signed_are_found(output: Path) -> None:
    path = find(output, "tide-mill").parent / "alignment.json"
    text = path.read_text("utf-8")
    path.write_text(text.replace("a child clapped", "a child laughed"), "utf-8")
    assert "for other paragraphs" in list_faults(output)["signature"]


def test_a_file_whose_manifest_was_taken_out_is_no_signed_one(output: Path) -> None:
    path = find(output, "tide-mill")
    body = path.read_bytes()
    rows = {row.name: row for row in check_file("f", body.replace(b"GEOB", b"PRIV")).list_checks()}
    assert rows["signed"].figure == "no"


def test_one_file_says_by_whom_it_is_signed_and_as_what(output: Path) -> None:
    body = find(output, "tide-mill").read_bytes()
    rows = {row.name: row for row in check_file("found.mp3", body).list_checks()}
    assert rows["signed"].ok
    assert rows["signed"].figure.startswith("by test signer")
    assert rows["signed as"].figure == "sound that a model has generated"
    assert rows["published"].figure == "2026-03-02"


HIDES = """
import importlib.machinery
find_spec = importlib.machinery.PathFinder.find_spec
def find_other(name, path=None, target=None):
    hidden = name.partition(".")[0] in {"c2pa", "cryptography"}
    return None if hidden else find_spec(name, path, target)
importlib.machinery.PathFinder.find_spec = staticmethod(find_other)
"""


def test_without_the_extra_it_is_neither_well_nor_wrong(signed: Press, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(HIDES, "utf-8")
    paths = (str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH", ""))
    environment = {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    press = Press(signed.folder, voice=None, environment=environment, forked=False)
    done = press.run("check", "--json")
    rows = {row["name"]: row for row in json.loads(done.stdout)["checks"]}
    assert rows["signature"]["ok"] is None
    assert "python -m pip install 'audiopress[sign]'" in rows["signature"]["detail"]
    told = press.run("check")
    assert "1 could not be made" in told.stderr
    assert "all is well" not in told.stderr
    one = press.run("check", "--json", find(press.folder / "output", "tide-mill"))
    rows = {row["name"]: row for row in json.loads(one.stdout)["checks"]}
    assert rows["signed"]["ok"] is None
