"""``audiopress site``: a player for the pages that any static site generator has built."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from audiopress.cli.build import exit_by, print_report, report_to_json, shorten_path
from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    Jobs,
    Json,
    Lexicon,
    Retag,
    Strict,
    Untrusted,
    Voice,
    make_settings,
)
from audiopress.cli.options.given_options import find_origin, note_origin
from audiopress.cli.options.live_site import read_site_folder
from audiopress.cli.plan import plan_to_json
from audiopress.cli.terminal.console import (
    error_to_json,
    print_error,
    print_json,
    print_message,
    print_result,
)
from audiopress.cli.terminal.log_form import LogForm, LogOption
from audiopress.cli.terminal.progress import ProgressAs, ProgressOption
from audiopress.errors import ConfigError
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.settings import Settings
    from audiopress.site.build import Action, PageOutcome, Rehearsal, SiteBuild

__all__ = ["pages_to_json", "site"]

WOULD: dict[Action, str] = {
    "added": "add",
    "updated": "update",
    "removed": "remove",
    "unchanged": "keep",
    "none": "pass by",
}
"""What ``--dry-run`` says of an action that has not been taken; also the order of the summary."""


def site(  # noqa: PLR0913 - the options of the contract
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="What the generator built: public, site, _site.")
    ],
    *,
    address: Annotated[
        str,
        typer.Option(
            "--address",
            envvar="AUDIOPRESS_SITE",
            callback=note_origin,
            help="Where DIR is served; default: [site] address, else what its pages claim.",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Say what would be done, page by page.")
    ] = False,
    config: Config = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    jobs: Jobs = 0,
    retag: Retag = False,
    strict: Strict = False,
    progress: ProgressOption = ProgressAs.AUTO,  # noqa: ARG001 - its callback does the work
    log: LogOption = LogForm.PLAIN,  # noqa: ARG001 - as above
    json: Json = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Speak the articles of a built site and put the player into their pages."""
    place = read_site_folder(folder)
    settings = make_settings(
        config=config,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        jobs=jobs,
        retag=retag,
        untrusted=untrusted,
    )
    from audiopress.site.build import open_site

    opened = open_site(_set_address(settings, address), place)
    if dry_run:
        _rehearse(opened, json=json)
        return
    from audiopress.press.preflight import check_installed

    # For a build alone: a rehearsal speaks nothing.
    check_installed(settings)
    _build(opened, settings, strict=strict, json=json)


def _set_address(settings: Settings, address: str) -> Settings:
    from audiopress.publish.sanitize import clean_url

    if not address:
        return settings
    # In ASCII from here on: it goes into the feed, and is compared with what pages claim.
    cleaned = clean_url(address.strip())
    if cleaned is None:
        raise ConfigError(
            f"{address!r} is no http(s) address",
            where=find_origin("address"),
            hint="audiopress site DIR --address https://www.example.org/",
        )
    # One slash at its end, as the settings give it to an address of the file.
    return replace(settings, site=replace(settings.site, address=cleaned.rstrip("/") + "/"))


def _rehearse(opened: SiteBuild, *, json: bool) -> None:
    rehearsal = opened.rehearse()
    if json:
        articles = [plan_to_json(item) for item in rehearsal.planned]
        pages = pages_to_json(rehearsal.pages)
        errors = [error_to_json(refusal.error) for refusal in rehearsal.rejected]
        failed = len(rehearsal.rejected)
        print_json({"articles": articles, "failed": failed, "errors": errors, "pages": pages})
    else:
        _print_rehearsal(rehearsal)
    for refusal in rehearsal.rejected:
        print_error(refusal.error)
    if rehearsal.rejected:
        raise typer.Exit(1)


def _print_rehearsal(rehearsal: Rehearsal) -> None:
    for page in rehearsal.pages:
        print_result(f"{WOULD[page.action]:<8} {page.path}{_format_reason(page)}")
    spoken = sum(item.to_speak for item in rehearsal.planned)
    again = sum(bool(item.reissued) for item in rehearsal.planned)
    files = f"{count_things(again, 'published sound file')} would get a new address"
    paragraphs = count_things(spoken, "paragraph")
    print_message(f"{paragraphs} would be spoken; {files}; nothing was written")


def _format_reason(page: PageOutcome) -> str:
    return f"  ({page.reason})" if page.reason else ""


def _build(opened: SiteBuild, settings: Settings, *, strict: bool, json: bool) -> None:
    from audiopress.cli.terminal.progress import show_build

    with show_build() as watch:
        report, pages = opened.build(strict=strict, watch=watch)
    if json:
        # The document of a build and more, so that programs read both alike.
        print_json(report_to_json(report) | {"pages": pages_to_json(pages)}, done=True)
    print_report(report, opened.settings.output, quiet=json)
    print_message(_summarise(pages))
    if report.feed_items and not (json or report.interrupted):
        _print_next(opened.settings.output, settings)
    exit_by(report)


def _print_next(made: Path, settings: Settings) -> None:
    """Say how to look at the edition, and how other commands find it in the site's folder."""
    print_message(f"next: audiopress serve {shlex.quote(shorten_path(made))}")
    if made == settings.output:
        return
    name = made.relative_to(settings.root) if made.is_relative_to(settings.root) else made
    file = settings.file.name if settings.file else "audiopress.toml (audiopress init)"
    print_message(
        f"check and deploy look into {shorten_path(settings.output)}; to have them find this "
        f'edition: output = "{name.as_posix()}" under [edition] of {file}'
    )


def _summarise(pages: Sequence[PageOutcome]) -> str:
    count = Counter(page.action for page in pages)
    # Most pages of a site are no articles: they are counted, and named by --dry-run only.
    passed = count.pop("none", 0)
    # In the order of the table, so that a word is always at the same place.
    done = ", ".join(f"{count[action]} {action}" for action in WOULD if count[action])
    others = f"; {passed} other pages, --dry-run says why" if passed else ""
    return f"players in pages: {done or 'none'}{others}"


def pages_to_json(pages: Sequence[PageOutcome]) -> list[dict[str, Any]]:
    """Return what became of the pages of a site as programs get it."""
    return [
        {"path": page.path, "action": page.action, "id": page.id or None, "reason": page.reason}
        for page in pages
    ]
