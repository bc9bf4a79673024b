"""The headline of a page: as its h1 shows it, or as its metadata tell it, by a vote of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.declared.json_ld import read_text, unescape_text
from audiopress.reading.metadata.declared.meta_tags import choose_first
from audiopress.reading.metadata.declared.site_names import (
    cut_known_names,
    find_site_part,
    list_site_names,
)
from audiopress.reading.metadata.shown_heads import is_linked, is_logo, join_lines, list_heads
from audiopress.reading.metadata.shown_words import list_long_words
from audiopress.reading.metadata.title_parts import leave_section, part_title
from audiopress.reading.unused import describe_unused
from audiopress.text.comparison import has_words, make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.reading.metadata.declared.meta_tags import MetaTags
    from audiopress.reading.metadata.shown_words import ShownWords

__all__ = ["PageTitle", "find_title"]

_SIMILAR = 0.25
"""Share of two titles' words that both have, above which the one means the other."""

_SOME_WORDS = 3
"""Words of a title, less one, that are more than the name of a site."""

_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
"""How a title ends that was too long for whoever shows it."""

_GIVEN = re.compile(
    r"(?:untitled|unbenannt\w*|sans titre|sin título|senza titolo|document|dokument|new page)"
    r"[ -]?(?:document|dokument|page|file)?[ -]?\d{0,3}|microsoft word - .*|.*\.(?:docx?|odt|indd)",
    re.IGNORECASE,
)
"""What programs write as the ``<title>`` where nobody wrote one: InDesign, Word, editors."""


@dataclass(frozen=True, slots=True)
class PageTitle:
    """The headline, the h1 that shows it (which may say more), and what could not be used."""

    title: str
    heading: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _NamedHeadline:
    """A headline that a page names outside of its text."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class _PageName:
    """A ``<title>``, its headline, that if it had no known names, the letters of its site."""

    whole: str
    headline: str
    parted: str
    site: str
    told: bool = True


def find_title(
    tree: Any, data: dict[str, Any], meta: MetaTags, shown_words: ShownWords
) -> PageTitle:
    """Return the headline and the h1 that shows it; the h1 that the metadata mean, else theirs.

    ``data`` is the article's JSON-LD. JSON-LD and meta tags are often worded for search engines;
    the h1 is what readers see. Measured on pages with a known title: h1 right on .87, JSON-LD on
    .73, og:title on .78.
    """
    # the account on Twitter has the letters of the name ("@harbourradio")
    account = make_comparable(choose_first(meta, ("twitter:site",)))
    sites = list_site_names(data, meta) | {account, _find_site(tree, data, meta)} - {""}
    page = _part_page_title(tree, sites, shown_words, _list_named(data, meta))
    named = _list_voices(page, data, meta, sites)
    heads = list_heads(tree, shown_words, page.site if page.told else "")
    wordless = [voice for voice in named if not _says_something(voice)]
    wordless += [_NamedHeadline("h1", text) for _h1, text in heads if not has_words(text)]
    voices = [voice.text for voice in named if _says_something(voice)]
    heads = [(h1, text) for h1, text in heads if has_words(text)]
    # a site's name is the headline only where there is nothing else
    voices = [text for text in voices if make_comparable(text) not in sites] or voices
    heads = [(h1, text) for h1, text in heads if not is_logo(h1, text, sites)]
    # a card's headline is a link; that of the page itself only where there is no other
    heads = [
        pair for pair in heads if not is_linked(*pair) and _compare_any(voices, pair[1])
    ] or heads
    title, heading = _choose(voices, [text for _h1, text in heads])
    h1 = next((h1 for h1, text in heads if text == title == heading), None)
    if h1 is not None:
        title = _leave_kicker(h1, title, voices)
    whole = _complete(title, [*(text for _h1, text in heads), *voices])
    unsure = () if page.told or heading or title != page.headline else (_note_unsure(page),)
    return PageTitle(whole, heading, (*_note(wordless), *unsure))


def _says_something(voice: _NamedHeadline) -> bool:
    """Whether a headline has a word, and is none that a program gave the page."""
    given = voice.place == "<title>" and _GIVEN.fullmatch(voice.text)
    return has_words(voice.text) and not given


def _find_site(tree: Any, data: dict[str, Any], meta: MetaTags) -> str:
    """Return the letters of the site's name that ``<title>`` has beside a heading of the page."""
    said = [heading.text_content() for heading in tree.iter("h2", "h3")]
    headlines = _list_named(data, meta) | frozenset(map(make_comparable, said)) - {""}
    return find_site_part(unescape_text(tree.findtext(".//title") or ""), headlines)


def _list_named(data: dict[str, Any], meta: MetaTags) -> frozenset[str]:
    """Return the letters of the headlines that a page names outside of ``<title>``."""
    said = [read_text(data.get(name)) for name in ("headline", "name")]
    said.append(choose_first(meta, ("og:title", "twitter:title")))
    return frozenset(map(make_comparable, said)) - {""}


