"""Twenty sites of six pages each: what of their furniture is spoken, and that no body is lost.

    .venv/bin/python tests/campaigns/site_memory.py [--show]

The pages are written after the themes of twenty generators (which containers hold story and
extras, with which classes), with texts of our own. Beside what these themes bring, each site has
lines that no rule knows, in the container of the story. Each site is read three ways: a page a
build, as a feed brings them; all in one build; and again, in other orders, with the file that is
there by then. Printed for each: lines of furniture spoken on the first page and on the sixth,
paragraphs of the body lost, and whether all orders gave the same scripts.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audiopress.model import Document
from audiopress.press.edition.open_edition import open_edition
from audiopress.press.edition.planning.planner import Planner
from audiopress.settings import load_settings

NOW = datetime(2026, 5, 4, tzinfo=UTC)
PAGES = 6

PEOPLE = ["Ada Fenwick", "Tom Garrow", "Mina Okafor", "Jan de Wit", "Rosa Lindqvist", "Piet Hahn"]
PLACES = ["Brae", "Corrie", "Skerry", "Holm", "Ness", "Lunna", "Unst", "Yell", "Foula", "Bressay"]
THINGS = ["ferry", "lighthouse", "school", "library", "bakery", "tramway", "orchard", "mill"]
EVENTS = [
    "was closed for a week after the storm had taken half of its roof",
    "opened its doors again, two years later than the council had promised",
    "will be run by its own workers from the first day of next month",
    "has a new roof, a new stove and, for the first time, a telephone",
    "could not pay its bills, and asked everybody who had ever used it to help",
    "was painted in a single night by people who would not give their names",
]
DETAILS = [
    "It had stood there since {year}, and {count} people came on the first morning to see it.",
    "{person} had counted {count} visitors by noon and then stopped, for there were too many.",
    "In {year} it had cost {count} pounds; today nobody in {place} can say what it is worth.",
    '"We did not think of giving up," said {person}, who has worked there since {year}.',
    "The road from {place} is {count} yards long, and was under water until {year}.",
    "What is left of the money, {count} pounds, goes to the children of {place}.",
]
CORRECTION = "Correction: an earlier version gave the wrong year for the storm that is told of."
VERBS = ["waits", "opens", "moves", "turns", "sings", "stays"]
QUESTIONS = ["What did you see first?", "And what comes next?", "Yes.", "“I would do it again.”"]
INGREDIENTS = ["salt", "a pound of flour", "two eggs", "a pint of milk", "butter", "a lemon"]


@dataclass(frozen=True)
class Page:
    """A page to write: its number, title and body, paragraph by paragraph."""

    number: int
    title: str
    body: list[str]


def write_pages(site: int) -> list[Page]:
    """The stories of a site, each sentence once in all of it."""
    dice = random.Random(site)  # noqa: S311 - the same texts in each run
    pages = []
    for number in range(PAGES):
        place, thing = PLACES[(site + number) % 10], THINGS[(site * 3 + number) % 8]
        title = f"The {thing} of {place} {VERBS[number]}"
        body = [f"The {thing} of {place} {EVENTS[(site + number) % 6]}."]
        for detail in dice.sample(DETAILS, 5):
            facts = {"year": dice.randrange(1800, 2020), "count": dice.randrange(100, 9999)}
            said = detail.format(person=dice.choice(PEOPLE), place=place, **facts)
            body.append(f"{said} The {thing} {dice.choice(EVENTS)}, some say of {facts['year']}.")
        pages.append(Page(number, title, body))
    return pages


def paragraphs(body: list[str]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in body)


def head(page: Page, generator: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{page.title}</title>'
        f'<meta name="generator" content="{generator}"><meta property="og:type" content="article">'
        f"</head><body>"
    )


# -- the templates: (page) -> (html, lines of furniture) -------------------------------------------


def wordpress_twenty(page: Page) -> tuple[str, list[str]]:
    own = [
        "The Foghorn is paid for by the people of nine harbours and printed on an old ship.",
        "Our tide tables are kept by hand",
    ]
    return (
        head(page, "WordPress 6.5")
        + f'<div id="page" class="site"><header class="site-header"><p class="site-title">'
        f'<a href="/">The Foghorn</a></p></header><main id="primary"><article class="post hentry">'
        f'<header class="entry-header"><h1 class="entry-title">{page.title}</h1></header>'
        f'<div class="entry-content">{paragraphs(page.body)}<p>{own[0]}</p>'
        f'<p><a href="/tides">{own[1]}</a></p></div><footer class="entry-footer">Posted in '
        f'<a href="/c/1">Harbour</a></footer></article></main><footer>Proudly powered by WordPress'
        f"</footer></div></body></html>",
        own,
    )


def wordpress_blocks(page: Page) -> tuple[str, list[str]]:
    own = [
        "You have found one of the nine hundred letters that this island has written to the sea.",
        (
            "Letters from the Rock come out whenever the mail boat does, and not a day sooner "
            "than that."
        ),
    ]
    return (
        head(page, "WordPress 6.6; blocks")
        + f'<div class="wp-site-blocks"><main class="wp-block-group"><h1 '
        f'class="wp-block-post-title">'
        f'{page.title}</h1><div class="entry-content wp-block-post-content"><p class="has-text-'
        f'align-center">{own[0]}</p>{paragraphs(page.body)}<hr class="wp-block-separator"/><p>'
        f"{own[1]}</p></div></main></div></body></html>",
        own,
    )


def ghost_casper(page: Page) -> tuple[str, list[str]]:
    own = [
        "We are three sisters and a dog, and we write down what the wind says on Thursdays.",
        "Sister newsletter: the Ropewalk",
    ]
    middle = len(page.body) // 2
    return (
        head(page, "Ghost 5.80")
        + f'<div class="viewport"><main id="site-main"><article class="article post"><header '
        f'class="article-header gh-canvas"><h1 class="article-title">{page.title}</h1></header>'
        f'<section class="gh-content gh-canvas">{paragraphs(page.body[:middle])}<p>{own[0]}</p>'
        f"{paragraphs(page.body[middle:])}<p><a "
        f'href="/ropewalk">{own[1]}</a></p></section></article>'
        f"</main></div></body></html>",
        own,
    )


def hugo_papermod(page: Page) -> tuple[str, list[str]]:
    own = ["All words here were typed on a machine from 1931, which is why there are no tables."]
    return (
        head(page, "Hugo 0.126")
        + f'<main class="main"><article class="post-single"><header class="post-header"><h1 class='
        f'"post-title">{page.title}</h1></header><div class="post-content">{paragraphs(page.body)}'
        f"<p>{own[0]}</p></div><footer class='post-footer'><ul class='post-tags'><li><a "
        f"href='/t'>sea"
        f"</a></li></ul></footer></article></main></body></html>",
        own,
    )


def jekyll_minima(page: Page) -> tuple[str, list[str]]:
    own = [
        "Corrections are welcome on the slate behind the harbour office, where chalk is provided.",
        "The chalk is free",
        "Mind the gulls",
    ]
    return (
        head(page, "Jekyll v4.3")
        + f'<main class="page-content"><div class="wrapper"><article class="post h-entry"><header>'
        f'<h1 class="post-title p-name">{page.title}</h1></header><div class="post-content '
        f'e-content">{paragraphs(page.body)}<p>{own[0]}</p><p>{own[1]}</p><p>{own[2]}</p></div>'
        f"</article></div></main></body></html>",
        own,
    )


def pelican_simple(page: Page) -> tuple[str, list[str]]:
    own = ["This notebook is bound in sailcloth, and whoever finds it may add a page of their own."]
    return (
        head(page, "Pelican")
        + f'<section id="content" class="body"><header><h2 class="entry-title">{page.title}</h2>'
        f'</header><div class="entry-content"><p>{own[0]}</p>{paragraphs(page.body)}</div>'
        f"</section>"
        f"</body></html>",
        own,
    )


def mkdocs_material(page: Page) -> tuple[str, list[str]]:
    own = [
        (
            "This handbook belongs to the volunteers of the lifeboat station and is read aloud at "
            "night."
        ),
        "Printed copies hang in the boathouse",
    ]
    return (
        head(page, "mkdocs-1.6")
        + f'<div class="md-container"><main class="md-main"><div class="md-content"><article class='
        f'"md-content__inner md-typeset"><h1>{page.title}</h1>{paragraphs(page.body[:3])}'
        f"<h2>Background</h2>{paragraphs(page.body[3:])}<p>{own[0]}</p><p><em>{own[1]}</em></p>"
        f"</article></div></main></div></body></html>",
        own,
    )


def drupal_olivero(page: Page) -> tuple[str, list[str]]:
    own = [
        "The county museum shows one object a week, and nobody is told beforehand which one it is.",
        (
            "Bring a lamp, for the stairs of the museum are as dark as they were two hundred "
            "years ago."
        ),
    ]
    return (
        head(page, "Drupal 10")
        + f'<main role="main"><article class="node node--type-article"><h1 class="title '
        f'page-title">'
        f'{page.title}</h1><div class="node__content"><div class="field--name-body text-formatted">'
        f"{paragraphs(page.body)}<p>{own[0]}</p><p>{own[1]}</p></div></div></article></main></body>"
        f"</html>",
        own,
    )


def docusaurus_blog(page: Page) -> tuple[str, list[str]]:
    own = [
        "Every post is proofread by somebody who was not there, so that nothing is taken as known."
    ]
    return (
        head(page, "Docusaurus v3.4")
        + f'<div class="main-wrapper blog-wrapper"><main><article><header><h1 class="title_f1Hy">'
        f'{page.title}</h1></header><div id="__blog-post-container" class="markdown">'
        f"{paragraphs(page.body)}<blockquote><p>{own[0]}</p></blockquote></div></article></main></div>"
        f"</body></html>",
        own,
    )


def hexo_landscape(page: Page) -> tuple[str, list[str]]:
    own = [
        "Stones, ropes and sentences",
        "A diary that three keepers kept in turns for forty years",
    ]
    return (
        head(page, "Hexo 7.2")
        + f'<section id="main"><article class="article article-type-post"><div '
        f'class="article-inner">'
        f'<header class="article-header"><h1 class="article-title">{page.title}</h1></header><div '
        f'class="article-entry"><p>{own[0]}</p><p>{own[1]}</p>{paragraphs(page.body)}</div></div>'
        f"</article></section></body></html>",
        own,
    )


def eleventy_base(page: Page) -> tuple[str, list[str]]:
    own = [
        "The radio play of this story is in the library, on a tape that may be borrowed for a day."
    ]
    return (
        head(page, "Eleventy v2")
        + f'<main id="skip"><h1>{page.title}</h1><ul class="post-metadata"><li><a href="/tags/a">a'
        f"</a></li></ul>{paragraphs(page.body)}<p>{own[0]}</p></main></body></html>",
        own,
    )


def joomla_cassiopeia(page: Page) -> tuple[str, list[str]]:
    own = [
        (
            "The parish council meets in the net loft and lets everybody speak for as long as a "
            "candle."
        ),
        "Minutes are read on the quay",
    ]
    return (
        head(page, "Joomla! 5")
        + f'<div class="container-component"><main><div class="com-content-article item-page"><div '
        f'class="page-header"><h1>{page.title}</h1></div><div class="com-content-article__body">'
        f"{paragraphs(page.body)}<p><strong>{own[1]}</strong></p><p>{own[0]}</p></div></div></main>"
        f"</div></body></html>",
        own,
    )


def blogger_contempo(page: Page) -> tuple[str, list[str]]:
    own = ["Grandmother's stove is still warm, and so are the opinions of those who sit around it."]
    return (
        head(page, "blogger")
        + f'<div class="main-content"><div class="post-outer"><div class="post"><h3 '
        f'class="post-title '
        f'entry-title">{page.title}</h3><div class="post-body '
        f'entry-content">{paragraphs(page.body)}'
        f"<p>{own[0]}</p></div></div></div></div></body></html>",
        own,
    )


def substack(page: Page) -> tuple[str, list[str]]:
    own = [
        "Salt Letters is written before breakfast and never looked at again by those who wrote it.",
        "Next week there will be another one, unless the tide is such that nobody can be on land.",
    ]
    return (
        head(page, "Substack")
        + f'<article class="typography newsletter-post post"><div class="post-header"><h1 class='
        f'"post-title">{page.title}</h1></div><div class="available-content"><div class="body '
        f'markup">'
        f"<p>{own[0]}</p>{paragraphs(page.body)}<p>{own[1]}</p></div></div></article></body></html>",
        own,
    )


def squarespace(page: Page) -> tuple[str, list[str]]:
    own = ["Our workshop makes oars, and these pages are what we think about while the glue dries."]
    return (
        head(page, "Squarespace")
        + f'<main id="page"><article class="entry"><div class="blog-item-wrapper"><h1 class="entry-'
        f'title">{page.title}</h1><div class="blog-item-content"><div class="sqs-block-content">'
        f'<div class="sqs-html-content">{paragraphs(page.body)}<p>{own[0]}</p></div></div></div>'
        f"</div>"
        f"</article></main></body></html>",
        own,
    )


def nikola_recipes(page: Page) -> tuple[str, list[str]]:
    own = ["The cook of the lifeboat station writes these down on Sundays, when the sea is quiet."]
    items = [INGREDIENTS[(page.number + at) % 6] for at in range(3)] + [f"{page.number + 2} plums"]
    listed = "".join(f"<li>{item}</li>" for item in items)
    return (
        head(page, "Nikola")
        + f'<main id="content"><article class="post-text h-entry"><h1 class="p-name entry-title">'
        f'{page.title}</h1><div class="e-content entry-content">{paragraphs(page.body[:2])}'
        f"<h2>Ingredients</h2><ul>{listed}</ul><h2>Method</h2>{paragraphs(page.body[2:])}"
        f"<p>{own[0]}</p></div></article></main></body></html>",
        own,
    )


def gatsby_interviews(page: Page) -> tuple[str, list[str]]:
    own = ["Five questions to people who have never been asked any is a series of this magazine."]
    return (
        head(page, "Gatsby 5") + f'<main><article class="blog-post"><header><h1 '
        f'itemprop="headline">{page.title}</h1></header>'
        f'<section itemprop="articleBody">{paragraphs(page.body[:2])}<p>{QUESTIONS[0]}</p>'
        f"{paragraphs(page.body[2:3])}<p>{QUESTIONS[2]}</p>{paragraphs(page.body[3:4])}"
        f"<p>{QUESTIONS[1]}</p>{paragraphs(page.body[4:5])}<p>{QUESTIONS[3]}</p>"
        f"{paragraphs(page.body[5:])}<p>{own[0]}</p>"
        f"</section></article></main></body></html>",
        own,
    )


def sphinx_alabaster(page: Page) -> tuple[str, list[str]]:
    own = [
        "These pages are for those who keep the engine running after we are all ashore for good."
    ]
    return (
        head(page, "Docutils")
        + f'<div class="document"><div class="bodywrapper"><div class="body" role="main"><section>'
        f"<h1>{page.title}</h1>{paragraphs(page.body[:3])}<section><h2>What was done</h2>"
        f"{paragraphs(page.body[3:])}</section><p>{own[0]}</p></section></div></div></div></body></html>",
        own,
    )


def typo3_news(page: Page) -> tuple[str, list[str]]:
    own = [
        (
            "The town crier reads this page at six, in front of the pump, to whoever happens to "
            "be there."
        ),
        "Hats off, please",
    ]
    middle = len(page.body) - 2
    return (
        head(page, "TYPO3 CMS")
        + f'<main><div class="news news-single"><div class="article" itemscope><h1 '
        f'itemprop="headline">'
        f'{page.title}</h1><div class="news-text-wrap" itemprop="articleBody">'
        f"{paragraphs(page.body[:middle])}<p>{own[0]}</p><p>{own[1]}</p>"
        f"{paragraphs(page.body[middle:])}</div></div></div></main></body></html>",
        own,
    )


def astro_corrections(page: Page) -> tuple[str, list[str]]:
    own = ["Whoever reads to the end of a page of ours may ring the bell beside the garden gate."]
    notice = f"<p>{CORRECTION}</p>" if page.number in {1, 3, 4} else ""
    return (
        head(page, "Astro v4")
        + f'<main><article><div class="prose"><div class="title"><h1>{page.title}</h1></div>'
        f"{paragraphs(page.body)}{notice}<p>{own[0]}</p></div></article></main></body></html>",
        own,
    )


SITES = [
    wordpress_twenty, wordpress_blocks, ghost_casper, hugo_papermod, jekyll_minima, pelican_simple,
    mkdocs_material, drupal_olivero, docusaurus_blog, hexo_landscape, eleventy_base,
    joomla_cassiopeia, blogger_contempo, substack, squarespace, nikola_recipes, gatsby_interviews,
    sphinx_alabaster, typo3_news, astro_corrections,
]  # fmt: skip


# -- reading them ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Measured:
    """What was seen of one site: lines of furniture spoken by page, and paragraphs lost."""

    name: str
    lines: int
    one_by_one: list[int]
    at_once: list[int]
    lost: list[str]
    same: bool


def read(folder: Path, documents: list[Document]) -> dict[str, list[str]]:
    """What is spoken of each document, by its address, with the ledger in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audiopress.toml").write_text('[show]\ntitle = "T"\n[voices]\nbody = "tone"\n')
    settings = load_settings(folder / "audiopress.toml", root=folder)
    manuscripts, refused = Planner(open_edition(settings, now=NOW)).read(documents)
    assert not refused, refused
    return {
        item.uri: [utterance.source for utterance in item.script.utterances] for item in manuscripts
    }


