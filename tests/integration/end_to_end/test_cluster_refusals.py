"""What is refused before a cluster gets anything, and a cluster that only its own can use."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from dask_cluster import open_cluster
from runner import ROOT, Press, PressHere

from audiopress.workers.cluster import connection

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("distributed", reason="the extra audiopress[cluster] is not here")
pytest.importorskip("cryptography", reason="the extra audiopress[cluster] is not here")


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """An edition of one article, and a folder that all machines see."""
    (tmp_path / "shared").mkdir()
    press = PressHere(tmp_path / "edition")
    press.folder.mkdir()
    (press.folder / "a.md").write_text("---\ndate: 2026-11-02\n---\n# Ferries\n\nLate.\n", "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\nsources = ["a.md"]\n'
        f'address = "https://audio.example.org/"\nshared_cache = "{tmp_path / "shared"}"\n',
        "utf-8",
    )
    return press


def refuse(press: Press, address: str, *words: str) -> str:
    """Return what is said of a scheduler; nothing was made."""
    done = press.run("build", "--executor", "dask", "--scheduler", address, *words, ok=False)
    assert done.returncode == 2, done.stderr
    assert not (press.folder / "output/episodes").exists()
    return done.stderr


def test_without_an_address_or_with_a_bad_one_nobody_is_asked(press: Press) -> None:
    assert (
        "nothing says where the scheduler is"
        in press.run("build", "--executor", "dask", ok=False).stderr
    )
    assert "tls:// only" in refuse(press, "tcp://10.0.0.5:8786")
    assert "no address of a scheduler" in refuse(press, "10.0.0.5:8786")
    assert "Dask's configuration names neither" in refuse(press, "tls://127.0.0.1:1")


def test_a_cache_of_this_machine_alone_is_refused(press: Press, tmp_path: Path) -> None:
    said = refuse(press, "tcp://127.0.0.1:1", "--cache", str(tmp_path / "own"))
    assert "the workers cannot give what they speak" in said


def test_nobody_answers(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 1)
    assert "the scheduler does not answer" in refuse(press, "tcp://127.0.0.1:1")


def test_workers_that_do_not_fit_are_named(press: Press, tmp_path: Path) -> None:
    info = tmp_path / "old/lameenc-0.0.7.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lameenc\nVersion: 0.0.7\n")
    with open_cluster(tmp_path / "cluster", workers=0) as cluster:
        assert "no worker has come to this scheduler" in refuse(press, cluster.address)
        cluster.add_worker(resources="")
        cluster.wait_for_workers(1)
        said = refuse(press, cluster.address)
        assert "no worker of this scheduler is meant for articles" in said
        assert '--resources "audiopress=2"' in said
        path = os.pathsep.join([str(info.parent), str(ROOT)])
        cluster.add_worker(environment={"PYTHONPATH": path})
        cluster.wait_for_workers(2)
        assert "has lameenc 0.0.7, and this machine has " in refuse(press, cluster.address)


@pytest.fixture
def certificates(tmp_path: Path) -> Iterator[Path]:
    Press(tmp_path).run("cluster", "certificates", "own")
    return tmp_path / "own"


def test_certificates_let_in_their_own_and_nobody_else(
    press: Press, certificates: Path, tmp_path: Path
) -> None:
    Press(tmp_path).run("cluster", "certificates", "other")
    modes = {path.name: path.stat().st_mode & 0o777 for path in certificates.iterdir()}
    assert modes["worker-key.pem"] == modes["client-key.pem"] == 0o600
    assert "ca-key.pem" not in modes
    again = Press(tmp_path).run("cluster", "certificates", "own", ok=False)
    assert "this folder is not empty" in again.stderr
    own = {"DASK_CONFIG": str(certificates)}
    with open_cluster(tmp_path / "cluster", workers=0, protocol="tls", environment=own) as cluster:
        assert cluster.address.startswith("tls://")
        cluster.add_worker()

        def build(folder: Path | None) -> subprocess.CompletedProcess[str]:
            chosen = {"DASK_CONFIG": str(folder)} if folder else {}
            other = Press(press.folder, environment=chosen, forked=False)
            return other.run(
                "build", "--executor", "dask", "--scheduler", cluster.address, ok=False
            )

        assert "the scheduler does not answer" in build(tmp_path / "other").stderr
        wait(cluster.address, own)
        done = build(certificates)
        assert done.returncode == 0, done.stderr
        assert "1 built" in done.stderr


def wait(address: str, environment: dict[str, str]) -> None:
    """Wait for a worker in a process of its own, as Dask reads its configuration once."""
    code = "import sys; from distributed import Client; Client(sys.argv[1]).wait_for_workers(1, 60)"
    subprocess.run([sys.executable, "-c", code, address], env=os.environ | environment, check=True)
