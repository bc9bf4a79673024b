"""A list of many addresses becomes an edition, a stretch at a time; a second run asks nobody."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from archive_server import ArchiveServer, serve_archive
from runner import Press, PressHere

from audiopress.cli import backfill as cli_backfill
from audiopress.cli import build as cli_build
from audiopress.press.backfill import run as backfill_run
from audiopress.press.edition.related_records import RelatedRecords
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from pathlib import Path

    from audiopress.press.edition.promises import Promises
    from audiopress.press.steps.read import Manuscript

BACKFILL = ("build", "--from-list", "addresses.txt", "--backfill", "--allow-private", "--json")


@pytest.fixture
def archive() -> Iterator[ArchiveServer]:
    with serve_archive() as opened:
        yield opened


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backfill_run, "STRETCH", 3)


def make(folder: Path, archive: ArchiveServer, *paths: str) -> Press:
    press = PressHere(folder)
    folder.mkdir()
    make_list(press, archive, *paths)
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        '[edition]\naddress = "https://audio.example.org/"\n',
        "utf-8",
    )
    return press


def make_list(press: Press, archive: ArchiveServer, *paths: str) -> None:
    lines = "\n".join(archive.url + path for path in paths)
    (press.folder / "addresses.txt").write_text(f"# an archive\n\n{lines}\n", "utf-8")


def run(press: Press, *words: str, status: int = 0) -> dict[str, Any]:
    done = press.run(*BACKFILL, *words, ok=False)
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout)


PATHS = tuple(f"/2026/{1 + number % 10:02}/{number}" for number in range(1, 9))


def test_an_archive_is_that_of_a_build_and_the_second_run_asks_nobody(
    tmp_path: Path, archive: ArchiveServer
) -> None:
    whole = make(tmp_path / "whole", archive, *PATHS)
    whole.run(*(word for word in BACKFILL if word != "--backfill"))
    press = make(tmp_path / "filled", archive, *PATHS)
    totals = run(press)["totals"]
    assert (totals["addresses"], totals["built"], totals["left"]) == (8, 8, 0)
    assert press.tree() == whole.tree()
    archive.asked.clear()
    again = run(press)["totals"]
    assert (again["before"], again["built"], again["spoken"]) == (8, 0, 0)
    assert not archive.asked
    assert press.tree() == whole.tree()


def test_addresses_that_lead_on_are_asked_once(tmp_path: Path, archive: ArchiveServer) -> None:
    press = make(tmp_path / "a", archive, "/old/1", "/2", "/old/old/3", "/old/2", "/4")
    totals = run(press)["totals"]
    assert (totals["built"], totals["passed_by"]) == (4, 1)
    before = press.tree()
    archive.asked.clear()
    assert run(press)["totals"]["before"] == 5
    assert not archive.asked
    assert press.tree() == before
    # Without the cache they are asked again, and are the same articles.
    records = press.folder / ".audiopress/records/own-led-addresses"
    assert archive.url not in "".join(each.read_text("utf-8") for each in records.rglob("*.json"))
    shutil.rmtree(records)
    totals = run(press)["totals"]
    assert (totals["before"], totals["built"], archive.asked["/old/1"]) == (2, 0, 1)
    assert press.tree() == before


def test_failures_are_counted_by_kind_and_named_with_their_line(
    tmp_path: Path, archive: ArchiveServer
) -> None:
    press = make(tmp_path / "a", archive, "/1", "/404", "/2", "/4041", "/3", "/1#again")
    said = run(press, status=1)
    totals = said["totals"]
    assert (totals["addresses"], totals["built"], totals["failed"]) == (5, 3, 2)
    assert said["failures"] == {"not fetched": 2}
    where = {each["error"]["where"] for each in said["failed"]}
    assert any("line 4" in each for each in where), where
    # They are tried again, and nothing else is.
    archive.asked.clear()
    assert run(press, status=1)["totals"]["failed"] == 2
    assert {"/404", "/4041"} <= set(archive.asked)
    assert not {"/1", "/2", "/3"} & set(archive.asked)


def test_articles_of_one_title_in_two_stretches_have_pages_of_their_own(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backfill_run, "STRETCH", 2)
    # The first is still spoken when the second is read, for two in a stretch are one article.
    paths = ("/same/1", "/old/same/1", "/same/2", "/old/old/same/1", "/same/3")
    press = make(tmp_path / "a", archive, *paths)
    totals = run(press)["totals"]
    assert (totals["built"], totals["passed_by"], totals["failed"]) == (3, 2, 0)
    pages = [page.read_text("utf-8") for page in press.folder.glob("output/episodes/*/index.html")]
    assert len(pages) == 3
    for number in range(1, 4):
        assert sum(f"with the number {number} left" in page for page in pages) == 1


def test_when_its_time_is_up_the_next_run_goes_on(tmp_path: Path, archive: ArchiveServer) -> None:
    press = make(tmp_path / "a", archive, *PATHS)
    said = run(press, "--max-hours", "0.00001")
    assert said["stopped"]
    assert said["stopped_by"] == "max-hours"
    first = said["totals"]
    assert 0 < first["built"] < 8
    assert first["left"] == 8 - first["built"]
    # The newest first, by their addresses.
    newest = sorted(PATHS, reverse=True)[: first["built"]]
    assert {path for path in archive.asked if path.startswith("/2026")} == set(newest)
    rest = run(press)
    assert not rest["stopped"]
    assert (rest["totals"]["before"], rest["totals"]["left"]) == (first["built"], 0)


def test_it_speaks_no_longer_than_the_processors_are_given_for(
    tmp_path: Path, archive: ArchiveServer
) -> None:
    press = make(tmp_path / "a", archive, *PATHS)
    first = run(press, "--max-cpu", "0.000000001")
    assert (first["stopped"], first["stopped_by"]) == (True, "max-cpu")
    assert first["totals"]["built"] == 3  # whatever they cost, those that are begun at once
    spent = first["totals"]["synthesis_cpu_seconds"]
    assert spent > 0
    # As much as three of them cost: as many as that, by what they cost now.
    told = press.run(*(word for word in BACKFILL if word != "--json"), "--max-cpu", f"{1 / 3600}")
    assert "CPU hours" in told.stderr
    rest = run(press, "--max-cpu", "2", "--max-hours", "2")
    assert (rest["stopped"], rest["stopped_by"], rest["totals"]["left"]) == (False, "", 0)


def test_of_the_ledger_only_what_a_stretch_has_to_do_with_is_read(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = make(tmp_path / "a", archive, *PATHS)
    run(press)
    with (press.folder / "addresses.txt").open("a", encoding="utf-8") as file:
        file.write(f"{archive.url}/old/77\n{archive.url}/78\n")
    seen: list[int] = []
    read = RelatedRecords.read

    def count(
        self: RelatedRecords, manuscripts: Sequence[Manuscript], lists: Container[str] = ()
    ) -> Promises:
        promises = read(self, manuscripts, lists)
        seen.append(len(promises.records))
        return promises

    monkeypatch.setattr(RelatedRecords, "read", count)
    assert run(press)["totals"]["built"] == 2
    # The newest of their language, by which a voice is chosen.
    assert seen == [1]


def test_a_feed_that_a_process_of_its_own_writes_is_the_same(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = make(tmp_path / "alone", archive, "/1", "/2")
    run(alone)
    monkeypatch.setattr(backfill_run, "APART", 0)
    monkeypatch.setattr(Ledger, "read_all", None)  # here: that process has its own
    press = make(tmp_path / "a", archive, "/1", "/2")
    assert run(press)["feed"]["items"] == 2
    assert press.tree() == alone.tree()


def test_a_run_that_finds_all_as_it_was_reads_no_record(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = make(tmp_path / "a", archive, "/1", "/2", "/3")
    feed = run(press)["feed"]
    before = press.tree()
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "_read_file", None)
        again = run(press)
    assert again["feed"] == feed
    assert press.tree() == before
    # Somebody has taken a sound away, and brings it back.
    sound = next((press.folder / "output/episodes").rglob("*.mp3"))
    body = sound.read_bytes()
    sound.unlink()
    missing = run(press)
    assert missing["feed"]["items"] == 2
    assert any("its sound is not in the output folder" in note for note in missing["notes"])
    assert run(press)["notes"] == missing["notes"]
    sound.write_bytes(body)
    assert run(press)["feed"]["items"] == 3
    assert press.tree() == before
    # The configuration says another title.
    file = press.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace('"P"', '"Other"'), "utf-8")
    run(press)
    assert "<title>Other" in (press.folder / "output/feed.xml").read_text("utf-8")


def test_an_article_that_has_moved_stays_the_episode_that_it_was(
    tmp_path: Path, archive: ArchiveServer
) -> None:
    press = make(tmp_path / "a", archive, *PATHS, "/2026/03/9")
    run(press)
    records = sorted((press.folder / "ledger").rglob("*.json"))
    # Its old address is gone, and the list has the new one.
    archive.gone.add("/2026/03/9")
    make_list(press, archive, *PATHS, "/2026/new/9")
    said = run(press)
    assert said["totals"]["failed"] == 0
    assert any("stays the episode that it was" in note for note in said["notes"]), said["notes"]
    assert sorted((press.folder / "ledger").rglob("*.json")) == records


@pytest.mark.parametrize("how", ["plain", "json", "none"])
def test_it_tells_how_it_goes_as_it_was_asked(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(cli_backfill, "_EVERY", 0.0)
    press = make(tmp_path / "a", archive, "/1", "/2")
    lines = press.run(*BACKFILL, "--progress", how).stderr.splitlines()
    told = [line for line in lines if "an hour" in line or line.startswith("{")]
    if how == "json":
        last = json.loads(told[-2])  # the last of all is the summary, as of any build
        assert (last["event"], last["totals"]["addresses"], last["totals"]["built"]) == (
            "progress",
            2,
            2,
        )
    else:
        assert (len(told) > 1) is (how == "plain")


def test_its_front_page_can_be_opened(
    tmp_path: Path, archive: ArchiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(cli_build, "open_page", lambda address: opened.append(address) or True)
    press = make(tmp_path / "a", archive, "/1", "/404")
    run(press, "--open", status=1)
    assert opened == [(press.folder / "output/index.html").as_uri()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("build", "--backfill"), "takes the addresses of one list"),
        (("build", "--max-hours", "2"), "takes the addresses of one list"),
        ((*BACKFILL, "--strict"), "--strict and --backfill exclude each other"),
        ((*BACKFILL, "--limit", "3"), "--limit and --backfill exclude each other"),
        ((*BACKFILL, "-o", "all.mp3"), "all.mp3 and --backfill exclude each other"),
    ],
)
def test_what_it_is_not_made_for_is_said(
    tmp_path: Path, archive: ArchiveServer, words: tuple[str, ...], said: str
) -> None:
    press = make(tmp_path / "a", archive, "/1")
    done = press.run(*words, ok=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert not archive.asked


def test_a_line_that_is_no_address_is_named(tmp_path: Path, archive: ArchiveServer) -> None:
    press = make(tmp_path / "a", archive, "/1")
    with (press.folder / "addresses.txt").open("a", encoding="utf-8") as file:
        file.write("articles/ferry.md\n")
    done = press.run(*BACKFILL, ok=False)
    assert done.returncode == 2
    assert "line 4: articles/ferry.md" in done.stderr
    assert not archive.asked


def test_all_lines_that_are_no_addresses_are_named_at_once(
    tmp_path: Path, archive: ArchiveServer
) -> None:
    press = make(tmp_path / "a", archive, "/1")
    with (press.folder / "addresses.txt").open("a", encoding="utf-8") as file:
        file.writelines(f"articles/{number}.md\n" for number in range(25))
    done = press.run(*BACKFILL, ok=False)
    assert done.returncode == 2
    assert "25 lines name no address of a page" in done.stderr
    assert "line 4: articles/0.md; line 5: articles/1.md; " in done.stderr
    assert "line 23: articles/19.md; and 5 more" in done.stderr
    assert not archive.asked
