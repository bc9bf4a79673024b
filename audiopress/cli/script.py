"""``audiopress script``: what will be said, and what will not."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.options import (
    AllowPrivate,
    Archived,
    Cache,
    Config,
    Debug,
    Exclude,
    Include,
    Json,
    Lexicon,
    Limit,
    MaxAge,
    Output,
    Since,
    Sources,
    Untrusted,
    Voice,
    Yes,
    add_selection,
    make_settings,
)
from audiopress.cli.options.split_names import refuse_split_names
from audiopress.cli.terminal.console import (
    colour,
    error_to_json,
    print_advice,
    print_error,
    print_json,
    print_note,
    print_result,
    read_standard_input,
)
from audiopress.errors import ConfigError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiopress.model import Article, LeftOut, Refused, Script
    from audiopress.press.steps.read import Manuscript

__all__ = ["script"]

_SHORT_WORDS = 7
"""Words below which a text that is left out is a label: a menu has hundreds of them."""

_TO_CORRECT = (
    "to have a line spoken all the same: audiopress reading keep TEXT{of}; or left out: "
    "audiopress reading drop TEXT{of}"
)
"""How an editor disagrees: the line is named by its words, in a page as in a file."""

_FEW = 3
"""Short texts of one reason that are printed one by one; more are counted."""

_LINE = 300
"""Characters of the first texts of a group: three lines of a terminal, to know it by."""


def script(  # noqa: PLR0913 - the options of the contract
    sources: Sources = None,
    *,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    allow_private: AllowPrivate = False,
    limit: Limit = 0,
    since: Since = "",
    max_age: MaxAge = "",
    include: Include = None,
    exclude: Exclude = None,
    archived: Archived = False,
    yes: Yes = False,
    lines: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Every line of FILE (-: standard input) as one paragraph."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of --lines; default: the show's.")
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Source beside spoken form.")] = False,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Show what will be said of a SOURCE, paragraph by paragraph, and what is left out and why."""
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        allow_private=allow_private,
        untrusted=untrusted,
    )
    settings = add_selection(
        settings,
        limit=limit,
        since=since,
        max_age=max_age,
        include=include,
        exclude=exclude,
        archived=archived,
        yes=yes,
    )
    from audiopress.press.edition.clock import note_undated_text
    from audiopress.press.edition.notes import list_notes
    from audiopress.press.edition.planning.untold import part_untold
    from audiopress.press.preview import read_lines, read_sources
    from audiopress.press.say import find_spoken_language
    from audiopress.public import resolve_sources

    # Lines are no article: nothing is cleaned, and no source is read beside them.
    if lines is not None:
        tongue = language or find_spoken_language(settings)
        spoken = read_lines(settings, _read_lines(lines), tongue)
        if json:
            print_json(_script_to_json(None, spoken, None, {}))
        else:
            _show(None, spoken, diff=diff, pages={})
        return
    refuse_split_names(sources or ())
    manuscripts, rejected = read_sources(settings, resolve_sources(sources or ()))
    # One document by the contract, and its fields are those of one article.
    if json and len(manuscripts) > 1:
        raise ConfigError(
            f"--json shows one article, and here are {len(manuscripts)}",
            hint="audiopress script --json FILE",
        )
    # What a build would refuse is shown all the same: the reasons tell why nothing is left.
    finished = [item for item in manuscripts if not item.article.draft]
    told, untold = part_untold(finished, listed=True)
    rejected += untold
    # A program gets a document in any case, and finds in it what was refused.
    if json:
        print_json(_sources_to_json(manuscripts, rejected))
    else:
        for manuscript in manuscripts:
            _show(manuscript.article, manuscript.script, diff=diff, pages=manuscript.furniture)
            _show_how_to_correct(manuscript.uri)
    # What a build refuses gets no date.
    undated = [note for manuscript in told for note in note_undated_text(manuscript, settings.root)]
    for note in (*(n for each in manuscripts for n in list_notes(each, settings)), *undated):
        print_note(note)
    for refusal in rejected:
        print_error(refusal.error)
    if rejected:
        raise typer.Exit(1)


def _sources_to_json(
    manuscripts: Sequence[Manuscript], rejected: Sequence[Refused]
) -> dict[str, Any]:
    """Return the one article there is, if there is one, and what was refused beside it."""
    document: dict[str, Any] = {"article": None, "utterances": [], "left_out": [], "unsure": []}
    for manuscript in manuscripts:
        document = _script_to_json(
            manuscript.article, manuscript.script, manuscript.identity.url, manuscript.furniture
        )
    return document | {"errors": [error_to_json(refusal.error) for refusal in rejected]}


