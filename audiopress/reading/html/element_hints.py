"""What the elements around a run of text, and their names (classes, ids), tell about it.

A hint is a word such as ``newsletter`` or ``<aside>``. It decides nothing here: cleaning weighs it
against what the run says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from audiopress.reading.html.elements import HEADINGS, climb
from audiopress.reading.html.footnotes import is_note
from audiopress.reading.html.verse import is_verse
from audiopress.text.comparison import make_comparable
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.reading.html.text_runs import TextRun

__all__ = ["find_hints"]

_NEAREST = 4
"""Elements whose names are read, from the run upwards; further up they name the whole page."""

_SLUG = 0.6
"""Share of a heading's letters that its id holds when it is made of them ("what-sleep-does")."""

_GOOD_PART = 0.25
"""Share of the story's letters above which a box is the story's, whatever it is called."""

_CAPTIONED = ("img", "picture", "video", "iframe", "svg")
"""What a picture's element shows beside its caption."""

_BESIDES = 1.15
"""Letters in a picture's element for each of the run's: a caption, and at most a word more."""

_BEGIN, _END = r"(?:^|[-_ ])", r"(?:$|[-_ ])"
"""Edges of a word within a class or id: "post-share" is share, "shareholder" is not."""


def _word(*alternatives: str) -> str:
    """Return a pattern of whole words of a class or id."""
    return f"{_BEGIN}{any_of(*alternatives)}{_END}"


_PICTURE = re.compile(
    _BEGIN
    + any_of(
        "align(?:center|left|right|none)",  # WordPress, on the box around an image
        "figure",
        "image",
        "img",
        "photo",
        "pic",
        "picture",
        r"thumb\w*",
    )
    + r"s?(?:$|[-_ \d])"
)
"""The name of a box around a picture, one of several too ("photos", "image-2")."""

_CODE = _word(
    "code-?(?:block|snippet|listing|wrapper)",
    "codehilite",
    "codemirror",
    r"crayon-\w+",
    "gist",
    r"highlight-source-\w+",
    "hljs",
    r"(?:language|lang)-(?:\w{1,12})",
    "mermaid",
    "prettyprint",
    "shiki",
    "source-?code",
    "syntaxhighlighter",
    "wp-block-code",
)
"""What highlighters of code and their plug-ins call a listing, and diagrams drawn from one."""

_OFFER = any_of(
    _word("ctas?", "upsell"),
    "call-?to-?action",
    f"{_BEGIN}cta-?{any_of('banner', 'block', 'box', 'card', 'container', 'content', 'section')}",
    f"{_BEGIN}cta-?{any_of('text', 'title')}",
    "promo(?:tion)?-?(?:banner|block|box|card)",
    "lead-?magnet",
    "opt-?in-?(?:box|form)",
    "product-?(?:align|box|card|listing|promo|teaser|tile|widget)",
)
"""Boxes that sell: on the labelled pages 120 blocks lay in such, and none was a story's."""

_STANDFIRST = any_of(
    "standfirst",
    "sub-?(?:title|head(?:line|ing)?)",
    _word("dek", "deck", "kicker-?deck", "sell", "strapline"),
    f"(?:article|entry|post|story)[-_]+"
    f"{any_of('dek', 'description', 'excerpt', 'intro', 'lead', 'lede', 'summary')}",
    f"(?:__|[-_ ]){any_of('dek', 'excerpt', 'hed-sub', 'lede', 'rubric', 'subhed', 'tagline')}"
    f"{_END}",
)
"""What newsrooms call the sentences between headline and story; "lead" alone is a lead story."""

