"""``audiopress plan``: what a build would speak, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from audiopress.cli.console import colour, emit, error_json, plain, print_out, say_line, told
from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    Json,
    Lexicon,
    Output,
    Sources,
    Voice,
    named,
    ready_voices,
    settings_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.preview import Planned

__all__ = ["as_json", "plan"]

WIDTH = 70


def plan(  # noqa: PLR0913 - the options of the contract
    sources: Sources = None,
    *,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    allow_private: AllowPrivate = False,
    json: Json = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Say for every paragraph whether it is cached or would be spoken, and why. Writes nothing."""
    settings = settings_of(
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        allow_private=allow_private,
    )
    ready_voices(settings)
    from audiopress.press.preview import plan as plan_edition

    planned, rejected = plan_edition(settings, named(sources))
    if json:
        errors = [error_json(refusal.error) for refusal in rejected]
        articles = [as_json(item) for item in planned]
        emit({"articles": articles, "failed": len(rejected), "errors": errors})
    else:
        for item in planned:
            _print(item)
        say_line(_summary(planned))
    for refusal in rejected:
        say_line(told(refusal.error))
    if rejected:
        raise typer.Exit(1)


def _summary(planned: Sequence[Planned]) -> str:
    """Say how much would be spoken, and how many articles get new files all the same."""
    spoken = len(frozenset[str]().union(*(item.missing for item in planned)))
    total = len({passage.key for item in planned for passage in item.passages})
    anew = sum(not item.settled for item in planned)
    articles = f"{anew} of {len(planned)} articles would be published anew"
    return f"{spoken} of {total} paragraphs would be spoken; {articles}"


def _print(item: Planned) -> None:
    print_out(f"{plain(item.title)}  [{plain(item.id)}]")
    width = max((len(_word(reason)) for reason in item.reasons), default=0)
    for passage, reason in zip(item.passages, item.reasons, strict=True):
        text = passage.utterance.source or passage.utterance.spoken
        short = text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
        shade = "2" if reason == "cached" else "1"
        print_out(f"  {colour(_word(reason).ljust(width), shade, sys.stdout)} {short}")


def _word(reason: str) -> str:
    return "cached" if reason == "cached" else f"speak ({reason})"


def as_json(item: Planned) -> dict[str, Any]:
    """Return the plan of one article as programs get it."""
    return {
        "id": item.id,
        "title": item.title,
        "to_speak": item.to_speak,
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
