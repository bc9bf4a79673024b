"""The languages of front matter with a fence: YAML, TOML and JSON become keys with values.

A value is a text, a list or a mapping; TOML may give a number, a truth value or a date as well.
"""

from __future__ import annotations

import functools
import json
import re
import tomllib
from typing import Any

from audiopress.errors import ReadingError

__all__ = ["make_error", "read_json", "read_toml", "read_yaml"]

_JSON = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
"""Line breaks within a text are forgiven, as by Hugo; numbers stay as they are written."""

_NESTING = 1000
"""Signs of YAML that may open a level up to which libyaml reads it.

It composes by recursion in C, and a hundred thousand brackets end the process. PyYAML's own
loader, ten times slower, gives up with an error.
"""

_KEY_AND_VALUE = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*):[ \t]*(?P<value>"
    r"[^\s\[{\"'&*!|>#].*:(?:[ \t].*)?"  # Storm: the ferry is late
    r"|\[[^\[\]]*\][ \t]*[^\s,\]#].*"  # [Late] The ferry
    r"|(?:\"[^\"]*\"|'[^']*')[ \t]*[^\s#].*"  # "No ferry", says the mayor
    r"|[@`%!].*"  # @harbour
    r"|\{\{.*)"  # {{ page.title }}, of a template
)
"""A key and a value that people write by hand and that is no YAML; an open bracket is none."""

_NO_BREAK_SPACE = re.compile(r"^([A-Za-z_][\w-]*:)[\u00a0\u202f]", re.MULTILINE)
"""The space behind a key as a Mac types it with Option held down; to YAML that is a letter."""

_MOST_LINES = 200
"""Lines of a front matter that are tried one by one; people write twenty, programs write YAML."""

_HINTS = {
    "---": 'write a line such as `title: ...` for each; quotes around a value with ": " in it',
    "+++": 'write a line such as `title = "..."` for each, between the two `+++`',
    "{": "check its braces, quotes and commas, and read it again",
    ";;;": "check its quotes and commas, and read it again",
}
"""What to do about a front matter that its language cannot read, by what it opens with."""


def read_yaml(inside: str, where: str) -> dict[str, Any]:
    """Return the keys and values of a front matter in YAML, dates and numbers as they are written.

    What people write by hand is no YAML everywhere ("title: Storm: the ferry is late"): a line
    that says one thing is read as it is meant. An alias is the very object it names, so that
    nothing grows however often it is named. Raises `ReadingError` with the line.
    """
    import yaml  # noqa: PLC0415 - most articles are pages

    inside = _NO_BREAK_SPACE.sub(r"\1 ", inside)
    try:
        values = _load_yaml(inside)
    except yaml.YAMLError as error:
        # only what failed as a whole: what is YAML means what YAML says
        values = _load_by_lines(inside)
        if values is None:
            raise _explain_yaml(error, inside, where) from error
    except RecursionError as error:
        raise make_error("is no YAML: too many levels", where, "---") from error
    if values and not isinstance(values, dict):
        # a lone text is valid YAML, and no front matter
        raise make_error(f"has no `key: value` in line {_find_first(inside)}", where, "---")
    return values or {}


def _load_yaml(inside: str) -> Any:
    import yaml  # noqa: PLC0415 - as above

    # each of these signs may open a level: brackets, braces, items, keys of one line or of two
    shallow = sum(map(inside.count, "[{-?:")) <= _NESTING
    loader = _make_loader(in_c=shallow)
    return yaml.load(  # type: ignore[no-untyped-call]
        inside,
        Loader=loader,  # noqa: S506 - it makes no objects, only texts
    )


@functools.cache
def _make_loader(*, in_c: bool) -> Any:
    """Return a loader of YAML that makes texts, lists and mappings, and no other objects."""
    import yaml  # noqa: PLC0415 - as above

    # PyYAML built without libyaml has no C loader
    base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader) if in_c else yaml.BaseLoader

    class TextLoader(base):  # type: ignore[misc]
        """A class of its own, since PyYAML registers what it makes of tags by class."""

    TextLoader.add_multi_constructor("!", _keep_tag)
    return TextLoader


