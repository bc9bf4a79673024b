"""Articles that have left their sources, have moved, or come back."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from changing_site import ChangingSite
from runner import PressHere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIGURATION = """
[show]
title = "The Post"
[edition]
withdraw_missing = {withdraw}
sources = {sources}
"""


@pytest.fixture
def site() -> Iterator[ChangingSite]:
    with ChangingSite(seed=7) as site:
        for _ in range(6):
            site.add()
        yield site


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    return PressHere(tmp_path / "edition")


def configure(press: PressHere, *sources: str, withdraw: bool = True) -> None:
    press.folder.mkdir(parents=True, exist_ok=True)
    text = CONFIGURATION.format(withdraw=str(withdraw).lower(), sources=json.dumps(sources))
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


def sync(press: PressHere, *words: str) -> dict[str, Any]:
    return json.loads(press.run("sync", "--json", "--allow-private", *words, ok=False).stdout)


def count(press: PressHere) -> dict[str, int]:
    return json.loads(press.run("status", "--json").stdout)["counts"]


def guids(press: PressHere) -> dict[str, str]:
    shows = json.loads(press.run("status", "--json").stdout)["shows"]
    return {each["title"]: each["guid"] for each in shows[0]["articles"]}


def test_a_page_that_is_gone_is_withdrawn_and_comes_back_as_who_it_was(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    before = guids(press)
    site.delete(site.articles[3])
    report = sync(press)
    assert any("is withdrawn: no source has it" in note for note in report["notes"])
    assert count(press)["published"] == 5
    assert count(press)["withdrawn"] == 1
    shows = json.loads(press.run("status", "--json").stdout)["shows"]
    assert next(each["since"] for each in shows[0]["articles"] if each["state"] == "withdrawn")
    assert site.articles[3].title not in (press.folder / "output/feed.xml").read_text("utf-8")
    site.articles[3].deleted = False
    assert sync(press)["totals"]["spoken"] == 0
    assert count(press)["published"] == 6
    assert guids(press) == before


def test_what_a_list_would_have_named_is_not_said_to_be_gone(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/feed.xml", withdraw=False)
    sync(press)
    # The cache may be deleted at any time: nothing knows any more that the source is a list.
    shutil.rmtree(press.folder / ".audiopress")
    configure(press, "http://127.0.0.1:9/feed.xml", withdraw=False)
    report = sync(press)
    assert report["totals"]["failed"] == 1
    assert not [note for note in report["notes"] if "no source has" in note]


def test_nothing_is_withdrawn_unasked(press: PressHere, site: ChangingSite) -> None:
    configure(press, f"{site.base}/sitemap.xml", withdraw=False)
    sync(press)
    site.delete(site.articles[3])
    sync(press)
    assert count(press)["published"] == 6


def test_a_page_that_is_asked_and_gone_is_named_with_what_takes_it_back(
    press: PressHere, site: ChangingSite
) -> None:
    pages = [f"{site.base}{site.articles[number].path}" for number in (2, 3, 4)]
    configure(press, *pages, withdraw=False)
    slugs = [each["slug"] for each in sync(press)["articles"] if "-2" not in each["id"]]
    site.delete(site.articles[3])
    (note,) = [each for each in sync(press)["notes"] if "any more" in each]
    assert note.startswith("1 published article is not at its source any more (its page answers")
    site.delete(site.articles[4])
    (note,) = [each for each in sync(press)["notes"] if "any more" in each]
    assert note.startswith("2 published articles are not at their source any more")
    named = note.rpartition("to take them back: audiopress withdraw ")[2].split()
    assert sorted(named) == sorted(slugs)
    assert count(press)["published"] == 3
    press.run("withdraw", *named)
    assert not [each for each in sync(press)["notes"] if "any more" in each]


def test_what_scrolls_out_of_a_feed_stays_and_is_asked_once(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/feed.xml")
    sync(press)
    for _ in range(20):
        site.add()
    sync(press)
    assert count(press)["published"] == 26
    site.requests.clear()
    sync(press)
    assert not any(site.requests[site.articles[number].path] for number in range(1, 7))


@pytest.mark.parametrize("trouble", ["500", "malformed"])
def test_a_list_in_trouble_withdraws_nothing(
    press: PressHere, site: ChangingSite, trouble: str
) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    site.delete(site.articles[3])
    site.sitemap_trouble = trouble
    sync(press)
    assert count(press)["published"] == 6
    site.sitemap_trouble = ""
    sync(press)
    assert count(press)["published"] == 5


def test_most_of_an_edition_does_not_go_at_once_unless_somebody_is_sure(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    for number in range(1, 6):
        site.delete(site.articles[number])
    report = sync(press)
    assert any("5 of 6 articles would be withdrawn at once" in note for note in report["notes"])
    assert count(press)["published"] == 6
    sync(press, "--withdraw-missing")
    assert count(press)["published"] == 1


def test_a_person_who_withdraws_is_not_overruled(press: PressHere, site: ChangingSite) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    slug = sync(press)["articles"][0]["slug"]
    press.run("withdraw", slug)
    sync(press)
    assert count(press)["withdrawn"] == 1


def test_a_file_that_was_deleted_is_withdrawn_but_not_a_folder(press: PressHere) -> None:
    configure(press, "articles")
    folder = press.folder / "articles"
    folder.mkdir()
    for name in ("alba", "brae", "corrie", "dee", "eil"):
        text = f"---\ntitle: {name}\ndate: 2026-03-01\n---\n\n{name} was late.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    sync(press)
    (folder / "alba.md").unlink()
    sync(press)
    assert count(press)["published"] == 4
    folder.rename(press.folder / "elsewhere")
    sync(press)
    assert count(press)["published"] == 4


@pytest.mark.parametrize("redirects", [True, False])
def test_an_article_that_moved_is_the_same_episode(
    press: PressHere, site: ChangingSite, redirects: bool
) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    before = guids(press)
    site.move(site.articles[2], redirects=redirects)
    site.move(site.articles[5], redirects=redirects)
    site.edit(site.articles[5])
    report = sync(press)
    assert guids(press) == before
    assert report["totals"]["spoken"] == 1
    assert sum("stays the episode that it was" in note for note in report["notes"]) == 2
    site.move(site.articles[2], redirects=redirects)
    sync(press)
    assert guids(press) == before


def test_a_new_article_that_says_much_the_same_is_another_one(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/feed.xml")
    sync(press)
    for _ in range(19):
        site.add()
    # The old one has left the feed, and its page is where it was.
    site.add().paragraphs[:] = site.articles[1].paragraphs
    sync(press)
    assert count(press)["published"] == 26


def test_an_article_of_two_lists_is_taken_and_asked_for_once(
    press: PressHere, site: ChangingSite
) -> None:
    configure(press, f"{site.base}/feed.xml", f"{site.base}/sitemap.xml")
    assert sync(press)["totals"]["failed"] == 0
    assert count(press)["published"] == 6
    assert all(site.requests[each.path] <= 1 for each in site.articles.values())
    # The even ones stand in the feed with all their text.
    assert not any(site.requests[site.articles[number].path] for number in (2, 4, 6))


def test_a_plan_says_what_a_round_would_do(press: PressHere, site: ChangingSite) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    before = press.tree()
    site.delete(site.articles[3])
    site.add()
    done = press.run("plan", "--allow-private")
    assert "articles: 1 new, 5 unchanged, 1 withdrawn;" in done.stdout
    assert f"{site.articles[3].title}  [" in done.stdout
    assert "would be withdrawn by sync" in done.stdout
    planned = json.loads(press.run("plan", "--json", "--allow-private").stdout)
    assert [each["title"] for each in planned["withdrawn"]] == [site.articles[3].title]
    assert press.tree() == before
    # a plan of something else misses nothing, and without the setting nothing is withdrawn
    one = press.run("plan", f"{site.base}/sitemap.xml", "--allow-private")
    assert "withdrawn" not in one.stdout + one.stderr
    configure(press, f"{site.base}/sitemap.xml", withdraw=False)
    kept = press.run("plan", "--allow-private")
    assert "withdrawn" not in kept.stdout + kept.stderr


def test_a_plan_withdraws_no_more_than_a_round_would(press: PressHere, site: ChangingSite) -> None:
    configure(press, f"{site.base}/sitemap.xml")
    sync(press)
    for article in list(site.articles.values())[1:]:
        site.delete(article)
    planned = json.loads(press.run("plan", "--json", "--allow-private").stdout)
    assert "withdrawn" not in planned
    assert any("looks like trouble with a source" in note for note in planned["notes"])


def write_articles(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        text = f"---\ntitle: {name}\ndate: 2026-03-01\n---\n\n{name} was late.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")


RIVERS = ("alba", "brae", "corrie", "dee", "eil")


def withdrawn(press: PressHere) -> set[str]:
    shows = json.loads(press.run("status", "--json").stdout)["shows"]
    return {each["title"] for each in shows[0]["articles"] if each["state"] == "withdrawn"}


@pytest.mark.parametrize("place", ["loose", "../elsewhere"])
def test_what_somebody_built_by_its_file_no_source_has_lost(press: PressHere, place: str) -> None:
    write_articles(press.folder / "articles", *RIVERS)
    write_articles(press.folder / place, "fog")
    configure(press, "articles")
    press.build(f"{place}/fog.md")
    sync(press)
    (press.folder / place / "fog.md").unlink()
    sync(press)
    assert count(press)["published"] == 6
    sync(press, "--withdraw-missing")
    assert withdrawn(press) == set()


def test_a_page_that_somebody_built_no_source_has_lost(
    press: PressHere, site: ChangingSite
) -> None:
    write_articles(press.folder / "articles", *RIVERS)
    configure(press, "articles")
    press.build(f"{site.base}{site.articles[1].path}", "--allow-private")
    sync(press)
    site.delete(site.articles[1])
    sync(press)
    assert withdrawn(press) == set()


@pytest.mark.parametrize("outside", [False, True])
def test_a_source_that_was_taken_out_is_gone_or_empty_withdraws_nothing(
    press: PressHere, outside: bool
) -> None:
    letters = "../letters" if outside else "letters"
    folder = press.folder / letters
    write_articles(press.folder / "articles", *RIVERS)
    write_articles(folder, "fog", "haar")
    configure(press, "articles", letters)
    sync(press)
    away = folder.rename(press.folder.parent / "away")  # a disk that is not mounted
    sync(press)
    folder.mkdir()  # or its empty mount point
    sync(press, "--withdraw-missing")
    assert withdrawn(press) == set()
    configure(press, "articles")
    sync(press)
    assert withdrawn(press) == set()
    folder.rmdir()
    away.rename(folder)
    configure(press, "articles", letters)
    (folder / "fog.md").unlink()
    report = sync(press)
    assert withdrawn(press) == {"fog"}
    (note,) = [each for each in report["notes"] if "is withdrawn" in each]
    assert f"({letters} had it)" in note
    # the cache may go at any time: then the ledger says where it came from
    (press.folder / "articles/dee.md").unlink()
    shutil.rmtree(press.folder / ".audiopress")
    sync(press)
    assert withdrawn(press) == {"fog", "dee"}


def test_a_feed_that_has_nothing_all_at_once_withdraws_no_file(
    press: PressHere, site: ChangingSite
) -> None:
    write_articles(press.folder / "articles", *RIVERS)
    configure(press, "articles", f"{site.base}/sitemap.xml")
    sync(press)
    for article in site.articles.values():
        article.deleted = True
    report = sync(press)
    assert report["totals"]["failed"] == 0
    assert not any("is withdrawn" in note for note in report["notes"])
    assert withdrawn(press) == set()


def test_one_source_that_loses_most_is_held_and_another_is_not(press: PressHere) -> None:
    write_articles(press.folder / "articles", *RIVERS)
    write_articles(press.folder / "letters", *(f"letter {number}" for number in range(6)))
    configure(press, "articles", "letters")
    sync(press)
    (press.folder / "articles/alba.md").unlink()
    for number in range(4):
        (press.folder / f"letters/letter {number}.md").unlink()
    planned = json.loads(press.run("plan", "--json").stdout)
    report = sync(press)
    assert withdrawn(press) == {"alba"} == {each["title"] for each in planned["withdrawn"]}
    (note,) = [each for each in report["notes"] if "at once" in each]
    assert note.startswith("letters: 4 of 6 articles would be withdrawn at once")
    assert any(each.startswith("letters: 4 of 6 articles would be") for each in planned["notes"])
    sync(press, "--withdraw-missing")
    assert len(withdrawn(press)) == 5


def test_an_article_that_another_source_has_too_stays(press: PressHere) -> None:
    write_articles(press.folder / "articles", *RIVERS)
    (press.folder / "list.txt").write_text("articles/alba.md\n", "utf-8")
    configure(press, "articles/alba.md", "articles")
    sync(press)
    (press.folder / "articles/alba.md").unlink()
    # named by itself it cannot be read, so nobody knows what that source has
    sync(press)
    assert withdrawn(press) == set()
    configure(press, "articles")
    sync(press)
    assert withdrawn(press) == set()


def test_the_key_of_a_source_is_in_nothing_that_is_printed(
    press: PressHere, site: ChangingSite
) -> None:
    key = "k7f0c2d4e6q9"
    configure(press, f"{site.base}/sitemap.xml?list=all&token={key}")
    sync(press)
    site.delete(site.articles[3])
    done = press.run("sync", "--json", "--allow-private")
    told = "sitemap.xml?list=all&token=*** had it"
    assert [note for note in json.loads(done.stdout)["notes"] if told in note]
    site.sitemap_trouble = "500"
    failed = press.run("sync", "--json", "--allow-private", ok=False)
    state = press.run("status", "--json")
    assert "token=***" in failed.stderr
    assert key not in "".join((*(each.stdout + each.stderr for each in (done, failed, state)),))
