"""``audiopress plan``: what a build would speak, and why."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from audiopress.cli.options import (
    AllowPrivate,
    Archived,
    Cache,
    Config,
    Debug,
    Exclude,
    FromList,
    Include,
    Json,
    Lexicon,
    Limit,
    MaxAge,
    Output,
    Retag,
    Since,
    Sources,
    Untrusted,
    UpdateVoices,
    Voice,
    Yes,
    add_listed,
    add_selection,
    make_settings,
)
from audiopress.cli.terminal.console import (
    colour,
    error_to_json,
    escape_controls,
    notes_to_json,
    print_advice,
    print_json,
    print_message,
    print_note,
    print_result,
)
from audiopress.cli.terminal.error_groups import print_errors
from audiopress.errors import ConfigError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_part, count_things

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiopress.model import Document, OtherFile, SourceFacts
    from audiopress.press.preview import PlannedArticle, PlannedEdition
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["check_rehearsal", "plan", "plan_to_json", "tell_plan"]

SHOWN = 12
"""Names that are shown of what is passed by for one reason; ``--json`` has them all."""

_HELD = {
    "new": "would be held for review: it is published by audiopress release ID",
    "correction": "its correction would be held for review; what is published stays until then",
    "waits": "is held for review already",
}
"""What is said of an article that ``[review]`` keeps waiting."""

WIDTH = 70
"""Characters of a paragraph that are shown: with the reason before them a line of 100."""


def plan(  # noqa: PLR0913 - the options of the contract
    sources: Sources = None,
    *,
    from_list: FromList = None,
    limit: Limit = 0,
    since: Since = "",
    max_age: MaxAge = "",
    include: Include = None,
    exclude: Exclude = None,
    archived: Archived = False,
    yes: Yes = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    allow_private: AllowPrivate = False,
    retag: Retag = False,
    update_voices: UpdateVoices = "",
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Say for every paragraph whether it is cached or would be spoken, and why. Writes nothing."""
    settings = make_settings(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        allow_private=allow_private,
        retag=retag,
        update_voices=update_voices,
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
    from audiopress.public import resolve_sources

    tell_plan(settings, resolve_sources(add_listed(settings, sources, from_list)), json=json)


def tell_plan(
    settings: Settings,
    sources: Sequence[str | Document],
    *,
    json: bool,
    withdraw: bool = False,
    rehearsed: bool = False,
) -> None:
    """Print what a build of ``sources`` would do; status 1 where it would refuse something.

    ``withdraw`` is as `plan` of the press has it, ``rehearsed`` ends with what was not done.
    """
    from audiopress.press.preflight import check_installed
    from audiopress.press.preview import plan as plan_edition

    # Refused as by a build: a plan should not promise what cannot be done.
    check_installed(settings)
    found = plan_edition(settings, sources, withdraw=withdraw)
    planned, rejected = found.articles, found.refused
    if json:
        errors = [error_to_json(refusal.error) for refusal in rejected]
        articles = [plan_to_json(item) for item in planned]
        passed = [_passed_to_json(item) for item in found.passed_by]
        editions = [_edition_to_json(item) for item in found.editions]
        said = {"failed": len(rejected), "errors": errors, "notes": notes_to_json(found.notes)}
        joined = {"editions": editions} if editions else {}
        gone = [_name_record(record) for record in found.withdrawn]
        said |= {"withdrawn": gone} if gone else {}
        back = [_taken_back_to_json(record) for record in found.taken_back]
        said |= {"taken_back": back} if back else {}
        print_json({"articles": articles} | joined | said | {"passed_by": passed})
    else:
        for item in planned:
            _print_article(item)
        for edition in found.editions:
            _print_edition(edition)
        for record in found.withdrawn:
            _print_withdrawal(record)
        for record in found.taken_back:
            _print_taken_back(record)
        _print_passed_by(found.passed_by)
        for note in found.notes:
            print_note(note)
        gone_count = len(found.withdrawn) + len(found.taken_back)
        # With the rest of the plan, and last: who sends it on has all of it.
        print_result(_summarise(planned, gone_count) + _count_own_lines(found.editions))
        if rehearsed:
            print_message("nothing was written")
    print_errors([refusal.error for refusal in rejected])
    # At the end: one page that fails should not hide what the others need.
    if rejected:
        raise typer.Exit(1)


def check_rehearsal(others: Mapping[str, bool]) -> None:
    """Refuse what ``--dry-run`` cannot tell of: options that were given, by how they are written.

    Raises `ConfigError`.
    """
    for name, given in others.items():
        if given:
            raise ConfigError(
                f"--dry-run says what a build of the edition would do, and nothing of {name}",
                where="--dry-run",
                hint=f"leave {name.partition(' ')[0]} out, or --dry-run",
            )


def _summarise(planned: Sequence[PlannedArticle], withdrawn: int) -> str:
    """Say how much would be spoken, and what would become of how many articles.

    What comes out of that as it was stays as it is, and a build then calls it unchanged.
    """
    # By their keys: a paragraph that two articles share is spoken once.
    spoken = len(frozenset[str]().union(*(item.missing for item in planned)))
    total = len({passage.key for item in planned for passage in item.passages})
    counts = Counter(_name_fate(item) for item in planned)
    counts["withdrawn"] = withdrawn
    # Told apart: a page that is written again costs nobody anything, a new address is a download.
    again = sum(bool(item.reissued) for item in planned)
    fates = ("new", "made again", "unchanged", "withdrawn")
    told = ", ".join(f"{counts[fate]} {fate}" for fate in fates if counts[fate])
    articles = f"articles: {told or 'none'}"
    files = f"{count_things(again, 'published sound file')} would get a new address"
    held = sum(bool(item.held) for item in planned)
    waiting = f"; {count_things(held, 'article')} would wait for audiopress release ID"
    said = f"{count_part(spoken, total, 'paragraph')} would be spoken; {articles}; {files}"
    return said + waiting * bool(held)


def _count_own_lines(editions: Sequence[PlannedEdition]) -> str:
    """Say how many lines of their own the editions would have spoken; "" where there are none."""
    lines = [reason for item in editions if item.articles for reason in item.reasons]
    spoken = sum(reason != "cached" for reason in lines)
    return f"; {count_part(spoken, len(lines), 'line')} of editions would be spoken" * bool(lines)


def _name_fate(item: PlannedArticle) -> str:
    if item.settled:
        return "unchanged"
    return "made again" if item.published else "new"


def _print_withdrawal(record: Record) -> None:
    title = escape_controls(record.versions[-1].title or record.slug)
    print_result(f"{title}  [{escape_controls(record.id)}]")
    print_result("  would be withdrawn by sync: no source has it, and its page or file is gone")


def _name_record(record: Record) -> dict[str, str | None]:
    return {"id": record.id, "slug": record.slug, "title": record.title}


def _print_taken_back(record: Record) -> None:
    print_result(f"{escape_controls(record.title)}  [{escape_controls(record.id)}]")
    since = f" since {record.withdrawn:%Y-%m-%d %H:%M %Z}" if record.withdrawn else ""
    again = write_command("withdraw", record.slug, "--restore")
    print_advice(f"  is withdrawn{since}, and a build leaves it out; to bring it back: {again}")


def _taken_back_to_json(record: Record) -> dict[str, str | None]:
    since = record.withdrawn.isoformat() if record.withdrawn else None
    return _name_record(record) | {"since": since, "reason": record.reason}


def _print_passed_by(items: Sequence[OtherFile]) -> None:
    """List what is no article, taken already or not wanted; a file that is named is always one."""
    no_article = [item for item in items if not (item.unwanted or item.repeated)]
    for head, chosen in (
        ("passed by, for it is no article:", no_article),
        ("passed by, for it is taken already:", [item for item in items if item.repeated]),
        ("not taken of the sources:", [item for item in items if item.unwanted]),
    ):
        if chosen:
            print_result(head)
            _print_reasons(chosen)


def _print_reasons(items: Sequence[OtherFile]) -> None:
    groups: dict[str, list[str]] = {}
    for item in items:
        count = f"{item.count} " if item.uri.rpartition("/")[2].startswith("*.") else ""
        groups.setdefault(item.reason, []).append(count + escape_controls(item.uri))
    for reason, names in sorted(groups.items()):
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        print_result(f"  {reason}: {', '.join(names[:SHOWN])}{more}")


def _passed_to_json(item: OtherFile) -> dict[str, Any]:
    unwanted = {"unwanted": True} if item.unwanted else {}
    return {"path": item.uri, "reason": item.reason, "count": item.count} | unwanted


def _print_article(item: PlannedArticle) -> None:
    print_result(f"{escape_controls(item.title)}  [{escape_controls(item.id)}]")
    if item.facts and item.facts.text_from:
        print_result(f"  {_describe_text(item.facts, item.lacks)}")
    if item.reissued:
        print_result(f"  a new address for its sound: {item.reissued}")
    if item.keeps_sound:
        print_result("  its texts would be corrected, and its sound stays")
    for told in () if item.settled else item.told:
        pair = f"{told.before or 'none'} -> {told.after or 'none'}"
        print_result(f"  {told.what}: {escape_controls(pair)}")
    if item.held:
        print_advice(f"  {_HELD[item.held]}")
    width = max((len(_format_reason(reason)) for reason in item.reasons), default=0)
    for passage, reason in zip(item.passages, item.reasons, strict=True):
        text = passage.utterance.source or passage.utterance.spoken
        # The source, since that is what people know the paragraph by; an opening has none.
        short = text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
        shade = "2" if reason == "cached" else "1"
        print_result(f"  {colour(_format_reason(reason).ljust(width), shade, sys.stdout)} {short}")


def _print_edition(item: PlannedEdition) -> None:
    """Say what an edition would hold, and which of its own few lines would be spoken."""
    print_result(f"{escape_controls(item.title)}  [{escape_controls(item.id)}]")
    if not item.articles:
        print_result("  no article for it, so there would be none")
        return
    left = f"; {count_things(item.left, 'article')} more would have no room" * bool(item.left)
    print_result(f"  joined from {count_things(len(item.articles), 'article')}{left}:")
    for title in item.articles:
        print_result(f"  - {escape_controls(title)}")
    for passage, reason in zip(item.lines, item.reasons, strict=True):
        print_result(f"  {_format_reason(reason)} {escape_controls(passage.utterance.source)}")


def _edition_to_json(item: PlannedEdition) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "articles": list(item.articles),
        "left": item.left,
        "to_speak": sum(reason != "cached" for reason in item.reasons) if item.articles else 0,
        "lines": [
            {"text": passage.utterance.source, "reason": reason}
            for passage, reason in zip(item.lines, item.reasons, strict=True)
        ],
    }


