"""What is said to a person (standard error) and to a program (standard output)."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from typing import IO

from audiopress.errors import AudiopressError, ConfigError

__all__ = [
    "colour",
    "error_to_json",
    "escape_controls",
    "format_error",
    "print_error",
    "print_json",
    "print_message",
    "print_result",
    "read_standard_input",
    "report_error",
    "set_up_output",
]

DEBUG = "AUDIOPRESS_DEBUG"
"""The variable that `--debug` sets, so that what is imported later and workers see it too."""

ISSUES = "run it again with --debug and send the last lines to the people who make audiopress"
"""What to do about an error that is our own mistake: nothing that the reader did would mend it."""


def set_up_output() -> None:
    """Let standard output take every letter: UTF-8 for programs, what it can for a terminal."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe on Windows would be in the code page of the machine, which has no "“" and no "ł".
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


_CONTROLS = {
    code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"
}
"""What a terminal obeys (C0, DEL and C1 of ECMA-48), spelt out: strangers write titles, names of
files and addresses."""


def escape_controls(text: str) -> str:
    """Return ``text`` for one line on a terminal: what would be obeyed there is spelt out."""
    return text.translate(_CONTROLS).replace("\n", "\\n")


def print_message(text: str = "") -> None:
    """Write a line for a person."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is the place that prints


def read_standard_input() -> str:
    """Read all of standard input, which is UTF-8 whatever the machine's locale says."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message, hint = "the text is not UTF-8", "iconv -f WINDOWS-1252 -t UTF-8"
        raise ConfigError(message, where="standard input", hint=hint) from error


def error_to_json(error: AudiopressError) -> dict[str, str]:
    """Return an error as programs get it."""
    return {"message": error.message, "where": error.where, "hint": error.hint}


def print_json(value: object) -> None:
    """Write the one JSON document of a command for a program."""
    import json  # not for --help

    text = json.dumps(value, ensure_ascii=False, indent=1)
    _out(text)


def _out(text: str) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (audiopress script | head). Python flushes once more when it
        # ends, and would complain then: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_result(text: str) -> None:
    """Write text that a program may want."""
    _out(text)


def colour(text: str, code: str, stream: IO[str] | None = None) -> str:
    """Colour ``text`` on a terminal that wants it (``NO_COLOR`` respected)."""
    stream = stream or sys.stderr
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def format_error(error: AudiopressError, word: str = "error") -> str:
    """Lay out an error: what, where, and the next command to type."""
    lines = [f"{colour(word + ':', '1;31')} {error.message.translate(_CONTROLS)}"]
    if error.where:
        lines.append(f"  where: {escape_controls(error.where)}")
    if error.hint:
        lines.append(f"  try:   {escape_controls(error.hint)}")
    return "\n".join(lines)


def print_error(error: AudiopressError) -> None:
    """Say to a person what went wrong with one of several, with ``--debug`` also where in the code.

    The traceback is there when something was raised: by a worker, it is in the error's notes.
    """
    if os.environ.get(DEBUG) and (error.__traceback__ or error.__cause__ or _get_notes(error)):
        traceback.print_exception(error)
    print_message(format_error(error))


def _get_notes(error: AudiopressError) -> list[str]:
    return getattr(error, "__notes__", [])


def report_error(error: Exception) -> int:
    """Say what went wrong and return the exit status: 2 for usage or configuration, else 1."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    # The pipe is closed: whatever is said now, nobody hears it.
    if isinstance(error, BrokenPipeError) or getattr(error, "errno", None) == errno.EPIPE:
        return 1
    if not isinstance(error, AudiopressError):
        error = AudiopressError(f"something audiopress did not expect: {error!r}", hint=ISSUES)
    print_message(format_error(error))
    return 2 if isinstance(error, ConfigError) else 1
