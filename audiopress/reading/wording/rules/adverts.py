"""Adverts, commissions and prices: "Article continues below advertisement"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a label of an advert",
        reason="advert",
        source=any_of(
            "^"
            + any_of(
                "advert(?:isement|ising|isment)?s?",
                "ads?|ad feedback|report this ad|remove ads?",
                r"skip (?:ad|advert\w*)",
                r"(?:sponsored|promoted)(?: (?:content|stories|post|links?|by\b.{0,40}))?",
                r"paid (?:content|post|for by\b.{0,40})",
                r"(?:story|article|content|post) continues(?: below)?(?: (?:the )?advert\w*)?",
                r"(?:article|story|scroll down|continue|content|post)"
                r"(?: (?:continues?|to continue|reading)? ?(?:below|after) "
                r"(?:the )?(?:ad\b|advert\w*|sponsor\w*|promo\w*).{0,30})",
                "this (?:ad|advertisement).{0,60}",
            )
            + "[.:]?$",
            r"^advert(?:isement|orial)?s?\s*[–—:-]",
        ),
        # a label, perhaps with what it is for
        words=16,
        catches="Article continues below advertisement",
        passes="Ads and the city",
    ),
    Wording(
        name="a commission is earned",
        reason="affiliate",
        source=any_of(
            r"\b(?:we may (?:earn|receive|get|make)|earns? from qualifying purchases|"
            r"affiliate (?:links?|commission|partner)|(?:earns?|receives?|makes?|gets?) (?:a |an )?"
            r"(?:small |referral )?(?:affiliate )?commissions?|"
            r"(?:buy|purchase) (?:something )?(?:using|through|via|from) (?:the |our )?links?)\b",
            r"\b(?:titles?|names?|images?|links?|pictures?|photos?|headings?)\b.{0,30}"
            r"\b(?:is|are) clickable\b",
            r"\bprices? (?:and availability )?(?:fluctuate|(?:may|can) (?:change|vary)|"
            r"(?:is|are|were) (?:accurate|correct|subject to change))\b"
            r".{0,160}\b(?:links?|publication|publishing|discretion|sell)",
            r"\bthis article contains (?:affiliate )?links\b",
        ),
        # a note of three or four sentences
        words=100,
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
        name="a deal and its price",
        reason="deal",
        source=any_of(
            r"^\W*(?:deal(?: alert)?|discount(?:ed)?|(?:on )?sale|new customer (?:discount|offer)|"
            r"special offer|limited[- ]time offer|now \d+ ?% off)\b\s*[:!]?"
            r".{0,120}(?:%|percent|[$£€]\s?\d|\boff\b)",
            r"^\W*(?:use|enter|apply) (?:the )?(?:(?:promo(?:tional)?|coupon|discount|voucher) )?"
            r"code\b",
            r"\buse (?:the )?(?:promo |discount |coupon )?code (?-i:[A-Z0-9]{3,})\b",
            r"\bterms (?:and conditions )?apply\.?$",
        ),
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
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
