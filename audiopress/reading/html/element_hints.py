# ruff: noqa: E501 - a pattern is read whole
"""What the elements around a run of text, and their names (classes, ids), tell about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.text_runs import Run

__all__ = ["HEADINGS", "hints_of", "letters", "line", "within"]

_LETTERS = re.compile(r"\W+")
_SLUG = 0.6
_GOOD_PART = 0.25
_PICTURE = re.compile(
    r"(?:^|[-_ ])(?:image|img|photo|picture|pic|figure|thumb\w*|align(?:center|left|right|none))s?(?:$|[-_ \d])"
)
_SHOWN = ("img", "picture", "video", "iframe", "svg")
_BESIDES = 1.15
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


_HINTS = {
    "aside": re.compile(r"(?:^|[-_ ])(?:aside|sidebar|rail|pullout|promo|outbrain|taboola|recirc\w*|teaser|trending|popular)(?:$|[-_ ])"),
    "related": re.compile(r"related|read-?more|more-?stories|see-?also|recommend|also-?read"),
    "newsletter": re.compile(r"newsletter|sign-?up|subscri(?:be|ption)"),
    "player": re.compile(r"(?:audio|video|media|podcast)-?(?:player|embed|widget|container)|^player|listen-"),
    "embed": re.compile(r"twitter-tweet|instagram-media|tiktok-embed|twitter-video|bluesky-embed|fb-post|reddit-(?:card|embed)|tweet|embedded-(?:post|tweet)"),
    "share": re.compile(r"(?:^|[-_ ])(?:share|sharing|social|follow)(?:$|[-_ ])|addthis|sharedaddy"),
    "byline": re.compile(r"byline|author|dateline|timestamp|publish(?:ed)?-?date|article-?meta|post-?meta|entry-?meta"),
    "advert": re.compile(r"(?:^|[-_ ])(?:ad|ads|advert\w*|sponsor\w*)(?:$|[-_ ])"),
    "comments": re.compile(r"comments?(?:$|[-_ ])|disqus"),
    "caption": re.compile(r"caption|(?:photo|image|media|picture)-?(?:credit|info|description|desc|meta)|wp-caption|copyright"),
    "code": re.compile(r"(?:^|[-_ ])(?:code-?(?:block|snippet|listing|wrapper)|source-?code|codehilite|prettyprint|hljs|highlight-source-\w+|syntaxhighlighter|crayon-\w+|wp-block-code|shiki|codemirror|gist|mermaid|(?:language|lang)-(?:\w{1,12}))(?:$|[-_ ])"),
    "footnotes": re.compile(r"(?:^|[-_ ])(?:foot|end)-?notes(?:$|[-_ ])"),
    "offer": re.compile(r"(?:^|[-_ ])(?:ctas?|upsell)(?:$|[-_ ])|call-?to-?action|(?:^|[-_ ])cta-?(?:box|block|card|banner|section|container|content|text|title)|promo(?:tion)?-?(?:box|card|banner|block)|lead-?magnet|opt-?in-?(?:box|form)|product-?(?:box|card|promo|widget|align|listing|tile|teaser)"),
    "standfirst": re.compile(r"standfirst|sub-?(?:title|head(?:line|ing)?)|(?:^|[-_ ])(?:dek|deck|strapline|sell|kicker-?deck)(?:$|[-_ ])|(?:article|entry|post|story)[-_]+(?:summary|intro|lead|lede|excerpt|description|dek)|(?:__|[-_ ])(?:excerpt|dek|lede|rubric|subhed|hed-sub|tagline)(?:$|[-_ ])"),
}  # fmt: skip


def letters(text: str) -> str:
    """Return the letters and digits of a text, in one case: what it says."""
    return _LETTERS.sub("", text.casefold())


def within(element: Any, elements: frozenset[Any]) -> bool:
    """Whether an element or one around it is among ``elements``."""
    while elements and element is not None:
        if element in elements:
            return True
        element = element.getparent()
    return False


def line(element: Any) -> Iterable[Any]:
    """Yield the element and its ancestors up to the body."""
    while element is not None and element.tag != "body":
        yield element
        element = element.getparent()


def hints_of(run: Run, weight: dict[Any, float] | None = None) -> frozenset[str]:
    """Words on the elements that a run lies in, the nearest four.

    What an element is called says nothing of a run if it holds a good part of the story too.
    """
    found: set[str] = set()
    for depth, element in enumerate(line(run.element)):
        if weight and weight.get(element, 0) > _GOOD_PART:
            break
        if element.tag in ("aside", "nav", "footer", "figure", "header"):
            found.add(f"<{element.tag}>")
        if element.tag == "pre":
            found.add("code")
        if depth > 3 or element.tag in ("article", "main"):  # noqa: PLR2004
            continue
        names = f"{element.get('class') or ''} {_name(element, run)} {element.get('role') or ''}"
        names = names.lower()
        if names.strip():
            found.update(hint for hint, pattern in _HINTS.items() if pattern.search(names))
    if _pictured(run):
        found.add("pictured")
    return frozenset(found)


def _pictured(run: Run) -> bool:
    """Whether a run shares with a picture an element that is called one and says no more."""
    for element in (run.element, run.element.getparent()):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if not _PICTURE.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()):
            continue
        if _says_little(element, _BESIDES * len(letters(run.text))):
            return next(element.iter(*_SHOWN), None) is not None
    return False


def _says_little(element: Any, limit: float) -> bool:
    """Whether an element has no more letters; a long one is not read to its end for every run."""
    said = 0
    for piece in element.itertext():
        said += len(letters(piece))
        if said > limit:
            return False
    return True


def _name(element: Any, run: Run) -> str:
    """Return an element's id, unless it is made of the words of the heading it belongs to."""
    name = element.get("id") or ""
    if run.element.tag not in HEADINGS:
        return name
    words, key = letters(run.text), letters(name).replace("_", "")
    same = len(key) > _SLUG * len(words) and (key in words or words in key)
    return "" if same and " " in run.text else name