def _read_lines(name: str) -> list[str]:
    try:
        # With "sig": a byte order mark, as Windows writes it, is no part of the first line.
        text = read_standard_input() if name == "-" else Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "the text is not UTF-8"
        raise ConfigError(f"cannot be read: {why}".lower(), where=name) from error
    # Not splitlines: a form feed, or a separator of Unicode, does not end the line of a file.
    return [line.removesuffix("\n") for line in io.StringIO(text, newline=None)]


def _show(article: Article | None, spoken: Script, *, diff: bool, pages: Mapping[str, int]) -> None:
    if article is not None:
        print_result(article.title)
    for utterance in spoken.utterances:
        # An article that is refused for its language has nobody who speaks it.
        voice = utterance.voice or "no voice"
        print_result(f"{colour(f'[{utterance.role}, {voice}]', '2', sys.stdout)}")
        if diff and utterance.source != utterance.spoken:
            print_result(f"- {utterance.source}\n+ {utterance.spoken}")
        else:
            print_result(f"  {utterance.spoken}")
    if spoken.unsure:
        print_result("unsure: " + ", ".join(spoken.unsure))
    _show_left_out(spoken.left_out, pages)


def _count_pages(item: LeftOut, pages: Mapping[str, int]) -> int:
    """Return how many articles of its site have a line that is left out for that, or 0."""
    from audiopress.reading.site_furniture import REASON

    return pages.get(item.text, 0) if item.reason == REASON else 0


def _show_left_out(items: Sequence[LeftOut], pages: Mapping[str, int]) -> None:
    """Print what is not spoken; sentences on reason and rule stand below the first that has them.

    Paragraphs come one by one, where an editor looks for one that is missed; the many short lines
    of menus, tables and controls are counted below them, with their first words.
    """
    from audiopress.reading.cleaning.pipeline import explain_rule
    from audiopress.reading.reasons import explain_reason

    short: dict[str, list[str]] = {}
    for item in items:
        if item.text.count(" ") < _SHORT_WORDS:
            short.setdefault(item.reason, []).append(item.text)
    explained: set[str] = set()

    def explain(name: str, sentence: str) -> None:
        if name and name not in explained:
            print_result(f"  {colour(sentence, '2', sys.stdout)}")
        explained.add(name)

    def show(reason: str, text: str, count: int = 0, rule: str = "") -> None:
        more = f" ({count_things(count, 'page')})" if count else ""
        print_result(f"{colour('left out', '33', sys.stdout)} ({reason}{more}): {text}")
        explain(reason, explain_reason(reason))
        explain(rule and f"rule {rule}", f"rule {rule}: {explain_rule(rule)}")

    grouped = {reason for reason, texts in short.items() if len(texts) > _FEW}
    for item in items:
        if item.reason not in grouped or item.text.count(" ") >= _SHORT_WORDS:
            show(item.reason, item.text, _count_pages(item, pages), item.rule)
    for reason in sorted(grouped):
        show(
            reason,
            f"{count_things(len(short[reason]), 'short text')}: {_join_first(short[reason])}",
        )


def _show_how_to_correct(uri: str) -> None:
    from audiopress.press.site_memory.site_file import find_host

    host = find_host(uri)
    text = _TO_CORRECT.format(of=f" --of {host}" if host else "")
    print_advice(colour(text, "2", sys.stdout))


def _join_first(texts: Sequence[str]) -> str:
    """Return the first of some texts, as many as a line holds."""
    joined = ""
    for number, text in enumerate(texts):
        if joined and len(joined) + len(text) > _LINE:
            return f"{joined} … and {len(texts) - number} more"
        joined += f"{' · ' if joined else ''}{text}"
    return joined


def _script_to_json(
    article: Article | None, spoken: Script, url: str | None, pages: Mapping[str, int]
) -> dict[str, Any]:
    from audiopress.reading.reasons import explain_reason

    head = article and {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "url": url,
        "draft": article.draft,
        "notes": list(article.notes),
    }
    return {
        "article": head,
        "utterances": [
            {
                "role": item.role,
                "source": item.source,
                "spoken": item.spoken,
                "voice": item.voice,
                "language": item.language,
            }
            for item in spoken.utterances
        ],
        "left_out": [
            {
                "text": item.text,
                "reason": item.reason,
                "why": explain_reason(item.reason),
                "rule": item.rule or None,
            }
            | ({"pages": count} if (count := _count_pages(item, pages)) else {})
            for item in spoken.left_out
        ],
        "unsure": list(spoken.unsure),
    }
