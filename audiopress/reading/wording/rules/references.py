"""Notes, citations, ratings, and what a publisher says of how it works."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a note that leads back",
        reason="footnote",
        source=r"[↩↑⮐]\W*$|^\W?\^ \S|^\[\^[\w-]{1,30}\]: |^\[\d{1,3}\]\s\S.*\b(?:19|20)\d\d\b",
        # a note may be a paragraph: its mark is enough
        words=400,
        catches="The harbour was dug by hand. ↩",
        passes="The harbour was dug by hand.",
    ),
    Wording(
        name="how to cite",
        reason="citation",
        source=r"^(?:(?:citation|more information|journal (?:reference|information)|doi|reference|"
        r"(?:story )?source):|(?:materials )?provided by\b|explore further$|"
        r"this document is subject to copyright|\[[a-z]+ [a-z]+=|\[\d{1,3}\]\s+\S)",
        # a reference with its authors and its title
        words=70,
        catches="More information: doi.example/123",
        passes="Reference books were sold by weight.",
    ),
    Wording(
        name="report an error",
        reason="correction-form",
        source=r"^(?:report (?:an |a )?(?:error|typo|correction|problem)|suggest a correction|"
        r"(?:see|spot|notice) (?:an? )?(?:error|typo|mistake|something wrong)|"
        r"was this (?:article|page|story|content) (?:helpful|useful)|rate this (?:article|page)|"
        r"thank you for (?:your feedback|reading|subscribing)|"
        r"did you (?:like|enjoy|find) (?:this|the)|"
        r"if you (?:liked?|enjoy(?:ed)?) (?:this|our|what you))\b",
        catches="Report an error",
        passes="Report of an error",
    ),
    Wording(
        name="stars and marks",
        reason="rating",
        source=r"^(?:\d{1,3}(?:[.,]\d{1,2})?\s*/\s*\d{1,3}|[★☆⭐ ]{3,}|"
        r"\d(?:\.\d)? (?:out of \d{1,2}|stars?))$",
        # a figure or a row of stars
        words=4,
        catches="4.5/5",
        passes="4.5 stars in the sky",
    ),
    Wording(
        name="why you can trust us",
        reason="boilerplate",
        source=any_of(
            r"^why (?:you (?:can|should) )?trust (?:us|(?:our|this) "
            r"(?:content|reviews?|advice|team|experts?|site|guides?|picks|article))\W*$",
            r"\ball (?:of )?our (?:content|articles|guides|reviews) (?:is|are) (?:\w+ )?"
            r"(?:written|reviewed|fact|checked|created|researched)\b",
            r"\b(?:is|are) committed to (?:deliver|provid|produc|bring|publish)ing\b"
            r".{0,100}\b(?:content|journalism|reviews|information)\b",
            r"\bour (?:editorial|review) (?:process|guidelines|policy|standards|independence)\b",
        ),
        # a label, or a note on how a publisher works
        words=80,
        catches="Why you can trust our reviews",
        passes="Why you can trust a rope",
    ),
    Wording(
        name="what a mark means",
        reason="legend",
        source=r"^[*†‡§#]+\s*[—–:=-]*\s*(?:indicates|denotes|marks|means|signifies)\b",
        # one line of a legend
        words=25,
        catches="* indicates a member of the club",
        passes="* and daggers",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
