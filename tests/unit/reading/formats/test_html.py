# ruff: noqa: E501 - written as pages write it
"""Pages: what belongs to the story, what is left out and why, how it is cast."""

from __future__ import annotations

import json

import pytest

from audiopress.errors import ReadingError
from audiopress.model import Article, Cast, Document, Pauses, Reading, Script
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract
from audiopress.reading.wording.boilerplate import judge_wording
from audiopress.reading.wording.end_notes import is_author_bio, is_company_profile
from audiopress.speaking.lexicon import Lexicon
from audiopress.speaking.script import compose, compose_lines

STORY = [
    "The council voted on Tuesday night to keep the old library open until the end of next year.",
    "Residents had collected more than four thousand signatures against the plan to sell the building.",
    "“We never expected so many people to stand up for it,” said the head of the friends' association.",
    "The mayor said that the money for the roof would have to be found in the budget for the schools.",
    "A decision on the future of the building is expected after the summer, the council said in a statement.",
]
HEAD = "Council keeps the old library open for another year"


def page(*, before: str = "", inside: str = "", after: str = "", head: str = "") -> str:
    first, second, *rest = (f"<p>{text}</p>" for text in STORY)
    return (
        f"<html lang=en><head><title>{HEAD} | Example</title>{head}</head><body>"
        f"<main><h1>{HEAD}</h1>{before}<div class=text>{first}{second}{inside}{''.join(rest)}</div>{after}</main></body></html>"
    )


AMY = Cast(roles=(("quote", "amy"),))


def read(
    html: str, reading: Reading | None = None, cast: Cast | None = None
) -> tuple[Article, Script]:
    chosen = reading or Reading(byline=False, date=False, disclosure="none")
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, left_out = clean(extract(document, chosen), chosen)
    script = compose(
        article, left_out, reading=chosen, cast=cast or AMY, pauses=Pauses(),
        rate=1000, lexicon=Lexicon.empty(),
    )  # fmt: skip
    return article, script


def said(html: str, reading: Reading | None = None) -> list[str]:
    return [utterance.source for utterance in read(html, reading)[1].utterances]


@pytest.mark.parametrize(
    ("place", "furniture", "reason"),
    [
        (
            "inside",
            "<p><strong>Read more: <a href=/b>Pool to close in May</a></strong></p>",
            "read-more",
        ),
        ("inside", "<p>Advertisement</p>", "advert"),
        ("inside", "<p>Story continues below</p>", "advert"),
        (
            "inside",
            "<figure><img src=a><figcaption>The library in March.</figcaption></figure>",
            "caption",
        ),
        ("inside", "<p>© 2024 Example Media. All rights reserved.</p>", "copyright"),
        (
            "inside",
            "<blockquote class=twitter-tweet><p>So happy! — A B (@ab)</p></blockquote>",
            "embedded-post",
        ),
        (
            "inside",
            "<table><tr><th>Year</th><th>Visits</th></tr><tr><td>2023</td><td>10</td></tr></table>",
            "table",
        ),
        ("inside", f"<h2>{HEAD}</h2>", "duplicate-headline"),
        ("after", "<p>Follow us on Facebook and Instagram</p>", "follow-us"),
        (
            "inside",
            "<p>Sign up to our newsletter for the day's news in your inbox</p>",
            "newsletter",
        ),
        ("inside", "<p>3 min read</p>", "reading-time"),
        ("inside", "<p><a href=/x>Pool to close in May after all</a></p>", "link"),
    ],
)
def test_furniture_is_left_out_with_its_reason(place: str, furniture: str, reason: str) -> None:
    _, script = read(page(**{place: furniture}))
    assert [utterance.source for utterance in script.utterances] == [HEAD, *STORY]
    assert reason in {left.reason for left in script.left_out} or place == "after"


def test_headings_lists_and_quotes_keep_their_kind() -> None:
    inside = (
        "<h2>What comes next</h2><ul><li>A vote in June.</li><li>A new roof by winter.</li></ul>"
    )
    inside += "<blockquote><p>It is the heart of this town.</p></blockquote>"
    _, script = read(page(inside=inside))
    roles = [(utterance.role, utterance.source) for utterance in script.utterances]
    assert ("heading", "What comes next") in roles
    assert ("list_item", "A new roof by winter.") in roles
    assert ("quote", "It is the heart of this town.") in roles


