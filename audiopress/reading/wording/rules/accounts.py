"""Paywalls, accounts and donations: "Already a subscriber?", "Create an account"."""

from __future__ import annotations

from audiopress.reading.wording.wording import Wording
from audiopress.text.vocabulary import any_of

__all__ = ["WORDINGS"]

WORDINGS: tuple[Wording, ...] = (
    Wording(
        name="a paywall",
        reason="paywall",
        source=any_of(
            r"\b(?:subscribers? only|already a (?:subscriber|member)|"
            r"(?:to|and) (?:continue|keep) reading|free (?:articles?|trial)|cancel any ?time|"
            r"(?:sign|log) in to (?:read|continue|comment|view|listen|access)|"
            r"subscribe (?:now|today|to (?:read|continue|access|unlock|keep|get|support|our|the))|"
            r"unlock (?:this|full|unlimited)|"
            r"this (?:content|article|story) is (?:only )?(?:available|reserved|exclusive|for))\b",
            r"^(?:subscribe|register|start (?:your )?(?:free )?trial|"
            r"become a (?:member|subscriber|patron|supporter))[.!]?$",
        ),
        # a box of one or two sentences
        words=40,
        catches="Already a subscriber? Log in",
        passes="He was already a member of the crew.",
    ),
    Wording(
        name="donate to the newsroom",
        reason="donation",
        source=any_of(
            r"\b(?:consider supporting|support(?:ing)? (?:our|independent|local|quality)"
            r"(?: award[- ]winning)? (?:journalism|reporting|newsroom|work)|"
            r"funded by (?:our readers|readers like)|"
            r"(?:monthly|one-off|make a|your) (?:or monthly )?donations?|"
            r"donate (?:now|today)(?:\W*$| (?:to|and) (?:help|support|us|our))|"
            r"become a (?:member|patron|supporter) (?:today|now|of (?:our|the site)))(?!\w)",
            r"^(?:on )?support(?:ing)? (?:\w+ ){0,3}journalism\W*$",
        ),
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
            any_of(
                r"(?:sign|log) ?in|log out|my account|please try again|trending|latest|popular",
                "featured|article content|recommended (?:videos|from editorial)",
                "create (?:a |an )?(?:free )?account|forgot (?:your )?password",
                r"sign in (?:or|to) (?:create|sign up|register)\b.{0,40}",
                "manage (?:your )?(?:account|subscription|print)",
                r"(?:something went wrong|there was an (?:issue|error)|thanks for signing up|"
                r"a welcome email is on its way|don['’]t have an account)\b.{0,80}",
                r"(?:unlimited (?:online )?access|support local journalism)\b.{0,60}",
            )
            + "[.!]?$",
            r"sign in to (?:save|earn|see|get|view|unlock)\b",
        ),
        # a button or a message of a form
        words=16,
        catches="Don't have an account? Create one",
        passes="Latest of all came the ferry",
    ),
)
"""The rules of this file. A new one goes to the end; how is said in the package's docstring."""
