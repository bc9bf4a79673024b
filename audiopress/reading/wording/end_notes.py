# ruff: noqa: E501
"""Notes below a story: who wrote it, how to reach them, what a company says about itself."""

from __future__ import annotations

import re

__all__ = ["gives_contact", "is_author_bio", "is_company_profile"]

_ROLE = (
    r"(?:reporter|editor|writer|correspondent|journalist|columnist|author|producer|contributor|freelancer?|blogger|critic|C[A-Z]O|"
    r"president|consultant|attorney|strategist|analyst|curator|professor|fellow|staff|intern|novelist|host|founder|director|lecturer|"
    r"researcher|photographer|engineer|expert)"
)
_AUTHOR = re.compile(
    rf"^(?:[A-Z][\w.'’-]+ |van |de |von |der ){{1,5}}[A-Z][\w.'’-]+, an? [\w -]{{0,50}}{_ROLE}\b|"
    rf"^(?:[A-Z][\w.'’-]+ ){{1,4}}(?:is|was) (?:an?|the|our|currently|[\w ]{{2,30}}['’]s?)\b.{{0,120}}\b{_ROLE}\b"
)
_REACHED = re.compile(
    r"\b(?:can|may) be (?:reached|contacted|followed|found) (?:at|on|via|by (?:e-?mail|phone|text|post)|through|here|online|@|by (?:calling|writing|e-?mailing))\b(?=.{0,40}(?:@|\d{3}|\.\w{2}|Twitter|Instagram|LinkedIn|Facebook|Bluesky|Threads|\bX\b|e-?mail|here|online))"
    r"|\b(?:[Ee]-?mail|[Cc]ontact|[Rr]each|[Tt]weet|[Mm]essage|[Ff]ind) (?:him|her|them|me|us|the (?:author|writer|reporter)|[A-Z]\w+(?: [A-Z]\w+)?) (?:at|on|via)\b(?=.{0,60}(?:@|\d{3}|\.\w{2}|Twitter|Instagram|LinkedIn|Facebook|Bluesky|Signal|\bX\b))"
    r"|^(?:on )?(?:[Tt]witter|X|[Ii]nstagram|[Bb]luesky)\s*:?\s*@"
    r"|\b[Ff]ollow (?:him|her|them|me|us|@\w+|[A-Z]\w+(?: [A-Z]\w+){0,4}) (?:@|(?:on|at) (?:@|\S+ @|(?:[Tt]witter|X|[Ii]nstagram|[Ll]inkedIn|[Ff]acebook|[Bb]luesky|[Tt]hreads|[Tt]ik[Tt]ok|[Mm]edium|[Yy]ou[Tt]ube|social media)\b))"
    r"|^About the (?:[Aa]uthor|[Ww]riter)s?\W*(?:$|[A-Z])|^[Tt]he (?:author|writer) is (?:an?|the)\b"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+\W*$",  # 64 is all an address may have there (RFC 5321)
)
_OF_WORK = re.compile(
    r"\b(?:staff|freelance|contributing|senior|award[- ]winning|based|covers|covering|writes|latest book|new book|forthcoming|newsletter|podcast|blog|"
    r"at [A-Z]|for [A-Z]|of [A-Z]|[A-Z][\w’']*['’]s \w)"
)
_TOLD = re.compile(r"\b(?:was|were|had|said|told|asked|will)\b")
_NAMED = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was) ")


def gives_contact(text: str) -> bool:
    """Whether a text says where somebody is to be reached."""
    return bool(_REACHED.search(text))


def is_author_bio(text: str) -> bool:
    """Whether a paragraph at the end tells who wrote the story or how to reach them."""
    words = len(text.split())
    if words < 50 and _REACHED.search(text):  # noqa: PLR2004
        return True
    named = words < 80 and bool(_NAMED.match(text))  # noqa: PLR2004
    if not (named or words < 50) or _TOLD.search(text):  # noqa: PLR2004
        return False
    return bool(_AUTHOR.search(text) and _OF_WORK.search(text))


_COMPANY = re.compile(
    r"^[^.]{2,60}\b(?:is|ist|est|es) (?:an?|eine?|une?|una) [^.]{0,60}(?:agency|agentur|agence|agencia|unternehmen|consultancy)\b|"
    r"^[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}(?: \([^)]{2,30}\))?,? (?:is|are) (?:an?|the|one of the) (?:\w+ )?"
    r"(?:global|leading|premier|publicly|world['’]s|largest|independent|diversified|technology|privately|award|recognized)\b"
    r"[^.]{0,80}\b(?:leader|provider|compan(?:y|ies)|firm|organi[sz]ation|supplier|manufacturer|developer|platform|network|brand|group|agency|maker|bank|retailer|operator)\b"
    r"|^(?:[A-Z][\w&.'’-]*,? ){1,6}is (?:headquartered|based) in\b.{0,160}\b(?:employ|subsidiar|offices|countries|traded|listed)",
)


def is_company_profile(text: str) -> bool:
    """Whether a paragraph at the end is what a company says about itself below every release."""
    return bool(_COMPANY.search(text)) and not _TOLD.search(text)