def test_the_pause_before_a_heading_belongs_to_the_paragraph_before_it() -> None:
    _, script = read(page(inside="<h2>What comes next</h2>"))
    by_source = {utterance.source: utterance for utterance in script.utterances}
    assert by_source[STORY[1]].pause == Pauses().before_heading
    assert by_source["What comes next"].pause == Pauses().after_heading
    assert script.utterances[-1].pause == Pauses().tail


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    html = f"<html><head><title>{HEAD}</title></head><body><table><tr><td><h1>{HEAD}</h1>{story}</td></tr></table></body></html>"
    assert said(html) == [HEAD, *STORY]


def test_text_cut_by_double_breaks_is_paragraphs() -> None:
    html = f"<html><head><title>{HEAD}</title></head><body><h1>{HEAD}</h1><div>{'<br><br>'.join(STORY)}</div></body></html>"
    assert said(html) == [HEAD, *STORY]


def test_what_is_hidden_is_not_said() -> None:
    inside = (
        "<p hidden>Hidden words of no use to anyone.</p><p style='display: none'>More of them.</p>"
    )
    assert said(page(inside=inside)) == [HEAD, *STORY]


def test_a_site_may_drop_and_keep() -> None:
    inside = "<p class=fact>The library was built in 1911 by the town's own masons.</p><figure><figcaption>The roof.</figcaption></figure>"
    plain = Reading(
        byline=False, date=False, disclosure="none", drop=("p.fact",), keep=("figcaption",)
    )
    _, script = read(page(inside=inside), plain)
    assert [utterance.source for utterance in script.utterances] == [
        HEAD,
        *STORY[:2],
        "The roof.",
        *STORY[2:],
    ]
    assert [left.reason for left in script.left_out] == ["dropped-by-config"]


def test_a_selector_that_is_none_is_named() -> None:
    with pytest.raises(ReadingError, match="no CSS selector"):
        said(page(), Reading(drop=("p[",)))


def test_selectors_find_the_paragraph_through_its_markup() -> None:
    inside = "<p>The <b>old</b>\n  <a href=/m>mayor</a> had said no in a <i>letter</i> to the friends.</p>"
    _, script = read(page(inside=inside))
    selector = next(u.selector for u in script.utterances if u.source.startswith("The old mayor"))
    assert selector is not None
    assert selector.exact == "The old\n  mayor had said no in a letter to the friends."
    assert STORY[1].endswith(selector.prefix)
    assert STORY[2].startswith(selector.suffix)


def test_footnote_marks_are_not_said_but_ordinals_are() -> None:
    inside = "<p>On the 1<sup>st</sup> of May the library<sup><a href='#n'>3</a></sup> was full of people again.</p>"
    assert "On the 1st of May the library was full of people again." in said(page(inside=inside))


def test_metadata_by_the_cascade() -> None:
    head = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Library stays",'
        '"author":[{"name":"By Jane Doe"},{"name":"John Roe"}],"datePublished":"2024-05-02T08:00:00+01:00",'
        '"articleSection":"Town","image":{"url":"/a.jpg"},},]}</script>'
        '<link rel=canonical href="/library">'
    )
    article, _ = read(page(head=head))
    assert (article.title, article.byline, article.section) == (HEAD, "Jane Doe, John Roe", "Town")
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-02T08:00:00+01:00"
    assert (article.image, article.canonical) == (
        "https://example.org/a.jpg",
        "https://example.org/library",
    )


def test_the_opening_says_who_and_when_in_words() -> None:
    head = '<meta name=author content="Jane Doe"><meta property="article:published_time" content="2024-10-31T21:35:00Z">'
    html = page(head=head).replace("lang=en", "lang=en-GB")
    _, script = read(html, Reading())
    opening = next(utterance for utterance in script.utterances if utterance.role == "opening")
    assert opening.source == "By Jane Doe. Thursday 31 October 2024."
    assert opening.spoken == "By Jane Doe. Thursday the thirty first of October twenty twenty four."
    assert script.utterances[-1].role == "disclosure"


def test_an_opening_of_ones_own() -> None:
    _, script = read(page(), Reading(opening="Our story: {title}", disclosure="none"))
    assert script.utterances[1].source == f"Our story: {HEAD}"


def test_an_opening_that_lacks_a_word_is_said_as_usual() -> None:
    lacking = Reading(opening="From {section}: {title}", disclosure="none")
    _, script = read(page(), lacking)
    _, usual = read(page(), Reading(disclosure="none"))
    assert script == usual


def test_quotes_get_their_voice_when_asked() -> None:
    _, script = read(page(), Reading(quotes=True, byline=False, date=False, disclosure="none"))
    quoted = [utterance for utterance in script.utterances if utterance.role == "quote"]
    assert [utterance.source for utterance in quoted] == [STORY[2].split(" said")[0]]
    assert [utterance.voice for utterance in quoted] == ["amy"]
    following = script.utterances[script.utterances.index(quoted[0]) + 1]
    assert following.paragraph == quoted[0].paragraph
    assert quoted[0].pause == 0


