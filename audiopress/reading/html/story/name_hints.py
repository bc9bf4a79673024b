"""What the names of elements tell: classes, ids and roles such as "newsletter", "share-bar".

A name of which a part is a topic ("share-capital", "social-care") tells nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from audiopress.text.vocabulary import any_of

__all__ = ["PICTURE", "judge_names"]

_BEGIN, _END = r"(?:^|[-_ ])", r"(?:$|[-_ ])"
"""Edges of a word within a class or id: "post-share" is share, "shareholder" is not."""


_TOPICS = {
    "ads?": ("astra", "hoc", "hominem", "infinitum", "interim", "libs?", "valorem"),
    "follow": ("on", "the", "through", "up"),
    "popular": (
        "belief", "culture", "front", "government", "movements?", "music", "names", "opinion",
        "revolt", "science", "sovereignty", "uprising", "vote",
    ),
    "rail": (
        "bridges?", "crash", "fares?", "freight", "franchises?", "lines?", "links?", "networks?",
        "passengers?", "reform", "services?", "stations?", "strikes?", "transport", "travel",
        "unions?", "workers?",
    ),
    "related": ("part(?:y|ies)",),
    "shar(?:e|ing)": (
        "buy-?backs?", "capital", "certificates?", "class(?:es)?", "croppers?", "dealing",
        "economy", "holders?", "holdings?", "incentive", "index", "issue", "market", "offer",
        "options?", "ownership", "plans?", "power", "prices?", "purchase", "register", "sale",
        "scheme", "value",
    ),
    "social": (
        "anxiety", "bonds?", "capital", "care", "change", "class(?:es)?", "cohesion", "contract",
        "costs?", "credit", "democra\\w+", "distancing", "enterprise", "equality", "exclusion",
        "fabric", "fund", "gatherings?", "history", "housing", "impact", "inclusion", "insurance",
        "issues?", "justice", "life", "mobility", "movements?", "norms?", "order", "policy",
        "problems?", "reforms?", "responsibility", "rights", "sciences?", "security", "services?",
        "spending", "stud(?:y|ies)", "unrest", "welfare", "work(?:ers?)?",
    ),
    "sponsor\\w*": ("deals?", "rights"),
}  # fmt: skip
"""Words of boxes, and those behind which they are a topic: "share-capital", "social-care"."""

_TOPIC = re.compile(
    _BEGIN + any_of(f"{word}[-_]{any_of(topics)}(?![a-z])" for word, topics in _TOPICS.items())
)
"""A name of which a word would be a box's, and all of it is a topic."""


def _word(*alternatives: str) -> str:
    """Return a pattern of whole words of a class or id."""
    return f"{_BEGIN}{any_of(*alternatives)}{_END}"


PICTURE = re.compile(
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
            "also-?read",
            "more-?stories",
            "(?<!th)read-?more",
            "recommend",
            "(?<!un)(?<!cor)(?<!inter)related",
            "see-?also",
        ),
        "newsletter": any_of("newsletter", "(?<!de)sign-?up", "subscri(?:be|ption)"),
        "player": any_of(
            "(?:audio|media|podcast|video)-?(?:container|embed|player|widget)",
            "^player",
            "(?<!g)listen-",
        ),
        "embed": any_of(
            "bluesky-embed",
            "embedded-(?:post|tweet)",
            "fb-post",
            "instagram-media",
            "reddit-(?:card|embed)",
            "tiktok-embed",
            "tweet(?!ed)",
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
            "author(?!i[tsz]|ship)",
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


@lru_cache(maxsize=4096)
def judge_names(names: str) -> tuple[str, ...]:
    """Return the hints that names tell: a page has a few, which stand around each of its runs."""
    names = _TOPIC.sub(" ", names)
    return tuple(hint for hint, pattern in _HINTS.items() if pattern.search(names))
