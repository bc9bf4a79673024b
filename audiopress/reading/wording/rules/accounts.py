"""Paywalls, accounts and donations: "Already a subscriber? Log in", "Support our work"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a paywall",
        reason="paywall",
        source=r"\b"
        + any_of(
            "subscribers? only",
            "already a (?:subscriber|member)",
            "(?:to|and) (?:continue|keep) reading",
            "(?:sign|log) in to (?:read|continue|comment|view|listen|access)",
            "subscribe "
            + any_of(
                "now",
                "today",
                "to (?:read|continue|access|unlock|keep|get|support|our|the)",
            ),
            "unlock (?:this|full|unlimited)",
            "free (?:articles?|trial)",
            "cancel any ?time",
            "this (?:content|article|story) is (?:only )?(?:available|reserved|exclusive|for)",
        )
        + r"\b",
        # a box of one or two sentences
        words=40,
        catches="Already a subscriber? Log in",
        passes="He was already a member of the crew.",
    ),
    Wording(
        name="a button of a paywall",
        reason="paywall",
        source="^"
        + any_of(
            "sign in",
            "log in",
            "subscribe",
            "register",
            "create (?:a free |an )?account",
            "subscribe now",
            "start (?:your )?(?:free )?trial",
            "become a (?:member|subscriber|patron|supporter)",
            "log out",
            "my account",
        )
        + "[.!]?$",
        # a button says no more
        words=10,
        catches="Become a member",
        passes="Become a pilot",
    ),
    Wording(
        name="donate to the newsroom",
        reason="donation",
        source=r"\b"
        + any_of(
            "consider supporting",
            "support(?:ing)? (?:our|independent|local|quality)"
            "(?: award[- ]winning)? (?:journalism|reporting|newsroom|work)",
            "funded by (?:our readers|readers like)",
            "(?:monthly|one-off|make a|your) (?:or monthly )?donations?",
            r"donate (?:now|today)\W*$",
            "donate (?:now|today) (?:to|and) (?:help|support|us|our)",
            "become a (?:member|patron|supporter) (?:today|now|of (?:our|the site))",
        )
        + r"\b",
        # an appeal may run over four or five sentences
        words=90,
        catches="Please consider supporting our work",
        passes="The council would consider a donation of land.",
    ),
    Wording(
        name="a form to sign in",
        reason="account",
        source="^"
        + any_of(
            "sign in",
            "log ?in",
            "create (?:a |an )?(?:free )?account",
            r"sign in (?:or|to) (?:create|sign up|register)\b.{0,40}",
            "manage (?:your )?(?:account|subscription|print)",
            "my account",
            "forgot (?:your )?password",
            "article content",
            "recommended (?:videos|from editorial)",
            r"something went wrong\b.{0,80}",
            r"there was an (?:issue|error)\b.{0,80}",
            r"thanks for signing up\b.{0,80}",
            "a welcome email is on its way.{0,80}",
            "please try again",
            r"unlimited (?:online )?access\b.{0,60}",
            r"support local journalism\b.{0,40}",
            "trending",
            "latest",
            "popular",
            "featured",
            r"don['’]t have an account\b.{0,60}",
        )
        + "[.!]?$",
        # a button or a message of a form
        words=16,
        catches="Don't have an account? Create one",
        passes="Latest of all came the ferry",
    ),
    Wording(
        name="sign in to save",
        reason="account",
        source=r"^sign in to (?:save|earn|see|get|view|unlock)\b",
        # a button and its reason
        words=14,
        catches="Sign in to save this story",
        passes="Sign in the window",
    ),
    Wording(
        name="support journalism",
        reason="donation",
        source=r"^(?:on )?support(?:ing)? (?:\w+ ){0,3}journalism\W*$",
        # a label
        words=7,
        catches="Supporting serious journalism",
        passes="Support and maintenance",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
