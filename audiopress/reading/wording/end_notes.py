"""Notes below a story: who wrote it, how to reach them, what a company says about itself.

Whether a paragraph stands at the end is for `audiopress.reading.cleaning.author_notes` to say, and
`article_ends`; amid a story the same words may be part of it.
"""

from __future__ import annotations

from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["ROLES", "gives_contact", "is_author_bio", "is_company_profile", "tells_of_work"]

_LONGEST_NOTE = 50
"""Words below which a paragraph is a note if it gives a contact: two or three sentences."""

_LONGEST_BIO = 80
"""Words below which a paragraph that opens with a name and "is" may tell of an author: a bio names
books and prizes and is longer than other notes."""

ROLES = any_word(r"""
    reporter editor writer correspondent journalist columnist author producer contributor
    freelanc\w+ blogger critic C[A-Z]O president consultant attorney strategist analyst curator
    professor fellow staff intern novelist host founder director lecturer researcher photographer
    engineer expert specialist
""")
"""What people are who write for a paper, on its staff or as guests."""

_AUTHOR = compile_late(
    any_of(
        # particles of names in small letters: "Jane van Doe"
        r"^(?:[A-Z][\w.'’-]+ |van |de |von |der ){1,5}[A-Z][\w.'’-]+, an? [\w -]{0,50}"
        rf"{ROLES}\b",
        r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) (?:an?|the|our|currently|[\w ]{2,30}['’]s?)\b"
        rf".{{0,120}}\b{ROLES}\b",
    )
)
"""A name and what they are: "Jane van Doe, a writer in Leeds", "Jane Doe is our host"."""

_OF_WORK = compile_late(
    r"\b"
    + any_of(
        "staff",
        "freelance",
        "contributing",
        "senior",
        "award[- ]winning",
        "based",
        "covers",
        "covering",
        "writes",
        "latest book",
        "new book",
        "forthcoming",
        "newsletter",
        "podcast",
        "blog",
        "at [A-Z]",
        "for [A-Z]",
        "of [A-Z]",
        r"[A-Z][\w’']*['’]s \w",
    )
)
"""What a bio says of their work: where, for whom, what else. "Jane Doe is an expert" by itself
introduces somebody of the story."""

_PEOPLE = any_word("him her them me us")
"""Who is to be written to or followed."""

_CONTACTS = any_word(r"@ \d{3} \.\w{2} Twitter Instagram LinkedIn Facebook Bluesky")
"""What shows an address: its sign, three figures of a number, the end of a host, a network."""

_FOLLOWED_ON = any_of(
    "[Tt]witter",
    "X",
    "[Ii]nstagram",
    "[Ll]inkedIn",
    "[Ff]acebook",
    "[Bb]luesky",
    "[Tt]hreads",
    "[Tt]ik[Tt]ok",
    "[Mm]edium",
    "[Yy]ou[Tt]ube",
    "social media",
)
"""Where somebody is followed, with or without a capital."""

_CONTACT = compile_late(
    any_of(
        # "can be reached at jane@example.org"; not "can be reached by ferry"
        r"\b(?:can|may) be (?:reached|contacted|followed|found) "
        + any_of(
            "at",
            "on",
            "via",
            "by (?:e-?mail|phone|text|post)",
            "through",
            "here",
            "online",
            "@",
            "by (?:calling|writing|e-?mailing)",
        )
        # an address or a network must follow soon
        + r"\b(?=.{0,40}"
        + any_of(_CONTACTS, "Threads", r"\bX\b", "e-?mail", "here", "online")
        + ")",
        # "Email her at jane@example.org"; not "Find him at home"
        r"\b(?:[Ee]-?mail|[Cc]ontact|[Rr]each|[Tt]weet|[Mm]essage|[Ff]ind) "
        + any_of(_PEOPLE, "the (?:author|writer|reporter)", r"[A-Z]\w+(?: [A-Z]\w+)?")
        # likewise, a little further on: "Contact Jane Doe at the paper on 0123"
        + r" (?:at|on|via)\b(?=.{0,60}"
        + any_of(_CONTACTS, "Signal", r"\bX\b")
        + ")",
        # a line that is only a network and a name there: "Twitter: @janedoe"
        r"^(?:on )?(?:[Tt]witter|X|[Ii]nstagram|[Bb]luesky)\s*:?\s*@",
        # "Follow Jane Doe on Threads", "follow her @janedoe"; not "Follow her on foot"
        r"\b[Ff]ollow "
        + any_of(_PEOPLE, r"@\w+", r"[A-Z]\w+(?: [A-Z]\w+){0,4}")
        + rf" (?:@|(?:on|at) (?:@|\S+ @|{_FOLLOWED_ON}\b))",
        r"^About the (?:[Aa]uthor|[Ww]riter)s?\W*(?:$|[A-Z])",
        r"^[Tt]he (?:author|writer) is (?:an?|the)\b",
        # an address at the end; 64 is all that may stand before its sign (RFC 5321)
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+\W*$",
    )
)
"""Where somebody is to be reached."""

_PAST = compile_late(r"\b" + any_word("was were had said told asked will") + r"\b")
"""What tells of events: neither a bio nor a company's profile does."""

_NAME_IS = compile_late(r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) ")
"""A paragraph that opens with a name of up to four words and says what they are."""

_COMPANY_IS = any_word("""
    global leading premier publicly world['’]s largest independent diversified technology privately
    award recognized
""")
"""How companies call themselves: "a leading maker of bridges"."""

_KINDS_OF_COMPANY = any_word("""
    leader provider compan(?:y|ies) firm organi[sz]ation supplier manufacturer developer platform
    network brand group agency maker bank retailer operator
""")
"""What companies say that they are; an employer or a town is none ("the largest employer")."""

_COMPANY = compile_late(
    any_of(
        # "Hafenblatt ist eine Werbeagentur"; "eine Agentur" has a capital and is none
        r"^[^.]{2,60}\b(?:is|ist|est|es) (?:an?|eine?|une?|una) [^.]{0,60}"
        r"(?:agency|agentur|agence|agencia|unternehmen|consultancy)\b",
        # a name, what it trades under, praise: "Bridgeways (BRW) is a leading maker of bridges"
        r"^[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}(?: \([^)]{2,30}\))?,? (?:is|are) "
        rf"(?:an?|the|one of the) (?:\w+ )?{_COMPANY_IS}\b[^.]{{0,80}}\b{_KINDS_OF_COMPANY}\b",
        # "Bridgeways is based in Leeds and employs 200 people"
        r"^(?:[A-Z][\w&.'’-]*,? ){1,6}is (?:headquartered|based) in\b.{0,160}\b"
        "(?:employ|subsidiar|offices|countries|traded|listed)",
    )
)
"""The profile of a company, which the trade calls its boilerplate."""


def gives_contact(text: str) -> bool:
    """Whether a text says where somebody is to be reached."""
    return bool(_CONTACT.search(text))


def is_author_bio(text: str) -> bool:
    """Whether a paragraph at the end tells who wrote the story or how to reach them."""
    # a contact is enough for a note at the end, and only there is this asked
    short = len(text.split()) < _LONGEST_NOTE
    return bool(short and _CONTACT.search(text)) or tells_of_work(text)


def tells_of_work(text: str) -> bool:
    """Whether a paragraph says what somebody is and does who writes."""
    words = len(text.split())
    named = words < _LONGEST_BIO and bool(_NAME_IS.match(text))
    if not (named or words < _LONGEST_NOTE) or _PAST.search(text):
        return False
    return bool(_AUTHOR.search(text) and _OF_WORK.search(text))


def is_company_profile(text: str) -> bool:
    """Whether a paragraph at the end is what a company says about itself below every release."""
    return bool(_COMPANY.search(text)) and not _PAST.search(text)