def _part_page_title(
    tree: Any, sites: frozenset[str], shown: ShownWords, headlines: frozenset[str]
) -> _PageName:
    """Return the ``<title>`` whole and in its parts, without the names that the page tells."""
    page = unescape_text(tree.findtext(".//title") or "")
    # whole, so that it is known: "Microsoft Word - a.doc"
    if _GIVEN.fullmatch(page):
        return _PageName(page, page, page, "")
    whole = part_title(page, shown, headlines)
    rest = cut_known_names(page, sites)
    if rest == page:
        return _PageName(page, whole.headline, whole.headline, whole.site, told=whole.told)
    return _PageName(page, leave_section(rest, shown), whole.headline, whole.site)


def _list_voices(
    page: _PageName, data: dict[str, Any], meta: MetaTags, sites: frozenset[str]
) -> list[_NamedHeadline]:
    """Return the headlines that a page names, without the names of its site: the surest first."""
    social = unescape_text(choose_first(meta, ("og:title", "twitter:title")))
    found = [
        _NamedHeadline("headline", read_text(data.get("headline"))),
        # where both are the same, the site stands in both
        _NamedHeadline("og:title", page.parted if social == page.whole else social),
        _NamedHeadline("name", read_text(data.get("name"))),
        _NamedHeadline("<title>", page.headline),
    ]
    sites |= {page.site} - {""}
    return [
        _NamedHeadline(voice.place, cut_known_names(voice.text, sites))
        for voice in found
        if voice.text
    ]


def _choose(voices: list[str], heads: list[str]) -> tuple[str, str]:
    """Return the headline, and the h1 that shows it."""
    declared = _choose_declared(voices)
    # by all of them, since one of them is often worded for search engines
    shown = _find_nearest(voices, heads)
    similarity = _compare_any(voices, shown)
    # both of several words and none in common: they do not mean the same
    if declared.count(" ") >= _SOME_WORDS and not similarity:
        shown, similarity = "", 0.0  # a masthead, or the heading of a box
    # a lone h1 is taken though it shares few words; of several, one must be meant
    if shown and (not declared or len(heads) == 1 or similarity > _SIMILAR):
        return shown, shown
    return declared or shown, shown


def _choose_declared(voices: list[str]) -> str:
    """Return the first of the named headlines, unless two others agree on quite another one."""
    if not voices:
        return ""
    first, *others = voices
    # a description ("lighthouse in the northern isles") is the headline of some encyclopedias
    against = [make_comparable(text) for text in others if not _compare_words(first, text)]
    agreed = (text for text in others if against.count(make_comparable(text)) > 1)
    return next(agreed, first)


def _find_nearest(voices: list[str], heads: list[str]) -> str:
    """Return the h1 with the most words in common; the only one where none has any."""
    common = [_compare_any(voices, head) for head in heads]
    # of several h1 none of which is meant, each may be the site's name
    if not heads or (max(common) == 0 and len(heads) > 1):
        return ""
    return heads[common.index(max(common))]


def _compare_any(voices: list[str], head: str) -> float:
    """Return how much an h1 has in common with the one of the named headlines that is nearest."""
    return max((_compare_words(text, head) for text in voices), default=0.0)


def _compare_words(one: str, other: str) -> float:
    """Return the share of the words of two texts that both have (their Jaccard index)."""
    words = [set(re.findall(r"\w+", text.casefold())) for text in (one, other)]
    # a headline may be of short words alone
    long = [list_long_words(text) for text in (one, other)]
    words = long if all(long) else words
    return len(words[0] & words[1]) / max(1, len(words[0] | words[1]))


def _leave_kicker(h1: Any, head: str, voices: list[str]) -> str:
    """Return the headline of an h1 without the line above or below it that a page put in it.

    What is the headline is told by the metadata: they name what one element of the h1 says, or
    what is left without it. An h1 in capitals is written as they write it.
    """
    named = {make_comparable(text): text for text in reversed(voices)}
    same = named.get(make_comparable(head), "")
    if same:
        return same if head.isupper() and not same.isupper() else head
    for inner in h1.iterdescendants():
        text = tidy(join_lines(inner)) if isinstance(inner.tag, str) else ""
        rest = head.removeprefix(text) if head.startswith(text) else head.removesuffix(text)
        for part in (text, rest):
            if 2 * len(part) > len(head) > len(part) and make_comparable(part) in named:
                return named[make_comparable(part)] if part.isupper() else part.strip()
    return head


def _complete(title: str, candidates: list[str]) -> str:
    """Return the whole of a title that ends in "…", where the page has it elsewhere."""
    if not _CUT_OFF.search(title):
        return title
    begun = make_comparable(_CUT_OFF.sub("", title))
    whole = (text for text in candidates if not _CUT_OFF.search(text))
    return next((text for text in whole if make_comparable(text).startswith(begun)), title)


def _note(wordless: list[_NamedHeadline]) -> tuple[str, ...]:
    """Return a note for every headline that says nothing, with the place where it stands first."""
    places = {voice.text: voice.place for voice in reversed(wordless)}
    signs = "has no word in it, and is not used"
    given = "is what programs write where nobody named the page, and is not used"
    return tuple(
        describe_unused("headline", text, at, given if has_words(text) else signs)
        for text, at in places.items()
    )


def _note_unsure(page: _PageName) -> str:
    """Return a note on a headline of which nothing tells whether it is the site's name."""
    why = f'is taken for the headline of "{page.whole}": nothing on the page tells which part is it'
    return describe_unused("part", page.headline, "<title>", why)
