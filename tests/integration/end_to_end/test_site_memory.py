"""Editions of pages of one host: what stands on each is left out, told of, and can be corrected."""

from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

LINE = "The Foghorn is paid for by the people of nine harbours and printed on an old ship."
NAMES = ["Alba", "Brae", "Corrie", "Dunan", "Elgol", "Foula"]


def article(name: str, line: str = LINE, also: str = "") -> bytes:
    return (
        f'<html lang="en"><head><title>{name} at sea</title></head><body><main><article>'
        f"<h1>{name} at sea</h1><p>{name} was late on Monday because of ice in the harbour of "
        f"{name},"
        f" and its crew had to wait.{also}</p><p>Nobody was hurt on {name}, said the master of "
        f"{name},"
        f" who had been up since four to see to the lamps of {name}.</p><p>The passengers of "
        f"{name} "
        f"were told that {name} would leave on Tuesday, if the wind turned.</p><p>{line}</p>"
        "</article></main></body></html>"
    ).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        for name in NAMES:
            server.answers[f"/{name}"] = always(page(article(name)))
        yield server


@pytest.fixture
def edition(press: Press) -> Press:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text('[voices]\nbody = "tone"\n')
    return press


def build(press: Press, server: Server, *names: str) -> dict:
    urls = [server.url(f"/{name}") for name in names]
    done = press.run("build", *urls, "--allow-private", "--json")
    return json.loads(done.stdout)


def script(press: Press, server: Server, name: str) -> dict:
    done = press.run("script", server.url(f"/{name}"), "--allow-private", "--json")
    return json.loads(done.stdout)


def says(press: Press, server: Server, name: str) -> bool:
    return LINE in [item["source"] for item in script(press, server, name)["utterances"]]


def read_file(press: Press, server: Server) -> dict:
    path = press.folder / "ledger" / "sites" / f"127.0.0.1_{server.port}.json"
    return json.loads(path.read_text("utf-8"))


def test_a_line_of_three_articles_is_left_out_of_the_next(edition: Press, server: Server) -> None:
    for name in NAMES[:3]:
        build(edition, server, name)
    assert [one["line"] for one in read_file(edition, server)["furniture"]] == [LINE]
    built = script(edition, server, "Dunan")
    assert [item for item in built["left_out"] if item["reason"] == "site-furniture"] == [
        {
            "text": LINE,
            "reason": "site-furniture",
            "why": "A line that stands on several articles of the site.",
            "rule": None,
            "pages": 4,
        }
    ]
    shown = edition.run("script", server.url("/Dunan"), "--allow-private").stdout
    assert f"left out (site-furniture (4 pages)): {LINE}" in shown
    # What was published before stays, and nothing is spoken for it again.
    again = build(edition, server, *NAMES[:3])
    assert {item["status"] for item in again["articles"]} == {"unchanged"}
    assert [says(edition, server, name) for name in NAMES[:4]] == [True, True, False, False]


def test_script_says_so_before_it_takes_effect(edition: Press, server: Server) -> None:
    build(edition, server, "Alba")
    build(edition, server, "Brae")
    done = edition.run("script", server.url("/Brae"), "--allow-private")
    assert "stands on one other article" in done.stderr
    third = edition.run("script", server.url("/Corrie"), "--allow-private")
    assert "site-furniture (3 pages)" in third.stdout
    # Looking writes nothing.
    assert read_file(edition, server)["furniture"] == []


def test_all_in_one_build_is_the_same_in_any_order(edition: Press, server: Server) -> None:
    first = build(edition, server, *NAMES)
    assert any("lines of" in note or "line of" in note for note in first["notes"])
    files = read_file(edition, server)
    assert files["furniture"][0]["pages"] == len(NAMES)
    again = build(edition, server, *reversed(NAMES))
    assert {item["status"] for item in again["articles"]} == {"unchanged"}
    assert read_file(edition, server) == files
    assert not any(says(edition, server, name) for name in NAMES)


@pytest.mark.parametrize("wrong", ["setting", "page", "address"])
def test_a_mistake_that_is_undone_corrects_nothing(
    edition: Press, server: Server, wrong: str
) -> None:
    for name in NAMES[:4]:
        build(edition, server, name)
    settings = edition.folder / "audiopress.toml"
    before = settings.read_text("utf-8")
    if wrong == "setting":  # every page is refused
        settings.write_text(f'{before}[reading]\ndrop = ["p"]\n')
    for name in NAMES[:4]:
        if wrong == "page":  # there is a page, and no story in it
            server.answers[f"/{name}"] = always(page(b"<title>Soon</title><h1>Soon</h1>"))
        if wrong == "address":
            del server.answers[f"/{name}"]
    urls = [server.url(f"/{name}") for name in NAMES[:4]]
    failed = edition.run("build", *urls, "--allow-private", ok=False)
    assert failed.returncode, failed.stdout
    settings.write_text(before)
    for name in NAMES[:4]:
        server.answers[f"/{name}"] = always(page(article(name)))
    again = build(edition, server, *NAMES[:4])
    assert {item["status"] for item in again["articles"]} == {"unchanged"}
    assert [says(edition, server, name) for name in NAMES[:4]] == [True, True, False, False]
    file = edition.folder / "ledger" / "sites" / f"127.0.0.1_{server.port}.json"
    assert '"published"' not in file.read_text("utf-8")


