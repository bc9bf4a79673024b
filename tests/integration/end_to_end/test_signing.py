"""Editions with [sign]: signed once, the same bytes for ever, and no key in anything."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import mutagen.id3
import pytest
from runner import EXAMPLE, ROOT, Press

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[show]
title = "Signed"
email = "a@b.example"
[edition]
sources = ["article.html"]
address = "https://listen.example.org/"
"""

SIGN = """
[sign]
certificate = "keys/test-certificate.pem"
key = "keys/test-key.pem"
"""

HIDES = """
import importlib.machinery
find_spec = importlib.machinery.PathFinder.find_spec
def find_other(name, path=None, target=None):
    hidden = name.partition(".")[0] in {"c2pa", "cryptography"}
    return None if hidden else find_spec(name, path, target)
importlib.machinery.PathFinder.find_spec = staticmethod(find_other)
"""
"""A ``sitecustomize`` that hides what the extra brings."""

DIES_SIGNED = """
import os, signal
import audiopress.store.signatures as signatures
save = signatures.SignatureShelf.save
def save_and_die(self, *words):
    save(self, *words)
    os.kill(os.getpid(), signal.SIGKILL)
signatures.SignatureShelf.save = save_and_die
"""
"""One that kills the build as soon as a signature is kept."""

DIES_SHIPPED = """
import os, signal
import audiopress.store.ledger as ledger
ledger.Ledger.save = lambda *words: os.kill(os.getpid(), signal.SIGKILL)
"""
"""One that kills it when all files of the version are written, and before the ledger says so."""

READS = """
import json, sys, c2pa
with open(sys.argv[1], "rb") as file, c2pa.Reader("audio/mpeg", file) as reader:
    print(reader.json())
"""
"""The library's own reader, without anything of ours."""


