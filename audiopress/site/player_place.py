"""Where the player will stand in a page of somebody's site, and what keeps its place till then.

The same place as `player/placing.js` finds when it can see the page: below the headline, in the
column of the text. Without a screen a place counts only where the site's style sheets say nothing
that would make it another one; in doubt the player stands before the text, which is in its column.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import escape

from audiopress.publish.pages.phrases import find_phrases
from audiopress.publish.sanitize import choose_title
from audiopress.site.start_tags import (
    find_element_end,
    find_element_start,
    find_tag_end,
    parse_with_places,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.model import Episode
    from audiopress.site.style_rules import Boxes

__all__ = ["PlayerPlace", "find_place", "insert_place", "remove_place"]

BEGIN: Final = b"<!-- audiopress: the player's place -->"
"""By which the place is found again; it may never change, for pages have it."""

END: Final = b"<!-- audiopress: the player's place ends -->"
"""Behind it the page is somebody else's again."""

_PLACE: Final = re.compile(re.escape(BEGIN) + rb"(?:(?!<!--).)*" + re.escape(END), re.DOTALL)
"""The whole of what was inserted."""

_TEXT: Final = 80
"""Letters of a paragraph that is text of an article (as in placing.js)."""

_LIKE: Final = 0.6
"""Share of the title's letters that a heading has to have to be it (as in placing.js)."""

_ASIDE: Final = frozenset(
    ("nav", "aside", "footer", "dialog", "template", "noscript", "audiopress-player")
)
"""Boxes in which no headline of the article stands."""

