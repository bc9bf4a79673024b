"""Signed episodes of every kind: joined, private, held; and a server that says when it was."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import socket
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from runner import ROOT, Press

from audiopress.signing.reader import read_signature

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = """
[show]
title = "The Post"
email = "a@b.example"
{show}
[edition]
sources = ["articles"]
address = "https://audio.example.org/"
[sign]
certificate = "keys/test-certificate.pem"
key = "keys/test-key.pem"
{sign}
"""
JOINED = '[[editions]]\nid = "newest"\ntitle = "Newest"\nfrequency = "rolling"\nnewest = 20\n'
STORY = (
    "---\ntitle: The {0} boat\ndate: 2026-03-14\nurl: https://news.example/{0}\n---\n\n"
    "The {0} boat was late again.\n\n## Why\n\nIt had to wait for {0}.\n"
)


def start(folder: Path, *names: str, show: str = "", sign: str = "", more: str = "") -> Press:
    press = Press(folder)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / "articles" / f"{name}.md").write_text(STORY.format(name), "utf-8")
    text = SETTINGS.format(show=show, sign=sign) + more
    (folder / "audiopress.toml").write_text(text, "utf-8")
    press.run("sign", "--test-certificate", "keys")
    return press


def read_all(press: Press) -> dict[str, Any]:
    """Return the signature of each sound by the name of its file."""
    paths = sorted(press.folder.glob("output/**/*.mp3"))
    return {path.stem: read_signature(path.read_bytes()) for path in paths}


def check_signatures(press: Press) -> bool:
    """Whether `audiopress check` finds each right; of tones so short it finds the level wrong."""
    checks = json.loads(press.run("check", "--json", ok=False).stdout)["checks"]
    return {each["ok"] for each in checks if each["name"] == "signature"} == {True}


def start_again(press: Press) -> None:
    """Lose all but what is written by hand and the ledger: key, cache, output."""
    for name in ("output", ".audiopress", "keys"):
        shutil.rmtree(press.folder / name)


def test_a_joined_edition_is_signed_with_the_addresses_of_its_articles(tmp_path: Path) -> None:
    press = start(tmp_path / "edition", "alba", "brae", more=JOINED)
    press.build()
    signatures = read_all(press)
    assert len(signatures) == 3
    assert {each.faults for each in signatures.values()} == {()}
    told = next(each for name, each in signatures.items() if "newest" in name).narration
    assert told["articles"] == ["https://news.example/alba", "https://news.example/brae"]
    assert {each["name"] for each in told["voices"]} == {"tone"}
    digests = {each["sha256"] for each in told["paragraphs"]}
    for name in ("alba", "brae"):
        ours = next(each for stem, each in signatures.items() if name in stem).narration
        texts = {each["sha256"] for each in ours["paragraphs"] if each["role"] == "body"}
        assert texts <= digests
    assert check_signatures(press)
    before, ledger = press.tree(), press.tree("ledger")
    start_again(press)
    press.build()
    assert press.tree() == before
    assert press.tree("ledger") == ledger


def test_an_edition_that_grows_keeps_the_signatures_of_the_versions_it_keeps(
    tmp_path: Path,
) -> None:
    press = start(tmp_path / "edition", "alba", more=JOINED)
    for name in ("alba", "brae", "corrie", "dun", "esk"):
        (press.folder / "articles" / f"{name}.md").write_text(STORY.format(name), "utf-8")
        press.build()
    records = [json.loads(path.read_bytes()) for path in press.folder.glob("ledger/articles/*/*")]
    named = [
        version["imprint"]["signature"][:16] for record in records for version in record["versions"]
    ]
    kept = [path.stem for path in press.folder.glob("ledger/signatures/*/*/*.json")]
    assert sorted(kept) == sorted(named)
    assert len(kept) > 5


def test_a_private_show_is_signed_and_its_secret_is_in_no_manifest(tmp_path: Path) -> None:
    press = start(tmp_path / "edition", "alba", show="private = true")
    press.build()
    (path,) = press.folder.glob("output/*/episodes/*/*/*.mp3")
    signature = read_signature(path.read_bytes())
    assert signature is not None
    assert signature.faults == ()
    secret = json.loads((press.folder / "ledger/shows/main.json").read_bytes())["secret"]
    assert secret.encode() not in path.read_bytes()
    before = press.tree()
    start_again(press)
    press.build()
    assert press.tree() == before


def test_what_is_held_is_published_as_it_was_signed(tmp_path: Path) -> None:
    press = start(tmp_path / "edition", "alba", more="[review]\nhold = true\n")
    press.build()
    (held,) = press.folder.glob(".audiopress/held/**/*.mp3")
    body = held.read_bytes()
    shutil.rmtree(press.folder / "keys")
    press.run("release", "--all")
    (path,) = press.folder.glob("output/**/*.mp3")
    assert path.read_bytes() == body
    assert check_signatures(press)


def test_a_show_with_its_picture_in_the_file_keeps_it_once(tmp_path: Path) -> None:
    press = start(tmp_path / "edition", "alba", show="cover = true")
    press.build()
    (path,) = press.folder.glob("output/**/*.mp3")
    body = path.read_bytes()
    assert b"\x89PNG" in body[:20_000]
    (kept,) = press.folder.glob("ledger/signatures/*/*/*.json")
    assert kept.stat().st_size < 40_000
    start_again(press)
    press.build()
    assert path.read_bytes() == body


FULL = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
"""A ``sitecustomize`` under which no file gets longer than a paragraph's: the MP3 has 110 kB."""


