"""What status remembers of rounds whose sources are named on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

STORY = "---\ntitle: {0}\ndate: {1}\n---\n\n{0} was late.\n\nIt had to wait.\n"
PAGE = (
    '<html lang="en"><head><title>{0}</title></head><body><main><article><h1>{0}</h1>'
    "<p>{0} was late on Monday because of ice in the harbour, and the crew had to wait for the "
    "tide to turn before they could leave the pier.</p><p>Nobody was hurt on {0}, said the harbour "
    "master, who had been up since four in the morning to see to the lamps.</p></article></main>"
    "</body></html>"
)


@pytest.fixture
def site() -> Iterator[Server]:
    with Server() as server:
        for name in ("alba", "brae"):
            server.answers[f"/{name}"] = always(page(PAGE.format(name.title()).encode()))
        server.answers["/busy"] = always(page(b"", status="503 Busy", **{"Retry-After": "600"}))
        yield server


def write(press: Press, **dates: str) -> None:
    press.folder.mkdir(parents=True, exist_ok=True)
    for name, date in dates.items():
        (press.folder / f"{name}.md").write_text(STORY.format(name.title(), date), "utf-8")


def build(press: Press, *words: str) -> None:
    press.run("build", *words, "--allow-private", ok=False)


def status(press: Press) -> dict[str, Any]:
    return json.loads(press.run("status", "--json").stdout)


def fails(press: Press) -> list[str]:
    return [each["name"].rpartition("/")[2] for each in status(press)["failed"]]


def test_a_line_that_left_its_list_fails_no_more(press: Press, site: Server) -> None:
    write(press)
    pile = press.folder / "list.txt"
    pile.write_text(f"{site.url('/alba')}\n{site.url('/lost')}\n{site.url('/gone')}\n")
    build(press, "list.txt")
    assert fails(press) == ["gone", "lost"]
    pile.write_text(f"{site.url('/alba')}\n{site.url('/gone')}\n")
    build(press, "list.txt")
    assert fails(press) == ["gone"]


def test_a_line_that_left_a_file_of_sources_fails_no_more(press: Press) -> None:
    write(press, alba="2026-03-01", bad="soon", worse="later")
    (press.folder / "all.txt").write_text("alba.md\nbad.md\nworse.md\n")
    build(press, "--from-list", "all.txt")
    assert fails(press) == ["bad.md", "worse.md"]
    (press.folder / "all.txt").write_text("alba.md\nworse.md\n")
    build(press, "--from-list", "all.txt")
    assert fails(press) == ["worse.md"]


def test_a_wider_round_has_the_last_word_and_a_narrower_one_has_not(press: Press) -> None:
    write(press, alba="2026-03-01", bad="soon", worse="later")
    build(press, "bad.md", "worse.md")
    build(press, "alba.md", "bad.md")
    assert fails(press) == ["bad.md", "worse.md"]
    write(press, worse="2026-03-02")
    build(press, "alba.md", "bad.md", "worse.md")
    assert fails(press) == ["bad.md"]


def test_what_waited_and_fails_now_waits_no_more(press: Press, site: Server) -> None:
    write(press)
    pile = press.folder / "list.txt"
    pile.write_text(f"{site.url('/busy')}\n{site.url('/alba')}\n{site.url('/brae')}\n")
    build(press, "list.txt")
    assert status(press)["counts"]["waiting"]
    site.answers["/busy"] = always(page(b"", status="404 Not Found"))
    pile.write_text(f"{site.url('/busy')}\n")
    build(press, "list.txt")
    told = status(press)
    names = {each["id"] for show in told["shows"] for each in show["articles"]}
    names_failing = {each["name"] for each in told["failed"]}
    assert names.isdisjoint(names_failing)
    assert not names & {site.url("/alba"), site.url("/brae")}


def test_a_held_back_article_that_is_taken_out_of_its_list_waits_no_more(press: Press) -> None:
    write(press, alba="2026-03-01", later="2199-03-01")
    (press.folder / "all.txt").write_text("alba.md\nlater.md\n")
    build(press, "--from-list", "all.txt")
    assert status(press)["counts"]["waiting"] == 1
    (press.folder / "all.txt").write_text("alba.md\n")
    build(press, "--from-list", "all.txt")
    assert status(press)["counts"]["waiting"] == 0


def test_a_show_alone_counts_what_the_edition_counts(press: Press) -> None:
    write(press, alba="2026-03-01", bad="soon", worse="later")
    build(press, "alba.md", "bad.md", "worse.md")
    told = status(press)
    assert told["counts"]["failed"] == 2
    assert told["shows"][0]["counts"] == told["counts"]
    assert "2 failed" in press.run("status").stdout.splitlines()[0]


def test_a_monitor_hears_of_a_failure_by_the_exit_status(press: Press) -> None:
    write(press, alba="2026-03-01")
    build(press, "alba.md")
    assert press.run("status", "--fail", ok=False).returncode == 0
    write(press, bad="soon")
    build(press, "alba.md", "bad.md")
    assert press.run("status", ok=False).returncode == 0
    told = press.run("status", "--fail", ok=False)
    assert (told.returncode, "failed: " in told.stdout) == (1, True)
    said = press.run("status", "--fail", "--json", ok=False)
    assert (said.returncode, json.loads(said.stdout)["counts"]["failed"]) == (1, 1)
    write(press, bad="2026-03-02")
    build(press, "alba.md", "bad.md")
    assert press.run("status", "--fail", ok=False).returncode == 0


def test_what_was_sent_fails_until_it_is_built_or_given_up(press: Press, site: Server) -> None:
    write(press, alba="2026-03-01")
    settings = '[show]\ntitle = "P"\n[edition]\nsources = ["alba.md"]\n'
    (press.folder / "audiopress.toml").write_text(settings)
    build(press, site.url("/brae2"))
    build(press, site.url("/lost"))
    press.run("sync")
    assert fails(press) == ["brae2", "lost"]
    assert press.run("status", "--fail", ok=False).returncode == 1
    site.answers["/brae2"] = site.answers["/brae"]
    build(press, site.url("/brae2"))
    assert fails(press) == ["lost"]
    told = press.run("status").stdout
    command = f"audiopress status --forget {site.url('/lost')}"
    assert command in told
    assert press.run("status", "--forget", "lost", ok=False).returncode == 2
    press.run(*command.split()[1:], "--fail")
    assert fails(press) == []


def test_a_file_that_was_named_and_is_gone_fails_no_more(press: Press) -> None:
    write(press, alba="2026-03-01", bad="soon", worse="later")
    settings = '[show]\ntitle = "P"\n[edition]\nsources = ["alba.md"]\n'
    (press.folder / "audiopress.toml").write_text(settings)
    build(press, "bad.md", "worse.md")
    (press.folder / "bad.md").unlink()
    press.run("sync")
    assert fails(press) == ["worse.md"]


def test_a_correction_that_fails_is_told_no_more_once_it_is_withdrawn(press: Press) -> None:
    write(press, alba="2026-03-01", brae="2026-03-01")
    build(press, "alba.md", "brae.md")
    write(press, alba="soon")
    build(press, "alba.md")
    assert status(press)["counts"]["failed"] == 1
    press.run("withdraw", "alba")
    assert status(press)["counts"]["failed"] == 0
