"""``audiopress init``: a commented configuration to start from."""

from __future__ import annotations

import os
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.options import Debug  # noqa: TC001 - typer reads it
from audiopress.cli.terminal.console import escape_controls, print_advice, print_message
from audiopress.errors import ConfigError
from audiopress.settings.new_file import (
    GIT_IGNORED,
    GIT_IGNORED_PRIVATE,
    TEMPLATE,
    list_default_answers,
    quote_toml,
    write_new,
)

__all__ = ["init"]

_QUESTIONS = {
    "title": "What is the show called",
    "description": "In one sentence, what is it",
    "language": "Its language (en-GB, de, ...)",
    "address": "Where will the output folder be served (empty: not yet)",
    "sources": "Where are the articles (file, folder or address)",
}
"""What is asked on a terminal, by the name of the answer."""

_GOES_ON = "; the show is private, and goes on with the feed of this folder at its address"
"""What is said of a file in a folder with a private pile."""


def init(
    given: Annotated[
        str,
        typer.Argument(
            metavar="[DIR]", help="Where to write it; or the address of a site or feed, its source."
        ),
    ] = "",
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing, take defaults.")] = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Write a commented audiopress.toml; asks on a terminal, takes defaults with --yes."""
    from audiopress.identity import SCHEME

    source = given if SCHEME.match(given) else ""
    folder = Path() if source else Path(given)
    file = folder / "audiopress.toml"
    # Before anything is asked that would be answered in vain.
    if file.exists():
        raise ConfigError("there is one already; it is yours and stays", where=str(file))
    # A script that runs it has nobody to answer.
    ask = not yes and sys.stdin.isatty()
    from audiopress.press.ledgers.pile_answers import answer_for_pile

    pile = answer_for_pile(folder)
    answers = list_default_answers() | pile | _answer_with(source, file)
    if ask:
        answers = _ask_answers(file, answers)
    from audiopress.store.os_errors import explain_os_error

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as out:
            out.write(write_new(answers))
        _make_source(folder, answers)
        ignored = _keep_from_git(folder, private=bool(pile))
    except OSError as error:
        # Also when it came to be since we looked: "x" above never writes over a file.
        raise explain_os_error(error, file) from error
    articles = f"; its articles come from {source}" if source else ""
    left = _name_older(folder, answers) if pile else ""
    told = f"wrote {file}{articles}{ignored}{_GOES_ON * bool(pile)}{left}"
    print_advice(f"{told}\nnext: {_say_next(folder, answers)}", done=True)


def _answer_with(source: str, file: Path) -> dict[str, str]:
    """Return the answer that an address is which was given in the place of a folder."""
    if not source:
        return {}
    answers = {"sources": quote_toml(source)}
    for mistake in _find_mistakes(list_default_answers() | answers, file):
        raise ConfigError(mistake, where=source, hint="audiopress init, or init DIR")
    return answers


def _name_older(folder: Path, answers: dict[str, str]) -> str:
    """Return which exports of a pile are no source of it, for newer ones are."""
    from audiopress.press.ledgers.pile_answers import list_older_exports

    older = escape_controls(", ".join(list_older_exports(folder, _read_all(answers["sources"]))))
    return f"; left out as older exports of the same pile: {older}" if older else ""


def _ask_answers(file: Path, answers: dict[str, str]) -> dict[str, str]:
    """Return what a person says in the place of these answers, which are proposed."""
    answers = dict(answers)
    for name, question in _QUESTIONS.items():
        # Several sources, as of a pile, are no answer to a question for one.
        default = _read_first(answers[name])
        while True:
            # Questions go to standard error, for they are no result.
            said = typer.prompt(question, default=default, err=True).strip()
            if said == default:
                break
            mistakes = _find_mistakes(answers | {name: quote_toml(said)}, file)
            if not mistakes:
                break
            # Now, and not by a build that comes days later.
            for mistake in mistakes:
                print_message(f"  {escape_controls(mistake)}")
        answers[name] = quote_toml(said)
    return answers


def _find_mistakes(answers: dict[str, str], file: Path) -> list[str]:
    """Return what a build would refuse of a configuration with these answers."""
    from audiopress.identity import is_other_address
    from audiopress.settings import check_text

    try:
        settings = check_text(TEMPLATE.format(**answers), file)
    except ConfigError as error:
        # The first line only counts them.
        return [line.strip() for line in error.message.split("\n")[1:]]
    others = filter(is_other_address, settings.sources)
    return [f"{source!r} is no http(s) address" for source in others]


def _read_first(answer: str) -> str:
    """Return the first of the texts of an answer."""
    return _read_all(answer)[0]


def _read_all(answer: str) -> list[str]:
    """Return the texts of an answer."""
    found: list[str] = tomllib.loads(f"texts = [{answer}]")["texts"]
    return found


def _read_source(answers: dict[str, str]) -> str:
    return _read_first(answers["sources"])


def _make_source(folder: Path, answers: dict[str, str]) -> None:
    """Make the folder of the articles where its name is a folder's, for articles to be put in."""
    from audiopress.identity import is_address

    source = _read_source(answers)
    if not is_address(source) and ":" not in source and not Path(source).suffix:
        (folder / source).mkdir(parents=True, exist_ok=True)


def _keep_from_git(folder: Path, *, private: bool) -> str:
    """Have git leave out what a build makes again, and return what is to be said of it.

    Of a ``private`` show also the ledger, which has its secret address. Only where the folder lies
    in a repository. A ``.gitignore`` of somebody's own stays as it is.
    """
    place = folder.resolve()
    if not any((each / ".git").exists() for each in (place, *place.parents)):
        return ""
    file = folder / ".gitignore"
    ours = GIT_IGNORED_PRIVATE if private else GIT_IGNORED
    lines = [line for line in ours.splitlines() if line.startswith("/")]
    if not file.exists():
        file.write_text(ours, "utf-8")
        return f" and {file}"
    # Read for its lines alone, and never written: what is no UTF-8 in it is none of ours.
    text = file.read_text("utf-8", errors="replace")
    known = {line.strip().strip("/") for line in text.splitlines()}
    lacking = [line for line in lines if line.strip("/") not in known]
    why = "the ledger has the secret address" if private else "the ledger stays in git"
    return f"\nadd to {file}: {' '.join(lacking)} ({why})" if lacking else ""


def _say_next(folder: Path, answers: dict[str, str]) -> str:
    """Return what to do next: a build finds nothing where nothing lies yet."""
    from audiopress.net.public_address import is_own_network

    source = _read_source(answers)
    place = folder / source
    build = "audiopress build" + " --allow-private" * is_own_network(source)
    if folder.resolve() != Path.cwd():
        build = f"cd {shlex.quote(str(folder))} && {build}"
    if place.is_dir() and not any(place.iterdir()):
        return f"put articles into {place}{os.sep} (.md, .html, .docx ...), then {build}"
    return build
