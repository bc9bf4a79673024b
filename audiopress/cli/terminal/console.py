"""What is said to a person (standard error) and to a program (standard output)."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import traceback
from typing import IO, TYPE_CHECKING

from audiopress.cli.help.copied_commands import complete_commands, write_copied
from audiopress.cli.terminal.hidden import forget_hidden, mask, mask_json
from audiopress.cli.terminal.log_form import choose_log_form, is_told_as_json, write_log_object
from audiopress.errors import AudiopressError, ConfigError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "colour",
    "error_to_json",
    "escape_controls",
    "explain_error",
    "format_error",
    "has_printed_json",
    "notes_to_json",
    "print_advice",
    "print_error",
    "print_json",
    "print_json_line",
    "print_log_line",
    "print_message",
    "print_note",
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
    _printed.clear()  # a run begins; a process may have several
    forget_hidden()
    choose_log_form()
    _open_closed_streams()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A pipe on Windows would be in the code page of the machine, which has no "“" and no "ł".
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="replace")


def _open_closed_streams() -> None:
    """Give a closed stream (``>&-``) the place where nothing is kept.

    Else the next file that is opened, such as one of the edition, would get its number, and what
    is printed would go into it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(number, mode, closefd=False, encoding="utf-8"))


_CONTROLS = {
    code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"
}
"""What a terminal obeys (C0, DEL and C1 of ECMA-48), spelt out: strangers write titles, names of
files and addresses."""


def escape_controls(text: str) -> str:
    """Return ``text`` for one line on a terminal: what would be obeyed there is spelt out."""
    return text.translate(_CONTROLS).replace("\n", "\\n")


def print_message(text: str = "", facts: Mapping[str, str] | None = None) -> None:
    """Write a line for a person; nothing else is lost where nobody reads it.

    Programs get the ``facts`` beside it.
    """
    if is_told_as_json():
        if text.strip():
            _tell_object("info", "message", message=text, **(facts or {}))
        return
    text = mask(write_copied(text))
    with contextlib.suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - this is the place that prints


def _tell_object(level: str, event: str, **facts: str) -> None:
    """Write a line of a log for programs, as ``--log json`` has it; commands in it are whole."""
    said = {name: mask(complete_commands(text)) for name, text in facts.items()}
    with contextlib.suppress(OSError, ValueError):
        line = write_log_object(level, event, **said)
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - as above


def print_log_line(text: str) -> None:
    """Write a line of a log as it stands, but for secrets: commands in it are nobody's to copy."""
    with contextlib.suppress(OSError, ValueError):
        print(mask(escape_controls(text)), file=sys.stderr, flush=True)  # noqa: T201 - as above


def print_note(text: str) -> None:
    """Write what a person should know of although nothing failed."""
    if is_told_as_json():
        _tell_object("warning", "note", message=text)
        return
    print_message(f"{_write_word('note')} {escape_controls(text)}")


def read_standard_input() -> str:
    """Read all of standard input, which is UTF-8 whatever the machine's locale says."""
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message, hint = "the text is not UTF-8", "iconv -f WINDOWS-1252 -t UTF-8"
        raise ConfigError(message, where="standard input", hint=hint) from error


def error_to_json(error: AudiopressError) -> dict[str, str]:
    """Return an error as programs get it."""
    hint = complete_commands(error.hint)
    return {"message": error.message, "where": error.where, "hint": hint}


def notes_to_json(notes: Iterable[str]) -> list[str]:
    """Return notes as programs get them, whose users read them too: with whole commands."""
    return [complete_commands(note) for note in notes]


_printed: list[str] = []
"""What kind of document this run has printed: ``json`` once there was one."""


def has_printed_json() -> bool:
    """Whether this run has printed its JSON document: there is one, and no second."""
    return bool(_printed)