def test_an_edited_article_loses_the_line_and_is_spoken_but_for_the_rest(
    edition: Press, server: Server
) -> None:
    for name in NAMES[:4]:
        build(edition, server, name)
    server.answers["/Alba"] = always(page(article("Alba", also=" It was cold.")))
    done = build(edition, server, "Alba")
    assert [item["spoken"] for item in done["articles"]] == [1]
    assert not says(edition, server, "Alba")


def test_an_editor_corrects_the_file(edition: Press, server: Server) -> None:
    build(edition, server, *NAMES)
    path = edition.folder / "ledger" / "sites" / f"127.0.0.1_{server.port}.json"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"keep": false', '"keep": true'))
    assert says(edition, server, "Alba")
    path.write_text(text.replace(LINE, "Another line that nobody has."))
    build(edition, server, *NAMES)
    assert says(edition, server, "Alba")


def test_a_correction_is_kept_with_the_site(edition: Press, server: Server) -> None:
    host, said = f"127.0.0.1:{server.port}", "Nobody was hurt on Alba, said the master of Alba"
    told = edition.run("script", server.url("/Alba"), "--allow-private").stdout
    assert f"audiopress reading keep TEXT --of {host}" in told
    build(edition, server, *NAMES)
    assert not says(edition, server, "Alba")
    edition.run("reading", "keep", LINE, "--of", host)
    assert says(edition, server, "Alba")
    again = build(edition, server, *NAMES)
    assert {item["spoken"] for item in again["articles"]} <= {0, 1}
    # In the other direction, by an address of the site, and of one article only, which has it.
    whole = next(
        item["source"]
        for item in script(edition, server, "Alba")["utterances"]
        if item["source"].startswith(said)
    )
    edition.run("reading", "drop", whole, "--of", server.url("/Brae"))
    left_out = script(edition, server, "Alba")["left_out"]
    assert (whole, "dropped-by-config") in [(item["text"], item["reason"]) for item in left_out]
    third = build(edition, server, *NAMES)
    changed = [item["id"] for item in third["articles"] if item["status"] != "unchanged"]
    assert changed == [server.url("/Alba")]
    # What was learnt by builds is still there, and another build loses nothing of either.
    file = read_file(edition, server)
    assert (file["kept"], file["dropped"]) == ([LINE], [whole])
    assert [one["line"] for one in file["furniture"]] == [LINE]
    listed = json.loads(edition.run("reading", "list", "--json").stdout)["sites"]
    assert [(one["host"], one["kept"], one["dropped"]) for one in listed] == [
        (host, [LINE], [whole])
    ]
    edition.run("reading", "forget", LINE, "--of", host)
    assert not says(edition, server, "Alba")


def test_a_correction_of_one_article_is_named_by_its_file(edition: Press) -> None:
    story = "# The ferry\n\nThe boat left at ten past nine, and nobody was surprised.\n"
    for name in ("ferry.md", "late.md"):
        (edition.folder / name).write_text(f"{story}\n{LINE} Of {name}.\n", "utf-8")
    said = f"{LINE} Of ferry.md."
    done = edition.run("reading", "drop", said, "--in", "ferry.md")
    assert "in the article file:ferry.md" in done.stdout
    told = json.loads(edition.run("script", "ferry.md", "--json").stdout)
    assert said in json.dumps(told["left_out"])
    (listed,) = json.loads(edition.run("reading", "list", "--json").stdout)["sites"]
    assert (listed["host"], listed["article"]) == (None, "file:ferry.md")
    both = edition.run("reading", "drop", said, "--in", "ferry.md", "--of", "a.example", ok=False)
    assert "give one of them" in both.stderr
    assert edition.run("reading", "drop", said, "--in", "gone.md", ok=False).returncode
    edition.run("reading", "forget", said, "--in", "ferry.md")
    assert json.loads(edition.run("reading", "list", "--json").stdout) == {"sites": []}


def test_an_article_that_is_built_is_corrected_without_asking_for_its_page(
    press: Press, server: Server
) -> None:
    press.folder.mkdir(exist_ok=True)
    build(press, server, "Alba", "Brae")
    alba, brae = server.url("/Alba"), server.url("/Brae")
    asked = len(server.paths)
    done = press.run("reading", "drop", LINE, "--in", alba)
    assert len(server.paths) == asked
    # No configuration names the sources: the build that is proposed does.
    again = re.search(r"next: \S*audiopress (build .*)", done.stdout + done.stderr)[1]
    assert again.split() == ["build", *sorted([alba, brae], key=again.find), "--allow-private"]
    press.run(*again.split())
    told = script(press, server, "Alba")
    assert LINE in [item["text"] for item in told["left_out"]]
    # One that is not built is fetched, and what its error proposes is an option of the command.
    new = ("reading", "drop", LINE, "--in", server.url("/Corrie"))
    refused = press.run(*new, ok=False)
    assert refused.returncode
    assert "/Corrie --allow-private" in refused.stderr
    assert "in the article" in press.run(*new, "--allow-private").stdout
    # Of an article that was never read here nobody knows whether it has the line.
    assert "has it)" not in press.run("reading", "list").stdout


