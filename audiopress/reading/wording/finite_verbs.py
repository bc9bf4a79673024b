"""Whether a sentence has a finite verb: what a line on a page seldom has.

No grammar is worked out. The forms here are of common verbs of news; some are nouns too ("plans"),
which gives a line the benefit of the doubt, and what is missing costs a sentence that, no more.
"""

from __future__ import annotations

import re

__all__ = ["has_finite_verb"]

_BE = (
    "am are is was were has have had do does did can cannot could may might must shall should will "
    "would isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't "
    "won't wouldn't mustn't shouldn't"
)
_THIRD = (
    "adds admits agrees allows appears argues asks backs becomes begins believes belongs "
    "blames brings builds buys calls carries ceases claims closes comes consists contains "
    "continues costs covers creates decides delays demands denies depends describes develops "
    "differs disappears doubles draws drives earns employs ends enjoys enters exists expects "
    "explains faces fails falls fears feels fills finds flies follows forces gets gives goes "
    "grows happens hears helps hides hits holds hopes ignores includes insists intends "
    "invites joins keeps kills knows lacks lasts leads learns leaves lets lies likes lives "
    "looks loses loves makes matters means measures meets moves needs occurs offers opens "
    "owes owns pays plans plays powers prefers proves puts raises reaches receives refuses "
    "relies remains represents requires returns rises rules runs saves sees seeks seems sells "
    "sends serves sets shows sits sounds speaks spends spreads stands starts stays stops "
    "suffers suggests supports takes talks teaches tells tends thinks threatens tops tries "
    "turns unites uses varies vows waits walks wants warns wears wins works worries "
)
_PAST = (
    "ate became began bought broke brought built came chose cost drew drove fell felt fled flew "
    "forgot fought froze gave got grew heard held hid kept knew laid led left lost made meant met "
    "paid put ran rose said sank sat saw sent shook shot showed slept sold spent spoke stole stood "
    "swam taught threw told took wept went woke won wore"
)
_FINITE = frozenset(f"{_BE} {_THIRD} {_PAST}".split())
_BASE = (
    r"(?:add|admit|agree|allow|appear|argue|ask|back|become|begin|believe|belong|blame|book|bring|build|"
    r"buy|carry|claim|close|come|consist|contain|continue|cost|count|cross|deny|depend|die|differ|download|"
    r"draw|drive|earn|eat|employ|enjoy|enter|expect|face|fail|fall|fear|feel|fill|find|follow|form|get|give|go|"
    r"grow|help|hide|hold|hope|include|insist|join|keep|know|lack|last|lead|learn|leave|lie|like|live|look|"
    r"lose|love|make|matter|mean|meet|move|need|obey|offer|open|owe|own|pay|plan|play|point|power|prefer|"
    r"prove|put|raise|reach|receive|refuse|register|rely|remain|require|return|rise|run|save|say|see|seek|"
    r"seem|sell|send|serve|set|show|sign|sit|speak|spend|stand|start|stay|stop|subscribe|suffer|suggest|"
    r"support|take|talk|teach|tell|tend|think|threaten|try|turn|use|vary|wait|walk|want|warn|win|work|worry)"
)
_MANY = re.compile(
    rf"^(?:[\w'-]+\s){{0,3}}(?:\w+[^\Ws]s|men|women|people|children|police)\s"
    rf"(?:now\s|also\s|often\s|still\s|\w+ly\s)?{_BASE}\b"
)
_DONE = re.compile(
    r"^\S+\s(?:\S+\s)*?[a-z]{2,}ed (?:the|an?|its|his|her|their|"
    r"all|both|one|two|many|most|nearly|no)\s"
)
"""A regular past with its object: "saved the bank"; "edited by" has none."""
_ONE = re.compile(
    r"^(?:[^.!?\N{HORIZONTAL ELLIPSIS}:]|[.:](?=[\w/])|(?:(?<=\b[A-Z])|(?<=\b[A-Z][a-z]))\."
    r"(?![\w/]))+[.!?\N{HORIZONTAL ELLIPSIS}][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*$"
)
"""One sentence: initials and figures have points in them, a colon ends one."""


def has_finite_verb(text: str) -> bool:
    """Whether ``text`` is one closed sentence with a finite verb behind its first word.

    What stands before the verb is not looked at: "Photos, plays and shows." passes too.
    """
    text = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if not _ONE.match(text):
        return False
    words = re.findall(r"[\w'-]+", text)
    if any(word in _FINITE for word in words[1:]):
        return True
    return bool(_MANY.match(text) or _DONE.match(text))