def test_a_disk_that_fills_up_while_it_is_signed_is_an_error_of_the_article(
    tmp_path: Path,
) -> None:
    press = start(tmp_path / "edition", "alba")
    press.build()
    (path,) = press.folder.glob("articles/*.md")
    path.write_text(path.read_text("utf-8").replace("late", "early"), "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "sitecustomize.py").write_text(FULL, "utf-8")
    paths = [str(tmp_path / "full"), str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {"PYTHONPATH": os.pathsep.join(paths)}
    done = Press(press.folder, environment=environment, forked=False).run("build", ok=False)
    assert done.returncode == 1
    assert "file too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(list(press.folder.glob("output/**/*.mp3"))) == 1
    press.build()
    assert {each.faults for each in read_all(press).values()} == {()}
    assert len(list(press.folder.glob("output/**/*.mp3"))) == 2


# -- time stamps -------------------------------------------------------------------------------

AUTHORITY = """
[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = stamp.pem
signer_key = stamp.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
"""

MAKE = """
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=ca
openssl req -newkey rsa:2048 -nodes -keyout stamp.key -out stamp.csr -subj /CN=stamp
openssl x509 -req -in stamp.csr -CA ca.pem -CAkey ca.key -set_serial 7 -out stamp.pem -extfile uses
"""


@contextmanager
def run_server(folder: Path) -> Iterator[tuple[str, list[bytes]]]:
    """A server of time stamps, of openssl; yields its address and what it was asked."""
    folder.mkdir()
    (folder / "settings").write_text(AUTHORITY, "utf-8")
    (folder / "serial").write_text("01\n", "utf-8")
    uses = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n"
    (folder / "uses").write_text(uses, "utf-8")
    for line in MAKE.strip().splitlines():
        subprocess.run(line.split(), cwd=folder, check=True, capture_output=True)
    asked: list[bytes] = []

    class Stamp(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])))
            (folder / "query").write_bytes(asked[-1])
            command = "openssl ts -reply -config settings -queryfile query -out reply"
            subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
            body = (folder / "reply").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stamp)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl to stamp with")
def test_a_time_stamp_is_asked_for_once_and_says_when_it_was(tmp_path: Path) -> None:
    with run_server(tmp_path / "server") as (address, asked):
        press = start(tmp_path / "edition", "alba", sign=f'timestamp = "{address}"')
        press.build()
        press.build()
        assert len(asked) == 1
        assert len(asked[0]) < 200  # a digest and no more
        (signature,) = read_all(press).values()
        assert signature.faults == ()
        assert signature.time.startswith("20")
        before = press.tree()
        start_again(press)
        press.build()
        assert press.tree() == before
        assert len(asked) == 1


def test_a_server_of_time_stamps_that_is_not_there_is_named_without_its_address(
    tmp_path: Path,
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    press = start(tmp_path / "edition", "alba", sign=f'timestamp = "http://127.0.0.1:{port}/me"')
    done = press.run("build", ok=False)
    assert done.returncode == 1
    assert "no time stamp could be had" in done.stderr
    assert "[sign] timestamp" in done.stderr
    assert str(port) not in done.stderr
    assert not list(press.folder.glob("output/**/*.mp3"))
    assert not list(press.folder.glob("ledger/signatures/*"))
