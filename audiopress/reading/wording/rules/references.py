"""Below a text: footnotes, citations, ratings, legends, corrections, how a publisher works."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a numbered note with a year",
        reason="footnote",
        source=r"^\[\d{1,3}\]\s\S.*\b(?:19|20)\d\d\b",
        # a reference with its authors and its title
        words=90,
        catches="[2] Tides and Boats, Miller A. J Harbour Sci. 2015; 28: 685",
        passes="Note [2] of 1915 is lost",
    ),
    Wording(
        name="how to cite",
        reason="citation",
        source="^"
        + any_of(
            "citation:",
            "more information:",
            "journal (?:reference|information):",
            r"provided by\b",
            "doi:",
            "(?:story )?source:",
            "reference:",
            r"materials provided by\b",
            "explore further$",
            "this document is subject to copyright",
            r"\[[a-z]+ [a-z]+=",
            r"\[\d{1,3}\]\s+\S",
        ),
        # a reference with its authors and its title
        words=70,
        catches="More information: doi.example/123",
        passes="Reference books were sold by weight.",
    ),
    Wording(
        name="report an error",
        reason="correction-form",
        source="^"
        + any_of(
            "report (?:an |a )?(?:error|typo|correction|problem)",
            "suggest a correction",
            "(?:see|spot|notice) (?:an? )?(?:error|typo|mistake|something wrong)",
            "was this (?:article|page|story|content) (?:helpful|useful)",
            "rate this (?:article|page)",
            "thank you for (?:your feedback|reading|subscribing)",
            "did you (?:like|enjoy|find) (?:this|the)",
            "if you (?:liked|enjoyed|like|enjoy) (?:this|our|what you)",
        )
        + r"\b",
        catches="Report an error",
        passes="Report of an error",
    ),
    Wording(
        name="stars and marks",
        reason="rating",
        source=any_of(
            r"^\d{1,3}(?:[.,]\d{1,2})?\s*/\s*\d{1,3}$",
            "^[★☆⭐ ]{3,}$",
            r"^\d(?:\.\d)? (?:out of \d{1,2}|stars?)$",
        ),
        # a figure or a row of stars
        words=4,
        catches="4.5/5",
        passes="4.5 stars in the sky",
    ),
    Wording(
        name="why you can trust us",
        reason="boilerplate",
        source=any_of(
            "^why (?:you (?:can|should) )?trust "
            + any_of(
                "us",
                "our (?:content|reviews?|advice|team|experts?|site|guides?|picks)",
                "this (?:site|guide|review|article|advice)",
            )
            + r"\W*$",
            r"\ball (?:of )?our (?:content|articles|guides|reviews) (?:is|are) (?:\w+ )?"
            + any_of(
                "written",
                "reviewed",
                "fact",
                "checked",
                "created",
                "researched",
            )
            + r"\b",
        ),
        # a label, or a note on how a publisher works
        words=80,
        catches="Why you can trust our reviews",
        passes="Why you can trust a rope",
    ),
    Wording(
        name="what a publisher is committed to",
        reason="boilerplate",
        source=any_of(
            r"\b(?:is|are) committed to "
            + any_of(
                "delivering",
                "providing",
                "producing",
                "bringing",
                "publishing",
            )
            + r"\b.{0,100}\b(?:content|journalism|reviews|information)\b",
            r"\bour (?:editorial|review) "
            + any_of(
                "process",
                "guidelines",
                "policy",
                "standards",
                "independence",
            )
            + r"\b",
        ),
        # a note on how a publisher works
        words=80,
        catches="We are committed to providing accurate content",
        passes="The two are committed to each other for life.",
    ),
    Wording(
        name="a note that leads back",
        reason="footnote",
        source=r"[↩↑⮐]\W*$|^\W?\^ \S|^\[\^[\w-]{1,30}\]: ",
        # a note may be a paragraph: its mark is enough
        words=400,
        catches="The harbour was dug by hand. ↩",
        passes="The harbour was dug by hand.",
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