_PHRASE: Final = frozenset(
    ("a", "button", "label", "summary", "span", "p", "hgroup", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""What nothing but words may stand in."""

_LOGO: Final = re.compile(r"logo|site-title|brand", re.IGNORECASE)
"""Names of classes and ids of a heading that names the site."""

_GROWN: Final = re.compile(
    rb"""\bid=["']?(?:__next|___gatsby|__nuxt|__docusaurus|__sveltekit)\b|\bdata-reactroot\b"""
    rb"""|\bdata-server-rendered\b""",
    re.IGNORECASE,
)
"""Signs of a page that its script takes over: it compares the page with what it would have written
itself, and throws away what differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerPlace:
    """The byte before which the player comes; else ``reason`` says why there is no place."""

    at: int = -1
    reason: str = ""


def insert_place(body: bytes, place: PlayerPlace, episode: Episode, edition: str) -> bytes:
    """Return the page with the player's element in its place, in ASCII.

    In it are the browser's own controls, for those who have no script. ``edition`` is the way from
    the page to the edition.
    """
    if place.at < 0:
        return body
    label = f"{find_phrases(episode.language).listen}: {choose_title(episode)}"
    sound = f'src="{escape(edition + episode.enclosure.path)}" aria-label="{escape(label)}"'
    audio = f'<audio controls preload="none" {sound}></audio>'
    player = f"<audiopress-player>{audio}</audiopress-player>".encode("ascii", "xmlcharrefreplace")
    return b"".join((body[: place.at], BEGIN, player, END, body[place.at :]))


def remove_place(body: bytes) -> bytes:
    """Return a marked page as it was before `insert_place`, byte for byte."""
    # Where there are two, one is quoted by the page, and which of them is not known.
    return _PLACE.sub(b"", body) if body.count(BEGIN) == 1 else body


def find_place(
    body: bytes, title: str, selector: str, find_boxes: Callable[[Any], Boxes]
) -> PlayerPlace:
    """Return where the player of the article ``title`` comes in its page.

    ``selector`` is what it follows, where the site says so; ``find_boxes`` gives the boxes of a
    tree.
    """
    if BEGIN in body or END in body:
        return PlayerPlace(reason="it quotes what marks the place")
    if _GROWN.search(body):
        return PlayerPlace(reason="its script writes the page anew")
    tree = parse_with_places(body)
    if tree is None:
        return PlayerPlace(reason="it cannot be read")
    at = _find_chosen(body, tree, selector) if selector else _find_below(
        body, tree, title, find_boxes(tree)
    )  # fmt: skip
    if at >= 0:
        return PlayerPlace(at=at)
    return PlayerPlace(reason=f"nothing is {selector!r}" if selector else "it has no headline")


def _find_chosen(body: bytes, tree: Any, selector: str) -> int:
    found = tree.cssselect(selector)
    return find_element_end(body, found[0]) if found else -1


def _find_below(body: bytes, tree: Any, title: str, boxes: Boxes) -> int:
    """Return the place below the headline, -1 where there is none."""
    headline = _find_headline(tree, title, boxes)
    if headline is None:
        first = next(tree.iter("article", "main"), None)
        return -1 if first is None else find_tag_end(body, first)
    text = _find_text(headline)
    for place in _list_places(headline, text):
        if text is None or _is_in_column(place, headline, text, boxes):
            at = find_element_end(body, place)
            if at >= 0:
                return at
    return -1 if text is None else find_element_start(text)


def _find_headline(tree: Any, title: str, boxes: Boxes) -> Any:
    """Return the heading that says the title, else the first that names no site."""
    wanted = _spell(title)
    found = tree.xpath("//h1|//h2|//h3|//*[contains(@itemprop,'headline')]")
    headings = [one for one in found if not _is_aside(one) and find_element_start(one) >= 0]
    seen = [one for one in headings if not _is_hidden(one, boxes)]
    said = [(one, _spell(one.text_content())) for one in seen]
    plain = [one for one in seen if one.tag == "h1" and not _is_logo(one)]
    choices = (
        (one for one, letters in said if wanted and letters == wanted),
        (one for one, letters in said if wanted and _is_like(letters, wanted)),
        (one for one in plain if any(up.tag == "article" for up in one.iterancestors())),
        (one for one in plain if any(up.tag == "main" for up in one.iterancestors())),
        iter(plain),
        (one for one in headings if one.tag == "h1"),
    )
    return next((one for choice in choices for one in choice), None)


def _spell(text: str) -> str:
    """Return the letters and digits of a text alone, small."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text).lower() if sign.isalnum())


def _is_like(letters: str, wanted: str) -> bool:
    return len(letters) > len(wanted) * _LIKE and (wanted in letters or letters in wanted)


def _is_aside(element: Any) -> bool:
    return any(
        one.tag in _ASIDE or one.get("hidden") is not None or one.get("aria-hidden") == "true"
        for one in (element, *element.iterancestors())
    )


def _is_hidden(element: Any, boxes: Boxes) -> bool:
    return any(
        "hidden" in boxes.list_faults(one)
        for one in (element, *element.iterancestors())
        if one.tag not in ("body", "html")
    )


def _is_logo(heading: Any) -> bool:
    """Whether a heading names the site: by its name, or as the banner of the page."""
    banner = any(up.get("role") == "banner" for up in heading.iterancestors())
    name = f"{heading.get('class') or ''} {heading.get('id') or ''}"
    return banner or bool(_LOGO.search(name))


def _find_text(headline: Any) -> Any:
    """Return the first paragraph behind the headline that is text of an article."""
    for one in headline.xpath("following::p"):
        if len(one.text_content()) >= _TEXT and find_element_start(one) >= 0 and not _is_aside(one):
            return one
    return None


def _list_places(headline: Any, text: Any) -> Iterator[Any]:
    """Yield what the player can stand behind: the headline, and what it stands in."""
    around = set() if text is None else set(text.iterancestors())
    for one in (headline, *headline.iterancestors()):
        if one.tag in ("body", "html") or one in around:
            return
        in_words = any(up.tag in _PHRASE for up in one.iterancestors())
        if not in_words and one.tag not in ("article", "main"):
            yield one


def _is_in_column(place: Any, headline: Any, text: Any, boxes: Boxes) -> bool:
    """Whether what follows ``place`` stands in the column of the text, as far as is known."""
    if not boxes.known:
        return False
    around = set(text.iterancestors())
    common = next((one for one in place.iterancestors() if one in around), None)
    if common is None:  # text behind </html> may stand in nothing
        return False
    above = [one for one in place.iterancestors() if one not in around]
    beside = [one for one in text.iterancestors() if common in one.iterancestors()]
    within = [one for one in (headline, *headline.iterancestors()) if one not in around]
    if any(boxes.list_faults(one) & {"laid", "out"} for one in (*above, *beside)):
        return False
    if "laid" in boxes.list_faults(common) or any(
        "out" in boxes.list_faults(one) for one in within
    ):
        return False
    return boxes.list_widths(above) == boxes.list_widths(beside)
