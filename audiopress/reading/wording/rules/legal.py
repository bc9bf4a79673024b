"""Cookies, terms and rights: "We use cookies", "Privacy Policy", "All rights reserved"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_TERMS = r"\b(?:privacy policy|terms (?:of (?:use|service)|and conditions|& conditions))\b"
"""What a site has its visitors agree to."""

_USED = any_word("published reproduced broadcast rewritten copied")
"""What may not be done with a text."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="cookies and consent",
        reason="banner",
        source=any_of(
            r"\b(?:we use cookies|accept (?:all )?cookies)\b",
            r"\bcookie (?:policy|settings|preferences)\b",
            r"\bby (?:continu|click|us|sign|subscrib|register|submitt|enter)ing\b"
            r".{0,80}(?:agree|accept|consent)\b",
            # a link in a footer; in a sentence terms are told of
            rf"^(?:\S+ ){{0,8}}?\W*{_TERMS}\S*(?: \S+){{0,3}}$",
            r"\bad ?block(?:er)?s?\b.{0,60}(?:disable|turn|detected|whitelist|pause)",
            r"\b(?:enable|turn on) javascript|"
            r"\bjavascript (?:is|must be) (?:disabled|enabled|required)",
            r"\b(?:allow|turn on) notifications",
        ),
        catches="We use cookies to improve this page",
        passes="The cookies were baked in the harbour.",
    ),
    Wording(
        name="terms that are linked",
        reason="banner",
        source=_TERMS,
        # the terms are a twentieth of the line: a link to them, and no story about them
        links=0.05,
        catches="All that you send us is kept as it says in our long Privacy Policy, and no longer",
        passes="The privacy of a policy was what they fought over in court.",
    ),
    Wording(
        name="copyright",
        reason="copyright",
        source=any_of(
            r"^(?:©|\(c\)|copyright)\s*"
            + any_of(
                r"©|\(c\)|copyright|(?:19|20)\d\d|[:|]",
                r"(?-i:[A-Z][\w.&' -]{1,40}\W*$)",
                r"(?-i:[A-Z]\S+ (?:19|20)\d\d)",
            ),
            "^copyright$",
            r"\ball rights reserved(?:\W*$|[.,;:|©])",
            rf"\bmay not be {_USED}(?:,? or|,) (?:otherwise |re)?"
            rf"(?:{_USED}|written|used|stored|sold|(?:re)?distributed|transmitted|displayed|cached)"
            r"\b",
            r"\b(?:copyright|©)\s*(?:©|\(c\))?\s*(?:19|20)\d\d\b|(?:©|\(c\))\s*(?:19|20)\d\d",
            "は[^。]{1,60}の(?:登録)?商標です",
            r"\b(?:is|are) (?:an? |the )?(?:registered )?(?:trade|service) ?marks?"
            r"(?: or registered trademarks?)? (?:of|owned by) "
            r"(?:the )?(?:respective|their|its|(?-i:[A-Z]))",
        ),
        catches="All rights reserved.",
        passes="Copyright law will change in May",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
