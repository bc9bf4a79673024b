"""The pages that list the episodes, and their search."""

from __future__ import annotations

import json
import re

from audiopress.publish.pages.front_pages import (
    FRONT_ITEMS,
    LISTED_TITLES,
    make_search_files,
    render_index_pages,
)
from audiopress.publish.pages.render import render_episode_page, render_withdrawn_page
from tests.unit.publish_samples import BORN, episode, show, timeline


def front_page(owner, episodes) -> bytes:
    return render_index_pages(owner, episodes)["index.html"]


def slugs(body: bytes) -> list[str]:
    return re.findall(r'<h3><a href="episodes/([^/]+)/index.html"', body.decode())


def test_small_editions_have_one_front_page() -> None:
    pages = render_index_pages(show(), [episode(n) for n in range(2 * FRONT_ITEMS - 1)])
    assert list(pages) == ["index.html"]
    assert len(slugs(pages["index.html"])) == 2 * FRONT_ITEMS - 1


def test_older_articles_lie_in_pages_filled_from_the_oldest() -> None:
    pages = render_index_pages(show(), [episode(n) for n in range(3 * FRONT_ITEMS + 7)])
    assert list(pages) == ["older-1.html", "older-2.html", "index.html"]
    shown = [slug for body in reversed(pages.values()) for slug in slugs(body)]
    assert len(shown) == len(set(shown)) == 3 * FRONT_ITEMS + 7
    assert slugs(pages["older-1.html"])[-1] == "tide-mill-0"

    def turns(name: str) -> dict[str, str]:
        return dict(re.findall(r'<a rel="(prev|next)" href="([^"]+)"', pages[name].decode()))

    assert turns("index.html") == {"next": "older-2.html"}
    assert turns("older-2.html") == {"prev": "index.html", "next": "older-1.html"}
    assert turns("older-1.html") == {"prev": "older-2.html"}


def test_a_new_article_rewrites_the_front_page_alone() -> None:
    before = render_index_pages(show(), [episode(n) for n in range(3 * FRONT_ITEMS)])
    after = render_index_pages(show(), [episode(n) for n in range(3 * FRONT_ITEMS + 1)])
    assert [name for name in before if before[name] != after[name]] == ["index.html"]


def test_articles_of_a_section_stand_together_within_a_day() -> None:
    mixed = [episode(n, section=("Coast", "Town")[n % 2]) for n in range(4)]
    assert slugs(front_page(show(), mixed)) == [f"tide-mill-{n}" for n in (3, 1, 2, 0)]


def test_an_edition_can_be_subscribed_to_once_it_is_public() -> None:
    public, preview = front_page(show(), []), front_page(show(preview=True), [])
    assert b'class="qr"' in public
    assert b'href="podcast://listen.news.example/edition/feed.xml"' in public
    assert b'class="qr"' not in preview
    assert b"podcast://" not in preview


def test_a_correction_is_stated_with_its_day() -> None:
    plain = render_episode_page(show(), episode(), timeline())
    told = render_episode_page(show(), episode(), timeline(), corrected=BORN.replace(day=9))
    assert b"Corrected 9 November 2026" in told
    assert b"Corrected" not in plain


def test_a_withdrawal_may_give_its_reason() -> None:
    body = render_withdrawn_page(show(), episode(), reason="At the <author's> wish.")
    assert b"At the &lt;author&#39;s&gt; wish." in body


def test_a_withdrawn_page_links_the_article_unless_it_is_gone() -> None:
    address = episode().url
    assert address is not None
    body = render_withdrawn_page(show(), episode())
    assert f'<a href="{address}">Where the article was published</a>'.encode() in body
    assert b"<h1>This recording was withdrawn</h1>" in body
    assert address.encode() not in render_withdrawn_page(show(), episode(), linked=False)


def test_titles_are_listed_for_the_search_of_the_front() -> None:
    episodes = [episode(n, title=f"Tide </script> {n}", section="Coast") for n in range(9)]
    files = make_search_files(episodes)
    assert set(files) == {"titles.json", "search.js"}
    titles = json.loads(files["titles.json"])["titles"]
    assert [one["title"] for one in titles] == [f"Tide </script> {n}" for n in range(8, -1, -1)]
    assert titles[0]["page"] == "episodes/tide-mill-8/index.html"
    front = front_page(show(), episodes)
    assert b'role="search"' in front
    assert b'src="search.js"' in front


def test_titles_of_a_large_edition_lie_in_lists_filled_from_the_oldest() -> None:
    many = [episode(n) for n in range(3 * LISTED_TITLES + 5)]
    files = make_search_files(many)
    assert list(files) == ["titles-1.json", "titles-2.json", "titles.json", "search.js"]
    lists = {name: json.loads(files[name]) for name in files if name != "search.js"}
    assert lists["titles.json"]["older"] == 2
    pages = [one["page"] for name in ("titles.json", "titles-2.json", "titles-1.json")
             for one in lists[name]["titles"]]  # fmt: skip
    assert pages == [one.home + "index.html" for one in reversed(many)]
    after = make_search_files([*many, episode(len(many))])
    assert [name for name in after if after[name] != files[name]] == ["titles.json"]


def test_titles_of_a_smaller_edition_lie_in_one_list() -> None:
    files = make_search_files([episode(n) for n in range(2 * LISTED_TITLES - 1)])
    assert list(files) == ["titles.json", "search.js"]
    assert set(json.loads(files["titles.json"])) == {"version", "titles"}


def test_a_front_that_is_seen_at_a_glance_has_no_search() -> None:
    few = [episode(n) for n in range(7)]
    assert make_search_files(few) == {}
    assert b"search" not in front_page(show(), few)
