"""What docs/newsroom-repository.md says of git: the ledger is kept, what is made again is not."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from audiopress.settings.new_file import GIT_IGNORED

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def git(folder: Path, *words: str) -> list[str]:
    done = subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()


@pytest.fixture
def repository(press: Press) -> Press:
    press.folder.mkdir(parents=True)
    git(press.folder, "init", "-q")
    return press


def test_git_keeps_the_ledger_and_not_what_is_made_again(repository: Press) -> None:
    said = repository.run("init", "--yes").stdout
    assert "wrote audiopress.toml and .gitignore\n" in said
    (repository.folder / "articles/a.md").write_text("# Fog\n\nNo boat left.\n", "utf-8")
    repository.build()
    kept = {line[3:] for line in git(repository.folder, "status", "--short", "-uall")}
    assert {".gitignore", "audiopress.toml", "articles/a.md"} < kept
    others = kept - {".gitignore", "audiopress.toml", "articles/a.md"}
    assert others
    assert all(name.startswith("ledger/") for name in others)


def test_a_folder_below_the_repository_has_its_own(repository: Press) -> None:
    repository.run("init", "desk", "--yes")
    assert (repository.folder / "desk/.gitignore").read_text("utf-8") == GIT_IGNORED
    assert not (repository.folder / ".gitignore").exists()


def test_what_somebody_has_written_stays_and_what_it_lacks_is_said(repository: Press) -> None:
    own = repository.folder / ".gitignore"
    own.write_text("output\n*.pyc\n", "utf-8")
    said = repository.run("init", "--yes").stdout
    assert own.read_text("utf-8") == "output\n*.pyc\n"
    assert "add to .gitignore: /.audiopress/ /jobs/ (the ledger stays in git)" in said


def test_one_that_is_no_utf_8_is_read_all_the_same(repository: Press) -> None:
    own = repository.folder / ".gitignore"
    own.write_bytes(b"# \xe9t\xe9\noutput\n")
    assert "add to .gitignore: /.audiopress/ /jobs/" in repository.run("init", "--yes").stdout
    assert own.read_bytes() == b"# \xe9t\xe9\noutput\n"


@pytest.mark.parametrize("own", [False, True])
def test_the_secret_of_a_private_pile_is_in_no_commit(repository: Press, *, own: bool) -> None:
    (repository.folder / "saved").mkdir()
    (repository.folder / "saved/a.md").write_text("# Fog\n\nNo boat left.\n", "utf-8")
    repository.build("saved", "--private")
    if own:
        (repository.folder / ".gitignore").write_text("output\n.audiopress\n", "utf-8")
    said = repository.run("init", "--yes").stdout
    told = "add to .gitignore: /jobs/ /ledger/ (the ledger has the secret address)"
    assert (told in said) == own
    if own:
        return
    repository.build()
    git(repository.folder, "add", "-A")
    kept = git(repository.folder, "ls-files")
    assert kept == [".gitignore", "audiopress.toml", "saved/a.md"]
    assert (repository.folder / "ledger/shows/main.json").is_file()


def test_one_that_has_all_of_it_is_nothing_to_speak_of(repository: Press) -> None:
    (repository.folder / ".gitignore").write_text(GIT_IGNORED, "utf-8")
    assert ".gitignore" not in repository.run("init", "--yes").stdout


def test_without_a_repository_none_is_written(press: Press) -> None:
    press.folder.mkdir(parents=True)
    press.run("init", "--yes")
    assert not (press.folder / ".gitignore").exists()