def test_without_a_voice_of_their_own_quotes_cut_no_paragraph() -> None:
    asked = Reading(quotes=True, byline=False, date=False, disclosure="none")
    _, script = read(page(), asked, Cast())
    assert STORY[2] in [utterance.source for utterance in script.utterances]


def test_a_short_form_is_said_as_the_article_explains_it() -> None:
    inside = "<p>The World Health Organization (WHO) praised it, and so did UNESCO and others who came.</p>"
    _, script = read(page(inside=inside))
    spoken = next(utterance.spoken for utterance in script.utterances if "WHO" in utterance.source)
    assert "(W H O) praised it, and so did UNESCO and others who came." in spoken


def test_lines_are_taken_as_they_stand() -> None:
    lines = ["Read more: £5", "", "Advertisement"]
    script = compose_lines(
        lines, language="en", cast=Cast(), pauses=Pauses(), rate=1000, lexicon=Lexicon.empty()
    )
    assert [utterance.source for utterance in script.utterances] == lines
    assert script.utterances[0].spoken == "Read more: five pounds"
    assert script.left_out == ()


@pytest.mark.parametrize(
    "text",
    [
        "Search engines will drive people to the new site of the library.",
        "Close to the harbour, the crowd had been waiting since the morning.",
        "He told reporters he would share his story with the police.",
        "She subscribes to the view that the bridge is safe.",
        "Photo finish: the two boats crossed the line together on Sunday evening.",
        "Next to him stood the mayor.",
        "The company said its newsletter had two million readers.",
        "Shares of the company fell 3 per cent on Monday.",
        "Police are looking for a man who was last seen at 4am.",
        "Contact with the ship was lost on Friday.",
        "More than 40 people were injured.",
        "Updated rules on flights were announced in May.",
    ],
)
def test_sentences_of_stories_are_no_furniture(text: str) -> None:
    assert judge_wording(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe is a senior reporter who covers town politics.",
        "Follow her on Twitter @janedoe",
        "She can be reached at jane@example.org.",
    ],
)
def test_notes_on_the_author(text: str) -> None:
    assert is_author_bio(text)


def test_notes_on_the_company() -> None:
    assert is_company_profile("Example Corp is a global provider of example services.")
    assert not is_company_profile("The bridge is the longest of its kind.")


def test_streamed_parts_stand_in_their_place() -> None:
    first, second, third, *_ = STORY
    html = (
        f"<html lang=en><head><title>{HEAD}</title></head><body><main><h1>{HEAD}</h1><div>"
        f"<p>{first}</p><template id='B:0'></template><p>Please wait a moment</p><!--/$-->"
        f"<p>{third}</p></div></main><div hidden id='S:0'><p>{second}</p></div></body></html>"
    )
    assert said(html) == [HEAD, first, second, third]


def test_text_beside_the_boxes_of_a_page_is_read() -> None:
    loose = "".join(f"<h2>Part {number}</h2>{text}" for number, text in enumerate(STORY[:2]))
    boxed = "".join(f"<div><p>{text}</p></div>" for text in STORY[2:])
    html = f"<html lang=en><title>{HEAD}</title><body><h1>{HEAD}</h1>{loose}{boxed}</body></html>"
    assert [text for text in said(html) if text in STORY] == STORY


def test_a_heading_that_links_to_itself_is_no_link() -> None:
    link = "<h2><a href='{}'>Who pays for the roof of the library</a></h2>"
    document = page(inside=link.format("#roof")), page(inside=link.format("/b"))
    links = [
        block.links
        for html in document
        for block in extract(
            Document(uri="https://example.org/a", media_type="text/html", body=html.encode()),
            Reading(),
        ).blocks
        if block.text.startswith("Who pays")
    ]
    assert links == [0, 1]


def test_points_between_headline_and_story_introduce_it() -> None:
    first, second, *rest = STORY
    points = f"<ul><li>{first}</li><li>{second}</li></ul>"
    story = "".join(f"<p>{text} {text}</p>" for text in rest * 3)
    html = (
        f"<html lang=en><head><title>{HEAD}</title></head><body><article><h1>{HEAD}</h1>"
        f"<section><div>{points}</div></section><div>{story}</div></article></body></html>"
    )
    assert said(html)[:3] == [HEAD, first, second]


