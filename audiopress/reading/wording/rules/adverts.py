"""Adverts, affiliate links, deals and prices: "Advertisement", "We may earn a commission"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label of an advert",
        reason="advert",
        source="^"
        + any_of(
            "advert(?:isement|ising|isment)?s?",
            "ads?",
            "ad feedback",
            r"sponsored(?: (?:content|by\b.{0,40}|post|links?))?",
            r"promoted(?: (?:content|by\b.{0,40}|stories))?",
            r"paid (?:content|post|for by\b.{0,40})",
            r"(?:story|article|content|post) continues(?: below)?(?: (?:the )?advert\w*)?",
            any_of(
                "article",
                "story",
                "scroll down",
                "continue",
                "content",
                "post",
            )
            + (
                " (?:continues?|to continue|reading)? ?(?:below|after) "
                r"(?:the )?(?:ad\b|advert\w*|sponsor\w*|promo\w*).{0,30}"
            ),
            "this (?:ad|advertisement).{0,60}",
            "report this ad",
            r"skip (?:ad|advert\w*)",
            "remove ads?",
        )
        + "[.:]?$",
        # a label, perhaps with what it is for
        words=16,
        catches="Article continues below advertisement",
        passes="Ads and the city",
    ),
    Wording(
        name="an advert with a dash",
        reason="advert",
        source=r"^advert(?:isement|orial)?s?\s*[–—:-]",
        # a label and one line
        words=12,
        catches="Advertisement – Kettles for everyone",
        passes="Advertising pays",
    ),
    Wording(
        name="a commission is earned",
        reason="affiliate",
        source=r"\b"
        + any_of(
            "we may (?:earn|receive|get|make)",
            "(?:earns?|receives?|makes?|gets?) (?:a |an )?"
            "(?:small |referral )?(?:affiliate )?commissions?",
            "earns? from qualifying purchases",
            "affiliate (?:links?|commission|partner)",
            "(?:buy|purchase) (?:something )?(?:using|through|via|from) (?:the |our )?links?",
        )
        + r"\b",
        # a note of three or four sentences
        words=70,
        catches="We may earn a commission if you buy through links on this page.",
        passes="The commission was paid to a broker.",
    ),
    Wording(
        name="only a price",
        reason="price",
        source=r"^(?:from |now |was |only )?[$€£¥₹]\s?(?:undefined|[\d.,]+)"
        r"(?:\s*(?:[-–—/]\s*)?[$€£¥₹]\s?[\d.,]+)*(?: at .{1,30})?$",
        # a price, the old one and a shop
        words=7,
        catches="From $20",
        passes="From $20 to nothing in a year",
    ),
    Wording(
        name="links that can be clicked",
        reason="affiliate",
        source=r"\b"
        + any_of(
            "titles?",
            "names?",
            "images?",
            "links?",
            "pictures?",
            "photos?",
            "headings?",
        )
        + r"\b.{0,30}\b(?:is|are) clickable\b",
        # a note of two sentences
        words=45,
        catches="All titles below are clickable",
        passes="The links were made of iron",
    ),
    Wording(
        name="use a code",
        reason="deal",
        source=r"^\W*(?:use|enter|apply) (?:the )?"
        + any_of(
            "promo(?:tional)? ",
            "coupon ",
            "discount ",
            "voucher ",
        )
        + r"?code\b",
        # an offer of one or two sentences
        words=25,
        catches="Enter code SPRING at the checkout",
        passes="Enter the room by the left door",
    ),
    Wording(
        name="a deal and its price",
        reason="deal",
        source=r"^\W*"
        + any_of(
            "deal(?: alert)?",
            "discount(?:ed)?",
            "on sale",
            "sale",
            "new customer (?:discount|offer)",
            "special offer",
            "limited[- ]time offer",
            r"now \d+ ?% off",
        )
        + r"\b\s*[:!]?.{0,120}(?:%|percent|[$£€]\s?\d|\boff\b)",
        # an offer of two or three sentences
        words=40,
        catches="Discounted kettle: now 30 percent off in all colours",
        passes="The deal is worth 30 percent of the company",
    ),
    Wording(
        name="buy it here",
        reason="deal",
        source=r"^\W*(?:get|buy|order|shop|find|save|grab|check)\b.{0,60}\b"
        r"(?:it|now|here|at|on|from|price)\b.{0,40}(?:[$£€]\s?\d|\bprice\b|$)",
        # a button, two fifths of it linked: else it may be advice
        words=14,
        links=0.4,
        catches="Buy it here for $20",
        passes="Buy-to-let landlords sold 40 percent of their flats",
    ),
    Wording(
        name="prices may change",
        reason="affiliate",
        source=any_of(
            r"\bprices? (?:and availability )?"
            + any_of(
                "fluctuate",
                "(?:may|can) (?:change|vary)",
                "(?:is|are|were) (?:accurate|correct|subject to change)",
            )
            + r"\b.{0,160}\b"
            + any_of(
                "links?",
                "publication",
                "publishing",
                "discretion",
                "sell",
            ),
            r"\bthis article contains (?:affiliate )?links\b",
        ),
        # a note of three or four sentences
        words=100,
        catches="Prices may change after publication",
        passes="Prices may change when the harvest is in.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
