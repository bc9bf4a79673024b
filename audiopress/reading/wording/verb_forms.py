"""Common verbs of news, for `audiopress.reading.wording.finite_verbs`.

No dictionary: those that carried a sentence on the pages that were read. A verb that is missing
costs the sentences that have no other sign, no more; add it to the list of its kind.
"""

from __future__ import annotations

__all__ = ["FINITE", "PLURAL"]

_AUXILIARIES = """
    am are is was were has have had do does did can cannot could may might must shall should
    will would isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't
    couldn't won't wouldn't mustn't shouldn't
"""
"""Forms that are finite wherever they stand."""

_VERBS = """
    add admit agree allow appear argue ask back become begin believe belong blame bring build
    buy carry claim close come consist contain continue cost deny depend differ draw drive
    earn employ enjoy enter expect face fail fall fear feel fill find follow get give go grow
    help hide hold hope include insist join keep know lack last lead learn leave lie like live
    look lose love make matter mean meet move need offer open owe own pay plan play power
    prefer prove put raise reach receive refuse rely remain require return rise run save see
    seek seem sell send serve set show sit speak spend stand start stay stop suffer suggest
    support take talk teach tell tend think threaten try turn use vary wait walk want warn win
    work worry
"""
"""Verbs that are asked for in the third person ("rises") and behind a plural ("prices rise")."""

_THIRD_PERSON = """
    calls ceases covers creates decides delays demands describes develops disappears doubles
    ends exists explains flies forces happens hears hits ignores intends invites kills lets
    measures occurs represents rules sounds spreads tops unites vows wears
"""
"""Third persons of verbs whose plural is another word too ("the police force"), or rare."""

_PLURAL = "book count cross die download eat form obey point register say sign subscribe"
"""Plurals of verbs whose third person is a noun too ("books"), or rare."""

_PAST = """
    became began broke brought built bought chose came cost drew drove ate fell felt fought
    fled flew forgot froze got gave went grew heard hid held kept knew laid led left lost made
    meant met paid put rose ran said saw sold sent shook shot showed sank sat slept spoke
    spent stood stole swam took taught told threw woke wore wept won
"""
"""Pasts that are irregular; `finite_verbs` knows regular ones by their ending."""


def _make_third_person(verb: str) -> str:
    """Return "reaches", "carries", "plays"."""
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'x', 'z', 'ch', 'sh', 'o')) else 's'}"


FINITE = frozenset(
    (
        *f"{_AUXILIARIES} {_THIRD_PERSON} {_PAST}".split(),
        *map(_make_third_person, _VERBS.split()),
    )
)
"""Forms that are finite by themselves: auxiliaries, "rises", "rose"."""

PLURAL = tuple(sorted(f"{_VERBS} {_PLURAL}".split()))
"""Forms that are finite behind a plural only ("prices rise"), else an infinitive or a command."""