def test_a_sentence_in_the_header_of_the_headline_introduces_the_story() -> None:
    lead = "The old library may stay, but nobody knows who will pay for its roof."
    header = (
        f"<header><h1>{HEAD}</h1><div>{lead}</div><div>Photograph of the roof</div>"
        f"<div><a href=/b>{STORY[0]}</a></div></header>"
    )
    story = "".join(f"<p>{text}</p>" for text in STORY)
    html = (
        f"<html lang=en><head><title>{HEAD}</title></head><body>{header}<div>{story}</div></body>"
    )
    assert said(html)[:3] == [HEAD, lead, STORY[0]]


CARD = (
    "<div class=box><a href='{0}'><img src=/p.jpg></a><h3><a href='{0}'>Pool to close in May for a year</a></h3>"
    "<p>The pool needs new pumps, and the town has no money for them.</p></div>"
)


def test_a_card_of_another_story_is_left_out() -> None:
    spoken = said(page(inside=CARD.format("/pool")))
    assert spoken == [HEAD, *STORY]


@pytest.mark.parametrize(
    "listing",
    [
        "<pre>for book in shelf:\n    lend(book)</pre>",
        "<pre><code>for book in shelf: lend(book)</code></pre>",
        "<div class='code-block'><div>for book in shelf: lend(book) and nothing else at all.</div></div>",
    ],
)
def test_code_is_left_out_and_named(listing: str) -> None:
    _, script = read(page(inside=listing))
    assert [line.reason for line in script.left_out] == ["code"]


def test_a_sentence_with_code_in_it_is_said() -> None:
    line = (
        "<p>Lend a book with <code>lend(book)</code> and give it back with the other command.</p>"
    )
    spoken = said(page(inside=line))
    assert "Lend a book with lend(book) and give it back with the other command." in spoken


def test_a_story_that_is_set_as_typed_is_said() -> None:
    story = "\n\n".join(STORY)
    html = (
        f"<html lang=en><title>{HEAD}</title><body><h1>{HEAD}</h1><pre>{story}</pre></body></html>"
    )
    assert STORY[-1] in " ".join(said(html))


def test_an_article_beside_that_of_the_headline_is_another() -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    other = (
        "<p>The pool will close in May, because nobody in the town can pay for its new pumps.</p>"
    )
    beside = f"<article><h2>Pool to close</h2>{other * 9}</article>"
    html = (
        f"<html lang=en><head><title>{HEAD}</title></head><body><div>"
        f"<article><h1>{HEAD}</h1>{story}</article>{beside}</div></body></html>"
    )
    assert said(html) == [HEAD, *STORY]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Fire at mill</h1><p>Nobody was hurt.</p>",
        "<main><article><h1>Fire at mill</h1><p>Nobody was hurt.</p></article></main>",
        (
            "<nav><a href=/>Home</a></nav><h1>Fire at mill</h1><p>Nobody was hurt.</p>"
            "<footer><p>Example News.</p></footer>"
        ),
        "<h1>Fire at mill</h1>Nobody was hurt.",
        "<p>Nobody was hurt.</p>",
    ],
)
def test_a_story_of_one_short_sentence_is_a_story(body: str) -> None:
    html = f"<html lang=en><head><title>Fire at mill</title></head><body>{body}</body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    assert [block.text for block in article.blocks if block.level != 1] == ["Nobody was hurt."]