def print_json(value: object, *, done: bool = False) -> None:
    """Write the one JSON document of a command for a program; ``done`` as for `print_result`."""
    import json  # not for --help

    text = json.dumps(mask_json(value), ensure_ascii=False, indent=1)
    # Before it is written: after half a document there is nothing to be mended by a whole one.
    _printed.append("json")
    _write_result(text, done=done)


def print_json_line(value: object) -> None:
    """Write one of many JSON documents, of work that is done, on a line of its own."""
    import json  # not for --help

    _write_result(json.dumps(mask_json(value), ensure_ascii=False), done=True)


def print_result(text: str, *, done: bool = False) -> None:
    """Write text that a program may want.

    With ``done`` it tells of work that is done: where it cannot be written that is a note and no
    failure. Else it is what was asked for. Raises `StoreError`, not for a reader who has seen
    enough (``audiopress script | head``).
    """
    _write_result(mask(text), done=done)


def _write_result(text: str, *, done: bool) -> None:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_output()
    except OSError as error:
        _give_up_output()
        why = StoreError(
            f"standard output cannot be written: {(error.strerror or str(error)).lower()}",
            hint="audiopress ... > FILE on a disk with room",
        )
        if not done:
            raise why from error
        print_message(format_error(why, "note"))


def print_advice(text: str, *, done: bool = False) -> None:
    """Write words of ours on standard output, with commands as they can be typed here."""
    print_result(write_copied(text), done=done)


def _give_up_output() -> None:
    # Python flushes once more when it ends, and would complain then: let that go nowhere.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def colour(text: str, code: str, stream: IO[str] | None = None) -> str:
    """Colour ``text`` on a terminal that wants it (``NO_COLOR`` respected)."""
    stream = stream or sys.stderr
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return text
    return f"\x1b[{code}m{text}\x1b[0m"


def _write_word(word: str) -> str:
    """Return what stands before a note or an error, yellow or red."""
    return colour(f"{word}:", "33" if word == "note" else "1;31")


def format_error(error: AudiopressError, word: str = "error") -> str:
    """Lay out an error: what, where, and the next command to type."""
    lines = [f"{_write_word(word)} {error.message.translate(_CONTROLS)}"]
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
        _print_traceback(error)
    _tell_error(error)


def _tell_error(error: AudiopressError) -> None:
    if is_told_as_json():
        facts = {"message": error.message, "where": error.where, "hint": error.hint}
        _tell_object("error", "error", **facts)
        return
    print_message(format_error(error))


def _print_traceback(error: BaseException) -> None:
    """Write where in the code an error came from; it names files, as errors themselves do."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(mask("".join(traceback.format_exception(error))))


def _get_notes(error: AudiopressError) -> list[str]:
    return getattr(error, "__notes__", [])


def explain_error(error: Exception) -> AudiopressError:
    """Return any error as one of ours: what nobody expected is named as that."""
    if isinstance(error, AudiopressError):
        return error
    if isinstance(error, FileNotFoundError) and not error.filename:
        # Of all that is asked of the system without a name, only the current folder can be missing.
        return ConfigError("the current folder is not there any more", hint="cd to another one")
    if isinstance(error, OSError) and error.strerror and not error.filename:
        # Files are named by who opens them; without a name it is a stream, such as a full disk
        # behind standard output.
        return StoreError(f"standard output cannot be written: {error.strerror.lower()}")
    return AudiopressError(f"something audiopress did not expect: {error!r}", hint=ISSUES)


def report_error(error: Exception) -> int:
    """Say what went wrong and return the exit status: 2 for usage or configuration, else 1."""
    if os.environ.get(DEBUG):
        _print_traceback(error)
    # The pipe is closed: whatever is said now, nobody hears it.
    if isinstance(error, BrokenPipeError) or getattr(error, "errno", None) == errno.EPIPE:
        _give_up_output()
        return 1
    explained = explain_error(error)
    _tell_error(explained)
    return 2 if isinstance(explained, ConfigError) else 1
