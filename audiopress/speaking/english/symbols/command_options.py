"""Options of a command line: "--delete" and "-rf" are said so that one can type them.

A dash in front of a word is a dash of the sentence elsewhere ("he left --and soon"), and short
letters behind one are an ending ("the suffix -ing"). So an option is told by what stands beside it:
what one is told to do ("Use --delete"), what it is called ("the -v flag"), the name of a command,
or another option. Behind "with" and the like a sentence may be broken off ("those we worked with
--many of them-- came"), so these count only where an option is one for sure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_COMMANDS = any_of(
    *("apt", "awk", "bash", "chmod", "chown", "cp", "curl", "docker", "git", "grep", "ls", "mkdir"),
    *("mv", "npm", "pip", "rm", "rsync", "scp", "sed", "ssh", "sudo", "tar", "wget"),
)
"""Commands whose names are no other word; "find" and "make" are."""

_LEADS_IN = any_of(
    *("[Aa]dd", "[Aa]dding", "called", "[Gg]ive", "[Pp]ass", "[Pp]assing", "[Ss]et", "[Ss]pecify"),
    *("[Uu]se", "used", "uses", "[Uu]sing", "via", "[Ww]ith", "[Ww]ithout", "[Rr]un"),
)
"""Words behind which an option may stand, and a sentence may be broken off by a dash."""

_DO = any_of("Adding", "Add", "Give", "Passing", "Pass", "Run", "Set", "Specify", "Using", "Use")
"""Words that begin a sentence, which is not broken off right behind its first one."""

_NOT_CLOSED = r"(?![^.;!?\n]{0,120}[\w,’'\"”](?:--|–)(?![\w-]))"
"""Looks ahead for the second dash of what is put in between two of them."""

_CALLED = any_of("[Oo]ptions?", "[Ff]lags?", "[Ss]witch(?:es)?", "[Aa]rguments?", "[Pp]arameters?")
"""What options are called."""

_OPEN = r"[\"“'‘`(\[]?"
"""Matches what may stand right before an option."""

_OF_COMMAND = rf"\b{_COMMANDS} (?:(?!(?:and|as|at|for|has|in|is|it|on|or|to|was) )[\w./]+ )?"
"""Matches a command up to its option, perhaps with what it shall do: "git commit "."""

_BEFORE = compile_late(rf"(?:{_OF_COMMAND}|\b(?:{_DO}|{_CALLED})[ :]+){_OPEN}\Z")
"""Matches what stands right before an option."""

_LED_IN = compile_late(rf"\b{_LEADS_IN}[ :]+{_OPEN}\Z")
"""Matches what may stand right before an option, and before a dash of the sentence as well."""

_ARTICLE = compile_late(rf"\b(?:[Aa]n?|[Tt]he) {_OPEN}\Z")
"""Matches the article of a long option; "the -ing form" has one too."""

_LOOK_BACK = 40
"""Characters in front of an option in which the longest of them shows."""

_OPEN_END = compile_late(_NOT_CLOSED)
"""Matches where no second dash follows that closes what is put in."""

_COMMAND_BEFORE = compile_late(rf"{_OF_COMMAND}{_OPEN}\Z")
"""Matches a command right before an option."""

_BEHIND = compile_late(rf"[\"”'’`)\]]?\s{_CALLED}\b")
"""Matches what it is called right behind it: "the -v flag"."""

_SURE = compile_late(
    rf"{_OF_COMMAND}{_OPEN}-{{1,2}}[A-Za-z]"
    rf"|\b{_CALLED}[ :]+{_OPEN}-{{1,2}}[A-Za-z]{_NOT_CLOSED}"
    rf"|\b(?:{_DO}|[Aa]n?|[Tt]he) {_OPEN}--[a-z]{{2}}{_NOT_CLOSED}"
    rf"|\b{_LEADS_IN} {_OPEN}--[a-z]{{2,20}}-[a-z]{{2}}{_NOT_CLOSED}"
    rf"|(?<!\S)-{{1,2}}[a-z][a-z-]{{0,30}}[\"”'’`)\]]?\s{_CALLED}\b"
    rf"|\b{_LEADS_IN} {_OPEN}-[B-HJ-Zb-hj-z](?![\w'’-])"
    r"|(?<!\S)--[a-z]{2,20}(?:-[a-z]{2,20}){0,3}=\w"
    r"|\A-{1,2}[a-z][a-z-]{0,40}\Z"
)
"""Matches an option that is one for sure: then others of the text are options too."""

_OF_GRAMMAR = compile_late(
    r"\b(?:suffix|prefix|ending|verb|noun|plural|syllable|adjective|adverb)"
    r"|\W-(?:able|ed|er|est|ing|ish|ly|ness|ment|tion)\W",
    re.IGNORECASE,
)
"""Matches a word of those who write on words, or an ending itself."""

_TEXTS_KEPT = 64
"""Texts whose judgement is kept: the forms ask once for each match of the same paragraph."""

_LETTERS = 3
"""Letters behind one dash that are an option each ("-rf"); more are a word ("-name")."""


@lru_cache(maxsize=_TEXTS_KEPT)
def _has_sure_option(text: str) -> bool:
    return bool(_SURE.search(text))


@lru_cache(maxsize=_TEXTS_KEPT)
def _tells_of_words(text: str) -> bool:
    return bool(_OF_GRAMMAR.search(text))


def _is_option(match: re.Match[str], *, long: bool) -> bool:
    text, start = match.string, match.start()
    before = text[max(0, start - _LOOK_BACK) : start]
    beside = _BEFORE.search(before) or (long and _ARTICLE.search(before))
    if beside and long and not _OPEN_END.match(text, match.end()):
        beside = _COMMAND_BEFORE.search(before)
    # a dash that a program has made of two may be one of the sentence
    sure = (match[0][0] == "-" or _LED_IN.search(before)) and _has_sure_option(text)
    found = beside or _BEHIND.match(text, match.end()) or sure
    return bool(found) and not _tells_of_words(text)


def _say_long(match: re.Match[str], _variety: Variety) -> str | None:
    if not _is_option(match, long=True):
        return None
    return f"dash dash {match['name'].replace('-', ' dash ')}{' equals ' if match['sets'] else ''}"


def _say_short(match: re.Match[str], _variety: Variety) -> str | None:
    if not _is_option(match, long=False):
        return None
    name = match["name"]
    return f"dash {' '.join(name.upper()) if len(name) <= _LETTERS else name}"


# Two dashes before one: what stands behind the second would be an option of letters.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "long option",
        r"(?<![^\s\"“'‘`(\[])(?:--|–)"
        r"(?!(?:and|as|but|he|if|it|or|she|so|that|the|they|we|which|who|you)\b)"
        r"(?P<name>[a-z][a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,4})"
        r"(?P<sets>=(?=\w))?(?![\w-])",
        _say_long,
        ("Use --delete to clean up", "Use dash dash delete to clean up"),
        ("Run it with --dry-run.", "Run it with dash dash dry dash run."),
        ("git clone --depth=1 here", "git clone dash dash depth equals one here"),
        ("git commit --amend --no-edit", "git commit dash dash amend dash dash no dash edit"),
        # a dash of the sentence
        ("He left --and soon came back", "He left, and soon came back"),
        ("the law --passed in May-- was", "the law, passed in May, was"),
        ("we worked with --many of them-- came", "we worked with, many of them, came"),
        ("It was used --mostly by boys.", "It was used, mostly by boys."),
        ("came with –among others– Ann", "came with –among others– Ann"),
        ("an --admittedly small-- part", "an, admittedly small, part"),
        ("run rm with --force", "run rm with dash dash force"),
        ("the –dry-run flag", "the dash dash dry dash run flag"),
        needs="-–",
    ),
    spoken_form(
        "short option",
        r"(?<![^\s\"“'‘`(\[])(?<!\d )-(?P<name>[a-z]{1,8}|[A-Z]\d?)(?![\w-]|['’.]\w)",
        _say_short,
        ("Type rm -rf to be rid of it", "Type rm dash R F to be rid of it"),
        ("the -v flag", "the dash V flag"),
        ("use grep -i, or the option -x.", "use grep dash I, or the option dash X."),
        # endings of words
        ("the suffix -ing", "the suffix -ing"),
        ("rose -a little-, then fell", "rose -a little-, then fell"),
        needs="-",
    ),
)