def _describe_text(facts: SourceFacts, lacks: Sequence[str]) -> str:
    """Say whether the text of an article is that of the list it was found in, or of its page."""
    listed_in = escape_controls(facts.listed_in)
    if facts.text_from == "feed":
        unknown = f", and its {' and '.join(lacks)} {'are' if len(lacks) > 1 else 'is'} not known"
        return f"its text is that of {listed_in}{unknown * bool(lacks)}"
    why = f": {facts.why}" if facts.why else ""
    return f"its text is that of its page, named by {listed_in}{why}"


def _format_reason(reason: str) -> str:
    return "cached" if reason == "cached" else f"speak ({reason})"


def plan_to_json(item: PlannedArticle) -> dict[str, Any]:
    """Return the plan of one article as programs get it."""
    return {
        "id": item.id,
        "title": item.title,
        "to_speak": item.to_speak,
        "reissued": item.reissued or None,
        "keeps_sound": item.keeps_sound,
        "held": item.held or None,
        "told": [
            {"what": one.what, "before": one.before or None, "after": one.after or None}
            for one in item.told
        ],
        "listed_in": (item.facts and item.facts.listed_in) or None,
        "text_from": (item.facts and item.facts.text_from) or None,
        # What nobody says of it: its page, which may, is not asked for.
        "lacks": list(item.lacks),
        "paragraphs": [
            {
                "action": "cached" if reason == "cached" else "speak",
                "reason": reason,
                "role": passage.utterance.role,
                "source": passage.utterance.source,
                "voice": passage.line.voice.name,
            }
            for passage, reason in zip(item.passages, item.reasons, strict=True)
        ],
    }
