"""What ``--dry-run`` says is what the command then does, and nothing at all is written."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from runner import PressHere

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[show]
title = "T"
[edition]
address = "https://listen.example/"
sources = ["articles"]
withdraw_missing = true
[deploy]
target = "../there"
"""
NAMES = ("alba", "brae", "corrie", "dee", "eil")


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    for name in NAMES:
        write(press, name)
    return press


def write(press: PressHere, name: str, what: str = "late") -> None:
    text = (
        f"---\ntitle: {name}\ndate: 2026-03-01\n---\n\n{name} was {what}.\n\nNobody saw {name}.\n"
    )
    (press.folder / f"articles/{name}.md").write_text(text, "utf-8")


def look(press: PressHere) -> dict[str, str]:
    """Digest of all that lies around, folders and the times of files too."""
    return {
        str(path): f"{path.stat().st_mtime_ns} {hashlib.sha256(path.read_bytes()).hexdigest()}"
        if path.is_file()
        else ""
        for path in sorted(press.folder.parent.rglob("*"))
    }


def rehearse(press: PressHere, *words: str) -> dict[str, Any]:
    """Return what a command says that it would do; in both ways of saying nothing is written."""
    before = look(press)
    said = press.run(*words, "--dry-run")
    assert "nothing was written" in said.stderr or "next: " in said.stderr
    assert look(press) == before
    told: dict[str, Any] = json.loads(press.run(*words, "--dry-run", "--json").stdout)
    assert look(press) == before
    return told


def do(press: PressHere, *words: str) -> dict[str, Any]:
    done: dict[str, Any] = json.loads(press.run(*words, "--json").stdout)
    return done


def test_a_first_build_leaves_no_folder_behind(press: PressHere) -> None:
    told = rehearse(press, "build")
    said = press.run("build", "--dry-run").stdout
    assert not (press.folder / ".audiopress").exists()
    done = do(press, "build")
    assert f"{done['totals']['spoken']} of {done['totals']['spoken']} paragraphs would be" in said
    assert {each["id"] for each in told["articles"]} == {each["id"] for each in done["articles"]}


@pytest.mark.parametrize("command", ["build", "sync"])
def test_a_build_does_what_was_said(press: PressHere, command: str) -> None:
    do(press, "build")
    write(press, "alba", "early")
    write(press, "fog")
    (press.folder / "articles/eil.md").unlink()
    (press.folder / "articles/empty.md").write_text("", "utf-8")
    before = look(press)
    said = press.run(command, "--dry-run", "--json", ok=False)
    assert (said.returncode, look(press)) == (1, before)
    told = json.loads(said.stdout)
    done = json.loads(press.run(command, "--json", ok=False).stdout)
    spoken = {each["id"]: each["to_speak"] for each in told["articles"]}
    found = {each["id"]: each for each in done["articles"] if not each["error"]}
    gone = {name for name, each in found.items() if each["status"] == "withdrawn"}
    assert spoken == {name: each["spoken"] for name, each in found.items() if name not in gone}
    assert {each["id"] for each in told.get("withdrawn", [])} == gone
    assert gone == ({"file:articles/eil.md"} if command == "sync" else set())
    assert told["failed"] == done["totals"]["failed"] == 1


def test_a_round_that_somebody_is_sure_of_is_rehearsed_as_such(press: PressHere) -> None:
    do(press, "build")
    for name in NAMES[1:]:
        (press.folder / f"articles/{name}.md").unlink()
    assert "withdrawn" not in rehearse(press, "sync")
    told = rehearse(press, "sync", "--withdraw-missing")
    done = do(press, "sync", "--withdraw-missing")
    gone = {each["id"] for each in done["articles"] if each["status"] == "withdrawn"}
    assert {each["id"] for each in told["withdrawn"]} == gone
    assert len(gone) == 4


@pytest.mark.parametrize("words", [("alba",), ("alba", "brae"), ("alba", "--purge")])
def test_a_withdrawal_does_what_was_said(press: PressHere, words: tuple[str, ...]) -> None:
    do(press, "build")
    told = rehearse(press, "withdraw", *words)
    assert told.pop("dry_run") is True
    assert told == do(press, "withdraw", *words)
    if "--purge" not in words:
        told = rehearse(press, "withdraw", *words, "--restore")
        assert told.pop("dry_run") is True
        assert told == do(press, "withdraw", *words, "--restore")


def test_a_purge_of_old_versions_does_what_was_said(press: PressHere) -> None:
    do(press, "build")
    write(press, "alba", "early")
    do(press, "build")
    told = rehearse(press, "correct", "alba", "--purge")
    assert told.pop("dry_run") is True
    assert told["held"]["paragraphs"] == 1
    done = do(press, "correct", "alba", "--purge")
    assert told["purged"] == done["purged"]
    assert told["held"] == done["held"]


def test_garbage_goes_as_was_said(press: PressHere) -> None:
    do(press, "build")
    write(press, "alba", "early")
    do(press, "build")
    told = rehearse(press, "gc", "--keep", "0h")
    done = do(press, "gc", "--keep", "0h")
    assert (told.pop("removed"), done.pop("removed")) == (False, True)
    assert told == done
    assert told["versions"]


def test_a_deploy_sends_what_was_said(press: PressHere) -> None:
    do(press, "build")
    told = rehearse(press, "deploy")
    assert not (press.folder.parent / "there").exists()
    done = do(press, "deploy")
    assert (told["done"], done["done"]) == (False, True)
    assert set(told["sent"]) == set(done["sent"])
    write(press, "alba", "early")
    do(press, "build")
    told, done = rehearse(press, "deploy"), do(press, "deploy")
    assert (set(told["sent"]), set(told["removed"])) == (set(done["sent"]), set(done["removed"]))


def test_a_site_gets_the_players_that_were_said(press: PressHere) -> None:
    settings = '[show]\ntitle = "T"\n[site]\naddress = "https://coast.example/"\n'
    (press.folder / "audiopress.toml").write_text(settings, "utf-8")
    lines = "".join(f"<p>The ferry was late on day {day}, and nobody knew.</p>" for day in range(9))
    for name in ("fog", "rain"):
        page = press.folder / "public" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<html lang="en"><head><title>{name}</title></head><body><main><h1>{name}</h1>'
            f"{lines.replace('ferry', name)}</main></body></html>",
            "utf-8",
        )
    site = ("site", "public")
    told, done = rehearse(press, *site), do(press, *site)
    assert [each["action"] for each in told["pages"]] == ["added", "added"]
    assert told["pages"] == done["pages"]
    told = rehearse(press, "withdraw", "fog", "--site", "public")
    assert [each["path"] for each in told["pages"]] == ["fog/index.html"]
    assert told.pop("dry_run") is True
    assert told == do(press, "withdraw", "fog", "--site", "public")


@pytest.mark.parametrize(
    "words",
    [("build", "articles/alba.md", "-o", "alba.mp3"), ("sync", "--every", "10m")],
)
def test_what_cannot_be_rehearsed_is_refused(press: PressHere, words: tuple[str, ...]) -> None:
    before = look(press)
    done = press.run(*words, "--dry-run", ok=False)
    assert done.returncode == 2
    assert look(press) == before