@pytest.mark.parametrize(
    ("author", "shown", "byline"),
    [
        ("Staff Reporter", '<p class="byline">By Jane Doe</p>', "Jane Doe"),
        ("admin", "<div>By <a href=/jane>Jane Doe</a></div>", "Jane Doe"),
        ("News Desk", '<a rel="author" href=/m>Max Muster</a>', "Max Muster"),
        ("Example News", "<span>By Jane Doe and Max Muster</span>", "Jane Doe and Max Muster"),
        ("Staff Reporter", "", "Staff Reporter"),
        ("Example News", "", "Example News"),
        ("admin", "", ""),
        ("Max Muster", '<p class="byline">By Jane Doe</p>', "Max Muster"),
    ],
)
def test_a_name_that_is_shown_beats_one_that_is_nobodys(
    author: str, shown: str, byline: str
) -> None:
    data = {"@type": "NewsArticle", "headline": "Fire at mill", "author": {"name": author}}
    html = (
        '<html lang=en><head><meta property="og:site_name" content="Example News">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><h1>Fire at mill</h1>{shown}<p>Nobody was hurt in the fire at the old mill.</p></body></html>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    assert extract(document, Reading()).byline.replace(", ", " and ") == byline


@pytest.mark.parametrize(
    ("shown", "behind", "byline"),
    [
        ('<span class="author vcard">Ada Byron</span>', "", "Ada Byron"),
        ('<span class="byline">by <a class="url fn n">Ada Byron</a></span>', "", "Ada Byron"),
        ('<span class="post-author">Ada Byron</span> <span>2 May</span>', "", "Ada Byron"),
        ('<div class="entry__author">Written by Ada Byron</div>', "", "Ada Byron"),
        ('<a class="p-author h-card" href="/ada">Ada Byron</a>', "", "Ada Byron"),
        ('<span class="td-post-author-name">By <a>Ada Byron</a> - </span>', "", "Ada Byron"),
        ('<aside><span class="post-author">Ada Byron</span></aside>', "", "Ada Byron"),
        ('<span class="author vcard">admin</span>', "", ""),
        ("", '<aside><h3>Ice</h3><span class="byline">By Carl Other</span></aside>', ""),
        ("", "<aside><h3>Ice</h3><span>By Carl Other</span></aside>", ""),
        ("", '<ol class="comment-list"><li><b class="author vcard">Bob Reader</b></ol>', ""),
        ("", '<div id="comments"><a rel="author">Bob Reader</a></div>', ""),
        ("", '<p class="author-box">Ada Byron is our man in the harbour of Brae.</p>', ""),
    ],
)
def test_who_wrote_it_is_seen_in_the_marks_of_themes(shown: str, behind: str, byline: str) -> None:
    story = "<p>Nobody was hurt in the fire at the old mill, which burnt for two days.</p>" * 3
    html = (
        '<html lang=en><body class="single comments-closed"><article><h1>Fire at mill</h1>'
        f"{shown}<div>{story}</div></article>{behind}</body></html>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    assert extract(document, Reading()).byline == byline


@pytest.mark.parametrize("title", ["Fire at mill", "FIRE AT MILL.", "Fire at mill | The Post"])
@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><font size=5><b>Fire at mill</b></font><br><font>{0}</font></td></tr></table>",
        "<table><tr><td><b>Fire at mill</b><br>{0}</td></tr></table>",
        "<p><font size=4>Fire at</font> <font size=4>mill</font><br>{0}</p>",
        "<div><span class=big>Fire at mill</span><br>{0}</div>",
        "<center><strong>Fire at mill</strong><br><i>Two days of smoke</i></center><p>{0}</p>",
    ],
)
def test_a_headline_that_one_break_parts_from_the_text_is_said_once(title: str, page: str) -> None:
    story = "<br><br>".join(
        f"Nobody was hurt in the fire at the old mill, which burnt for {days} days and nights."
        for days in ("two", "three", "four")
    )
    html = (
        f"<html lang=en><head><title>{title}</title></head><body>{page.format(story)}</body></html>"
    )
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    said = " ".join(block.text for block in article.blocks if block.level != 1)
    assert "Fire at" not in said
    assert said.count("Nobody was hurt") == 3


def test_the_first_line_of_a_poem_stays_with_the_others() -> None:
    verse = "<p>Fire at mill,<br>fire at sea,<br>nobody was hurt but the old oak tree.</p>" * 2
    html = f"<html lang=en><head><title>Fire at mill</title></head><body>{verse}</body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, _ = clean(extract(document, Reading()), Reading())
    assert any(block.text.startswith("Fire at mill, fire at sea") for block in article.blocks)


def test_a_saved_page_knows_its_own_site_by_its_canonical_address() -> None:
    site = "https://news.example.org"
    teasers = "".join(
        f'<li><a href="{site}/{n}">The council of Vik will meet again on Monday {n}.</a> It opens '
        "its doors to all who come, and hears for an hour what they have to say of the harbour.</li>"
        for n in range(4)
    )
    body = "".join(
        f"<p>The fire at the old mill in Vik began at {n} o'clock, and nobody was hurt by it.</p>"
        for n in range(1, 6)
    )
    html = (
        f'<html lang=en><head><title>Fire at mill</title><link rel=canonical href="{site}/fire">'
        f"</head><body><article><h1>Fire at mill</h1>{body}<ul>{teasers}</ul>{body.replace('fire', 'flood')}"
        "</article></body></html>"
    )
    bare = html.replace(f'<link rel=canonical href="{site}/fire">', "")
    pages = ((f"{site}/fire", html, False), ("saved/fire.html", html, False),
             (f"{site}:443/fire", bare, False), ("https://www.NEWS.example.org/fire", bare, False),
             ("https://www.example.com/fire", bare, True))  # fmt: skip
    for uri, html, away in pages:
        document = Document(uri=uri, media_type="text/html", body=html.encode())
        blocks = extract(document, Reading()).blocks
        lines = [block for block in blocks if "council" in block.text]
        assert [("leads-out" in line.hints) for line in lines] == [away] * 4, uri
