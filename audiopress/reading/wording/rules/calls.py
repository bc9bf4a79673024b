"""Calls on the reader to write, to tell or to comment: "Tell us what you think!".

Calls to buy, to book and to fill in a form are in `sales_calls`.
"""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["WORDINGS"]

_OWN_THINGS = any_word("""
    articles? posts? guides? stor(?:y|ies) infographics? videos? podcasts? episodes? faqs? blogs?
    newsletters? shop store website channel lists? round-?ups? recipes? reviews?
""")
"""What a page has besides its story."""

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a call to write or to tell",
        reason="call",
        source=any_of(
            r"^have you been affected\b",
            # "Have you news of him?" asks anybody, "Do you have questions?" opens a story
            r"^(?:have you )?got an? (?:story|news tip|tip|question|confidential)\b",
            r"^do you have (?:an? (?:story|news|tip|question)|information|"
            r"any (?:information|questions|tips))\b",
            r"^have (?:an? )?(?:tip|information)\b",
            r"^do you have an? (?:issue|problem|concern|complaint)\b.{0,140}\b(?:we|us|our|help)\b",
            r"^(?:contact|e-?mail|message|get in touch with|reach|send) "
            r"(?:us|our|your|the (?:author|reporter|writer|editor)|me)\b",
            r"\bget in touch (?:at|by|via|through|on|with (?:us|our))\b.{0,40}\S+@\S+",
            r"^write to (?:us|the)\b|^to (?:contact|reach) (?:the|this|us)\b",
            r"^(?:tell us|let us know)\b|^what do you think(?:\?$| (?:about|of) (?:this|the)\b)",
            r"^\W*share your (?:thoughts|views|story|stories|opinion)\b",
            r"^\W*share your (?:experience|photos?)\W*$",
            r"^for more (?:stories|news|information|on)\b|^want more\b[^,.]{0,40}\?",
            r"^click here(?:\W*$| (?:to|for|if|and)\b)|^download (?:the|our)\b",
            r"\bclick here (?:for|to) "
            r"(?:more|subscribe|read|find|sign|see|get|join|download|view)\b",
            r"^get the (?:latest|app|best|day['’]s)\b",
            r"^stay (?:up[- ]to[- ]date|informed|connected|tuned)\b",
            r"\bdelivered (?:through|to) your (?:letterbox|door|home)\b",
            r"\b(?:moderat\w+|clos(?:e[ds]?|ing)|turn(?:ed)? off|allow(?:ed)?) "
            r"(?:all |the )?(?:comments?|commenting)\b",
            r"^(?:all )?comments (?:are|will be) (?:moderated|closed|subject|reviewed)\b",
            r"^scroll (?:down|up|on) (?:to|for)\b",
            r"(?:^|[,.!?] )(?:be sure to |please )?check out (?:our|my|these) (?:[\w-]+ ){0,2}"
            rf"{_OWN_THINGS}\b",
        ),
        # a call of two or three sentences
        words=40,
        catches="Have you been affected by the flood",
        passes="Have you ever seen a flood like this one?",
    ),
    Wording(
        name="leave a comment",
        reason="call",
        source=any_of(
            r"^(?:so,? )?what(?:['’]s| are| is) your "
            r"(?:thoughts|take|opinion|experiences?|favou?rites?)\b",
            r"\b(?:let|tell|share|drop|leave|post)\b.{0,60}\b"
            r"(?:in the (?:\w+ )?comments?|comments? (?:below|section))\b",
            r"\bfill (?:out|in) (?:the|our|this) (?:form|survey|questionnaire) "
            r"(?:below|above|here)\b",
            r"\bclick (?:the|on the) (?:button|link|banner|image)s? (?:below|above)\b",
            r"^is there something (?:you think )?we should know\b",
            r"\be-?mail the (?:writer|author|reporter)\b",
            r"^(?:leave|drop|post|share) (?:a|your) (?:comment|thoughts?|questions?|experience)\b",
        ),
        # a call of several sentences at the end, or over a form
        words=90,
        catches="Let us all know what you saw in the comments",
        passes="The comments of the judge were short.",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
