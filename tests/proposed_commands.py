"""Commands that the program proposes: as they stand in its texts, and in what it has printed.

A proposal is what stands behind ``audiopress`` up to where its sentence goes on. Whether it is
taken is asked of the program itself: its words are parsed as a shell would give them.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import shlex
from typing import TYPE_CHECKING, Any

from audiopress.cli import app
from audiopress.cli.run import load_commands

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["explain_refusal", "find_proposals", "list_written_proposals"]

HOLE = "1"
"""What stands in a proposal for a value: a word that is a name, a number and a path."""

_PROPOSAL = re.compile(
    r"(?<![\w./`-])audiopress (?P<words>[a-z]+"
    r"(?: (?:\"[^\"\n]*\"|'[^'\n]*'|:(?=//)|[^;,:()<\n`\"'])+)?)"
)
"""Matches a command with what stands behind it in its part of the sentence."""

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
"""Words that a shell takes as one, among which no sentence goes on."""

_SENTENCE = """
or and then if has have is are does do says say takes take removes names lists made makes shows
gives looks leaves publishes drops brings puts plays sends first there from by with for in on of it
to where once again also itself speaks tells writes asks knows heals finds will would was were may
can cannot ends needs tries mends prints lets replaces installs as at that which when after before
alone
"""
"""Words that are none of a command."""

_GOES_ON = re.compile(rf" (?:{'|'.join(_SENTENCE.split())})(?: |$)")
"""Where a sentence goes on behind a command."""


def find_proposals(text: str) -> list[str]:
    """Return the commands in a text, without the word ``audiopress``."""
    known = load_commands(app).commands
    found = (_end(match["words"]) for match in _PROPOSAL.finditer(text))
    groups = {name for name, each in known.items() if hasattr(each, "commands")}
    # A group alone is a name, and what an arrow follows is a comment in a page.
    return [
        words
        for words in found
        if words.partition(" ")[0] in known and words not in groups and "-->" not in words
    ]


def _end(words: str) -> str:
    """Return a command without what the sentence says behind it."""
    masked = _QUOTED.sub(lambda match: "x" * len(match[0]), words)
    goes_on = _GOES_ON.search(masked)
    return words[: goes_on.start() if goes_on else len(words)].strip(" .")


def list_written_proposals(house: Path) -> Iterator[tuple[str, str]]:
    """Yield every proposal in the code of the program, with its place; values are `HOLE`."""
    for file in sorted(house.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        docs = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
        inner = {
            id(part)
            for each in ast.walk(tree)
            if isinstance(each, ast.JoinedStr)
            for part in each.values
        }
        for node in ast.walk(tree):
            if id(node) in docs or id(node) in inner:
                continue
            text = _read_text(node)
            for proposal in find_proposals(text):
                # What is nothing but the words of a command has more put behind it elsewhere.
                if proposal != text.removeprefix("audiopress ").strip():
                    yield f"{file.name}:{getattr(node, 'lineno', 0)}", proposal


def _read_text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (each.value if isinstance(each, ast.Constant) else HOLE for each in node.values)
        return "".join(map(str, parts))
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "write_command":
        if any(isinstance(each, ast.Starred) for each in node.args):  # how many nobody knows here
            return ""
        words = (each.value if isinstance(each, ast.Constant) else HOLE for each in node.args)
        return f"try: audiopress {' '.join(map(str, words))}"
    return ""


def explain_refusal(proposal: str) -> str:
    """Return why the program does not take these words, or nothing; no command is run."""
    try:
        words = shlex.split(proposal)
    except ValueError as error:
        return str(error)
    command: Any = load_commands(app)
    while inside := getattr(command, "commands", {}):
        if not words or words[0] not in inside:
            return f"there is no command {' '.join(words[:1])!r} in {proposal!r}"
        command, words = inside[words[0]], words[1:]
    with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
        try:
            command.make_context(command.name, words)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever an option refuses
            helps = type(error).__name__ == "Exit"  # --help, which ends the program
            return "" if helps else getattr(error, "message", "") or str(error) or "refused"
    return ""
