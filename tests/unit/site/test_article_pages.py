"""Which built pages are articles, and why the others are none."""

from __future__ import annotations

import pytest

from audiopress.site.article_pages import (
    explain_rejection,
    find_site_address,
    make_page_address,
    read_built_page,
)

SITE = "https://coast.example/blog/"
TEXT = "<p>The ferry left the harbour at six with two hundred books on its lower deck.</p>" * 5
STORY = f"<main><h1>Night ferry</h1>{TEXT}</main>"
LINK = '<h2><a href="/blog/posts/{0}/">Story {0}</a></h2><p>The ferry left the harbour at six.</p>'


def verdict(path: str, body: str = STORY, head: str = "") -> str:
    page = read_built_page(path, f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert page is not None
    return explain_rejection(page, SITE)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("posts/ferry/index.html", STORY),
        ("posts/ferry.html", STORY),
        ("2026/03/ferry.html", f"<article><header><h1>Ferry</h1></header>{TEXT}</article>"),
        ("posts/search-for-a-ferry/index.html", STORY),
        ("ferry.html", f'<h1><a href="https://coast.example/blog/">The Coast</a></h1>{STORY}'),
        ("ferry.html", f'<main><h1><a href="./ferry.html">Ferry</a></h1>{TEXT}</main>'),
        (
            "ferry.html",
            f'<main><h2><a href="#one">One</a></h2>{TEXT}<h2><a href="#b">B</a></h2></main>',
        ),
        ("ferry.html", f"<main><h1>Ferry</h1>{TEXT}{LINK.format(1)}{LINK.format(2)}</main>"),
        ("ferry.html", f"<nav>{'<a href=/x>Menu</a>' * 90}</nav>{STORY}<aside>{LINK * 3}</aside>"),
    ],
)
def test_an_article(path: str, body: str) -> None:
    assert not verdict(path, body)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("index.html", "home"),
        ("404.html", "error"),
        ("404/index.html", "error"),
        ("drafts/ferry.html", "a draft"),
        ("page/2/index.html", "further page"),
        ("page2/index.html", "further page"),
        ("index2.html", "further page"),
        ("tag/water.html", "by its place (tag)"),
        ("tags/index.html", "by its place (tags)"),
        ("author/ana-lund.html", "by its place (author)"),
        ("archives.html", "by its place (archives)"),
        ("search/index.html", "by its place (search)"),
        ("genindex.html", "by its place (genindex)"),
        ("privacy/index.html", "by its name (privacy)"),
    ],
)
def test_by_its_place(path: str, reason: str) -> None:
    assert reason in verdict(path)


CLAIM = '<meta property="og:type" content="article">'


def test_what_a_page_says_of_itself_counts_before_its_folder() -> None:
    assert verdict("drafts/ferry.html", head=CLAIM), "but no draft is published by what it claims"
    assert not verdict("archives/2026/ferry.html", head=CLAIM)
    data = '<script type="application/ld+json">{"@type": "BlogPosting", "headline": "A"}</script>'
    assert not verdict("category/sea/ferry.html", head=data)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ('<meta http-equiv="Refresh" content="0; URL=/blog/posts/ferry/">', "leads to another"),
        ('<meta name="robots" content="noindex, nofollow">', "noindex"),
        (f'<link rel="canonical" href="{SITE}posts/other/">', "a copy of"),
        (f'<meta property="og:url" content="{SITE}posts/other/">', "a copy of"),
        ('<meta name="generator" content="audiopress">', "an edition"),
    ],
)
def test_a_page_may_say_that_it_is_none(head: str, reason: str) -> None:
    assert reason in verdict("posts/ferry/index.html", head=CLAIM + head)


@pytest.mark.parametrize(
    "claimed",
    ["posts/ferry/", "posts/ferry", "posts/ferry/index.html", "", "posts/ferry/?utm_source=x"],
)
def test_a_canonical_address_of_its_own_or_of_the_home_page_makes_no_copy(claimed: str) -> None:
    assert not verdict(
        "posts/ferry/index.html", head=f'<link rel="canonical" href="{SITE}{claimed}">'
    )


@pytest.mark.parametrize("head", ["", CLAIM])
def test_by_its_shape(head: str) -> None:
    stories = "".join(LINK.format(number) for number in range(6))
    assert "headings lead" in verdict("posts/index.html", f"<main>{stories}</main>", head)
    linked = "".join(
        f'<li><a href="/blog/{n}/">The story of number {n}</a></li>' for n in range(40)
    )
    assert "links" in verdict("posts/index.html", f"<main><h1>All</h1>{linked}</main>", head)
    assert "too short" in verdict("posts/a/index.html", "<main><p>Soon.</p></main>", head)


@pytest.mark.parametrize(
    ("path", "claimed", "base"),
    [
        ("posts/ferry/index.html", "https://x.example/posts/ferry/", "https://x.example/"),
        ("posts/ferry/index.html", "https://x.example/blog/posts/ferry", "https://x.example/blog/"),
        ("posts/ferry.html", "https://x.example/posts/ferry", "https://x.example/"),
        ("posts/caf\u00e9.html", "https://x.example/posts/caf%C3%A9.html", "https://x.example/"),
        ("index.html", "https://x.example/docs/", "https://x.example/docs/"),
        ("a.html", "https://stra\u00dfe.example/a.html", "https://xn--strae-oqa.example/"),
        ("a.html", "https://X.example:8443/a.html", "https://x.example:8443/"),
        ("a.html", "https://x.example/caf\u00e9/a.html", "https://x.example/caf%C3%A9/"),
        ("a.html", "https://x.example/caf%C3%A9/a.html", "https://x.example/caf%C3%A9/"),
        ("a.html", "https://../a.html", ""),
        ("posts/ferry.html", "https://x.example/elsewhere.html", ""),
        ("posts/ferry.html", "/posts/ferry.html", ""),
        ("posts/ferry.html", "javascript:alert(1)//posts/ferry.html", ""),
    ],
)
def test_the_site_by_what_its_pages_claim(path: str, claimed: str, base: str) -> None:
    page = read_built_page(path, f'<link rel="canonical" href="{claimed}"><p>x</p>'.encode())
    assert page is not None
    assert find_site_address(page) == base


def test_a_copy_is_known_in_whatever_spelling_it_names_the_site() -> None:
    claim = '<link rel="canonical" href="https://stra\u00dfe.example/caf\u00e9/posts/mill/">'
    page = read_built_page("posts/ferry/index.html", f"{claim}<body>{STORY}</body>".encode())
    assert page is not None
    site = "https://xn--strae-oqa.example/caf%C3%A9/"
    assert explain_rejection(page, site).startswith("a copy of")
    own = read_built_page("posts/mill/index.html", f"{claim}<body>{STORY}</body>".encode())
    assert own is not None
    assert not explain_rejection(own, site)


def test_where_a_page_is_served() -> None:
    assert make_page_address(SITE, "posts/ferry/index.html") == f"{SITE}posts/ferry/"
    assert make_page_address(SITE, "index.html") == SITE
    assert make_page_address(SITE, "a b/50%.html") == f"{SITE}a%20b/50%25.html"
    assert make_page_address(SITE, "a:b.html") == f"{SITE}a%3Ab.html"


def test_an_empty_file_is_no_page() -> None:
    assert read_built_page("a.html", b"") is None
