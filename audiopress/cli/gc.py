"""``audiopress gc``: remove from cache and output what nothing names any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.build import shorten_path
from audiopress.cli.options import Cache, Config, Debug, Json, Output, Untrusted, make_settings
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import escape_controls, print_json, print_message, print_result
from audiopress.errors import ConfigError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from datetime import timedelta

    from audiopress.press.garbage import Garbage

__all__ = ["gc"]


def gc(  # noqa: PLR0913 - the options of the contract
    *,
    keep: Annotated[
        str,
        typer.Option(
            metavar="AGE",
            help="What is younger stays: 12h, 30d or 8w.  [default: 30d; of old versions what "
            "keep_versions says]",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Remove nothing: only say what would go.")
    ] = False,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Remove speech that no article says any more, and versions that were replaced long ago.

    What was promised stays: the ledger, and the newest version of every article.
    """
    age = _parse(keep) if keep else None
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    if not settings.cache.exists():
        require_edition(settings)
    from audiopress.press.garbage import collect_garbage

    garbage = collect_garbage(settings, age, dry_run=dry_run)
    if json:
        print_json(_to_json(garbage, removed=not dry_run))
        return
    _print(garbage, keep, dry_run=dry_run)
    if settings.shared_cache:
        left = f"the shared cache {settings.shared_cache} is left as it is: others use it"
        print_message(f"{left} (docs/shared.md)")


def _parse(keep: str) -> timedelta:
    from audiopress.sources.selection import parse_age

    try:
        return parse_age(keep, "--keep")
    except ValueError as error:
        raise ConfigError(str(error), where="--keep", hint="audiopress gc --keep 30d") from error


def _print(garbage: Garbage, keep: str, *, dry_run: bool) -> None:
    for version in garbage.versions:
        day = f"{version.superseded:%Y-%m-%d}"
        title = escape_controls(version.title)
        print_result(f"old version, replaced {day}: {title}  [{version.folder.name}]")
    for path in garbage.previews:
        print_result(f"of a preview, from before there was a configuration: {shorten_path(path)}")
    parts = (
        (len(garbage.versions), "old version", sum(each.size for each in garbage.versions)),
        (len(garbage.previews), "folder or file of a preview", garbage.preview_bytes),
        (len(garbage.speech), "spoken paragraph", sum(each.size for each in garbage.speech)),
        (len(garbage.frames), "encoded paragraph", sum(each.size for each in garbage.frames)),
        (len(garbage.aside), "damaged file", None),
    )
    told = [
        count_things(number, thing) + ("" if size is None else f" ({_format_size(size)})")
        for number, thing, size in parts
        if number
    ]
    done = "would go" if dry_run else "removed"
    print_message(f"{done}: {', '.join(told)}" if told else "nothing is there that nothing names")
    if dry_run and told:
        age = ("--keep", keep) if keep else ()
        print_message(f"next: {write_command('gc', *age)}")


def _format_size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _to_json(garbage: Garbage, *, removed: bool) -> dict[str, object]:
    return {
        "removed": removed,
        "cache_bytes": garbage.cache_bytes,
        "output_bytes": garbage.output_bytes,
        "speech": len(garbage.speech),
        "frames": len(garbage.frames),
        "damaged": len(garbage.aside),
        "previews": [path.as_posix() for path in garbage.previews],
        "versions": [
            {
                "title": version.title,
                "folder": version.folder.as_posix(),
                "superseded": version.superseded.isoformat(),
                "bytes": version.size,
            }
            for version in garbage.versions
        ],
    }