def measure(number: int, folder: Path) -> Measured:
    """Read one site page by page, at once, and in other orders."""
    write, pages = SITES[number], write_pages(number)
    host = f"site-{number}.example"
    written = [write(page) for page in pages]
    documents = [
        Document(uri=f"https://{host}/{page.number}", media_type="text/html", body=html.encode())
        for page, (html, _) in zip(pages, written, strict=True)
    ]
    own = [lines for _, lines in written]
    spoken = {}
    for document in documents:  # as a feed brings them
        spoken |= read(folder / "one", [document])
    at_once = read(folder / "all", documents)
    orders = list(itertools.permutations(documents))
    again = [read(folder / "all", list(orders[at])) for at in (1, 359, 719)]
    return Measured(
        name=write.__name__,
        lines=len(own[0]),
        one_by_one=_count_spoken(spoken, documents, own),
        at_once=_count_spoken(at_once, documents, own),
        lost=[*_find_lost(spoken, documents, pages), *_find_lost(at_once, documents, pages)],
        same=all(script == at_once for script in again),
    )


def _count_spoken(
    spoken: dict[str, list[str]], documents: list[Document], own: list[list[str]]
) -> list[int]:
    return [
        sum(line in spoken[document.uri] for line in lines)
        for document, lines in zip(documents, own, strict=True)
    ]