def _keep_tag(loader: Any, name: str, node: Any) -> Any:
    """Return a value with its tag in front: who writes "title: !Important news" means no tag."""
    if node.id == "sequence":
        return loader.construct_sequence(node)
    if node.id == "mapping":
        return loader.construct_mapping(node)
    return f"!{name} {node.value}".rstrip()


def _load_by_lines(inside: str) -> Any:
    """Load YAML in which the value of a line that is none by itself stands in quotes, or `None`.

    Only lines that begin with a key are touched, and only when the whole is read then.
    """
    import yaml  # noqa: PLC0415 - as above

    lines = inside.split("\n")
    if len(lines) > _MOST_LINES:
        return None
    try:
        return _load_yaml("\n".join(map(_quote_value, lines)))
    except (yaml.YAMLError, RecursionError):
        return None


def _quote_value(line: str) -> str:
    """Return a line of YAML with its value in quotes, if it is a key and a value and no YAML."""
    import yaml  # noqa: PLC0415 - as above

    found = _KEY_AND_VALUE.fullmatch(line)
    if found is None:
        return line
    try:
        if isinstance(_load_yaml(line), dict):
            # so it is YAML by itself, and quotes would change what it means
            return line
    except (yaml.YAMLError, RecursionError):
        pass
    # a text in JSON is a text in YAML, with all that must be escaped
    return f"{found['key']}: {json.dumps(found['value'].rstrip(), ensure_ascii=False)}"


def _explain_yaml(error: Any, inside: str, where: str) -> ReadingError:
    """Return what is wrong with a front matter in YAML, and in which line of the file."""
    import yaml  # noqa: PLC0415 - as above

    if isinstance(error, yaml.MarkedYAMLError):
        # what has no end is noticed at the end: where it began tells more
        endless = "end of stream" in str(error.problem)
        mark = error.context_mark if endless else error.problem_mark
        line = 1 if mark is None else mark.line + 2  # counted from 0, below the fence
        return make_error(f"is no YAML in line {line}: {error.problem}", where, "---")
    # a character that YAML forbids: such an error has no line, so it is looked for again
    odd = yaml.reader.Reader.NON_PRINTABLE.search(inside)
    line = inside.count("\n", 0, odd.start() if odd else 0) + 2
    reason = getattr(error, "reason", error)
    return make_error(f"is no YAML in line {line}: {reason}", where, "---")


def _find_first(inside: str) -> int:
    """Return the number of the first line of a front matter that says anything."""
    # counted as in the file, where the fence is line 1; comments say nothing
    lines = enumerate(inside.split("\n"), 2)
    return next((at for at, line in lines if line.strip() and line.lstrip()[0] != "#"), 2)


def read_toml(inside: str, where: str) -> dict[str, Any]:
    """Read TOML, whose dates and numbers are values of Python."""
    try:
        return tomllib.loads(inside)
    except (ValueError, RecursionError) as error:
        # tomllib tells the place in its message only,
        # before Python 3.14; the fence is one line more
        problem, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        at = f" in line {int(line[1]) + 1}" if line else ""
        raise make_error(f"is no TOML{at}: {problem}", where, "+++") from error


def read_json(text: str, where: str, start: int = 0) -> tuple[dict[str, Any], str]:
    """Read an object that stands above a text; one within a line is part of the text.

    ``start`` is where it opens. Returns the text below it too.
    """
    try:
        values, end = _JSON.raw_decode(text, start)
    except json.JSONDecodeError as error:
        raise make_error(f"is no JSON in line {error.lineno}: {error.msg}", where, "{") from error
    except RecursionError as error:
        raise make_error("is no JSON: too many braces", where, "{") from error
    # a story may begin with an object of JSON that it tells of
    line, _, rest = text[end:].partition("\n")
    return ({}, text) if line.strip() else (values, rest)


def make_error(problem: str, where: str, opening: str, hint: str = "") -> ReadingError:
    """Return the error of a front matter: what it ``problem``, and how it is written right."""
    return ReadingError(f"the front matter {problem}", where=where, hint=hint or _HINTS[opening])
