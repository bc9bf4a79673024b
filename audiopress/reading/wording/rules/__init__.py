"""The rules of boilerplate by wording, and the order in which they are asked.

To add a rule:

1. Open the file of its kind: "Read more:" and its kin are in `read_more`, and so on.
2. Where a rule has the same shape already, add your words to its alternatives, and your lines to
   ``tests/unit/reading/wording/test_boilerplate_lines.py``. Else write a `Wording` at the file's
   end, with a line that it catches and a line that it lets pass. No rule names a site or quotes a
   page: invent the examples.
3. Run ``.venv/bin/python -m pytest tests/unit/reading/wording``: it tries all of them.

Only where an earlier rule takes its lines for another reason must it be named in `ORDER` too. A
reason that is new is explained in `audiopress.reading.reasons`; a new file is named in `KINDS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.reading.wording.rules import (
    accounts,
    adverts,
    agency_credits,
    calls,
    legal,
    navigation,
    newsletters,
    other_languages,
    picture_credits,
    player,
    pointers,
    publication,
    read_more,
    read_more_sentences,
    references,
    sales_calls,
    social,
)

if TYPE_CHECKING:
    from audiopress.reading.wording.wording import Wording

__all__ = ["ORDER", "RULES"]

KINDS = (
    accounts,
    adverts,
    agency_credits,
    calls,
    legal,
    navigation,
    newsletters,
    other_languages,
    picture_credits,
    player,
    pointers,
    publication,
    read_more,
    read_more_sentences,
    references,
    sales_calls,
    social,
)
"""The files of rules; their order counts only for rules that `ORDER` leaves out."""

ORDER = (
    "a programme and its hours",
    "what is on air",
    "play this article",
    "a button that reads aloud",
    "a player that loads",
    "a player that plays or cannot",
    "a button that plays",
    "who reads this article",
    "a browser that cannot play",
    "a label and a title",
    "a label and a title, in other languages",
    "a label and what to read",
    "a label over other stories",
    "a label with its mark",
    "sign up for a newsletter",
    "a newsletter that comes",
    "delivered to your inbox",
    "a field for an address",
    "follow us on a network",
    "a button to share or comment",
    "cookies and consent",
    "terms in a short line",
    "terms that are linked",
    "ad blockers, scripts, notifications",
    "a label of an advert",
    "copyright at the start",
    "rights reserved",
    "a paywall",
    "a button of a paywall",
    "a link about the page",
    "a button of a menu",
    "a call to write or to tell",
    "click here, closed comments",
    "how long it takes to read, in other languages",
    "the most read",
    "read it later",
    "an advert with a dash",
    "a mark with a name and a year",
    "a tip for the desk",
    "you may also like",
    "related things",
    "a table of contents",
    "donate to the newsroom",
    "follow somebody on a network",
    "ready to start",
    "get the app",
    "how long it takes to read",
    "published on",
    "so long ago",
    "a label and who made it",
    "by way of an agency",
    "reporting by",
    "with agencies",
    "only an agency",
    "first published elsewhere",
    "a counter of a gallery",
    "a numbered note with a year",
    "how to cite",
    "topics and tags",
    "a form to sign in",
    "a commission is earned",
    "report an error",
    "join or support us",
    "a picture of the page",
    "a picture and its address",
    "courtesy of",
    "size of a work",
    "part of a series",
    "on every platform",
    "stars and marks",
    "a credit behind a caption",
    "reviewed by",
    "a transcript may err",
    "this may interest you",
    "related stories",
    "hop over to our page",
    "a button with an arrow",
    "do it today",
    "take our quiz",
    "click to",
    "sign in to save",
    "support journalism",
    "why you can trust us",
    "what a publisher is committed to",
    "a note that leads back",
    "only a price",
    "reprinted from",
    "published, without a day",
    "check our other articles",
    "also check",
    "looking for something",
    "book a demo",
    "a code and its terms",
    "fill in the form",
    "share your photos",
    "what the picture above shows",
    "links that can be clicked",
    "a list you can download",
    "a film and its title",
    "what a mark means",
    "trade marks of others",
    "use a code",
    "a deal and its price",
    "buy it here",
    "prices may change",
    "a live blog",
    "scroll down for",
    "an address to write to",
    "leave a comment",
    "check out our guides",
    "a question for us",
    "a form or a button below",
    "if you would like more",
    "if you are looking for",
    "a call in Portuguese or Spanish",
    "a call in French, German, Dutch or Italian",
    "for further details",
    "a look at our guide",
    "you may like our other pieces",
)
"""Names of rules, the first to be asked first: a line gets the reason of the first that matches.

"In this article" is a label over other stories before it is a topic; "Check out our other articles"
leads to them before it is a call. The order grew with the pages that were read, and another
one gives some lines another reason. Rules that are not named here are asked last.
"""


def arrange_rules() -> tuple[Wording, ...]:
    """Return all rules: those of `ORDER`, then the others, file by file."""
    named = {rule.name: rule for kind in KINDS for rule in kind.WORDINGS}
    others = [rule for name, rule in named.items() if name not in ORDER]
    # a name in `ORDER` that no rule has is a KeyError at the first import
    return (*(named[name] for name in ORDER), *others)


RULES = arrange_rules()
"""What `audiopress.reading.wording.boilerplate` asks, in this order."""