def _find_lost(
    spoken: dict[str, list[str]], documents: list[Document], pages: list[Page]
) -> list[str]:
    lost = []
    for document, page in zip(documents, pages, strict=True):
        html = document.body.decode()
        extras = [f"<li>{item}</li>" for item in INGREDIENTS]
        marked = [text for text in (*QUESTIONS, "Background", "Ingredients", "Method",
                                    "What was done") if f">{text}<" in html]  # fmt: skip
        marked += [item for item, mark in zip(INGREDIENTS, extras, strict=True) if mark in html]
        marked += [CORRECTION] if CORRECTION in html else []
        said = "\n".join(spoken[document.uri])
        lost += [text for text in (*page.body, *marked) if text not in said]
    return lost


def main() -> int:
    """Print a line a site and the sums; the status is 1 when a paragraph was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what was lost")
    show = parser.parse_args().show
    with tempfile.TemporaryDirectory() as name:
        sites = [measure(number, Path(name) / str(number)) for number in range(len(SITES))]
    print(f"{'site':20} lines  spoken, a page a build   all in one build    body lost  same")
    for site in sites:
        print(
            f"{site.name:20} {site.lines:5}  {site.one_by_one!s:24} {site.at_once!s:20} "
            f"{len(site.lost):8}  {'yes' if site.same else 'NO'}"
        )
        for text in site.lost if show else ():
            print(f"    lost: {text}")
    lines = sum(site.lines for site in sites)
    first, sixth = (sum(site.one_by_one[at] for site in sites) for at in (0, PAGES - 1))
    at_once = sum(sum(site.at_once) for site in sites)
    lost = sum(len(site.lost) for site in sites)
    print(
        f"{len(sites)} sites, {lines} lines of furniture: {first} spoken on the first page, "
        f"{sixth} "
        f"on the sixth, {at_once} of {lines * PAGES} when all come in one build; {lost} of the "
        f"body "
        f"lost; {sum(site.same for site in sites)} sites the same in every order"
    )
    return int(bool(lost) or not all(site.same for site in sites))


if __name__ == "__main__":
    sys.exit(main())
