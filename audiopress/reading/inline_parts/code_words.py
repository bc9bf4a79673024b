"""Whether a text tells of code: there "{{ name }}" and "rows[1]" are what it is about."""

from __future__ import annotations

import re

from audiopress.text.vocabulary import any_of

__all__ = ["speaks_of_code"]

_WORDS = (
    "angular",
    "arrays?",
    "bbcode",
    "braces?",
    "curly",
    "delimiters?",
    "django",
    "expressions?",
    "handlebars",
    "hugo",
    "indexe?s?",
    "interpolat(?:ed?|ion)",
    "javascript",
    "jekyll",
    "jinja2?",
    "liquid",
    "markup",
    "merge tags?",
    "moustaches?",
    "mustaches?",
    "placeholders?",
    "python",
    "short ?codes?",
    "syntax",
    "template (?:code|engine|language|tags?)",
    "twig",
    "variables?",
    "wikitext",
)
"""Words of those who write on code; "code" and "template" by themselves are words of all."""

_CODE = re.compile(rf"\b{any_of(_WORDS)}\b", re.IGNORECASE)
"""One of them."""


def speaks_of_code(text: str) -> bool:
    """Whether ``text`` is about code, by its words."""
    return bool(_CODE.search(text))