def test_the_build_of_a_folder_without_a_configuration_is_proposed_with_its_sources(
    press: Press,
) -> None:
    (press.folder / "articles").mkdir(parents=True)
    name = "articles/my interview.md"
    (press.folder / name).write_text(f"# Ferry\n\nIt sails at nine.\n\n{LINE}\n", "utf-8")
    first = press.run("reading", "drop", LINE, "--in", name)
    assert f"audiopress build '{name}'" in first.stdout + first.stderr
    press.run("build", "articles")
    done = press.run("reading", "forget", LINE, "--in", name)
    assert re.search(r"audiopress build articles$", done.stdout + done.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("printed on an old ship", "reading drop '{line}' --in {alba}"),
        (
            "The Foghorn is paid by the people of nine harbours.",
            "reading drop '{line}' --in {alba}",
        ),
        (".comments", 'drop = [".comments"] under [reading]'),
        ("div.comments > p", 'drop = ["div.comments > p"] under [reading]'),
        ("This article is read by a synthetic voice.", "said around the story (disclosure)"),
        ("Nobody wrote such words.", "audiopress script {alba}"),
    ],
)
def test_what_is_no_line_of_the_article_is_refused_with_what_is(
    edition: Press, server: Server, line: str, said: str
) -> None:
    build(edition, server, "Alba")
    alba = server.url("/Alba")
    done = edition.run("reading", "drop", line, "--in", alba, ok=False)
    assert done.returncode == 2
    assert said.format(line=LINE, alba=alba) in done.stderr
    assert json.loads(edition.run("reading", "list", "--json").stdout) == {"sites": []}
    # One that has the line is corrected, whatever its case and marks.
    edition.run("reading", "drop", LINE.upper(), "--in", alba)


@pytest.mark.parametrize("site", [True, False])
def test_a_line_that_no_page_has_so_far_is_kept_for_pages_to_come(
    edition: Press, server: Server, site: bool
) -> None:
    build(edition, server, "Alba", "Brae")
    of = ("--of", f"127.0.0.1:{server.port}") if site else ()
    done = edition.run("reading", "drop", "The Foghorn is paid for", *of)
    assert "no line of 2 articles that was read here is this" in done.stderr
    assert shlex.join(("audiopress", "reading", "drop", LINE, *of)) in done.stderr
    assert "next:" not in done.stdout + done.stderr
    done = edition.run("reading", "drop", LINE, *of)
    assert "no line of" not in done.stderr
    (listed,) = json.loads(edition.run("reading", "list", "--json").stdout)["sites"]
    assert listed["dropped"] == ["The Foghorn is paid for", LINE]
    assert listed["unmatched"] == ["The Foghorn is paid for"]
    told = edition.run("reading", "list").stdout.splitlines()
    assert [each.endswith("has it)") for each in told] == [False, True, False]
    for bad in (".comments", "This article is read by a synthetic voice."):
        assert edition.run("reading", "keep", bad, *of, ok=False).returncode == 2


def test_what_cannot_be_a_correction_is_refused(edition: Press) -> None:
    for words, said in (
        (("keep", "* * *"), "no letter or figure"),
        (("keep", LINE, "--of", "https://"), "no site has this address"),
        (("forget", LINE), "no correction of every article has the line"),
    ):
        done = edition.run("reading", *words, ok=False)
        assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    typed = edition.run("reading", "drop", LINE, "--of", "foghorn.exmaple")
    assert "nothing of foghorn.exmaple has been built here so far" in typed.stderr
    edition.run("reading", "drop", LINE)
    assert "every article" in edition.run("reading", "list").stdout


def test_a_broken_file_is_named_and_costs_its_own_site_only(edition: Press, server: Server) -> None:
    build(edition, server, *NAMES[:3])
    path = edition.folder / "ledger" / "sites" / f"127.0.0.1_{server.port}.json"
    path.write_text("{ broken")
    done = build(edition, server, "Dunan")
    assert any(path.name in note for note in done["notes"])
    assert path.read_text() == "{ broken"


def test_a_preview_remembers_in_its_cache(press: Press, server: Server) -> None:
    press.folder.mkdir(exist_ok=True)
    urls = [server.url(f"/{name}") for name in NAMES[:3]]
    press.run("build", *urls, "--allow-private", "--voice", "tone")
    assert list((press.folder / ".audiopress").rglob("sites/*.json"))
    assert not (press.folder / "ledger").exists()
