"""Next commands that are proposed are taken as they stand, where they were proposed."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from proposed_commands import explain_refusal, find_proposals, list_written_proposals
from runner import PressHere

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[3] / "audiopress"
STORY = "---\ntitle: {0}\ndate: 2026-03-01\n---\n\nThe {0} was late.\n\nIt is {0}.\n"
HELD = '[show]\ntitle = "T"\n[edition]\nsources = ["articles"]\n'
SERVED = HELD + 'address = "https://listen.example/"\n'
TO_FILL_IN = re.compile(r"\b[A-Z]{2,}\b|\.\.\.|bucket/prefix|https://")
"""What is for the reader to fill in, ``audiopress build FILE``, or asks the network."""

OPEN_ENDED = ("serve", "studio", "voices install", "say")
"""They go on until they are stopped, or ask the network, or the ears."""

EDITIONS = {
    "nobody configured": (
        "",
        (
            "build articles|status|deploy|sync|check|embed fog|embed nope|withdraw fgo|"
            "show address|"
            "gc --dry-run|correct fog|correct fog --purge|release|serve nope.md|stats nope.log|"
            "plan nope.md|build nope|build articles/fgo.md|site articles"
        ),
    ),
    "a preview": (
        HELD,
        (
            "status|check|deploy|embed fog|release|plan|sync|status|build|embed fog|withdraw fog|"
            "embed fog|withdraw fog|plan|withdraw fog --restore|withdraw rain --restore|"
            "correct rain --purge|build --voice nobody|build --since x|voices show nobody|"
            "lexicon remove x|sign|show rotate T|site articles|deploy ../there|build -o x.mp3|"
            "build --backfill|sync --every x|sync --every 1h --dry-run|reading list|ledger check|"
            "serve --lan x|script nope.md|script|init|build --executor dask|build --private|"
            "gc --keep x|lexicon try x|release fog|withdraw nope|build news.example/story|"
            "withdraw fog --restore --purge"
        ),
    ),
    "an edition that is served": (
        SERVED,
        (
            "deploy ../there|build|status|deploy|deploy ../there --dry-run|deploy ../there|"
            "embed fog|"
            "check|show address|withdraw fog --purge|withdraw fog|build --update-voices rain|"
            "build --retag|sign keys|sync --dry-run"
        ),
    ),
    "one that holds": (
        HELD + "[review]\nhold = true\n",
        (
            "build|status|release|plan|embed fog|withdraw rain|release fog snow|build|status|"
            "withdraw fog|release nope"
        ),
    ),
    "a private show": (
        SERVED.replace("[edition]", "private = true\n[edition]"),
        ("show address|build|status|show address|embed fog|site articles|show rotate|withdraw fog"),
    ),
}
"""Editions with their configuration, and what somebody types there one after the other."""


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    (press.folder / "articles").mkdir(parents=True)
    for name in ("fog", "rain", "snow"):
        (press.folder / f"articles/{name}.md").write_text(STORY.format(name), "utf-8")
    return press


def test_what_the_code_proposes_is_taken() -> None:
    found = list(list_written_proposals(HOUSE))
    assert len(found) > 150
    refused = [f"{at}: {words}: {explain_refusal(words)}" for at, words in found]
    wrong = [each for each in refused if not each.endswith(": ")]
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize("words", ["gc --nope", "withdraw", "deploy --dry", "voices lst", "gc now"])
def test_what_the_program_refuses_is_found(words: str) -> None:
    assert explain_refusal(words)


def test_a_proposal_ends_where_its_sentence_goes_on() -> None:
    said = "what stays (audiopress withdraw a-b takes it back); or audiopress gc --keep 7d, then"
    assert find_proposals(said) == ["withdraw a-b", "gc --keep 7d"]
    assert find_proposals('try: audiopress say "Fog, and rain" --play') == [
        'say "Fog, and rain" --play'
    ]
    assert find_proposals("audiopress does not, nor `audiopress gc`") == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_proposed_runs_where_it_was_proposed(press: PressHere, edition: str) -> None:
    settings, typed = EDITIONS[edition]
    if settings:
        (press.folder / "audiopress.toml").write_text(settings, "utf-8")
    refused = [each for words in typed.split("|") for each in list_refused(press, words)]
    assert refused == [], "\n".join(refused)


def list_refused(press: PressHere, typed: str) -> Iterator[str]:
    """Type a command, and yield of what it proposes all that a copy of the folder refuses."""
    done = press.run(*shlex.split(typed), ok=False)
    for proposed in dict.fromkeys(find_proposals(f"{done.stdout}\n{done.stderr}")):
        if TO_FILL_IN.search(proposed):
            continue
        why = explain_refusal(proposed)
        if not why and not proposed.startswith(OPEN_ENDED):
            why = run_elsewhere(press, proposed)
        if why:
            yield f"audiopress {typed}: audiopress {proposed}: {why}"


def run_elsewhere(press: PressHere, proposed: str) -> str:
    """Return what the command says that was refused, in a folder that is as this one."""
    elsewhere = press.folder.parent / "copies"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(press.folder, elsewhere / "here")
    done = PressHere(elsewhere / "here").run(*shlex.split(proposed), ok=False)
    return done.stderr.strip() if done.returncode else ""


@pytest.mark.parametrize("words", [("build", "--voice", "tone"), ("plan",), ("script",)])
def test_a_server_of_one_s_own_is_asked_by_the_command_that_is_proposed(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    press = PressHere(tmp_path)
    story = "<p>The bells of the harbour are rung at nine each day, and all hear them.</p>" * 9
    with Server() as server:
        server.answers["/bells"] = always(
            page(f"<article><h1>Bells</h1>{story}</article>".encode())
        )
        refused = press.run(*words, server.url("/bells"), ok=False).stderr
        whole = refused.partition("a server of your own: ")[2].partition("\n")[0]
        assert server.url("/bells") in whole
        proposed = shlex.split(whole)
        done = press.run(*proposed[1:])
    assert "not on the public internet" not in done.stderr
    assert "ells" in done.stdout + done.stderr