def start(folder: Path, *, settings: str = SETTINGS + SIGN, pair: bool = True) -> Press:
    press = Press(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(EXAMPLE, folder / "article.html")
    (folder / "audiopress.toml").write_text(settings, "utf-8")
    if pair:
        press.run("sign", "--test-certificate", "keys")
    return press


def change(press: Press, old: str, new: str) -> None:
    path = press.folder / "article.html"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def find_sounds(press: Press) -> dict[str, bytes]:
    paths = press.folder.glob("output/**/*.mp3")
    return {path.parent.name: path.read_bytes() for path in sorted(paths)}


def find_sound(press: Press) -> bytes:
    (body,) = find_sounds(press).values()
    return body


def measure_tag(body: bytes) -> int:
    # Seven bits of each of the last four bytes of its header (ID3v2.4, 3.1).
    return 10 + sum((body[at] & 127) << (63 - 7 * at) for at in range(6, 10))


def write_site(press: Press, code: str, name: str) -> dict[str, str]:
    """Return the environment of a process that runs ``code`` before all else."""
    folder = press.folder / name
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    paths = (str(folder), str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def build_alone(
    press: Press, code: str, name: str, *, ok: bool = True
) -> subprocess.CompletedProcess[str]:
    environment = write_site(press, code, name)
    return Press(press.folder, environment=environment, forked=False).run("build", ok=ok)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Press:
    press = start(tmp_path_factory.mktemp("signed") / "edition")
    press.build()
    return press


@pytest.fixture
def copied(signed: Press, tmp_path: Path) -> Press:
    """The same edition, to be changed."""
    shutil.copytree(signed.folder, tmp_path / "copy")
    return Press(tmp_path / "copy")


@pytest.fixture
def unsigned(tmp_path: Path) -> Press:
    press = start(tmp_path / "unsigned", settings=SETTINGS)
    press.build()
    return press


# -- what is in the file -----------------------------------------------------------------------


def test_another_process_reads_what_was_signed(signed: Press) -> None:
    (path,) = signed.folder.glob("output/episodes/*/*/*.mp3")
    done = subprocess.run(
        [sys.executable, "-c", READS, str(path)], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["validation_state"] == "Valid"
    manifest = told["manifests"][told["active_manifest"]]
    assert manifest["title"] == "The last keeper of Skerry Light comes ashore"
    said = {each["label"]: each["data"] for each in manifest["assertions"]}
    (action,) = said["c2pa.actions.v2"]["actions"]
    assert action["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    narration = said["org.audiopress.narration"]
    page = "https://harbour-post.example/coast/last-keeper-of-skerry-light/"
    assert narration["article"] == page
    assert narration["voices"][0] | {"sha256": ""} == {
        "name": "tone",
        "licence": "none needed, it is computed",
        "engine": "tone",
        "version": "1",
        "sha256": "",
    }
    alignment = json.loads((path.parent / "alignment.json").read_bytes())
    sources = [each["source"].encode() for each in alignment["paragraphs"]]
    digests = [hashlib.sha256(source).hexdigest() for source in sources]
    assert [each["sha256"] for each in narration["paragraphs"]] == digests


def test_chapters_and_every_other_frame_are_there_in_their_order(
    signed: Press, unsigned: Press, tmp_path: Path
) -> None:
    tags = []
    for name, press in (("plain", unsigned), ("signed", signed)):
        path = tmp_path / f"{name}.mp3"
        path.write_bytes(find_sound(press))
        tags.append(mutagen.id3.ID3(path))
    plain, ours = tags
    assert ours.version == (2, 4, 0)
    assert {key.partition(":")[0] for key in set(ours) - set(plain)} == {"GEOB"}
    assert set(plain) <= set(ours)
    for key, frame in plain.items():
        if key.startswith("CHAP"):
            other = ours[key]
            assert (other.start_time, other.end_time) == (frame.start_time, frame.end_time)
            assert str(other.sub_frames["TIT2"]) == str(frame.sub_frames["TIT2"])
        elif key == "TDRC":  # which mutagen makes of the three frames of ID3v2.3
            assert str(ours[key]) == str(frame).removesuffix(":00") == "2026-03-14 07:30"
        elif key != "CTOC:toc":
            assert str(ours[key]) == str(frame), key
    order = [key for key in ours if key.startswith("CHAP")]
    assert len(order) > 2
    assert order == sorted(order, key=lambda key: ours[key].start_time)
    assert ours["CTOC:toc"].child_element_ids == plain["CTOC:toc"].child_element_ids


def test_the_sound_is_that_of_an_unsigned_edition(signed: Press, unsigned: Press) -> None:
    ours, plain = (find_sound(press) for press in (signed, unsigned))
    ends = [measure_tag(body) for body in (ours, plain)]
    assert ends[0] > ends[1]
    assert ours[ends[0] :] == plain[ends[1] :]


def test_feed_and_records_are_those_of_the_signed_file(signed: Press) -> None:
    (path,) = signed.folder.glob("output/episodes/*/*/*.mp3")
    size = path.stat().st_size
    feed = (signed.folder / "output" / "feed.xml").read_text("utf-8")
    assert f'length="{size}"' in feed
    record = json.loads((path.parent.parent / "episode.json").read_bytes())
    assert record["audio"]["length"] == size
    done = signed.run("check", "--json")
    checks = {each["name"]: each["ok"] for each in json.loads(done.stdout)["checks"]}
    assert checks["signature"] is True
    assert set(checks.values()) == {True}


# -- the same bytes ----------------------------------------------------------------------------


def test_two_signings_differ(signed: Press, tmp_path: Path) -> None:
    other = start(tmp_path / "other", pair=False)
    shutil.copytree(signed.folder / "keys", other.folder / "keys")
    other.build()
    assert find_sound(other) != find_sound(signed)


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_with_the_ledger_alone_the_same_bytes_are_made_again(
    copied: Press, signed: Press, jobs: str
) -> None:
    for name in ("output", ".audiopress", "keys"):
        shutil.rmtree(copied.folder / name)
    ledger = copied.tree("ledger")
    copied.environment["AUDIOPRESS_JOBS"] = jobs
    build_alone(copied, HIDES, "hidden")
    assert copied.tree() == signed.tree()
    assert copied.tree("ledger") == ledger


@pytest.mark.parametrize("dies", [DIES_SIGNED, DIES_SHIPPED], ids=["signed", "shipped"])
def test_a_build_that_is_killed_after_signing_goes_on_with_the_same_signature(
    tmp_path: Path, dies: str
) -> None:
    press = start(tmp_path / "killed")
    killed = build_alone(press, dies, "dies", ok=False)
    assert killed.returncode == -9
    kept = press.tree("ledger")
    assert {name.split("/")[0] for name in kept} == {"shows", "signatures"}
    shipped = find_sounds(press)
    assert len(shipped) == (0 if dies is DIES_SIGNED else 1)
    press.build()
    assert find_sounds(press) == (shipped or find_sounds(press))
    after = press.tree("ledger")
    assert {name: sha for name, sha in after.items() if name in kept} == kept
    assert len([name for name in after if name.startswith("signatures/")]) == 1
    assert len(find_sounds(press)) == 1


def test_running_again_changes_nothing(copied: Press) -> None:
    before = copied.times()
    copied.build()
    assert copied.times() == before


def test_what_is_lost_with_its_signature_gets_a_new_address_and_the_build_says_so(
    copied: Press,
) -> None:
    (before,) = find_sounds(copied)
    shutil.rmtree(copied.folder / "ledger" / "signatures")
    shutil.rmtree(copied.folder / "output")
    done = copied.run("build")
    (after,) = find_sounds(copied)
    assert after != before
    assert "cannot be made again byte for byte" in done.stderr


def test_a_damaged_signature_is_named_and_left_as_it_is(copied: Press) -> None:
    (path,) = copied.folder.glob("ledger/signatures/*/*/*.json")
    path.write_text('{"tag": "AAAA"', "utf-8")
    shutil.rmtree(copied.folder / "output")
    shutil.rmtree(copied.folder / ".audiopress")
    done = copied.run("build", ok=False)
    assert done.returncode == 1
    assert path.name in done.stderr
    assert f"else rm {path}" in " ".join(done.stderr.split())
    assert path.read_text("utf-8") == '{"tag": "AAAA"'


def test_a_ledger_check_names_signatures_that_are_missing_or_damaged(copied: Press) -> None:
    assert copied.run("ledger", "check").returncode == 0
    (path,) = copied.folder.glob("ledger/signatures/*/*/*.json")
    body = path.read_bytes()
    path.write_bytes(body[:500])
    damaged = copied.run("ledger", "check", ok=False)
    assert damaged.returncode == 1
    assert "this signature of the ledger is damaged" in damaged.stderr
    path.unlink()
    missing = copied.run("ledger", "check", ok=False)
    assert missing.returncode == 1
    assert "The last keeper of Skerry Light comes ashore: the signature of its version" in (
        " ".join(missing.stderr.split())
    )


# -- what is published already -----------------------------------------------------------------


def test_published_versions_stay_unsigned_and_corrections_are_signed(unsigned: Press) -> None:
    before = unsigned.tree()
    (unsigned.folder / "audiopress.toml").write_text(SETTINGS + SIGN, "utf-8")
    told = "published without a signature, and left so: 1 article"
    assert told in unsigned.run("plan").stderr
    assert told in unsigned.run("build").stderr
    assert told not in unsigned.run("build").stderr
    assert unsigned.tree() == before
    change(unsigned, "two suitcases", "two bags")
    unsigned.build()
    old, new = sorted(find_sounds(unsigned).values(), key=lambda body: b"c2pa" in body[:20_000])
    assert b"c2pa" in new[:20_000]
    assert hashlib.sha256(old).hexdigest() in before.values()


def test_retag_signs_what_is_published_and_leaves_what_is_signed(unsigned: Press) -> None:
    (unsigned.folder / "audiopress.toml").write_text(SETTINGS + SIGN, "utf-8")
    unsigned.build("--retag")
    assert len(find_sounds(unsigned)) == 2
    unsigned.build("--retag")
    assert len(find_sounds(unsigned)) == 2
    checks = json.loads(unsigned.run("check", "--json").stdout)["checks"]
    assert {"signature"} <= {each["name"] for each in checks}


def test_an_edit_that_is_taken_back_is_the_signed_version_that_it_was(copied: Press) -> None:
    (first,) = find_sounds(copied)
    change(copied, "two suitcases", "two bags")
    copied.build()
    assert len(find_sounds(copied)) == 2
    change(copied, "two bags", "two suitcases")
    shutil.rmtree(copied.folder / "output" / "episodes")
    shutil.rmtree(copied.folder / "keys")  # none is needed
    copied.build()
    assert list(find_sounds(copied)) == [first]


def test_a_changed_byline_is_a_version_of_its_own(copied: Press) -> None:
    change(copied, "Ada Fenwick", "Ida Fenwick")
    copied.build()
    bodies = find_sounds(copied)
    assert len(bodies) == 2
    assert json.loads(copied.run("check", "--json").stdout)["ok"]


def test_withdrawn_and_restored_it_is_the_same_file_and_purged_nothing_is_kept(
    copied: Press, signed: Press
) -> None:
    page = "https://harbour-post.example/coast/last-keeper-of-skerry-light/"
    copied.run("withdraw", page)
    assert not find_sounds(copied)
    copied.run("withdraw", "--restore", page)
    shutil.rmtree(copied.folder / "keys")
    copied.build()
    assert find_sounds(copied) == find_sounds(signed)
    assert list(copied.folder.glob("ledger/signatures/*/*/*.json"))
    copied.run("withdraw", "--purge", page)
    assert not list(copied.folder.glob("ledger/signatures/*/*"))
    # Nothing is said to be missing that was taken away, and what comes back is signed anew.
    assert copied.run("ledger", "check").returncode == 0
    shutil.copytree(signed.folder / "keys", copied.folder / "keys")
    copied.run("withdraw", "--restore", page)
    copied.build()
    (again,) = find_sounds(copied).items()
    assert again not in find_sounds(signed).items()
    assert json.loads(copied.run("check", "--json").stdout)["ok"]


# -- keys --------------------------------------------------------------------------------------


def test_the_key_is_nowhere(tmp_path: Path) -> None:
    press = start(tmp_path / "edition")
    key = (press.folder / "keys" / "test-key.pem").read_text("ascii")
    assert (press.folder / "keys" / "test-key.pem").stat().st_mode & 0o777 == 0o600
    body = "".join(key.splitlines()[1:-1])
    # Its number as bytes, and in the two ways in which texts have bytes.
    raw = base64.b64decode(body)[-100:-64]
    traces = [body[:48].encode(), body[-48:].encode(), raw[:32], raw[:32].hex().encode()]
    said = [press.run("build", "--debug"), press.run("sign"), press.run("check", "--all")]
    written = [path for path in press.folder.rglob("*") if path.is_file()]
    assert len(written) > 20
    texts = [path.read_bytes() for path in written if path.parent.name != "keys"]
    texts += [(each.stdout + each.stderr).encode() for each in said]
    assert not any(trace in text for trace in traces for text in texts)


def test_variables_of_the_environment_take_the_place_of_files(tmp_path: Path) -> None:
    settings = SETTINGS + '[sign]\ncertificate_env = "OUR_CERT"\nkey_env = "OUR_KEY"\n'
    press = start(tmp_path / "edition", settings=settings)
    refused = press.run("build", ok=False)
    assert refused.returncode == 2
    assert "[sign] certificate_env: OUR_CERT" in refused.stderr
    for name, file in (("OUR_CERT", "test-certificate"), ("OUR_KEY", "test-key")):
        press.environment[name] = (press.folder / "keys" / f"{file}.pem").read_text("ascii")
    press.run("build")
    assert b"c2pa" in find_sound(press)[:20_000]


def test_a_second_test_certificate_does_not_take_the_first_ones_place(copied: Press) -> None:
    before = copied.tree("keys")
    refused = copied.run("sign", "--test-certificate", "keys", ok=False)
    assert refused.returncode == 1
    assert "is there already" in refused.stderr
    assert copied.tree("keys") == before


def test_without_the_extra_it_is_named_before_anything_is_spoken(tmp_path: Path) -> None:
    press = start(tmp_path / "edition")
    refused = build_alone(press, HIDES, "hidden", ok=False)
    assert refused.returncode == 2
    assert "python -m pip install 'audiopress[sign]'" in refused.stderr
    assert not list(press.folder.glob(".audiopress/objects/**/*.flac"))


def test_strangers_may_not_have_it_signed(copied: Press) -> None:
    refused = copied.run("build", "--untrusted", ok=False)
    assert refused.returncode == 2
    assert "[sign]: signs with a key of this machine" in refused.stderr