_HINTS = {
    hint: re.compile(pattern)
    for hint, pattern in {
        "aside": _word(
            "aside",
            "outbrain",
            "popular",
            "promo",
            "pullout",
            "rail",
            r"recirc\w*",
            "sidebar",
            "taboola",
            "teaser",
            "trending",
        ),
        "related": any_of(
            "also-?read", "more-?stories", "read-?more", "recommend", "related", "see-?also"
        ),
        "newsletter": any_of("newsletter", "sign-?up", "subscri(?:be|ption)"),
        "player": any_of(
            "(?:audio|media|podcast|video)-?(?:container|embed|player|widget)",
            "^player",
            "listen-",
        ),
        "embed": any_of(
            "bluesky-embed",
            "embedded-(?:post|tweet)",
            "fb-post",
            "instagram-media",
            "reddit-(?:card|embed)",
            "tiktok-embed",
            "tweet",
            "twitter-tweet",
            "twitter-video",
        ),
        "share": any_of(
            _word("follow", "share", "sharing", "social"),
            "addthis",
            "sharedaddy",
        ),
        "byline": any_of(
            "article-?meta",
            "author",
            "byline",
            "dateline",
            "entry-?meta",
            "post-?meta",
            "publish(?:ed)?-?date",
            "timestamp",
        ),
        "advert": _word("ad", "ads", r"advert\w*", r"sponsor\w*"),
        "comments": any_of(f"comments?{_END}", "disqus"),
        "caption": any_of(
            "caption",
            "copyright",
            "(?:image|media|photo|picture)-?(?:credit|desc|description|info|meta)",
            "wp-caption",
        ),
        "code": _CODE,
        "footnotes": _word("(?:end|foot)-?notes"),
        "offer": _OFFER,
        "standfirst": _STANDFIRST,
    }.items()
}
"""A hint, and what classes, ids and roles on the elements around a run it is known by."""


def find_hints(run: TextRun, weight: dict[Any, float] | None = None) -> frozenset[str]:
    """Return the hints of the elements that a run lies in, by name of the nearest four.

    ``weight`` is the share of the story that each element holds: what an element is called says
    nothing of a run if it holds a good part of the story too.
    """
    found: set[str] = set()
    # the markup of a note says so, however long it is
    if any(map(is_note, islice(climb(run.element), _NEAREST))):
        found.add("footnotes")
    for depth, element in enumerate(climb(run.element)):
        if weight and weight.get(element, 0) > _GOOD_PART:
            break
        if element.tag in ("aside", "nav", "footer", "figure", "header"):
            found.add(f"<{element.tag}>")
        # listings that no highlighter has touched have no class that says so
        if element.tag == "pre" and not is_verse(element, "".join(run.parts)):
            found.add("code")
        # WordPress and others write a post's categories on its <article> ("tag-newsletter")
        if depth < _NEAREST and element.tag not in ("article", "main"):
            found.update(_read_names(element, run))
    if _stands_with_picture(run):
        found.add("pictured")
    return frozenset(found)


def _read_names(element: Any, run: TextRun) -> tuple[str, ...]:
    """Return the hints in an element's class, id and role."""
    names = f"{element.get('class') or ''} {_read_id(element, run)} {element.get('role') or ''}"
    return _judge_names(names.lower()) if not names.isspace() else ()


@lru_cache(maxsize=4096)
def _judge_names(names: str) -> tuple[str, ...]:
    """Return the hints that names tell: a page has a few, which stand around each of its runs."""
    return tuple(hint for hint, pattern in _HINTS.items() if pattern.search(names))


def _read_id(element: Any, run: TextRun) -> str:
    """Return an element's id, unless it is made of the words of the heading it belongs to."""
    name = element.get("id") or ""
    if run.element.tag not in HEADINGS:
        return name
    # "what-related-posts-mean" says nothing of related posts: it is the heading itself
    words, key = make_comparable(run.text), make_comparable(name).replace("_", "")
    same = len(key) > _SLUG * len(words) and (key in words or words in key)
    return "" if same and " " in run.text else name


def _stands_with_picture(run: TextRun) -> bool:
    """Whether a run shares with a picture an element that is called one and says no more."""
    for element in (run.element, run.element.getparent()):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if not _PICTURE.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()):
            continue
        if _has_few_letters(element, _BESIDES * len(make_comparable(run.text))):
            return next(element.iter(*_CAPTIONED), None) is not None
    return False


def _has_few_letters(element: Any, limit: float) -> bool:
    """Whether an element has no more letters; a long one is not read to its end for every run."""
    count = 0
    for text in element.itertext():
        count += len(make_comparable(text))
        if count > limit:
            return False
    return True
